"""Working days: weekends and the bank holidays of each nation, in words."""

from datetime import date

import pytest

from agreements.review_dates.working_days import is_working_day, next_working_day, remarks

ENGLAND, WALES, SCOTLAND, NORTHERN_IRELAND = "england", "wales", "scotland", "northern_ireland"
ALL = (ENGLAND, WALES, SCOTLAND, NORTHERN_IRELAND)
TODAY = date(2026, 11, 24)


def said(day: date, *nations: str, today: date = TODAY) -> str:
    return " ".join(remarks(day, nations, today))


@pytest.mark.parametrize(
    ("day", "with_it"),
    [
        (date(2026, 1, 2), {SCOTLAND}),
        (date(2026, 11, 30), {SCOTLAND}),
        (date(2027, 8, 2), {SCOTLAND}),
        (date(2027, 8, 30), {ENGLAND, WALES, NORTHERN_IRELAND}),
        (date(2027, 3, 17), {NORTHERN_IRELAND}),
        (date(2027, 7, 12), {NORTHERN_IRELAND}),
        (date(2027, 3, 29), {ENGLAND, WALES, NORTHERN_IRELAND}),
        (date(2026, 5, 25), set(ALL)),
        (date(2027, 3, 26), set(ALL)),
        (date(2027, 12, 27), set(ALL)),
        (date(2027, 3, 30), set()),
    ],
)
def test_each_nation_has_its_own_bank_holidays(day, with_it):
    assert {nation for nation in ALL if not is_working_day(day, [nation])} == with_it


def test_a_day_must_be_a_working_day_in_every_nation_of_the_work():
    assert not is_working_day(date(2027, 7, 12), [ENGLAND, NORTHERN_IRELAND])
    assert is_working_day(date(2027, 7, 12), [ENGLAND, WALES])


def test_where_no_nation_is_known_weekends_alone_are_seen():
    assert is_working_day(date(2027, 12, 27), [])
    assert not is_working_day(date(2027, 12, 26), [])


@pytest.mark.parametrize(
    ("day", "nations", "following"),
    [
        (date(2027, 3, 27), [ENGLAND], date(2027, 3, 30)),
        (date(2027, 3, 27), [SCOTLAND], date(2027, 3, 29)),
        (date(2026, 12, 31), [ENGLAND], date(2027, 1, 4)),
        (date(2026, 12, 31), [SCOTLAND], date(2027, 1, 5)),
        (date(2026, 12, 31), [ENGLAND, SCOTLAND], date(2027, 1, 5)),
    ],
)
def test_the_next_working_day_passes_over_weekends_holidays_and_days_in_their_place(day, nations, following):
    assert next_working_day(day, nations) == following


@pytest.mark.parametrize(
    ("day", "nations", "why", "following"),
    [
        (
            date(2026, 5, 25),
            [ENGLAND],
            "Monday 25 May 2026 is the spring bank holiday in England.",
            "Tuesday 26 May 2026",
        ),
        (
            date(2027, 11, 30),
            [ENGLAND, SCOTLAND],
            "Tuesday 30 November 2027 is St Andrew’s Day, a bank holiday in Scotland.",
            "Wednesday 1 December 2027",
        ),
        (
            date(2027, 12, 27),
            [WALES, ENGLAND],
            "Monday 27 December 2027 is a bank holiday in England and Wales, in place of Christmas Day.",
            "Wednesday 29 December 2027",
        ),
        (
            date(2027, 1, 4),
            [SCOTLAND],
            "Monday 4 January 2027 is a bank holiday in Scotland, in place of the bank holiday of 2 January.",
            "Tuesday 5 January 2027",
        ),
        (
            date(2027, 12, 25),
            [ENGLAND],
            "Saturday 25 December 2027 is at the weekend.",
            "Wednesday 29 December 2027",
        ),
    ],
)
def test_it_is_said_why_a_day_is_not_one_and_which_day_is_next(day, nations, why, following):
    assert remarks(day, nations, TODAY) == (why, f"The next working day is {following}.")


def test_of_a_working_day_nothing_is_said():
    assert remarks(date(2027, 3, 30), ALL, TODAY) == ()


def test_holidays_that_nobody_has_published_yet_are_said_to_be_worked_out():
    far = date(2031, 5, 26)
    assert "not published yet" in said(far, ENGLAND)
    assert "not published yet" not in said(far, ENGLAND, today=date(2030, 1, 1))


def test_weekends_are_sure_however_far_ahead():
    assert "not published yet" not in said(date(2031, 5, 25), ENGLAND)


def test_a_holiday_of_one_year_only_is_named_as_it_was():
    assert "Coronation of Charles III, a bank holiday in England" in said(date(2023, 5, 8), ENGLAND)


def test_a_year_beyond_all_tables_is_no_error():
    assert is_working_day(date(2199, 12, 25), ALL)
