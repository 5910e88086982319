"""The points of an answer set that are still open: read from what was typed, in asking order, and put into words.

An answer file holds them beside its sections, by the path of the answer:

    open_points:
      deciding.voting:
        state: not_agreed
        because: The council has not talked about it yet.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from agreements.errors import Fault
from agreements.interview.journey import AskedQuestion, asked_below
from agreements.language import _
from agreements.questions import (
    FindingOnly,
    Group,
    Interview,
    Loaded,
    Mark,
    OpenPoint,
    State,
    group_of,
    open_point,
    read_mark,
)
from agreements.questions.text import shown

OPEN_POINTS = "open_points"
"""The name under which an answer file holds them."""


def open_points(interview: Interview, typed: Any) -> tuple[OpenPoint, ...]:
    """What is open of the questions that are asked, in asking order. Other marks are kept, and say nothing."""
    given = typed if isinstance(typed, Mapping) else {}
    if not given:  # most have none, and to walk all the questions takes a quarter of the time of loading
        return ()
    known = places(interview) & set(given)
    asked = (one.path for name in interview.sections() for one in asked_below(interview.section(name)))
    found = (open_point(path, given[path]) for path in asked if path in known)
    return tuple(one for one in found if one)


def faulty_marks(interview: Interview, typed: Any) -> tuple[Fault, ...]:
    """What is to be changed in an answer file's open points: no such question, words too long, a reason left out."""
    if typed is None:
        return ()
    if not isinstance(typed, Mapping):
        return (Fault(OPEN_POINTS, _("Write the open points by the paths of their questions.")),)
    known = places(interview)
    return tuple(fault for path, mark in typed.items() for fault in _faults(path, mark, is_known=path in known))


def without_a_question(interview: Interview, typed: Any) -> tuple[Fault, ...]:
    """What of an answer file's open points would be lost, because there is no place to keep it."""
    kept = {f"{OPEN_POINTS}.{path}" for path in places(interview)}
    names = ("", *(f".{name}" for name in Mark.questions()))
    return tuple(
        fault
        for fault in faulty_marks(interview, typed)
        if not any(fault.path.removesuffix(name) in kept for name in names)
    )


def _faults(path: str, mark: Any, *, is_known: bool) -> Iterator[Fault]:
    here = f"{OPEN_POINTS}.{shown(path)}"
    if not is_known:
        yield Fault(here, _("There is no question at this place."))
        return
    for name, sentences in read_mark(mark)[1].items():
        yield from (Fault(f"{here}.{shown(name)}" if name else here, sentence) for sentence in sentences)


def places(interview: Interview) -> frozenset[str]:
    """The paths of all questions that can be marked, asked or not: those that are no list."""
    return frozenset(
        f"{group.path}.{name}"
        for group in interview.groups()
        for name, question in group.questions().items()
        if group_of(question) is None
    )


def asked_at(interview: Interview, path: str) -> AskedQuestion:
    """The question at the path of an open point, with its answer."""
    return next(one for one in asked_below(interview.section(path.partition(".")[0])) if one.path == path)


def title(one: AskedQuestion) -> str:
    """A question by its title and, in a list, by its row: "What is its full name? (Brook Lane)"."""
    row = row_label(one.group)
    return f"{one.question.title} ({row})" if row else one.question.title


def row_label(group: Group) -> str:
    """What people call the row that a question is asked about; "" outside lists."""
    row: Any = group.about or group
    return getattr(row, "label", "")


def is_private(one: AskedQuestion) -> bool:
    """Whether the answer is for the partners' own eyes: no paper prints it, so none names it as open."""
    return isinstance(one.question.effect, FindingOnly)


def not_agreed(loaded: Loaded) -> tuple[Fault, ...]:
    """What stands in the way of a final copy because it is not agreed yet."""
    return tuple(
        Fault(path, _("Not agreed yet: %(question)s", question=named))
        for path, named in _named(loaded, State.NOT_AGREED)
    )


def to_come_back_to(loaded: Loaded) -> tuple[Fault, ...]:
    """What people want to come back to. Nothing waits for it."""
    return tuple(
        Fault(path, _("You wanted to come back to this: %(question)s", question=named))
        for path, named in _named(loaded, State.COME_BACK)
    )


def _named(loaded: Loaded, state: State) -> Iterator[tuple[str, str]]:
    for point in loaded.open_points:
        if point.state is state:
            yield point.path, title(asked_at(loaded.interview, point.path))
