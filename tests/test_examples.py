"""The examples: finished or drafts, as said here; true to the briefing; kept as text that a lawyer could read.

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
NEW_HORIZONS = "f1-new-horizons"
FINISHED = (
    NEW_HORIZONS,
    "f2-brook-lane-welcome",
    "f2-glanfaes-croeso",
    "f3-northvale-draft-b",
    "f4-marsh-end-seed-swap",
    "f5-two-shores-boats",
)
FIRST_DRAFTS = ("f2-brook-lane-first-draft", "f3-northvale-draft-a")
"""As a group types alone: nothing malformed, and answers missing."""
NAMES = (*FINISHED, *FIRST_DRAFTS)


def loaded(name: str) -> Loaded:
    return Agreement.load(answer_files.read(CHECKOUT / "examples" / f"{name}.yaml"))


def test_every_example_is_known_here():
    assert sorted(NAMES) == sorted(file.stem for file in (CHECKOUT / "examples").glob("*.yaml"))


@pytest.mark.parametrize("name", NAMES)
def test_nothing_in_an_example_is_malformed(name):
    assert loaded(name).faults == ()


@pytest.mark.parametrize("name", FINISHED)
def test_nothing_is_missing_in_a_finished_example(name):
    assert missing(loaded(name).interview) == ()


MISSING = {
    "f2-brook-lane-first-draft": {
        "history.first_steps",
        "people.people.neighbours.deputy_contact",
        "money.no_money_plan",
        "signing.personal_liability",
    },
    "f3-northvale-draft-a": {
        "buy_in.buy_in",
        "money.no_money_plan",
        "budget.payment_timing",
        "budget.pay_within_days",
        "data.data_role",
        "accountability.accountability_steps",
        "accountability.lead_answers_to",
    },
}
"""What each first draft has forgotten (domain, 5.2)."""


@pytest.mark.parametrize("name", FIRST_DRAFTS)
def test_a_first_draft_lacks_what_it_is_known_for(name):
    paths = {one.path for one in missing(loaded(name).interview)}
    assert {path for path in paths if "joint_several_ack" not in path} == MISSING[name]


@pytest.mark.parametrize("name", NAMES)
def test_an_example_reads_like_its_golden_text(name, request):
    made = make(loaded(name), "txt", status=Status.FINAL if name in FINISHED else Status.DRAFT).decode()
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
