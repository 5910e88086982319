"""What partners bring and need: grouped by partner, and honest about what is only hoped for."""

import pytest

from agreements.assembly import assemble
from agreements.document.canonical import clause_text
from agreements.interview import Agreement

PARTNERS = [{"id": "a", "legal_name": "Harbour"}, {"id": "b", "legal_name": "the Neighbours"}]


def clause(clause_id, **sections):
    document = assemble(Agreement.load({"partners": {"partners": PARTNERS}, **sections}).interview)
    return " ".join(clause_text(next(part for part in document.parts() if part.id == clause_id)).split())


def brings(*rows):
    contributions = [{"id": str(number), **row} for number, row in enumerate(rows)]
    return clause("contributions", contributions={"contributions": contributions})


def test_what_partners_bring_is_grouped_by_partner_in_their_order():
    words = brings(
        {"partner": "b", "description": "Tea"},
        {"partner": "a", "description": "Advice"},
        {"partner": "b", "description": "Cake"},
    )
    assert [words.index(what) for what in ("Advice", "Tea", "Cake")] == sorted(
        words.index(what) for what in ("Advice", "Tea", "Cake")
    )


def test_each_thing_stands_once_also_where_partners_have_the_same_name_or_none(monkeypatch):
    monkeypatch.setitem(PARTNERS[0], "legal_name", "the Neighbours")
    assert brings({"partner": "b", "description": "Tea"}).count("Tea") == 1
    monkeypatch.delitem(PARTNERS[0], "legal_name")
    assert brings({"partner": "a", "description": "Advice"}).count("Advice") == 1


def test_what_nobody_is_named_for_yet_stands_last_with_a_gap():
    words = brings({"description": "Tea"}, {"partner": "a", "description": "Advice"})
    assert words.index("Advice") < words.index("[Not answered yet: Which partner brings it?]") < words.index("Tea")


@pytest.mark.parametrize(
    ("firm", "said"), [("promised", "Promised, from 5 January 2027"), ("hoped", "Hoped for, not promised, from")]
)
def test_hope_is_told_from_promise(firm, said):
    assert said in brings({"partner": "a", "firm": firm, "from_date": "2027-01-05"})


def test_an_amount_of_money_stands_in_pounds_and_any_other_in_words():
    assert "£6,200" in brings({"partner": "a", "kind": "money", "money": "6200", "amount": 3})
    assert "six volunteers" in brings({"partner": "b", "kind": "people", "amount": 6, "unit": "volunteers"})


def test_nothing_that_is_offered_is_lost_while_nobody_is_named_for_it():
    row = {"kind": "people", "description": "Tea", "amount": 3000, "unit": "cups", "firm": "hoped"}
    words = brings({**row, "from_date": "2027-01-05", "to_date": "2027-03-05", "depends_on_funding": True})
    for said in ("3,000 cups", "Hoped for", "5 January 2027", "5 March 2027", "Only if money comes from outside"):
        assert said in words


def needs(**need):
    return clause("support", support={"support_needs": [{"id": "n", "partner": "b", "what": "Tea", **need}]})


def test_a_need_that_nobody_meets_is_not_papered_over():
    assert "Nobody can give this help yet." in needs()
    assert "The help comes from Harbour." in needs(met_by=["a"])
    assert "Nobody can give this help yet." not in needs(met_by=["a"])
    assert "Nobody can give this help yet." not in needs(met_by_outside="The scheme")


def test_who_needs_no_help_is_named_and_who_was_not_asked_stands_as_a_gap():
    words = clause("support", support={"managing": {"a": {"none_confirmed": True}}})
    assert "Able to do their part without help: Harbour." in words
    assert "For the Neighbours: [Not answered yet: Can it do its part without help?]" in words


def test_help_that_is_needed_and_not_named_stands_as_a_gap():
    managing = {"managing": {"a": {"none_confirmed": False}, "b": {"none_confirmed": False}}}
    need = {"support_needs": [{"id": "n", "partner": "b", "what": "Tea"}]}
    words = clause("support", support={**managing, **need})
    assert "Help for Harbour: [Not answered yet: What does it need help with?]" in words
    assert words.count("Not answered yet") == 1


def test_a_history_that_partners_have_and_do_not_tell_stands_as_a_gap():
    gap = "[Not answered yet: What have you done together before?]"
    assert gap in clause("history", history={"new_relationship": False})
    assert gap not in clause("history", history={"new_relationship": True})
