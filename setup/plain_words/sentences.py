"""Sentences, as a reader meets them."""

import re

_END = re.compile(r"(?<=[.?!])[”’)]*\s+(?=[“‘(]?[A-Z0-9…])")


def sentences_of(text: str) -> list[str]:
    """The sentences of a run of words. A run without a letter of ours is none."""
    folded = " ".join(text.split())
    return [sentence for sentence in _END.split(folded) if re.search(r"[^\W\d_]", sentence)]
