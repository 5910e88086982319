"""The agenda of a meeting says what is open and why, in numbered items, and gives room to decide."""

from agreements.document.canonical import sheet_text
from agreements.interview.journey import missing
from agreements.interview.loading import load
from agreements.interview.open_points import asked_at, is_private, places
from agreements.rendering import render_sheet
from agreements.worksheets.agenda import agenda
from tests.answer_sets import complete
from tests.worksheets.reading import agreed, in_pdf, in_word, letters

MARKS = {
    "about.full_title": {"state": "come_back", "because": "Ask Jo."},
    "vision.area": {"state": "not_agreed", "because": "The council has not met."},
}


def said(answers=None, marks=MARKS):
    """The lines of an agenda."""
    loaded = load({**(complete() if answers is None else answers), "open_points": marks})
    return sheet_text(agenda(loaded)).splitlines()


def test_what_is_not_agreed_comes_first_with_its_answer_and_its_reason():
    lines = said()
    place = lines.index("1 Which area do you work in?")
    assert lines[place - 1] == "Not agreed yet"
    assert lines[place + 1] == f"What stands now\t{complete()['vision']['area']}"
    assert lines[place + 2 : place + 6] == ["Why it is open\tThe council has not met.", "We decide:", "", ""]
    assert lines.index("2 What is this agreement called?") > lines.index("Come back to this") > place


def test_what_is_needed_and_missing_stands_after_it_and_once():
    marks = {"about.full_title": MARKS["about.full_title"]}
    lines = said({}, marks)
    gaps = [fault.message for fault in missing(load({}).interview) if fault.path not in marks]
    assert [line for line in lines if line[0:1].isdigit()][1:] == [
        f"{number} {message}" for number, message in enumerate(gaps, 2)
    ]
    assert lines.count("1 What is this agreement called?") == 1
    assert "What stands now\tNothing yet" in lines


def test_with_nothing_open_it_says_so():
    assert "Nothing is open, and nothing is missing." in said(marks={})


def test_a_question_that_no_paper_prints_is_not_on_it():
    marks = {path: {"state": "not_agreed", "because": "Not yet."} for path in places(load(complete()).interview)}
    loaded = load({**complete(), "open_points": marks})
    private = [point for point in loaded.open_points if is_private(asked_at(loaded.interview, point.path))]
    assert private
    assert said(marks=marks).count("Why it is open\tNot yet.") == len(loaded.open_points) - len(private)


def test_every_format_says_the_same_words(tmp_path):
    sheet = agenda(load({**complete(), "open_points": MARKS}))
    assert in_word(sheet) == in_pdf(sheet, tmp_path) == agreed(sheet)
    text = letters(render_sheet(sheet, "txt").decode())
    for line in sheet_text(sheet).splitlines():
        assert all(letters(piece) in text for piece in line.split("\t")), line
