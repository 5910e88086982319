"""Worksheets in the wizard: offered beside the papers, and numbered as the wizard itself is."""

import io
import re
import zipfile

import pytest
from lxml import etree

from agreements.document.canonical import sheet_text
from agreements.interview import Agreement
from agreements.worksheets import AGREEMENT, worksheet
from tests.rendering.pdf.reading import pages


def _words(docx):
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    return "".join(map(str, body.itertext()))


def _links(page):
    return [(words, address) for words, address in page.links().items() if "/worksheets/" in address]


def test_the_papers_page_offers_them_short_and_long_blank_and_filled_in_word_and_pdf(example):
    assert [words for words, _address in _links(example.open("papers"))] == [
        f"{length}: {which} ({paper})"
        for length in ("The essentials", "All questions")
        for which in ("Blank worksheets", "Worksheets with your answers so far")
        for paper in ("Word document", "PDF")
    ]


def test_they_look_as_the_papers_do(example):
    assert not any("look=" in address for _words, address in _links(example.open("papers")))
    assert all(
        address.endswith("?look=large-print") for _words, address in _links(example.open("papers?look=large-print"))
    )


@pytest.mark.parametrize("which", ["blank", "filled"])
@pytest.mark.parametrize("look", ["plain", "large-print"])
def test_a_pdf_is_a_pdf(example, which, look):
    example.open(f"worksheets/{which}/short/pdf?look={look}")
    assert example.response.mimetype == "application/pdf"
    assert example.response.data.startswith(b"%PDF-")


def test_large_print_is_printed_large(example, tmp_path):
    usual, large = (
        len(pages(example.open(f"worksheets/blank/short/pdf?look={look}").response.data, tmp_path))
        for look in ("plain", "large-print")
    )
    assert large > 2 * usual


def test_a_long_one_asks_more_than_a_short_one(example):
    short, long = (
        _words(example.open(f"worksheets/blank/{length}/docx").response.data) for length in ("short", "long")
    )
    assert "How do the people you serve have a say?" in long
    assert "How do the people you serve have a say?" not in short


def test_a_filled_one_has_what_was_typed_faults_too_and_a_blank_one_has_none_of_it(example):
    example.open("sections/about").submit(full_title="Warm hands", **{"start_date-day": "99"})
    filled = _words(example.open("worksheets/filled/short/docx").response.data)
    assert "Warm hands" in filled
    assert "99 1 2027" in filled
    assert "Change this: " in filled
    assert "Warm hands" not in _words(example.open("worksheets/blank/short/docx").response.data)


@pytest.mark.parametrize(
    "address",
    ["none/short/pdf", "blank/short/txt", "blank/middling/pdf", "blank/short/pdf?look=tiny"],
)
def test_there_are_no_others(example, address):
    assert example.open(f"worksheets/{address}").status == 404


def test_steps_and_topics_have_the_same_numbers_on_the_screen_and_on_paper(example):
    page = example.open("").page
    on_screen = [" ".join(one.text_content().split()) for one in page.xpath('//h2[span[@class="app-number"]]')]
    topics = [" ".join(one.text_content().split()) for one in page.xpath('//a[span[@class="app-number"]]')]
    lines = sheet_text(worksheet(AGREEMENT)).splitlines()
    assert on_screen
    assert set(on_screen) <= {
        line.removeprefix("Step ").replace(":", "", 1) for line in lines if line.startswith("Step ")
    }
    assert topics
    assert set(topics) <= {line for line in lines if re.match(r"\d+\.\d+ ", line)}


def test_a_page_says_which_step_and_topic_it_is(example):
    last = len({section.step for section in Agreement.sections().values()})
    assert example.open("sections/about").heading == f"Step 1 of {last} · Topic 1.1 Name and start"
    assert example.open("sections/partners/partners").heading == "1.2 The partners Who are the partners?"
    assert example.open("sections/partners/partners/rows/harbour").heading == "1.2 The partners Harbour"
