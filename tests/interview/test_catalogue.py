"""The list of questions for people who write answer files."""

import json

from agreements.interview import Agreement
from agreements.interview.catalogue import catalogue

ENTRIES = {entry["path"]: entry for entry in catalogue(Agreement)}


def test_every_question_is_in_it_once():
    assert len(ENTRIES) == len(list(catalogue(Agreement))) == len(list(Agreement.every_question()))


def test_a_star_stands_where_a_row_is_named():
    assert "partners.partners" in ENTRIES
    assert "partners.partners.*.legal_name" in ENTRIES
    assert "added_value.own.*.own_benefit" in ENTRIES


def test_an_entry_says_all_that_a_page_says():
    assert ENTRIES["roles.roles.*.own_name"] == {
        "path": "roles.roles.*.own_name",
        "kind": "short text",
        "written": "text on one line, of up to 200 characters",
        "question": "What do you call this role?",
        "hint": "",
        "why": "The agreement uses your word for it.",
        "example": "Volunteer rota",
        "required": True,
        "needed_if": "",
        "choices": {},
        "asked_if": "“Which role is it?” is answered “Another role”",
    }


def test_an_entry_says_when_an_answer_is_needed_that_need_not_be_given_elsewhere():
    assert (ENTRIES["history.history"]["required"], ENTRIES["history.history"]["needed_if"]) == (
        False,
        "“Are any of you new to each other?” is answered “No”",
    )


def test_an_entry_gives_the_advice_on_the_length_that_a_page_gives():
    assert ENTRIES["vision.vision"]["written"] == "text, best in 80 words or less, of up to 10,000 characters"


def test_choices_are_listed_by_their_names():
    assert ENTRIES["ending.end_type"]["choices"] == {
        "fixed": "On a fixed date",
        "rolling": "It goes on until you end it",
        "when_done": "When the work is done",
    }


def test_it_is_fit_for_machines():
    assert json.loads(json.dumps(catalogue(Agreement)))
