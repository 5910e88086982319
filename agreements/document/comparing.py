"""Two documents side by side: which clauses are new, gone or changed, and in which words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from agreements.document import labels
from agreements.document.canonical import clause_text, opening_text, part_text
from agreements.document.nodes import Clause, Document

_WORDS = re.compile(r"\s+|\S+")
MOST_WORDS = 2_000
"""Words on either side that are compared one by one: the time grows with their product. Longer texts stand whole."""


@dataclass(frozen=True)
class Piece:
    """Words that both texts have ("same"), that only the older one has ("out"), or only the newer one ("in")."""

    kind: Literal["same", "out", "in"]
    words: str


@dataclass(frozen=True)
class ChangedPart:
    """What became of one clause or schedule: its heading, and the lines that are not as they were."""

    heading: str
    kind: Literal["new", "gone", "changed"]
    lines: tuple[tuple[Piece, ...], ...]


def compared(older: Document, newer: Document) -> tuple[ChangedPart, ...]:
    """The parts of two numbered documents that differ, in the order of the newer one; what is gone stands at the end.

    A part whose number alone has changed is no other part. What stands above the first clause is a part too.
    """
    return tuple(_compared(older, newer))


def _compared(older: Document, newer: Document) -> Iterator[ChangedPart]:
    opening = tuple(_lines(opening_text(older), opening_text(newer)))
    if opening:
        yield ChangedPart(newer.title, "changed", opening)
    before = {part.id: part for part in older.parts()}
    after = {part.id: part for part in newer.parts()}
    for part_id, part in after.items():
        if part_id not in before:
            yield ChangedPart(labels.heading(part), "new", tuple(_whole(part, "in")))
        elif clause_text(before[part_id]) != clause_text(part):
            lines = tuple(_lines(part_text(before[part_id]), part_text(part)))
            yield ChangedPart(labels.heading(part), "changed", lines)
    for part_id, part in before.items():
        if part_id not in after:
            yield ChangedPart(labels.heading(part), "gone", tuple(_whole(part, "out")))


def _whole(part: Clause, kind: Literal["out", "in"]) -> Iterator[tuple[Piece, ...]]:
    for line in part_text(part).splitlines():
        yield (Piece(kind, line),)


def _lines(older: str, newer: str) -> Iterator[tuple[Piece, ...]]:
    """The lines that differ, each as what is out and what is in."""
    before, after = older.splitlines(), newer.splitlines()
    for kind, out_from, out_to, in_from, in_to in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            yield pieces("\n".join(before[out_from:out_to]), "\n".join(after[in_from:in_to]))


def pieces(older: str, newer: str) -> tuple[Piece, ...]:
    """Two texts word by word."""
    before, after = _WORDS.findall(older), _WORDS.findall(newer)
    if max(len(before), len(after)) > MOST_WORDS:
        return _without_empty([Piece("out", older), Piece("in", newer)])
    found: list[Piece] = []
    # Spaces are no sign that two places belong together; to match each with each would take minutes.
    matcher = SequenceMatcher(str.isspace, before, after, autojunk=False)
    for kind, out_from, out_to, in_from, in_to in matcher.get_opcodes():
        if kind == "equal":
            found.append(Piece("same", "".join(before[out_from:out_to])))
        else:
            found += [Piece("out", "".join(before[out_from:out_to])), Piece("in", "".join(after[in_from:in_to]))]
    return _without_empty(found)


def _without_empty(found: Sequence[Piece]) -> tuple[Piece, ...]:
    return tuple(piece for piece in found if piece.words)
