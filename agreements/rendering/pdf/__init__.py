"""The agreement as a tagged PDF (PDF/UA-1), printed by WeasyPrint from the same HTML as the page."""

import re

from agreements.document import labels
from agreements.document.column_widths import with_room_for_words
from agreements.document.nodes import Document, Layout
from agreements.document.sheet import Sheet
from agreements.document.stamp import Stamp
from agreements.rendering import html
from agreements.rendering.furniture import furnish
from agreements.rendering.houses import LARGE_PRINT, OUR_HOUSES, PLAIN
from agreements.rendering.large_print import enlarged, enlarged_sheet
from agreements.rendering.pdf.printing import print_page
from agreements.rendering.pdf.soft_breaks import soften, soften_lines
from agreements.rendering.pdf.typefaces import families


def render(document: Document, stamp: Stamp, house: str = PLAIN) -> bytes:
    """The PDF of a numbered document in one of our houses: the same bytes for the same, whenever it is made.

    Raises:
        RenderingError: it would have too many pages, or WeasyPrint complained of something.
    """
    if house == LARGE_PRINT:
        document = enlarged(document, OUR_HOUSES[house].most_columns)
    document = with_room_for_words(document, in_columns=document.layout is Layout.COMPACT and house != LARGE_PRINT)
    page = furnish(
        "print/agreement.html",
        document=document,
        house=house,
        stamp=stamp,
        agreement=soften_lines(html.fragment(document, stamp, soften)),
        soften=soften,
        labels=labels,
        page_number=_page_number(),
        families=families(),
    )
    return print_page(page)


def render_sheet(sheet: Sheet, house: str = PLAIN) -> bytes:
    """The PDF of a worksheet: tagged, and the same bytes for the same sheet. Raises RenderingError as `render` does."""
    if house == LARGE_PRINT:
        sheet = enlarged_sheet(sheet)
    page = furnish(
        "print/sheet.html",
        sheet=sheet,
        house=house,
        content=html.sheet_fragment(sheet, soften),
        soften=soften,
        page_number=_page_number(),
        families=families(),
    )
    return print_page(page)


def _page_number() -> list[str]:
    """What stands before, between and after the two counters."""
    return re.split(r"\{pages?\}", labels.PAGE_NUMBER)
