"""What would be added to a list: each row with what is accepted of it, and what has to be mended. Nothing is stored."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from agreements.interview import Agreement
from agreements.questions import Group, ListOf, OneRow, Question, Row, SomeRows
from service.in_hand import InHand
from service.language import _, said
from service.storage.answer_sets import AnswerSet
from service.storage.merging import mark
from service.typed import Typed
from service.wizard.bulk.cells import Named, Names, Understood, names_of, understood
from service.wizard.bulk.headings import Columns, askable, folded
from service.wizard.bulk.tables import Table
from service.wizard.checking import label_of, lines
from service.wizard.pages import Page


@dataclass(frozen=True)
class Cell:
    """One answer of a row: the question, what is accepted or else what was typed, and what has to be mended."""

    title: str
    text: str
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class Added:
    """A row that would be added. `remarks` are worth a look, and hold nothing up."""

    number: int
    title: str
    cells: tuple[Cell, ...]
    remarks: tuple[str, ...]

    @property
    def is_faulty(self) -> bool:
        """Whether an answer has to be mended."""
        return any(cell.sentences for cell in self.cells)


@dataclass(frozen=True)
class Preview:
    """All rows that would be added. `typed` is what would be stored of each, by its id."""

    rows: tuple[Added, ...]
    typed: Mapping[str, Mapping[str, Typed]]
    columns: Columns

    @property
    def shown(self) -> str:
        """The mark of what the page shows, which the form brings back."""
        return mark([list(self.typed.values()), list(self.columns.places), self.columns.has_headings])

    @property
    def faulty(self) -> int:
        """How many rows have an answer that has to be mended."""
        return sum(row.is_faulty for row in self.rows)


def previewed(hand: InHand, listing: Page, table: Table, columns: Columns, batch: str) -> Preview:
    """What would be added to a list. `batch` begins the ids of the new rows."""
    question: Any = listing.declared()
    questions = askable(question)
    found = dict(_found(table, columns, batch))
    rows = _Rows(hand, question, found)
    read = {
        row: {name: understood(questions[name], cell, rows.named) for name, cell in cells.items()}
        for row, cells in found.items()
    }
    typed = {row: {name: one.typed for name, one in answers.items()} for row, answers in read.items()}
    then = _with(hand, listing, typed)
    groups = {group.path: group for group in then.agreement.section(listing.section).get(listing.name) or ()}
    titles = {row: _title(groups[f"{listing.path}.{row}"], cells) for row, cells in found.items()}
    there = [label_of(group) for group in hand.agreement.section(listing.section).get(listing.name) or ()]
    same = Counter(folded(name) for name in (*there, *titles.values()))
    faults: dict[str, list[str]] = {}
    for fault in then.loaded.faults:
        faults.setdefault(fault.path, []).append(said(fault.message))
    added = tuple(
        Added(
            number,
            titles[row],
            tuple(_cells(then, groups[f"{listing.path}.{row}"], found[row], read[row], faults)),
            tuple(_remarks(groups[f"{listing.path}.{row}"], found[row], titles[row], same)),
        )
        for number, row in enumerate(found, 1)
    )
    return Preview(added, typed, columns)


def _found(table: Table, columns: Columns, batch: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The cells of each row that have a place and say something, by question."""
    for number, line in enumerate(table.lines[columns.has_headings :], 1):
        cells = {place: cell for place, cell in zip(columns.places, line, strict=True) if place and cell}
        if cells:
            yield f"{batch}-{number}", cells


class _Rows:
    """The names of rows that cells may point to: those that there are, and those that would be added."""

    def __init__(self, hand: InHand, listing: ListOf[Any], found: Mapping[str, Mapping[str, str]]) -> None:
        self._hand = hand
        self._item = listing.item
        self._found = found
        self._known: dict[Any, Names] = {}

    def named(self, question: "OneRow[Any] | SomeRows[Any]") -> Names:
        """The rows that a question points to, by what they are called."""
        if question.to not in self._known:
            self._known[question.to] = names_of(self._rows(question.to))
        return self._known[question.to]

    def _rows(self, to: type[Row] | str) -> Iterator[tuple[str, Named]]:
        for row in self._hand.agreement.rows(to):
            named = Named(row.id, said(row.label))
            names = [str(row.get(name)) for name in row.names_itself_by if row.get(name)]
            yield from ((words, named) for words in (row.id, named.words, *names))
        if to in (self._item, self._item.__name__):
            for row_id, cells in self._found.items():
                names = [cells[name] for name in self._item.names_itself_by if name in cells]
                yield from ((words, Named(row_id, names[0])) for words in names)


def _with(hand: InHand, listing: Page, typed: Mapping[str, Mapping[str, Typed]]) -> InHand:
    """The draft as it would be with these rows."""
    answers = AnswerSet(
        groups={**hand.answers.groups, **{f"{listing.path}.{row}": dict(cells) for row, cells in typed.items()}},
        rows={**hand.answers.rows, listing.path: [*hand.answers.rows.get(listing.path, ()), *typed]},
        removed=hand.answers.removed,
    )
    return replace(hand, answers=answers, loaded=Agreement.load(answers.raw()))


def _title(group: Group, found: Mapping[str, str]) -> str:
    """What the row is called in the table, also where that name is refused."""
    names = getattr(group, "names_itself_by", ())
    return next((found[name] for name in names if name in found), label_of(group))


def _cells(
    then: InHand,
    group: Group,
    found: Mapping[str, str],
    read: Mapping[str, Understood],
    faults: Mapping[str, Sequence[str]],
) -> Iterator[Cell]:
    accepted = {line.path.rpartition(".")[2]: line.text for line in lines(then, group) if line.state == "answered"}
    for name, question in group.questions().items():
        if name in found:
            own = [read[name].sentence] if read[name].sentence else faults.get(f"{group.path}.{name}", ())
            yield Cell(said(question.title), accepted.get(name, found[name]), tuple(own))


def _remarks(group: Group, found: Mapping[str, str], title: str, same: Mapping[str, int]) -> Iterator[str]:
    if same[folded(title)] > 1:
        yield _("There is another “%(name)s”, here or in your list. Both will stand in it.", name=title)
    for name, question in group.questions().items():
        if name in found and not group.is_asked(name):
            yield _not_asked(question)


def _not_asked(question: Question[Any]) -> str:
    return _(
        "As the other answers stand, we do not ask “%(title)s”. It is kept, and not used.", title=said(question.title)
    )
