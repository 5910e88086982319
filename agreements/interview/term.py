"""The time for which an agreement holds: what is said of a date that falls outside it."""

from collections.abc import Iterator
from datetime import date

from agreements.language import _
from agreements.questions import Interview
from agreements.values import date_in_words


def before_the_start(interview: Interview, day: date) -> Iterator[str]:
    """What is wrong with a date before the agreement starts: it contradicts the start."""
    start = interview.read("about.start_date")
    if start and day < start:
        yield _("Enter a date on or after the start: the agreement starts on %(start)s.", start=date_in_words(start))


def after_the_end(interview: Interview, day: date) -> Iterator[str]:
    """What is to be said of a date after the end, if that is fixed: it may be meant, as a last look back."""
    end = interview.read("ending.end_date")
    if end and day > end:
        yield _(
            "%(day)s is after the end of the agreement on %(end)s. Keep it only if you mean to look back then.",
            day=date_in_words(day),
            end=date_in_words(end),
        )
