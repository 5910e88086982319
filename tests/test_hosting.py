"""What docs/hosting.md says and brings along agrees with the program."""

import re
from configparser import RawConfigParser
from pathlib import Path

import pytest

from service.security import MOST_UPLOADED
from service.serving import GRACE_SECONDS
from service.settings import EXPECTED, read_settings

DOCS = Path(__file__).parent.parent / "docs"


@pytest.fixture
def unit():
    """The service of systemd."""
    parser = RawConfigParser()
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(DOCS / "hosting/agreements.service")
    return parser["Service"]


def test_every_setting_is_in_the_table_for_hosts():
    told = re.findall(r"^\| `([A-Z_`, ]+)` \|", (DOCS / "hosting.md").read_text("utf-8"), re.MULTILINE)
    assert sorted(name for names in told for name in names.split("`, `")) == sorted(EXPECTED)


def test_the_settings_for_hosts_can_be_used(monkeypatch, tmp_path):
    lines = (DOCS / "hosting/agreements.env").read_text("utf-8").split()
    for name, value in (line.split("=") for line in lines):
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("AGREEMENTS_FOLDER", str(tmp_path))
    settings = read_settings()
    assert (settings.is_behind_tls, settings.proxies) == (True, 1)


def test_systemd_waits_until_the_server_has_finished(unit):
    assert int(unit["TimeoutStopSec"]) > GRACE_SECONDS
    assert unit["KillMode"] == "mixed"


def test_systemd_keeps_the_folder_that_the_settings_name(unit):
    folder = f"AGREEMENTS_FOLDER=/var/lib/{unit['StateDirectory']}"
    assert folder in (DOCS / "hosting/agreements.env").read_text("utf-8").split()


def test_nginx_takes_what_the_wizard_takes_and_logs_no_address():
    nginx = (DOCS / "hosting/nginx.conf").read_text("utf-8")
    (most,) = re.findall(r"client_max_body_size (\d+)m;", nginx)
    assert int(most) * 1024 * 1024 > MOST_UPLOADED
    (form,) = re.findall(r"log_format agreements '([^']*)'", nginx)
    assert not {"$request", "$request_uri", "$uri", "$http_referer", "$args"} & set(re.findall(r"\$\w+", form))
    for server in nginx.split("\nserver {")[1:]:
        assert "access_log /var/log/nginx/agreements.log agreements;" in server
        assert re.search(r"error_log \S+ crit;", server)
