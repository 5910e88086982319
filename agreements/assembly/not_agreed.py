"""What the partners do not agree on yet, at the head of a draft: marked as gaps are, with the reason and the place.

It is read off the marks beside the answers. It is no text of the agreement, so no fingerprint has it.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace

from agreements.document.nodes import Clause, Document, Gap, Inline, Item, ItemList, Paragraph, Reference, Text
from agreements.document.numbering import numbered
from agreements.interview import Written
from agreements.interview.journey import AskedQuestion
from agreements.interview.open_points import asked_at, is_private, title
from agreements.language import _
from agreements.questions import OpenPoint, Printed, State


def with_not_agreed(document: Document, interview: Written, open_points: Collection[OpenPoint]) -> Document:
    """The same document, headed by what is not agreed. Questions that no paper prints are left out."""
    parts = frozenset(part.id for part in (*document.clauses, *document.schedules))
    items = tuple(
        _item(one, point, parts)
        for point in open_points
        if point.state is State.NOT_AGREED
        for one in (asked_at(interview, point.path),)
        if not is_private(one)
    )
    if not items:
        return document
    clause = Clause("not-agreed", _("Not agreed yet"), (ItemList(items),), fingerprinted=False)
    return numbered(replace(document, not_agreed=clause))


def _item(one: AskedQuestion, point: OpenPoint, parts: Collection[str]) -> Item:
    reason = (Paragraph((Text(point.because),), typed=True),) if point.because else ()
    return Item((Paragraph(tuple(_question(one, parts))), *reason))


def _question(one: AskedQuestion, parts: Collection[str]) -> Iterator[Inline]:
    yield Gap(title(one), is_not_agreed=True)
    effect = one.question.effect
    places = [place for place in effect.clauses if place in parts] if isinstance(effect, Printed) else []
    if places:
        yield from (Text(_(" See ")), Reference(places[0]), Text("."))
