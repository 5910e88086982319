"""What our servers have in common, and waitress with an end that breaks off nothing."""

import signal
import time
from typing import Any

from flask import Flask
from waitress import wasyncore
from waitress.channel import HTTPChannel
from waitress.server import TcpWSGIServer

THREADS = 8
"""Requests worked on at once. Papers are made in processes of their own, so threads mostly wait."""
GRACE_SECONDS = 30
"""How long a server that is told to stop goes on with what has come in. A save waits 5 seconds at most for another."""
MOST_BYTES = 16 * 1024 * 1024
"""The application itself refuses anything over 1 MB, with a page that says so; far larger bodies are not even read."""
_STEP_SECONDS = 1


class Waitress:
    """Serves at a local port until it is told to stop, and then finishes what has come in.

    Waitress alone stops at once when it is terminated: a save may be half done, and its answer never arrives.
    """

    def __init__(self, app: Flask, port: int) -> None:
        """Take the port. Raises OSError when it cannot be had."""
        self._map: dict[int, Any] = {}
        self._is_told_to_stop = False
        self._server = TcpWSGIServer(
            app,
            map=self._map,
            host="127.0.0.1",
            port=port,
            threads=THREADS,
            max_request_body_size=MOST_BYTES,
            ident=None,
        )

    def run(self) -> None:
        """Serve until SIGTERM or Ctrl+C. At a second signal it ends at once."""
        usual = {number: signal.signal(number, self._stop) for number in (signal.SIGTERM, signal.SIGINT)}
        while not self._is_told_to_stop:
            self._step()
        for number, handler in usual.items():
            signal.signal(number, handler)
        wasyncore.dispatcher.close(self._server)  # of the server alone: nobody new is let in
        end = time.monotonic() + GRACE_SECONDS
        while self._has_work() and time.monotonic() < end:
            self._step()
        self._server.task_dispatcher.shutdown()

    def _stop(self, *_signal: object) -> None:
        self._is_told_to_stop = True
        self._server.pull_trigger()

    def _step(self) -> None:
        wasyncore.loop(timeout=_STEP_SECONDS, map=self._map, count=1)

    def _has_work(self) -> bool:
        channels: dict[int, HTTPChannel] = self._server.active_channels  # type: ignore[assignment]  # typed amiss
        return any(_is_busy(channel) for channel in channels.values())


def _is_busy(channel: HTTPChannel) -> bool:
    """Whether a request is on its way in or worked on, or its answer is not out yet."""
    return bool(channel.request or channel.requests or channel.total_outbufs_len)
