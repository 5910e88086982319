"""The server is killed in the middle of its work: what it had confirmed is there when it is started again."""

import http.client
import http.cookiejar
import random
import signal
import threading
import urllib.parse
import urllib.request

from lxml import html
from sqlalchemy import create_engine, text

from tests.serving import free_port, serve

DATABASES = ("sqlite", "postgresql")
ROUNDS = 6


class Client:
    """Begins a draft, then saves one answer after the other for as long as somebody answers."""

    def __init__(self, address):
        cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self.opener = urllib.request.build_opener(cookies)
        self.address = address
        begun = self.post(f"{address}/drafts", self.form(f"{address}/"))
        self.page = begun.removesuffix("link") + "sections/about"
        self.confirmed = -1

    def form(self, page):
        with self.opener.open(page, timeout=10) as answer:
            tree: html.HtmlElement = html.fromstring(answer.read())
        return dict(next(form for form in tree.forms if form.method == "POST").form_values())

    def post(self, page, fields):
        with self.opener.open(page, urllib.parse.urlencode(fields).encode(), timeout=10) as answer:
            return answer.url

    def save_until_nobody_answers(self):
        for number in range(10_000):
            try:
                self.post(self.page, {**self.form(self.page), "full_title": str(number)})
            except (OSError, http.client.HTTPException):  # the second where it dies in the middle of an answer
                return
            self.confirmed = number


def test_what_was_confirmed_survives_a_killed_server(settings):
    chance = random.Random(7)
    port = free_port()
    for _round in range(ROUNDS):
        server = serve(port, settings.folder, settings.database_address)
        client = Client(f"http://127.0.0.1:{port}")
        at_work = threading.Thread(target=client.save_until_nobody_answers)
        at_work.start()
        at_work.join(chance.uniform(0.3, 1.2))
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
    assert client.confirmed <= stored <= client.confirmed + 1
