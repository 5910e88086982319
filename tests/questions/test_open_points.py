"""What is typed beside an answer: a state, and a reason in words that are checked as all words are."""

import pytest

from agreements.questions import OpenPoint, State, open_point, read_mark


@pytest.mark.parametrize("typed", [None, {}, {"state": "", "because": ""}])
def test_nothing_typed_is_neither_a_point_nor_a_fault(typed):
    assert open_point("vision.area", typed) is None
    assert read_mark(typed or {}) == ({}, {})


def test_to_come_back_to_something_needs_no_note():
    assert open_point("vision.area", {"state": "come_back"}) == OpenPoint("vision.area", State.COME_BACK)
    assert read_mark({"state": "come_back", "because": ""})[1] == {}


def marked(because):
    """An open point that is not agreed, with this reason."""
    point = open_point("vision.area", {"state": "not_agreed", "because": because})
    assert point
    return point


def test_what_is_not_agreed_needs_a_reason_and_is_an_open_point_without_one():
    point = marked("")
    assert point.state is State.NOT_AGREED
    assert point.faults == ("Say why it is not agreed yet, in a few words.",)


@pytest.mark.parametrize("because", ["W" * 201, "away \u202e with it"])
def test_a_reason_that_cannot_be_accepted_says_what_to_change_and_is_not_printed(because):
    point = marked(because)
    assert point.because == ""
    assert len(point.faults) == 1
    assert "why it is not agreed" not in point.faults[0]


def test_words_alone_ask_for_the_choice():
    accepted, faults = read_mark({"state": "", "because": "Ask Jo."})
    assert accepted == {"because": "Ask Jo."}
    assert list(faults) == ["state"]
