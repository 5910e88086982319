"""Paragraphs, lists and inlines, as Word sees them."""

import pytest
from lxml import etree

from agreements.document.nodes import Blank, Block, Clause, Document, Item, ItemList, Paragraph, Text
from agreements.document.numbering import numbered
from agreements.rendering.word import render_docx
from agreements.rendering.word.markup import NAMESPACES, tag
from tests.rendering.word.houses import open_docx, text_of
from tests.samples import ARABIC, SCRIPTS, bullets, lettered, rich_document, stamp, typed, words
from tests.samples import numbered as own


def body_of(*blocks, front=(), schedules=()):
    document = Document(
        title="Title",
        kind="Kind",
        language="en-GB",
        front=front,
        clauses=(Clause("one", "One", blocks),),
        signing=Clause("signing", "Signatures", ()),
        schedules=schedules,
    )
    return open_docx(render_docx(numbered(document), stamp(), None))


def paragraph_of(paper, text):
    return next(paragraph._element for paragraph in paper.paragraphs if paragraph.text == text)


def has(element, path):
    return element.find(path, NAMESPACES) is not None


def value(element, path, name="val"):
    return element.find(path, NAMESPACES).get(tag(name))


@pytest.fixture(scope="module")
def rich():
    return open_docx(render_docx(numbered(rich_document()), stamp(), None))


def test_every_space_in_a_text_is_kept(rich):
    kept = "{http://www.w3.org/XML/1998/namespace}space"
    assert {text.get(kept) for text in rich.element.body.iter(tag("t"))} == {"preserve"}


def test_every_run_of_ours_says_its_language(rich):
    runs = [run for run in rich.element.body.iter(tag("r")) if has(run, "w:t") and not has(run, "w:rPr/w:rtl")]
    assert {value(run, "w:rPr/w:lang") for run in runs} == {"en-GB"}


def test_typed_words_that_run_right_to_left_stand_so(rich):
    arabic = paragraph_of(rich, ARABIC)
    assert has(arabic, "w:pPr/w:bidi")
    assert all(has(run, "w:rPr/w:rtl") for run in arabic.findall("w:r", NAMESPACES))
    assert value(arabic, "w:pPr/w:ind", "right") == "680"


def test_words_of_other_scripts_run_left_to_right(rich):
    assert not has(paragraph_of(rich, f"Bengali: {SCRIPTS['Bengali']}"), "w:pPr/w:bidi")


def test_no_empty_paragraph_stands_for_space(rich):
    assert [one for one in rich.paragraphs if not one.text and not has(one._element, ".//w:drawing")] == []


def test_nothing_floats_and_nothing_is_a_simple_field(rich):
    unwanted = ("w:txbxContent", "w:pict", "w:fldSimple")
    assert [path for path in unwanted if has(rich.element, f".//{path}")] == []
    assert {etree.QName(inside).localname for one in rich.element.iter(tag("drawing")) for inside in one} == {"inline"}


def test_headings_are_headings_in_order_and_stay_with_their_text(rich):
    headings = [paragraph for paragraph in rich.paragraphs if paragraph.style.name.startswith("Heading")]
    assert [heading.style.name for heading in headings[:3]] == ["Heading 1", "Heading 2", "Heading 1"]
    assert all(has(heading._element, "w:pPr/w:keepNext") for heading in headings)
    assert rich.paragraphs[1].style.name == "Title"


def test_words_that_lead_up_to_something_stay_with_it():
    paper = body_of(own("Here it is:"), typed("Typed"), own("Next"), own("Last"))
    assert has(paragraph_of(paper, "Here it is:"), "w:pPr/w:keepNext")
    assert not has(paragraph_of(paper, "Next"), "w:pPr/w:keepNext")


def test_a_blank_is_a_control_that_names_its_purpose():
    control = paragraph_of(body_of(Paragraph((Text("Paid: "), Blank("amount")))), "Paid: ").find("w:sdt", NAMESPACES)
    assert value(control, "w:sdtPr/w:alias") == "Space to write: amount"
    assert text_of(control).replace("\u00a0", "") == ""


def test_the_name_of_a_control_is_never_longer_than_word_allows():
    paper = body_of(Paragraph((Text("Paid: "), Blank("why " * 50))))
    assert len(value(paragraph_of(paper, "Paid: "), "w:sdt/w:sdtPr/w:alias")) == 64


def test_lists_with_letters_begin_again_and_go_on_within(rich):
    items = (paragraph_of(rich, text) for text in ("We talk.", "We write it down:", "step 1"))
    first, third, other = (value(item, "w:pPr/w:numPr/w:numId") for item in items)
    assert first == third != other


def test_an_inner_list_stands_further_in_and_counts_by_itself(rich):
    outer, inner = paragraph_of(rich, "We talk."), paragraph_of(rich, "who comes")
    assert value(inner, "w:pPr/w:numPr/w:ilvl") == "1"
    assert int(value(inner, "w:pPr/w:ind", "left")) > int(value(outer, "w:pPr/w:ind", "left"))


def test_the_second_paragraph_of_an_item_has_no_label():
    paper = body_of(ItemList((Item((words("First"), words("Second"))),), ordered=True))
    assert has(paragraph_of(paper, "First"), "w:pPr/w:numPr")
    assert not has(paragraph_of(paper, "Second"), "w:pPr/w:numPr")
    left = [value(paragraph_of(paper, text), "w:pPr/w:ind", "left") for text in ("First", "Second")]
    assert left[0] == left[1]


def test_an_item_that_begins_with_a_list_keeps_its_label():
    paper = body_of(ItemList((Item((bullets("Inner"),)),), ordered=True))
    labelled = [paragraph.text for paragraph in paper.paragraphs if has(paragraph._element, "w:pPr/w:numPr")]
    assert labelled == ["One", "", "Inner"]


def test_lists_deeper_than_word_counts_stand_on_its_last_level():
    block: Block = words("Deepest")
    for _level in range(12):
        block = lettered(block)
    assert value(paragraph_of(body_of(block), "Deepest"), "w:pPr/w:numPr/w:ilvl") == "8"


def test_a_reference_is_a_field_that_leads_to_the_bookmark_of_its_target(rich):
    bookmarks = {value(mark, ".", "name"): mark.getparent() for mark in rich.element.iter(tag("bookmarkStart"))}
    codes = [code.text.split() for code in rich.element.body.iter(tag("instrText"))]
    assert [code[0] for code in codes] == ["REF"] * 3
    assert all(code[2:] == ["\\r", "\\h"] and code[1] in bookmarks for code in codes)
    assert text_of(bookmarks[codes[0][1]]) == "Leaving"


def test_a_reference_to_the_signatures_is_a_link_because_they_have_no_number(rich):
    link = next(rich.element.body.iter(tag("hyperlink")))
    assert "".join(part.text for part in link.iter(tag("t"))) == "the signatures"
    target = rich.element.find(f".//w:bookmarkStart[@w:name='{link.get(tag('anchor'))}']", NAMESPACES)
    assert text_of(target.getparent()) == "Signatures"


def test_bookmarks_have_names_and_ids_of_their_own(rich):
    marks = list(rich.element.iter(tag("bookmarkStart")))
    assert len(marks) == 8
    assert all(len({mark.get(tag(name)) for mark in marks}) == 8 for name in ("name", "id"))
