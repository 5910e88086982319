"""The reviews of an agreement as an iCalendar file: one event for the whole day of each review (row 46)."""

from datetime import UTC, date, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from agreements.errors import RenderingError
from agreements.interview import Agreement
from agreements.interview.reviews_change_ending import Review
from agreements.language import _
from agreements.reviews.edition import PRODUCT, Edition

REMIND_DAYS_BEFORE = (30, 7)
_MADE = datetime(2000, 1, 1, tzinfo=UTC)
"""The same in every file: a file made twice from the same answers is the same file.

Programs may do without a true one: of two editions of an event, the one with the higher SEQUENCE is newer.
"""


def calendar(agreement: Agreement, edition: Edition) -> bytes:
    """Every review that has a date, with reminders 30 and 7 days before.

    An event's UID comes from the edition's identity and the row's id, so that a new file moves the event in a calendar
    and does not double it, whatever the work is called by then. A review that was removed is simply not there any more.
    Raises RenderingError while no review has a date: a calendar without any event is no calendar (RFC 5545, 3.6).
    """
    dated = [(review, review.date) for review in agreement.reviews.reviews or () if review.date]
    if not dated:
        raise RenderingError(_("No review has a date yet. Enter a date for a review first."))
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("uid", str(edition.identity))
    work = agreement.about.short_name or agreement.about.full_title or _("Our partnership")
    for review, day in dated:
        made.add_component(_event(review, day, work, edition))
    content: bytes = made.to_ical()
    return content


def _event(review: Review, day: date, work: str, edition: Edition) -> Event:
    event = Event()
    event.add("uid", edition.uid(review))
    event.add("sequence", edition.sequence(review))
    event.add("dtstamp", _MADE)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    kind = Review.kind.in_words(review.kind) if review.kind else _("Review")
    event.add("summary", _("%(kind)s: %(work)s", kind=kind, work=work))
    event.add("description", _details(review))
    event.add("transp", "TRANSPARENT")
    for days in REMIND_DAYS_BEFORE:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("trigger", timedelta(days=-days))
        alarm.add("description", _("%(kind)s in %(days)s days: %(work)s", kind=kind, days=days, work=work))
        event.add_component(alarm)
    return event


def _details(review: Review) -> str:
    led_by = _("Led by %(partner)s.", partner=review.led_by.name) if review.led_by else ""
    attendees = Review.attendees.in_words(review.attendees) if review.attendees else ""
    who = _("Who takes part: %(who)s.", who=attendees) if attendees else ""
    inputs = _("What we look at: %(inputs)s", inputs=review.inputs) if review.inputs else ""
    return "\n".join(line for line in (led_by, who, inputs) if line)
