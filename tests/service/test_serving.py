"""Both servers, told to stop: what is being saved is finished, and its answer arrives."""

import http.client
import signal
import sqlite3
import threading
import time
from contextlib import contextmanager

import pytest

from tests.serving import SERVERS, Client, free_port, serve


@contextmanager
def held(settings):
    """Meanwhile every save waits."""
    other = sqlite3.connect(settings.database.database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.close()


def _title(settings):
    connection = sqlite3.connect(settings.database.database)
    try:
        return connection.execute("SELECT typed FROM answers WHERE path = 'about.full_title'").fetchone()
    finally:
        connection.close()


@pytest.mark.parametrize("server", SERVERS)
def test_a_server_that_is_told_to_stop_finishes_what_is_being_saved(settings, server):
    port = free_port()
    process = serve(port, settings.folder, server=server)
    client = Client(f"http://127.0.0.1:{port}")
    idle = http.client.HTTPConnection("127.0.0.1", port)  # a browser that keeps its connection does not hold it up
    idle.request("GET", "/words")
    idle.getresponse().read()
    form = {**client.form(client.page), "full_title": "Saved at the last moment"}
    answers = []
    with held(settings):
        saving = threading.Thread(target=lambda: answers.append(client.answer_to(client.page, form)))
        saving.start()
        time.sleep(0.7)  # it has arrived, and waits
        process.send_signal(signal.SIGTERM)
        time.sleep(0.7)
        assert process.poll() is None
    saving.join()
    assert process.wait(timeout=5) == 0
    idle.close()
    assert [status for status, _address in answers] == [302]
    assert _title(settings) == ('"Saved at the last moment"',)


@pytest.mark.parametrize("server", SERVERS)
def test_a_server_that_has_nothing_to_do_stops_at_once(settings, server):
    process = serve(free_port(), settings.folder, server=server)
    told = time.monotonic()
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=5) == 0
    assert time.monotonic() - told < 3
