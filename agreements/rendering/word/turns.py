"""Where the direction of reading turns within a text: Word wants the pieces in runs of their own."""

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from agreements.document.direction import Direction

_STRONG: Final = {"L": False, "R": True, "AL": True}
_CLINGING: Final = frozenset({"NSM", "BN"})


def turns(words: str, paragraph: Direction) -> Iterator[tuple[str, bool]]:
    """Cut words where the direction turns, and say of each piece whether it runs right to left.

    A character without a direction (space, digit, bracket) goes with what is on both its sides, else with the
    paragraph; a mark stays with its letter. Source: Unicode Standard Annex 9, rules W1, N1 and N2.
    """
    base = paragraph == "rtl"
    own = list(_own_sides(words))
    if not base and True not in own:
        yield words, False
        return
    before = _nearest(own, base)
    after = _nearest(own[::-1], base)[::-1]
    sides = [left if left == right else base for left, right in zip(before, after, strict=True)]
    for side, group in groupby(zip(words, sides, strict=True), key=lambda pair: pair[1]):
        yield "".join(character for character, _side in group), side


def _own_sides(words: str) -> Iterator[bool | None]:
    side = None
    for character in words:
        kind = unicodedata.bidirectional(character)
        if kind not in _CLINGING:
            side = _STRONG.get(kind)
        yield side


def _nearest(sides: Iterable[bool | None], base: bool) -> list[bool]:
    nearest = []
    last = base
    for side in sides:
        last = last if side is None else side
        nearest.append(last)
    return nearest
