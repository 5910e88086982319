"""What is not agreed heads the draft, in every format, and changes no fingerprint."""

import io
import subprocess

import pytest
from docx import Document as WordDocument

from agreements.document.canonical import full_text
from agreements.interview.loading import load
from agreements.interview.open_points import places
from agreements.papers import drawn_up, make
from agreements.questions import FindingOnly
from tests.answer_sets import complete
from tests.reading import folded

REASON = "The council has not met."


def loaded(**points):
    return load({**complete(), "open_points": {path.replace("__", "."): mark for path, mark in points.items()}})


def drawn(loaded):
    return drawn_up(loaded.interview, open_points=loaded.open_points)


@pytest.fixture(scope="module")
def unsettled():
    return loaded(vision__vision={"state": "not_agreed", "because": REASON})


def test_what_is_not_agreed_stands_before_the_clauses_with_its_reason_and_its_section(unsettled):
    document, _stamp = drawn(unsettled)
    parts = [part.id for part in document.parts()]
    assert parts[0] == "not-agreed"
    section = next(part.label for part in document.clauses if part.id == "vision")
    assert f"• [Not agreed yet: What do you want to change?] See section {section}.\n{REASON}" in full_text(document)


def test_the_marks_change_no_fingerprint(unsettled):
    assert drawn(unsettled)[1] == drawn(loaded())[1]


def test_without_marks_the_document_is_the_same_as_ever():
    marked_otherwise = loaded(vision__vision={"state": "come_back", "because": REASON})
    assert drawn(marked_otherwise)[0] == drawn(loaded())[0]


def test_a_question_that_no_paper_prints_is_not_named():
    path = next(
        path
        for path, question, _group in loaded().interview.every_question()
        if isinstance(question.effect, FindingOnly) and path in places(loaded().interview)
    )
    private = loaded(**{path: {"state": "not_agreed", "because": REASON}})
    assert [point.path for point in private.open_points] == [path]
    assert drawn(private)[0].not_agreed is None


def test_every_format_says_it(unsettled):
    word = WordDocument(io.BytesIO(make(unsettled, "docx")))
    read = {
        "docx": "\n".join(paragraph.text for paragraph in word.paragraphs),
        "pdf": subprocess.run(
            ["pdftotext", "-raw", "-", "-"], input=make(unsettled, "pdf"), capture_output=True, check=True
        ).stdout.decode(),
        "html": make(unsettled, "html").decode(),
        "txt": make(unsettled, "txt").decode(),
    }
    for name, text in read.items():
        assert "[Not agreed yet: What do you want to change?]" in folded(text), name
        assert REASON in folded(text), name
