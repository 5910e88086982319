"""Values in words."""

from datetime import date

import pytest

from agreements.values import (
    AttachedFile,
    counted,
    date_in_words,
    list_in_words,
    number_in_words,
    ordinal,
    pounds,
    titles_in_words,
    weekday_in_words,
)


def test_a_date_is_day_month_and_year():
    assert date_in_words(date(2027, 3, 27)) == "27 March 2027"
    assert date_in_words(date(1800, 1, 1)) == "1 January 1800"


def test_a_day_of_the_week_comes_first_where_people_meet():
    assert weekday_in_words(date(2027, 1, 12)) == "Tuesday 12 January 2027"


@pytest.mark.parametrize(
    ("items", "words"),
    [
        ([], ""),
        (["one"], "one"),
        (["one", "two"], "one and two"),
        (["one", "two", "three"], "one, two and three"),
        (["{0}", "{1}", "100%"], "{0}, {1} and 100%"),
    ],
)
def test_a_list_is_told_as_people_tell_it(items, words):
    assert list_in_words(items) == words


def test_titles_begin_small_after_the_first():
    assert titles_in_words(["Managers", "Volunteers", "The funder"]) == "Managers, volunteers and the funder"
    assert titles_in_words(["Managers"]) == "Managers"
    assert titles_in_words([]) == ""


@pytest.mark.parametrize(
    ("number", "words"), [(0, "no"), (1, "one"), (10, "ten"), (11, "11"), (365, "365"), (18000, "18,000"), (-1, "-1")]
)
def test_numbers_to_ten_are_words_and_larger_ones_figures(number, words):
    assert number_in_words(number) == words


@pytest.mark.parametrize(("number", "words"), [(1, "one day"), (2, "two days"), (0, "no days"), (90, "90 days")])
def test_one_is_told_from_many(number, words):
    assert counted(number, "day", "days") == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (4, "4th"),
        (11, "11th"),
        (12, "12th"),
        (13, "13th"),
        (22, "22nd"),
        (31, "31st"),
    ],
)
def test_a_day_of_a_month_is_said_as_people_say_it(number, words):
    assert ordinal(number) == words


@pytest.mark.parametrize(("pence", "words"), [(0, "£0"), (1_800_000, "£18,000"), (25_050, "£250.50"), (9, "£0.09")])
def test_money_is_told_in_pounds_and_pence_only_where_there_are_any(pence, words):
    assert pounds(pence) == words


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("Terms 2027.pdf", "Terms-2027-abababab.pdf"),
        ("Тéрмс; v1.2 .DOCX", "Тéрмс-v1-2-abababab.docx"),
        ("../con|rules?.odt", "con-rules-abababab.odt"),
        ("run.exe", "run-abababab"),
        ("??.pdf", "document-abababab.pdf"),
        ("a" * 190 + ".pdf", "a" * 80 + "-abababab.pdf"),
    ],
)
def test_a_document_is_kept_under_a_name_for_every_system(given, kept):
    assert AttachedFile(given, "ab" * 32).kept_as == kept


def test_two_documents_of_one_name_are_kept_apart():
    assert AttachedFile("plan.pdf", "ab" * 32).kept_as != AttachedFile("plan.pdf", "cd" * 32).kept_as
