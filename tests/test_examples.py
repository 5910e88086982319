"""The two examples: finished, true to what the briefing says, and kept as text that a lawyer could read.

`pytest tests/test_examples.py --golden-update` writes the golden texts anew; read the difference before you commit it.
"""

from pathlib import Path

import pytest

from agreements import answer_files
from agreements.document.stamp import Status
from agreements.interview import Agreement
from agreements.interview.journey import asked_below, missing
from agreements.papers import make
from agreements.questions import Loaded

CHECKOUT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden"
NAMES = [file.stem for file in sorted((CHECKOUT / "examples").glob("*.yaml"))]
NEW_HORIZONS = "f1-new-horizons"


def loaded(name: str) -> Loaded:
    return Agreement.load(answer_files.read(CHECKOUT / "examples" / f"{name}.yaml"))


def test_there_are_two():
    assert NAMES == [NEW_HORIZONS, "f2-brook-lane-welcome"]


@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_finished(name):
    assert loaded(name).faults == ()
    assert missing(loaded(name).interview) == ()


@pytest.mark.parametrize("name", NAMES)
def test_an_example_reads_like_its_golden_text(name, request):
    made = make(loaded(name), "txt", status=Status.FINAL).decode()
    golden = GOLDEN / f"{name}.txt"
    if request.config.getoption("--golden-update"):
        golden.write_text(made, "utf-8")
    assert made == golden.read_text("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_written_back_as_the_same_answers(name):
    raw = answer_files.read(CHECKOUT / "examples" / f"{name}.yaml")
    assert answer_files.parse(answer_files.write(raw), "again.yaml") == raw


def test_the_example_of_real_organisations_says_on_every_page_that_it_is_invented():
    assert loaded(NEW_HORIZONS).interview.about.notice == "Example: details invented"


FROM_THE_BRIEFING = {
    "New Horizons Partnership",
    "New Horizons",
    "We came together to create the New Horizons centre in Chelsea.",
    "Example: details invented",
    "Open Age",
    "Sixty Plus",
    "the Guinness Trust",
    "Chelsea",
    "00000000",
    "9999981",
    "9999982",
}
"""What the briefing says of them, the title we give the paper, and numbers that no register has given out."""


def test_every_word_in_it_is_from_the_briefing_or_marked_as_invented():
    interview = loaded(NEW_HORIZONS).interview
    asked = (one for name in interview.sections() for one in asked_below(interview.section(name)))
    typed = [(one.path, one.answer) for one in asked if one.question.widget in ("short_text", "long_text")]
    unmarked = {path: words for path, words in typed if words and "invented" not in words}
    assert {path for path, words in unmarked.items() if words not in FROM_THE_BRIEFING} == set()
