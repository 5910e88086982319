"""Every reference in every paper finds what it points to, and calls it by the number that stands there."""

from pathlib import Path

import pytest

from agreements import answer_files
from agreements.assembly import assemble
from agreements.document import labels
from agreements.document.nodes import Document, Reference
from agreements.document.references import references
from agreements.interview import Agreement
from agreements.interview.own_wording import REPLACEABLE
from tests.answer_sets import KINDS, Raw, complete_of

EXAMPLES = Path(__file__).parents[2] / "examples"
WHOLE = {
    **{kind: complete_of(kind) for kind in KINDS},
    **{f"empty {kind}": {"status": {"doc_kind": kind}} for kind in KINDS},
    **{file.stem: answer_files.read(file) for file in sorted(EXAMPLES.glob("*.yaml"))},
}
ESSENTIAL_TO_ALL = ("partners", "status")


def assembled(answers: Raw) -> Document:
    return assemble(Agreement.load(answers).interview)


def places(document: Document) -> dict[str, str]:
    """What a reader finds at each place: its number or letter, as a reference calls it."""
    return {
        "signatures": labels.SIGNATURES,
        **{clause.id: f"section {clause.label}" for clause in document.clauses},
        **{schedule.id: f"Schedule {schedule.label}" for schedule in document.schedules},
    }


def wrong(document: Document) -> list[Reference]:
    found = places(document)
    return [one for one in references(document) if found.get(one.target) != one.words]


@pytest.mark.parametrize("name", WHOLE)
def test_every_reference_of_a_whole_agreement_names_the_number_of_its_target(name):
    document = assembled(WHOLE[name])
    assert len(list(references(document))) > 10
    assert wrong(document) == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("section", [name for name in Agreement.sections() if name != "status"])
def test_a_topic_that_is_left_out_takes_every_reference_to_it_along(section, kind):
    assert wrong(assembled({**complete_of(kind), section: {}})) == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("section", Agreement.sections())
def test_a_topic_that_is_begun_first_refers_to_nothing_that_is_not_there(section, kind):
    answers = complete_of(kind)
    assert wrong(assembled({name: answers[name] for name in (*ESSENTIAL_TO_ALL, section)})) == []


@pytest.mark.parametrize("kind", ["consortium"])  # it has every section that may be replaced
def test_no_reference_is_lost_when_the_group_has_replaced_a_section(kind):
    usual = assembled({**complete_of(kind), "special": {}})
    for clause_id in {one.id for one in usual.clauses} & set(REPLACEABLE):
        own = {"id": "own", "heading": "Ours", "text": "As we like it.", "replaces_clause": clause_id}
        document = assembled({**complete_of(kind), "special": {"conditions": [own]}})
        assert wrong(document) == []
        assert [one.id for one in document.clauses] == [one.id for one in usual.clauses]


@pytest.mark.parametrize("kind", KINDS)
def test_no_reference_is_lost_when_every_section_that_may_be_replaced_is(kind):
    rows = [
        {"id": str(n), "heading": "Ours", "text": "Our way.", "replaces_clause": one}
        for n, one in enumerate(REPLACEABLE)
    ]
    document = assembled({**complete_of(kind), "special": {"conditions": rows}})
    assert wrong(document) == []
    assert all(one.title == "Ours" for one in document.clauses if one.id in REPLACEABLE)
