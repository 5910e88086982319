"""Who may open what: a table of every address, compared with the application's own list of addresses."""

import re
import sqlite3
from datetime import timedelta
from hashlib import sha256
from io import BytesIO

import pytest
from werkzeug.datastructures import FileStorage

from service.storage import drafts, links
from service.storage.engine import writing
from service.storage.models import Link, now, today
from tests.service.browsing import Browser

OPEN = {
    "/": {"GET": ""},
    "/words": {"GET": ""},
    "/privacy": {"GET": ""},
    "/accessibility": {"GET": ""},
    "/healthz": {"GET": ""},
    "/open": {"GET": "", "POST": ""},
    "/drafts": {"POST": ""},
    "/resume/<token>": {"GET": "", "POST": ""},
    "/assets/<content_mark>/<name>": {"GET": ""},
}
"""What anybody may open."""

WITH_LINK = {
    "/drafts/<draft>/": {"GET": "edit"},
    "/drafts/<draft>/sections/<section>": {"GET": "edit", "POST": "edit"},
    "/drafts/<draft>/sections/<section>/<name>": {"GET": "edit"},
    "/drafts/<draft>/sections/<section>/<name>/add": {"GET": "edit", "POST": "edit"},
    "/drafts/<draft>/sections/<section>/<name>/add-many": {"GET": "edit", "POST": "edit"},
    "/drafts/<draft>/sections/<section>/<name>/add-many/<ending>": {"GET": "edit"},
    "/drafts/<draft>/sections/<section>/<name>/propose": {"POST": "edit"},
    "/drafts/<draft>/sections/<section>/<name>/rows/<row>": {"GET": "edit", "POST": "edit"},
    "/drafts/<draft>/sections/<section>/<name>/rows/<row>/remove": {"GET": "edit", "POST": "edit"},
    "/drafts/<draft>/sections/<section>/<name>/rows/<row>/put-back": {"POST": "edit"},
    "/drafts/<draft>/typing": {"POST": "edit"},
    "/drafts/<draft>/typing/forget": {"POST": "edit"},
    "/drafts/<draft>/sections/<section>/<name>/rows/<row>/move": {"POST": "edit"},
    "/drafts/<draft>/check": {"GET": "edit"},
    "/drafts/<draft>/later": {"GET": "edit"},
    "/drafts/<draft>/preview": {"GET": "view"},
    "/drafts/<draft>/papers": {"GET": "view"},
    "/drafts/<draft>/papers/<status>/<name>": {"GET": "view"},
    "/drafts/<draft>/documents/<digest>": {"GET": "view"},
    "/drafts/<draft>/worksheets/<which>/<length>/<name>": {"GET": "edit"},
    "/drafts/<draft>/calendar": {"GET": "view"},
    "/drafts/<draft>/answers": {"GET": "edit"},
    "/drafts/<draft>/open-points": {"GET": "view"},
    "/drafts/<draft>/agenda": {"GET": "view"},
    "/drafts/<draft>/agenda/<name>": {"GET": "view"},
    "/drafts/<draft>/links": {"GET": "view", "POST": "edit"},
    "/drafts/<draft>/links/new": {"GET": "edit", "POST": "edit"},
    "/drafts/<draft>/links/kept": {"POST": "edit"},
    "/drafts/<draft>/links/<link_id>/renew": {"GET": "edit", "POST": "edit"},
    "/drafts/<draft>/links/<link_id>/withdraw": {"GET": "edit", "POST": "edit"},
    "/drafts/<draft>/history": {"GET": "edit"},
    "/drafts/<draft>/history/record": {"GET": "edit"},
    "/drafts/<draft>/history/compare": {"GET": "edit"},
    "/drafts/<draft>/history/<int:number>/restore": {"GET": "edit", "POST": "edit"},
    "/drafts/<draft>/history/<int:number>/erase": {"GET": "edit", "POST": "edit"},
    "/drafts/<draft>/keeping": {"GET": "view", "POST": "view"},
    "/drafts/<draft>/copy": {"POST": "edit"},
    "/drafts/<draft>/delete": {"GET": "edit", "POST": "edit"},
    "/drafts/<draft>/finish": {"GET": "view", "POST": "view"},
}
"""What only a browser that came in by a link to this draft may open, and what the link must allow."""

RANKS = ("view", "edit")
TERMS = b"%PDF-1.7 The funder's terms"
FILLED = {
    "section": "partners",
    "name": "partners",
    "row": "harbour",
    "status": "draft",
    "which": "filled",
    "length": "short",
    "ending": "csv",
    "digest": sha256(TERMS).hexdigest(),
    "int:number": "1",
}
CELLS = [(rule, method) for rule, methods in WITH_LINK.items() for method in methods]


