"""Rows that the interview proposes for an empty list, and what it remarks on rows there are."""

import pytest

from service.storage import drafts
from tests.service.browsing import Browser

DATABASES = ("sqlite", "postgresql")

LISTING = "sections/reviews/reviews"


def second_window(browser):
    """Another window of the same browser."""
    second = Browser(browser.client.application)
    second.client, second.draft = browser.client, browser.draft
    return second


def _cards(browser):
    return [card.text_content().strip() for card in browser.page.find_class("govuk-summary-card__title")]


def _answer_first(browser, **start):
    day = {"day": "31", "month": "8", "year": "2027", **start}
    browser.open("sections/about").submit(**{f"start_date-{part}": typed for part, typed in day.items()})
    browser.open("sections/reviews").submit(review_every="quarterly")


@pytest.fixture
def ready(draft):
    """A draft that says when the work starts, and how often reviews are."""
    _answer_first(draft)
    return draft.open(LISTING)


def test_dates_are_proposed_on_the_empty_list_with_what_is_to_be_said_of_them(ready):
    assert "Dates we suggest" in ready.text
    assert "Short review, Tuesday 30 November 2027" in ready.text
    assert "November 2027 has no 31st, so this is its last day, the 30th." in ready.text


def test_one_click_makes_ordinary_rows_of_them(ready):
    ready.submit(ready.form(action="propose"))
    assert _cards(ready)[0] == "Early review, 12 October 2027"
    assert (len(_cards(ready)), "Dates we suggest" in ready.text) == (5, False)
    ready.open(ready.links()["Change Early review, 12 October 2027"]).submit(**{"date-day": "13"})
    assert _cards(ready.open(LISTING))[0] == "Early review, 13 October 2027"


def test_what_must_be_answered_first_is_said_and_there_is_no_button(draft):
    draft.open(LISTING)
    assert "Then we suggest dates." in draft.text
    assert not [form for form in draft.page.forms if "propose" in form.get("action", "")]
    assert "Dates we suggest" not in draft.open("sections/targets/targets").text


def test_nothing_is_added_to_a_list_that_somebody_filled_meanwhile(ready):
    stale = ready.form(action="propose")
    other = second_window(ready)
    other.submit(other.open(LISTING).form(action="propose"))
    ready.submit(stale)
    assert "Nothing was added, because there is something in this list by now." in ready.text
    assert len(_cards(ready)) == 5


def test_nothing_is_added_that_the_page_did_not_show(ready):
    stale = ready.form(action="propose")
    _answer_first(second_window(ready), day="1")
    ready.submit(stale)
    assert "Our suggestions have changed" in ready.text
    assert (_cards(ready), "Monday 1 November 2027" in ready.text) == ([], True)


def test_rows_that_were_removed_stay_removed_beside_those_that_are_added(ready):
    ready.open(f"{LISTING}/add").submit(kind="light")
    ready.open(LISTING).open(ready.links()["Remove Short review"])
    ready.submit(ready.form(action="remove"))
    ready.submit(ready.form(action="propose"))
    assert len(_cards(ready)) == 5
    assert "Put back Short review" in ready.text


def test_a_card_says_that_its_day_is_at_the_weekend(draft):
    draft.open(f"{LISTING}/add").submit(**{"date-day": "25", "date-month": "12", "date-year": "2027"})
    assert "Look again Saturday 25 December 2027 is at the weekend. The next working day is" in draft.text


def test_a_list_that_proposes_nothing_takes_nothing(ready):
    fields = [*ready.fields(ready.form(action="propose"))]
    ready.post(f"/drafts/{ready.draft}/sections/targets/targets/propose", fields)
    assert _cards(ready) == []


def test_a_draft_that_is_full_takes_no_proposals(ready, monkeypatch):
    monkeypatch.setattr(drafts, "MOST_STORED", 10)
    ready.submit(ready.form(action="propose"))
    assert ready.status != 200
    monkeypatch.undo()
    assert _cards(ready.open(LISTING)) == []
