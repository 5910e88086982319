"""Widths of table columns in a paper: as the tree shares them out, but wide enough for the longest word of each column.

A word that is cut in two reads badly. Where the words of all columns have no room beside each other, the shares stay as
they are. Widths are counted in ems, the size of the type in a table, as letters of Noto Sans and Arial have them.
"""

from collections.abc import Iterable
from dataclasses import replace

from agreements.document.canonical import text
from agreements.document.nodes import Block, Clause, Column, Document, Table

_NARROW = frozenset("fijlrtI.,:;'!|()[]·")
_WIDE = frozenset("mwMW@%—")
_PADDING = 0.8
"""Room beside the words of a cell, and for bold type."""

_PAGE = 46.0
_COLUMN = 27.0
_MOST_IN_A_COLUMN = 4
_TALLEST_IN_A_COLUMN = 6
"""Lines of a row: one that needs more is easier to read across the page."""


def with_room_for_words(document: Document, *, in_columns: bool = False) -> Document:
    """A document whose tables cut no word that they can leave whole; `in_columns` for clauses in two columns."""
    return replace(
        document,
        glance=_part(document.glance, _PAGE) if document.glance else None,
        clauses=tuple(_part(part, _COLUMN if in_columns and is_narrow(part) else _PAGE) for part in document.clauses),
        schedules=tuple(_part(part, _PAGE) for part in document.schedules),
    )


def is_narrow(part: Clause) -> bool:
    """Whether a clause reads well in a column of half a page: it has no table that needs more."""
    return all(_is_narrow(block) for block in part.blocks if isinstance(block, Table))


def _is_narrow(table: Table) -> bool:
    if len(table.columns) > _MOST_IN_A_COLUMN or not _fits(table, _COLUMN):
        return False
    return all(_lines(table, place) <= _TALLEST_IN_A_COLUMN for place in range(len(table.columns)))


def _lines(table: Table, place: int) -> float:
    """The height of the tallest cell in a column, about."""
    width = max(1.0, _COLUMN * table.columns[place].share / 100 - _PADDING)
    cells = (text(row[place].blocks).split("\n") for row in table.rows)
    return max((sum(1 + _width(line) // width for line in lines) for lines in cells), default=0)


def fitted(table: Table, ems: float) -> Table:
    """A table of this width, with its shares moved as far as whole words need."""
    if not _fits(table, ems):
        return table
    least = [100 * need / ems for need in _needs(table)]
    more = [max(column.share - need, 0.0) for column, need in zip(table.columns, least, strict=True)]
    part = (100 - sum(least)) / sum(more)
    shares = _whole(need + more * part for need, more in zip(least, more, strict=True))
    columns = tuple(Column(column.title, share) for column, share in zip(table.columns, shares, strict=True))
    return replace(table, columns=columns)


def _part(part: Clause, ems: float) -> Clause:
    return replace(part, blocks=tuple(_block(block, ems) for block in part.blocks))


def _block(block: Block, ems: float) -> Block:
    return fitted(block, ems) if isinstance(block, Table) else block


def _fits(table: Table, ems: float) -> bool:
    """Whether the longest words of all columns have room beside each other, and some to spare."""
    return sum(_needs(table)) < ems


def _needs(table: Table) -> list[float]:
    return [_longest_word(table, place) + _PADDING for place in range(len(table.columns))]


def _longest_word(table: Table, place: int) -> float:
    said = [table.columns[place].title, *(text(row[place].blocks) for row in table.rows)]
    return max((_width(word) for words in said for word in words.split()), default=0)


def _width(word: str) -> float:
    return sum(0.35 if letter in _NARROW else 0.95 if letter in _WIDE else 0.6 for letter in word)


def _whole(shares: Iterable[float]) -> list[int]:
    """Shares without fractions that still add up to 100: the widest column takes the rest."""
    rounded = [round(share) for share in shares]
    rounded[rounded.index(max(rounded))] += 100 - sum(rounded)
    return rounded
