from dataclasses import replace
from io import BytesIO

import docx
import pytest

from agreements.document.nodes import Clause
from agreements.document.numbering import numbered
from agreements.rendering.word import render_docx
from agreements.rendering.word.package import unpacked
from tests.rendering.word.houses import letterhead
from tests.samples import picture, small_document, stamp

NAMES = {
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
EMU = 36_000


def paper(*blocks, logos=(), house=None):
    clause = Clause("why", "Why", blocks)
    document = numbered(replace(small_document(), clauses=(clause,), schedules=(), logos=logos))
    return render_docx(document, stamp(), house)


def drawings(paper):
    return docx.Document(BytesIO(paper)).element.body.findall(".//wp:inline", NAMES)


def test_a_picture_stands_in_its_size_with_words_for_those_who_cannot_see_it():
    made = paper(picture("Two days on a line", 100, 30))
    (drawing,) = drawings(made)
    extent = drawing.find("wp:extent", NAMES)
    assert (int(extent.get("cx")), int(extent.get("cy"))) == (100 * EMU, 30 * EMU)
    assert drawing.find("wp:docPr", NAMES).get("descr") == "Two days on a line"
    link = drawing.find(".//a:blip", NAMES).get(f"{{{NAMES['r']}}}embed")
    image = docx.Document(BytesIO(made)).part.related_parts[link]
    assert image.blob == picture("", 100, 30).content


def test_a_picture_wider_than_the_text_shrinks_in_both_directions():
    (drawing,) = drawings(paper(picture("", 320, 40)))
    extent = drawing.find("wp:extent", NAMES)
    across, down = int(extent.get("cx")), int(extent.get("cy"))
    assert across < 170 * EMU
    assert across / down == pytest.approx(8, rel=0.001)


def test_logos_stand_in_one_row_above_the_title_and_the_same_bytes_lie_in_the_file_once():
    made = paper(logos=(picture("Logo of A"), picture("Logo of B"), picture("Logo of C", 20)))
    first = docx.Document(BytesIO(made)).element.body[0]
    described = [one.get("descr") for one in first.findall(".//wp:docPr", NAMES)]
    assert described == ["Logo of A", "Logo of B", "Logo of C"]
    assert len({one.get("id") for one in first.findall(".//wp:docPr", NAMES)}) == 3
    assert [name for name in unpacked(made) if "media" in name] == ["word/media/image1.png", "word/media/image2.png"]


def test_a_letterhead_with_a_picture_of_its_own_keeps_it(tmp_path):
    def with_picture(document):
        document.add_picture(BytesIO(picture("", 10, 10).content))

    made = paper(picture("ours", 20, 20), house=letterhead(tmp_path, with_picture))
    assert len([name for name in unpacked(made) if "media" in name]) == 2
    assert len(drawings(made)) == 2
