"""Inlines as runs of Word."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from agreements.document import labels
from agreements.document.direction import Direction
from agreements.document.nodes import Blank, Emphasis, Gap, Inline, LineBreak, Reference, Strong, Term, Text
from agreements.rendering.word import styles
from agreements.rendering.word.markup import Element, field, run, text, w
from agreements.rendering.word.styles import HouseStyles
from agreements.rendering.word.turns import turns

_SPACE: Final = "\u00a0"
"""What a line for ink is drawn under. Word draws none under an ordinary space at the end of a line."""

_BLANK: Final = 40
"""Spaces in a line for ink: about 4 cm."""

_LONGEST_CONTROL_NAME: Final = 64
"""Word refuses to open a file in which a content control has a longer name."""


@dataclass(frozen=True)
class Target:
    """Where a reference leads: a bookmark, and the number Word has for it ("" for a heading without one)."""

    bookmark: str
    number: str


@dataclass(frozen=True)
class Inlines:
    """Writes inlines.

    Attributes:
        house: the styles of the house.
        targets: what references can lead to, by clause id.
        language: of our words, as a BCP 47 tag.
        direction: of the paragraph that the inlines stand in.
        blank: how many spaces long a line for ink is there.
    """

    house: HouseStyles
    targets: Mapping[str, Target]
    language: str
    direction: Direction = "ltr"
    blank: int = _BLANK
    style: str = ""
    bold: bool = False
    italic: bool = False

    def elements(self, inlines: Iterable[Inline]) -> Iterator[Element]:
        """The runs and fields for inlines that follow each other."""
        for inline in inlines:
            yield from self._element(inline)

    def words(self, words: str) -> Iterator[Element]:
        """Runs for words, a new one wherever the direction of reading turns."""
        for part, runs_right_to_left in turns(words, self.direction):
            yield run(text(part), look=self.look(right_to_left=runs_right_to_left))

    def _element(self, inline: Inline) -> Iterator[Element]:
        match inline:
            case Text(words=words):
                yield from self.words(words)
            case LineBreak():
                yield run(w("br"))
            case Strong(inlines=inlines) | Emphasis(inlines=inlines) | Term(inlines=inlines):
                yield from self._stressed(inline).elements(inlines)
            case Reference():
                yield from self._reference(inline)
            case Blank(purpose=purpose):
                yield self.space_for_ink(purpose, text(_SPACE * self.blank), style=styles.BLANK)
            case Gap():
                yield from replace(self, style=styles.GAP).words(labels.of_gap(inline))

    def _stressed(self, inline: Strong | Emphasis | Term) -> "Inlines":
        match inline:
            case Strong():
                return replace(self, bold=True)
            case Emphasis():
                return replace(self, italic=True)
            case Term():
                return replace(self, style=styles.TERM)

    def _reference(self, reference: Reference) -> Iterator[Element]:
        target = self.targets[reference.target]
        if not target.number:
            yield w("hyperlink", *self.words(reference.words), anchor=target.bookmark, history=1)
            return
        before, number, after = reference.words.rpartition(target.number)
        if before:
            yield from self.words(before)
        yield from field(rf"REF {target.bookmark} \r \h", number, self.look())
        if after:
            yield from self.words(after)

    def space_for_ink(self, purpose: str, content: Element, style: str = "") -> Element:
        """Space to write in: a content control, so that its purpose is read out and it can be typed into."""
        name = labels.blank(purpose)
        short = name if len(name) <= _LONGEST_CONTROL_NAME else f"{name[: _LONGEST_CONTROL_NAME - 1]}…"
        look = replace(self, style=style).look()
        return w("sdt", w("sdtPr", w("alias", val=short)), w("sdtContent", run(content, look=look)))

    def look(self, *, right_to_left: bool = False) -> Element:
        """The properties of a run of ours."""
        return w(
            "rPr",
            w("rStyle", val=self.house.ids[self.style]) if self.style else None,
            *((w("b"), w("bCs")) if self.bold else ()),
            *((w("i"), w("iCs")) if self.italic else ()),
            w("rtl") if right_to_left else w("lang", val=self.language),
        )
