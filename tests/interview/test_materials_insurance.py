"""Step 9, its end: what is made, and insurance."""

import pytest

from agreements.interview.journey import missing
from tests.interview.test_people_and_safety import agreement, words

RULES = ("maker_owns_all_may_use", "shared", "lead", "open_licence")


def test_each_rule_on_materials_has_words_of_its_own():
    assert len({words("materials", agreement(materials={"ip_rule": rule})) for rule in RULES}) == len(RULES)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"kind": "pl", "partner": "a"}, "Other people who are hurt, Harbour"),
        ({"kind": "pl"}, "Other people who are hurt"),
        ({"partner": "a"}, "Harbour"),
        ({}, "not named yet"),
    ],
)
def test_a_cover_is_called_by_what_it_covers_and_whose_it_is(answers, expected):
    (cover,) = agreement(insurance={"covers": [{"id": "c", **answers}]}).insurance.covers
    assert cover.label == expected


def test_whether_the_law_asks_for_insurance_is_left_to_each_employer():
    text = words("insurance", agreement(insurance={"covers": [{"id": "c", "kind": "el"}]}))
    assert "checks whether it must" in text


def test_materials_that_are_named_as_binding_must_be_answered():
    partly = {"doc_kind": "partnership", "binding_mode": "mixed"}
    named = agreement(status={**partly, "binding_sections": ["materials"]})
    assert [gap.path for gap in missing(named, "materials")] == ["materials.ip_rule"]
    assert missing(agreement(status={**partly, "binding_sections": ["data"]}), "materials") == ()
