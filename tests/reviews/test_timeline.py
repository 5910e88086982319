"""The timeline: which picture is made of which reviews, and what is said of it."""

import pytest

from agreements.document.nodes import Picture
from agreements.interview import Agreement
from agreements.papers import drawn_up
from agreements.reviews import timeline

REVIEWS = [
    {"id": "a", "kind": "early", "date": "2027-03-02"},
    {"id": "b", "kind": "light", "date": "2027-04-13"},
    {"id": "d", "kind": "end", "date": "2027-11-09"},
    {"id": "c", "kind": "light", "date": "2027-07-06"},
]


def agreement(*reviews, start="2027-01-05", end="2027-12-31"):
    loaded = Agreement.load(
        {
            "about": {"start_date": start},
            "reviews": {"reviews": list(reviews)},
            "ending": {"end_type": "fixed", "end_date": end} if end else {"end_type": "rolling"},
        }
    )
    assert loaded.faults == ()
    return loaded.interview


def picture(*reviews, **bounds):
    made = timeline(agreement(*reviews, **bounds))
    assert made is not None
    return made


def test_it_is_said_in_words_how_many_reviews_there_are_of_which_kind_and_when():
    assert picture(*REVIEWS).description == (
        "Timeline: four reviews from 2 March 2027 to 9 November 2027: "
        "one early review, two short reviews and one final review. "
        "The work starts on 5 January 2027. It ends on 31 December 2027. The table lists each date."
    )


def test_one_review_is_on_a_day_and_what_is_not_known_is_not_said():
    assert picture({"id": "a", "date": "2027-03-02"}, start=None, end=None).description == (
        "Timeline: one review on 2 March 2027: one review of a kind not chosen yet. The table lists each date."
    )


@pytest.mark.parametrize("reviews", [(), ({"id": "a", "kind": "full"},)])
def test_without_a_date_there_is_no_picture(reviews):
    assert timeline(agreement(*reviews)) is None


def test_it_is_as_wide_as_the_text_of_a_page():
    assert picture(*REVIEWS).width == 160


def test_the_order_of_the_list_makes_no_other_picture():
    assert picture(*REVIEWS) == picture(*reversed(REVIEWS))


def test_the_schedule_of_reviews_shows_it_above_the_table():
    document, _stamp = drawn_up(agreement(*REVIEWS))
    (schedule,) = [part for part in document.schedules if part.id == "schedule-reviews"]
    assert schedule.blocks[0] == picture(*REVIEWS)
    undated, _stamp = drawn_up(agreement())
    assert not any(isinstance(block, Picture) for part in undated.schedules for block in part.blocks)
