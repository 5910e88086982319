"""The database: its safety settings, its migrations, its shape."""

import sqlite3
import stat
from datetime import UTC

import pytest
from alembic.autogenerate import compare_metadata
from flask import current_app
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from service.app import create_app
from service.settings import SettingsError
from service.storage import engine
from service.storage.engine import db, migrate, writing
from service.storage.models import Answer, Base, Draft


def _pragma(app, name):
    with app.app_context(), db.engine.connect() as connection:
        return connection.execute(text(f"PRAGMA {name}")).scalar_one()


@pytest.mark.parametrize(
    ("name", "value"), [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("busy_timeout", 5000)]
)
def test_each_connection_is_opened_safely(app, name, value):
    assert _pragma(app, name) == value


def test_a_database_that_does_not_keep_saves_safe_is_refused(app, monkeypatch):
    monkeypatch.setattr(engine, "_FULL", 3)
    with pytest.raises(SettingsError):
        migrate(app)


def test_the_migrations_make_what_the_models_say(app):
    with app.app_context():
        context = current_app.extensions["alembic"].migration_context
        assert compare_metadata(context, Base.metadata) == []


def test_starting_again_keeps_every_draft(app, draft, settings):
    draft.open("sections/about").submit(full_title="Kept")
    again = create_app(settings)
    with again.app_context():
        assert db.session.query(Answer).filter_by(path="about.full_title").one().typed == "Kept"
        db.engine.dispose()


def test_a_migration_that_fails_leaves_nothing_half_done(app, settings):
    with app.app_context():
        alembic = current_app.extensions["alembic"]
        alembic.downgrade("base")
    with app.app_context(), pytest.raises(ZeroDivisionError):
        alembic.run_migrations(lambda *_: _failing_steps(alembic))
    tables = _tables(settings)
    assert "drafts" not in tables
    migrate(app)
    assert "drafts" in _tables(settings)


def _failing_steps(alembic):
    steps = alembic.script_directory._upgrade_revs("head", "base")
    first = steps[0]
    inner = first.migration_fn

    def failing(**options):
        inner(**options)
        raise ZeroDivisionError

    first.migration_fn = failing
    return steps


def _tables(settings):
    connection = sqlite3.connect(settings.database)
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    connection.close()
    return names


def test_every_constraint_has_a_name_so_that_it_can_be_changed_later(app, settings):
    connection = sqlite3.connect(settings.database)
    made = [sql for (sql,) in connection.execute("SELECT sql FROM sqlite_master WHERE name IN ('answers', 'links')")]
    connection.close()
    for sql in made:
        assert sql.count("CONSTRAINT") == sql.count("PRIMARY KEY") + sql.count("FOREIGN KEY") + sql.count("UNIQUE")


def test_what_belongs_to_a_draft_goes_with_it(app, example):
    with app.app_context():
        with writing() as session:
            session.delete(session.get(Draft, example.draft))
        for table in ("answers", "links", "list_rows"):
            assert db.session.execute(text(f"SELECT count(*) FROM {table}")).scalar_one() == 0  # noqa: S608


def test_moments_are_read_with_their_zone(app, draft):
    with app.app_context():
        assert db.session.get_one(Draft, draft.draft).begun_at.tzinfo is UTC


def test_writers_take_turns_from_the_beginning(app, draft, settings, monkeypatch):
    monkeypatch.setattr(engine, "BUSY_MILLISECONDS", 50)
    with app.app_context(), writing() as session:
        session.execute(text("SELECT 1"))
        other = sqlite3.connect(settings.database, timeout=0.05, isolation_level=None)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        other.close()


def test_nobody_else_on_the_machine_can_read_the_database(app, settings):
    assert stat.S_IMODE(settings.database.stat().st_mode) == 0o600


def test_an_error_of_the_database_does_not_repeat_the_answer(app, draft):
    def add_answer_of_nobody():
        with writing() as session:
            session.add(Answer(draft_id="nobody", path="a.b", typed="Secret"))

    with app.app_context(), pytest.raises(IntegrityError) as caught:
        add_answer_of_nobody()
    assert "Secret" not in str(caught.value)
