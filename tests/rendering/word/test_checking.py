"""A house file looked through: everything at once, each with where it stands."""

import re

import pytest

from agreements.errors import HouseError
from agreements.rendering.houses import OUR_HOUSES
from agreements.rendering.word import checked, our_house, render_docx
from tests.rendering.word.houses import letterhead, plain_but, plain_with_text
from tests.samples import small_document, stamp

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LINK = f'<Relationship Id="rId77" Type="{OFFICE}/image" Target="http://x.example/a.png" TargetMode="External"/>'


def problems(path):
    return [(one.where, one.sentence) for one in checked(path) if not one.is_remark]


@pytest.mark.parametrize("name", OUR_HOUSES)
def test_our_own_houses_have_nothing_wrong_and_lack_no_style(name, tmp_path):
    path = tmp_path / "ours.docx"
    path.write_bytes(our_house(name))
    assert checked(path) == ()


def test_a_letterhead_of_another_program_is_told_which_styles_we_add(tmp_path):
    (remark,) = checked(letterhead(tmp_path))
    assert remark.is_remark
    assert "Agreement Paragraph" in remark.sentence


def test_every_problem_is_told_at_once_with_where_it_stands(tmp_path):
    def with_faults(document):
        document.paragraphs[0].insert_paragraph_before("Dear {{ titel }},")
        document.sections[0].header.paragraphs[0].text = "Our letterhead {{ stmp }}"
        document.sections[0].footer.paragraphs[0].text = "{% for a in title %}x{% endfor %}"
        cell = document.add_table(2, 2).cell(1, 0)
        cell.text = "Broken {{ title } here"
        document.add_paragraph("{% if draft %}Never closed")

    found = problems(letterhead(tmp_path, with_faults))
    assert [where for where, _sentence in found] == [
        "body, paragraph 1, “Dear {{ titel }},”",
        "body, table 1, row 2, cell 1, “Broken {{ title } here”",
        "body, paragraph 3, “{% if draft %}Never closed”",
        "header 1, paragraph 1, “Our letterhead {{ stmp }}”",
        "footer 1, paragraph 1, “{% for a in title %}x{% endfor %}”",
    ]
    sentences = " ".join(sentence for _where, sentence in found)
    assert "Did you mean {{ title }}?" in sentences
    assert "Did you mean {{ stamp }}?" in sentences
    assert "end each {% if draft %} with {% endif %}" in sentences
    assert "does more than a house file may" in sentences


def test_a_tag_is_read_in_one_piece_however_word_has_cut_it(tmp_path):
    def in_runs(document):
        paragraph = document.paragraphs[0].insert_paragraph_before()
        for piece in ("{", "{ tit", "el }", "}"):
            paragraph.add_run(piece)

    ((where, _sentence),) = problems(letterhead(tmp_path, in_runs))
    assert where == "body, paragraph 1, “{{ titel }}”"


@pytest.mark.parametrize("body", ["", "{{ body }}", "{{p body }} and more"])
def test_a_body_that_is_missing_or_not_alone_is_told(tmp_path, body):
    ((_where, sentence),) = problems(letterhead(tmp_path, body=body))
    assert re.search("There is no {{p body }}|with other words beside it", sentence)


def test_a_body_with_its_p_in_the_wrong_place_is_told_how_to_write_it(tmp_path):
    told = [sentence for _where, sentence in problems(letterhead(tmp_path, body="{{ p body }}"))]
    assert "Write it like {{p body }}," in told[0]
    assert not any("{{ title }}" in sentence for sentence in told)


def test_a_second_body_is_told_at_its_place(tmp_path):
    found = problems(letterhead(tmp_path, lambda document: document.add_paragraph("{{p body }}")))
    assert [where for where, _sentence in found] == ["body, paragraph 2, “{{p body }}”"]


def test_what_is_forbidden_is_told_beside_what_is_misspelt(tmp_path):
    changed = {
        "word/_rels/document.xml.rels": {"</Relationships>": f"{LINK}</Relationships>"},
        "word/header.xml": {"{{ short_title }}": "{{ shorttitle }}"},
    }
    first, second = problems(plain_but(tmp_path, changed))
    assert first[0] == "word/_rels/document.xml.rels"
    assert "only linked" in first[1]
    assert second[0].startswith("header 1, paragraph 1")


@pytest.mark.parametrize("content", [b"", b"PK", b"%PDF", our_house()[:3000]])
def test_what_is_no_word_file_is_one_problem(tmp_path, content):
    path = tmp_path / "no.docx"
    path.write_bytes(content)
    assert len(problems(path)) == 1


def test_what_rendering_refuses_is_found_and_the_first_sentence_is_the_same(tmp_path):
    for texts in (["{{ titel }}"], ["{% if draft %}"], ["{{ title }"], ["{{ a }}", "{% set b = 1 %}"], ["{% endif %}"]):
        path = plain_with_text(tmp_path, *texts)
        found = problems(path)
        with pytest.raises(HouseError, match=re.escape(found[0][1])):
            render_docx(small_document(), stamp(), path)


def test_a_text_box_is_named(tmp_path):
    box = (
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
        "<w:p><w:r><w:t>{{ titel }}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )
    ((where, _sentence),) = problems(plain_but(tmp_path, {"word/document.xml": {"<w:body>": f"<w:body>{box}"}}))
    assert where == "body, a text box, “{{ titel }}”"
