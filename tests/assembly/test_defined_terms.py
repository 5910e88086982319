"""Each term that we define is defined once, and used outside its definition; else it would not stand there."""

import re
from pathlib import Path

import pytest

from agreements import answer_files, resources
from agreements.assembly import assemble
from agreements.document.canonical import clause_text, text
from agreements.document.nodes import Document, FactList
from agreements.interview import Agreement
from agreements.interview.own_wording import REPLACEABLE
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


OURS = {
    term.lower()
    for file in CLAUSES.glob("*.html")
    for term in re.findall(r"<dfn>([^{<]+)</dfn>", file.read_text("utf-8"))
}.union(term.lower() for term in re.findall(r"<dt>([^{<]+)</dt>", (CLAUSES / "words.html").read_text("utf-8")))
"""Every term that we define, wherever it is defined."""
OURS -= {"our own word"}
"""What stands there for a word of the group that is not written yet."""


def defined(document: Document) -> list[str]:
    (words,) = [clause for clause in document.clauses if clause.id == "words"]
    return [fact.name.lower() for block in words.blocks if isinstance(block, FactList) for fact in block.facts]


def used(document: Document) -> list[str]:
    """The terms of ours that stand outside their definitions."""
    others = (part for part in document.parts() if part.id not in ("words", "at-a-glance"))
    elsewhere = " ".join((text(document.front), *map(clause_text, others))).lower()
    return [term for term in OURS if term in elsewhere]


@pytest.mark.parametrize("name", ANSWERS)
def test_the_words_that_we_explain_are_those_that_are_used(name):
    document = assembled(ANSWERS[name])
    assert len(defined(document)) > 2
    assert sorted(defined(document)) == sorted(used(document))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("replaced", [*((one,) for one in REPLACEABLE), tuple(REPLACEABLE)], ids=lambda ids: ids[-1])
def test_whatever_the_group_replaces_each_term_that_is_used_is_defined_once(replaced, kind):
    rows = [
        {"id": f"own-{place}", "heading": "Ours", "text": "As we like it.", "replaces_clause": one}
        for place, one in enumerate(replaced)
    ]
    document = assembled({**complete_of(kind), "words": {}, "special": {"conditions": rows}})
    assert sorted(defined(document)) == sorted(used(document))


def test_a_term_is_not_explained_where_the_group_has_replaced_all_that_uses_it():
    rows = [
        {"id": f"own-{place}", "heading": "Ours", "text": "As we like it.", "replaces_clause": one}
        for place, one in enumerate(REPLACEABLE)
    ]
    answers = {**complete_of("memorandum"), "words": {}}
    assert {"lead partner", "working day"} <= set(defined(assembled(answers)))
    assert {"lead partner", "working day"}.isdisjoint(defined(assembled({**answers, "special": {"conditions": rows}})))


def test_the_words_of_the_group_stay_whether_they_are_used_or_not():
    glossary = [{"id": "cob", "term": "Cob", "meaning": "A loaf."}]
    assert "cob" in defined(assembled({**complete_of("memorandum"), "words": {"glossary": glossary}}))


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
