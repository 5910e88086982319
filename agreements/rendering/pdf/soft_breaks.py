"""Places where a line may end inside very long words.

Without them the time to print a word grows with the square of its length.
"""

import re
import unicodedata
from collections.abc import Iterator

SOFT_BREAK = "\u200b"

_LONG_WORD = re.compile(r"\S{60,}")
_PIECE = 40
_ZERO_WIDTH_JOINER = "\u200d"


def soften(text: str) -> str:
    """The text with a soft break after every 40 letters of words that have 60 and more.

    None stands before a mark that belongs to the letter before it, or beside a joiner.
    """
    return _LONG_WORD.sub(lambda word: "".join(_pieces(word[0])), text)


def _pieces(word: str) -> Iterator[str]:
    length = 0
    before = ""
    for letter in word:
        if length >= _PIECE and not _belongs(letter) and before != _ZERO_WIDTH_JOINER:
            yield SOFT_BREAK
            length = 0
        yield letter
        length += 1
        before = letter


def _belongs(letter: str) -> bool:
    return letter == _ZERO_WIDTH_JOINER or unicodedata.category(letter).startswith("M")
