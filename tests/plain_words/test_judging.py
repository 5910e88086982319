from agreements.questions import Asked, Choice, Interview, OneOf, Section, printed
from setup.plain_words import texts as measured
from setup.plain_words.judging import Exceptions, faults, listed_exceptions
from setup.plain_words.texts import CLAUSE, QUESTION, Read, texts


class TeaTime(Section):
    """One question with all that is read with it. A choice of two words is a label."""

    title = step = "Tea"
    drink = OneOf(
        "What do you drink?",
        {"tea": Choice("Tea with some milk", "It is hot."), "other": Choice("Something else")},
        hint="Any.",
        why="To buy it.",
        example="Unread exemplification",
        effect=printed("tea"),
    )


class Tea(Interview):
    """An interview of one question."""

    tea = Asked(TeaTime)


NONE = Exceptions({}, {})
PLAIN = Read(QUESTION, "about.name", ("What do you call it?",))
HARD = Read(QUESTION, "about.aim", ("Which organisational collaboration do you anticipate?",))
LONG = Read(CLAUSE, "talk", (" ".join(["We go on"] * 7) + ".",))


def test_our_own_questions_and_clauses_are_plain():
    assert list(faults(texts(), listed_exceptions())) == []


def test_every_kind_of_text_is_measured():
    names = {text.name for text in texts()}
    assert {
        "question about.full_title",
        "question partners.partners.legal_name",
        "question status (introduction)",
        "clause disagreements",
        "clause schedule-who-does-what",
        "clause legal form cio",
        "clause words trustee",
    } <= names


def test_hints_reasons_and_choices_are_read_with_a_question(monkeypatch):
    monkeypatch.setattr(measured, "INTERVIEWS", {"tea": Tea})
    read = {text.place: text.sentences for text in texts()}["tea.drink"]
    assert read == ("What do you drink?", "Any.", "To buy it.", "Tea with some milk", "It is hot.")


def test_what_is_plain_passes():
    assert list(faults([PLAIN], NONE)) == []


def test_a_hard_question_is_named_with_its_age_its_limit_and_its_long_words():
    [fault] = faults([HARD], NONE)
    assert "question about.aim: reading age" in fault
    assert "at most 11" in fault
    assert "organisational" in fault
    assert HARD.sentences[0] in fault


def test_a_sentence_that_is_too_long_is_shown_with_its_words():
    [fault] = faults([LONG], NONE)
    assert "21 words in a sentence, at most 20" in fault
    assert LONG.sentences[0] in fault


def test_an_exception_with_a_reason_lets_a_text_pass():
    allowed = Exceptions({HARD.name: "the funder’s own word"}, {LONG.sentences[0]: "the words of the law"})
    assert list(faults([HARD, LONG], allowed)) == []


def test_an_exception_that_nothing_needs_and_one_without_a_reason_fail():
    found = list(faults([PLAIN, HARD], Exceptions({PLAIN.name: "old", HARD.name: ""}, {})))
    assert len(found) == 2
    assert "Take the exception out" in found[0]
    assert "no reason" in found[1]
