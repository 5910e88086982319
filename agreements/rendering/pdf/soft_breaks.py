"""Places where a line may end, for WeasyPrint: inside very long words, and before what is marked up in a line.

Without the first, the time to print a word grows with the square of its length. Without the second, a line whose last
word just fits before a reference now and then ends after its first word.
"""

import re
import unicodedata
from collections.abc import Iterator

SOFT_BREAK = "\u200b"

_MARKED_UP = re.compile(r" <(?=a |strong>|em>|dfn>|mark )")
_LONG_WORD = re.compile(r"\S{60,}")
_PIECE = 40
_ZERO_WIDTH_JOINER = "\u200d"


def soften(text: str) -> str:
    """The text with a soft break after every 40 letters of words that have 60 and more.

    None stands before a mark that belongs to the letter before it, or beside a joiner.
    """
    return _LONG_WORD.sub(lambda word: "".join(_pieces(word[0])), text)


def soften_lines(fragment: str) -> str:
    """HTML in which a line may end before each reference, or other words that are marked up in a line."""
    return _MARKED_UP.sub(f" {SOFT_BREAK}<", fragment)


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
