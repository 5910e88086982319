"""The group's own clauses: added before the last ones, or in place of one of ours, in every part of the paper."""

import re

import pytest

from agreements import resources
from agreements.assembly import assemble
from agreements.assembly.precedents import precedent
from agreements.document.canonical import clause_text, full_text
from agreements.document.nodes import Clause, Document
from agreements.interview import Agreement
from agreements.interview.own_wording import REPLACEABLE
from tests.answer_sets import KINDS, Raw, complete

LOCKED = {"status", "independence", "signing"}
"""What a group cannot replace: whether it binds, that they stay separate, how they sign."""


def with_own(*conditions: Raw) -> Document:
    rows = [{"id": f"own-{place}", **one} for place, one in enumerate(conditions)]
    return assemble(Agreement.load({**complete(), "special": {"conditions": rows}}).interview)


def clause(document: Document, clause_id: str) -> Clause:
    (found,) = [one for one in document.clauses if one.id == clause_id]
    return found


def test_a_group_may_replace_every_clause_but_three():
    named = {clause_id for kind in KINDS for clause_id in precedent(kind).clauses}
    assert set(REPLACEABLE) == named - LOCKED


@pytest.mark.parametrize("clause_id", REPLACEABLE)
def test_a_clause_is_offered_by_its_own_heading(clause_id):
    source = (resources.templates() / "clauses" / "en" / f"{clause_id}.html").read_text("utf-8")
    assert REPLACEABLE[clause_id].title in re.findall("<h2>(.*?)</h2>", source)[0]


def test_what_is_added_stands_before_the_paper_itself_and_is_numbered():
    document = with_own(
        {"heading": "The garden", "text": "It stays open."}, {"heading": "The cat", "text": "It stays."}
    )
    ids = [one.id for one in document.clauses]
    at = ids.index("housekeeping")
    assert ids[at - 2 : at] == ["special-own-0", "special-own-1"]
    added = document.clauses[at - 2]
    assert (added.title, added.label, added.fingerprinted) == ("The garden", str(at - 1), True)
    assert clause_text(added) == "The garden\nWe have agreed this as well:\nIt stays open.\n"


def test_what_replaces_a_clause_stands_in_its_place_and_says_so():
    usual = [one.id for one in assemble(Agreement.load(complete()).interview).clauses if "special" not in one.id]
    document = with_own({"heading": "Going", "text": "We part as friends.", "replaces_clause": "leaving"})
    assert [one.id for one in document.clauses] == usual
    replaced = clause(document, "leaving")
    assert replaced.title == "Going"
    assert "in place of the usual section “If one of us wants to leave”" in clause_text(replaced)
    assert "at least one day before it goes" not in full_text(document)


def test_a_reference_to_a_replaced_clause_still_finds_it():
    document = with_own({"heading": "Going", "text": "We part as friends.", "replaces_clause": "leaving"})
    assert f"as section {clause(document, 'leaving').label} says" in full_text(document)


def test_what_replaces_a_clause_that_this_agreement_has_not_is_added():
    rows = [{"id": "own", "heading": "Bids", "text": "As you like.", "replaces_clause": "exclusivity"}]
    answers = {"status": {"doc_kind": "memorandum"}, "special": {"conditions": rows}}
    assert clause(assemble(Agreement.load(answers).interview), "special-own").title == "Bids"


def test_what_is_not_written_yet_stands_as_a_gap():
    text = full_text(with_own({"replaces_clause": "leaving"}))
    assert "[Not answered yet: What is its heading?]" in text
    assert "[Not answered yet: What does it say?]" in text
