"""What clauses see of an agreement's answers.

An answer that is not given reads as false, and prints as a gap if it must be given, as nothing if it need not be.
An answer that is not asked cannot be read at all. Choices print their title and compare by their name.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from markupsafe import Markup, escape

from agreements.errors import WordingError
from agreements.questions import Group, OneOf, Question, SomeOf
from agreements.values import date_in_words


class Unanswered:
    """Stands where no answer is. False, empty, and whatever is read of it is unanswered too."""

    def __init__(self, question: Question[Any], *, needed: bool) -> None:
        self._question = question
        self._needed = needed

    def __html__(self) -> str:
        if not self._needed:
            return ""
        return Markup("<gap>{}</gap>").format(str(self._question.title))

    def __getattr__(self, name: str) -> "Unanswered":
        if name.startswith("_"):
            raise AttributeError(name)
        return self

    def __bool__(self) -> bool:
        return False

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __len__(self) -> int:
        return 0

    def is_needed(self) -> bool:
        """Whether this must be answered before signing."""
        return self._needed


class Chosen(str):
    """A chosen answer: compares by its name, prints its title."""

    words: str

    @classmethod
    def of(cls, question: OneOf | SomeOf, name: str) -> "Chosen":
        """The choice of this name."""
        chosen = cls(name)
        chosen.words = question.choices[name].title
        return chosen

    def __html__(self) -> str:
        return escape(self.words)


class Answers:
    """A group as clauses see it: its asked questions, its own properties, and `about`, the row it is asked for."""

    def __init__(self, group: Group) -> None:
        self._group = group

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        question = self._group.questions().get(name)
        answer = getattr(self._group, name)
        if question is None:
            return _wrapped(answer)
        if answer is None:
            return Unanswered(question, needed=self._group.needs(name))
        return _seen(question, answer)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Answers) and self._group is other._group

    def __hash__(self) -> int:
        return hash(self._group.path)

    def is_begun(self) -> bool:
        """Whether anything that this group is asked has been answered."""
        return self._group.is_begun

    def is_asked(self, name: str) -> bool:
        """Whether this group is asked the question."""
        return self._group.is_asked(name)


def _seen(question: Question[Any], answer: Any) -> Any:
    if isinstance(question, OneOf):
        return Chosen.of(question, answer)
    if isinstance(question, SomeOf):
        return tuple(Chosen.of(question, name) for name in answer)
    return _wrapped(answer)


def _wrapped(answer: Any) -> Any:
    """Groups and tuples of them as clauses see them; anything else as it is."""
    if isinstance(answer, Group):
        return Answers(answer)
    if isinstance(answer, tuple):
        return tuple(_wrapped(one) for one in answer)
    return answer


def finalize(value: Any) -> Any:
    """What `{{ value }}` prints: dates in words; numbers and yes or no must say how they are meant."""
    if type(value) is date:
        return date_in_words(value)
    if isinstance(value, bool | int | tuple | Answers) or value is None:
        raise WordingError(f"{value!r} cannot be printed as it is; use a filter or ask for a part of it.")
    return value
