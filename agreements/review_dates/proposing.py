"""Review dates, proposed from the start, the end and how often a group wants to look (row 46).

    early   six weeks after the start: is this what we meant?
    light   then by the frequency, counted from the start
    full    in place of a short one, at least once in twelve months
    end     four weeks before the end, so that there is time to act on it

Months are always counted from the start, so a start on the 31st never drifts to the 28th: where a month is too short
its last day is taken, and that is said. Nothing is moved for a weekend or a bank holiday: that is for the group.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count, takewhile

from dateutil.relativedelta import relativedelta

from agreements.language import Message, _
from agreements.values import counted, date_in_words, ordinal

EARLY = timedelta(weeks=6)
"""From the start to the early review. A partnership that has gone wrong by then can still be put right."""
BEFORE_THE_END = timedelta(weeks=4)
BEFORE_A_NEAR_END = timedelta(weeks=1)
"""The same for work of less than twelve weeks."""
_SHORT = timedelta(weeks=12)
_APART = timedelta(weeks=2)
"""A review is left out when the final one follows it so soon."""


@dataclass(frozen=True)
class Frequency:
    """How far reviews are apart, and which of them is a full one, so that there is one in every twelve months."""

    apart: relativedelta
    full_every: int


FREQUENCIES = {
    "6w": Frequency(relativedelta(weeks=6), full_every=8),
    "quarterly": Frequency(relativedelta(months=3), full_every=4),
    "4m": Frequency(relativedelta(months=4), full_every=3),
    "6m": Frequency(relativedelta(months=6), full_every=2),
    "12m": Frequency(relativedelta(months=12), full_every=1),
}


@dataclass(frozen=True)
class ProposedReview:
    """A review that we propose: its kind, its day, and how the end of a month was treated, if it was one."""

    kind: str
    day: date
    month_end: Message | None = None


@dataclass(frozen=True)
class ProposedReviews:
    """What we propose, in order of days, and what must be said of the whole."""

    reviews: tuple[ProposedReview, ...]
    remarks: tuple[Message, ...]


def propose(start: date, end: date | None, frequency: str, most: int) -> ProposedReviews:
    """Propose reviews from a start to an end, or for the first year; `frequency` is a name in FREQUENCIES.

    There are at most `most`, the final one among them. An end before the start counts as none.
    """
    if end is None or end < start:
        first_year = tuple(_regular(start, start + relativedelta(years=1), FREQUENCIES[frequency]))
        return ProposedReviews(
            first_year[:most],
            (_("There is no end date, so these are for the first year. Plan the next year at the last of them."),),
        )
    final = ProposedReview("end", _final_day(start, end))
    before = tuple(_regular(start, final.day - _APART, FREQUENCIES[frequency]))
    return ProposedReviews((*before[: most - 1], final), tuple(_too_many(len(before) + 1, most)))


def _final_day(start: date, end: date) -> date:
    ahead = BEFORE_THE_END if end - start >= _SHORT else BEFORE_A_NEAR_END
    return max(start, end - ahead)


def _too_many(number: int, most: int) -> Iterator[Message]:
    if number > most:
        yield _(
            "A list holds up to %(most)s reviews. These are the first %(first)s, and the final one.",
            most=most,
            first=most - 1,
        )


def _regular(start: date, last: date, frequency: Frequency) -> Iterator[ProposedReview]:
    """The early review, and those by the frequency, up to a last day."""
    early = start + EARLY
    if early <= last:
        yield ProposedReview("early", early, _leap_day(early))
    for number in takewhile(lambda number: start + number * frequency.apart <= last, count(1)):
        apart = number * frequency.apart
        day = start + apart
        if day > early:
            kind = "light" if number % frequency.full_every else "full"
            yield ProposedReview(kind, day, _month_end(start, apart, day) or _leap_day(day))


def _month_end(start: date, apart: relativedelta, day: date) -> Message | None:
    """How a month was treated that is too short for the day of the start, if it is and months are counted."""
    months = 12 * apart.years + apart.months
    if not months or day.day == start.day:
        return None
    said = {
        "start": date_in_words(start),
        "months": counted(months, _("month"), _("months")),
        "month": date_in_words(day).split(" ", 1)[1],
        "missing": ordinal(start.day),
        "taken": ordinal(day.day),
    }
    if day.month == 2 and day.day == 29:
        return _(
            "%(start)s and %(months)s: %(month)s has no %(missing)s, so this is its last day, the %(taken)s. "
            "It is a leap year.",
            **said,
        )
    return _("%(start)s and %(months)s: %(month)s has no %(missing)s, so this is its last day, the %(taken)s.", **said)


def _leap_day(day: date) -> Message | None:
    if (day.month, day.day) == (2, 29):
        return _("%(day)s is a leap day. Most years have no 29 February.", day=date_in_words(day))
    return None
