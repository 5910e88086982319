"""Keeps the words of every script readable in the paper, for screen readers, searching and copying.

A PDF maps each glyph to one text. In scripts where letters change their shape, part or trade places, one glyph
serves many letters, and the words read back would be wrong (Arabic "ن" as "ز", Tamil "ொ" as nothing). There the
words themselves are written beside the glyphs, as ISO 32000-1, 14.9.4 (ActualText) provides.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pydyf
import weasyprint.pdf
from weasyprint.pdf.stream import Stream

from agreements.rendering.pdf.soft_breaks import SOFT_BREAK

# Letters of which each has a glyph of its own: most of Latin, Greek, Cyrillic, and signs. Not the invisible signs
# among them, such as marks of direction, and not Vietnamese, whose marks are glyphs that stand by themselves.
_SIMPLE = re.compile(
    "[\u0000-\u00ac\u00ae-\u017f\u0370-\u058f\u2000-\u200a\u2010-\u2027\u202f-\u205f\u2070-\u20cf\u2100-\u27bf]*"
)


class _TextKeepingStream(Stream):  # type: ignore[misc]  # WeasyPrint has no types
    @contextmanager
    def marked(self, box: Any, tag: str) -> Iterator[None]:
        words = getattr(box, "text", "").replace(SOFT_BREAK, "")
        with super().marked(box, tag):
            if _SIMPLE.fullmatch(words):
                with self._guesses_aside():
                    yield
            else:
                self.begin_marked_content("Span", pydyf.Dictionary({"ActualText": pydyf.String(words)}))
                with self._guesses_noted():
                    yield
                self.end_marked_content()

    @contextmanager
    def _guesses_noted(self) -> Iterator[None]:
        """A text that a glyph gets here is a guess: the "o" of a Vietnamese "ộ" is the "o" of every other word."""
        known = {font: set(font.to_unicode) for font in self._fonts.values()}
        yield
        for font in self._fonts.values():
            new = set(font.to_unicode) - known.get(font, set())
            _guesses(font).update({glyph: font.to_unicode[glyph] for glyph in new})

    @contextmanager
    def _guesses_aside(self) -> Iterator[None]:
        """Here a glyph says what it stands for, whatever was guessed; a guess stays where nothing better is known."""
        for font in self._fonts.values():
            for glyph in _guesses(font):
                font.to_unicode.pop(glyph)
        yield
        for font in self._fonts.values():
            guesses = _guesses(font)
            for glyph in guesses.keys() & font.to_unicode.keys():
                del guesses[glyph]
            font.to_unicode.update(guesses)


def _guesses(font: Any) -> dict[int, str]:
    guesses: dict[int, str] = vars(font).setdefault("guesses", {})
    return guesses


def keep_text() -> None:
    """Make WeasyPrint write the words themselves wherever glyphs do not tell them."""
    weasyprint.pdf.Stream = _TextKeepingStream
