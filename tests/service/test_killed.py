"""The server is killed in the middle of its work: what it had confirmed is there when it is started again."""

import random
import signal
import threading
import time

from sqlalchemy import create_engine, text

from tests.serving import Client, free_port, serve

DATABASES = ("sqlite", "postgresql")
ROUNDS = 6


def test_what_was_confirmed_survives_a_killed_server(settings):
    chance = random.Random(7)
    port = free_port()
    for _round in range(ROUNDS):
        server = serve(port, settings.folder, settings.database_address)
        client = Client(f"http://127.0.0.1:{port}")
        at_work = threading.Thread(target=client.save_until_nobody_answers)
        at_work.start()
        while client.confirmed < 0 and at_work.is_alive():
            time.sleep(0.01)
        at_work.join(chance.uniform(0.0, 0.9))
        server.send_signal(signal.SIGKILL)
        server.wait()
        at_work.join()
        _check(settings.database, client)


def _check(database, client):
    draft = client.page.split("/")[4]
    engine = create_engine(database)
    with engine.connect() as connection:
        if database.get_backend_name() == "sqlite":
            assert connection.execute(text("PRAGMA integrity_check")).scalar_one() == "ok"
        wanted = text("SELECT typed FROM answers WHERE draft_id = :draft AND path = 'about.full_title'")
        found = connection.execute(wanted, {"draft": draft}).scalar()
    engine.dispose()
    stored = int(str(found).strip('"')) if found else -1
    assert client.confirmed >= 0  # it was killed at its work
    assert client.confirmed <= stored <= client.confirmed + 1
