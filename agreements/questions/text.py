"""The text policy: every typed text is kept exactly, normalised as written here, or refused with a reason.

Normalised, because no reader could see the difference:
- line ends (CR LF, CR, U+2028, U+2029) become LF; a tab becomes a space;
- letters are composed (Unicode NFC), so that the same word is the same text on every keyboard;
- characters that carry no ink at all (byte order mark, zero-width space, word joiner, soft hyphen,
  the selectors that choose between shapes of one sign) are left out;
- space at both ends, and spaces at the end of a line, are left out.

Refused, because a paper would lose or twist them: control characters, lone surrogates, characters Unicode will never
assign or leaves to private use, marks that turn the reading direction of what follows, other hidden marks, more than 30
accents on one letter, and characters that none of the bundled fonts can print. The joiners U+200C and U+200D and the
marks U+200E, U+200F and U+061C stay: some languages need them. So do the hidden letters in the flags of England,
Scotland and Wales.
"""

import json
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import islice

from agreements.language import Message, _
from agreements.resources import fonts

_LINE_ENDS = re.compile("\r\n|\r|\u2028|\u2029|\x85")
_INKLESS = re.compile("[\ufeff\u200b\u2060\u00ad\ufe00\ufe0e\ufe0f]")
_SPACES = " \u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
_FLAGS = re.compile(
    "\U0001f3f4\U000e0067\U000e0062"
    "(\U000e0065\U000e006e\U000e0067|\U000e0073\U000e0063\U000e0074|\U000e0077\U000e006c\U000e0073)"
    "\U000e007f"
)
_KEPT_FORMAT = frozenset("\u200c\u200d\u200e\u200f\u061c")
_PRINTED_FORMAT = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u0890\u0891\u08e2")
"""Arabic signs that stand around a number: Unicode counts them among the hidden marks, but they have ink."""
_REFUSED = {
    "Cc": _("a control character"),
    "Cs": _("half a character"),
    "Co": _("a character of private use"),
    "Cn": _("a character that does not exist"),
    "Cf": _("a hidden mark"),
}
_MOST_MARKS = 30
"""Accents on one letter (Unicode Standard Annex 15, Stream-Safe Text). Composing more takes time by their square."""
_MOST_REFUSALS = 10


def normalise(text: str) -> str:
    """Return the text as it is accepted: see the module's list. Says nothing on whether it may be accepted."""
    lines = _INKLESS.sub("", _LINE_ENDS.sub("\n", text).replace("\t", " "))
    composed = lines if _most_marks(lines) > _MOST_MARKS else unicodedata.normalize("NFC", lines)
    return "\n".join(line.rstrip(_SPACES) for line in composed.split("\n")).strip(_SPACES + "\n")


def refusals(text: str) -> Iterator[Message]:
    """Yield a sentence for each of the first ten kinds of character in a normalised text that no paper could print."""
    if _most_marks(text) > _MOST_MARKS:
        yield _("Take out some accents: there are more than %(most)s on one letter.", most=_MOST_MARKS)
    yield from islice(_refused_characters(_FLAGS.sub("", text)), _MOST_REFUSALS)


def _refused_characters(text: str) -> Iterator[Message]:
    for character in dict.fromkeys(text):
        reason = _reason(character)
        if reason:
            yield _(
                "Take out %(reason)s (%(code)s) %(where)s.",
                reason=reason,
                code=f"U+{ord(character):04X}",
                where=_place(text, character),
            )


def _reason(character: str) -> Message | None:
    if character == "\n" or character in _KEPT_FORMAT:
        return None
    category = unicodedata.category(character)
    if category in _REFUSED and character not in _PRINTED_FORMAT:
        return _REFUSED[category]
    return None if ord(character) in _printable() else _("a character that our fonts cannot print")


def _place(text: str, character: str) -> Message:
    before = text[: text.index(character)].split()
    word = "".join(letter for letter in before[-1][-20:] if not _reason(letter)) if before else ""
    return _("after “%(word)s”", word=word) if word else _("at the beginning")


@cache
def _printable() -> frozenset[int]:
    faces = json.loads((fonts() / "coverage.json").read_text("utf-8"))
    return frozenset(point for ranges in faces.values() for first, last in ranges for point in range(first, last + 1))


def _most_marks(text: str) -> int:
    """The longest run of combining marks."""
    if text.isascii():
        return 0
    most = run = 0
    for character in text:
        run = run + 1 if unicodedata.combining(character) else 0
        most = max(most, run)
    return most


def has_ink(text: str) -> bool:
    """Whether a normalised text would leave any mark on paper. Accents alone do not count, nor does empty Braille."""
    return any(unicodedata.category(character)[0] not in "ZCM" and character != "\u2800" for character in text)


def shown(value: object) -> str:
    """A value as a message may quote it: at most 60 characters, and none that a screen would obey or fail at."""
    words = " ".join(str(value)[:60].split())
    return "".join(character if _reason(character) is None else "\ufffd" for character in words)
