"""When a question is asked: conditions as data, so that they can be checked, printed and enumerated.

A path names a question. `"ending.end_type"` is a question of a section; `".kind"` a question of the same row or group;
`"@.legal_form"` a question of the row that a ForEach group is about. `Interview.check` resolves every path once.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from agreements.language import Message, _

Reader = Callable[[str], object]
"""Reads the accepted answer at a path: None when it is not answered or not asked."""
Describer = Callable[[str, object], str]
"""Puts a question (path) and one of its values (None for the question alone) into words."""


class Condition(Protocol):
    """What every condition can do."""

    def holds(self, read: Reader) -> bool:
        """Whether it is true of the answers that `read` gives."""
        ...

    def is_settled(self, read: Reader) -> bool:
        """Whether every answer it looks at has been given, so that it can be told for certain."""
        ...

    def looks_for(self) -> Iterator[tuple[str, tuple[object, ...]]]:
        """Every path it names, with the values it looks for there."""
        ...

    def in_words(self, describe: Describer) -> Message:
        """The condition as a reader would say it, for "asked if ..."."""
        ...


@dataclass(frozen=True)
class Is:
    """The answer at `path` is one of `values`; of several choices, any of them."""

    path: str
    values: tuple[object, ...]

    def holds(self, read: Reader) -> bool:
        answer = read(self.path)
        if isinstance(answer, tuple):
            return any(value in answer for value in self.values)
        return answer in self.values

    def is_settled(self, read: Reader) -> bool:
        return read(self.path) is not None

    def looks_for(self) -> Iterator[tuple[str, tuple[object, ...]]]:
        yield self.path, self.values

    def in_words(self, describe: Describer) -> Message:
        values = [describe(self.path, value) for value in self.values]
        return _(
            "“%(question)s” is answered “%(values)s”",
            question=describe(self.path, None),
            values="” or “".join(values),
        )


@dataclass(frozen=True)
class CountIs:
    """The list at `path` has at least `least` rows."""

    path: str
    least: int

    def holds(self, read: Reader) -> bool:
        rows = read(self.path)
        return isinstance(rows, tuple) and len(rows) >= self.least

    def is_settled(self, read: Reader) -> bool:
        return read(self.path) is not None

    def looks_for(self) -> Iterator[tuple[str, tuple[object, ...]]]:
        yield self.path, ()

    def in_words(self, describe: Describer) -> Message:
        return _("“%(question)s” has %(least)s or more", question=describe(self.path, None), least=self.least)


@dataclass(frozen=True)
class AnyRow:
    """Some row of the list at `path` answers `question` with one of `values`."""

    path: str
    question: str
    values: tuple[object, ...]

    def holds(self, read: Reader) -> bool:
        rows = read(self.path)
        if not isinstance(rows, tuple):
            return False
        one = Is(self.question, self.values)
        return any(one.holds(row.get) for row in rows)

    def is_settled(self, read: Reader) -> bool:
        return read(self.path) is not None

    def looks_for(self) -> Iterator[tuple[str, tuple[object, ...]]]:
        yield f"{self.path}.{self.question}", self.values

    def in_words(self, describe: Describer) -> Message:
        path = f"{self.path}.{self.question}"
        values = [describe(path, value) for value in self.values]
        return _(
            "any answer to “%(question)s” is “%(values)s”",
            question=describe(path, None),
            values="” or “".join(values),
        )


@dataclass(frozen=True)
class _Several:
    conditions: tuple[Condition, ...]

    def is_settled(self, read: Reader) -> bool:
        return all(condition.is_settled(read) for condition in self.conditions)

    def looks_for(self) -> Iterator[tuple[str, tuple[object, ...]]]:
        for condition in self.conditions:
            yield from condition.looks_for()


class AllOf(_Several):
    """Every one of the conditions holds. One that is settled and does not hold settles them all."""

    def is_settled(self, read: Reader) -> bool:
        is_refused = any(one.is_settled(read) and not one.holds(read) for one in self.conditions)
        return is_refused or super().is_settled(read)

    def holds(self, read: Reader) -> bool:
        return all(condition.holds(read) for condition in self.conditions)

    def in_words(self, describe: Describer) -> Message:
        return Message(_(" and ").join(condition.in_words(describe) for condition in self.conditions))


class AnyOf(_Several):
    """At least one of the conditions holds."""

    def holds(self, read: Reader) -> bool:
        return any(condition.holds(read) for condition in self.conditions)

    def in_words(self, describe: Describer) -> Message:
        return Message(_(" or ").join(condition.in_words(describe) for condition in self.conditions))


def answered(path: str, value: object, *others: object) -> Is:
    """The question at `path` is answered with one of these values."""
    return Is(path, (value, *others))


def at_least(least: int, path: str) -> CountIs:
    """The list at `path` has `least` rows or more."""
    return CountIs(path, least)


def any_row(path: str, question: str, value: object, *others: object) -> AnyRow:
    """Some row of the list at `path` answers `question` with one of these values."""
    return AnyRow(path, question, (value, *others))


def all_of(*conditions: Condition) -> AllOf:
    """All of the conditions hold."""
    return AllOf(conditions)


def any_of(*conditions: Condition) -> AnyOf:
    """At least one of the conditions holds."""
    return AnyOf(conditions)
