"""What a whole Word file is like, as other programs read it."""

import os
import re
import subprocess
import sys
from dataclasses import fields, is_dataclass
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator

from agreements.document import labels
from agreements.document.canonical import full_text
from agreements.document.nodes import Cell, Clause, Column, Document, Fact, FactList, Gap, Paragraph, Table, Text
from agreements.document.numbering import numbered
from agreements.document.stamp import Status
from agreements.questions.text import normalise, refusals
from agreements.rendering.word import our_house, render_docx
from tests import reading
from tests.rendering.word.houses import LETTERHEAD, letterhead, open_docx, text_of
from tests.samples import rich_document, small_document, stamp, typed

SAMPLES = {"small": numbered(small_document()), "rich": numbered(rich_document())}
both = pytest.mark.parametrize("document", SAMPLES.values(), ids=SAMPLES)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(params=["plain", "letterhead"])
def house(request, tmp_path) -> Path | None:
    """Our own house, and somebody else's."""
    return None if request.param == "plain" else letterhead(tmp_path)


@both
def test_libreoffice_reads_every_word_and_number_of_the_agreement_in_order_and_no_other(document, house, tmp_path):
    paper = render_docx(document, stamp(), house)
    assert reading.printed(reading.libreoffice_text(paper, tmp_path), stamp()) == reading.agreed(document)


def test_libreoffice_works_out_the_same_references_as_the_tree(house, tmp_path):
    paper = render_docx(SAMPLES["rich"], stamp(), house)
    pages = reading.libreoffice_pages(with_results_of_references(paper, "?"), tmp_path)
    words = reading.folded(" ".join(pages))
    assert "all that section 4 lists. See also Schedule A and the signatures." in words
    assert "except for section 5." in words


def with_results_of_references(paper: bytes, result: str) -> bytes:
    """The paper with a wrong result in every REF field: only a program that works it out prints the right one."""
    document = open_docx(paper)
    for code in document.element.iter(f"{W}instrText"):
        if "REF" in code.text:
            shown = next(run for run in code.getparent().itersiblings() if run.find(f"{W}t") is not None)
            shown.find(f"{W}t").text = result
    file = BytesIO()
    document.save(file)
    return file.getvalue()


@pytest.mark.parametrize("status", Status)
def test_every_page_says_what_it_belongs_to(status, house, tmp_path):
    mark = stamp(status)
    pages = reading.libreoffice_pages(render_docx(SAMPLES["rich"], mark, house), tmp_path)
    assert len(pages) > 5
    for number, page in enumerate(pages, 1):
        words = reading.folded(page)
        assert mark.line in words
        assert f"Page {number} of {len(pages)}" in words
        assert "Example: every detail is invented" in words
        assert (labels.NOT_FOR_SIGNING in words) == (status is Status.DRAFT)
        assert house is None or LETTERHEAD in words


@both
def test_the_open_xml_sdk_finds_nothing_wrong(document, tmp_path):
    assert reading.open_xml_sdk_findings(render_docx(document, stamp(Status.DRAFT), None), tmp_path) == []


def test_the_open_xml_sdk_finds_nothing_wrong_with_the_plain_house_or_another(tmp_path):
    assert reading.open_xml_sdk_findings(our_house(), tmp_path) == []
    paper = render_docx(SAMPLES["rich"], stamp(), letterhead(tmp_path))
    assert reading.open_xml_sdk_findings(paper, tmp_path) == []


@both
def test_openxml_audit_finds_nothing_wrong(document, tmp_path):
    path = tmp_path / "paper.docx"
    path.write_bytes(render_docx(document, stamp(Status.DRAFT), None))
    assert OpenXmlValidator().validate(path).errors == []


def test_python_docx_reads_the_same_words_in_the_same_order_without_numbers(house):
    document = open_docx(render_docx(SAMPLES["rich"], stamp(), house))
    words = " ".join(text_of(paragraph) for paragraph in document.element.body.iter(f"{W}p"))
    expected = re.sub(r"(?m)^Schedule [AB]: ", ": ", full_text(without_numbers(SAMPLES["rich"])))
    assert reading.printed(words, stamp()) == reading.folded(expected)


def without_numbers(node: Any) -> Any:
    """The tree without the labels that Word works out by itself; the letters of schedules stay."""
    if isinstance(node, tuple):
        return tuple(map(without_numbers, node))
    if not is_dataclass(node):
        return node
    values = {field.name: without_numbers(getattr(node, field.name)) for field in fields(node)}
    if not values.get("label", "").isalpha():
        values.pop("label", None)
    made: Any = type(node)
    return made(**values)


def test_the_same_agreement_is_the_same_file_in_another_process(tmp_path):
    program = (
        "import sys; from pathlib import Path; from tests.samples import *;"
        "from agreements.rendering.word import render_docx; from agreements.document.numbering import numbered;"
        "house = Path(sys.argv[1]) if len(sys.argv) > 1 else None;"
        "sys.stdout.buffer.write(render_docx(numbered(rich_document()), stamp(), house))"
    )
    for house in ([], [str(letterhead(tmp_path))]):
        papers = {
            subprocess.run(
                [sys.executable, "-c", program, *house],
                cwd=reading.CHECKOUT,
                env={**os.environ, "PYTHONHASHSEED": seed},
                check=True,
                capture_output=True,
            ).stdout
            for seed in ("1", "2")
        }
        assert len(papers) == 1
        with ZipFile(BytesIO(papers.pop())) as archive:
            assert {entry.date_time[0] for entry in archive.infolist()} == {1980}


accepted = st.text(min_size=1, max_size=80).map(normalise).filter(lambda text: text and not any(refusals(text)))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(accepted)
def test_whatever_may_be_typed_comes_back_whole(text):
    line = text.replace("\n", " ")
    document = open_docx(render_docx(numbered(document_that_says(text)), stamp(), None))
    paragraphs = [text_of(paragraph) for paragraph in document.element.body.iter(f"{W}p")]
    table = ["Table", "Title", text]
    facts = [line, labels.gap(line)]
    assert paragraphs == [line, line, text, text, line, *table, *facts, "Signatures", line]
    assert document.core_properties.title == line
    assert line in text_of(document.sections[0].header.paragraphs[0]._element)


def document_that_says(text: str) -> Document:
    """A document with a text in every kind of place where answers go."""
    line = text.replace("\n", " ")
    lines = typed(*text.split("\n"))
    cells = (Cell((lines,), header=True),)
    facts = FactList((Fact(line, (Paragraph((Gap(line),)),)),))
    return Document(
        title=line,
        kind=line,
        language="en-GB",
        front=(lines, Paragraph(lines.inlines)),
        clauses=(Clause("one", line, (Table("Table", (Column("Title", 100),), (cells,)), facts)),),
        signing=Clause("signing", "Signatures", (Paragraph((Text(line),)),)),
        schedules=(),
    )
