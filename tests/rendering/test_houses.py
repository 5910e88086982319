"""Our own houses: the same words in each, in Word and in PDF, and type as large as each promises."""

from collections import Counter
from dataclasses import replace
from functools import cache
from io import BytesIO

import docx
import pdfplumber
import pytest
from openxml_audit import OpenXmlValidator

from agreements.document.canonical import full_text
from agreements.document.nodes import Layout, Table
from agreements.document.numbering import numbered
from agreements.document.stamp import Status
from agreements.rendering import render
from agreements.rendering.houses import LARGE_PRINT, OUR_HOUSES
from agreements.rendering.large_print import enlarged
from tests import reading, samples
from tests.rendering.pdf import reading as pdf_reading

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RICH = numbered(samples.rich_document())
SMALL = numbered(samples.small_document())
SHORT_TABLES = OUR_HOUSES[LARGE_PRINT].most_columns
MARGINS = {LARGE_PRINT: (27, 33)}
each_house = pytest.mark.parametrize("house", OUR_HOUSES)


@cache
def paper(extension, house, document=RICH, status=Status.DRAFT):
    return render(document, samples.stamp(status), extension, house)


def as_printed(house, document=RICH):
    return enlarged(document, SHORT_TABLES) if house == LARGE_PRINT else document


def letters(text):
    return Counter("".join(text.split()))


def test_large_print_keeps_every_word_and_has_no_wide_table():
    before, after = letters(full_text(RICH)), letters(full_text(as_printed(LARGE_PRINT)))
    assert not before - after - letters("TaskWhodoesitWhoanswersforitBywhenPartnerPersonHowtoreachthem" * 50)
    tables = [block for part in as_printed(LARGE_PRINT).parts() for block in part.blocks if isinstance(block, Table)]
    assert tables
    assert all(len(table.columns) <= SHORT_TABLES for table in tables)


def test_a_row_taken_apart_says_what_each_of_its_cells_is():
    said = full_text(as_printed(LARGE_PRINT))
    assert "Partner: Harbour Advice\nPerson\tAma Boateng\nHow to reach them\tama@example.org" in said


@each_house
def test_the_pdf_says_every_word_in_order_and_no_other(house, tmp_path):
    difference = pdf_reading.difference(paper("pdf", house), as_printed(house), tmp_path, MARGINS.get(house))
    assert difference == ""


@each_house
def test_the_word_file_says_every_word_and_number_in_order_and_no_other(house, tmp_path):
    text = reading.libreoffice_text(paper("docx", house), tmp_path)
    assert reading.printed(text, samples.stamp()) == reading.agreed(as_printed(house))


@each_house
def test_every_page_says_what_it_belongs_to(house, tmp_path):
    for extension in ("pdf", "docx"):
        made = paper(extension, house)
        pages = pdf_reading.pages(made, tmp_path) if extension == "pdf" else reading.libreoffice_pages(made, tmp_path)
        for number, page in enumerate(pages, 1):
            words = reading.folded(page)
            assert samples.stamp(Status.DRAFT).line in words
            assert f"Page {number} of {len(pages)}" in words
            assert "Draft: do not sign" in words
            assert RICH.notice in words


@each_house
def test_two_programs_find_nothing_wrong_with_the_word_file(house, tmp_path):
    path = tmp_path / "paper.docx"
    path.write_bytes(paper("docx", house))
    assert OpenXmlValidator().validate(path).errors == []
    assert reading.open_xml_sdk_findings(paper("docx", house), tmp_path) == []


@each_house
@pytest.mark.parametrize("extension", ["docx", "pdf"])
def test_the_same_agreement_is_the_same_file(extension, house):
    assert render(SMALL, samples.stamp(), extension, house) == render(SMALL, samples.stamp(), extension, house)


def test_each_house_looks_different():
    for extension in ("docx", "pdf"):
        assert len({paper(extension, house, SMALL) for house in OUR_HOUSES}) == len(OUR_HOUSES)


@pytest.mark.parametrize("layout", Layout)
def test_nothing_in_a_large_print_pdf_is_smaller_than_16_points_and_its_text_has_18(layout):
    sizes: Counter[float] = Counter()
    running: dict[str, float] = {}
    with pdfplumber.open(BytesIO(paper("pdf", LARGE_PRINT, with_layout(layout)))) as file:
        for page in file.pages:
            sizes.update(round(letter["size"], 1) for letter in page.chars if letter["text"].strip())
            running |= {word["text"]: word["size"] for word in page.extract_words(extra_attrs=["size"])}
            assert (round(page.width), round(page.height)) == (595, 842)
    assert min(sizes) >= 16
    assert min(running[word] for word in ("everybody.", "tells", "agree")) >= 18


def with_layout(layout):
    return replace(SMALL, layout=layout)


@pytest.mark.parametrize("layout", Layout)
def test_nothing_in_a_large_print_word_file_is_smaller_than_16_points_or_slanted(layout):
    word = docx.Document(BytesIO(paper("docx", LARGE_PRINT, with_layout(layout))))
    styles = word.styles.element
    sizes = [int(size.get(f"{W}val")) for size in styles.iter(f"{W}sz", f"{W}szCs")]
    assert min(sizes) >= 32
    defaults = styles.find(f"{W}docDefaults")
    assert int(next(defaults.iter(f"{W}sz")).get(f"{W}val")) >= 36
    for root in (styles, word.element):
        assert not list(root.iter(f"{W}i"))
    assert not list(word.element.body.iter(f"{W}sz"))


def test_nothing_is_slanted_even_where_words_are_stressed():
    assert not list(docx.Document(BytesIO(paper("docx", LARGE_PRINT))).element.iter(f"{W}i"))
    with pdfplumber.open(BytesIO(paper("pdf", LARGE_PRINT))) as file:
        fonts = {letter["fontname"] for page in file.pages for letter in page.chars}
    assert not [font for font in fonts if "italic" in font.lower()]


@each_house
def test_a_signature_block_stands_whole_on_one_page(house, tmp_path):
    pages = [reading.folded(page) for page in pdf_reading.pages(paper("pdf", house), tmp_path)]
    for partner in samples.PARTNERS[:4]:
        (page,) = [page for page in pages if f"Signed for and on behalf of {partner}" in page]
        assert "fingerprint 0123456789abcdef" in page.partition(f"Signed for and on behalf of {partner}")[2]
