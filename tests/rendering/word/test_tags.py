"""The tags of a house file: what they may do, and what is said of those that do more."""

import re

import pytest
from docx.enum.section import WD_SECTION

from agreements.document.numbering import numbered
from agreements.errors import HouseError
from agreements.rendering.word import fields, render_docx
from tests import reading
from tests.rendering.word.houses import letterhead, open_docx, plain_but, plain_with_text
from tests.samples import rich_document, small_document, stamp

DOCUMENT = numbered(small_document())
HOSTILE = (
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ title.__class__.__mro__ }}",
    "{{ ''.__class__ }}",
    "{{ title|attr('__class__') }}",
    "{{ title.format(1) }}",
    "{{ '%s'|format(title) }}",
    "{{ title|safe }}",
    "{{ title|replace('a', 'b') }}",
    "{{ title|center(2000000000) }}",
    "{{ title|trim('a') }}",
    "{{ title * 1000000000 }}",
    "{{ [1] * 500000000 }}",
    "{{ 10 ** 5000 }}",
    "{{ lipsum(n=2000000) }}",
    "{{ range(100000) }}",
    "{{ self }}",
    "{{ title[0] }}",
    "{{ title() }}",
    "{{ title ~ title }}",
    "{% for letter in title %}{{ letter }}{% endfor %}",
    "{% set a = title %}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% include 'secret' %}",
    "{% import 'secret' as s %}",
    "{% extends 'secret' %}",
    "{% block b %}{% endblock %}",
    "{% filter upper %}a{% endfilter %}",
    "{% with a = 1 %}{% endwith %}",
    "{% if title is defined %}{% endif %}",
    "{%- if title %}{% endif %}",
    "{%tr if title %}",
    "{{r title }}",
    "{% colspan title %}",
    "{% vm %}",
)


def refused(house, message):
    with pytest.raises(HouseError, match=message):
        render_docx(DOCUMENT, stamp(), house)


def words_above_the_body(house):
    return open_docx(render_docx(DOCUMENT, stamp(), house)).paragraphs[0].text


@pytest.mark.parametrize("name", [name for name in fields.FIELDS if name != "body"])
def test_each_field_prints_its_value_in_the_text(name, tmp_path):
    values = fields.filled(DOCUMENT, stamp(), "")
    assert words_above_the_body(plain_with_text(tmp_path, f"[{{{{ {name} }}}}]")) == f"[{values[name]}]"


def test_if_comparison_and_filters_work(tmp_path):
    house = plain_with_text(tmp_path, "{% if status == 'Draft' or not notice %}{{ title|upper }}{% endif %}")
    assert words_above_the_body(house) == "BROOK LANE WELCOME"


def test_words_of_an_answer_are_words_in_a_field_too(tmp_path):
    title = "A & B <b> {{ 7 * 7 }} {_{ }_} {_% %_} \"double\" 'single'"
    document = type(DOCUMENT)(**{**vars(DOCUMENT), "title": title})
    paper = open_docx(render_docx(document, stamp(), plain_with_text(tmp_path, "{{ title }}")))
    assert paper.paragraphs[0].text == title


@pytest.mark.parametrize("tags", HOSTILE)
def test_whatever_does_more_than_print_a_field_is_refused(tags, tmp_path):
    refused(plain_with_text(tmp_path, tags.replace("&", "&amp;")), "does more than a house file may|There is no field")


@pytest.mark.parametrize("part", ["word/header.xml", "word/footer.xml"])
def test_headers_and_footers_are_read_like_the_text(part, tmp_path):
    field = {"word/header.xml": "{{ draft }}", "word/footer.xml": "{{ stamp }}"}[part]
    place = "in a header" if "header" in part else "in a footer"
    refused(plain_but(tmp_path, {part: {field: "{{ title.upper() }}"}}), f"{place} does more than a house file may")


def test_footnotes_are_read_like_the_text(tmp_path):
    refused(with_notes(tmp_path, "footnotes", "{{ titel }}"), "stands in a footnote")


def test_a_footnote_is_filled_once_even_where_a_value_looks_like_a_field(tmp_path):
    document = type(DOCUMENT)(**{**vars(DOCUMENT), "title": "{{ 7 * 7 }}"})
    paper = render_docx(document, stamp(), with_notes(tmp_path, "footnotes", "Of {{ title }}"))
    notes = [part for part in open_docx(paper).part.package.iter_parts() if "footnotes" in part.partname]
    assert "Of {{ 7 * 7 }}" in notes[0].blob.decode().replace("&#123;", "{").replace("&#125;", "}")


def test_a_field_in_an_endnote_is_refused_because_it_would_stay_as_it_is(tmp_path):
    refused(with_notes(tmp_path, "endnotes", "{{ title }}"), "Fields do not work in an endnote")


