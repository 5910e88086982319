"""The settings, read from the environment. Everything has a default that is right for one person on one machine.

AGREEMENTS_FOLDER      where the secret key is kept, and the database unless it is elsewhere (default: var)
AGREEMENTS_DATABASE    where the answers are kept: postgresql://user:password@host/name (default: a file in the folder)
AGREEMENTS_HOSTS       names by which the wizard may be called, with commas (default: localhost,127.0.0.1,[::1])
AGREEMENTS_TLS         yes when people reach it by https (default: no)
AGREEMENTS_PROXIES     how many proxies stand before it and may be believed, 0 to 5 (default: 0)
AGREEMENTS_LOG_LEVEL   debug, info, warning or error (default: info)
AGREEMENTS_SMTP        the server that messages are sent by: smtp://user:password@host:port (default: none are sent)
AGREEMENTS_MAIL_FROM   the address that messages come from; needed where messages are sent
AGREEMENTS_CONTACT     who runs this service, and how to reach them, for the privacy notice (default: not said)
SECRET_KEY             signs cookies; 32 characters or more (default: made once and kept in the folder)
"""

import os
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from environs import Env, EnvValidationError, ValidationError
from environs import validate as check
from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from service.email_addresses import is_email_address

LOG_LEVELS = ("debug", "info", "warning", "error")
DATABASES = ("postgresql", "sqlite")
MAIL_PORTS = {"smtp": 587, "smtps": 465}
"""The ports at which mail servers take messages from programs such as this one, unless another is named."""
LONGEST_CONTACT = 200
_EXPECTED = {
    "AGREEMENTS_DATABASE": "Write postgresql://user:password@host/name, or leave it out.",
    "AGREEMENTS_TLS": "Write yes or no.",
    "AGREEMENTS_PROXIES": "Write a whole number from 0 to 5.",
    "AGREEMENTS_LOG_LEVEL": "Write debug, info, warning or error.",
    "AGREEMENTS_HOSTS": "Write one or more host names, with commas between them.",
    "AGREEMENTS_SMTP": "Write smtp://user:password@host:port, or smtps:// and the same, or leave it out.",
    "AGREEMENTS_MAIL_FROM": "Write the address that messages come from, such as agreements@example.org.",
    "AGREEMENTS_CONTACT": f"Write who runs this service and how to reach them, in up to {LONGEST_CONTACT} characters.",
    "SECRET_KEY": "Write 32 characters or more, or leave it out: one is then made and kept.",
}


class SettingsError(Exception):
    """Some settings cannot be used. The message names every one of them, and says what to write."""


@dataclass(frozen=True)
class MailServer:
    """The server that messages are sent by, and the address that they come from."""

    host: str
    port: int
    user: str
    password: str
    speaks_tls_first: bool
    sender: str


@dataclass(frozen=True)
class Settings:
    """How this copy of the service runs; the module says what each setting means."""

    folder: Path
    hosts: tuple[str, ...]
    is_behind_tls: bool
    proxies: int
    log_level: str
    secret_key: str
    database_address: str = ""
    mail_server: MailServer | None = None
    contact: str = ""

    @property
    def database(self) -> URL:
        """The address of the database. It may hold a password."""
        if self.database_address:
            address = make_url(self.database_address)
            is_postgresql = address.get_backend_name() == "postgresql"
            return address.set(drivername="postgresql+psycopg") if is_postgresql else address
        return URL.create("sqlite", database=str(self.folder / "agreements.sqlite"))


def read_settings() -> Settings:
    """Read the settings, and make the folder and the key where they are not there yet. Raises SettingsError."""
    env = Env(eager=False)
    folder = Path(env.str("AGREEMENTS_FOLDER", "var"))
    database = env.str("AGREEMENTS_DATABASE", "", validate=_check_address)
    hosts = env.list("AGREEMENTS_HOSTS", ["localhost", "127.0.0.1", "[::1]"], validate=check.Length(min=1))
    is_behind_tls = env.bool("AGREEMENTS_TLS", False)
    proxies = env.int("AGREEMENTS_PROXIES", 0, validate=check.Range(0, 5))
    log_level = env.str("AGREEMENTS_LOG_LEVEL", "info", validate=check.OneOf(LOG_LEVELS))
    mail = env.str("AGREEMENTS_SMTP", "", validate=_check_mail_server)
    sender = env.str("AGREEMENTS_MAIL_FROM", validate=_check_sender) if os.environ.get("AGREEMENTS_SMTP") else ""
    contact = env.str("AGREEMENTS_CONTACT", "", validate=_check_contact)
    key = env.str("SECRET_KEY", "", validate=lambda value: not value or check.Length(min=32)(value))
    try:
        env.seal()
    except EnvValidationError as error:
        raise SettingsError(_sentences(error.error_messages)) from error
    return Settings(
        folder=_made(folder),
        hosts=tuple(host.strip() for host in hosts),
        is_behind_tls=is_behind_tls,
        proxies=proxies,
        log_level=log_level,
        secret_key=key or _kept_key(folder / "secret-key"),
        database_address=database,
        mail_server=_mail_server(mail, sender) if mail else None,
        contact=contact.strip(),
    )


def _check_address(address: str) -> None:
    try:
        is_known = not address or make_url(address).get_backend_name() in DATABASES
    except ArgumentError:
        is_known = False
    if not is_known:
        raise ValidationError("no address of a database")


def _check_mail_server(address: str) -> None:
    if address:
        try:
            server = _mail_server(address, "")
            server.host.encode("idna")
        except ValueError as error:
            raise ValidationError("no address of a mail server") from error
        rest = urlsplit(address)
        is_whole = server.host and rest.scheme in MAIL_PORTS and bool(server.user) is bool(server.password)
        if not is_whole or rest.path not in ("", "/") or rest.query or rest.fragment:
            raise ValidationError("no address of a mail server")


def _mail_server(address: str, sender: str) -> MailServer:
    parts = urlsplit(address)
    return MailServer(
        host=parts.hostname or "",
        port=parts.port or MAIL_PORTS.get(parts.scheme, 0),
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        speaks_tls_first=parts.scheme == "smtps",
        sender=sender,
    )


def _check_sender(address: str) -> None:
    if not is_email_address(address):
        raise ValidationError("no e-mail address")


def _check_contact(contact: str) -> None:
    if len(contact) > LONGEST_CONTACT or not contact.isprintable():
        raise ValidationError("no contact")


def _sentences(faults: Iterable[str]) -> str:
    lines = [f"  {name}: {_EXPECTED[name]}" for name in sorted(faults)]
    return "\n".join(["The wizard cannot start with these settings:", *lines])


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(f"The folder {folder} cannot be made: {error.strerror}.") from error
    return folder.resolve()


def _kept_key(file: Path) -> str:
    """The key in the file. It is made with one call that fails if another process was faster, and is then read."""
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return file.read_text("ascii")
    except OSError as error:
        raise SettingsError(f"The file {file} cannot be written: {error.strerror}.") from error
    key = secrets.token_urlsafe(32)
    with os.fdopen(handle, "w", encoding="ascii") as opened:
        opened.write(key)
    return key
