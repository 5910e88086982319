"""PostgreSQL, for hosts that have one already: chosen by AGREEMENTS_DATABASE.

What is read for one page is read as it stood at one moment. What is written sees the newest, and holds its draft.
"""

from collections.abc import Mapping
from importlib.util import find_spec
from typing import Any

from sqlalchemy import URL, Connection, Engine, text

from service.settings import SettingsError
from service.storage.models import Base

BUSY_MILLISECONDS = 5_000
"""How long a writer waits for another before it gives up."""
WRITING: Mapping[str, Any] = {"isolation_level": "READ COMMITTED"}
"""What a transaction that writes asks of its connection."""

_MIGRATING = 5_461_728_019
"""The lock of whoever makes the tables: any number that no other program takes in this database."""


def engine_options(url: URL) -> dict[str, Any]:
    """What the engine is opened with. Raises SettingsError when what speaks to PostgreSQL is not installed."""
    if find_spec("psycopg") is None:
        raise SettingsError("To use PostgreSQL, install psycopg too: pip install 'partnership-agreements[postgresql]'.")
    return {
        "url": url,
        "isolation_level": "REPEATABLE READ",
        "pool_pre_ping": True,  # the server may have been started anew
        "connect_args": {"options": f"-c lock_timeout={BUSY_MILLISECONDS} -c synchronous_commit=on"},
    }


def listen(_engine: Engine) -> None:
    """Nothing: the options of the connection say all."""


def begin_alone(connection: Connection, milliseconds: int) -> None:
    """Begin a transaction of which there is one at a time, and wait so long for another."""
    connection.execution_options(**WRITING)
    connection.exec_driver_sql(f"SET LOCAL lock_timeout = {milliseconds}")
    connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _MIGRATING})


def leave_no_trace(connection: Connection) -> None:
    """Free the rows that were deleted. The server's own journal forgets them as its settings say."""
    connection.exec_driver_sql(f"VACUUM {', '.join(Base.metadata.tables)}")


def check_durable(connection: Connection) -> None:
    """Raise SettingsError when the server does not keep saves safe."""
    if connection.execute(text("SHOW fsync")).scalar_one() != "on":
        raise SettingsError("The database does not keep saves safe: in PostgreSQL's settings, fsync must be on.")
