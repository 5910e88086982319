"""Load an answer set of any interview: its own line "of: considering" says which; without one it is an agreement."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from agreements.errors import Fault
from agreements.interview import INTERVIEWS, Agreement
from agreements.interview.open_points import OPEN_POINTS, faulty_marks, open_points
from agreements.language import _
from agreements.questions import Loaded

OF = "of"
"""The name of that line."""


def load(raw: Mapping[str, Any]) -> Loaded:
    """Load an answer set. As with `Interview.load`, nothing is raised: every fault comes back with its path."""
    if kind(raw) not in INTERVIEWS:
        return Loaded(Agreement.load({}).interview, (Fault(OF, _wrong()),))
    loaded = INTERVIEWS[kind(raw)].load(sections(raw))
    typed = raw.get(OPEN_POINTS)
    return replace(
        loaded,
        faults=(*loaded.faults, *faulty_marks(loaded.interview, typed)),
        open_points=open_points(loaded.interview, typed),
    )


def kind(raw: Mapping[str, Any]) -> str:
    """What an answer set says that it holds: a name in INTERVIEWS, if it is right."""
    return str(raw.get(OF, "agreement"))


def sections(raw: Mapping[str, Any]) -> dict[str, Any]:
    """The answers alone."""
    return {name: answers for name, answers in raw.items() if name not in (OF, OPEN_POINTS)}


def _wrong() -> str:
    return _("Write what this file holds: %(names)s.", names=_(" or ").join(INTERVIEWS))
