"""The notices: on every page, with who runs the service, and true to what the code does."""

from dataclasses import replace

import pytest

from service.app import create_app
from service.storage import retention
from service.storage.engine import db
from tests.service.browsing import Browser


@pytest.mark.parametrize("page", ["/", "/words", "/privacy", "/accessibility", "/nothing-here"])
def test_every_page_leads_to_both_notices(visitor, page):
    visitor.open(page)
    assert {"/privacy", "/accessibility"} <= set(visitor.page.xpath("//footer//a/@href"))


def test_the_pages_of_a_draft_lead_there_too(example):
    for page in ("", "sections/about", "preview", "keeping"):
        assert {"/privacy", "/accessibility"} <= set(example.open(page).page.xpath("//footer//a/@href"))


def test_the_privacy_notice_says_how_long_drafts_are_kept(visitor):
    text = visitor.open("/privacy").text
    assert f"{retention.KEPT_MONTHS} months after somebody last opened the agreement." in text
    assert f"we write {retention.NOTICE.days} days before" in text
    assert f"for up to {(retention.NOTICE + retention.LONGEST_WAIT).days} days more" in text


def test_there_is_one_cookie_as_the_privacy_notice_says(example):
    for page in ("/", "/privacy", "", "keeping", "links"):
        example.open(page)
        assert all(cookie.startswith("agreements=") for cookie in example.response.headers.getlist("Set-Cookie"))
    assert "One cookie" in example.open("/privacy").text


@pytest.mark.parametrize("page", ["/privacy", "/accessibility"])
def test_the_notices_say_who_runs_the_service_or_that_the_host_has_not_said_it(visitor, settings, page):
    assert "This service is run by whoever gave you its address." in visitor.open(page).text
    app = create_app(replace(settings, contact="Brook <CVS>, help@brook.example"))
    named = Browser(app).open(page)
    assert "This service is run by: Brook <CVS>, help@brook.example" in named.text
    (link,) = named.page.xpath("//main//a[starts-with(@href, 'mailto:')]")
    assert (link.get("href"), link.get("class")) == ("mailto:help@brook.example", "govuk-link")
    with app.app_context():
        db.engine.dispose()
