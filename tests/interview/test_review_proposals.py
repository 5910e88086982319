"""Reviews as the interview proposes them, and what it says of dates that people typed."""

from datetime import date

import pytest

from agreements.interview import Agreement
from agreements.interview.journey import remarks
from agreements.interview.reviews_change_ending import Review
from agreements.interview.targets import Target

TODAY = date(2026, 11, 24)


def agreement(nations=("england",), start="2027-08-31", every="quarterly", dates=(), work=None, **ending):
    loaded = Agreement.load(
        {
            "about": {"start_date": start, "work_nations": work},
            "partners": {"partners": [{"id": nation, "nation": nation} for nation in nations]},
            "reviews": {"review_every": every, "reviews": [{"id": day, "date": day} for day in dates]},
            "ending": ending,
        }
    )
    assert loaded.faults == ()
    return loaded.interview


def test_the_proposed_reviews_are_rows_that_the_interview_accepts():
    proposals = Review.proposals(agreement(), TODAY)
    rows = [{"id": f"r{place}", **row.answers} for place, row in enumerate(proposals.rows)]
    loaded = Agreement.load({"reviews": {"reviews": rows}})
    assert loaded.faults == ()
    assert [row.label for row in loaded.interview.reviews.reviews][::4] == [
        "Early review, 12 October 2027",
        "Full review, 31 August 2028",
    ]


def test_they_end_with_the_agreement_if_it_ends_on_a_date():
    rows = Review.proposals(agreement(end_type="fixed", end_date="2027-12-31"), TODAY).rows
    assert [row.label for row in rows] == [
        "Early review, Tuesday 12 October 2027",
        "Final review, Friday 3 December 2027",
    ]


def test_an_end_date_that_is_not_asked_any_more_counts_for_nothing():
    proposals = Review.proposals(agreement(end_type="rolling", end_date="2027-12-31"), TODAY)
    assert "There is no end date" in " ".join(proposals.intro)


def test_what_is_said_of_a_proposed_day_stands_with_it():
    (said,) = [row.remarks for row in Review.proposals(agreement(["scotland"]), TODAY).rows if "30 Nov" in row.label]
    assert said == (
        "31 August 2027 and three months: November 2027 has no 31st, so this is its last day, the 30th.",
        "Tuesday 30 November 2027 is St Andrew’s Day, a bank holiday in Scotland.",
        "The next working day is Wednesday 1 December 2027.",
    )


@pytest.mark.parametrize("missing", [{"start": None}, {"every": None}])
def test_while_the_start_or_the_frequency_is_open_it_is_said_what_comes_first(missing):
    proposals = Review.proposals(agreement(**missing), TODAY)
    assert (proposals.rows, proposals.button) == ((), "")
    assert "Then we suggest dates" in proposals.intro[0]


def test_of_other_lists_no_rows_are_proposed():
    assert Target.proposals(agreement(), TODAY) is None


def test_dates_that_people_typed_are_remarked_on_with_their_path_and_are_no_faults():
    dates = ["2027-12-25", "2027-11-30", "2027-11-29"]
    assert remarks(agreement(["england", "scotland"], dates=dates), TODAY) == (
        ("reviews.reviews.2027-12-25", "Saturday 25 December 2027 is at the weekend."),
        ("reviews.reviews.2027-12-25", "The next working day is Wednesday 29 December 2027."),
        ("reviews.reviews.2027-11-30", "Tuesday 30 November 2027 is St Andrew’s Day, a bank holiday in Scotland."),
        ("reviews.reviews.2027-11-30", "The next working day is Wednesday 1 December 2027."),
    )


@pytest.mark.parametrize(("based", "work"), [("england", "scotland"), ("scotland", "england"), ("scotland", None)])
def test_a_holiday_where_the_work_happens_counts_and_one_where_a_partner_is_based(based, work):
    found = remarks(agreement([based], dates=["2027-11-30"], work=work and [work]), TODAY)
    assert [sentence for _path, sentence in found] == [
        "Tuesday 30 November 2027 is St Andrew’s Day, a bank holiday in Scotland.",
        "The next working day is Wednesday 1 December 2027.",
    ]


def test_the_next_working_day_is_one_for_every_partner():
    work_in_england = agreement(["england", "scotland"], dates=["2028-01-01"], work=["england"], start="2027-08-31")
    assert remarks(work_in_england, TODAY)[-1][1] == "The next working day is Wednesday 5 January 2028."


def test_a_holiday_elsewhere_is_no_matter():
    assert remarks(agreement(["england", "wales"], dates=["2027-11-30"]), TODAY) == ()
    assert remarks(Agreement.load({"reviews": {"reviews": [{"id": "open"}]}}).interview, TODAY) == ()
