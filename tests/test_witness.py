"""The witness: Word file, PDF and plain text say the same words as the agreement, read back by other programs.

LibreOffice reads the Word files, and works out their numbers anew; poppler reads the PDF files.
"""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings

from agreements import answer_files
from agreements.document.canonical import full_text
from agreements.document.nodes import Document
from agreements.document.stamp import Stamp, Status
from agreements.interview import Agreement
from agreements.papers import drawn_up
from agreements.rendering import render
from tests.answer_sets import KINDS, Raw, any_answers, awkward_answers, complete_of
from tests.reading import agreed, folded, libreoffice_texts, printed
from tests.rendering.pdf.reading import difference, letters_amiss, pages

EXAMPLES = Path(__file__).parent.parent / "examples"
Drawn = tuple[Document, Stamp]


def drawn(answers: Raw, status: Status = Status.DRAFT) -> Drawn:
    return drawn_up(Agreement.load(answers).interview, status)


def some_answers() -> list[Raw]:
    """Answer sets with whatever people type; the same ones in every run."""
    found: list[Raw] = []

    @given(awkward_answers())
    @settings(max_examples=2, derandomize=True, database=None)
    def awkward(answers: Raw) -> None:
        found.append(answers)

    @given(any_answers())
    @settings(max_examples=8, derandomize=True, database=None)
    def anything(answers: Raw) -> None:
        found.append(answers)

    awkward()
    anything()
    return found


@pytest.fixture(scope="module")
def agreements() -> dict[str, Drawn]:
    """Every example, each kind of agreement with every answer and with none, and some with anything at all."""
    examples = {file.stem: answer_files.read(file) for file in EXAMPLES.glob("*.yaml")}
    found = {name: drawn(answers, Status.FINAL) for name, answers in examples.items()}
    found |= {f"complete {kind}": drawn(complete_of(kind)) for kind in KINDS}
    found |= {f"empty {kind}": drawn({"status": {"doc_kind": kind}}) for kind in KINDS}
    return found | {f"generated {number}": drawn(answers) for number, answers in enumerate(some_answers())}


def test_the_word_files_say_every_word_with_its_numbers_in_order_and_no_other(agreements, tmp_path):
    papers = [render(document, stamp, "docx") for document, stamp in agreements.values()]
    texts = libreoffice_texts(papers, tmp_path)
    for (name, (document, stamp)), text in zip(agreements.items(), texts, strict=True):
        assert printed(text, stamp) == agreed(document), name


def test_the_pdfs_say_every_word_and_no_other(agreements, tmp_path):
    for name, (document, stamp) in agreements.items():
        paper = render(document, stamp, "pdf")
        assert letters_amiss(paper, document, tmp_path) == Counter(), name
        # Some generated ones have ten thousand letters in a cell: their rows go on over the page.
        assert "generated" in name or difference(paper, document, tmp_path) == "", name


def test_the_plain_texts_say_every_line(agreements):
    for name, (document, stamp) in agreements.items():
        said = folded(render(document, stamp, "txt").decode().replace("_" * 30, ""))
        lines = [folded(cell) for line in full_text(document).splitlines() for cell in line.split("\t")]
        assert [line for line in lines if line not in said] == [], name


def test_however_many_partners_there_are_page_one_says_that_it_is_no_contract_and_no_legal_partnership(tmp_path):
    names = [f"The Residents’ and Neighbours’ Association of Street Number {place}" for place in range(60)]
    rows = [{"id": str(place), "legal_name": name} for place, name in enumerate(names)]
    document, stamp = drawn({**complete_of("memorandum"), "partners": {"partners": rows}})
    first_page = folded(pages(render(document, stamp, "pdf"), tmp_path)[0])
    assert "It is not a contract" in first_page
    assert "We are not a legal partnership" in first_page
