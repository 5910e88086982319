"""Lists on paper: a table where every answer is short, else a block of questions for each row; always room for more."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from agreements.document.nodes import Blank, Block, Cell, Column, Inline, Paragraph, Strong, Table, Text
from agreements.questions import (
    Date,
    ForEach,
    Group,
    ListOf,
    LongText,
    Money,
    OneRow,
    Question,
    Row,
    ShortText,
    SomeRows,
    WholeNumber,
    YesNo,
)
from agreements.worksheets.asking import asked, question_words
from agreements.worksheets.entries import Answers, Entry
from agreements.worksheets.room import change
from agreements.worksheets.space import Space
from agreements.worksheets.typed import typed_paragraphs

_MOST_COLUMNS, _MOST_LONG_COLUMNS = 7, 2
_WEIGHTS: dict[type[Question[Any]], int] = {
    ShortText: 4,
    LongText: 4,
    OneRow: 3,
    SomeRows: 3,
    Date: 3,
    Money: 2,
    WholeNumber: 2,
    YesNo: 2,
}
"""The kinds that fit into a cell of a table, and how wide their columns are beside each other."""
_OTHER_WEIGHT = 3


def listed(entry: Entry, question: ListOf[Any], answers: Answers, space: Space) -> Iterator[Block]:
    """A list: its question, its rows, and empty ones."""
    yield question_words(entry)
    yield from _to_change(entry.changes)
    filled: tuple[Row, ...] = entry.group.get(question.name) or ()
    is_table = space.always_tables or _fits_a_table(question)
    fewest, more = _rows_to_fill(space, is_table=is_table)
    rows = [*filled, *_empty(question, entry.group, len(filled), more if filled else fewest)]
    if is_table:
        yield _table(question, rows, answers)
        return
    for place, row in enumerate(rows, 1):
        yield _block_title(place, row.label if place <= len(filled) else question.one)
        yield from _questions(row, answers, space, with_hints=place == 1)


def for_each(entry: Entry, question: ForEach[Any], answers: Answers, space: Space) -> Iterator[Block]:
    """The same questions about each row of another list, or about rows that are still to be named."""
    yield question_words(entry)
    yield from _to_change(entry.changes)
    groups: tuple[Group, ...] = entry.group.get(question.name) or ()
    for place, group in enumerate(groups, 1):
        yield _block_title(place, group.about.label if group.about else "")
        yield from _questions(group, answers, space, with_hints=place == 1)
    if not groups:
        interview = answers.interview
        one = interview.question(interview.lists()[question.about])
        unnamed = question.group(interview, f"{entry.group.path}.{question.name}.1", {})
        for place in range(1, space.blocks + 1):
            title = _block_title(place, one.one if isinstance(one, ListOf) else "")
            yield replace(title, inlines=(*title.inlines, Text(": "), Blank(question.title)))
            yield from _questions(unnamed, answers, space, with_hints=place == 1)


def _questions(group: Group, answers: Answers, space: Space, *, with_hints: bool) -> Iterator[Block]:
    yield from _to_change(answers.changes(group.path))
    for entry in answers.entries(group):
        yield from asked(entry, space, with_hints=with_hints)


def _to_change(sentences: tuple[str, ...]) -> Iterator[Block]:
    if sentences:
        yield change(sentences)


def _block_title(place: int, title: str) -> Paragraph:
    return Paragraph((Strong((Text(title[:1].upper() + title[1:]),)),), label=f"({place})")


def _rows_to_fill(space: Space, *, is_table: bool) -> tuple[int, int]:
    """How many empty rows a blank list has, and how many one that is filled in."""
    if is_table:
        return space.table_rows, space.more_table_rows
    return space.blocks, space.more_blocks


def _empty(question: ListOf[Any], section: Group, filled: int, wanted: int) -> Iterator[Row]:
    """Empty rows under those that are filled in, as far as the list may grow."""
    for place in range(1, min(wanted, question.most - filled) + 1):
        yield question.item(
            section.interview, f"{section.path}.{question.name}.empty-{place}", {"id": f"empty-{place}"}
        )


def _fits_a_table(question: ListOf[Any]) -> bool:
    kinds = [type(one) for one in question.item.questions().values()]
    return (
        len(kinds) <= _MOST_COLUMNS
        and all(kind in _WEIGHTS for kind in kinds)
        and kinds.count(LongText) <= _MOST_LONG_COLUMNS
    )


def _table(question: ListOf[Any], rows: list[Row], answers: Answers) -> Table:
    columns = question.item.questions()
    weights = [_WEIGHTS.get(type(column), _OTHER_WEIGHT) for column in columns.values()]
    shares = [100 * weight // sum(weights) for weight in weights]
    shares[0] += 100 - sum(shares)
    path = answers.interview.lists()[question.item]
    titles = [f"{answers.numbers[f'{path}.{name}']} {column.title}" for name, column in columns.items()]
    return Table(
        question.many[:1].upper() + question.many[1:],
        tuple(Column(title, share) for title, share in zip(titles, shares, strict=True)),
        tuple(_cells(row, answers) for row in rows),
    )


def _cells(row: Group, answers: Answers) -> tuple[Cell, ...]:
    entries = {entry.question.name: entry for entry in answers.entries(row)}
    return tuple(_cell(entries.get(name)) for name in row.questions())


def _cell(entry: Entry | None) -> Cell:
    if entry is None:
        return Cell((Paragraph((Text("–"),)),))
    if entry.answer is not None:
        return Cell(tuple(typed_paragraphs(entry.question.in_words(entry.answer))))
    wrong = (*typed_paragraphs(entry.typed), change(entry.changes)) if entry.changes else ()
    space: tuple[Inline, ...] = (Blank(entry.question.title),)
    return Cell((*wrong, Paragraph(space)))
