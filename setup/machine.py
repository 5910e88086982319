"""Sees that this machine has the system libraries and programs the project needs, and gets those it lacks.

    python3 setup/machine.py run     what making papers and serving the wizard needs
    python3 setup/machine.py test    the same, and the programs that the tests read the papers with

On Debian and Ubuntu the missing ones are installed where that needs no password; elsewhere they are named,
with the command to type. Runs before anything is installed, so it uses Python's own library alone.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

OLDEST_PYTHON = (3, 11)


@dataclass(frozen=True)
class Need:
    """Something of the system's: why we need it, the names it is found by, and the packages it comes in.

    Any name of `found_by` will do: a shared library (`lib...`), a Python module (`import ...`), a program, or a
    pattern of files (`/...`) for programs that lie where no shell looks.
    """

    why: str
    found_by: tuple[str, ...]
    debian: str
    fedora: str
    brew: str

    def is_met(self) -> bool:
        """Whether this machine has it."""
        return any(_has(name) for name in self.found_by)


def _joined(packages: Iterable[str]) -> str:
    return " ".join(sorted(set(packages)))


def _has(name: str) -> bool:
    if name.startswith("import "):
        return importlib.util.find_spec(name.split()[1]) is not None
    if name.startswith("/"):
        return any(Path("/").glob(name[1:]))
    if name.startswith("lib"):
        try:
            ctypes.CDLL(name)
        except OSError:
            return False
        return True
    return shutil.which(name) is not None


VENV_PACKAGE = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"

RUN = (
    Need(
        "to keep the Python packages in a folder of their own",
        ("import ensurepip",),
        VENV_PACKAGE,
        "python3",
        "python",
    ),
    Need(
        "to set the lines of the PDF",
        ("libpango-1.0.so.0", "libpango-1.0.dylib"),
        "libpango-1.0-0",
        "pango",
        "pango",
    ),
    Need(
        "to draw the letters of the PDF",
        ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib"),
        "libpangoft2-1.0-0",
        "pango",
        "pango",
    ),
    Need(
        "to shape the letters",
        ("libharfbuzz.so.0", "libharfbuzz.0.dylib"),
        "libharfbuzz0b",
        "harfbuzz",
        "harfbuzz",
    ),
    Need(
        "to put only the letters used into the PDF",
        ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib"),
        "libharfbuzz-subset0",
        "harfbuzz",
        "harfbuzz",
    ),
    Need(
        "to find fonts",
        ("libfontconfig.so.1", "libfontconfig.1.dylib"),
        "libfontconfig1",
        "fontconfig",
        "fontconfig",
    ),
)

TEST = (
    *RUN,
    Need(
        "to let the tests steer the browser",
        ("libatomic.so.1", "libSystem.dylib"),
        "libatomic1",
        "libatomic",
        "gcc",
    ),
    Need(
        "to open the pages as a person does",
        ("chromium", "chromium-browser"),
        "chromium",
        "chromium",
        "chromium",
    ),
    Need(
        "to read the Word files as a person does",
        ("soffice",),
        "libreoffice-writer-nogui",
        "libreoffice-writer",
        "libreoffice",
    ),
    Need("to read the words of the PDF", ("pdftotext",), "poppler-utils", "poppler-utils", "poppler"),
    Need("to look at the pages of the PDF", ("pdftoppm",), "poppler-utils", "poppler-utils", "poppler"),
    Need(
        "to keep drafts in the other kind of database",
        ("initdb", "/usr/lib/postgresql/*/bin/initdb", "/opt/homebrew/opt/postgresql*/bin/initdb"),
        "postgresql",
        "postgresql-server",
        "postgresql",
    ),
    Need("to check that the PDF is well made", ("qpdf",), "qpdf", "qpdf", "qpdf"),
)

NEEDS = {"run": RUN, "test": TEST}


def missing(purpose: str) -> list[Need]:
    """What this machine lacks for `run` or for `test`."""
    return [need for need in NEEDS[purpose] if not need.is_met()]


def administrator() -> list[str] | None:
    """The words to put before a command that installs, or None where it would ask for a password."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    asked = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ["sudo", "-n"] if asked.returncode == 0 else None


def install(needs: list[Need]) -> None:
    """Installs from Debian's packages, if this is Debian or one of its kin and no password is needed."""
    prefix = administrator()
    if shutil.which("apt-get") is None or prefix is None:
        return
    packages = sorted({need.debian for need in needs})
    print("Installing from the system's packages:", ", ".join(packages), flush=True)
    apt_get = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    # A source that cannot be reached may be one we do not need: whether all is there is looked at afterwards.
    for command in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        subprocess.run([*apt_get, *command], stdout=subprocess.DEVNULL, check=False)


def advice(needs: list[Need]) -> str:
    """What is missing and why, and what to type on each kind of system."""
    lines = ["This machine lacks something that the agreement builder needs:", ""]
    lines += [f"  {need.found_by[0].removeprefix('import ')}: {need.why}" for need in needs]
    commands = {
        "Debian or Ubuntu": "sudo apt-get install " + _joined(need.debian for need in needs),
        "Fedora": "sudo dnf install " + _joined(need.fedora for need in needs),
        "macOS, with Homebrew": "brew install " + _joined(need.brew for need in needs),
    }
    lines += ["", "Install it, then run the same command again.", ""]
    lines += [f"  {system}:\n    {command}" for system, command in commands.items()]
    return "\n".join(lines)


def main(purpose: str) -> int:
    """Returns 0 when everything is there, 1 after saying what is not."""
    if sys.version_info < OLDEST_PYTHON:
        print(
            f"The agreement builder needs Python 3.11 or newer, and {sys.executable} is older.\n"
            "Install a newer one, then say which to use, for example: make PYTHON=python3.12 run",
            file=sys.stderr,
        )
        return 1
    needs = missing(purpose)
    if needs:
        install(needs)
        needs = missing(purpose)
    if needs:
        print(advice(needs), file=sys.stderr)
    return 1 if needs else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
