"""Opening a house file."""

import random
from collections import Counter
from io import BytesIO
from zipfile import ZipFile

import pytest
from jinja2 import UndefinedError
from PIL import Image

from agreements.document.numbering import numbered
from agreements.errors import HouseError
from agreements.rendering.word import our_house, render_docx
from agreements.rendering.word.markup import tag
from agreements.rendering.word.package import packed, plain_parts
from tests.reading import open_xml_sdk_findings
from tests.rendering.word.houses import letterhead, open_docx, plain_but
from tests.samples import rich_document, small_document, stamp

DOCUMENT = numbered(small_document())


def test_the_plain_house_as_a_file_gives_the_same_agreement_as_the_plain_house(tmp_path):
    path = tmp_path / "mine.docx"
    path.write_bytes(our_house())
    document = numbered(rich_document())
    assert render_docx(document, stamp(), path) == render_docx(document, stamp(), None)


def test_the_text_is_as_wide_as_the_page_of_the_house(tmp_path):
    wide = {"word/document.xml": {'w:w="11906" w:h="16838"': 'w:w="16838" w:h="11906"'}}
    paper = open_docx(render_docx(DOCUMENT, stamp(), plain_but(tmp_path, wide)))
    width = sum(int(column.get(tag("w"), "")) for column in paper.tables[0]._element.iter(tag("gridCol")))
    assert width == pytest.approx(16838 - 2 * 1247, abs=2)


def test_bookmarks_of_the_house_keep_their_ids(tmp_path):
    mark = '<w:p><w:bookmarkStart w:id="41" w:name="theirs"/><w:bookmarkEnd w:id="41"/></w:p>'
    house = plain_but(tmp_path, {"word/document.xml": {"<w:body>": f"<w:body>{mark}"}})
    paper = open_docx(render_docx(DOCUMENT, stamp(), house))
    marks = [int(mark.get(tag("id"), "")) for mark in paper.element.iter(tag("bookmarkStart"))]
    assert marks == [41, 42, 43, 44, 45]


def test_a_picture_in_the_letterhead_stays(tmp_path):
    def with_logo(document):
        logo = BytesIO()
        Image.new("RGB", (8, 8), "teal").save(logo, "PNG")
        document.sections[0].header.paragraphs[0].add_run().add_picture(logo)

    paper = render_docx(DOCUMENT, stamp(), letterhead(tmp_path, with_logo))
    header = open_docx(paper).sections[0].header
    assert [part.partname for part in header.part.related_parts.values()] == ["/word/media/image1.png"]
    assert open_xml_sdk_findings(paper, tmp_path) == []


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("_rels/.rels", 'officeDocument" Target', 'glossary" Target'),
        ("word/document.xml", '<w:pgSz w:w="11906" w:h="16838"/>', ""),
        ("word/document.xml", "w:body>", "w:corpse>"),
        ("word/_rels/document.xml.rels", "styles.xml", "lost.xml"),
        ("[Content_Types].xml", "wordprocessingml.document.main", "spreadsheetml.sheet.main"),
    ],
    ids=["no text", "no page", "no body", "a part that is not there", "a spreadsheet"],
)
def test_a_file_that_word_itself_could_not_open_is_refused_with_what_to_do(part, old, new, tmp_path):
    with pytest.raises(HouseError, match=r"(?s)Word.*(save|Write)"):
        render_docx(DOCUMENT, stamp(), plain_but(tmp_path, {part: {old: new}}))


def test_a_fault_of_the_plain_house_is_our_own_and_not_blamed_on_a_file(monkeypatch):
    wrong = b"<w:body><w:p><w:r><w:t>{{ nothing }}</w:t></w:r></w:p>"
    document = plain_parts()["word/document.xml"].replace(b"<w:body>", wrong)
    parts = {**plain_parts(), "word/document.xml": document}
    monkeypatch.setattr("agreements.rendering.word.house.our_parts", lambda _name: parts)
    with pytest.raises(UndefinedError):
        render_docx(DOCUMENT, stamp(), None)


def test_hundreds_of_broken_files_give_a_paper_or_a_sentence(tmp_path):
    whole = letterhead(tmp_path).read_bytes()
    chance = random.Random(20261124)
    path = tmp_path / "broken.docx"
    sentences = Counter[str]()
    for _round in range(300):
        path.write_bytes(broken_bytes(whole, chance) if chance.random() < 0.5 else broken_parts(chance))
        try:
            render_docx(DOCUMENT, stamp(), path)
        except HouseError as error:
            sentences[str(error)] += 1
    assert sentences.total() > 100
    assert [sentence for sentence in sentences if not sentence.endswith((".", "?"))] == []


def broken_bytes(whole, chance):
    content = bytearray(whole)
    for _change in range(chance.randint(1, 20)):
        content[chance.randrange(len(content))] = chance.randrange(256)
    return bytes(content[: chance.choice([len(content), chance.randrange(len(content))])])


def broken_parts(chance):
    parts = plain_parts()
    name = chance.choice(sorted(parts))
    content = parts[name]
    first, last = sorted(chance.randrange(len(content)) for _end in range(2))
    without, twice = content[:first] + content[last:], content[:last] + content[first:]
    return packed({**parts, name: chance.choice([without, twice, content.replace(b"w:", b"x:", 1)])})


def test_styles_that_word_2010_kept_twice_are_kept_once(tmp_path):
    house = letterhead(tmp_path)
    assert "word/stylesWithEffects.xml" in ZipFile(house).namelist()
    paper = render_docx(numbered(small_document()), stamp(), house)
    assert "word/stylesWithEffects.xml" not in ZipFile(BytesIO(paper)).namelist()
