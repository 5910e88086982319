"""A PostgreSQL server of the tests' own: in a folder of its own, reached by a socket in it, and gone afterwards."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg

USER = "agreements"
_LIES_ELSEWHERE = ("usr/lib/postgresql/*/bin", "opt/homebrew/opt/postgresql*/bin")
_ACCOUNT = "postgres"
"""Who the server runs as where the tests run as root, whom it refuses. Its package makes this account."""


class Server:
    """A running server. Each test has a database of its own in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._numbers = count()

    def new_database(self) -> str:
        """The address of a new, empty database."""
        name = f"test_{next(self._numbers)}"
        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        return self.address(name)

    def address(self, name: str) -> str:
        """The address of a database of this server."""
        return f"postgresql://{USER}@/{name}?host={self.folder}"


@contextmanager
def server() -> Iterator[Server]:
    """Start a server, and stop it at the end. It keeps saves safe, as a host's would."""
    with tempfile.TemporaryDirectory(prefix="pg", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        if os.geteuid() == 0:
            shutil.chown(folder, _ACCOUNT)
        data = folder / "data"
        _run("initdb", "--pgdata", data, "--username", USER, "--auth", "trust", "--no-sync", "--encoding", "UTF8")
        options = f"-c listen_addresses= -c unix_socket_directories={folder} -c shared_buffers=16MB"
        _run("pg_ctl", "start", "--wait", "--pgdata", data, "--log", folder / "log", "--options", options)
        try:
            yield Server(folder)
        finally:
            _run("pg_ctl", "stop", "--pgdata", data, "--mode", "immediate")


def _run(program: str, *arguments: str | Path) -> None:
    as_whom = ["setpriv", f"--reuid={_ACCOUNT}", f"--regid={_ACCOUNT}", "--clear-groups"] if os.geteuid() == 0 else []
    subprocess.run([*as_whom, _found(program), *arguments], check=True, stdout=subprocess.DEVNULL, cwd="/", timeout=60)


def _found(program: str) -> str:
    elsewhere = [folder / program for pattern in _LIES_ELSEWHERE for folder in sorted(Path("/").glob(pattern))]
    return shutil.which(program) or str(next(one for one in reversed(elsewhere) if one.exists()))
