"""WeasyPrint, kept from fetching anything, from failing in silence, and from running without end.

WeasyPrint prints a page with a hole where something fails, and only logs it: here each log entry is an error.
"""

import gc
import logging
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Any

from agreements.errors import RenderingError
from agreements.language import _
from agreements.rendering.pdf.typefaces import only_bundled_typefaces

with only_bundled_typefaces():  # it looks for fonts while it is imported, and warns where a machine has none
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher

    from agreements.rendering.pdf.actual_text import keep_text
    from agreements.rendering.pdf.page_references import list_pages_once

MOST_PAGES = 300
"""A longer agreement is refused: nobody could read it, and it would hold up everyone else's."""

_PICTURE = "data:image/png;base64,"

# Pango is not safe in two threads at once; the garbage collector and the logger belong to the whole process.
_ONE_AT_A_TIME = threading.Lock()


def print_page(page: str) -> bytes:
    """A whole HTML page, with its style in it, as a PDF/UA-1 file.

    Raises:
        RenderingError: it has more than `MOST_PAGES` pages, or WeasyPrint logged a warning or an error.
    """
    with _ONE_AT_A_TIME, _complaints_raised(), _no_garbage_collection():
        return _print(page)


def _print(page: str) -> bytes:
    source = weasyprint.HTML(string=page, url_fetcher=_Nothing())
    # The hints that a page may give are the sizes of its pictures.
    paper = source.render(_font_configuration(), pdf_variant="pdf/ua-1", presentational_hints=True)
    if len(paper.pages) > MOST_PAGES:
        raise RenderingError(
            _(
                "This agreement would have %(pages)s pages. A PDF can have %(most)s. "
                "Shorten some answers, or use the Word file.",
                pages=len(paper.pages),
                most=MOST_PAGES,
            )
        )
    keep_text()
    list_pages_once()
    pdf: bytes = paper.write_pdf(pdf_variant="pdf/ua-1")
    return pdf


class _Nothing(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Refuses every address but a picture's own bytes.

    All that a paper needs is in its page, and its fonts come by Fontconfig.
    """

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Any:
        if not url.startswith(_PICTURE):
            raise PermissionError(f"a paper fetches nothing, and was asked for {url[:200]}")
        return super().fetch(url, headers)


@cache
def _font_configuration() -> Any:
    with only_bundled_typefaces():
        return FontConfiguration()


@contextmanager
def _complaints_raised() -> Iterator[None]:
    logger = logging.getLogger("weasyprint")
    complaints = _Complaints()
    before = logger.level, logger.disabled
    logger.setLevel(logging.WARNING)
    logger.disabled = False
    logger.addHandler(complaints)
    try:
        yield
    finally:
        logger.removeHandler(complaints)
        logger.setLevel(before[0])
        logger.disabled = before[1]
    if complaints.messages:
        raise RenderingError(_("The PDF could not be made: %(reason)s", reason=complaints.messages[0]))


class _Complaints(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Saves a fifth of the time: a paper makes many small objects that all live until it is done."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
