"""How much room an agreement takes: compact up to six pages, full above (design: Layout).

Both papers must say the same words, and Word breaks its pages by itself. So the layout is chosen here, from the tree,
by an estimate of the pages that the compact layout would take. It counts lines as the compact PDF has them.
"""

from collections.abc import Iterable
from math import ceil

from agreements.document.canonical import text, words
from agreements.document.nodes import (
    Block,
    Cell,
    Clause,
    Column,
    Document,
    Fact,
    FactList,
    ItemList,
    Layout,
    Paragraph,
    Picture,
    SignatureBlock,
    SubHeading,
    Table,
)

MOST_COMPACT_PAGES = 6

# Measured on the compact PDF: 8.8 point type on 11.4 point lines, 270 mm of 182 mm wide text on a page.
_LINES_ON_A_PAGE = 67.0
_LETTERS_IN_A_LINE = 112
_LETTERS_IN_A_TABLE = 121
_MM_IN_A_LINE = 4.0
_PICTURE = 0.725
"""How much of its height a picture keeps."""
_LOST_AT_PAGE_ENDS = 1.05
"""Blocks that are kept whole leave some room empty."""


def layout_for(document: Document) -> Layout:
    """The layout in which an agreement is printed, numbered or not."""
    return Layout.COMPACT if compact_pages(document) <= MOST_COMPACT_PAGES else Layout.FULL


def compact_pages(document: Document) -> float:
    """How many pages of A4 an agreement would take in the compact layout, about."""
    lines = 5 + _blocks(document.front) + sum(_part(part) for part in document.parts() if part != document.glance)
    return lines * _LOST_AT_PAGE_ENDS / _LINES_ON_A_PAGE


def _part(part: Clause) -> float:
    return 1.6 + _blocks(part.blocks)


def _blocks(blocks: Iterable[Block]) -> float:
    return sum(_block(block) for block in blocks)


def _block(block: Block) -> float:  # noqa: PLR0911  # a line for each kind
    match block:
        case Paragraph(inlines=inlines):
            return _lines(words(inlines), _LETTERS_IN_A_LINE) + 0.2
        case SubHeading():
            return 1.5
        case ItemList(items=items):
            return sum(_lines(text(item.blocks), _LETTERS_IN_A_LINE) + 0.1 for item in items) + 0.2
        case FactList(facts=facts):
            return sum(_fact(fact) for fact in facts) + 0.6
        case Table():
            return _table(block)
        case SignatureBlock():
            return _signature_block(block)
        case Picture(height=height):
            return height * _PICTURE / _MM_IN_A_LINE + 0.5


def _lines(words: str, letters: float) -> int:
    return sum(max(1, ceil(len(line) / letters)) for line in words.split("\n"))


def _fact(fact: Fact) -> float:
    shares = ((fact.name, 0.32), (text(fact.blocks), 0.68))
    return max(_lines(words, _LETTERS_IN_A_TABLE * share) for words, share in shares) * 0.88 + 0.25


def _table(table: Table) -> float:
    return 2.6 + sum(_row(table.columns, row) for row in table.rows)


def _row(columns: tuple[Column, ...], row: tuple[Cell, ...]) -> float:
    heights = (
        _lines(text(cell.blocks), max(6.0, _LETTERS_IN_A_TABLE * column.share / 100 - 3))
        for column, cell in zip(columns, row, strict=True)
    )
    return max(heights) * 0.88 + 0.25


def _signature_block(block: SignatureBlock) -> float:
    above = (block.partner, block.particulars, block.words, *block.people)
    said = sum(_lines(words, _LETTERS_IN_A_LINE) for words in above if words)
    known = sum(1 for line in block.lines if line.authority)
    return said + len(block.lines) * 2.3 + known + (2 if block.authority else 0) + 2.3
