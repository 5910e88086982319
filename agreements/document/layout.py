"""How much room an agreement takes: compact up to six pages, full above (design: Layout).

Both papers must say the same words, and Word breaks its pages by itself. So the layout is chosen here, from the tree,
by an estimate of the pages that the compact layout would take. It counts lines as the compact PDF has them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

from agreements.document.canonical import text, words
from agreements.document.column_widths import is_narrow
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

# Measured on the compact PDF: 10 point type on 12.5 point lines, 272 mm of them on a page, in two columns or one.
_LINES_ON_A_PAGE = 61.8
_MM_IN_A_LINE = 4.41
_PICTURE = 0.65
"""How much of its height a picture keeps."""
_LOST_AT_PAGE_ENDS = 1.02
"""Blocks that are kept whole leave some room empty."""


@dataclass(frozen=True)
class _Measure:
    """How many letters a line has, in the text and in a table, and the share of it that names a fact."""

    letters: int
    in_a_table: int
    fact_name: float


_PAGE = _Measure(100, 112, 0.2)
_COLUMN = _Measure(46, 55, 0.26)


def layout_for(document: Document) -> Layout:
    """The layout in which an agreement is printed, numbered or not."""
    return Layout.COMPACT if compact_pages(document) <= MOST_COMPACT_PAGES else Layout.FULL


def compact_pages(document: Document) -> float:
    """How many pages of A4 an agreement would take in the compact layout, about."""
    in_columns = [part for part in document.clauses[:-1] if is_narrow(part)]
    across = [part for part in document.parts() if part not in in_columns and part != document.glance]
    lines = 5 + _blocks(document.front, _PAGE)
    lines += sum(_part(part, _PAGE) for part in across) + sum(_part(part, _COLUMN) for part in in_columns) / 2
    return lines * _LOST_AT_PAGE_ENDS / _LINES_ON_A_PAGE


def _part(part: Clause, measure: _Measure) -> float:
    return 1.5 + _blocks(part.blocks, measure)


def _blocks(blocks: Iterable[Block], measure: _Measure) -> float:
    return sum(_block(block, measure) for block in blocks)


def _block(block: Block, measure: _Measure) -> float:  # noqa: PLR0911  # a line for each kind
    match block:
        case Paragraph(inlines=inlines):
            return _lines(words(inlines), measure.letters) + 0.13
        case SubHeading():
            return 1.4
        case ItemList(items=items):
            return sum(_lines(text(item.blocks), measure.letters - 4) for item in items) + 0.13
        case FactList(facts=facts):
            return sum(_fact(fact, measure) for fact in facts) + 0.4
        case Table():
            return _table(block, measure)
        case SignatureBlock():
            return _signature_block(block, measure)
        case Picture(height=height):
            return height * _PICTURE / _MM_IN_A_LINE + 0.4


def _lines(words: str, letters: float) -> int:
    return sum(max(1, ceil(len(line) / letters)) for line in words.split("\n"))


def _fact(fact: Fact, measure: _Measure) -> float:
    shares = ((fact.name, measure.fact_name), (text(fact.blocks), 1 - measure.fact_name))
    return max(_lines(words, measure.in_a_table * share) for words, share in shares) * 0.87 + 0.17


def _table(table: Table, measure: _Measure) -> float:
    return 2.4 + sum(_row(table.columns, row, measure) for row in table.rows)


def _row(columns: tuple[Column, ...], row: tuple[Cell, ...], measure: _Measure) -> float:
    heights = (
        _lines(text(cell.blocks), max(6.0, measure.in_a_table * column.share / 100 - 2))
        for column, cell in zip(columns, row, strict=True)
    )
    return max(heights) * 0.87 + 0.17


def _signature_block(block: SignatureBlock, measure: _Measure) -> float:
    above = (block.partner, block.particulars, block.words, *block.people)
    said = sum(_lines(words, measure.letters) for words in above if words)
    known = sum(1 for line in block.lines if line.authority)
    return said + len(block.lines) * 2 + known + (1.7 if block.authority else 0) + 2
