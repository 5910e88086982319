"""The database: how it is opened, brought up to date, and written to.

There are two kinds: SQLite in a file, and PostgreSQL. What they do differently is in the two modules of that name.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from flask import Flask, current_app
from flask_alembic import Alembic
from flask_sqlalchemy_lite import SQLAlchemy
from sqlalchemy import URL, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from service.settings import SettingsError
from service.storage import postgresql, sqlite
from service.storage.models import Base, Draft

KINDS = {"sqlite": sqlite, "postgresql": postgresql}
MIGRATIONS = str(Path(__file__).parent / "migrations")
MIGRATING_MILLISECONDS = 60_000
"""How long a process that starts waits for another that makes the tables."""

# Errors of the database name the values, which are people's answers: they are kept out.
db = SQLAlchemy(engine_options={"hide_parameters": True})


def init_database(app: Flask, url: URL) -> None:
    """Give the application its database. The tables are made by `migrate`.

    Raises SettingsError when a file for it cannot be made.
    """
    kind = KINDS[url.get_backend_name()]
    app.config["SQLALCHEMY_ENGINES"] = {"default": kind.engine_options(url)}
    app.config["ALEMBIC"] = {"script_location": MIGRATIONS}
    app.config["ALEMBIC_CONTEXT"] = {"render_as_batch": True, "transactional_ddl": True}
    db.init_app(app)
    Alembic(app, metadatas=Base.metadata, run_mkdir=False)
    with app.app_context():
        kind.listen(db.engine)


def migrate(app: Flask) -> None:
    """Make the tables, or bring older ones up to date, and check that what is saved survives a power cut.

    All of it is one transaction, and of several processes that start at once, the others wait for the first. No
    connection is left open, so that a server may divide into several processes afterwards.

    Raises SettingsError when the database cannot be reached, or does not keep saves safe.
    """
    with app.app_context():
        try:
            _upgrade()
        except OperationalError as error:
            raise SettingsError(f"The database cannot be used. It says: {error.orig}") from error
        except CommandError as error:  # a revision that this program does not know
            raise SettingsError(
                "The database was written by a newer version of this program. "
                "Install that version again, or restore the backup from before it."
            ) from error
        with db.engine.connect() as connection:
            KINDS[db.engine.dialect.name].check_durable(connection)
    with app.app_context():
        db.engine.dispose()


def _upgrade() -> None:
    alembic = current_app.extensions["alembic"]
    KINDS[db.engine.dialect.name].begin_alone(alembic.migration_context.connection, MIGRATING_MILLISECONDS)
    alembic.upgrade()


def is_newest() -> bool:
    """Whether the tables are those that this version of the program knows."""
    found = MigrationContext.configure(db.session.connection()).get_current_heads()
    return set(found) == _newest()


@cache
def _newest() -> set[str]:
    return set(ScriptDirectory(MIGRATIONS, version_locations=[MIGRATIONS]).get_heads())


def leave_no_trace() -> None:
    """Make the database forget what was deleted, as far as it can: the journal and dead rows still hold it."""
    db.session.rollback()
    with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        KINDS[db.engine.dialect.name].leave_no_trace(connection)


@contextmanager
def writing(draft_id: str = "") -> Iterator[Session]:
    """A session in which nobody else writes to this draft from its beginning: what it reads is still so when it writes.

    On SQLite nobody else writes to any. Commits at the end, or undoes everything on an error.
    """
    session = db.session
    session.rollback()
    session.connection(execution_options=KINDS[db.engine.dialect.name].WRITING)
    try:
        if draft_id:
            session.execute(select(Draft.id).where(Draft.id == draft_id).with_for_update())
        yield session
        session.commit()
    except BaseException:
        session.rollback()
        raise
