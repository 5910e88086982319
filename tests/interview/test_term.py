"""Dates outside the term: before the start they contradict it, after the end they may be meant."""

from datetime import date

import pytest

from agreements.interview import Agreement
from agreements.interview.journey import remarks

TODAY = date(2026, 11, 24)


def faults(**sections):
    return [str(fault) for fault in Agreement.load(sections).faults]


@pytest.mark.parametrize(("end", "is_wrong"), [("2027-01-04", True), ("2027-01-05", False), ("2027-01-06", False)])
def test_an_agreement_does_not_end_before_it_starts(end, is_wrong):
    found = faults(about={"start_date": "2027-01-05"}, ending={"end_type": "fixed", "end_date": end})
    sentence = "ending.end_date: Enter a date on or after the start: the agreement starts on 5 January 2027."
    assert found == ([sentence] if is_wrong else [])


def test_an_end_that_is_not_asked_cannot_be_too_early():
    assert faults(about={"start_date": "2027-01-05"}, ending={"end_type": "rolling", "end_date": "1900-01-01"}) == []


@pytest.mark.parametrize(("day", "is_wrong"), [("2027-01-04", True), ("2027-01-05", False)])
@pytest.mark.parametrize(
    ("section", "rows", "question"), [("reviews", "reviews", "date"), ("targets", "targets", "due")]
)
def test_nothing_is_reviewed_or_due_before_the_agreement_starts(section, rows, question, day, is_wrong):
    found = faults(about={"start_date": "2027-01-05"}, **{section: {rows: [{"id": "x", question: day}]}})
    sentence = "Enter a date on or after the start: the agreement starts on 5 January 2027."
    assert found == ([f"{section}.{rows}.x.{question}: {sentence}"] if is_wrong else [])


@pytest.mark.parametrize(("day", "is_told"), [("2027-12-30", False), ("2027-12-31", False), ("2028-01-05", True)])
def test_a_review_or_a_target_after_the_end_is_remarked_on_and_is_no_fault(day, is_told):
    loaded = Agreement.load(
        {
            "about": {"start_date": "2027-01-05"},
            "targets": {"targets": [{"id": "t", "due": day}]},
            "reviews": {"reviews": [{"id": "r", "date": day}]},
            "ending": {"end_type": "fixed", "end_date": "2027-12-31"},
        }
    )
    assert loaded.faults == ()
    sentence = (
        "5 January 2028 is after the end of the agreement on 31 December 2027. "
        "Keep it only if you mean to look back then."
    )
    paths = ("targets.targets.t", "reviews.reviews.r")
    assert remarks(loaded.interview, TODAY) == (tuple((path, sentence) for path in paths) if is_told else ())


def test_after_an_end_that_is_not_fixed_nothing_is_too_late():
    reviews = {"reviews": [{"id": "r", "date": "2028-01-05"}]}
    rolling = Agreement.load({"reviews": reviews, "ending": {"end_type": "rolling", "end_date": "2027-12-31"}})
    assert remarks(rolling.interview, TODAY) == ()
