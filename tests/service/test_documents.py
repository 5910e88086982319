"""Papers that go with the agreement: whoever holds the link can download them as they were sent."""

from hashlib import sha256
from io import BytesIO
from zipfile import ZipFile

import pytest
from PIL import Image
from werkzeug.datastructures import FileStorage

from service.storage.engine import db
from service.storage.models import Attachment
from tests.service.browsing import Browser

TERMS = b"%PDF-1.7 " + b"terms " * 500
NAME = f"Terms-2027-{sha256(TERMS).hexdigest()[:8]}.pdf"
HEADING = "Papers that go with the agreement"
WINTER = "sections/funding/funding/rows/winter"


def zipped(part):
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        archive.writestr(part, "terms")
    return content.getvalue()


def send(browser, content, name, page=WINTER, question="terms_file"):
    browser.open(page).submit(**{question: FileStorage(BytesIO(content), name)})


def listed(browser):
    """The documents on the page of papers: name and address."""
    browser.open("papers")
    return {words: address for words, address in browser.links().items() if "/documents/" in address}


@pytest.fixture
def terms(example):
    """The example, with the funder's terms."""
    send(example, TERMS, "Terms 2027.pdf")
    return example


def test_a_document_is_listed_with_its_name_and_size(terms):
    assert list(listed(terms)) == [NAME]
    assert HEADING in terms.text
    assert f"{NAME} 3.0 kB" in terms.text


def test_the_agreement_prints_the_name_under_which_it_can_be_downloaded(terms):
    terms.open("papers/draft/txt")
    assert f"Kept beside this agreement as: {NAME}" in terms.response.text


def test_the_page_says_what_the_file_is_whatever_its_name_said(example):
    send(example, TERMS, "terms.html")
    assert "terms.pdf" in example.open(WINTER).text
    assert "terms.html" not in example.text


def test_another_paper_of_the_group_is_listed_too(terms):
    terms.open("sections/other_papers/papers/add").submit(
        paper="Map", file=FileStorage(BytesIO(b"%PDF-2.0"), "map.pdf")
    )
    assert list(listed(terms)) == [NAME, f"map-{sha256(b'%PDF-2.0').hexdigest()[:8]}.pdf"]


def test_nothing_is_said_where_no_document_was_sent(example):
    assert listed(example) == {}
    assert HEADING not in example.text


def test_it_comes_back_byte_for_byte(terms):
    assert terms.open(listed(terms)[NAME]).response.data == TERMS


@pytest.mark.parametrize(
    ("content", "name", "ending", "media_type"),
    [
        (TERMS, "terms.html", "pdf", "application/pdf"),
        (
            zipped("word/document.xml"),
            "terms.docx",
            "docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        (zipped("content.xml"), "terms.exe", "odt", "application/vnd.oasis.opendocument.text"),
    ],
)
def test_its_kind_is_told_by_what_is_in_it_and_never_by_its_name(example, content, name, ending, media_type):
    send(example, content, name)
    name = f"terms-{sha256(content).hexdigest()[:8]}.{ending}"
    response = example.open(listed(example)[name]).response
    assert response.mimetype == media_type
    assert response.headers["Content-Disposition"] == f"attachment; filename={name}"


def test_no_browser_shows_it_guesses_its_kind_or_keeps_it(terms):
    headers = terms.open(listed(terms)[NAME]).response.headers
    assert headers["Content-Disposition"].startswith("attachment;")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"
    assert "default-src 'none'" in headers["Content-Security-Policy"]


def test_a_name_in_any_letters_is_sent_in_the_form_that_browsers_agree_on(example):
    send(example, TERMS, "Тéрмс; 2027.pdf")
    [address] = listed(example).values()
    disposition = example.open(address).response.headers["Content-Disposition"]
    rest = NAME.removeprefix("Terms-")
    cyrillic = "%D0%A2%C3%A9%D1%80%D0%BC%D1%81"
    assert disposition == f"attachment; filename=e-{rest}; filename*=UTF-8''{cyrillic}-{rest}"


def test_two_documents_of_one_name_are_told_apart(terms):
    terms.open("sections/funding/funding/add").submit(funder="Another", kind="grant", terms_attached="yes")
    terms.submit(terms_file=FileStorage(BytesIO(b"%PDF-2.0"), "Terms 2027.pdf"))
    names = listed(terms)
    another = f"Terms-2027-{sha256(b'%PDF-2.0').hexdigest()[:8]}.pdf"
    assert list(names) == [NAME, another]
    assert terms.open(names[another]).response.data == b"%PDF-2.0"


def test_a_document_is_not_there_in_another_draft_nor_for_its_owner(app, terms):
    address = listed(terms)[NAME]
    other = Browser(app).begin()
    assert other.open(address).status == 404
    assert other.open(address.replace(terms.draft, other.draft)).status == 404


def test_a_document_that_was_taken_away_is_not_there_any_more(terms):
    address = listed(terms)[NAME]
    terms.open(WINTER).submit(**{"remove:terms_file": "yes"})
    assert listed(terms) == {}
    assert terms.open(address).status == 404


def test_a_document_whose_content_is_not_kept_is_not_offered(app, terms):
    address = listed(terms)[NAME]
    with app.app_context():
        db.session.query(Attachment).delete()
        db.session.commit()
    assert listed(terms) == {}
    assert terms.open(address).status == 404


def test_a_logo_is_no_document(example):
    logo = BytesIO()
    Image.new("RGB", (40, 20), "red").save(logo, "PNG")
    send(example, logo.getvalue(), "logo.png", "sections/partners/partners/rows/harbour", "logo")
    assert listed(example) == {}
    with_logo = sha256(example.open("papers").response.data).hexdigest()
    assert example.open(f"documents/{with_logo}").status == 404


@pytest.mark.parametrize("digest", ["0" * 64, "x", "..%2f..%2fsecret"])
def test_any_other_address_leads_nowhere(terms, digest):
    assert terms.open(f"documents/{digest}").status == 404
