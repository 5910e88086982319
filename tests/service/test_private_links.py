"""Private links: shown once, kept as a hash, harmless to programs that look at links, renewed when lost."""

import sqlite3

import pytest

from service import access
from service.security import limiter
from service.storage import links
from service.storage.models import Link
from tests.service.browsing import Browser


def _database(settings):
    connection = sqlite3.connect(settings.database.database)
    text = "\n".join(connection.iterdump())
    connection.close()
    return text


def _token(browser):
    return browser.link.rsplit("/", 1)[1]


def test_a_token_has_far_more_than_128_bits():
    tokens = {links.new_token() for _time in range(1000)}
    assert len(tokens) == 1000
    assert {len(token) for token in tokens} == {32}


def test_only_the_hash_of_a_token_is_stored(draft, settings):
    assert _token(draft) not in _database(settings)
    assert links.token_hash(_token(draft)) in _database(settings)


def test_the_link_is_shown_until_it_is_kept_and_never_again(visitor):
    visitor.open("/").submit(visitor.form(action="/drafts"))
    visitor.draft = visitor.address.split("/")[4]
    link = visitor.page.get_element_by_id("private-link").value
    assert visitor.open("link").page.get_element_by_id("private-link").value == link
    visitor.submit(visitor.form(action="kept"))
    assert "We do not know your private link" in visitor.open("link").text
    assert link not in visitor.response.get_data(as_text=True)


def test_the_link_brings_another_browser_to_the_draft(app, example):
    second = Browser(app)
    second.open(example.link)
    assert second.heading == "Welcome back"
    second.submit(second.form(action="/resume/"))
    assert second.heading.endswith("Brook Lane Welcome")


def test_looking_at_a_link_lets_nobody_in(app, example):
    preview = Browser(app)
    for _time in range(3):
        assert preview.open(example.link).status == 200
    assert preview.open(f"/drafts/{example.draft}/").status == 404


def test_the_page_of_a_link_says_nothing_of_what_is_behind_it(app, example):
    assert "Brook Lane" not in Browser(app).open(example.link).response.get_data(as_text=True)


def test_a_new_link_replaces_the_old_one_at_once(app, example):
    example.open("link").submit(example.form(action="link"))
    new = example.page.get_element_by_id("private-link").value
    assert Browser(app).open(example.link).status == 404
    assert Browser(app).open(new).status == 200
    assert example.open("").status == 200


def test_the_first_page_lists_the_drafts_of_this_browser_alone(app, example):
    assert "Brook Lane Welcome last changed on" in example.open("/").text
    assert "last changed on" not in Browser(app).open("/").text


def test_wrong_links_are_limited_and_right_ones_are_not_counted(app, example):
    limiter.enabled = True
    for _time in range(40):
        assert example.open(example.link).status == 200
    tried = [Browser(app).open(f"/resume/{'x' * 31}{number % 10}").status for number in range(25)]
    assert tried == [404] * 20 + [429] * 5
    guess = Browser(app).open("/resume/another")
    assert guess.heading == "That was a bit too often"
    assert int(guess.response.headers["Retry-After"]) > 0


def test_beginning_drafts_is_limited(app):
    client = app.test_client()
    browser = Browser(app)
    browser.client = client
    browser.open("/")
    form = browser.form(action="/drafts")
    codes = [client.post("/drafts", data=dict(browser.fields(form))).status_code for _time in range(62)]
    assert codes[:60] == [302] * 60
    assert codes[60:] == [429, 429]


def test_a_browser_forgets_the_oldest_of_very_many_links(app):
    with app.test_request_context("/"):
        for number in range(access.MOST_LINKS + 5):
            access.remember(Link(id=f"link-{number}"))
        assert len(access._known()) == access.MOST_LINKS
        assert access._known()[-1] == f"link-{access.MOST_LINKS + 4}"


@pytest.mark.parametrize("example_name", ["", "f1-new-horizons", "f2-brook-lane-welcome"])
def test_a_draft_can_begin_from_nothing_or_from_an_example(visitor, example_name):
    visitor.begin(example_name)
    assert visitor.status == 200


def test_there_is_no_other_example(visitor):
    visitor.open("/")
    fields = [("csrf_token", visitor.form(action="/drafts").fields["csrf_token"]), ("example", "../secret-key")]
    assert visitor.post("/drafts", fields).status == 404
