"""The journey through the interview: what is asked, what is answered, what is still missing. Pure functions."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from agreements.errors import Fault
from agreements.language import _
from agreements.questions import ForEach, Group, Interview, ListOf, Loaded, Question, Row, Section
from agreements.values import number_in_words


class Progress(Enum):
    """How far a section is. The value is what the task list says."""

    NOT_STARTED = _("Not started")
    STARTED = _("Started")
    NEEDS_CHANGE = _("Needs a change")
    DONE = _("Done")
    OPTIONAL = _("If you like")


@dataclass(frozen=True)
class AskedQuestion:
    """One question that this group is asked: its path with ids, itself, its group, and its answer (None while open)."""

    path: str
    question: Question[Any]
    group: Group
    answer: Any


def asked(group: Group) -> Iterator[AskedQuestion]:
    """The questions this one section, row or group is asked, in order."""
    for name, question in group.questions().items():
        if group.is_asked(name):
            yield AskedQuestion(f"{group.path}.{name}", question, group, group.get(name))


def asked_below(group: Group) -> Iterator[AskedQuestion]:
    """The same, followed into the rows of lists and into what is asked for each row."""
    for one in asked(group):
        yield one
        if isinstance(one.question, ListOf | ForEach):
            for below in one.answer or ():
                yield from asked_below(below)


def missing(agreement: Interview, section: str | None = None) -> tuple[Fault, ...]:
    """What must still be answered before signing, in asking order: in one section, or in all."""
    names = [section] if section else list(agreement.sections())
    return tuple(fault for name in names for fault in _missing_in(agreement.section(name)))


def _missing_in(section: Section) -> Iterator[Fault]:
    yield from (Fault(one.path, _sentence(one)) for one in asked_below(section) if is_needed(one))
    if section.must_be_whole:
        yield from (Fault(f"{section.path}.{name}", sentence) for name, sentence in section.gaps())


def topics(agreement: Interview) -> Iterator[str]:
    """The names of the sections that this group is asked, in order."""
    for name in agreement.sections():
        section = agreement.section(name)
        if any(section.is_asked(question) for question in section.questions()):
            yield name


def is_needed(one: AskedQuestion) -> bool:
    """Whether this answer is still open, and must be given before signing.

    A topic that is also worth agreeing need not be begun; once begun, it must be whole.
    """
    section = one.group.interview.section(one.group.path.partition(".")[0])
    return _is_open(one) and section.must_be_whole


def _is_open(one: AskedQuestion) -> bool:
    if isinstance(one.question, ForEach) or not one.group.needs(one.question.name):
        return False
    if isinstance(one.question, ListOf):
        return len(one.answer or ()) < one.question.least
    return bool(one.question.to_do(one.answer))


def _sentence(one: AskedQuestion) -> str:
    if isinstance(one.question, ListOf):
        return _(
            "%(question)s Add at least %(least)s.",
            question=one.question.title,
            least=number_in_words(one.question.least),
        )
    row = getattr(one.group, "label", "") or (one.group.about.label if one.group.about else "")
    to_do = one.question.to_do(one.answer)
    return f"{to_do} ({row})" if row else to_do


def remarks(agreement: Interview, today: date) -> tuple[tuple[str, str], ...]:
    """What is worth a second look although it is well formed: (path of the row, sentence), in asking order.

    These are no faults, and nothing waits for them. `today` tells what is far ahead.
    """
    rows = (group for group in agreement.groups() if isinstance(group, Row))
    return tuple((row.path, sentence) for row in rows for sentence in row.remarks(today))


def progress(loaded: Loaded, section: str) -> Progress:
    """How far one section is, as the task list shows it."""
    agreement = loaded.interview
    if any(fault.path.split(".")[0] == section for fault in loaded.faults):
        return Progress.NEEDS_CHANGE
    answers = [one for one in asked_below(agreement.section(section)) if not isinstance(one.question, ForEach)]
    is_started = any(one.answer is not None for one in answers)
    if missing(agreement, section):
        return Progress.STARTED if is_started else Progress.NOT_STARTED
    return Progress.DONE if is_started else Progress.OPTIONAL
