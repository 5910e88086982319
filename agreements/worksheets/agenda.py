"""The agenda of a meeting: what is marked as not settled, and what is needed and still missing, with room to decide."""

from collections.abc import Iterator
from itertools import count

from agreements.document.nodes import Block, Clause, Fact, FactList, Paragraph, Strong, SubHeading, Text
from agreements.document.sheet import Sheet, room_to_write
from agreements.errors import Fault
from agreements.interview.journey import AskedQuestion, asked_below, missing
from agreements.interview.open_points import asked_at, is_private, title
from agreements.language import LANGUAGE, _
from agreements.questions import Interview, Loaded, OpenPoint, State
from agreements.worksheets.typed import typed_paragraphs

_LINES = 2
"""To write a decision on."""


def agenda(loaded: Loaded) -> Sheet:
    """What a meeting has to settle: first what is not agreed, then what to come back to, then what is missing.

    Questions that no paper prints are left out.
    """
    blocks = tuple(_items(loaded))
    nothing = Paragraph((Text(_("Nothing is open, and nothing is missing.")),))
    return Sheet(
        title=_("Meeting agenda: what is still to settle"),
        kind=loaded.interview.title,
        language=LANGUAGE,
        front=(Paragraph((Text(_("Talk about one point at a time. Write down what you decide.")),)),),
        parts=(Clause("points", _("The points"), blocks or (nothing,)),),
        foot=_("An agenda. It binds nobody."),
    )


def _items(loaded: Loaded) -> Iterator[Block]:
    numbers = count(1)
    points = [(point, asked_at(loaded.interview, point.path)) for point in loaded.open_points]
    for state in (State.NOT_AGREED, State.COME_BACK):
        found = [(point, one) for point, one in points if point.state is state and not is_private(one)]
        if found:
            yield SubHeading((Text(state.words),))
        for point, one in found:
            yield from _point(str(next(numbers)), point, one)
    told = {point.path for point, _one in points} | set(_private(loaded.interview))
    gaps = [fault for fault in missing(loaded.interview) if fault.path not in told]
    if gaps:
        yield SubHeading((Text(_("Still to be answered before you sign")),))
    for fault in gaps:
        yield from _gap(str(next(numbers)), fault)


def _private(interview: Interview) -> Iterator[str]:
    for name in interview.sections():
        yield from (one.path for one in asked_below(interview.section(name)) if is_private(one))


def _point(number: str, point: OpenPoint, one: AskedQuestion) -> Iterator[Block]:
    yield _heading(number, title(one))
    stands = _("Nothing yet") if one.answer is None else one.question.in_words(one.answer)
    facts = [Fact(_("What stands now"), tuple(typed_paragraphs(stands)))]
    if point.because:
        facts.append(Fact(_("Why it is open"), tuple(typed_paragraphs(point.because))))
    yield FactList(tuple(facts))
    yield from _decide()


def _gap(number: str, fault: Fault) -> Iterator[Block]:
    yield _heading(number, fault.message)
    yield from _decide()


def _heading(number: str, words: str) -> Paragraph:
    return Paragraph((Strong((Text(words),)),), label=number)


def _decide() -> Iterator[Block]:
    words = _("We decide:")
    yield Paragraph((Text(words),))
    yield from room_to_write(words, _LINES)
