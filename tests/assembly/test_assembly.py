"""From any answers at all to a document: nothing fails, nothing accepted is lost, nothing refused goes unsaid."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from hypothesis import event, given, settings

from agreements.assembly import assemble
from agreements.document.canonical import full_text
from agreements.errors import Fault
from agreements.interview import Agreement
from agreements.interview.journey import AskedQuestion, asked_below
from agreements.questions import FindingOnly, ForEach, ListOf, Money, OneOf, Printed, Row, WholeNumber
from agreements.questions.text import normalise
from agreements.values import date_in_words, number_in_words, pounds
from tests.answer_sets import Raw, any_answers, complete, complete_asking
from tests.reading import folded


def every_question(agreement: Agreement) -> Iterator[AskedQuestion]:
    """Every question that is asked, with its answer, but for lists: their rows are asked in their turn."""
    for name in agreement.sections():
        for one in asked_below(agreement.section(name)):
            if not isinstance(one.question, ListOf | ForEach):
                yield one


A_YEAR = 1800
"""A number from here on is a year, and has no comma."""


def in_words(one: AskedQuestion) -> Iterable[str]:
    """The words in which the answer to a question must stand in the text."""
    if isinstance(one.question, Money):
        return (pounds(one.answer),)
    if one.question is Agreement.deciding.quorum_percent:
        return (f"{one.answer}%",)
    if isinstance(one.question, WholeNumber) and one.question.least >= A_YEAR:
        return (str(one.answer),)
    return in_print(one.answer)


def in_print(answer: Any) -> Iterator[str]:
    """The words in which an answer must stand in the text. What is chosen from a list of ours has words of ours."""
    match answer:
        case bool():
            return
        case int():
            yield number_in_words(answer)
        case str():
            yield folded(answer)
        case date():
            yield date_in_words(answer)
        case Row():
            yield folded(answer.label)
        case tuple():
            for one in answer:
                yield from in_print(one) if isinstance(one, Row) else ()


def typed_at(answers: Any, path: str) -> Any:
    """What was typed at a path; None where nothing can be found."""
    found = answers
    for name in path.split("."):
        if isinstance(found, dict):
            found = found.get(name)
        elif isinstance(found, list | tuple):
            found = next((one for one in found if isinstance(one, dict) and str(one.get("id")) == name), None)
        else:
            return None
    return found


def says_something(typed: Any) -> bool:
    if isinstance(typed, str):
        return bool(normalise(typed))
    if isinstance(typed, dict):
        return any(part not in ("", None) and str(part).strip() for part in typed.values())
    if isinstance(typed, list | tuple):
        return any(says_something(one) for one in typed)
    return typed is not None


def is_not_sure_yet(one: AskedQuestion) -> bool:
    """Whether "not sure yet" is chosen, which is well formed and no answer."""
    chosen = one.group.kept.get(one.question.name)
    return isinstance(one.question, OneOf) and chosen is not None and one.question.choices[chosen].undecided


def is_replaced(one: AskedQuestion, replaced: set[str | None]) -> bool:
    """Whether the group's own words stand in place of the clause that prints an answer (domain, row 63).

    It is the one that the effect names first. Others may only tell from the answer that there is something to say.
    """
    effect = one.question.effect
    return isinstance(effect, Printed) and bool(effect.clauses) and effect.clauses[0] in replaced


def is_told(path: str, faults: tuple[Fault, ...]) -> bool:
    """Whether a fault is told at a path, at a group that holds it, or at something in it."""
    return any(f"{path}.".startswith(f"{fault.path}.") or fault.path.startswith(f"{path}.") for fault in faults)


@given(any_answers())
def test_what_is_accepted_stands_whole_in_the_text(answers: Raw):
    loaded = Agreement.load(answers)
    text = folded(full_text(assemble(loaded.interview)))
    replaced = {one.replaces_clause for one in loaded.interview.special.conditions or ()}
    for one in every_question(loaded.interview):
        is_hidden = isinstance(one.question.effect, FindingOnly) or is_replaced(one, replaced)
        if one.question.widget not in ("one_of", "some_of") and one.answer is not None and not is_hidden:
            event(f"accepted {one.question.widget}")
            for words in in_words(one):
                assert words in text, f"{one.path}: {words!r}"


@given(any_answers())
def test_what_is_not_accepted_is_told_by_its_path(answers: Raw):
    loaded = Agreement.load(answers)
    for one in every_question(loaded.interview):
        if one.answer is None and says_something(typed_at(answers, one.path)) and not is_not_sure_yet(one):
            event(f"refused {one.question.widget}")
            assert is_told(one.path, loaded.faults), f"{one.path}: {typed_at(answers, one.path)!r}"


@given(any_answers())
@settings(max_examples=15)
def test_a_document_is_the_same_every_time(answers: Raw):
    first, second = Agreement.load(answers).interview, Agreement.load(answers).interview
    assert assemble(first) == assemble(second)


def test_a_complete_agreement_has_no_gap():
    assert "Not answered yet" not in full_text(assemble(Agreement.load(complete()).interview))


def test_an_agreement_in_which_all_is_answered_but_the_partners_can_be_read():
    for names in ("liability.joint_several", "shape.members"):
        loaded = Agreement.load({**complete_asking(names), "partners": {}})
        assert "[Not answered yet: Who are the partners?]" in full_text(assemble(loaded.interview))


def test_an_empty_agreement_has_a_gap_for_what_is_needed_first():
    text = full_text(assemble(Agreement.load({}).interview))
    assert "Agreement without a title yet" in text
    assert "[Not answered yet: Who are the partners?]" in text
    assert "[Not answered yet: When does it start?]" in text


def test_a_clause_that_says_nothing_is_left_out_and_the_rest_moves_up():
    document = assemble(Agreement.load({}).interview)
    assert "stop-twice" not in [clause.id for clause in document.clauses]
    assert [clause.label for clause in document.clauses] == [str(number + 1) for number in range(len(document.clauses))]


def test_people_stand_outside_what_is_fingerprinted():
    document = assemble(Agreement.load(complete()).interview)
    assert document.signing
    assert not document.signing.fingerprinted
    assert [schedule.id for schedule in document.schedules if not schedule.fingerprinted] == ["schedule-contacts"]
    assert document.schedules[-1].id == "schedule-contacts"
