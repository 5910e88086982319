"""Load an answer set of any interview: its own line "of: considering" says which; without one it is an agreement."""

from collections.abc import Mapping
from typing import Any

from agreements.errors import Fault
from agreements.interview import INTERVIEWS, Agreement
from agreements.language import _
from agreements.questions import Loaded

OF = "of"
"""The name of that line."""


def load(raw: Mapping[str, Any]) -> Loaded:
    """Load an answer set. As with `Interview.load`, nothing is raised: every fault comes back with its path."""
    if kind(raw) not in INTERVIEWS:
        return Loaded(Agreement.load({}).interview, (Fault(OF, _wrong()),))
    return INTERVIEWS[kind(raw)].load(sections(raw))


def kind(raw: Mapping[str, Any]) -> str:
    """What an answer set says that it holds: a name in INTERVIEWS, if it is right."""
    return str(raw.get(OF, "agreement"))


def sections(raw: Mapping[str, Any]) -> dict[str, Any]:
    """The answers alone."""
    return {name: answers for name, answers in raw.items() if name != OF}


def _wrong() -> str:
    return _("Write what this file holds: %(names)s.", names=_(" or ").join(INTERVIEWS))
