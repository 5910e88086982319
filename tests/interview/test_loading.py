"""An answer file says what it holds, in a line of its own."""

import pytest

from agreements.interview import Agreement, Considering, Offering
from agreements.interview.loading import load


@pytest.mark.parametrize(
    ("answers", "kind"),
    [
        ({}, Agreement),
        ({"of": "agreement"}, Agreement),
        ({"of": "considering"}, Considering),
        ({"of": "offer"}, Offering),
    ],
)
def test_it_is_an_agreement_unless_it_says_otherwise(answers, kind):
    loaded = load(answers)
    assert (type(loaded.interview), loaded.faults) == (kind, ())


@pytest.mark.parametrize("named", ["consider", "", 3, ["offer"], None])
def test_what_there_is_not_is_a_fault_that_names_what_there_is(named):
    [fault] = load({"of": named, "idea": {}}).faults
    assert str(fault) == "of: Write what this file holds: agreement or considering or offer."


def test_answers_of_another_interview_are_told():
    assert [fault.path for fault in load({"of": "offer", "vision": {}}).faults] == ["vision"]
