"""Worksheets in the wizard: offered beside the papers, and numbered as the wizard itself is."""

import io
import re
import zipfile

import pytest
from lxml import etree

from agreements.document.canonical import sheet_text
from agreements.interview import Agreement
from agreements.worksheets import AGREEMENT, worksheet


def _words(docx):
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    return "".join(map(str, body.itertext()))


def test_the_papers_page_offers_them_blank_and_filled_in_word_and_pdf(example):
    links = [words for words, address in example.open("papers").links().items() if "/worksheets/" in address]
    assert links == [
        "Blank worksheets (Word document)",
        "Blank worksheets (PDF)",
        "Worksheets with your answers so far (Word document)",
        "Worksheets with your answers so far (PDF)",
    ]


@pytest.mark.parametrize("which", ["blank", "filled"])
def test_a_pdf_is_a_pdf(example, which):
    example.open(f"worksheets/{which}/pdf")
    assert example.response.mimetype == "application/pdf"
    assert example.response.data.startswith(b"%PDF-")


def test_a_filled_one_has_what_was_typed_faults_too_and_a_blank_one_has_none_of_it(example):
    example.open("sections/about").submit(full_title="Warm hands", **{"start_date-day": "99"})
    filled = _words(example.open("worksheets/filled/docx").response.data)
    assert "Warm hands" in filled
    assert "99 1 2027" in filled
    assert "Change this: " in filled
    assert "Warm hands" not in _words(example.open("worksheets/blank/docx").response.data)


@pytest.mark.parametrize("address", ["worksheets/none/pdf", "worksheets/blank/txt"])
def test_there_are_no_others(example, address):
    assert example.open(address).status == 404


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
