"""What runs in the disposable process of one paper; see `bounded`, which starts it as `python -m`.

Reads its order, pickled by `bounded`, from standard input. Leaves in its working folder either the paper, or a
fault as JSON where the reason is one of ours. Anything else ends the process, and standard error tells where.
"""

import ctypes
import json
import pickle
import resource
import sys
import traceback
from pathlib import Path
from types import TracebackType

from agreements.errors import AgreementsError

PAPER = "paper"
FAULT = "fault.json"

MIB = 1024 * 1024
LIMITS = {
    resource.RLIMIT_AS: 1024 * MIB,
    resource.RLIMIT_CPU: 30,  # seconds; 200 partners who answer everything take 18 for their PDF of 280 pages
    resource.RLIMIT_FSIZE: 64 * MIB,
    resource.RLIMIT_CORE: 0,
}

_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNET = 0x40000000


def main() -> int:
    """Make one paper within the limits; the exit code is 1 if it could not be made."""
    sys.excepthook = _tell_where
    for kind, most in LIMITS.items():
        _limit(kind, most)
    _leave_network()
    make, arguments = pickle.load(sys.stdin.buffer)  # noqa: S301 - written by `bounded`
    try:
        paper = make(*arguments)
    except AgreementsError as error:
        Path(FAULT).write_text(json.dumps({"kind": type(error).__name__, "message": str(error)}), "utf-8")
        return 1
    Path(PAPER).write_bytes(paper)
    return 0


def _tell_where(kind: type[BaseException], _fault: BaseException, trace: TracebackType | None) -> None:
    """Say in which line of ours a fault arose, and not its message: that may hold answers, and goes to a log."""
    sys.stderr.write("".join(traceback.format_tb(trace)) + kind.__name__ + "\n")


def _limit(kind: int, most: int) -> None:
    _, allowed = resource.getrlimit(kind)
    most = most if allowed == resource.RLIM_INFINITY else min(most, allowed)
    resource.setrlimit(kind, (most, most))


def _leave_network() -> None:
    """A second wall behind writers that fetch nothing: a network namespace with no way out.

    Some kernels and containers refuse this; then the first wall stands alone.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).unshare(_CLONE_NEWUSER | _CLONE_NEWNET)


if __name__ == "__main__":
    sys.exit(main())
