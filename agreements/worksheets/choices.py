"""Choices on paper. In a table each has a letter, and what it means stands once above the table."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from agreements.document.nodes import Block, Paragraph, Text
from agreements.document.numbering import letters
from agreements.language import _
from agreements.questions import Choice, Group, OneOf, Question, SomeOf

_MOST_BOXES, _LONGEST_BOX = 4, 20
_APART = "\u00a0\u00a0 "
"""Enough to tell choices apart; a line ends at the last of these spaces, and the others stay with the word."""


def choice_words(title: str, hint: str) -> str:
    """A choice and what it means, on one line."""
    return f"{title}: {hint}" if hint else title


def run_on(words: Iterable[str]) -> str:
    """Choices one after the other, with enough space between them to tell them apart."""
    return _APART.join(words)


def fit_a_cell(titles: Iterable[str]) -> bool:
    """Whether the boxes of these choices have room in a cell."""
    listed = list(titles)
    return 0 < len(listed) <= _MOST_BOXES and max(map(len, listed)) <= _LONGEST_BOX


def lettered(question: Question[Any], group: type[Group]) -> Mapping[str, str]:
    """The letter of each choice of a question in a table; empty where its choices have boxes, or it has none."""
    choices = _lettered_choices(_first_with_these(question, group))
    by_name = {name: letters(place) for place, name in enumerate(choices, 1)}
    return {name: by_name[name] for name in _lettered_choices(question)}


def key(question: Question[Any], group: type[Group], number: str, first_number: str) -> Iterator[str]:
    """How to write an answer in letters: what they mean, or at which question that stands."""
    if not _lettered_choices(question):
        return
    yield _("Write the letters that fit.") if isinstance(question, SomeOf) else _("Write one letter.")
    if first_number != number:
        yield _("The letters are those of %(number)s.", number=first_number)
    elif not _have_hints(question):
        letter_of = lettered(question, group)
        choices = _lettered_choices(question)
        yield run_on(f"{letter_of[name]}:\u00a0{choice.title}" for name, choice in choices.items())


def explained(question: Question[Any], group: type[Group]) -> Iterator[Block]:
    """What each letter means, a line for each, where choices say more than their titles."""
    if _have_hints(question) and _first_with_these(question, group) is question:
        letter_of = lettered(question, group)
        for name, choice in _lettered_choices(question).items():
            yield Paragraph((Text(choice_words(choice.title, choice.hint)),), label=letter_of[name])


def name_of_first(name: str, group: type[Group]) -> str:
    """The question of a group whose letters a question has: an earlier one that offers the same, or itself."""
    first = _first_with_these(group.questions()[name], group)
    return next(one for one, question in group.questions().items() if question is first)


def _first_with_these(question: Question[Any], group: type[Group]) -> Question[Any]:
    wanted = _titles(_lettered_choices(question))
    earlier = (one for one in group.questions().values() if wanted and wanted <= _titles(_lettered_choices(one)))
    return next(earlier, question)


def _have_hints(question: Question[Any]) -> bool:
    return any(choice.hint for choice in _lettered_choices(question).values())


def _lettered_choices(question: Question[Any]) -> Mapping[str, Choice]:
    if isinstance(question, OneOf | SomeOf) and not fit_a_cell(one.title for one in question.choices.values()):
        return question.choices
    return {}


def _titles(choices: Mapping[str, Choice]) -> set[tuple[str, str]]:
    return {(name, choice.title) for name, choice in choices.items()}
