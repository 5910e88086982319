"""Merging what one person typed into what is stored by now.

A page carries, for each answer, a mark of what it showed when it was opened. So three things are known of each answer:
what the page showed, what is in it now, and what is stored now; and it can be told who changed it.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from service.typed import Typed

NOTHING = ""
"""The mark of an answer that had never been given."""
Keep = Literal["", "mine", "theirs"]
"""What a person said to do about a clash."""


@dataclass(frozen=True)
class Posted:
    """One answer as it came in: its question's name, what was typed, the mark of what the page showed, and the verdict.

    `is_asked_again` when the page has already shown a clash about this answer: then it needs a verdict.
    """

    name: str
    typed: Typed
    opened: str
    keep: Keep = ""
    is_asked_again: bool = False


@dataclass(frozen=True)
class Clash:
    """An answer that two people changed: what is stored, and what the other one typed."""

    theirs: Typed
    mine: Typed


def mark(typed: Typed | None) -> str:
    """A short mark by which a page knows what it showed: equal only for equal answers."""
    if typed is None:
        return NOTHING
    return hashlib.sha256(json.dumps(typed, sort_keys=True).encode()).hexdigest()[:20]


def merge(stored: Mapping[str, Typed], posted: Sequence[Posted]) -> tuple[dict[str, Typed], dict[str, Clash]]:
    """Return what is to be stored, and the clashes.

    An answer that the page did not change leaves what is stored alone. One that only the page changed is taken. One
    that both changed to the same is left. Only one that both changed differently is a clash, until a person decides.
    """
    changes: dict[str, Typed] = {}
    clashes: dict[str, Clash] = {}
    for one in posted:
        current = stored.get(one.name)
        mine, theirs = mark(one.typed), mark(current)
        if mine == theirs or one.keep == "theirs" or (mine == one.opened and not one.is_asked_again):
            continue
        if theirs != one.opened or (one.is_asked_again and one.keep != "mine"):
            clashes[one.name] = Clash(theirs=current, mine=one.typed)
        else:
            changes[one.name] = one.typed
    return changes, clashes
