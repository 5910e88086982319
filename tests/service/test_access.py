"""Who may open what: a table of every address, compared with the application's own list of addresses."""

import re
from hashlib import sha256
from io import BytesIO

import pytest
from werkzeug.datastructures import FileStorage

from tests.service.browsing import Browser

OPEN = {
    "/": ("GET",),
    "/words": ("GET",),
    "/drafts": ("POST",),
    "/resume/<token>": ("GET", "POST"),
    "/assets/<content_mark>/<name>": ("GET",),
}
"""What anybody may open."""

WITH_LINK = {
    "/drafts/<draft>/": ("GET",),
    "/drafts/<draft>/sections/<section>": ("GET", "POST"),
    "/drafts/<draft>/sections/<section>/<name>": ("GET",),
    "/drafts/<draft>/sections/<section>/<name>/add": ("GET", "POST"),
    "/drafts/<draft>/sections/<section>/<name>/propose": ("POST",),
    "/drafts/<draft>/sections/<section>/<name>/rows/<row>": ("GET", "POST"),
    "/drafts/<draft>/sections/<section>/<name>/rows/<row>/remove": ("GET", "POST"),
    "/drafts/<draft>/sections/<section>/<name>/rows/<row>/put-back": ("POST",),
    "/drafts/<draft>/check": ("GET",),
    "/drafts/<draft>/later": ("GET",),
    "/drafts/<draft>/preview": ("GET",),
    "/drafts/<draft>/papers": ("GET",),
    "/drafts/<draft>/papers/<status>/<name>": ("GET",),
    "/drafts/<draft>/documents/<digest>": ("GET",),
    "/drafts/<draft>/worksheets/<which>/<length>/<name>": ("GET",),
    "/drafts/<draft>/calendar": ("GET",),
    "/drafts/<draft>/answers": ("GET",),
    "/drafts/<draft>/link": ("GET", "POST"),
    "/drafts/<draft>/link/kept": ("POST",),
}
"""What only a browser that came in by a link to this draft may open. To all others it is not there."""

TERMS = b"%PDF-1.7 The funder's terms"
FILLED = {
    "section": "partners",
    "name": "partners",
    "row": "harbour",
    "status": "draft",
    "which": "filled",
    "length": "short",
    "digest": sha256(TERMS).hexdigest(),
}
CELLS = [(rule, method) for rule, methods in WITH_LINK.items() for method in methods]


def test_the_table_has_every_address_there_is(app):
    known: dict[str, set[str]] = {}
    for rule in app.url_map.iter_rules():
        known.setdefault(rule.rule, set()).update(rule.methods - {"HEAD", "OPTIONS"})
    assert known == {rule: set(methods) for rule, methods in (OPEN | WITH_LINK).items()}


def _address(rule, draft):
    section = "partners" if "<name>" in rule else "about"
    name = "txt" if "<status>" in rule else "docx" if "<which>" in rule else "partners"
    values = {**FILLED, "section": section, "name": name, "draft": draft}
    return re.sub("<([a-z_]+)>", lambda match: values[match[1]], rule)


def _try(browser, rule, method, draft):
    address = _address(rule, draft)
    if method == "GET":
        return browser.open(address).status
    token = browser.open("/").form(action="/drafts").fields["csrf_token"]
    return browser.post(address, [("csrf_token", token), (":end", "1"), (":row", "new")]).status


@pytest.fixture
def example(example):
    """The example, with a document that goes with it."""
    example.open("sections/funding/funding/rows/winter").submit(terms_file=FileStorage(BytesIO(TERMS), "terms.pdf"))
    return example


@pytest.fixture
def stranger(app):
    """Somebody with a draft of their own, so that they have a cookie."""
    return Browser(app).begin()


@pytest.fixture
def shut_out(app, example):
    """Somebody who came in by a link that was then renewed."""
    late = Browser(app)
    late.open(example.link).submit(late.form(action="/resume/"))
    example.open("link").submit(example.form(action="link"))
    return late


@pytest.mark.parametrize(("rule", "method"), CELLS)
def test_whoever_has_the_link_may(example, rule, method):
    assert _try(example, rule, method, example.draft) == 200


@pytest.mark.parametrize(("rule", "method"), CELLS)
def test_for_a_stranger_it_is_not_there(example, stranger, rule, method):
    assert _try(stranger, rule, method, example.draft) == 404


@pytest.mark.parametrize(("rule", "method"), CELLS)
def test_for_somebody_without_any_cookie_it_is_not_there(app, example, rule, method):
    assert _try(Browser(app), rule, method, example.draft) == 404


@pytest.mark.parametrize(("rule", "method"), CELLS)
def test_for_a_browser_that_came_by_a_link_renewed_since_it_is_not_there(example, shut_out, rule, method):
    assert _try(shut_out, rule, method, example.draft) == 404


@pytest.mark.parametrize("rule", [rule for rule, methods in (OPEN | WITH_LINK).items() if "GET" in methods])
def test_opening_a_page_changes_nothing_in_the_database(app, example, settings, rule):
    example.open("link")
    token = example.link.rsplit("/", 1)[1]
    before = _content(settings)
    example.open(_address(rule.replace("<token>", token).replace("<content_mark>/<name>", "x/y"), example.draft))
    assert _content(settings) == before


def _content(settings):
    import sqlite3  # noqa: PLC0415

    connection = sqlite3.connect(settings.database.database)
    content = list(connection.iterdump())
    connection.close()
    return content
