"""Step 9, its second half: personal data, and what stays private."""

import pytest

from agreements.interview import Agreement
from agreements.interview.journey import missing
from agreements.questions import offered
from tests.interview.test_people_and_safety import agreement, words

JOINT_ALONE = {"single_contact", "informs_people", "keeps_safe", "reports_breaches"}


def shared(role, **answers):
    return agreement(data={"shares_personal_data": True, "data_role": role, **answers})


def asked(role):
    section = shared(role).data
    return {name for name in section.questions() if section.is_asked(name)}


def test_one_answer_closes_personal_data_where_none_is_shared():
    without = agreement(data={"shares_personal_data": False})
    assert missing(without, "data") == ()
    assert words("schedule-data", without) == ""


def test_figures_without_names_need_no_schedule():
    figures = shared("none")
    assert missing(figures, "data") == ()
    assert "We share figures" in words("data", figures)
    assert words("schedule-data", figures) == ""


def test_joint_controllers_alone_set_out_who_does_what():
    assert asked("joint_controllers") >= JOINT_ALONE
    assert not asked("separate_controllers") & JOINT_ALONE
    assert not asked("processor") & JOINT_ALONE


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("separate_controllers", "Each partner decides for itself why and how"),
        ("joint_controllers", "may see the main points"),
        ("processor", "This agreement is not that contract."),
    ],
)
def test_each_role_has_words_of_its_own(role, expected):
    assert expected in words("data", shared(role))


@pytest.mark.parametrize("role", ["separate_controllers", "joint_controllers", "processor"])
def test_whoever_uses_details_has_a_way_to_complain_and_hears_within_30_days(role):
    text = words("data", shared(role, complaints_contact="a"))
    assert "go to Harbour" in text
    assert "Within 30 days" in text


def test_the_arrangement_of_joint_controllers_is_printed():
    text = words("schedule-data", shared("joint_controllers", **dict.fromkeys(JOINT_ALONE, "b")))
    assert text.count("Six Friends") == len(JOINT_ALONE)


@pytest.mark.parametrize("is_special", [True, False])
def test_details_that_the_law_guards_more_strictly_are_pointed_out(is_special):
    flows = [{"id": "f", "what": "Notes", "special_category": is_special}]
    text = words("schedule-data", shared("separate_controllers", data_flows=flows))
    assert ("The law asks for a further ground" in text) is is_special


@pytest.mark.parametrize(
    ("status", "may_bind"),
    [
        ({"doc_kind": "memorandum"}, False),
        ({"doc_kind": "partnership", "binding_mode": "binding"}, True),
        ({"doc_kind": "partnership", "binding_mode": "mixed"}, True),
        ({"doc_kind": "partnership"}, True),
        ({}, True),
    ],
)
def test_secrecy_binds_only_where_something_can_bind(status, may_bind):
    section = Agreement.load({"status": status}).interview.confidentiality
    assert ("binding" in offered(type(section).confidential.choices, section)) is may_bind


def test_a_public_body_may_have_to_show_papers():
    assert "freedom of information" in words(
        "confidentiality", agreement(confidentiality={"public_body_partner": True})
    )
