"""Where a paragraph of a Word file stands, in words that help a person to find it."""

from collections.abc import Iterator
from textwrap import shorten
from typing import Final

from agreements.language import Message, _
from agreements.rendering.word.markup import Element, tag

_FEW_WORDS: Final = 50


def paragraphs(root: Element, part: str) -> Iterator[tuple[Element, str, str]]:
    """Every paragraph of a part: itself, its words, and where it stands.

    Args:
        root: of the part.
        part: what people call it: "body", "header 1".
    """
    tables = {table: number for number, table in enumerate(root.iter(tag("tbl")), 1)}
    number = 0
    for paragraph in root.iter(tag("p")):
        # A text box stands inside a paragraph, and has paragraphs of its own.
        own = (text for text in paragraph.iter(tag("t")) if next(text.iterancestors(tag("p"))) is paragraph)
        words = "".join(text.text or "" for text in own)
        cell = next(paragraph.iterancestors(tag("tc"), tag("txbxContent")), None)
        number += cell is None
        place = _cell(cell, tables) if cell is not None else _("paragraph %(number)s", number=number)
        yield paragraph, words, _where(part, place, words)


def _where(part: str, place: str, words: str) -> str:
    few = shorten(words, _FEW_WORDS, placeholder=" …")
    return f"{part}, {place}, “{few}”" if few else f"{part}, {place}"


def _cell(cell: Element, tables: dict[Element, int]) -> Message:
    if cell.tag == tag("txbxContent"):
        return _("a text box")
    row = next(cell.iterancestors(tag("tr")))
    table = next(row.iterancestors(tag("tbl")))
    return _(
        "table %(table)s, row %(row)s, cell %(cell)s",
        table=tables[table],
        row=[*table.iter(tag("tr"))].index(row) + 1,
        cell=[*row.iter(tag("tc"))].index(cell) + 1,
    )
