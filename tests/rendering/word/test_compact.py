"""The compact layout: our own house with smaller type and less room; a group's own Word file stays as it is."""

from dataclasses import replace

from agreements.document.nodes import Layout
from agreements.document.numbering import numbered
from agreements.rendering.word import render_docx
from tests.rendering.word.houses import letterhead, open_docx
from tests.samples import small_document, stamp

FULL = numbered(small_document())
COMPACT = replace(FULL, layout=Layout.COMPACT)


def looks(word):
    """Size of the title, room above a heading, margins."""
    title, heading, page = word.styles["Title"], word.styles["heading 1"], word.sections[0]
    return (
        title.font.size or 0,
        heading.paragraph_format.space_before or 0,
        page.left_margin or 0,
        page.top_margin or 0,
    )


def test_type_and_margins_are_smaller_in_the_plain_house():
    full, compact = (looks(open_docx(render_docx(document, stamp(), None))) for document in (FULL, COMPACT))
    assert all(small < usual for small, usual in zip(compact, full, strict=True))
    assert min(compact) > 0


def test_no_type_is_smaller_than_seven_points():
    compact = open_docx(render_docx(COMPACT, stamp(), None))
    assert min(style.font.size.pt for style in compact.styles if style.type == 1 and style.font.size) >= 7


def test_neither_layout_begins_a_page_before_the_one_before_it_is_full():
    for document in (FULL, COMPACT):
        word = open_docx(render_docx(document, stamp(), None))
        assert not any(paragraph.paragraph_format.page_break_before for paragraph in word.paragraphs)


def test_running_text_is_nine_and_a_half_points_and_headings_are_not_much_larger():
    compact = open_docx(render_docx(COMPACT, stamp(), None))
    (default,) = compact.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:sz/@w:val")
    heading = compact.styles["heading 1"].font.size
    assert int(default) == 19
    assert heading
    assert 10 < heading.pt <= 12


def test_a_letterhead_of_a_groups_own_keeps_its_looks(tmp_path):
    house = letterhead(tmp_path)
    full, compact = (looks(open_docx(render_docx(document, stamp(), house))) for document in (FULL, COMPACT))
    assert compact == full
