"""Each term that we define is defined once, and used outside its definition; else it would not stand there."""

import re
from pathlib import Path

import pytest

from agreements import answer_files, resources
from agreements.assembly import assemble
from agreements.document.canonical import clause_text
from agreements.document.nodes import Document, FactList
from agreements.interview import Agreement
from tests.answer_sets import KINDS, Raw, complete_of

CLAUSES = resources.templates() / "clauses" / "en"
EXAMPLES = Path(__file__).parents[2] / "examples"
ANSWERS = {
    **{kind: {**complete_of(kind), "words": {}} for kind in KINDS},
    **{f"empty {kind}": {"status": {"doc_kind": kind}} for kind in KINDS},
    **{file.stem: {**answer_files.read(file), "words": {}} for file in sorted(EXAMPLES.glob("*.yaml"))},
}
"""Without the words that a group explains itself: whether it uses them is its own affair."""


def assembled(answers: Raw) -> Document:
    return assemble(Agreement.load(answers).interview)


@pytest.mark.parametrize("name", ANSWERS)
def test_every_word_that_we_explain_is_used_elsewhere(name):
    document = assembled(ANSWERS[name])
    (words,) = [clause for clause in document.clauses if clause.id == "words"]
    (facts,) = [block.facts for block in words.blocks if isinstance(block, FactList)]
    elsewhere = " ".join(clause_text(part) for part in document.parts() if part is not words).lower()
    unused = [fact.name for fact in facts if fact.name.lower() not in elsewhere]
    assert len(facts) > 2
    assert unused == []


def test_a_term_is_defined_in_one_clause_alone():
    defined: dict[str, set[str]] = {}
    for file in CLAUSES.glob("*.html"):
        source = file.read_text("utf-8")
        terms = re.findall(r"<dfn>([^{<]+)</dfn>", source)
        terms += re.findall(r"<dt>([^{<]+)</dt>", source) if file.stem == "words" else []
        for term in terms:
            defined.setdefault(term.lower(), set()).add(file.stem)
    assert {term: sorted(files) for term, files in defined.items() if len(files) > 1} == {}
    assert "lead partner" in defined


@pytest.mark.parametrize(("model", "term"), [("lead_body", "lead partner"), ("hub_spoke", "hub partner")])
def test_a_partner_with_a_task_of_its_own_is_spoken_of_by_that_name_after_it_is_defined(model, term):
    shape = {
        "model": model,
        "signs_with_funder": "each_partner",
        "lead_partner": "partner-0",
        "hub_partner": "partner-0",
    }
    document = assembled({**complete_of("partnership"), "shape": shape})
    text = " ".join(clause_text(part) for part in document.parts())
    assert text.lower().count(term) > 1
