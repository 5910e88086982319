"""Makes papers in disposable processes, so that no answer and no house file can hold up or take over the rest.

Each paper has a process of its own (see `child`) with limits on time, memory and files, an empty temporary
folder, none of our secrets in its environment, and no network where the kernel lets us take it away. In each
process of the service two papers are made at once, and twenty wait.
"""

import json
import logging
import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from agreements import resources
from agreements.document.nodes import Document
from agreements.document.sheet import Sheet
from agreements.document.stamp import Stamp
from agreements.errors import AgreementsError, Busy, HouseError, RenderingError, WordingError
from agreements.language import _
from agreements.rendering import render, render_sheet
from agreements.rendering.child import FAULT, PAPER
from agreements.rendering.houses import PLAIN, House

SECONDS = 60
"""For one paper, from start to end; twice its seconds of work (see `child`), as two papers are made at once."""

AT_ONCE = 2
WAITING = 20
LONGEST_WAIT = 60
"""Seconds in the queue."""

_BUSY = _("Many people are making papers right now. Wait a minute, then try again.")
_TOO_MUCH = _("This paper takes too long to make. Shorten very long answers, or choose another format.")
_FAILED = _("This paper could not be made. Try another format, and tell us what happened.")

_ERRORS = {error.__name__: error for error in (HouseError, RenderingError, WordingError)}

# `-P`: nothing that a paper leaves in its folder is ever imported.
_CHILD = [sys.executable, "-P", "-m", "agreements.rendering.child"]

# What the system needs to find its libraries. Everything else in the environment may be a secret.
_PASSED_ON = ("PATH", "LD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH")

_log = logging.getLogger(__name__)
_running = threading.BoundedSemaphore(AT_ONCE)
_places = threading.BoundedSemaphore(AT_ONCE + WAITING)


def render_bounded(document: Document, stamp: Stamp, extension: str, house: House | None = None) -> bytes:
    """The same bytes as `agreements.rendering.render`, made within limits.

    Raises:
        Busy: too many papers are being made.
        HouseError: the house file cannot be used.
        RenderingError: the paper cannot be made, or not within its limits.
    """
    return _bounded(render, document, stamp, extension, house.absolute() if isinstance(house, Path) else house)


def render_sheet_bounded(sheet: Sheet, extension: str, house: str = PLAIN) -> bytes:
    """The same bytes as `agreements.rendering.render_sheet`, within the same limits. Raises Busy and RenderingError."""
    return _bounded(render_sheet, sheet, extension, house)


def _bounded(make: Callable[..., bytes], *arguments: object) -> bytes:
    order = pickle.dumps((make, arguments))
    with _turn(), TemporaryDirectory(prefix="paper-") as folder:
        return _made(order, Path(folder))


@contextmanager
def _turn() -> Iterator[None]:
    if not _places.acquire(blocking=False):
        raise Busy(_BUSY)
    try:
        if not _running.acquire(timeout=LONGEST_WAIT):
            raise Busy(_BUSY)
        try:
            yield
        finally:
            _running.release()
    finally:
        _places.release()


def _made(order: bytes, folder: Path) -> bytes:
    complaints = folder / "complaints"
    with complaints.open("wb") as errors:
        code = _run(order, folder, errors.fileno())
    if code == 0:
        return (folder / PAPER).read_bytes()
    raise _fault(folder / FAULT, code, complaints.read_text("utf-8", "replace"))


def _run(order: bytes, folder: Path, errors: int) -> int:
    with subprocess.Popen(  # noqa: S603 - our own program, and nothing typed is in the command
        _CHILD,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=errors,
        cwd=folder,
        env=_environment(folder),
        start_new_session=True,
    ) as child:
        try:
            child.communicate(order, timeout=SECONDS)
        except subprocess.TimeoutExpired as error:
            raise RenderingError(_TOO_MUCH) from error
        finally:
            with suppress(ProcessLookupError):
                os.killpg(child.pid, signal.SIGKILL)  # and whatever it may have started
    return child.returncode


def _environment(folder: Path) -> dict[str, str]:
    return {
        **{name: os.environ[name] for name in _PASSED_ON if name in os.environ},
        "AGREEMENTS_FONTS": str(resources.fonts().absolute()),
        "AGREEMENTS_TEMPLATES": str(resources.templates().absolute()),
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONPATH": os.pathsep.join(str(Path(entry).absolute()) for entry in sys.path),
        "TMPDIR": str(folder),
    }


def _fault(fault: Path, code: int, complaints: str) -> AgreementsError:
    if fault.exists():
        told = json.loads(fault.read_text("utf-8"))
        return _ERRORS.get(told["kind"], RenderingError)(told["message"])
    if code < 0 or "MemoryError" in complaints:
        return RenderingError(_TOO_MUCH)
    _log.error("A paper could not be made: %s", complaints[-4000:])
    return RenderingError(_FAILED)
