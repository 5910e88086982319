"""What is done with an agreement as a whole: copied, deleted for real."""

import pytest
from dateutil.relativedelta import relativedelta

from agreements.values import date_in_words
from service.mail import init_mail
from service.storage import links
from service.storage.engine import db
from service.storage.models import today
from tests.service.browsing import Browser

DATABASES = ("sqlite", "postgresql")
MARKER = "Marker-of-what-is-deleted"


def _copy(browser):
    browser.open("")
    browser.submit(browser.form(action="/copy"))
    browser.draft = browser.address.split("/")[4]
    return browser


def test_a_copy_has_the_same_answers_and_files_and_a_link_of_its_own(app, visitor):
    northvale = visitor.begin("f3-northvale-draft-b")
    first, answers = northvale.draft, northvale.open("answers").response.data
    link = _copy(northvale).page.get_element_by_id("private-link").value
    assert northvale.draft != first
    assert northvale.open("answers").response.data == answers
    assert [one for one in northvale.open("papers").links().values() if "/documents/" in one]
    other = Browser(app).open(link)
    other.submit(other.form(action="/resume/"))
    assert other.open(f"/drafts/{first}/").status == 404


def test_a_change_in_the_copy_leaves_the_first_one_alone(example):
    first = example.draft
    _copy(example).open("sections/vision").submit(area="Elsewhere")
    assert example.open(f"/drafts/{first}/sections/vision").value("area") != "Elsewhere"


@pytest.fixture
def marked(example):
    example.open("sections/vision").submit(area=MARKER)
    return example


def _delete(browser, **typed):
    browser.open("delete")
    return browser.submit(browser.form(action="/delete"), **typed)


def test_an_agreement_is_deleted_for_everybody_when_somebody_is_sure(app, marked):
    other = Browser(app).open(marked.link)
    other.draft = marked.draft
    other.submit(other.form(action="/resume/"))
    _delete(marked, sure="yes")
    assert "The agreement is deleted" in marked.text
    assert "last changed on" not in marked.text
    assert other.open(f"/drafts/{marked.draft}/").status == 404
    assert Browser(app).open(marked.link).status == 404


def test_without_the_tick_nothing_is_deleted(marked):
    _delete(marked)
    assert marked.status == 422
    assert marked.errors() == [("#sure", "Tick the box if you want to delete the agreement.")]
    assert marked.open("sections/vision").value("area") == MARKER


def test_what_is_deleted_stands_in_no_file_any_more(marked, settings, database_kind):
    def files_with_it():
        found = [file for file in settings.folder.rglob("*") if file.is_file()]
        return [file.name for file in found if MARKER.encode() in file.read_bytes()]

    assert bool(files_with_it()) is (database_kind == "sqlite")
    _delete(marked, sure="yes")
    assert files_with_it() == []


def _leave(browser, address):
    browser.open("keeping")
    return browser.submit(browser.form(action="/keeping"), address=address)


def test_the_page_says_until_when_the_agreement_is_kept(example):
    example.open("keeping")
    assert f"it is deleted on {date_in_words(today() + relativedelta(months=12))}." in example.text
    assert "This service sends no e-mail" in example.text
    assert not example.has("address")


def test_an_address_can_be_left_changed_and_taken_back(mailbox, example):
    assert "We keep this address" in _leave(example, "asha@brook.example").text
    assert example.value("address") == "asha@brook.example"
    assert _leave(example, "ben@brook.example").value("address") == "ben@brook.example"
    assert "We keep no address." in _leave(example, " ").text
    assert example.value("address") == ""


def test_what_is_no_address_is_refused_beside_its_place_and_shown_again(mailbox, example):
    _leave(example, "asha@brook.example")
    assert _leave(example, "asha at brook").errors() == [
        ("#address", "Enter one e-mail address, such as name@example.org.")
    ]
    assert (example.status, example.value("address")) == (422, "asha at brook")
    assert example.open("keeping").value("address") == "asha@brook.example"


def test_each_link_has_an_address_of_its_own_that_only_its_holders_see(app, mailbox, example):
    _leave(example, "asha@brook.example")
    example.open("links")
    example.submit(example.form(action="/links"), may="view")
    reader = Browser(app).open(example.page.get_element_by_id("private-link").value)
    reader.draft = example.draft
    reader.submit(reader.form(action="/resume/"))
    assert reader.open("keeping").value("address") == ""
    _leave(reader, "ben@brook.example")
    assert example.open("keeping").value("address") == "asha@brook.example"
    assert "@brook.example" not in example.open("links").text


def test_where_nothing_can_be_sent_no_address_is_kept(mailbox, app, settings, example):
    example.open("keeping")
    form = example.form(action="/keeping")
    init_mail(app, settings)
    example.submit(form, address="asha@brook.example")
    with app.app_context():
        assert [link.notice_to for link in links.all_of(db.session, example.draft)] == [""]
