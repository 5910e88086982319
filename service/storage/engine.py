"""The database: how it is opened, brought up to date, and written to."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from flask import Flask, current_app
from flask_alembic import Alembic
from flask_sqlalchemy_lite import SQLAlchemy
from sqlalchemy import Connection, event, text
from sqlalchemy.orm import Session

from service.settings import SettingsError
from service.storage.models import Base

BUSY_MILLISECONDS = 5_000
"""How long a writer waits for another before it gives up."""
_FULL = 2

# Errors of the database name the values, which are people's answers: they are kept out.
db = SQLAlchemy(engine_options={"hide_parameters": True})


def init_database(app: Flask, file: Path) -> None:
    """Give the application its database, in a file that others may not read. The tables are made by `migrate`.

    Raises SettingsError when the file cannot be made.
    """
    try:
        file.touch(mode=0o600)
    except OSError as error:
        raise SettingsError(f"The database {file} cannot be written: {error.strerror}.") from error
    app.config["SQLALCHEMY_ENGINES"] = {"default": f"sqlite:///{file}"}
    app.config["ALEMBIC"] = {"script_location": str(Path(__file__).parent / "migrations")}
    app.config["ALEMBIC_CONTEXT"] = {"render_as_batch": True}
    db.init_app(app)
    Alembic(app, metadatas=Base.metadata, run_mkdir=False)
    with app.app_context():
        event.listen(db.engine, "connect", _open)
        event.listen(db.engine, "begin", _begin)


def migrate(app: Flask) -> None:
    """Make the tables, or bring older ones up to date, and check that what is saved survives a power cut.

    Raises SettingsError when the database does not keep saves safe.
    """
    with app.app_context():
        current_app.extensions["alembic"].upgrade()
        with db.engine.connect() as connection:
            _check_durable(connection)


@contextmanager
def writing() -> Iterator[Session]:
    """A session that holds the right to write from its beginning, so that what it reads is still so when it writes.

    Commits at the end, or undoes everything on an error.
    """
    session = db.session
    session.rollback()
    session.connection(execution_options={"is_writing": True})
    try:
        yield session
        session.commit()
    except BaseException:
        session.rollback()
        raise


def _open(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # sqlite3 must not begin transactions by itself: `_begin` does
    for setting in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        f"busy_timeout = {current_app.config.get('BUSY_MILLISECONDS', BUSY_MILLISECONDS)}",
    ):
        connection.execute(f"PRAGMA {setting}")


def _begin(connection: Connection) -> None:
    is_writing = connection.get_execution_options().get("is_writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")


def _check_durable(connection: Connection) -> None:
    synchronous = connection.execute(text("PRAGMA synchronous")).scalar_one()
    journal = connection.execute(text("PRAGMA journal_mode")).scalar_one()
    if synchronous < _FULL or journal != "wal":
        raise SettingsError("The database cannot be written safely on this disk. Choose another AGREEMENTS_FOLDER.")
