"""An answer set in two shapes: nested, as files and the interview have it, and flat by path, as the database has it.

    about.full_title                            a question of a section
    partners.partners.<row>.legal_name          a question of a row in a list
    added_value.own.<row>.own_benefit           a question asked for each row of another list

What stands before the last dot is the group.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from agreements.answer_files import plain
from agreements.errors import DeclarationError, Fault
from agreements.interview import Agreement
from agreements.questions import ForEach, Group, ListOf, Question
from service.typed import Typed, from_file, says_something


@dataclass(kw_only=True)
class AnswerSet:
    """Everything typed in one draft, by group and question, and the ids of each list's rows in order.

    `points` is what was marked beside questions, by the path of the answer; it is no part of the answers.
    """

    groups: dict[str, dict[str, Typed]] = field(default_factory=dict)
    points: dict[str, Typed] = field(default_factory=dict)
    rows: dict[str, list[str]] = field(default_factory=dict)
    removed: dict[str, list[str]] = field(default_factory=dict)

    def put(self, path: str, typed: Typed) -> None:
        """Take in one answer."""
        group, _, name = path.rpartition(".")
        self.groups.setdefault(group, {})[name] = typed

    def ever_in(self, list_path: str) -> tuple[str, ...]:
        """The rows that a list has, and those that were removed from it."""
        return (*self.rows.get(list_path, ()), *self.removed.get(list_path, ()))

    def in_group(self, group: str) -> Mapping[str, Typed]:
        """What was typed in one group, by question."""
        return self.groups.get(group, {})

    def paths(self) -> Iterator[tuple[str, Typed]]:
        """Every answer with its path."""
        for group, answers in self.groups.items():
            for name, typed in answers.items():
                yield f"{group}.{name}", typed

    def marked(self, places: Collection[str]) -> dict[str, Typed]:
        """What was marked beside the questions at these places, without what is settled."""
        return {path: typed for path, typed in self.points.items() if path in places and says_something(typed)}

    def raw(self, shape: Callable[[Typed], Any] = lambda typed: typed) -> dict[str, Any]:
        """The nested answer set, without what says nothing, and without rows that were removed.

        `shape` turns each answer into what is wanted of it, such as `for_file`.
        """
        answers: dict[str, dict[str, Any]] = {}
        for section, name, question in _questions():
            found = self._nested(section, name, question, shape)
            if found:
                answers.setdefault(section, {})[name] = found
        return answers

    def _nested(self, section: str, name: str, question: Question[Any], shape: Callable[[Typed], Any]) -> Any:
        path = f"{section}.{name}"
        if isinstance(question, ListOf):
            return [{"id": row, **self._said(f"{path}.{row}", question.item, shape)} for row in self.rows.get(path, ())]
        if isinstance(question, ForEach):
            about = self.rows.get(Agreement.lists()[question.about], ())
            each = {row: self._said(f"{path}.{row}", question.group, shape) for row in about}
            return {row: answers for row, answers in each.items() if answers}
        typed = self.in_group(section).get(name)
        return shape(typed) if says_something(typed) else None

    def _said(self, path: str, group: type[Group], shape: Callable[[Typed], Any]) -> dict[str, Any]:
        typed = self.in_group(path)
        return {name: shape(typed[name]) for name in group.questions() if says_something(typed.get(name))}


def flat(raw: Any) -> AnswerSet:
    """The flat shape of an answer set from a file. What is not shaped as one is left out: see `without_a_place`."""
    answers = AnswerSet()
    for section, name, question in _questions():
        given = plain(_named(_named(raw).get(section)).get(name))
        path = f"{section}.{name}"
        if isinstance(question, ListOf):
            for place, row in enumerate(given if isinstance(given, list) else (), 1):
                row_id = str(_named(row).get("id") or f"row-{place}")
                answers.rows.setdefault(path, []).append(row_id)
                _put(answers, f"{path}.{row_id}", question.item, _named(row))
        elif isinstance(question, ForEach):
            for row_id, group in _named(given).items():
                _put(answers, f"{path}.{row_id}", question.group, _named(group))
        elif given is not None:
            answers.put(path, from_file(question, given))
    return answers


def without_a_place(raw: Any) -> tuple[Fault, ...]:
    """What of an answer set from a file would be lost, because there is no question to keep it under.

    Answers that are not well formed are kept as they are, and are no fault here.
    """
    kept = {path for path, _typed in flat(raw).paths()}
    lists = {path for path in Agreement.lists().values() if isinstance(_at(raw, path), list)}
    return tuple(fault for fault in Agreement.load(raw).faults if fault.path not in kept | lists)


def is_declared(path: str) -> bool:
    """Whether today's interview has a section, list or question at a path with ids. An older one may have had it."""
    section, *names = path.split(".")
    try:
        if names:
            Agreement.question(".".join([section, *names[:1], *names[2:]]))
    except DeclarationError:
        return False
    return section in Agreement.sections()


def _at(raw: Any, path: str) -> Any:
    section, name = path.split(".")
    return _named(_named(raw).get(section)).get(name)


def _named(given: Any) -> Mapping[str, Any]:
    return given if isinstance(given, Mapping) else {}


def _put(answers: AnswerSet, path: str, group: type[Group], given: Mapping[str, Typed]) -> None:
    for name, question in group.questions().items():
        if name in given:
            answers.put(f"{path}.{name}", from_file(question, given[name]))


def _questions() -> Iterator[tuple[str, str, Question[Any]]]:
    for section_name, section in Agreement.sections().items():
        for name, question in section.questions().items():
            yield section_name, name, question
