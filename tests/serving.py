"""The real server, started as `make run` starts it, in a process of its own."""

import os
import socket
import subprocess
import sys
from pathlib import Path


def free_port() -> int:
    """A port of this machine that nobody uses at the moment."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


def serve(port: int, folder: Path, database: str = "") -> "subprocess.Popen[str]":
    """Start the server, and wait until it says where it is."""
    server = subprocess.Popen(
        [sys.executable, "-m", "service", "--port", str(port)],
        env={
            **os.environ,
            "AGREEMENTS_FOLDER": str(folder),
            "AGREEMENTS_DATABASE": database,
            "AGREEMENTS_LOG_LEVEL": "error",
        },
        stdout=subprocess.PIPE,
        text=True,
    )
    assert server.stdout
    with server.stdout:
        said = server.stdout.readline()
    assert f"http://127.0.0.1:{port}" in said, said
    return server
