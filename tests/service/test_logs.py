"""What is logged, by both servers, when everything that may hold a secret is sent to them: none of it."""

import json
import shutil
import signal
import socket
import sqlite3
import time
from contextlib import closing

import pytest

from agreements import resources
from tests.serving import SERVERS, Client, free_port, serve

MARK = "planted-mark"


def _broken_pages(folder):
    """The templates, with a page of errors that cannot be made itself."""
    shutil.copytree(resources.templates(), folder)
    (folder / "pages/error.html").write_text("{{ typed + 1 // 0 }}")
    return str(folder)


def _say(port, *lines, waits=True):
    """Send what no browser would, and go when the server has answered, or before."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as somebody:
        somebody.sendall("\r\n".join([*lines, "", ""]).encode())
        if waits:
            somebody.recv(1000)


def _use(client, port):
    """Answers, names of links, tokens, queries, headers; also where there is a fault of ours."""
    client.save(f"Title {MARK}")
    token = client.open(client.link_page).get_element_by_id("private-link").value.rsplit("/", 1)[1]
    links = client.link_page.removesuffix("/new")
    client.post(links, {**client.form(links), "name": f"Ann {MARK}", "may": "view", "partner": "", "days": ""})
    mark = f"{MARK}?{MARK}={MARK}"
    seen = [
        client.answer_to(f"{client.address}/{path}")[0]
        for path in (f"?{MARK}", f"resume/{mark}", f"resume/{token}?{MARK}", f"{mark}", f"drafts/{mark}/")
    ]
    seen.append(client.answer_to(client.page, {"full_title": MARK})[0])
    _say(port, f"GET /resume/{MARK} HTTP/9.9")
    _say(port, f"GET /resume/{MARK} HTTP/1.1", f"Host: {MARK}", f"Cookie: agreements={MARK}")
    _say(port, f"GET /resume/{MARK} HTTP/1.1", "Host: localhost", f"Co okie: {MARK}")
    _say(port, f"GET /resume/{MARK} HTTP/1.1", "Host: localhost", f"X: {MARK * 10_000}")
    _say(port, f"{MARK} /{MARK}")
    _say(port, f"GET /resume/{MARK} HTTP/1.1", "Host: localhost", waits=False)
    _say(port, f"POST /drafts?{MARK} HTTP/1.1", "Host: localhost", "Content-Length: 100", "", MARK, waits=False)
    return token, seen


def _spoil(database):
    """Whoever reads the draft now finds a fault of ours, with an answer in its message."""
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("UPDATE answers SET typed = ?", [f'"{MARK}'])


@pytest.mark.parametrize("pages", ["pages of errors", "no page of errors"])
@pytest.mark.parametrize("server", SERVERS)
def test_no_log_holds_an_answer_a_name_a_token_an_id_or_a_query(settings, tmp_path, server, pages):
    port, said = free_port(), tmp_path / "said"
    others = {"AGREEMENTS_TEMPLATES": _broken_pages(tmp_path / "templates")} if pages == "no page of errors" else {}
    process = serve(port, settings.folder, server=server, said=said, AGREEMENTS_LOG_LEVEL="debug", **others)
    client = Client(f"http://127.0.0.1:{port}")
    token, seen = _use(client, port)
    _spoil(settings.database.database)
    seen.append(client.answer_to(client.page)[0])
    time.sleep(0.2)
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=10) == 0
    log = said.read_text()
    secrets = (MARK, token, client.link_page.split("/")[4])
    assert [line for line in log.splitlines() if any(secret in line for secret in secrets)] == []
    assert seen[:2] == [200, 500 if others else 404]
    assert seen[-1] == 500
    told = [json.loads(line) for line in log.splitlines() if line.startswith("{")]
    assert {"request", "fault"} <= {line["event"] for line in told}
    assert {"/resume/<token>", "/drafts/<draft>/sections/<section>"} <= {line.get("rule") for line in told}


def test_health_is_logged_only_when_something_is_wrong(settings, tmp_path):
    port, said = free_port(), tmp_path / "said"
    process = serve(port, settings.folder, said=said, AGREEMENTS_LOG_LEVEL="info")
    client = Client(f"http://127.0.0.1:{port}")
    assert client.answer_to(f"{client.address}/healthz")[0] == 200
    assert "/healthz" not in said.read_text()
    with closing(sqlite3.connect(settings.database.database)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = 'a1'")
    assert client.answer_to(f"{client.address}/healthz")[0] == 503
    assert "/healthz" in said.read_text()
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=10) == 0
