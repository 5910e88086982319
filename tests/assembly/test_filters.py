"""Filters of clauses."""

from datetime import date

import pytest

from agreements.assembly.answers import Answers, Unanswered
from agreements.assembly.filters import FILTERS, is_asked, paragraphs
from agreements.interview import Agreement
from agreements.interview.about_us import About
from tests.answer_sets import complete

NEEDED, OPTIONAL = Unanswered(About.full_title, needed=True), Unanswered(About.notice, needed=False)
COMPLETE = Agreement.load(complete()).interview


@pytest.mark.parametrize(
    ("typed", "markup"),
    [
        ("one", '<p class="typed">one</p>'),
        ("one\ntwo", '<p class="typed">one<br/>two</p>'),
        ("one\n\ntwo", '<p class="typed">one</p><p class="typed">two</p>'),
        ("one\n\n\n\n\ntwo", '<p class="typed">one</p><p class="typed">two</p>'),
        ("<b> & {{ x }}\n\"'", '<p class="typed">&lt;b&gt; &amp; {{ x }}<br/>&#34;&#39;</p>'),
    ],
)
def test_typed_words_become_paragraphs_with_their_line_breaks(typed, markup):
    assert paragraphs(typed) == markup


def test_paragraphs_of_an_open_answer_are_a_gap_or_nothing():
    assert paragraphs(NEEDED) == '<p class="typed"><gap>What is this agreement called?</gap></p>'
    assert paragraphs(OPTIONAL) == ""


@pytest.mark.parametrize("name", ["and", "counted", "figures", "weekday"])
def test_every_other_filter_leaves_an_open_answer_as_it_is(name):
    assert FILTERS[name](NEEDED) is NEEDED


def test_rows_are_listed_by_their_labels():
    partners = tuple(Answers(partner) for partner in COMPLETE.partners.partners[:3])
    names = [f"Words on partners.partners.known_as, {place}" for place in range(3)]
    assert FILTERS["and"](partners) == f"{names[0]}, {names[1]} and {names[2]}"
    assert FILTERS["and"](partners[:1]) == names[0]


def test_choices_are_listed_by_their_titles_which_begin_small_after_the_first():
    talking = Agreement.load({"talking": {"channels": [{"audience": ["users", "boards", "funder"]}]}}).interview.talking
    audience = Answers(talking).channels[0].audience
    assert FILTERS["and"](audience) == "Trustees or committee members, people who use the service and the funder"


@pytest.mark.parametrize(
    ("name", "value", "arguments", "words"),
    [
        ("counted", 1, ("day", "days"), "one day"),
        ("counted", 90, ("day", "days"), "90 days"),
        ("figures", 2005, (), "2005"),
        ("weekday", date(2027, 1, 12), (), "Tuesday 12 January 2027"),
    ],
)
def test_numbers_and_days_are_put_into_words(name, value, arguments, words):
    assert FILTERS[name](value, *arguments) == words


def test_a_clause_may_ask_whether_something_is_asked():
    ending = Answers(Agreement.load({"ending": {"end_type": "rolling"}}).interview.ending)
    assert is_asked(ending, "users_plan")
    assert not is_asked(ending, "end_date")
