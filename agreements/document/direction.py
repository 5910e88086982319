"""Which way a text runs."""

import unicodedata
from typing import Literal

Direction = Literal["ltr", "rtl"]


def direction(text: str) -> Direction:
    """The direction of a text: that of its first strong character, else left to right.

    Source: Unicode Standard Annex 9, rules P2 and P3 (characters between isolates do not count).
    """
    depth = 0
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in {"LRI", "RLI", "FSI"}:
            depth += 1
        elif kind == "PDI":
            depth = max(depth - 1, 0)
        elif depth == 0 and kind in {"L", "R", "AL"}:
            return "ltr" if kind == "L" else "rtl"
    return "ltr"
