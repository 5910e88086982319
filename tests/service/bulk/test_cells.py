"""Cells are understood as people write them, and what is not understood is kept and told."""

import pytest

from agreements.interview import Agreement
from service.wizard.bulk.cells import Named, names_of, understood

pytestmark = pytest.mark.usefixtures("speaking")
NAMES = names_of(
    (words, Named(row, words))
    for words, row in [
        ("Harbour", "h1"),
        ("the Neighbours", "n1"),
        ("Bread, and roses", "b1"),
        ("Twin", "t1"),
        ("Twin", "t2"),
    ]
)


def _read(path, cell, names=NAMES):
    return understood(Agreement.question(path), cell, lambda _question: names)


@pytest.mark.parametrize(
    "cell",
    [
        "2027-03-27",
        "2027-03-27 00:00:00",
        "27/3/2027",
        "27/03/27",
        "27.03.2027",
        "27-Mar-2027",
        "27-Mar-27",
        "27 March 2027",
        "27th March 2027",
        "Saturday 27 March 2027",
        "Sat, 27 Mar 2027",
        "March 27, 2027",
    ],
)
def test_a_date_is_understood_in_its_common_forms(cell):
    question = Agreement.question("targets.targets.due")
    typed = _read("targets.targets.due", cell).typed
    accepted = question.field().deserialize(typed)
    assert accepted.isoformat() == "2027-03-27"
    assert set(typed) == {"day", "month", "year"}


@pytest.mark.parametrize("cell", ["soon", "spring 2027", "27 March"])
def test_a_date_that_is_none_is_kept_as_it_stands(cell):
    assert " ".join(part for part in _read("targets.targets.due", cell).typed.values() if part) == cell


@pytest.mark.parametrize(
    "cell", ["£1,500.50", "1500.50", "1,500.50", "GBP 1500.50", "1 500.50", "£ 1,500.50", "1500.50 pounds"]
)
def test_money_is_understood_in_its_common_forms(cell):
    question = Agreement.question("budget.budget_lines.amount")
    assert question.field().deserialize(_read("budget.budget_lines.amount", cell).typed) == 150_050


@pytest.mark.parametrize("cell", ["about 500", "1.500,50", "£2k"])
def test_money_that_is_none_is_kept_as_it_stands(cell):
    assert _read("budget.budget_lines.amount", cell).typed == cell


@pytest.mark.parametrize(
    ("cell", "typed"),
    [("Yes", "yes"), ("y", "yes"), ("TRUE", "yes"), ("x", "yes"), ("no.", "no"), ("0", "no"), ("maybe", "maybe")],
)
def test_yes_and_no_are_understood(cell, typed):
    assert _read("partners.partners.only_one_trustee", cell).typed == typed


@pytest.mark.parametrize(
    "cell",
    ["Charitable incorporated organisation (CIO)", "charitable incorporated organisation", "CIO", "cio"],
)
def test_a_choice_is_known_by_its_words(cell):
    assert _read("partners.partners.legal_form", cell).typed == "cio"


def test_a_choice_that_there_is_not_is_kept_with_the_nearest_named():
    read = _read("partners.partners.nation", "Walse")
    assert (read.typed, read.sentence) == ("Walse", "“Walse” is not one of the answers. Did you mean “Wales”?")


def test_a_row_is_known_by_its_name():
    assert _read("targets.targets.owner", "HARBOUR").typed == "h1"


def test_a_name_that_nobody_has_is_kept_and_told():
    read = _read("targets.targets.owner", "Somebody Else")
    assert (read.typed, read.sentence) == ("Somebody Else", "“Somebody Else” is not one of the answers to choose from.")


def test_a_name_that_two_have_is_not_guessed():
    read = _read("targets.targets.owner", "Twin")
    assert (read.typed, read.sentence) == ("Twin", "More than one is called “Twin”. Choose which one you mean.")


def test_a_name_out_of_an_empty_list_is_told():
    assert "the list that it would stand in is empty" in _read("targets.targets.owner", "Harbour", {}).sentence


@pytest.mark.parametrize(
    ("cell", "typed"),
    [
        ("Harbour", ["h1"]),
        ("Harbour; the Neighbours", ["h1", "n1"]),
        ("Harbour, the Neighbours", ["h1", "n1"]),
        ("Harbour\nthe Neighbours", ["h1", "n1"]),
        ("Bread, and roses", ["b1"]),
        ("Bread, and roses; Harbour;", ["b1", "h1"]),
        ("Harbour, Nobody", ["h1", "Nobody"]),
    ],
)
def test_several_names_stand_in_one_cell(cell, typed):
    assert _read("targets.targets.agreed_by", cell).typed == typed


def test_each_unknown_name_among_several_is_told():
    assert _read("targets.targets.agreed_by", "Nobody; Harbour").sentence.startswith("“Nobody” is not one")


def test_a_fault_of_the_spreadsheet_is_told():
    read = _read("targets.targets.measure", "#REF!")
    assert (read.typed, read.sentence) == ("#REF!", "Your spreadsheet shows a fault here. Enter the answer itself.")
