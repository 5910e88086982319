"""Both servers, told to stop: what is being saved is finished, and its answer arrives."""

import http.client
import signal
import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager

import pytest

from service.serving import GRACE_SECONDS, THREADS
from tests.serving import SERVERS, Client, free_port, serve


@contextmanager
def held(settings):
    """Meanwhile every save waits."""
    with closing(sqlite3.connect(settings.database.database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


def _found(settings, query):
    with closing(sqlite3.connect(settings.database.database)) as connection:
        return connection.execute(query).fetchone()[0]


@pytest.mark.parametrize("server", SERVERS)
def test_a_server_that_is_told_to_stop_finishes_what_is_being_saved_and_what_waits_its_turn(settings, server):
    port = free_port()
    process = serve(port, settings.folder, server=server)
    client = Client(f"http://127.0.0.1:{port}")
    title = {**client.form(client.page), "full_title": "Saved at the last moment"}
    begin = client.form(f"{client.address}/")
    idle = http.client.HTTPConnection("127.0.0.1", port)  # a browser that keeps its connection does not hold it up
    idle.request("GET", "/words")
    idle.getresponse().read()
    with ThreadPoolExecutor(2 * THREADS) as people:
        with held(settings):
            saved = people.submit(client.answer_to, client.page, title)
            begun = [people.submit(client.answer_to, f"{client.address}/drafts", begin) for _number in range(THREADS)]
            time.sleep(0.7)  # all have arrived, and wait
            process.send_signal(signal.SIGTERM)
            time.sleep(0.7)
            assert process.poll() is None
        assert [one.result()[0] for one in (saved, *begun)] == [302] * (1 + THREADS)
    assert process.wait(timeout=GRACE_SECONDS / 3) == 0
    idle.close()
    assert _found(settings, "SELECT typed FROM answers WHERE path = 'about.full_title'") == '"Saved at the last moment"'
    assert _found(settings, "SELECT count(*) FROM drafts") == 1 + THREADS


@pytest.mark.parametrize("server", SERVERS)
def test_a_server_that_has_nothing_to_do_does_not_wait(settings, server):
    process = serve(free_port(), settings.folder, server=server)
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=GRACE_SECONDS / 3) == 0
