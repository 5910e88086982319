"""When something breaks: a readable page, nothing half-saved, nothing private in the logs."""

import json
import sqlite3
import subprocess
import sys
from datetime import timedelta

import pytest

from service.storage import drafts, sqlite
from service.storage.engine import db
from service.storage.models import Draft, today


def test_a_fault_of_ours_shows_a_page_and_no_trace_of_the_program(draft, monkeypatch):
    monkeypatch.setattr("service.wizard.views.steps", lambda _loaded: 1 / 0)
    draft.open("")
    assert draft.status == 500
    assert draft.heading == "Something went wrong on our side"
    assert "ZeroDivisionError" not in draft.response.get_data(as_text=True)


def test_a_fault_after_the_page_was_made_shows_the_same_page(app, draft, monkeypatch):
    monkeypatch.setattr(app.session_interface, "save_session", lambda *_arguments: 1 / 0)
    draft.open("")
    assert draft.status == 500
    assert draft.heading == "Something went wrong on our side"


@pytest.fixture
def impatient(monkeypatch):
    """A database that waits for another writer for a moment only."""
    monkeypatch.setattr(sqlite, "BUSY_MILLISECONDS", 50)


@pytest.fixture
def locked(impatient, draft, settings):
    draft.open("sections/about")
    other = sqlite3.connect(settings.database.database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield draft
    other.close()


def test_while_the_database_is_locked_pages_can_be_read_also_the_first_on_a_new_day(locked, monkeypatch, app):
    later = today() + timedelta(days=1)
    monkeypatch.setattr(drafts, "today", lambda: later)
    assert locked.open("").status == 200
    with app.app_context():
        assert db.session.get_one(Draft, locked.draft).opened_on < later


def test_while_the_database_is_locked_nothing_is_saved_and_the_page_says_so(locked):
    locked.submit(full_title="Typed for an hour")
    assert locked.status == 503
    assert locked.heading == "We cannot save or open agreements at the moment"
    assert "Typed for an hour" in locked.text
    assert locked.response.headers["Retry-After"] == "30"


def test_reading_goes_on_while_another_writes(locked):
    assert locked.open("check").status == 200


def test_saving_works_again_without_a_restart(impatient, draft, settings):
    draft.open("sections/about")
    other = sqlite3.connect(settings.database.database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    draft.submit(full_title="First")
    other.close()
    draft.open("sections/about").submit(full_title="Second")
    assert draft.open("sections/about").value("full_title") == "Second"


def test_a_save_that_fails_half_way_leaves_nothing_behind(draft, monkeypatch):
    def broken(*_arguments):
        raise OSError("disk full")

    draft.open("sections/about")
    monkeypatch.setattr("service.storage.drafts._check_size", broken)
    draft.submit(full_title="Half")
    assert draft.status == 500
    monkeypatch.undo()
    assert draft.open("sections/about").value("full_title") == ""


SESSION = """
import logging, sys
from pathlib import Path
from service.app import create_app
from service.logs import configure_logs
from service.settings import Settings
from service.storage import drafts
from tests.service.browsing import Browser

def with_the_answer(_stored, posted):
    raise ValueError(f"cannot take {posted[0].typed}")

configure_logs("info")
app = create_app(Settings(Path(sys.argv[1]), ("localhost",), False, 0, "info", "k" * 40))
draft = Browser(app).begin()
draft.open(draft.link)
draft.open("sections/about").submit(full_title="Secret title")
drafts.merge = with_the_answer
draft.open("sections/about").submit(full_title="Another secret")
logging.getLogger("some.library").warning("of a library: %s", "words")
print(draft.draft, draft.link.rsplit("/", 1)[1])
"""


@pytest.fixture(scope="module")
def session(tmp_path_factory):
    """A short session in a process of its own, so that its logs are those of a server."""
    folder = str(tmp_path_factory.mktemp("session"))
    return subprocess.run([sys.executable, "-c", SESSION, folder], capture_output=True, text=True, check=True)


def test_logs_hold_neither_answers_nor_tokens_nor_ids_of_drafts(session):
    assert "/resume/<token>" in session.stderr
    assert '"kind": "ValueError"' in session.stderr
    for secret in (*session.stdout.split(), "ecret"):
        assert secret not in session.stderr


def test_every_line_of_the_logs_can_be_read_by_a_machine(session):
    lines = [json.loads(line) for line in session.stderr.splitlines()]
    assert {"request", "fault", "of a library: words"} <= {line["event"] for line in lines}
    assert all(line["level"] and line["timestamp"] for line in lines)
