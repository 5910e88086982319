"""Settings: sensible without any, and all faults at once."""

import os
import secrets
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from service.__main__ import serve
from service.settings import MailServer, SettingsError, read_settings

CHECKOUT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def empty_environment(monkeypatch, tmp_path):
    for name in os.environ:
        if name.startswith("AGREEMENTS_") or name == "SECRET_KEY":
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def test_without_any_setting_everything_is_right_for_one_person_on_one_machine(tmp_path):
    settings = read_settings()
    assert settings.folder == tmp_path / "var"
    assert settings.hosts == ("localhost", "127.0.0.1", "[::1]")
    assert not settings.is_behind_tls
    assert settings.proxies == 0


def test_the_key_is_made_once_and_kept_from_others(tmp_path):
    first, second = read_settings(), read_settings()
    assert first.secret_key == second.secret_key
    assert len(first.secret_key) >= 32
    assert stat.S_IMODE((tmp_path / "var/secret-key").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "var").stat().st_mode) == 0o700


def test_a_key_from_the_environment_is_used_and_not_written_down(monkeypatch, tmp_path):
    monkeypatch.setenv("SECRET_KEY", "s" * 32)
    assert read_settings().secret_key == "s" * 32
    assert not (tmp_path / "var/secret-key").exists()


def test_all_faults_are_said_at_once_with_what_to_write(monkeypatch):
    for name, value in {
        "AGREEMENTS_DATABASE": "mysql://somebody:secret-word@host/name",
        "AGREEMENTS_FOLDER": __file__,
        "AGREEMENTS_FONTS": "no/such/folder",
        "AGREEMENTS_HOSTS": "https://agreements.example.org/,",
        "AGREEMENTS_TLS": "perhaps",
        "AGREEMENTS_TSL": "yes",
        "AGREEMENTS_SECRET_KEY": "s" * 40,
        "AGREEMENTS_COLOUR": "green",
        "AGREEMENTS_PROXIES": "many",
        "AGREEMENTS_LOG_LEVEL": "loud",
        "AGREEMENTS_SMTP": "smtp://somebody:hidden-word@:25",
        "AGREEMENTS_CONTACT": "us\nand others",
        "SECRET_KEY": "short",
    }.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as caught:
        read_settings()
    lines = str(caught.value).splitlines()
    assert lines[1:] == [
        "  AGREEMENTS_COLOUR: There is no setting of this name.",
        "  AGREEMENTS_CONTACT: Write who runs this service and how to reach them, in up to 200 characters.",
        "  AGREEMENTS_DATABASE: Write postgresql://user:password@host/name, or leave it out.",
        f"  AGREEMENTS_FOLDER: The folder {__file__} cannot be made: File exists.",
        "  AGREEMENTS_FONTS: Write the name of a folder that is there, or leave it out.",
        "  AGREEMENTS_HOSTS: Write names of hosts, with commas between them, such as: agreements.example.org.",
        "  AGREEMENTS_LOG_LEVEL: Write debug, info, warning or error.",
        "  AGREEMENTS_MAIL_FROM: Write the address that messages come from, such as agreements@example.org.",
        "  AGREEMENTS_PROXIES: Write a whole number from 0 to 5.",
        "  AGREEMENTS_SECRET_KEY: There is no setting of this name. Did you mean SECRET_KEY?",
        "  AGREEMENTS_SMTP: Write smtp://user:password@host:port, or smtps:// and the same, or leave it out.",
        "  AGREEMENTS_TLS: Write yes or no.",
        "  AGREEMENTS_TSL: There is no setting of this name. Did you mean AGREEMENTS_TLS?",
        "  SECRET_KEY: Write 32 characters or more, or leave it out: one is then made and kept.",
    ]
    assert "short" not in lines[-1].split(":")[0]
    assert "secret-word" not in str(caught.value)
    assert "hidden-word" not in str(caught.value)


def test_a_key_that_another_process_makes_is_never_seen_half_made(monkeypatch, tmp_path):
    def faster(length):
        (tmp_path / "secret-key").write_text("f" * length)
        return "slower" * 8

    monkeypatch.setenv("AGREEMENTS_FOLDER", str(tmp_path))
    monkeypatch.setattr(secrets, "token_urlsafe", faster)
    assert read_settings().secret_key == "f" * 32
    assert [file.name for file in tmp_path.iterdir()] == ["secret-key"]


def test_a_file_that_holds_no_key_is_told(tmp_path, monkeypatch):
    monkeypatch.setenv("AGREEMENTS_FOLDER", str(tmp_path))
    (tmp_path / "secret-key").touch()
    with pytest.raises(SettingsError, match="holds no key"):
        read_settings()


