"""SQLite, the default: one file that only this user may read, and saves that survive a power cut."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, event, text

from service.settings import SettingsError

BUSY_MILLISECONDS = 5_000
"""How long a writer waits for another before it gives up."""
WRITING: Mapping[str, Any] = {"is_writing": True}
"""What a transaction that writes asks of its connection: see `_begin`."""
_FULL = 2


def engine_options(url: URL) -> dict[str, Any]:
    """Make the file, and give what the engine is opened with. Raises SettingsError when the file cannot be made."""
    file = Path(url.database or "")
    try:
        file.touch(mode=0o600)
    except OSError as error:
        raise SettingsError(f"The database {file} cannot be written: {error.strerror}.") from error
    return {"url": url}


def listen(engine: Engine) -> None:
    """Open each connection with the settings that keep saves safe."""
    event.listen(engine, "connect", _open)
    event.listen(engine, "begin", _begin)


def check_durable(connection: Connection) -> None:
    """Raise SettingsError when the database does not keep saves safe."""
    synchronous = connection.execute(text("PRAGMA synchronous")).scalar_one()
    journal = connection.execute(text("PRAGMA journal_mode")).scalar_one()
    if synchronous < _FULL or journal != "wal":
        raise SettingsError("The database cannot be written safely on this disk. Choose another AGREEMENTS_FOLDER.")


def begin_alone(connection: Connection, milliseconds: int) -> None:
    """Begin a transaction in which nobody else writes, and wait so long for another that does.

    What points to a table is let alone meanwhile: where SQLite has to make it anew, it would go with the old one.
    """
    connection.execution_options(**WRITING)
    for setting in (f"busy_timeout = {milliseconds}", "foreign_keys = OFF"):
        connection.connection.cursor().execute(f"PRAGMA {setting}")
    connection.begin()


def leave_no_trace(connection: Connection) -> None:
    """Write the journal into the file, and empty it. Deleted rows are overwritten in the file: see `_open`."""
    connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def _open(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # sqlite3 must not begin transactions by itself: `_begin` does
    for setting in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        "secure_delete = ON",
        f"busy_timeout = {BUSY_MILLISECONDS}",
    ):
        connection.execute(f"PRAGMA {setting}")


def _begin(connection: Connection) -> None:
    is_writing = connection.get_execution_options().get("is_writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")
