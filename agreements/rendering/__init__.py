"""From a document to a file. Every format prints the same tree, so no two can disagree."""

from collections.abc import Callable
from dataclasses import dataclass

from agreements.document.nodes import Document
from agreements.document.sheet import Sheet
from agreements.document.stamp import Stamp
from agreements.language import _
from agreements.rendering.houses import PLAIN, House, our_name


@dataclass(frozen=True)
class Format:
    """A kind of file: how it is called, and the function that makes it (document, stamp, house)."""

    name: str
    extension: str
    media_type: str
    render: Callable[[Document, Stamp, House | None], bytes]


def render(document: Document, stamp: Stamp, extension: str, house: House | None = None) -> bytes:
    """The bytes of one file: the same bytes for the same document, stamp and house.

    Args:
        document: the agreement, numbered.
        stamp: what this copy says of itself.
        extension: a key of `FORMATS`.
        house: one of ours, which changes how "docx" and "pdf" look; or a Word file, which changes "docx" alone.

    Raises:
        RenderingError: the paper cannot be made.
        HouseError: the house file cannot be used.
    """
    return FORMATS[extension].render(document, stamp, house)


def render_sheet(sheet: Sheet, extension: str, house: str = PLAIN) -> bytes:
    """The bytes of a worksheet: the same bytes for the same sheet. Raises RenderingError when it cannot be made.

    Args:
        sheet: the worksheet.
        extension: one of `SHEET_FORMATS`, or "txt".
        house: one of ours, by its name.
    """
    return _SHEETS[extension](sheet, house)


# The libraries behind each writer take long to load, so each is loaded when it is first used.


def _docx(document: Document, stamp: Stamp, house: House | None) -> bytes:
    from agreements.rendering.word import render_docx  # noqa: PLC0415

    return render_docx(document, stamp, house)


def _pdf(document: Document, stamp: Stamp, house: House | None) -> bytes:
    from agreements.rendering import pdf  # noqa: PLC0415

    return pdf.render(document, stamp, our_name(house))


def _html(document: Document, stamp: Stamp, _house: House | None) -> bytes:
    from agreements.rendering import html  # noqa: PLC0415

    return html.render(document, stamp)


def _txt(document: Document, stamp: Stamp, _house: House | None) -> bytes:
    from agreements.rendering import plain  # noqa: PLC0415

    return plain.render(document, stamp)


def _sheet_docx(sheet: Sheet, house: str) -> bytes:
    from agreements.rendering import word  # noqa: PLC0415

    return word.render_sheet(sheet, house)


def _sheet_pdf(sheet: Sheet, house: str) -> bytes:
    from agreements.rendering import pdf  # noqa: PLC0415

    return pdf.render_sheet(sheet, house)


def _sheet_txt(sheet: Sheet, _house: str) -> bytes:
    from agreements.rendering import plain  # noqa: PLC0415

    return plain.render_sheet(sheet)


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

FORMATS = {
    made.extension: made
    for made in (
        Format(_("Word document"), "docx", _WORD, _docx),
        Format(_("PDF"), "pdf", "application/pdf", _pdf),
        Format(_("Web page"), "html", "text/html; charset=utf-8", _html),
        Format(_("Plain text"), "txt", "text/plain; charset=utf-8", _txt),
    )
}
"""Every format by its extension, in the order in which people are offered them."""

_SHEETS: dict[str, Callable[[Sheet, str], bytes]] = {"docx": _sheet_docx, "pdf": _sheet_pdf, "txt": _sheet_txt}

SHEET_FORMATS = ("docx", "pdf")
"""The formats that can be written on by hand, by their extensions in `FORMATS`."""
