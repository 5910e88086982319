"""The questions of one group as they stand on paper: each with its number, its condition and its answer so far.

A question that the answers rule out is left out. One that hangs on an answer still open says when to answer it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from agreements.errors import Fault
from agreements.interview.numbering import question_numbers
from agreements.language import Message, _
from agreements.questions import (
    Choice,
    Condition,
    FindingOnly,
    Group,
    Interview,
    OneOf,
    OneRow,
    Question,
    Section,
    SomeOf,
    SomeRows,
    group_of,
    offered,
)
from agreements.worksheets.choices import lettered
from agreements.worksheets.typed import words_typed


@dataclass(frozen=True)
class Entry:
    """One question on paper.

    Attributes:
        question: itself.
        number: the one the wizard shows ("3.2.1").
        condition: when to answer it, in words; "" when it is asked.
        answer: what was accepted, None while it is open.
        typed: what was typed and could not be accepted, and `changes` what to do about it.
        choices: what may be chosen here, as far as the other answers tell.
        rows: the rows that may be pointed to.
        group: the group whose question it is.
    """

    question: Question[Any]
    number: str
    condition: str
    answer: Any
    typed: str
    changes: tuple[str, ...]
    choices: Mapping[str, Choice]
    rows: tuple[Any, ...]
    group: Group


class Answers:
    """An answer set on its way to paper; a blank one has no answers.

    Without `everything`, what is not essential stands there only where somebody has typed something.
    """

    def __init__(
        self, interview: Interview, faults: Iterable[Fault], raw: Mapping[str, Any], *, everything: bool = True
    ) -> None:
        self.interview = interview
        self._everything = everything
        self.numbers = question_numbers(type(interview))
        self._raw = raw
        self._changes: dict[str, list[str]] = {}
        for fault in faults:
            self._changes.setdefault(fault.path, []).append(fault.message)

    def entries(self, group: Group) -> Iterator[Entry]:
        """The questions of a group, without those that the answers rule out."""
        for name in group.questions():
            if self._is_wanted(group, name) and not _is_ruled_out(group, name):
                yield self._entry(group, name)

    def is_wanted(self, section: str) -> bool:
        """Whether a topic stands on this sheet: of the essentials, and wherever somebody has typed something."""
        return self._everything or self.interview.section(section).must_be_whole or bool(self._raw.get(section))

    def _is_wanted(self, group: Group, name: str) -> bool:
        """Whether a question stands on this sheet: what no paper prints is not essential, until somebody answers it."""
        is_printed = not isinstance(group.questions()[name].effect, FindingOnly)
        return self._everything or is_printed or any(one.get(name) is not None for one in self._typed_beside(group))

    def _typed_beside(self, group: Group) -> Iterator[Mapping[str, Any]]:
        """What was typed in a group, or in all rows that are asked the same."""
        section, *rest = group.path.split(".")
        found = self._raw.get(section)
        for name in rest[:1]:
            found = found.get(name) if isinstance(found, Mapping) else None
        rows = found.values() if rest and isinstance(found, Mapping) else found if isinstance(found, list) else [found]
        yield from (one for one in rows if isinstance(one, Mapping))

    def changes(self, path: str) -> tuple[str, ...]:
        """What to do about what was typed at a path."""
        return tuple(self._changes.get(path, ()))

    def topic_condition(self, section: Section) -> str:
        """When to answer a topic, in words; "" when it is asked."""
        if section.when is None or section.when.holds(section.read):
            return ""
        return _("Answer this topic if %(condition)s.", condition=self._in_words(section.when, f"{section.path}."))

    def _entry(self, group: Group, name: str) -> Entry:
        question = group.questions()[name]
        changes = self.changes(f"{group.path}.{name}")
        return Entry(
            question=question,
            number=self.numbers[_declared(group, name)],
            condition=self._condition(group, name),
            answer=None if changes else group.get(name),
            typed=words_typed(question, self._typed(group).get(name)) if changes else "",
            changes=changes,
            choices=offered(question.choices, group) if isinstance(question, OneOf | SomeOf) else {},
            rows=self.interview.rows(question.to) if isinstance(question, OneRow | SomeRows) else (),
            group=group,
        )

    def _condition(self, group: Group, name: str) -> str:
        when = group.questions()[name].when
        if when is None or when.holds(group.read):
            return ""
        return _("Answer this if %(condition)s.", condition=self._in_words(when, _declared(group, name)))

    def _in_words(self, when: Condition, path: str) -> Message:
        """A condition that names questions by their numbers, which are shorter than their titles."""

        def describe(named: str, value: object) -> str:
            absolute = self.interview.absolute(named, path)
            return self.numbers[absolute] if value is None else self._value_in_words(absolute, value)

        return when.in_words(describe)

    def _value_in_words(self, path: str, value: object) -> str:
        """One of several choices: by its letter, where the choices have letters."""
        below = group_of(self.interview.question(path.rpartition(".")[0])) if path.count(".") > 1 else None
        by_letter = lettered(self.interview.question(path), below) if below else {}
        return by_letter.get(str(value)) or self.interview.one_value_in_words(path, value)

    def _typed(self, group: Group) -> Mapping[str, Any]:
        """What was typed in one group, by question."""
        section, *rest = group.path.split(".")
        found = self._raw.get(section)
        for name in rest:
            if isinstance(found, Mapping):
                found = found.get(name)
            elif isinstance(found, list | tuple):
                found = self._in_place(found, section, rest[0], name)
        return found if isinstance(found, Mapping) else {}

    def _in_place(self, typed: Sequence[Any], section: str, name: str, row_id: str) -> Any:
        """What was typed in the row with an id, if anything was; rows stand in the order in which they were typed."""
        rows = self.interview.section(section).get(name) or ()
        return next((one for one, row in zip(typed, rows, strict=False) if row.id == row_id), None)


def _declared(group: Group, name: str) -> str:
    """The path of names of a question: its group's path without the id of a row."""
    return ".".join([*group.path.split(".")[:2], name])


def _is_ruled_out(group: Group, name: str) -> bool:
    """Whether the answers say that a question is not asked: its own condition, its topic's, or what these look at."""
    conditions = (group.questions()[name].when, group.when if isinstance(group, Section) else None)
    return any(when is not None and _can_no_longer_hold(when, group) for when in conditions)


def _can_no_longer_hold(when: Condition, group: Group) -> bool:
    if when.holds(group.read):
        return False
    return when.is_settled(group.read) or all(_is_looked_for_in_vain(group, path) for path, _values in when.looks_for())


def _is_looked_for_in_vain(group: Group, path: str) -> bool:
    """Whether a condition of this group looks at a question that is itself ruled out."""
    where, name = path.rsplit(".", 1)
    looked_at = {"": group, "@": group.about}.get(where) or group.interview.sections().get(where)
    if looked_at is None:
        return False  # a question within the rows of a list: there may be a row yet
    found = group.interview.section(where) if isinstance(looked_at, type) else looked_at
    return _is_ruled_out(found, name)
