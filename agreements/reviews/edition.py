"""Which calendar a file is, and how often each of its dates has moved: what a calendar program must know of the past.

A program that reads a newer file finds its events by their UID, and takes a newer date when SEQUENCE is higher (RFC
5546, 2.1.5). So UIDs come from an identity that stays when the work is renamed, and SEQUENCE rises only when a date
changes.
Whoever makes calendars keeps both: the wizard in its storage, the command line in the file that it made before.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import NAMESPACE_URL, UUID, uuid5

from icalendar import Calendar

from agreements.errors import CalendarError
from agreements.interview import Agreement
from agreements.interview.reviews_change_ending import Review
from agreements.language import _

PRODUCT = "-//Partnership agreement builder//EN"


@dataclass(frozen=True)
class Edition:
    """One edition of a calendar: its `identity`, and how often dates have moved, by the path of the date's answer."""

    identity: UUID
    moved: Mapping[str, int] = field(default_factory=dict)

    def uid(self, review: Review) -> str:
        """The UID of a review's event: the same in every edition."""
        return f"{uuid5(self.identity, review.id)}@partnership-agreement"

    def sequence(self, review: Review) -> int:
        """How often a review's date has moved."""
        return self.moved.get(path_of_date(review), 0)


def path_of_date(review: Review) -> str:
    """The path of the answer that is a review's date."""
    return f"{review.path}.{Review.date.name}"


def first_edition(known_by: str) -> Edition:
    """The first edition of the calendar of something that is known by these words. They cannot be read back from it."""
    return Edition(uuid5(NAMESPACE_URL, known_by))


def next_edition(agreement: Agreement, previous: bytes, name: str) -> Edition:
    """The edition that follows a calendar we made before, whose file is called `name`. Raises CalendarError."""
    try:
        identity, events = _read(previous)
    except (ValueError, KeyError) as error:
        raise _not_ours(name) from error
    kept = Edition(identity)
    dated = [(review, review.date) for review in agreement.reviews.reviews or () if review.date]
    return Edition(identity, {path_of_date(review): _moved(events.get(kept.uid(review)), day) for review, day in dated})


def _moved(event: tuple[int, date] | None, day: date) -> int:
    """How often a date has moved, by the event that stood for it before, if there was one."""
    if event is None:
        return 0
    sequence, before = event
    return sequence + (before != day)


def _read(content: bytes) -> tuple[UUID, dict[str, tuple[int, date]]]:
    """The identity of a calendar of ours, and its events' sequences and days by UID. Raises ValueError or KeyError."""
    calendar = Calendar.from_ical(content)
    if calendar.get("prodid") != PRODUCT:
        raise ValueError(calendar.get("prodid"))
    events = {str(one["uid"]): (int(str(one["sequence"])), one.decoded("dtstart")) for one in calendar.walk("VEVENT")}
    return UUID(str(calendar["uid"])), events


def _not_ours(name: str) -> CalendarError:
    return CalendarError(
        _(
            "%(file)s is no calendar that was made here. Name the one you made before with --previous, "
            "or another folder with --out.",
            file=name,
        )
    )
