"""A signature block: paragraphs with lines for ink, kept together on one page."""

from collections.abc import Iterator
from typing import Final

from agreements.document import labels
from agreements.document.nodes import SignatureBlock, SignatureLine
from agreements.rendering.word import styles
from agreements.rendering.word.inlines import Inlines
from agreements.rendering.word.markup import Element, run, w
from agreements.rendering.word.paragraphs import Layout, paragraph

_LABEL: Final = 1500
"""Where what is signed or printed begins, after its label, in twentieths of a point."""

_LONGEST_LINE: Final = 7900
_ROOM_TO_SIGN: Final = 440
_ROOM_TO_WRITE: Final = 280
"""Space above a line for ink, in twentieths of a point: with the line itself, 12 mm for a name and 9 mm for words."""


def signature_block(block: SignatureBlock, inlines: Inlines, signed_text: str, width: int) -> Iterator[Element]:
    """Where one partner signs, and which text it signs."""
    writer = _Signatures(inlines, min(width, _LONGEST_LINE))
    yield writer.words(styles.SIGNATORY, block.partner)
    if block.particulars:
        yield writer.words(styles.SIGNING, block.particulars)
    for words in (block.words, *block.people):
        yield writer.words(styles.SIGNING, words)
    for line in block.lines:
        yield from writer.lines(line)
    if block.authority:
        yield writer.line(block.authority, is_aligned=False, above=_ROOM_TO_WRITE)
    yield writer.words(styles.SIGNED_TEXT, signed_text, keep_next=False)


class _Signatures:
    def __init__(self, inlines: Inlines, end: int) -> None:
        self._inlines = inlines
        self._end = end

    def words(self, style: str, words: str, *, keep_next: bool = True) -> Element:
        layout = Layout(keep_next=keep_next, keep_lines=True)
        return paragraph(self._inlines.house, style, self._inlines.words(words), layout)

    def lines(self, line: SignatureLine) -> Iterator[Element]:
        for label, known in labels.signature_fields(line):
            yield self.line(label, known, above=_ROOM_TO_SIGN if label == labels.SIGNATURE else None)

    def line(self, label: str, printed: str = "", *, is_aligned: bool = True, above: int | None = None) -> Element:
        """A label, then what is known or a line for ink: `is_aligned` with those above, or right after the label."""
        after_label = round(_LABEL * self._inlines.house.scale) if is_aligned else 0
        stops = ((after_label, False),) if is_aligned else ()
        layout = Layout(
            left=after_label or None,
            hanging=after_label,
            stops=(*stops, (self._end, True)),
            above=above,
            keep_next=True,
            keep_lines=True,
        )
        # Word draws the line along the second jump.
        known = self._inlines.words(printed) if printed else [self._inlines.space_for_ink(label, w("tab"))]
        jump = [run(w("tab"))] if is_aligned else []
        content = [*self._inlines.words(label if jump else f"{label} "), *jump, *known]
        return paragraph(self._inlines.house, styles.SIGNING_LINE, content, layout)
