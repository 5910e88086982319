"""How a house comes by the styles it lacks."""

import pytest
from lxml import etree

from agreements.document.numbering import numbered
from agreements.rendering.word import render_docx, styles
from agreements.rendering.word.markup import NAMESPACES, tag, w
from tests.rendering.word.houses import letterhead, open_docx
from tests.samples import rich_document, stamp

ASKED_FOR = {name: style for name, style in vars(styles).items() if name.isupper() and isinstance(style, str)}


def house_with(*entries):
    """Styles of a house: (name, id, id of the style it builds on, whether it has numbers)."""
    return w("styles", *(one_style(*entry) for entry in entries))


def one_style(name, style_id, base="", numbers=False):
    return w(
        "style",
        w("name", val=name),
        w("basedOn", val=base) if base else None,
        w("pPr", w("numPr", w("numId", val=1))) if numbers else None,
        type="paragraph",
        styleId=style_id,
    )


def test_a_style_is_found_by_its_name_whatever_its_id_and_letters():
    house = house_with(("Heading 1", "berschrift1"))
    assert styles.completed(house).ids[styles.HEADING] == "berschrift1"
    assert len(house.findall("w:style[@w:styleId='berschrift1']", NAMESPACES)) == 1


def test_the_styles_of_the_house_stay_as_they_are():
    house = house_with(("Normal", "Standard"), ("heading 1", "Heading1"))
    before = [etree.tostring(style) for style in house]
    styles.completed(house)
    assert [etree.tostring(style) for style in house][:2] == before


def test_a_lacking_style_is_added_under_a_free_id_and_builds_on_the_style_of_the_house():
    house = house_with(("Normal", "Standard"), ("Quite another style", "AgreementParagraph"))
    ids = styles.completed(house).ids
    assert ids[styles.PARAGRAPH] == "AgreementParagraph2"
    added = house.find("w:style[@w:styleId='AgreementParagraph2']", NAMESPACES)
    assert added.find("w:basedOn[@w:val='Standard']", NAMESPACES) is not None
    assert added.find("w:name[@w:val='Agreement Paragraph']", NAMESPACES) is not None


def test_no_added_style_becomes_the_default():
    house = house_with()
    styles.completed(house)
    assert not house.findall("w:style[@w:default]", NAMESPACES)


def test_a_style_has_numbers_also_when_the_style_it_builds_on_has():
    numbered_base, middle = ("Base", "Base", "", True), ("Middle", "Middle", "Base")
    found = styles.completed(house_with(numbered_base, ("heading 1", "H1", "Middle"), middle, ("Title", "T")))
    assert found.numbers(styles.HEADING)
    assert not found.numbers(styles.TITLE)


@pytest.mark.parametrize("name", sorted(ASKED_FOR))
def test_the_plain_house_has_every_style_we_ask_for(name):
    assert styles.completed(house_with()).ids[ASKED_FOR[name]]


def test_headings_of_another_house_keep_its_looks_and_take_our_numbers(tmp_path):
    paper = open_docx(render_docx(numbered(rich_document()), stamp(), letterhead(tmp_path)))
    heading = next(paragraph for paragraph in paper.paragraphs if paragraph.text == "What we want to change")
    assert heading.style is not None
    assert (heading.style.name, heading.style.font.name) == ("Heading 1", "Georgia")
    assert number_of(heading) not in {"0", "77"}


def test_a_heading_without_a_number_has_none_in_a_house_that_numbers_headings(tmp_path):
    paper = open_docx(render_docx(numbered(rich_document()), stamp(), letterhead(tmp_path)))
    heading = next(paragraph for paragraph in paper.paragraphs if paragraph.text == "Signatures")
    assert number_of(heading) == "0"


def number_of(paragraph):
    return paragraph._element.find("w:pPr/w:numPr/w:numId", NAMESPACES).get(tag("val"))
