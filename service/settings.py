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
AGREEMENTS_TEMPLATES   another folder of wording and pages (default: that of the package)
AGREEMENTS_FONTS       another folder of fonts (default: that of the package)
AGREEMENTS_EXAMPLES    another folder of examples (default: that of the package)
SECRET_KEY             signs cookies; 32 characters or more (default: made once and kept in the folder)
"""

import os
import re
import secrets
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from tempfile import NamedTemporaryFile
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
PREFIX = "AGREEMENTS_"
_A_FOLDER = "Write the name of a folder that is there, or leave it out."
EXPECTED = {
    "AGREEMENTS_FOLDER": "Write the name of a folder. It is made if it is not there.",
    "AGREEMENTS_DATABASE": "Write postgresql://user:password@host/name, or leave it out.",
    "AGREEMENTS_HOSTS": "Write names of hosts, with commas between them, such as: agreements.example.org.",
    "AGREEMENTS_TLS": "Write yes or no.",
    "AGREEMENTS_PROXIES": "Write a whole number from 0 to 5.",
    "AGREEMENTS_LOG_LEVEL": "Write debug, info, warning or error.",
    "AGREEMENTS_SMTP": "Write smtp://user:password@host:port, or smtps:// and the same, or leave it out.",
    "AGREEMENTS_MAIL_FROM": "Write the address that messages come from, such as agreements@example.org.",
    "AGREEMENTS_CONTACT": f"Write who runs this service and how to reach them, in up to {LONGEST_CONTACT} characters.",
    "AGREEMENTS_TEMPLATES": _A_FOLDER,
    "AGREEMENTS_FONTS": _A_FOLDER,
    "AGREEMENTS_EXAMPLES": _A_FOLDER,
    "SECRET_KEY": "Write 32 characters or more, or leave it out: one is then made and kept.",
}
"""Every setting, and what to write where what stands there cannot be used."""
_SHORTEST_KEY = 32
_HOST = re.compile(r"[^\s/@,]+")


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
    folder = env.path("AGREEMENTS_FOLDER", Path("var"))
    database = env.str("AGREEMENTS_DATABASE", "", validate=_check_address)
    hosts = env.list("AGREEMENTS_HOSTS", ["localhost", "127.0.0.1", "[::1]"], validate=_check_hosts)
    is_behind_tls = env.bool("AGREEMENTS_TLS", False)
    proxies = env.int("AGREEMENTS_PROXIES", 0, validate=check.Range(0, 5))
    log_level = env.str("AGREEMENTS_LOG_LEVEL", "info", validate=check.OneOf(LOG_LEVELS))
    mail = env.str("AGREEMENTS_SMTP", "", validate=_check_mail_server)
    sender = env.str("AGREEMENTS_MAIL_FROM", validate=_check_sender) if os.environ.get("AGREEMENTS_SMTP") else ""
    contact = env.str("AGREEMENTS_CONTACT", "", validate=_check_contact)
    for name in ("AGREEMENTS_TEMPLATES", "AGREEMENTS_FONTS", "AGREEMENTS_EXAMPLES"):
        env.str(name, "", validate=_check_folder)  # read where they are needed: see `agreements.resources`
    key = env.str("SECRET_KEY", "", validate=lambda value: not value or check.Length(min=_SHORTEST_KEY)(value))
    _check(env, folder)
    return Settings(
        folder=folder.resolve(),
        hosts=tuple(host.strip() for host in hosts),
        is_behind_tls=is_behind_tls,
        proxies=proxies,
        log_level=log_level,
        secret_key=key or _kept_key(folder / "secret-key"),
        database_address=database,
        mail_server=_mail_server(mail, sender) if mail else None,
        contact=contact.strip(),
    )


def _check(env: Env, folder: Path) -> None:
    """Raise SettingsError with everything that cannot be used: values, and names that there are not."""
    faults: dict[str, str] = {}
    try:
        env.seal()
    except EnvValidationError as error:
        faults = {name: EXPECTED[name] for name in error.error_messages}
    faults.update(_unknown(os.environ))
    faults.update(_not_made(folder))
    if faults:
        lines = [f"  {name}: {sentence}" for name, sentence in sorted(faults.items())]
        raise SettingsError("\n".join(["The wizard cannot start with these settings:", *lines]))


def _unknown(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Names that look like a setting and are none, with the setting that was probably meant."""
    known = {name.removeprefix(PREFIX): name for name in EXPECTED}
    for name in names:
        if name.startswith(PREFIX) and name not in EXPECTED:
            near = get_close_matches(name.removeprefix(PREFIX), known, 1)
            meant = [f"Did you mean {known[one]}?" for one in near]
            yield name, " ".join(["There is no setting of this name.", *meant])


def _not_made(folder: Path) -> Iterator[tuple[str, str]]:
    """Make the folder; what is wrong with it if it cannot be made."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        yield "AGREEMENTS_FOLDER", f"The folder {folder} cannot be made: {error.strerror}."


def _check_folder(folder: str) -> None:
    if folder and not Path(folder).is_dir():
        raise ValidationError("no folder")


def _check_hosts(hosts: list[str]) -> None:
    if not hosts or not all(_HOST.fullmatch(host.strip()) for host in hosts):
        raise ValidationError("no names of hosts")


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


def _kept_key(file: Path) -> str:
    """The key in the file, which one process makes: it is there whole, or not at all."""
    try:
        if not file.exists():
            _make_key(file)
        key = file.read_text("ascii")
    except OSError as error:
        raise SettingsError(f"The file {file} cannot be used: {error.strerror}.") from error
    if len(key) < _SHORTEST_KEY:
        raise SettingsError(f"The file {file} holds no key. Delete it, and another is made.")
    return key


def _make_key(file: Path) -> None:
    with NamedTemporaryFile("w", encoding="ascii", dir=file.parent, prefix=file.name) as made:
        made.write(secrets.token_urlsafe(32))
        made.flush()
        with suppress(FileExistsError):  # another process was faster
            file.hardlink_to(made.name)
