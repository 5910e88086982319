"""The two short paths before an agreement: each example is finished, fits one page, and reads like its golden text.

`pytest tests/test_paths.py --golden-update` writes the golden texts anew; read the difference before you commit it.
"""

import io
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given

from agreements import answer_files
from agreements.assembly import assemble
from agreements.document.canonical import full_text
from agreements.document.stamp import Status
from agreements.interview import Considering, Offering
from agreements.interview.journey import missing
from agreements.interview.loading import load
from agreements.papers import make
from agreements.questions import Loaded
from tests.answer_sets import any_answers, complete
from tests.reading import folded
from tests.rendering.pdf.reading import bodies

EXAMPLES = Path(__file__).parent.parent / "examples" / "paths"
GOLDEN = Path(__file__).parent / "golden" / "paths"
NAMES = [file.stem for file in sorted(EXAMPLES.glob("*.yaml"))]
BY_ENDING = {
    "go_on": "considering-brook-lane",
    "not_now": "considering-not-now",
    "find_out_more": "considering-find-out-more",
}
NOTES = [Considering, Offering]


def loaded(name: str) -> Loaded:
    return load(answer_files.read(EXAMPLES / f"{name}.yaml"))


def words(name: str) -> str:
    return folded(make(loaded(name), "txt").decode())


@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_finished(name):
    assert loaded(name).faults == ()
    assert missing(loaded(name).interview) == ()


@pytest.mark.parametrize("name", NAMES)
def test_an_example_reads_like_its_golden_text(name, request):
    made = make(loaded(name), "txt").decode()
    golden = GOLDEN / f"{name}.txt"
    if request.config.getoption("--golden-update"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(made, "utf-8")
    assert made == golden.read_text("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_it_fits_one_page_and_says_all_that_the_text_says(name, tmp_path):
    document = assemble(loaded(name).interview)
    [page] = bodies(make(loaded(name), "pdf"), tmp_path, document.layout)
    printed = "".join(page.split())
    for line in full_text(document).replace("\t", "\n").splitlines():
        assert "".join(line.split()) in printed


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("paper", ["docx", "html", "txt"])
def test_every_paper_says_that_it_is_no_agreement_and_nothing_of_signing(name, paper):
    made = make(loaded(name), paper)
    if paper == "docx":
        word = Document(io.BytesIO(made))
        parts = (word, word.sections[0].header, word.sections[0].footer)
        said = " ".join(paragraph.text for part in parts for paragraph in part.paragraphs)
    else:
        said = folded(made.decode())
    assert "For talking about. Not part of any agreement" in said
    assert "It is not part of any agreement" in said
    for never in ("Draft", "do not sign", "Fingerprint", "Version", "Signature"):
        assert never not in said


def test_there_is_an_example_of_each_ending():
    assert {name: loaded(file).interview.decision.decision for name, file in BY_ENDING.items()} == {
        name: name for name in BY_ENDING
    }


@pytest.mark.parametrize(
    ("ending", "sentence"),
    [
        ("go_on", "We talk with Brook Lane Neighbours, and begin an agreement together."),
        ("not_now", "We look at it again on 10 May 2027. Until then we do not plan on it."),
        ("not_now", "We keep our reasons, so that nobody has to start again from nothing:"),
        ("find_out_more", "We look at it again on 14 September 2026, with these answers before us."),
    ],
)
def test_each_ending_has_words_of_its_own(ending, sentence):
    assert [name for name, file in BY_ENDING.items() if sentence in words(file)] == [ending]


def test_who_finds_out_what_by_when_stands_in_the_note():
    said = words(BY_ENDING["find_out_more"])
    assert "Does our insurance cover advice in somebody else’s room? Who finds out: Priya Nair By when: 14" in said


@pytest.mark.parametrize("of", NOTES)
def test_nothing_answered_is_a_page_with_gaps(of):
    said = full_text(assemble(of.load({}).interview))
    for gap in missing(of.load({}).interview):
        assert f"[Not answered yet: {of.question(gap.path).title}" in said


@pytest.mark.parametrize("of", NOTES)
def test_a_whole_note_has_no_gap_no_numbers_and_no_signatures(of):
    interview = of.load(complete(of)).interview
    assert missing(interview) == ()
    document = assemble(interview)
    assert "Not answered yet" not in full_text(document)
    assert (document.signing, document.schedules) == (None, ())
    assert {clause.label for clause in document.clauses} == {""}


@pytest.mark.parametrize("of", NOTES)
def test_a_note_is_never_final(of):
    loaded = of.load(complete(of))
    assert make(loaded, "txt", status=Status.FINAL) == make(loaded, "txt", status=Status.DRAFT)


@given(any_answers(Considering))
def test_any_answers_at_all_make_a_note(answers):
    assert assemble(Considering.load(answers).interview).title


@given(any_answers(Offering))
def test_any_answers_at_all_make_a_page_of_offers(answers):
    assert assemble(Offering.load(answers).interview).title
