"""The filters and tests that clauses may use. Each leaves an unanswered value as it is, so that its gap shows."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any

from markupsafe import Markup, escape

from agreements.assembly.answers import Answers, Unanswered
from agreements.values import counted, list_in_words, pounds, titles_in_words, weekday_in_words

_TYPED = Markup('<p class="typed">{}</p>')


def _for_answers(words: Callable[..., str]) -> Callable[..., Any]:
    @wraps(words)
    def filtered(answer: Any, *arguments: Any) -> Any:
        return answer if isinstance(answer, Unanswered) else words(answer, *arguments)

    return filtered


def paragraphs(answer: Any) -> Markup:
    """Typed words as paragraphs of their own: an empty line parts paragraphs, a line break stays."""
    if isinstance(answer, Unanswered):
        return _TYPED.format(answer) if answer.is_needed() else Markup()
    parts = [part.strip("\n") for part in str(answer).split("\n\n")]
    return Markup().join(_typed(part) for part in parts if part)


def _typed(part: str) -> Markup:
    return _TYPED.format(Markup("<br/>").join(part.split("\n")))


def _names(several: Any) -> str:
    """Rows by their labels, choices by their titles."""
    if isinstance(several[0], Answers):
        return list_in_words([row.label for row in several])
    return titles_in_words([choice.words for choice in several])


def _proper_names(several: Any) -> str:
    """Choices whose titles are names, so that none of them begins small in the middle of a sentence."""
    return list_in_words([choice.words for choice in several])


def _counted(number: int, one: str, many: str) -> str:
    return counted(number, one, many)


def _figures(number: int) -> str:
    return str(number)


def _pounds(pence: int) -> str:
    return pounds(pence)


def _of(rows: Any, partner: Any) -> tuple[Any, ...]:
    """The rows whose `partner` is this one."""
    return tuple(row for row in rows if row.partner == partner)


def _total(rows: Any) -> int:
    """The sum of the rows' amounts, in pence; one that is not given yet counts nothing."""
    return sum(row.amount or 0 for row in rows)


def _weekday(day: date) -> str:
    return weekday_in_words(day)


FILTERS: dict[str, Callable[..., Any]] = {
    "paragraphs": paragraphs,
    "and": _for_answers(_names),
    "names": _for_answers(_proper_names),
    "counted": _for_answers(_counted),
    "figures": _for_answers(_figures),
    "pounds": _for_answers(_pounds),
    "of": _of,
    "total": _total,
    "weekday": _for_answers(_weekday),
    "escape": escape,
    "e": escape,
}


def is_begun(answers: Answers) -> bool:
    """`quality is begun`: whether this section is asked, and anything in it is answered."""
    return answers.is_begun()


def is_asked(answers: Answers, name: str) -> bool:
    """`partner is asked("host")`: whether this question is asked here."""
    return answers.is_asked(name)
