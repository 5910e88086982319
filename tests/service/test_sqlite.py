"""SQLite: its safety settings, and its file."""

import sqlite3
import stat
from pathlib import Path

import pytest
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from flask import current_app
from sqlalchemy import Column, String, text

from service.settings import SettingsError
from service.storage import sqlite
from service.storage.engine import db, migrate, writing


def _pragma(app, name):
    with app.app_context(), db.engine.connect() as connection:
        return connection.execute(text(f"PRAGMA {name}")).scalar_one()


@pytest.mark.parametrize(
    ("name", "value"), [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("busy_timeout", 5000)]
)
def test_each_connection_is_opened_safely(app, name, value):
    assert _pragma(app, name) == value


def test_a_database_that_does_not_keep_saves_safe_is_refused(app, monkeypatch):
    monkeypatch.setattr(sqlite, "_FULL", 3)
    with pytest.raises(SettingsError):
        migrate(app)


def test_a_migration_may_make_a_table_anew_that_others_point_to(app, draft):
    draft.open("sections/about").submit(full_title="Kept")
    with app.app_context(), db.engine.connect() as connection:
        sqlite.begin_alone(connection, 1000)
        operations = Operations(MigrationContext.configure(connection))
        with operations.batch_alter_table("drafts", recreate="always") as drafts:
            drafts.add_column(Column("more", String))
        connection.commit()
        kept = text("SELECT typed FROM answers WHERE path = 'about.full_title'")
        assert connection.execute(kept).scalar() == '"Kept"'
        connection.invalidate()


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
    connection = sqlite3.connect(settings.database.database)
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    connection.close()
    return names


def test_every_constraint_has_a_name_so_that_it_can_be_changed_later(app, settings):
    connection = sqlite3.connect(settings.database.database)
    made = [sql for (sql,) in connection.execute("SELECT sql FROM sqlite_master WHERE name IN ('answers', 'links')")]
    connection.close()
    for sql in made:
        assert sql.count("CONSTRAINT") == sql.count("PRIMARY KEY") + sql.count("FOREIGN KEY") + sql.count("UNIQUE")


def test_writers_take_turns_from_the_beginning(app, draft, settings):
    with app.app_context(), writing():
        other = sqlite3.connect(settings.database.database, timeout=0.05, isolation_level=None)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        other.close()


def test_nobody_else_on_the_machine_can_read_the_database(app, settings):
    assert stat.S_IMODE(Path(settings.database.database).stat().st_mode) == 0o600
