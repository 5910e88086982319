"""Reads worksheets back: Word's own text, and the PDF as poppler reads it. White space is no word."""

import io
import zipfile

from lxml import etree

from agreements.document.canonical import sheet_text
from agreements.document.nodes import Table
from agreements.rendering import render_sheet
from agreements.rendering.houses import LARGE_PRINT, PLAIN
from tests.rendering.pdf.reading import bodies, pages

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MARGINS = {PLAIN: (17, 17), LARGE_PRINT: (25, 29)}
"""Above and below the words of a page, in millimetres."""


def letters(text: str) -> str:
    """The text without white space and without the soft breaks that a PDF may hold."""
    return "".join(text.replace("\u200b", "").split())


def agreed(sheet) -> str:
    """All the letters of a sheet."""
    return letters(sheet_text(sheet))


def in_word(sheet, house=PLAIN) -> str:
    """All the letters that its Word file has in its body."""
    with zipfile.ZipFile(io.BytesIO(render_sheet(sheet, "docx", house))) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    return letters("".join(text.text or "" for text in body.iter(f"{_W}t")))


def in_pdf(sheet, folder, house=PLAIN) -> str:
    """All the letters that its PDF has between the margins, without a table's head that a new page repeats."""
    tables = [block for part in sheet.parts for block in part.blocks if isinstance(block, Table)]
    heads = [letters("".join(column.title for column in table.columns)) for table in tables]
    return "".join(
        _without(letters(page), heads)
        for page in bodies(render_sheet(sheet, "pdf", house), folder, margins=_MARGINS[house])
    )


def _without(page: str, heads: list[str]) -> str:
    return page.removeprefix(max((head for head in heads if page.startswith(head)), key=len, default=""))


def pdf_pages(sheet, folder, house=PLAIN) -> list[str]:
    """The words of each page of its PDF."""
    return pages(render_sheet(sheet, "pdf", house), folder)
