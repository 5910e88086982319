"""The real servers, started as hosts start them, in processes of their own; and somebody who uses them."""

import http.client
import http.cookiejar
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

from lxml import html

SERVERS = {"waitress": ("service", "--port={port}"), "gunicorn": ("gunicorn", "--bind=127.0.0.1:{port}")}
_CHECKOUT = Path(__file__).parent.parent
_PATIENCE = 30


def free_port() -> int:
    """A port of this machine that nobody uses at the moment."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


def serve(
    port: int, folder: Path, database: str = "", server: str = "waitress", said: Path | None = None, **settings: str
) -> "subprocess.Popen[bytes]":
    """Start a server, and wait until it listens. What it says goes into a file if one is named."""
    with (said or Path(os.devnull)).open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", *(part.format(port=port) for part in SERVERS[server])],
            cwd=_CHECKOUT,
            env={
                **os.environ,
                "AGREEMENTS_FOLDER": str(folder),
                "AGREEMENTS_DATABASE": database,
                "AGREEMENTS_LOG_LEVEL": "error",
                **settings,
            },
            stdout=out,
            stderr=out if said else None,
        )
    until = time.monotonic() + _PATIENCE
    while not _listens(port):
        assert process.poll() is None
        assert time.monotonic() < until
        time.sleep(0.05)
    return process


def _listens(port: int) -> bool:
    with socket.socket() as somebody:
        return somebody.connect_ex(("127.0.0.1", port)) == 0


class _Staying(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_arguments):
        return None


class Client:
    """Begins a draft, and then saves its title, as a browser would."""

    def __init__(self, address):
        cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self.opener = urllib.request.build_opener(cookies)
        self.stays = urllib.request.build_opener(cookies, _Staying)
        self.address = address
        self.link_page = self.post(f"{address}/drafts", self.form(f"{address}/"))
        self.page = self.link_page.removesuffix("links/new") + "sections/about"
        self.confirmed = -1

    def open(self, page):
        """What a page holds."""
        with self.opener.open(page, timeout=_PATIENCE) as answer:
            tree: html.HtmlElement = html.fromstring(answer.read())
        return tree

    def form(self, page):
        """The fields of the first form of a page that is posted, as they are."""
        return dict(next(form for form in self.open(page).forms if form.method == "POST").form_values())

    def post(self, page, fields):
        """Send a form, and give the address it leads to."""
        with self.opener.open(page, urllib.parse.urlencode(fields).encode(), timeout=_PATIENCE) as answer:
            return answer.url

    def save(self, title):
        """Put in another title."""
        return self.post(self.page, {**self.form(self.page), "full_title": title})

    def answer_to(self, page, fields=None):
        """How the server answers this one request, whatever it says: its status, and where it leads."""
        try:
            with self.stays.open(page, fields and urllib.parse.urlencode(fields).encode(), timeout=_PATIENCE) as answer:
                return answer.status, ""
        except urllib.error.HTTPError as answer:
            with answer:
                return answer.status, answer.headers.get("Location", "")

    def save_until_nobody_answers(self):
        """Save one number after the other, and remember the last that was confirmed."""
        for number in range(10_000):
            try:
                self.save(str(number))
            except urllib.error.HTTPError:  # it answers, and refuses: that is no death
                raise
            except (OSError, http.client.HTTPException):  # the second where it dies in the middle of an answer
                return
            self.confirmed = number
