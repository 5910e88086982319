"""The settings, read from the environment. Everything has a default that is right for one person on one machine.

AGREEMENTS_FOLDER      where the database and the secret key are kept (default: var)
AGREEMENTS_HOSTS       names by which the wizard may be called, with commas (default: localhost,127.0.0.1,[::1])
AGREEMENTS_TLS         yes when people reach it by https (default: no)
AGREEMENTS_PROXIES     how many proxies stand before it and may be believed, 0 to 5 (default: 0)
AGREEMENTS_LOG_LEVEL   debug, info, warning or error (default: info)
SECRET_KEY             signs cookies; 32 characters or more (default: made once and kept in the folder)
"""

import os
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from environs import Env, EnvValidationError
from environs import validate as check

LOG_LEVELS = ("debug", "info", "warning", "error")
_EXPECTED = {
    "AGREEMENTS_TLS": "Write yes or no.",
    "AGREEMENTS_PROXIES": "Write a whole number from 0 to 5.",
    "AGREEMENTS_LOG_LEVEL": "Write debug, info, warning or error.",
    "AGREEMENTS_HOSTS": "Write one or more host names, with commas between them.",
    "SECRET_KEY": "Write 32 characters or more, or leave it out: one is then made and kept.",
}


class SettingsError(Exception):
    """Some settings cannot be used. The message names every one of them, and says what to write."""


@dataclass(frozen=True)
class Settings:
    """How this copy of the service runs; the module says what each setting means."""

    folder: Path
    hosts: tuple[str, ...]
    is_behind_tls: bool
    proxies: int
    log_level: str
    secret_key: str

    @property
    def database(self) -> Path:
        """The file of the database."""
        return self.folder / "agreements.sqlite"


def read_settings() -> Settings:
    """Read the settings, and make the folder and the key where they are not there yet. Raises SettingsError."""
    env = Env(eager=False)
    folder = Path(env.str("AGREEMENTS_FOLDER", "var"))
    hosts = env.list("AGREEMENTS_HOSTS", ["localhost", "127.0.0.1", "[::1]"], validate=check.Length(min=1))
    is_behind_tls = env.bool("AGREEMENTS_TLS", False)
    proxies = env.int("AGREEMENTS_PROXIES", 0, validate=check.Range(0, 5))
    log_level = env.str("AGREEMENTS_LOG_LEVEL", "info", validate=check.OneOf(LOG_LEVELS))
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
    )


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
