"""The group's own clauses: added before the last ones, or in place of one of ours, in every part of the paper."""

import re

import pytest

from agreements import resources
from agreements.assembly import assemble
from agreements.assembly.precedents import precedent
from agreements.document.canonical import clause_text, full_text, text
from agreements.document.nodes import Clause, Document, Table
from agreements.document.references import references
from agreements.interview import Agreement
from agreements.interview.own_wording import REPLACEABLE
from tests.answer_sets import KINDS, Raw, complete, complete_of

LOCKED = {"partners", "words", "status", "independence", "housekeeping", "signing"}
"""What holds the paper together, and no group replaces."""


def with_own(*conditions: Raw, kind: str = "consortium") -> Document:
    rows = [{"id": f"own-{place}", **one} for place, one in enumerate(conditions)]
    return assemble(Agreement.load({**complete_of(kind), "special": {"conditions": rows}}).interview)


def replacing(*clause_ids: str, kind: str = "consortium") -> Document:
    own = [{"heading": "Ours", "text": "As we like it.", "replaces_clause": one} for one in clause_ids]
    return with_own(*own, kind=kind)


def clause(document: Document, clause_id: str) -> Clause:
    (found,) = [one for one in document.clauses if one.id == clause_id]
    return found


def test_a_group_may_replace_every_clause_but_those_that_hold_the_paper_together():
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
    whole = full_text(with_own({"replaces_clause": "leaving"}))
    assert "[Not answered yet: What is its heading?]" in whole
    assert "[Not answered yet: What does it say?]" in whole


def named_by_clauses(document: Document) -> set[str]:
    return {one.target for one in references(document.clauses)}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("replaced", [*((one,) for one in REPLACEABLE), tuple(REPLACEABLE)], ids=lambda ids: ids[-1])
def test_every_schedule_is_named_by_a_section_whatever_is_replaced(replaced, kind):
    document = replacing(*replaced, kind=kind)
    assert len(document.schedules) > 8
    assert {schedule.id for schedule in document.schedules} - named_by_clauses(document) == set()


def test_a_replaced_section_names_the_schedules_that_nothing_else_names():
    document = replacing("data", "responsibilities")
    letters = {schedule.id: schedule.label for schedule in document.schedules}
    assert clause_text(clause(document, "data")).splitlines()[-1] == "#schedule-data goes with this section."
    assert f"Schedule {letters['schedule-data']} goes with this section.\n" in full_text(document)
    assert clause_text(clause(document, "responsibilities")).splitlines()[-2:] == [
        "#schedule-who-does-what goes with this section.",
        "#schedule-timetable goes with this section.",
    ]


def test_it_names_no_schedule_that_another_section_names():
    document = replacing("law", "safeguarding")
    assert {"schedule-partners", "schedule-contacts"} <= named_by_clauses(document)
    assert "goes with this section" not in full_text(document)


OWN_WORDS = "We have put this in our own words."


def rows_at_a_glance(document: Document) -> dict[str, tuple[str, set[str]]]:
    """What the page says in short, and where it points, by what one may ask."""
    assert document.glance
    (table,) = [block for block in document.glance.blocks if isinstance(block, Table)]
    return {
        text(asked.blocks): (text(short.blocks), {one.target for one in references(more)})
        for asked, short, more in table.rows
    }


def test_the_page_at_a_glance_does_not_sum_up_a_section_of_ours_that_is_not_there():
    usual = rows_at_a_glance(with_own())
    changed = rows_at_a_glance(replacing("leaving"))
    assert changed.pop("How can a partner leave?") == (OWN_WORDS, {"leaving"})
    assert changed == {asked: row for asked, row in usual.items() if asked in changed}


@pytest.mark.parametrize("clause_id", REPLACEABLE)
def test_each_row_at_a_glance_follows_the_section_that_it_points_to(clause_id):
    for short, targets in rows_at_a_glance(replacing(clause_id)).values():
        assert (short == OWN_WORDS) == (clause_id in targets)


def test_at_a_glance_every_row_points_to_a_section():
    document = with_own()
    sections = {one.id for one in document.clauses}
    assert [asked for asked, (_short, targets) in rows_at_a_glance(document).items() if not targets & sections] == []
