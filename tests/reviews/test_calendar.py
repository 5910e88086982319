"""The calendar of reviews, read back by its own library."""

from datetime import date, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from agreements.errors import RenderingError
from agreements.interview import Agreement
from agreements.reviews import Edition, calendar, first_edition

PARTNERS = {"partners": [{"id": "h", "legal_name": "Harbour, Advice; & Co", "known_as": "Harbour"}]}
REVIEW = {
    "id": "first",
    "kind": "early",
    "date": "2027-03-02",
    "led_by": "h",
    "attendees": ["users", "managers"],
    "inputs": "Sheets; from, the door\nand \\ more " + "ŵ" * 100,
}


EDITION = first_edition("one")


def made(*reviews: dict[str, Any], edition: Edition = EDITION, **about: str) -> bytes:
    answers = {
        "about": about or {"short_name": "Warm room"},
        "partners": PARTNERS,
        "reviews": {"reviews": list(reviews)},
    }
    loaded = Agreement.load(answers)
    assert loaded.faults == ()
    return calendar(loaded.interview, edition)


def events(content: bytes) -> list[Any]:
    return Calendar.from_ical(content).walk("VEVENT")


def test_each_review_is_an_event_of_a_whole_day():
    (event,) = events(made(REVIEW))
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2027, 3, 2), date(2027, 3, 3))
    assert event["summary"] == "Early review: Warm room"
    assert event["transp"] == "TRANSPARENT"


def test_an_event_says_who_leads_who_comes_and_what_to_bring_in_full():
    (event,) = events(made(REVIEW))
    assert event["description"] == (
        "Led by Harbour.\nWho takes part: Managers and people who use the service.\n"
        "What we look at: Sheets; from, the door\nand \\ more " + "ŵ" * 100
    )


def test_what_is_open_is_left_out():
    (event,) = events(made({"id": "x", "date": "2027-03-02"}))
    assert (event["summary"], event["description"]) == ("Review: Warm room", "")


def test_people_are_reminded_thirty_and_seven_days_before():
    (event,) = events(made(REVIEW))
    alarms = [(alarm.decoded("trigger"), alarm["description"]) for alarm in event.walk("VALARM")]
    assert alarms == [
        (timedelta(days=-30), "Early review in 30 days: Warm room"),
        (timedelta(days=-7), "Early review in 7 days: Warm room"),
    ]


def test_a_review_without_a_date_waits():
    assert len(events(made(REVIEW, {"id": "second", "kind": "full"}))) == 1


@pytest.mark.parametrize("reviews", [(), ({"id": "x", "kind": "full"},)])
def test_a_calendar_without_any_day_is_refused(reviews):
    with pytest.raises(RenderingError, match="No review has a date yet"):
        made(*reviews)


def test_the_same_answers_are_the_same_bytes():
    assert made(REVIEW) == made(REVIEW)


def test_a_review_that_moves_keeps_its_name_so_that_no_calendar_doubles_it():
    (before,) = events(made(REVIEW))
    (after,) = events(made({**REVIEW, "date": "2027-04-13", "kind": "full"}))
    assert before["uid"] == after["uid"]


def test_each_review_has_a_name_of_its_own_in_each_agreement():
    here = [event["uid"] for event in events(made(REVIEW, {**REVIEW, "id": "second"}))]
    there = [event["uid"] for event in events(made(REVIEW, edition=first_edition("two")))]
    assert len({*here, *there}) == 3


def test_whoever_renames_the_work_keeps_the_events():
    (here,), (there,) = events(made(REVIEW)), events(made(REVIEW, short_name="Food bank"))
    assert (here["uid"], here["sequence"]) == (there["uid"], there["sequence"])
    assert here["summary"] != there["summary"]


def test_a_date_that_has_moved_says_how_often():
    other = {**REVIEW, "id": "second"}
    first, second = events(made(REVIEW, other, edition=Edition(EDITION.identity, {"reviews.reviews.second.date": 3})))
    assert (first["sequence"], second["sequence"]) == (0, 3)


@pytest.mark.parametrize(
    ("about", "work"),
    [({"full_title": "The Warm Room Partnership"}, "The Warm Room Partnership"), ({"notice": "x"}, "Our partnership")],
)
def test_the_work_is_called_what_it_can_be(about, work):
    (event,) = events(made(REVIEW, **about))
    assert event["summary"] == f"Early review: {work}"


def test_it_is_a_calendar_that_programs_can_read():
    content = made(REVIEW)
    assert content.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert max(len(line) for line in content.split(b"\r\n")) <= 75


def test_nobody_is_named_in_it():
    answers = {"reviews": {"reviews": [REVIEW]}, "partners": PARTNERS}
    roles = {"roles": [{"id": "r", "kind": "chair", "holder_partner": "h", "holder_person": "Joan Whitlock"}]}
    assert b"Joan" not in calendar(Agreement.load({**answers, "roles": roles}).interview, EDITION)
