"""Columns find their questions by the words above them."""

import pytest

from agreements.interview import Agreement
from agreements.questions import ListOf
from service.wizard.bulk.headings import askable, by_headings, by_order, chosen, folded
from service.wizard.bulk.tables import table_of

pytestmark = pytest.mark.usefixtures("speaking")
LISTS = [question for _path, question, _group in Agreement.every_question() if isinstance(question, ListOf)]
PARTNERS = next(question for question in LISTS if question.name == "partners")


def _matched(*headings):
    return by_headings(table_of([headings]), PARTNERS)


@pytest.mark.parametrize(
    "heading",
    ["What is its full legal name?", "what is its full legal  name", "WHAT IS ITS FULL-LEGAL NAME", "legal_name"],
)
def test_a_heading_is_known_whatever_its_capitals_spaces_and_punctuation(heading):
    assert _matched(heading).places == ("legal_name",)


def test_the_nearest_question_is_suggested_and_not_taken():
    columns = _matched("What is its address?", "What is its full legal nme?", "Notes")
    assert columns.places == ("registered_address", "", "")
    assert columns.nearest == ("", "legal_name", "")


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Full legal name", "legal_name"),
        ("Short name", "known_as"),
        ("Address", "registered_address"),
        ("Charity no", "charity_number"),
        ("Nation or country", "nation"),
        ("Telephone", ""),
    ],
)
def test_the_nearest_question_shares_words_with_the_heading(heading, name):
    assert _matched("legal form", heading).nearest[1] == name


def test_a_question_is_answered_by_one_column_alone():
    assert _matched("legal name", "Legal name").places == ("legal_name", "")


def test_a_line_without_headings_is_told():
    assert _matched("Harbour Advice", "England") is None


def test_without_headings_the_columns_are_in_the_order_of_the_questions():
    columns = by_order(table_of([["Harbour Advice", "Harbour"]]), PARTNERS)
    assert columns.places == ("legal_name", "known_as")
    assert not columns.has_headings


def test_what_a_person_chose_counts_and_nothing_that_there_is_not():
    assert chosen(["known_as", "nothing", "logo"], PARTNERS, has_headings=True).places == ("known_as", "", "")


def test_a_file_cannot_stand_in_a_cell():
    assert "logo" not in askable(PARTNERS)


@pytest.mark.parametrize("listing", LISTS, ids=lambda listing: listing.name)
def test_no_two_questions_of_a_list_have_the_same_heading(listing):
    titles = [folded(one.title) for one in askable(listing).values()]
    assert len(set(titles)) == len(titles)
