"""Lists on paper: tables with numbered questions, and what helps to answer them said once.

A row for each entry where the questions are few enough to head columns. Else the questions stand under each other, and
the entries beside each other. There is always room for more.
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from math import ceil
from typing import Any

from agreements.document.nodes import Blank, Block, Cell, Column, Inline, Paragraph, Strong, Table, Text
from agreements.language import _
from agreements.questions import (
    ForEach,
    Group,
    ListOf,
    LongText,
    Question,
    Row,
    ShortText,
)
from agreements.worksheets.asking import if_you_like, question_words, under_the_words
from agreements.worksheets.cells import cell
from agreements.worksheets.choices import explained, key, name_of_first
from agreements.worksheets.entries import Answers, Entry
from agreements.worksheets.room import change
from agreements.worksheets.space import Space

_MOST_COLUMNS, _MOST_LONG_COLUMNS = 6, 2
_WEIGHTS: dict[type[Question[Any]], int] = {ShortText: 4, LongText: 5}
"""How wide the columns of some kinds are, beside those of others."""
_OTHER_WEIGHT = 3
_SHARE_OF_QUESTIONS = 37
"""Hundredths of the width for the questions, where entries stand beside each other."""


@dataclass(frozen=True)
class _Column:
    """One entry: its place and name, its questions by name, and whether its name is still to be written."""

    place: int
    name: str
    group: Group
    entries: dict[str, Entry]
    is_unnamed: bool = False

    @property
    def title(self) -> str:
        return f"({self.place}) {self.name[:1].upper()}{self.name[1:]}"


@dataclass(frozen=True)
class _List:
    """What the tables of one list need: its words, its path, the name of what its entries are about, or ""."""

    caption: str
    path: str
    about: str
    asked: type[Group]
    answers: Answers
    space: Space

    def number(self, name: str) -> str:
        return self.answers.numbers[f"{self.path}.{name}"]


def listed(entry: Entry, question: ListOf[Any], answers: Answers, space: Space) -> Iterator[Block]:
    """A list: its question, its rows, and empty ones."""
    yield question_words(entry)
    filled: tuple[Row, ...] = entry.group.get(question.name) or ()
    beside = not _heads_columns(question.item, space, columns=len(question.item.questions()))
    wanted = _wanted(len(filled), space, beside=beside)
    rows = [*filled, *_empty(question, entry.group, wanted, question.most - len(filled))]
    columns = [
        _Column(place, row.label if place <= len(filled) else question.one, row, _by_name(answers, row))
        for place, row in enumerate(rows, 1)
    ]
    path = answers.interview.lists()[question.item]
    yield from _tables(_List(question.many, path, "", question.item, answers, space), columns, entry, beside=beside)


def for_each(entry: Entry, question: ForEach[Any], answers: Answers, space: Space) -> Iterator[Block]:
    """The same questions about each row of another list, or about rows that are still to be named."""
    yield question_words(entry)
    interview, path = answers.interview, f"{entry.group.path}.{question.name}"
    source = interview.question(interview.lists()[question.about])
    one, many = (source.one, source.many) if isinstance(source, ListOf) else ("", "")
    beside = not _heads_columns(question.group, space, columns=len(question.group.questions()) + 1)
    groups: tuple[Group, ...] = entry.group.get(question.name) or ()
    if groups:
        columns = [
            _Column(place, group.about.label if group.about else "", group, _by_name(answers, group))
            for place, group in enumerate(groups, 1)
        ]
    else:
        unnamed = question.group(interview, f"{path}.1", {})
        entries = _by_name(answers, unnamed)
        places = range(1, (space.entries if beside else space.rows) + 1)
        columns = [_Column(place, one, unnamed, entries, is_unnamed=True) for place in places]
    yield from _tables(_List(many, path, one, question.group, answers, space), columns, entry, beside=beside)


def _tables(one: _List, columns: Sequence[_Column], entry: Entry, *, beside: bool) -> Iterator[Block]:
    yield from _to_change(entry, columns, one.answers)
    asked = {
        name: _to_explain(name, columns) for name in one.asked.questions() if any(name in c.entries for c in columns)
    }
    for name, explaining in asked.items():
        yield from _explanation(one, name, explaining, with_hints=not beside)
    if not beside:
        yield _with_a_row_for_each(one, columns, asked)
        return
    tables = ceil(len(columns) / one.space.beside_each_other)
    size = ceil(len(columns) / tables)
    unexplained = set(asked)
    for start in range(0, len(columns), size):
        some = columns[start : start + size]
        here = {name: entry for name, entry in asked.items() if any(name in column.entries for column in some)}
        yield _beside_each_other(one, some, here, unexplained)
        unexplained -= here.keys()


def _explanation(one: _List, name: str, entry: Entry, *, with_hints: bool) -> Iterator[Block]:
    """What stands above a table on one of its questions."""
    letters_of = one.number(name_of_first(name, one.asked))
    in_letters = " ".join(key(entry.question, one.asked, entry.number, letters_of))
    helping = under_the_words(entry, in_letters) if with_hints else (Text(in_letters),)
    if in_letters or (with_hints and helping):
        yield Paragraph(helping, label=entry.number)
    yield from explained(entry.question, one.asked)


def _to_explain(name: str, columns: Sequence[_Column]) -> Entry:
    """The entry that says most of when a question is asked: an open one, if there is any."""
    found = [column.entries[name] for column in columns if name in column.entries]
    return next((entry for entry in found if entry.condition), found[-1])


def _to_change(entry: Entry, columns: Sequence[_Column], answers: Answers) -> Iterator[Block]:
    """What is wrong with a list as a whole, and with rows of it as a whole."""
    if entry.changes:
        yield change(entry.changes)
    for column in columns:
        sentences = answers.changes(column.group.path)
        if sentences:
            yield Paragraph((Strong((Text(column.title),)), Text(" "), *change(sentences).inlines))


def _with_a_row_for_each(one: _List, columns: Sequence[_Column], asked: dict[str, Entry]) -> Table:
    weights = [_WEIGHTS.get(type(entry.question), _OTHER_WEIGHT) for entry in asked.values()]
    titles = [f"{entry.number} {entry.question.title}{if_you_like(entry)}" for entry in asked.values()]
    if one.about:
        weights, titles = [_OTHER_WEIGHT, *weights], [_capital(one.about), *titles]
    rows = []
    for column in columns:
        cells = [cell(column.entries.get(name), one.asked, one.space) for name in asked]
        rows.append((_named(column), *cells) if one.about else tuple(cells))
    return _table(one, titles, weights, rows)


def _beside_each_other(one: _List, columns: Sequence[_Column], asked: dict[str, Entry], unexplained: Set[str]) -> Table:
    """A table of some entries; what helps to answer stands with the questions that no table before it explained."""
    share = max(_SHARE_OF_QUESTIONS, 100 // (len(columns) + 1)) if len(columns) > 1 else 50
    weights = [share, *([(100 - share) // len(columns)] * len(columns))]
    titles = [_("Question"), *(column.title for column in columns)]
    rows = []
    if any(column.is_unnamed for column in columns):
        rows.append((Cell((Paragraph((Text(_("Name")),)),), header=True), *(_named(column) for column in columns)))
    for name, entry in asked.items():
        helping = under_the_words(entry) if name in unexplained else ()
        words = Paragraph((Strong((Text(f"{entry.number} {entry.question.title}"),)), Text(if_you_like(entry))))
        blocks = (words, Paragraph(helping)) if helping else (words,)
        cells = (cell(column.entries.get(name), one.asked, one.space, wide=True) for column in columns)
        rows.append((Cell(blocks, header=True), *cells))
    return _table(one, titles, weights, rows)


def _table(one: _List, titles: Sequence[str], weights: Sequence[int], rows: Sequence[tuple[Cell, ...]]) -> Table:
    shares = [100 * weight // sum(weights) for weight in weights]
    shares[0] += 100 - sum(shares)
    columns = tuple(Column(title, share) for title, share in zip(titles, shares, strict=True))
    return Table(_capital(one.caption), columns, tuple(rows))


def _named(column: _Column) -> Cell:
    """Which entry it is, or room for its name."""
    words: tuple[Inline, ...] = (Blank(_("Name")),) if column.is_unnamed else (Text(column.title),)
    return Cell((Paragraph(words),), header=not column.is_unnamed)


def _by_name(answers: Answers, group: Group) -> dict[str, Entry]:
    return {entry.question.name: entry for entry in answers.entries(group)}


def _wanted(filled: int, space: Space, *, beside: bool) -> int:
    """How many empty entries a list has: beside each other they fill the last table."""
    if not beside:
        return space.more_rows if filled else space.rows
    if not filled:
        return space.entries
    return space.beside_each_other - filled % space.beside_each_other


def _empty(question: ListOf[Any], section: Group, wanted: int, most: int) -> Iterator[Row]:
    """Empty rows under those that are filled in, as far as the list may grow."""
    for place in range(1, min(wanted, most) + 1):
        path = f"{section.path}.{question.name}.empty-{place}"
        yield question.item(section.interview, path, {"id": f"empty-{place}"})


def _heads_columns(group: type[Group], space: Space, *, columns: int) -> bool:
    """Whether the questions of a group fit beside each other."""
    if space.always_rows:
        return True
    kinds = [type(one) for one in group.questions().values()]
    return space.beside_each_other > 1 and columns <= _MOST_COLUMNS and kinds.count(LongText) <= _MOST_LONG_COLUMNS


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