def with_notes(folder, kind, text):
    namespace = "http://schemas.openxmlformats.org"
    notes = (
        f'<w:{kind} xmlns:w="{namespace}/wordprocessingml/2006/main"><w:{kind[:-1]} w:id="2">'
        f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:{kind[:-1]}></w:{kind}>"
    )
    link = f'<Relationship Id="rId9" Type="{namespace}/officeDocument/2006/relationships/{kind}" Target="{kind}.xml"/>'
    content_type = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
    changed = {
        "word/_rels/document.xml.rels": {"</Relationships>": f"{link}</Relationships>"},
        "[Content_Types].xml": {
            "</Types>": f'<Override PartName="/word/{kind}.xml" ContentType="{content_type}"/></Types>'
        },
        # A second section, because docxtpl fills footnotes once for each.
        "word/document.xml": {
            "</w:p>": "</w:p><w:p><w:pPr><w:sectPr><w:pgSz w:w='11906' w:h='16838'/><w:pgMar w:top='1' w:right='1000' "
            "w:bottom='1' w:left='1000' w:header='1' w:footer='1' w:gutter='0'/></w:sectPr></w:pPr></w:p>"
        },
    }
    return plain_but(folder, changed, {f"word/{kind}.xml": notes.encode()})


def test_an_unknown_field_is_answered_with_the_nearest_one_and_where_it_stands(tmp_path):
    message = "There is no field {{ fingerprnt }}, which stands in the text. Did you mean {{ fingerprint }}?"
    refused(plain_with_text(tmp_path, "{{ fingerprnt }}"), f"^{re.escape(message)}$")


def test_a_field_like_no_other_is_answered_with_all_of_them(tmp_path):
    refused(plain_with_text(tmp_path, "{{ xyzzy }}"), "The fields are: title, short_title, kind, status")


@pytest.mark.parametrize(
    "broken", ["{{ title }", "{{ title", "title }}", "{% if draft %}", "{{ short title }}", "{% endif %}", "{{ }}"]
)
def test_a_broken_tag_is_answered_with_how_to_write_one(broken, tmp_path):
    house = plain_with_text(tmp_path, f"Our agreement: {broken}")
    refused(house, "A field in the text is not complete, near “.*Write it like")


@pytest.mark.parametrize("body", ["No body", "{{ body }}"])
def test_a_house_without_the_body_is_told_how_to_write_it(body, tmp_path):
    message = "There is no {{p body }} in this Word file. Write it, with the p,"
    refused(letterhead(tmp_path, body=body), re.escape(message))


def in_table(document):
    document.add_table(1, 1).cell(0, 0).text = "{{p body }}"


def in_header(document):
    document.sections[0].header.paragraphs[0].text = "{{p body }}"


def twice(document):
    document.add_paragraph("{{p body }}")


def inside_if(document):
    document.paragraphs[0].insert_paragraph_before("{%p if draft %}")
    document.add_paragraph("{%p endif %}")


@pytest.mark.parametrize("tag", ["{{p body }}", "{%p if draft %}"])
def test_words_beside_a_tag_that_takes_the_whole_paragraph_are_not_lost_but_refused(tag, tmp_path):
    house = letterhead(tmp_path, body=f"Our agreement: {tag}")
    refused(house, f"^{re.escape(tag)} stands in the text with other words")


@pytest.mark.parametrize("change", [in_header, twice, inside_if])
def test_a_body_that_could_be_lost_or_doubled_is_refused(change, tmp_path):
    refused(letterhead(tmp_path, change), "The body must stand once")


def test_a_body_in_a_table_is_refused(tmp_path):
    refused(letterhead(tmp_path, in_table, body=""), "not in a table")


def test_a_section_that_ends_with_the_body_is_kept(tmp_path):
    def another_section(document):
        document.add_section(WD_SECTION.NEW_PAGE)
        document.add_paragraph("After the agreement")
        body, end = document.paragraphs[:2]
        body._element.get_or_add_pPr().append(end._element.pPr.sectPr)
        end._element.getparent().remove(end._element)
        document.sections[0].page_width *= 2

    paper = open_docx(render_docx(DOCUMENT, stamp(), letterhead(tmp_path, another_section)))
    first, second = (section.page_width for section in paper.sections)
    assert second is not None
    assert first == second * 2
    assert paper.paragraphs[-1].text == "After the agreement"


def test_fields_cut_into_runs_by_word_are_still_fields(tmp_path):
    def in_runs(document):
        paragraph = document.paragraphs[0].insert_paragraph_before()
        for piece in ("{", "{ ti", "tle }", "}"):
            paragraph.add_run(piece)

    assert words_above_the_body(letterhead(tmp_path, in_runs)) == "Brook Lane Welcome"


def test_fields_work_in_a_house_from_another_program(tmp_path):
    document = numbered(rich_document())

    def in_footer(house):
        house.sections[0].footer.paragraphs[0].text = "{{ kind }} {{ version }} {{ fingerprint }}"

    paper = open_docx(render_docx(document, stamp(), letterhead(tmp_path, in_footer)))
    footer = paper.sections[0].footer.paragraphs[0].text
    assert reading.folded(footer) == f"{document.kind} 3 {stamp().fingerprint}"