def test_the_table_has_every_address_there_is(app):
    known: dict[str, set[str]] = {}
    for rule in app.url_map.iter_rules():
        known.setdefault(rule.rule, set()).update(rule.methods - {"HEAD", "OPTIONS"})
    assert known == {rule: set(methods) for rule, methods in (OPEN | WITH_LINK).items()}


def _address(rule, draft, link_id="none"):
    section = "partners" if "<name>" in rule else "about"
    name = "txt" if "<status>" in rule or "/agenda/" in rule else "docx" if "<which>" in rule else "partners"
    values = {**FILLED, "section": section, "name": name, "draft": draft, "link_id": link_id}
    return re.sub("<([a-z_:]+)>", lambda match: values[match[1]], rule)


def _try(browser, rule, method, draft, link_id="none"):
    address = _address(rule, draft, link_id)
    if method == "GET":
        return browser.open(address).status
    token = browser.open("/").form(action="/drafts").fields["csrf_token"]
    status = browser.post(address, [("csrf_token", token), (":end", "1"), (":row", "new"), (":page", "about")]).status
    return 200 if status in (204, 422) else status  # it was let in; some pages ask for something that was not sent


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
def spare(app, example):
    """The id of a link that nobody has used yet."""
    return _made(app, example)[0].id


def _made(app, example, **wanted):
    with app.app_context():
        return links.make(example.draft, links.Wanted(**wanted))


def _came_in_by(app, token):
    browser = Browser(app)
    browser.open(f"/resume/{token}")
    return browser.submit(browser.form(action="/resume/"))


def _answers(app, example, browser):
    """How each cell of the table answers this browser. What is about a link is tried on one that nobody has used."""
    return {cell: _try(browser, *cell, example.draft, _made(app, example)[0].id) for cell in CELLS}


@pytest.mark.parametrize("right", RANKS)
def test_a_link_opens_what_it_allows_and_no_more(app, example, right):
    _link, token = _made(app, example, may=right)
    wanted = {
        (rule, method): 200 if RANKS.index(right) >= RANKS.index(WITH_LINK[rule][method]) else 403
        for rule, method in CELLS
    }
    assert _answers(app, example, _came_in_by(app, token)) == wanted


def test_for_a_stranger_and_for_somebody_without_any_cookie_it_is_not_there(app, example, stranger):
    assert _answers(app, example, stranger) == dict.fromkeys(CELLS, 404)
    assert _answers(app, example, Browser(app)) == dict.fromkeys(CELLS, 404)


@pytest.fixture(params=["withdrawn", "renewed", "run out"])
def shut_out(app, example, request):
    """Somebody who came in by a link that opens nothing any more."""
    link, token = _made(app, example)
    late = _came_in_by(app, token)
    with app.app_context():
        if request.param == "withdrawn":
            links.withdraw(example.draft, link.id)
        elif request.param == "renewed":
            links.renew(example.draft, link.id)
        else:
            with writing(example.draft) as session:
                session.get_one(Link, link.id).expires_at = now()
    return late


def test_for_a_browser_whose_link_opens_nothing_any_more_it_is_not_there(app, example, shut_out):
    assert _answers(app, example, shut_out) == dict.fromkeys(CELLS, 404)


@pytest.mark.parametrize(("rule", "method"), [cell for cell in CELLS if "<link_id>" in cell[0]])
def test_a_link_of_another_draft_cannot_be_reached(app, example, stranger, rule, method):
    with app.app_context():
        other, token = links.make(stranger.draft, links.Wanted())
    _try(example, rule, method, example.draft, other.id)
    assert Browser(app).open(f"/resume/{token}").status == 200


@pytest.mark.parametrize("rule", [rule for rule, methods in (OPEN | WITH_LINK).items() if "GET" in methods])
def test_opening_a_page_changes_nothing_in_the_database(example, spare, settings, rule):
    token = example.link.rsplit("/", 1)[1]
    before = _content(settings)
    address = rule.replace("<token>", token).replace("<content_mark>/<name>", "x/y")
    example.open(_address(address, example.draft, spare))
    assert _content(settings) == before


def test_the_first_page_that_is_opened_on_another_day_changes_that_day_alone_in_the_database(
    example, settings, monkeypatch
):
    before, day = _content(settings), today()
    monkeypatch.setattr(drafts, "today", lambda: day + timedelta(days=200))
    example.open("preview")
    after = _content(settings)
    changed = {line.replace(str(day + timedelta(days=200)), str(day)) for line in set(after) - set(before)}
    assert len(changed) == 1
    assert changed == set(before) - set(after)
    example.open("")
    assert _content(settings) == after


def _content(settings):
    connection = sqlite3.connect(settings.database.database)
    content = list(connection.iterdump())
    connection.close()
    return content
