"""The calendar of a draft: its events keep their names, and tell how often their dates have moved."""

import pytest
from icalendar import Calendar
from sqlalchemy import select

from service.storage.engine import db
from service.storage.models import Draft, Move

DATABASES = ("sqlite", "postgresql")

ROW = "sections/reviews/reviews/rows/trial"


def events(browser):
    """UID and sequence of each event by its day."""
    browser.open("calendar")
    found = Calendar.from_ical(browser.response.get_data()).walk("VEVENT")
    return {event.decoded("dtstart").isoformat(): (str(event["uid"]), event["sequence"]) for event in found}


def move(browser, day, month="3", year="2027"):
    browser.open(ROW).submit(**{"date-day": day, "date-month": month, "date-year": year})


def test_every_event_begins_at_nought(example):
    found = events(example)
    assert len(found) == 7
    assert {sequence for _uid, sequence in found.values()} == {0}


def test_a_date_that_moves_keeps_its_event_and_raises_its_sequence_alone(example):
    before = events(example)
    move(example, "9")
    after = events(example)
    assert after.pop("2027-03-09") == (before.pop("2027-03-02")[0], 1)
    assert after == before


def test_each_further_move_counts_also_the_one_back(example):
    for day in ("9", "16", "2"):
        move(example, day)
    assert events(example)["2027-03-02"][1] == 3


@pytest.mark.parametrize("typed", [{"kind": "full"}, {"inputs": "Something else"}])
def test_other_answers_of_a_review_move_nothing(example, typed):
    before = events(example)
    example.open(ROW).submit(**typed)
    assert events(example) == before


def test_half_a_date_and_no_date_move_nothing_until_there_is_another(example):
    move(example, "31", month="2")
    move(example, "", "", "")
    assert "2027-03-02" not in events(example)
    move(example, "2")
    assert events(example)["2027-03-02"][1] == 0
    move(example, "", "", "")
    move(example, "9")
    assert events(example)["2027-03-09"][1] == 1


def test_a_first_date_is_no_move(draft):
    draft.open("sections/reviews/reviews/add").submit(kind="light")
    draft.open(draft.links()["Change Short review"])
    draft.submit(**{"date-day": "2", "date-month": "3", "date-year": "2027"})
    assert events(draft)["2027-03-02"][1] == 0


def test_renaming_the_work_keeps_every_event(example):
    before = events(example)
    example.open("sections/about").submit(short_name="Food bank")
    assert events(example) == before


def test_downloading_changes_nothing(example, app):
    move(example, "9")
    assert events(example) == events(example)
    with app.app_context():
        assert db.session.scalars(select(Move.times)).all() == [1]


def test_two_drafts_of_one_example_have_events_of_their_own(example, visitor):
    first = events(example)
    second = events(visitor.begin("f2-brook-lane-welcome"))
    assert not {uid for uid, _sequence in first.values()} & {uid for uid, _sequence in second.values()}


def test_the_calendar_says_nothing_of_the_draft_s_address(example):
    events(example)
    assert example.draft not in example.response.get_data(as_text=True)


def test_moves_go_with_their_draft(example, app):
    move(example, "9")
    with app.app_context():
        db.session.delete(db.session.get(Draft, example.draft))
        db.session.commit()
        assert db.session.scalars(select(Move)).all() == []
