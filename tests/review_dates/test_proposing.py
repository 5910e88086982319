"""Proposed review dates: which, when, and what is said of the ends of months."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreements.interview.reviews_change_ending import REVIEW_KINDS, Reviews
from agreements.review_dates.proposing import FREQUENCIES, propose

START = date(2027, 1, 5)
YEAR_END = date(2027, 12, 31)
MOST = 100
DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))


def proposed(start: date = START, end: date | None = None, frequency: str = "quarterly") -> list[tuple[str, date]]:
    return [(review.kind, review.day) for review in propose(start, end, frequency, MOST).reviews]


def month_ends(start: date, frequency: str, end: date | None = None) -> list[str]:
    return [str(one.month_end) for one in propose(start, end, frequency, MOST).reviews if one.month_end]


def test_it_knows_every_frequency_that_the_interview_offers_and_no_other():
    assert list(FREQUENCIES) == list(Reviews.review_every.choices)


def test_a_year_has_an_early_review_short_ones_and_a_final_one_before_the_end():
    assert proposed(end=YEAR_END) == [
        ("early", date(2027, 2, 16)),
        ("light", date(2027, 4, 5)),
        ("light", date(2027, 7, 5)),
        ("light", date(2027, 10, 5)),
        ("end", date(2027, 12, 3)),
    ]


def test_without_an_end_the_first_year_is_proposed_and_said_to_be():
    assert proposed()[-1] == ("full", date(2028, 1, 5))
    assert [str(one) for one in propose(START, None, "quarterly", MOST).remarks] == [
        "There is no end date, so these are for the first year. Plan the next year at the last of them."
    ]
    assert propose(START, YEAR_END, "quarterly", MOST).remarks == ()


@pytest.mark.parametrize(
    ("frequency", "days"),
    [
        ("6w", ["2027-02-16", "2027-03-30", "2027-05-11", "2027-06-22", "2027-08-03", "2027-09-14", "2027-10-26"]),
        ("quarterly", ["2027-02-16", "2027-04-05", "2027-07-05", "2027-10-05"]),
        ("4m", ["2027-02-16", "2027-05-05", "2027-09-05"]),
        ("6m", ["2027-02-16", "2027-07-05"]),
        ("12m", ["2027-02-16"]),
    ],
)
def test_reviews_come_as_often_as_the_group_wants_them(frequency, days):
    assert [day.isoformat() for _kind, day in proposed(end=YEAR_END, frequency=frequency)[:-1]] == days


def test_six_weeks_are_counted_in_weeks_and_always_fall_on_the_same_weekday():
    assert {day.weekday() for _kind, day in proposed(frequency="6w")} == {START.weekday()}


@pytest.mark.parametrize(
    ("end", "reviews"),
    [
        (date(2027, 1, 5), [("end", date(2027, 1, 5))]),
        (date(2027, 1, 8), [("end", date(2027, 1, 5))]),
        (date(2027, 2, 9), [("end", date(2027, 2, 2))]),
        (date(2027, 3, 16), [("early", date(2027, 2, 16)), ("end", date(2027, 3, 9))]),
        (date(2027, 3, 30), [("early", date(2027, 2, 16)), ("end", date(2027, 3, 2))]),
    ],
)
def test_work_that_ends_soon_has_its_final_review_and_the_early_one_only_if_there_is_room(end, reviews):
    assert proposed(end=end) == reviews


def test_an_end_before_the_start_counts_as_none():
    assert proposed(end=date(2026, 1, 1)) == proposed(end=None)


def test_a_start_on_the_31st_does_not_drift_and_short_months_are_said():
    start = date(2027, 1, 31)
    assert [day.isoformat() for _kind, day in proposed(start, frequency="quarterly")[1:]] == [
        "2027-04-30",
        "2027-07-31",
        "2027-10-31",
        "2028-01-31",
    ]
    assert month_ends(start, "quarterly") == [
        "31 January 2027 and three months: April 2027 has no 31st, so this is its last day, the 30th."
    ]


def test_february_has_its_last_day_in_every_kind_of_year():
    assert month_ends(date(2026, 8, 31), "6m") == [
        "31 August 2026 and six months: February 2027 has no 31st, so this is its last day, the 28th."
    ]
    (leap_year,) = month_ends(date(2027, 8, 31), "6m")
    assert leap_year.endswith("February 2028 has no 31st, so this is its last day, the 29th. It is a leap year.")


def test_work_that_starts_on_a_leap_day_meets_on_the_28th_until_the_next_leap_year():
    yearly = [day for kind, day in proposed(date(2028, 2, 29), date(2032, 12, 31), "12m") if kind == "full"]
    assert yearly == [date(2029, 2, 28), date(2030, 2, 28), date(2031, 2, 28), date(2032, 2, 29)]
    said = month_ends(date(2028, 2, 29), "12m", date(2032, 12, 31))
    assert said[0] == ("29 February 2028 and 12 months: February 2029 has no 29th, so this is its last day, the 28th.")
    assert said[-1] == "29 February 2032 is a leap day. Most years have no 29 February."


def test_a_leap_day_is_said_when_weeks_lead_to_it():
    assert month_ends(date(2028, 1, 18), "6w")[0].startswith("29 February 2028 is a leap day.")


def test_six_weeks_never_speak_of_short_months():
    assert month_ends(date(2027, 1, 31), "6w") == []


def test_a_list_that_would_be_too_long_keeps_its_end_and_says_so():
    found = propose(START, date(2047, 1, 5), "6w", MOST)
    assert (len(found.reviews), found.reviews[-1].kind) == (MOST, "end")
    assert [str(one) for one in found.remarks] == [
        "A list holds up to 100 reviews. These are the first 99, and the final one."
    ]


@given(DAYS, st.none() | DAYS, st.sampled_from(sorted(FREQUENCIES)))
def test_whatever_the_dates_reviews_are_in_order_within_the_work_and_early_enough(start, end, frequency):
    found = proposed(start, end, frequency)
    days = [day for _kind, day in found]
    assert days == sorted(set(days))
    assert {kind for kind, _day in found} <= REVIEW_KINDS.keys()
    assert start <= days[0] <= start + timedelta(days=90)
    if end and end >= start:
        assert days[-1] <= end
        assert [kind for kind, _day in found].count("end") == 1


@given(DAYS, st.integers(2, 6), st.sampled_from(sorted(FREQUENCIES)))
def test_everything_is_looked_at_at_least_once_a_year(start, years, frequency):
    end = start + timedelta(days=365 * years)
    whole = [start, *(day for kind, day in proposed(start, end, frequency) if kind in ("full", "end")), end]
    gaps = [(after - before).days for before, after in pairwise(whole)]
    assert max(gaps) <= 366 + 14
