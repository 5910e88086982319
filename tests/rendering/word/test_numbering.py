"""Our counting beside that of the house."""

from lxml import etree

from agreements.document.numbering import numbered
from agreements.rendering.word import render_docx
from agreements.rendering.word.markup import NAMESPACES, tag, w
from agreements.rendering.word.numbering import Numbering
from tests import reading
from tests.rendering.word.houses import letterhead, open_docx
from tests.samples import rich_document, stamp


def test_new_definitions_and_lists_have_ids_of_their_own_and_stand_where_the_schema_wants_them():
    house = w(
        "numbering",
        w("abstractNum", abstractNumId=7),
        w("num", w("abstractNumId", val=7), numId=3),
        w("numIdMacAtCleanup", val=1),
    )
    numbering = Numbering(house)
    numbering.letters(0)
    names = [etree.QName(child).localname for child in house]
    assert names == ["abstractNum"] * 5 + ["num"] * 5 + ["numIdMacAtCleanup"]
    definitions, lists = house.findall("w:abstractNum", NAMESPACES), house.findall("w:num", NAMESPACES)
    assert [child.get(tag("abstractNumId")) for child in definitions] == ["7", "8", "9", "10", "11"]
    assert [child.get(tag("numId")) for child in lists] == ["3", "4", "5", "6", "7"]


def test_each_list_with_letters_begins_again():
    numbering = Numbering(house := w("numbering"))
    first, second = numbering.letters(0), numbering.letters(2)
    assert first != second
    overrides = house.findall("w:num/w:lvlOverride", NAMESPACES)
    assert [override.get(tag("ilvl")) for override in overrides] == ["0", "2"]
    assert len(house.findall("w:num/w:lvlOverride/w:startOverride[@w:val='1']", NAMESPACES)) == 2


def test_the_numbers_of_the_house_go_on_by_themselves(tmp_path):
    def with_chapters(document):
        document.add_heading("After the agreement", 1)
        document.paragraphs[0].insert_paragraph_before("Before the agreement", style="Heading 1")

    paper = render_docx(numbered(rich_document()), stamp(), letterhead(tmp_path, with_chapters))
    text = reading.folded(reading.libreoffice_text(paper, tmp_path))
    assert text.startswith("Chapter V Before the agreement")
    assert text.endswith("Chapter VI After the agreement")
    assert " 1 What we want to change 1.1 In this agreement" in text


def test_a_house_without_any_numbering_gets_some(tmp_path):
    def without_numbering(document):
        part = document.part
        part.drop_rel(next(key for key, link in part.rels.items() if link.reltype.endswith("/numbering")))
        document.styles["Heading 1"].element.pPr.remove(document.styles["Heading 1"].element.pPr.numPr)

    paper = render_docx(numbered(rich_document()), stamp(), letterhead(tmp_path, without_numbering))
    assert len(open_docx(paper).part.numbering_part.element.findall("w:abstractNum", NAMESPACES)) == 4
