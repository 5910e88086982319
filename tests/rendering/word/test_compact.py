"""The compact layout: our own house with smaller type and less room; a group's own Word file stays as it is."""

from dataclasses import replace

from agreements.document.nodes import Layout
from agreements.document.numbering import numbered
from agreements.rendering.word import render_docx
from tests.rendering.word.houses import letterhead, open_docx
from tests.samples import small_document, stamp

FULL = numbered(small_document())
COMPACT = replace(FULL, layout=Layout.COMPACT)


def test_type_and_margins_are_smaller_in_the_plain_house():
    full, compact = (open_docx(render_docx(document, stamp(), None)) for document in (FULL, COMPACT))
    assert compact.styles["Title"].font.size < full.styles["Title"].font.size
    assert (
        compact.styles["heading 1"].paragraph_format.space_before
        < full.styles["heading 1"].paragraph_format.space_before
    )
    assert compact.sections[0].left_margin < full.sections[0].left_margin
    assert compact.sections[0].top_margin < full.sections[0].top_margin


def test_no_type_is_smaller_than_seven_points():
    compact = open_docx(render_docx(COMPACT, stamp(), None))
    assert min(style.font.size.pt for style in compact.styles if style.type == 1 and style.font.size) >= 7


def test_only_the_full_layout_begins_the_schedules_on_a_new_page():
    full, compact = (open_docx(render_docx(document, stamp(), None)) for document in (FULL, COMPACT))
    begun = [
        sum(paragraph.paragraph_format.page_break_before or False for paragraph in word.paragraphs)
        for word in (full, compact)
    ]
    assert begun == [2, 0]


def test_a_letterhead_of_a_groups_own_keeps_its_looks(tmp_path):
    house = letterhead(tmp_path)
    full, compact = (open_docx(render_docx(document, stamp(), house)) for document in (FULL, COMPACT))
    assert compact.styles["Title"].font.size == full.styles["Title"].font.size
    assert compact.sections[0].left_margin == full.sections[0].left_margin
