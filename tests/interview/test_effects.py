"""Every question's effect, proved: another answer changes what the question says it changes, and nothing else."""

from functools import cache

import pytest

from agreements.assembly import assemble
from agreements.document.canonical import clause_text, full_text
from agreements.document.fingerprint import fingerprint
from agreements.document.nodes import Clause, Document
from agreements.interview import Agreement, Considering, Offering, Written
from agreements.papers import drawn_up
from agreements.questions import Contacts, Effect, FindingOnly, Looks, Printed, Signing, printed
from agreements.reviews import calendar, first_edition
from tests.answer_sets import Variation, attachments, complete, variations

QUESTIONS = {path: question for path, question, _group in Agreement.every_question()}
EVERYWHERE = [
    (of, path) for of in (Agreement, Considering, Offering) for path, _question, _group in of.every_question()
]
EDITION = first_edition("test")
OUTSIDE_THE_FINGERPRINT = {"signatures", "schedule-contacts"}
ELSEWHERE = {
    "status.doc_kind",
    "status.binding_mode",
    "money.has_money",
    "funding.funding.terms_attached",
    "partners.partners",
    "partners.partners.legal_name",
    "partners.partners.known_as",
    "partners.partners.nation",
    "partners.partners.legal_form",
    "shape.model",
    "shape.lead_partner",
    "special.conditions",
    "special.conditions.heading",
    "special.conditions.text",
    "special.conditions.replaces_clause",
}
"""The only questions whose answers may change clauses that they do not name. Each more is a decision."""


@cache
def assembled(interview: Written) -> Document:
    return assemble(interview)


def parts(document: Document) -> dict[str, str]:
    """The text of every part by its id, without numbers, so that one new clause does not touch the others.

    The page at a glance is left out: it repeats what the parts say.
    """
    front = Clause("front", f"{document.title}\n{document.kind}\n{document.notice}", document.front)
    own = [part.id for part in document.clauses if part.id.startswith("special-")]
    texts = {part.id: clause_text(part) for part in (front, *document.parts()) if part != document.glance}
    return {**texts, "the order of the group’s own sections": ", ".join(own)}


@pytest.mark.parametrize(
    ("of", "path"), [(of, path) for of, path in EVERYWHERE if not isinstance(of.question(path).effect, Looks)]
)
def test_an_answer_changes_what_its_question_names_and_nothing_else(of, path):
    effect = of.question(path).effect
    changed_by_any: set[str] = set()
    is_in_calendar = False
    for variation in variations(path, of):
        before, after = assembled(variation.before), assemble(variation.after)
        old, new = parts(before), parts(after)
        changed = {part for part in old.keys() | new.keys() if old.get(part) != new.get(part)}
        is_seen = not isinstance(effect, FindingOnly)
        assert bool(changed) is is_seen, _what_to_do(variation, effect, changed)
        if not (isinstance(effect, Printed) and effect.elsewhere):
            assert changed <= named(effect), _what_to_do(variation, effect, changed)
        is_outside = changed <= OUTSIDE_THE_FINGERPRINT
        assert (fingerprint(before) == fingerprint(after)) is is_outside
        changed_by_any |= changed
        is_in_calendar |= dates(variation.before) != dates(variation.after)
    assert named(effect) <= changed_by_any, (
        f"{path} names {sorted(named(effect) - changed_by_any)} as its effect, and never changes it. "
        "Read the answer in that clause (templates/clauses), or take the name out of the effect."
    )
    assert is_in_calendar is (isinstance(effect, Printed) and effect.in_calendar)


def _what_to_do(variation: Variation, effect: Effect, changed: set[str]) -> str:
    """What whoever adds or changes a question has to do next."""
    tried = f"{variation.path} = {variation.answer!r}"
    if not changed:
        clauses = ", ".join(sorted(named(effect)))
        return (
            f"{tried} changes no word of the paper, and its effect names {clauses}. Read the answer in "
            "templates/clauses/en/ (one file for each name), or declare effect=FindingOnly() if it is never printed."
        )
    if isinstance(effect, FindingOnly):
        return (
            f"{tried} changes {sorted(changed)}, and its effect is FindingOnly: declare effect=printed(...) with these."
        )
    return (
        f"{tried} changes {sorted(changed - named(effect))}, which its effect does not name. Add the names to "
        "effect=printed(...), or say with elsewhere=... why it changes more, and list it in ELSEWHERE."
    )


def test_an_effect_that_fails_says_what_to_do():
    tried = Variation("about.aim", "x", Agreement({}), Agreement({}))
    assert "changes no word of the paper, and its effect names vision" in _what_to_do(tried, printed("vision"), set())
    assert "declare effect=printed(...)" in _what_to_do(tried, FindingOnly(), {"vision"})
    assert "changes ['money'], which its effect does not name" in _what_to_do(tried, printed("vision"), {"money"})


@pytest.mark.parametrize("path", [path for path, one in QUESTIONS.items() if isinstance(one.effect, Looks)])
def test_what_changes_looks_changes_the_paper_and_no_word_of_it(path):
    for variation in variations(path):
        before, _stamp = drawn_up(variation.before, attachments=attachments())
        after, _stamp = drawn_up(variation.after, attachments=attachments())
        assert after != before, f"{variation.path} = {variation.answer!r} changes nothing"
        assert full_text(after) == full_text(before)
        assert fingerprint(after) == fingerprint(before)


def dates(interview: Written) -> bytes:
    """The calendar of an agreement. The short paths have none, nor has an agreement while no review has a date."""
    if not isinstance(interview, Agreement) or not interview.reviews.first_date:
        return b""
    return calendar(interview, EDITION)


def named(effect: Effect) -> set[str]:
    """The parts that an effect names."""
    match effect:
        case Contacts():
            return {"schedule-contacts"}
        case Signing():
            return {"signatures"}
        case FindingOnly():
            return set()
        case Printed(clauses=clauses):
            return set(clauses)
        case Looks():
            return set()


def test_contacts_and_signing_are_the_parts_outside_the_fingerprint():
    before = assemble(Agreement.load(complete()).interview)
    outside = {part.id for part in before.parts() if not part.fingerprinted}
    assert outside == OUTSIDE_THE_FINGERPRINT | {"at-a-glance"}


def test_the_questions_that_may_change_other_clauses_are_these_alone():
    found = {
        path
        for path, question in QUESTIONS.items()
        if isinstance(question.effect, Printed) and question.effect.elsewhere
    }
    assert found == ELSEWHERE
