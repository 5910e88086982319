"""Step 10: who pays when something goes wrong. What a partner has not settled never stands on a copy for signing."""

import pytest

from agreements.assembly import assemble
from agreements.document.canonical import clause_text
from agreements.document.stamp import Status
from agreements.errors import NotFinal
from agreements.interview import Agreement
from agreements.papers import make
from tests.answer_sets import complete

CONTRACT = {"doc_kind": "partnership", "binding_mode": "binding"}


def clause(**liability):
    loaded = Agreement.load({"status": CONTRACT, "liability": liability})
    assert loaded.faults == ()
    return next(clause_text(one) for one in assemble(loaded.interview).parts() if one.id == "liability")


def test_a_partner_that_has_not_talked_about_joint_liability_holds_up_the_copy_for_signing():
    answers = complete()
    answers["liability"]["liability_mode"] = "joint_several"
    assert make(Agreement.load(answers), "txt", status=Status.FINAL)
    answers["liability"]["joint_several"]["partner-0"]["joint_several_ack"] = "no"
    assert "We have not talked about this yet" in make(Agreement.load(answers), "txt").decode()
    with pytest.raises(NotFinal, match="must first talk about joint liability"):
        make(Agreement.load(answers), "txt", status=Status.FINAL)


@pytest.mark.parametrize(
    ("cap", "refusal"),
    [("0", "Enter more than £0, or leave this open."), ("0.99", "Enter an amount of £1 or more."), ("1", "")],
)
def test_a_limit_of_nothing_is_no_limit(cap, refusal):
    found = Agreement.load({"status": CONTRACT, "liability": {"liability_mode": "capped", "cap": cap}}).faults
    assert [str(fault) for fault in found] == ([f"liability.cap: {refusal}"] if refusal else [])


@pytest.mark.parametrize(
    ("mode", "indemnity", "is_said"),
    [("capped", "mutual_own_fault", True), ("capped", "none", False), ("each_own", "mutual_own_fault", False)],
)
def test_what_a_partner_pays_back_counts_towards_its_limit(mode, indemnity, is_said):
    text = clause(liability_mode=mode, cap="500", indemnity=indemnity)
    assert ("pays back in this way counts towards the limit" in text) is is_said
