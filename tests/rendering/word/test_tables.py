"""Tables of Word."""

import pytest

from agreements.document.nodes import Blank, Clause, Column, Document, Paragraph, Table
from agreements.document.numbering import numbered
from agreements.rendering.word import render_docx
from agreements.rendering.word.markup import NAMESPACES, tag
from tests.rendering.word.houses import open_docx, text_of
from tests.samples import cell, rich_document, stamp


@pytest.fixture(scope="module")
def rich():
    return open_docx(render_docx(numbered(rich_document()), stamp(), None))


COLUMNS = (Column("First", 30), Column("Second", 70))


def table_of(*rows):
    clause = Clause("one", "One", (Table("Caption", COLUMNS, rows),))
    document = Document("Title", "Kind", "en-GB", (), (clause,), Clause("signing", "Signatures", ()), ())
    return open_docx(render_docx(numbered(document), stamp(), None)).tables[0]._element


def test_the_first_row_repeats_on_every_page_and_no_other(rich):
    for table in rich.element.body.iter(tag("tbl")):
        repeating = [row.find("w:trPr/w:tblHeader", NAMESPACES) is not None for row in table.iter(tag("tr"))]
        is_facts = table.find("w:tblPr/w:tblCaption", NAMESPACES) is None
        assert repeating == [not is_facts] + [False] * (len(repeating) - 1)


def test_a_row_stays_whole_unless_it_is_taller_than_half_a_page(rich):
    torn = [row for row in rich.element.body.iter(tag("tr")) if row.find("w:trPr/w:cantSplit", NAMESPACES) is None]
    assert [text_of(row.find("w:tc", NAMESPACES)) for row in torn] == ["More than a page"]


def test_columns_have_the_shares_of_the_declaration_whatever_stands_in_them():
    table = table_of((cell("x"), cell("W" * 1000)))
    widths = [int(column.get(tag("w"))) for column in table.iter(tag("gridCol"))]
    assert widths == [9412 * 30 // 100, 9412 * 70 // 100]
    assert table.find("w:tblPr/w:tblLayout[@w:type='fixed']", NAMESPACES) is not None


def test_the_caption_stands_above_and_in_the_table_for_those_who_hear_it():
    table = table_of((cell("x"), cell("y")))
    assert table.find("w:tblPr/w:tblCaption[@w:val='Caption']", NAMESPACES) is not None
    caption = table.getprevious()
    assert text_of(caption) == "Caption"
    assert caption.find("w:pPr/w:keepNext", NAMESPACES) is not None


@pytest.mark.parametrize("header", [True, False])
def test_the_first_column_is_marked_where_it_names_the_rows(header):
    look = table_of((cell("x", header=header), cell("y"))).find("w:tblPr/w:tblLook", NAMESPACES)
    assert look.get(tag("firstColumn")) == str(int(header))


def test_a_cell_ends_with_a_paragraph_even_when_it_is_empty_or_ends_with_a_table():
    inner = Table("Inner", (Column("Only", 100),), ((cell("z"),),))
    table = table_of((cell(), cell(inner)))
    assert all(found[-1].tag == tag("p") for found in table.iter(tag("tc")))


def test_text_under_a_table_has_space_above_it(rich):
    under = next(p._element for p in rich.paragraphs if p.text == "Words in a table may need room:")
    assert under.find("w:pPr/w:spacing[@w:before='200']", NAMESPACES) is not None


def test_a_line_for_ink_is_as_long_as_its_cell_and_leaves_room_for_the_hand():
    ink = cell(Paragraph((Blank("date"),)))
    row = table_of((ink, ink)).findall("w:tr", NAMESPACES)[1]
    assert [len(text_of(found)) for found in row.iter(tag("tc"))] == [(2823 - 216) // 66, (6588 - 216) // 66]
    assert len(row.findall(".//w:spacing[@w:before='160']", NAMESPACES)) == 2
