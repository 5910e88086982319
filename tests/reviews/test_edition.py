"""Editions of a calendar: one follows another, and only a new date raises a sequence."""

import pytest
from icalendar import Calendar

from agreements.errors import CalendarError
from agreements.interview import Agreement
from agreements.reviews import calendar, first_edition, next_edition

FIRST = {"id": "a", "kind": "early", "date": "2027-03-02"}
SECOND = {"id": "b", "kind": "full", "date": "2027-07-06"}
NOT_OURS = {
    "nothing": b"",
    "something else": b"hello",
    "bytes": b"\xff\xfe\x00",
    "another program's": b"BEGIN:VCALENDAR\r\nPRODID:-//Other//EN\r\nUID:x\r\nEND:VCALENDAR\r\n",
    "only an event": b"BEGIN:VEVENT\r\nUID:a\r\nEND:VEVENT\r\n",
}


def agreement(*reviews, **about):
    return Agreement.load({"about": about, "reviews": {"reviews": list(reviews)}}).interview


def follow(previous, *reviews, **about):
    """The next calendar after one that we made."""
    now = agreement(*reviews, **about)
    return calendar(now, next_edition(now, previous, "reviews.ics"))


def events(content):
    """UID and sequence of each event by its day."""
    found = Calendar.from_ical(content).walk("VEVENT")
    return {event.decoded("dtstart").isoformat(): (str(event["uid"]), event["sequence"]) for event in found}


@pytest.fixture
def begun():
    return calendar(agreement(FIRST, SECOND, short_name="Warm room"), first_edition("draft one"))


def test_the_same_reviews_make_the_same_calendar_again(begun):
    assert follow(begun, FIRST, SECOND, short_name="Warm room") == begun


def test_a_date_that_changes_raises_its_own_sequence_each_time_and_no_other(begun):
    once = follow(begun, {**FIRST, "date": "2027-03-09"}, SECOND)
    twice = follow(once, {**FIRST, "date": "2027-03-16"}, SECOND)
    back = follow(twice, FIRST, SECOND)
    assert [events(one)["2027-07-06"][1] for one in (once, twice, back)] == [0, 0, 0]
    assert (events(once)["2027-03-09"][1], events(twice)["2027-03-16"][1], events(back)["2027-03-02"][1]) == (1, 2, 3)
    uids = {events(begun)["2027-03-02"][0], events(once)["2027-03-09"][0], events(back)["2027-03-02"][0]}
    assert len(uids) == 1


def test_new_words_raise_no_sequence(begun):
    after = follow(begun, {**FIRST, "kind": "light", "inputs": "The sheets"}, SECOND, short_name="Food bank")
    assert events(after) == events(begun)
    assert after != begun


def test_a_review_that_was_removed_is_not_there_and_a_new_one_begins_at_nought(begun):
    after = follow(begun, SECOND, {"id": "c", "date": "2027-09-01"})
    assert list(events(after)) == ["2027-07-06", "2027-09-01"]
    assert events(after)["2027-09-01"][1] == 0


@pytest.mark.parametrize("content", NOT_OURS.values(), ids=NOT_OURS)
def test_what_is_no_calendar_of_ours_is_refused_with_what_to_do(content):
    with pytest.raises(CalendarError, match=r"mine\.ics is no calendar that was made here\. Name the one"):
        next_edition(agreement(FIRST), content, "mine.ics")


@pytest.mark.parametrize(
    ("ours", "broken"), [(b"SEQUENCE:0", b"SEQUENCE:x"), (b"SEQUENCE:0\r\n", b""), (b"PRODID", b"X-PRODID")]
)
def test_a_calendar_of_ours_that_was_broken_is_refused_too(begun, ours, broken):
    with pytest.raises(CalendarError):
        next_edition(agreement(FIRST), begun.replace(ours, broken), "mine.ics")


def test_what_an_edition_is_known_by_cannot_be_read_from_it():
    assert b"draft one" not in calendar(agreement(FIRST), first_edition("draft one"))
    assert first_edition("draft one") != first_edition("draft two")