def test_a_folder_that_cannot_be_made_is_said_in_a_sentence(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("AGREEMENTS_FOLDER", str(tmp_path / "file" / "var"))
    with pytest.raises(SettingsError, match="cannot be made"):
        read_settings()


def test_the_command_says_what_is_wrong_without_a_traceback(monkeypatch):
    monkeypatch.setenv("AGREEMENTS_TLS", "perhaps")
    result = CliRunner().invoke(serve, [])
    assert result.exit_code == 1
    assert "AGREEMENTS_TLS: Write yes or no." in result.output
    assert "Traceback" not in result.output


@pytest.mark.parametrize("options", [[], ["--config", "/dev/null", "wsgi:app"]], ids=["as we start it", "as it is"])
def test_gunicorn_says_what_is_wrong_without_a_traceback_and_ends(tmp_path, options):
    ended = subprocess.run(
        [sys.executable, "-m", "gunicorn", "--bind", f"unix:{tmp_path}/socket", *options],
        cwd=CHECKOUT,
        env={**os.environ, "AGREEMENTS_TLS": "perhaps", "AGREEMENTS_PROXIES": "many"},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert ended.returncode == 3
    assert "AGREEMENTS_PROXIES: Write a whole number from 0 to 5.\n  AGREEMENTS_TLS: Write yes or no." in ended.stderr
    assert "Traceback" not in ended.stderr


def test_page_files_that_set_up_has_not_made_are_said_in_a_sentence(monkeypatch, tmp_path, settings):
    from service import page_files  # noqa: PLC0415
    from service.app import create_app  # noqa: PLC0415

    page_files._files.cache_clear()
    monkeypatch.setattr(page_files, "_built", lambda: tmp_path)
    with pytest.raises(SettingsError, match="make setup"):
        create_app(settings)
    page_files._files.cache_clear()


@pytest.mark.parametrize("address", ["no address at all", "mysql://host/name"])
def test_a_database_of_another_kind_is_refused(monkeypatch, address):
    monkeypatch.setenv("AGREEMENTS_DATABASE", address)
    with pytest.raises(SettingsError, match="AGREEMENTS_DATABASE: Write postgresql"):
        read_settings()


def test_the_database_is_a_file_in_the_folder_unless_another_is_named(monkeypatch, tmp_path):
    assert read_settings().database.database == str(tmp_path / "var/agreements.sqlite")
    monkeypatch.setenv("AGREEMENTS_DATABASE", "postgresql://somebody@host/name")
    assert read_settings().database.host == "host"


def test_messages_are_sent_where_a_mail_server_is_named_and_else_not(monkeypatch):
    assert read_settings().mail_server is None
    monkeypatch.setenv("AGREEMENTS_MAIL_FROM", "agreements@host.example")
    monkeypatch.setenv("AGREEMENTS_SMTP", "smtp://us%40host:p%40ss:word@mail.example")
    assert read_settings().mail_server == MailServer(
        host="mail.example",
        port=587,
        user="us@host",
        password="p@ss:word",  # noqa: S106
        speaks_tls_first=False,
        sender="agreements@host.example",
    )
    monkeypatch.setenv("AGREEMENTS_SMTP", "smtps://mail.example")
    found = read_settings().mail_server
    assert found
    assert (found.port, found.user, found.speaks_tls_first) == (465, "", True)


@pytest.mark.parametrize(
    "address",
    [
        "mail.example",
        "http://mail.example",
        "smtp://",
        "smtp://mail.example:many",
        "smtp://mail.example:99999",
        "smtp://mail..example",
        "smtp://user@mail.example",
        "smtp://mail.example/folder",
        "smtp://mail.example?tls=no",
    ],
)
def test_an_address_that_is_none_of_a_mail_server_is_refused(monkeypatch, address):
    monkeypatch.setenv("AGREEMENTS_MAIL_FROM", "agreements@host.example")
    monkeypatch.setenv("AGREEMENTS_SMTP", address)
    with pytest.raises(SettingsError, match="AGREEMENTS_SMTP: Write smtp://"):
        read_settings()


@pytest.mark.parametrize("address", ["us", "Us <us@host.example>", "us@host.example\nBcc: a@b.example"])
def test_messages_come_from_one_plain_address(monkeypatch, address):
    monkeypatch.setenv("AGREEMENTS_SMTP", "smtps://mail.example")
    monkeypatch.setenv("AGREEMENTS_MAIL_FROM", address)
    with pytest.raises(SettingsError, match="AGREEMENTS_MAIL_FROM: Write the address"):
        read_settings()
