"""“Should we work together?”: what is asked for each ending."""

import pytest

from agreements.interview import Considering
from agreements.interview.journey import asked, missing


def asked_in(section, **answers):
    loaded = Considering.load({section: answers})
    assert loaded.faults == ()
    return {one.path.removeprefix(f"{section}.") for one in asked(loaded.interview.section(section))}


@pytest.mark.parametrize(
    ("decision", "more"),
    [("go_on", set()), ("not_now", {"look_again"}), ("find_out_more", {"to_find_out", "look_again"})],
)
def test_each_ending_asks_for_what_belongs_to_it(decision, more):
    assert asked_in("decision", decision=decision) == {"decision", "reasons"} | more


def test_nothing_more_is_asked_before_there_is_an_answer():
    assert asked_in("decision") == {"decision", "reasons"}


def test_a_note_needs_names_the_gain_the_answer_and_its_reasons():
    assert [gap.path for gap in missing(Considering.load({}).interview)] == [
        "idea.our_name",
        "idea.with_whom",
        "weighing.added_value",
        "decision.decision",
        "decision.reasons",
    ]


def test_a_question_to_find_out_is_called_by_its_words():
    rows = [{"id": "a", "what": "Are we insured?"}, {"id": "b"}]
    loaded = Considering.load({"decision": {"decision": "find_out_more", "to_find_out": rows}})
    assert [row.label for row in loaded.interview.decision.to_find_out] == ["Are we insured?", "not named yet"]
