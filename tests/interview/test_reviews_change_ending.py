"""Step 11: one rule for one matter when the agreement changes, and what still holds when it is over."""

import pytest

from agreements.assembly import assemble
from agreements.document.canonical import clause_text
from agreements.interview import Agreement
from tests.answer_sets import Raw

PARTNERS = {"partners": [{"id": "a", "legal_name": "Harbour"}, {"id": "b", "legal_name": "Six Friends"}]}
FOLLOWS = "A matter that needs every partner there needs every partner here, too"


def words(part, **sections):
    """The text of one clause, "" where it is not printed."""
    loaded = Agreement.load({"partners": PARTNERS, **sections})
    assert loaded.faults == ()
    return next((clause_text(one) for one in assemble(loaded.interview).parts() if one.id == part), "")


def test_a_matter_that_needs_every_partner_is_not_changed_by_two_thirds():
    changes = {"amend_rule": "two_thirds"}
    assert FOLLOWS in words("changes", changes=changes, deciding={"reserved_matters": ["budget"]})


def test_where_all_agree_on_changes_no_second_rule_is_named():
    text = words("changes", changes={"amend_rule": "all_agree_in_writing"}, deciding={"reserved_matters": ["amend"]})
    assert FOLLOWS not in text
    assert "A decision under" in text


def test_money_that_moves_within_the_budget_has_a_rule_of_its_own():
    reserved = {"reserved_matters": ["budget"]}
    money = {"has_money": True}
    moved = words("deciding", deciding=reserved, money=money, repayment={"moving_money_rule": "holder_asks"})
    assert "for money that moves within it" in moved
    every = words("deciding", deciding=reserved, money=money, repayment={"moving_money_rule": "all_agree"})
    assert "moves within it" not in every


LASTING: dict[str, tuple[Raw, str]] = {
    "secrets": ({"confidentiality": {"confidential": "good_faith"}}, "What is private stays private"),
    "details": ({"data": {"shares_personal_data": True, "data_role": "joint_controllers"}}, "details stay safe"),
    "money": ({"money": {"has_money": True}}, "Money that is still owed is paid"),
    "records": ({"records": {"records_kept_years": 6}}, "Notes and figures are kept"),
    "insurance": ({"insurance": {"covers": [{"id": "c", "kind": "pi"}]}}, "asks its insurer"),
    "claims": (
        {"status": {"doc_kind": "partnership", "binding_mode": "mixed"}},
        "A partner answers for what it did before",
    ),
}


@pytest.mark.parametrize("of", LASTING)
def test_what_still_holds_after_the_end_is_said_where_it_has_been_agreed(of):
    answers, said = LASTING[of]
    assert said in words("ending", **answers)


def test_where_nothing_is_left_to_hold_nothing_is_said_of_it():
    small = {
        "money": {"has_money": False},
        "data": {"shares_personal_data": True, "data_role": "none"},
        "confidentiality": {"confidential": "none"},
    }
    assert "after the end" not in words("ending", **small)


def test_what_holds_after_the_end_holds_for_a_partner_that_has_left():
    assert "also holds for a partner that has left" in words("leaving")


@pytest.mark.parametrize("mode", ["non_binding", "mixed", "binding"])
def test_after_the_end_a_promise_stays_a_promise_and_what_bound_still_binds(mode):
    status = {"doc_kind": "consortium", "binding_mode": mode}
    text = words("ending", partners={}, status=status, money={"has_money": True})
    assert ("In good faith we go on" in text) is (mode == "non_binding")
    assert ("What bound us before" in text) is (mode == "mixed")
    assert ("answers for what it did before" in text) is (mode != "non_binding")
