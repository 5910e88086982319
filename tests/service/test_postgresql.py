"""PostgreSQL: what it is asked for, and what is said when it cannot be used."""

from dataclasses import replace

import psycopg
import pytest
from sqlalchemy import text

from service.app import create_app
from service.settings import SettingsError
from service.storage import postgresql
from service.storage.engine import db, writing

DATABASES = ("postgresql",)


def _shown(name):
    return db.session.execute(text(f"SHOW {name}")).scalar_one()


def test_a_save_is_on_the_disk_before_it_is_confirmed(app):
    with app.app_context():
        assert (_shown("synchronous_commit"), _shown("fsync")) == ("on", "on")


def test_a_server_that_does_not_keep_saves_safe_is_refused(app, monkeypatch):
    with app.app_context(), db.engine.connect() as connection:
        connection.execute(text("CREATE TABLE kept (fsync text)"))
        connection.execute(text("INSERT INTO kept VALUES ('off')"))
        monkeypatch.setattr(postgresql, "text", lambda _question: text("SELECT fsync FROM kept"))
        with pytest.raises(SettingsError, match="fsync must be on"):
            postgresql.check_durable(connection)


def test_what_one_page_reads_is_of_one_moment(app):
    with app.app_context():
        assert _shown("transaction_isolation") == "repeatable read"


def test_what_is_written_sees_the_newest(app, draft):
    with app.app_context(), writing(draft.draft) as session:
        assert session.execute(text("SHOW transaction_isolation")).scalar_one() == "read committed"


def test_two_people_write_one_draft_in_turns(app, draft, settings, monkeypatch):
    with app.app_context(), writing(draft.draft):
        other = psycopg.connect(settings.database_address, options="-c lock_timeout=50")
        with other, pytest.raises(psycopg.errors.LockNotAvailable):
            other.execute("SELECT id FROM drafts FOR UPDATE")


def test_writing_one_draft_holds_up_no_other(app, visitor, settings):
    first, second = visitor.begin().draft, visitor.begin().draft
    with app.app_context(), writing(first):
        with psycopg.connect(settings.database_address, options="-c lock_timeout=50") as other:
            found = other.execute("SELECT id FROM drafts WHERE id = %s FOR UPDATE", [second]).fetchone()
        assert found == (second,)


def test_a_database_that_cannot_be_reached_is_said_in_a_sentence_without_its_password(settings, tmp_path):
    address = f"postgresql://somebody:secret-word@/nowhere?host={tmp_path}"
    with pytest.raises(SettingsError, match="The database cannot be used") as caught:
        create_app(replace(settings, database_address=address))
    assert "secret-word" not in str(caught.value)


def test_without_the_program_that_speaks_to_it_we_say_what_to_install(settings, monkeypatch):
    monkeypatch.setattr(postgresql, "find_spec", lambda _name: None)
    with pytest.raises(SettingsError, match=r"partnership-agreements\[postgresql\]"):
        create_app(settings)
