"""The largest agreements: every partner of fifty and of two hundred stands whole in both papers, made within limits."""

from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.table import Table
from docx.text.paragraph import Paragraph

from agreements.interview import Agreement
from agreements.interview.journey import missing
from agreements.papers import make
from agreements.questions import Loaded
from agreements.rendering import bounded
from agreements.rendering.bounded import render_bounded
from tests.many_partners import consortium_of, name_of, signer_of, task_of
from tests.reading import folded
from tests.rendering.pdf.reading import pages


def docx_text(paper: bytes) -> str:
    """The paragraphs and tables of a Word file in order, as python-docx reads them."""
    lines: list[str] = []
    for block in docx.Document(BytesIO(paper)).iter_inner_content():
        match block:
            case Paragraph():
                lines.append(block.text)
            case Table():
                lines.extend(cell.text for row in block.rows for cell in row.cells)
    return folded("\n".join(lines))


@pytest.fixture(params=[50, 200])
def large(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> tuple[int, Loaded]:
    """The number of partners, and their agreement."""
    # The seconds of work are what counts here; those on the clock tell how busy the machine is with other tests.
    monkeypatch.setattr(bounded, "SECONDS", 600)
    return request.param, Agreement.load(consortium_of(request.param))


def check_whole(text: str, count: int) -> None:
    """Every partner is named at the beginning, has its task and its place to sign, in order."""
    front, signing, schedules = parts(text)
    assert [place for place in range(count) if name_of(place) not in front] == []
    assert [place for place in range(count) if task_of(place) not in schedules] == []
    assert [place for place in range(count) if name_of(place) not in schedules] == []
    at = 0
    for place in range(count):
        for words in (name_of(place), signer_of(place)):
            at = signing.find(words, at)
            assert at >= 0, f"{words} does not stand in its place"


def parts(text: str) -> tuple[str, str, str]:
    """What stands before the signatures, the signatures, and the schedules."""
    before, schedules = text.split("Details of each partner", 1)
    front, signing = before.rsplit("Signatures", 1)
    return front, signing, schedules


def test_it_has_no_fault_and_nothing_is_missing(large):
    _count, loaded = large
    assert loaded.faults == ()
    assert missing(loaded.interview) == ()


def test_the_word_file_has_every_partner(large):
    count, loaded = large
    check_whole(docx_text(make(loaded, "docx", renderer=render_bounded)), count)


def test_the_pdf_has_every_partner(large, tmp_path: Path):
    count, loaded = large
    check_whole(folded("\n".join(pages(make(loaded, "pdf", renderer=render_bounded), tmp_path))), count)
