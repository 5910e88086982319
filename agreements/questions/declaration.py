"""The check of a declaration, made once at start: what a programmer got wrong is said before anybody is asked.

Conditions and references name questions and lists by words, because objects across files would make circular imports.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from marshmallow import ValidationError

from agreements.errors import DeclarationError
from agreements.questions.conditions import Condition
from agreements.questions.fields import nearest
from agreements.questions.groups import Group, Row, Section
from agreements.questions.kinds import ForEach, ListOf, OneOf, OneRow, SomeOf, SomeRows
from agreements.questions.question import Question

if TYPE_CHECKING:
    from agreements.questions.interview import Interview

_OURS = {*dir(Row), *dir(Section), "about", "id", "interview", "kept", "path", "step", "title"}
"""Names that a group has itself, so that no question can have them."""


def check(interview: "type[Interview]") -> None:
    """Check every question of an interview: its words, its place, the rows it points to, its condition.

    Raises DeclarationError for the first that is wrong.
    """
    for problem in _problems(interview):
        raise DeclarationError(problem)


def _problems(interview: "type[Interview]") -> Iterator[str]:
    held: set[type[Row]] = set()
    earlier: set[str] = set()
    everything = {path for path, _question, _group in interview.every_question()}
    for path, question, group in interview.every_question():
        yield from _wrong_words(path, question)
        if isinstance(question, ListOf | ForEach) and not issubclass(group, Section):
            yield f"{path}: a list stands in a section, and not in a row of another list."
        if isinstance(question, ListOf):
            if question.item in held:
                yield f"{path}: another list holds rows of {question.item.__name__} already."
            held.add(question.item)
        yield from _wrong_target(interview, path, question)
        if question.needed_if:
            yield from _wrong_condition(interview, path, question.needed_if, everything)
        for when in _conditions(question, group):
            yield from _wrong_condition(interview, path, when, earlier)
        earlier.add(path)


def _wrong_words(path: str, question: Question[Any]) -> Iterator[str]:
    if question.name in _OURS:
        yield f"{path}: “{question.name}” is a word of ours. Give the question another name."
    if not question.title:
        yield f"{path} has no title: write the question itself first."
    if question.required and question.needed_if:
        yield f"{path} must always be answered, so needed_if= adds nothing."
    if (question.required or question.needed_if) and not question.why:
        yield f"{path} must be answered, so say why we ask, with why=..."


def _wrong_target(interview: "type[Interview]", path: str, question: Question[Any]) -> Iterator[str]:
    if isinstance(question, OneRow | SomeRows | ForEach):
        to = question.about if isinstance(question, ForEach) else question.to
        if not any(to in (kind, kind.__name__) for kind in interview.lists()):
            yield f"{path} points to rows of {to!r}, which no list holds."


def _conditions(question: Question[Any], group: type[Group]) -> Iterator[Condition]:
    """Every condition on which a question, its section or one of its choices depends."""
    choices = question.choices.values() if isinstance(question, OneOf | SomeOf) else ()
    whens = [question.when, *(choice.when for choice in choices)]
    if issubclass(group, Section):
        whens.append(group.when)
    yield from (when for when in whens if when)


def _wrong_condition(interview: "type[Interview]", path: str, when: Condition, earlier: set[str]) -> Iterator[str]:
    for named, values in when.looks_for():
        absolute = interview.absolute(named, path)
        known = [known_path for known_path, _question, _group in interview.every_question()]
        if absolute not in known:
            yield (
                f"{path}: when= names {named!r}, which is no question.{nearest(absolute, known)} "
                "Write “.name” for a question of the same group, and “section.name” for another."
            )
            return
        looked_at = interview.question(absolute)
        yield from (
            f"{path} is asked if {named!r} is {value!r}, which it can never be."
            for value in values
            if not _can_be(looked_at, value)
        )
        if absolute not in earlier:
            yield f"{path} is asked because of {named!r}, which is asked later. Move it below that question."


def _can_be(question: Question[Any], value: object) -> bool:
    """Whether a question can have this answer; of several choices, whether it can be among them."""
    field = question.field()
    if isinstance(question, OneOf) and any(name == value and one.undecided for name, one in question.choices.items()):
        return False
    try:
        if question.widget in ("some_of", "some_rows"):
            return bool(field.deserialize([value]) == (value,))
        return bool(field.deserialize(value) == value)
    except ValidationError:
        return False
