"""What a Word file says of itself."""

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest

from agreements.document.numbering import numbered
from agreements.document.stamp import Status
from agreements.rendering.word import render_docx
from tests.rendering.word.houses import letterhead, open_docx
from tests.samples import rich_document, small_document, stamp


def by_somebody(document):
    properties = document.core_properties
    properties.author = properties.last_modified_by = "Ama Boateng"
    properties.title = "{{ title }} & {{ nothing.known }}"
    properties.created = properties.modified = datetime(2026, 11, 24, tzinfo=UTC)


@pytest.fixture(params=["plain", "letterhead"])
def house(request, tmp_path):
    return None if request.param == "plain" else letterhead(tmp_path, by_somebody)


def test_title_kind_version_status_and_fingerprint_are_said(house):
    document = numbered(rich_document())
    properties = open_docx(render_docx(document, stamp(Status.DRAFT), house)).core_properties
    assert properties.title == document.title == "Brook Lane Welcome & Advice: “Tŷ Gŵyr” partnership"
    assert properties.subject == "Memorandum of understanding"
    assert properties.comments == "Example: every detail is invented"
    assert properties.language == "en-GB"
    assert (properties.version, properties.content_status) == ("3", "Draft")
    assert properties.identifier == stamp().fingerprint


def test_nothing_is_said_of_who_made_the_house_or_when(house):
    paper = render_docx(numbered(small_document()), stamp(), house)
    properties = open_docx(paper).core_properties
    assert (properties.author, properties.last_modified_by) == ("", "")
    assert (properties.created, properties.modified) == (None, None)
    with ZipFile(BytesIO(paper)) as archive:
        assert [name for name in archive.namelist() if "thumbnail" in name] == []
        assert not any(b"Ama Boateng" in archive.read(name) for name in archive.namelist() if "docProps" in name)


def test_a_title_longer_than_a_property_may_be_is_whole_on_the_page():
    document = numbered(replace(small_document(), title="Long " * 80))
    paper = open_docx(render_docx(document, stamp(), None))
    assert paper.paragraphs[0].text == "Long " * 80
    assert len(paper.core_properties.title) == 255
