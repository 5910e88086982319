"""When a group is told to see a solicitor, and when it is left in peace."""

import pytest

from agreements.interview.solicitor import triggers
from tests.interview.test_people_and_safety import agreement

MONEY = {"has_money": True}
MEMORANDUM = {"doc_kind": "memorandum"}
NEW_HUB = {"model": "hub_spoke", "signs_with_funder": "new_company"}
BINDING = {"doc_kind": "partnership", "binding_mode": "binding"}


def funded(*rows):
    return {
        "money": MONEY,
        "funding": {"funding": [{"id": f"f{place}", **row} for place, row in enumerate(rows)]},
    }


def premises(basis):
    return {"money": MONEY, "things": {"premises": [{"id": "p", "place": "The hall", "basis": basis}]}}


def sensitive(who, special):
    flows = [{"id": "d", "what": "Notes", "special_category": special}]
    data = {"shares_personal_data": True, "data_role": "separate_controllers", "data_flows": flows}
    return {"safeguarding": {"works_with_at_risk": who}, "data": data}


def based(*nations):
    rows = [{"id": f"n{place}", "legal_name": f"N{place}", "nation": one} for place, one in enumerate(nations)]
    return {"partners": {"partners": rows}}


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        (premises("lease"), "A lease"),
        (premises("licence"), "A lease"),
        ({"staff": {"tupe_flag": "possible"}}, "Work may move"),
        ({"staff": {"tupe_flag": "yes"}}, "Work may move"),
        ({"status": BINDING, "liability": {"liability_mode": "joint_several"}}, "Any one of you"),
        ({"status": MEMORANDUM, "shape": {"model": "new_entity"}}, "You plan a new"),
        ({"status": MEMORANDUM, "shape": NEW_HUB}, "You plan a new"),
        (sensitive("children", special=True), "You work with children"),
        (sensitive("both", special=True), "You work with children"),
        (based("england", "wales"), "more than one nation"),
        ({**based("england"), "about": {"work_nations": ["scotland"]}}, "more than one nation"),
        (funded({"amount": "250000.01"}), "more than £250,000"),
        (funded({"amount": "200000"}, {"amount": "60000", "kind": "grant"}), "more than £250,000"),
    ],
)
def test_a_group_is_told_why_it_should_see_a_solicitor(answers, words):
    (sentence,) = triggers(agreement(**answers))
    assert words in sentence


@pytest.mark.parametrize(
    "answers",
    [
        {},
        premises("own"),
        premises("hire"),
        {**premises("lease"), "money": {"has_money": False}},
        {"staff": {"tupe_flag": "no"}},
        {"status": BINDING, "liability": {"liability_mode": "each_own"}},
        {"status": {"doc_kind": "memorandum"}, "liability": {"liability_mode": "joint_several"}},
        {"status": MEMORANDUM, "shape": {"model": "hub_spoke", "signs_with_funder": "each_partner"}},
        {"status": MEMORANDUM, "shape": {"model": "equal"}},
        sensitive("adults", special=True),
        sensitive("children", special=False),
        {**based("england", "england"), "about": {"work_nations": ["england"]}},
        based("england", None),
        funded({"amount": "250000"}),
        funded({"amount": "200000"}, {"amount": "60000", "kind": "in_kind"}),
        funded({}),
    ],
)
def test_a_group_without_such_a_reason_is_left_in_peace(answers):
    assert triggers(agreement(**answers)) == ()


def test_each_reason_is_told_once_and_all_of_them_together():
    told = triggers(agreement(**premises("lease"), staff={"tupe_flag": "yes"}))
    assert len(told) == 2
