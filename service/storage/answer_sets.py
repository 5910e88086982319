"""An answer set in two shapes: nested, as files and the interview have it, and flat by path, as the database has it.

    about.full_title                            a question of a section
    partners.partners.<row>.legal_name          a question of a row in a list
    added_value.own.<row>.own_benefit           a question asked for each row of another list

What stands before the last dot is the group.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from agreements.answer_files import plain
from agreements.interview import Agreement
from agreements.questions import ForEach, Group, ListOf, Question
from service.typed import Typed, from_file, says_something


@dataclass
class AnswerSet:
    """Everything typed in one draft, by group and question, and the ids of each list's rows in order."""

    groups: dict[str, dict[str, Typed]] = field(default_factory=dict)
    rows: dict[str, list[str]] = field(default_factory=dict)
    removed: dict[str, list[str]] = field(default_factory=dict)

    def put(self, path: str, typed: Typed) -> None:
        """Take in one answer."""
        group, _, name = path.rpartition(".")
        self.groups.setdefault(group, {})[name] = typed

    def in_group(self, group: str) -> Mapping[str, Typed]:
        """What was typed in one group, by question."""
        return self.groups.get(group, {})

    def paths(self) -> Iterator[tuple[str, Typed]]:
        """Every answer with its path."""
        for group, answers in self.groups.items():
            for name, typed in answers.items():
                yield f"{group}.{name}", typed

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


def flat(raw: Mapping[str, Any]) -> AnswerSet:
    """The flat shape of an answer set from a file."""
    answers = AnswerSet()
    for section, name, question in _questions():
        given = plain((raw.get(section) or {}).get(name))
        path = f"{section}.{name}"
        if isinstance(question, ListOf):
            for row in given or ():
                answers.rows.setdefault(path, []).append(row["id"])
                _put(answers, f"{path}.{row['id']}", question.item, row)
        elif isinstance(question, ForEach):
            for row_id, group in (given or {}).items():
                _put(answers, f"{path}.{row_id}", question.group, group)
        elif given is not None:
            answers.put(path, from_file(question, given))
    return answers


def _put(answers: AnswerSet, path: str, group: type[Group], given: Mapping[str, Typed]) -> None:
    for name, question in group.questions().items():
        if name in given:
            answers.put(f"{path}.{name}", from_file(question, given[name]))


def _questions() -> Iterator[tuple[str, str, Question[Any]]]:
    for section_name, section in Agreement.sections().items():
        for name, question in section.questions().items():
            yield section_name, name, question
