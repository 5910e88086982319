"""Signature blocks of Word."""

import pytest
from docx.text.paragraph import Paragraph

from agreements.document import labels
from agreements.document.numbering import numbered
from agreements.rendering.word import render_docx
from agreements.rendering.word.markup import NAMESPACES, tag
from tests.rendering.word.houses import open_docx
from tests.samples import PARTNERS, rich_document, stamp


@pytest.fixture(scope="module")
def blocks():
    """The paragraphs of each signature block."""
    paper = open_docx(render_docx(numbered(rich_document()), stamp(), None))
    found: list[list[Paragraph]] = []
    for paragraph in paper.paragraphs:
        style = str(paragraph.style and paragraph.style.name)
        if style == "Agreement Signatory":
            found.append([])
        if found and style.startswith("Agreement Sign"):
            found[-1].append(paragraph)
    return found


def names_of_controls(paragraph):
    return [alias.get(tag("val")) for alias in paragraph._element.iter(tag("alias"))]


def test_every_partner_has_a_block(blocks):
    assert [block[0].text for block in blocks] == list(PARTNERS)


def test_a_block_stays_whole_on_one_page(blocks):
    for block in blocks:
        kept = [paragraph._element.find("w:pPr/w:keepNext", NAMESPACES) is not None for paragraph in block]
        assert kept == [True] * (len(block) - 1) + [False]
        assert all(paragraph._element.find("w:pPr/w:keepLines", NAMESPACES) is not None for paragraph in block)


def test_a_block_says_which_text_is_signed(blocks):
    assert {block[-1].text for block in blocks} == {labels.signed_text(stamp())}
    assert stamp().fingerprint in blocks[0][-1].text


def test_what_is_known_is_printed_and_the_rest_is_a_line_for_ink(blocks):
    chair = blocks[1][3:7]
    assert [paragraph.text.rstrip("\t") for paragraph in chair] == ["Signature", "Name", "Position\tChair", "Date"]
    assert [names_of_controls(paragraph) for paragraph in chair] == [
        ["Space to write: Signature"],
        ["Space to write: Name"],
        [],
        ["Space to write: Date"],
    ]


def test_a_line_for_ink_is_drawn_up_to_the_last_stop(blocks):
    signature = next(paragraph for paragraph in blocks[0] if paragraph.text.startswith("Signature"))
    leaders = [stop.get(tag("leader")) for stop in signature._element.iter(tag("tab")) if stop.get(tag("leader"))]
    assert leaders == ["none", "underscore"]


def test_the_people_that_the_words_speak_of_stand_under_them_each_on_a_line(blocks):
    assert [paragraph.text for paragraph in blocks[0][3:5]] == ["Ruth Adeyemi", "مريم"]


def test_an_authority_that_is_known_stands_with_its_signer(blocks):
    assert [line.text for line in blocks[0] if line.text.startswith("Authority")] == [
        "Authority\tMinute 7 of 3 November 2026"
    ]


def test_the_authority_is_asked_for_where_there_is_one(blocks):
    assert names_of_controls(blocks[0][-2]) == ["Space to write: Minute of the trustees' meeting, and its date"]
    assert blocks[0][-2].text.startswith("Minute of the trustees' meeting, and its date ")
    assert blocks[1][-2].text.startswith("Date")


def test_words_that_lead_up_to_the_first_block_stay_with_it(blocks):
    above = blocks[0][0]._element.getprevious()
    assert above.find("w:pPr/w:keepNext", NAMESPACES) is not None
