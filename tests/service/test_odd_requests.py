"""Whatever a browser or a program sends, the answer is a page and never a fault of ours; and saves take turns."""

import random
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle

import pytest

from service.storage import links
from tests.service.browsing import Browser
from tests.service.test_access import OPEN, WITH_LINK, _address

PIECES = [
    "",
    "a",
    "yes",
    "\x00",
    "\r\n",
    "%",
    "’",
    "🙂",
    "\ud7ff",
    "x" * 500,
    "{{7*7}}",
    "<b>",
    "..",
    "/",
    "'\";--",
    "٣",
]
NAMES = ["full_title", "legal_name", "start_date-day", "leaving_duties", ":end", ":row", ":then", "opened:full_title",
         "opened:legal_name", "asked:full_title", "keep:full_title", "example", "nothing"]  # fmt: skip
POSTED = [rule for rule, methods in (OPEN | WITH_LINK).items() if "POST" in methods]
READ = ("from", "more", "before", "older", "newer", "unsaved", "x")
"""What pages read in an address, and something that none does."""
NAMES_WHAT_MAY_NOT_BE_THERE = ("<status>", "<digest>")
OPENED = [
    rule
    for rule, methods in WITH_LINK.items()
    if "GET" in methods and not any(part in rule for part in NAMES_WHAT_MAY_NOT_BE_THERE)
]


@pytest.mark.parametrize("rule", POSTED)
def test_no_form_is_so_odd_that_it_breaks_anything(example, rule):
    chance = random.Random(rule)
    token = example.open("/").form(action="/drafts").fields["csrf_token"]
    address = _address(rule.replace("<token>", "x"), example.draft)
    for _time in range(40):
        fields = [(chance.choice(NAMES), chance.choice(PIECES)) for _field in range(chance.randint(0, 12))]
        example.client.post(address, data=_grouped([("csrf_token", token), (":end", "1"), *fields]))
        example.open("/")
    response = example.client.post(address, data=b"full_title=%ff%fe&csrf_token=" + token.encode())
    assert response.status_code < 500


def _grouped(fields):
    grouped: dict[str, list[str]] = {}
    for name, value in fields:
        grouped.setdefault(name, []).append(value)
    return grouped


@pytest.fixture(autouse=True)
def no_fault_of_ours(monkeypatch):
    """Whatever is answered with "something went wrong on our side" breaks the test."""

    def fail(error):
        raise AssertionError("a fault of ours") from error

    monkeypatch.setattr("service.errors.log_fault", fail)


@pytest.mark.parametrize("rule", OPENED)
def test_no_address_is_so_odd_that_it_breaks_anything(app, example, rule):
    with app.app_context():
        link, _token = links.make(example.draft, links.Wanted())
    example.open("sections/about").submit(full_title="Changed once")  # so that the history has an entry
    address = _address(rule, example.draft, link.id)
    plain = example.client.get(address)
    assert plain.status_code in (200, 302)
    for piece, name in zip(PIECES, cycle(READ), strict=False):
        for query in ({name: piece}, dict.fromkeys(READ, piece)):
            response = example.client.get(address, query_string=query)
            assert (response.status_code, response.location) == (plain.status_code, plain.location)
        if "<row>" in rule:
            assert example.client.get(address.replace("harbour", "x" + piece)).status_code < 500


@pytest.mark.parametrize("piece", PIECES)
def test_a_document_that_is_not_there_is_told_so_however_odd_its_code(example, piece):
    assert example.client.get(f"/drafts/{example.draft}/documents/x{piece}").status_code == 404


def test_a_method_that_a_page_does_not_know_is_answered_with_a_page(example):
    response = example.client.delete(f"/drafts/{example.draft}/")
    assert response.status_code == 405
    assert "GET" in response.headers["Allow"]
    assert b"This page cannot be used in that way" in response.data


def test_an_address_without_its_last_stroke_leads_to_the_page(example):
    example.open(f"/drafts/{example.draft}")
    assert example.heading.endswith("Brook Lane Welcome")


def test_people_who_save_at_the_same_moment_all_save(app, example):
    """Four people on one draft, each on a page of their own, thirty saves each."""
    pages = {
        "about": "full_title",
        "vision": "area",
        "disagreements": "mediator_source",
        "added_value": "added_value_joint",
    }

    def save(page_and_name):
        page, name = page_and_name
        person = Browser(app)
        person.open(example.link).submit(person.form(action="/resume/"))
        person.draft = example.draft
        for number in range(30):
            person.open(f"sections/{page}").submit(**{name: f"{page} {number}"})
            assert person.status == 200
        return person.open(f"sections/{page}").value(name)

    with ThreadPoolExecutor(4) as at_once:
        assert list(at_once.map(save, pages.items())) == [f"{page} 29" for page in pages]
