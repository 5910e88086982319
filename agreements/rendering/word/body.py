"""The whole body of a paper, each heading with its bookmark: of an agreement, or of a worksheet."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import Final

from agreements.document import labels
from agreements.document.nodes import Block, Clause, Document, Paragraph, Picture
from agreements.document.sheet import Sheet
from agreements.document.stamp import Stamp
from agreements.rendering.word import styles
from agreements.rendering.word.blocks import Blocks, Place
from agreements.rendering.word.house import House
from agreements.rendering.word.inlines import Inlines, Target
from agreements.rendering.word.markup import Element, run, text, w
from agreements.rendering.word.numbering import Number
from agreements.rendering.word.paragraphs import Layout, paragraph
from agreements.rendering.word.pictures import Pictures

_BETWEEN_LOGOS: Final = "      "

_ROW, _LOW_ROW = 681, 540
"""The least height of a row that a hand can fill, 12 mm, and where all is on one page, in twentieths of a point."""


def document_body(document: Document, stamp: Stamp, house: House) -> Iterator[Element]:
    """An agreement, its numbers filled in: page 1, clauses, signing, schedules."""
    body = _Body(document.parts(), document.language, labels.signed_text(stamp), house)
    if document.logos:
        yield body.logos(document.logos)
    yield from body.opening(document.title, document.kind, document.notice)
    yield from body.blocks(document.front)
    if document.not_agreed:
        yield from body.part(document.not_agreed)
    if document.glance:
        yield from body.part(document.glance)
    for clause in document.clauses:
        yield from body.part(clause, Number(house.numbering.clauses) if clause.label else None)
    if document.signing:
        yield from body.part(document.signing)
    for schedule in document.schedules:
        yield from body.part(schedule, Number(house.numbering.schedules))


def sheet_body(sheet: Sheet, house: House) -> Iterator[Element]:
    """A worksheet. Its first part begins under the front, each other one on a new page."""
    body = _Body(sheet.parts, sheet.language, "", house, _LOW_ROW if sheet.is_compact else _ROW)
    yield from body.opening(sheet.title, sheet.kind)
    yield from body.blocks(sheet.front)
    for place, part in enumerate(sheet.parts):
        yield from body.part(part, on_new_page=place > 0)


class _Body:
    """Writes the parts of one paper with the means of one house."""

    def __init__(
        self, parts: Iterable[Clause], language: str, signed_text: str, house: House, row_for_ink: int = 0
    ) -> None:
        self._house = house
        self._bookmark_ids = count(house.first_bookmark)
        self._targets = {part.id: Target(f"_Agreement{place}", _number(part)) for place, part in enumerate(parts, 1)}
        self._inlines = Inlines(house.styles, self._targets, language)
        self._pictures = Pictures(house.word)
        self._blocks = Blocks(self._inlines, house.numbering, signed_text, self._pictures, row_for_ink)

    def opening(self, title: str, kind: str, notice: str = "") -> Iterator[Element]:
        yield self._words(styles.TITLE, title)
        yield self._words(styles.SUBTITLE, kind)
        if notice:
            yield self._words(styles.NOTICE, notice)

    def blocks(self, blocks: Sequence[Block]) -> Iterator[Element]:
        return self._blocks.elements(blocks, Place(self._house.width))

    def logos(self, logos: Sequence[Picture]) -> Element:
        """The logos in a row, with ordinary spaces between them, so that a long row goes on in a second line."""
        drawings = [self._pictures.drawing(logo, self._house.width) for logo in logos]
        row = [part for drawing in drawings for part in (drawing, run(text(_BETWEEN_LOGOS), look=self._inlines.look()))]
        return paragraph(self._inlines.house, styles.BODY, row[:-1], Layout(left=0, keep_next=True))

    def _words(self, style: str, words: str) -> Element:
        return paragraph(self._inlines.house, style, self._inlines.words(words))

    def part(self, part: Clause, number: Number | None = None, *, on_new_page: bool = False) -> Iterator[Element]:
        target = self._targets[part.id]
        # Word prints the number; what our heading has after it, such as a colon, is text.
        words = labels.heading(part).removeprefix(target.number)
        hangs = part.label == target.number != ""
        indent = self._house.numbering.text_indent if hangs else 0
        layout = Layout(
            number=number, left=indent, hanging=indent, keep_next=True, keep_lines=True, on_new_page=on_new_page
        )
        bookmark = next(self._bookmark_ids)
        content = [
            w("bookmarkStart", id=bookmark, name=target.bookmark),
            *self._inlines.words(words.lstrip() if hangs else words),
            w("bookmarkEnd", id=bookmark),
        ]
        yield paragraph(self._inlines.house, styles.HEADING, content, layout)
        has_numbers = any(isinstance(block, Paragraph) and block.label for block in part.blocks)
        numbering = self._house.numbering
        left = (numbering.text_indent if number else numbering.label_indent) if has_numbers else 0
        yield from self._blocks.elements(part.blocks, Place(self._house.width, left, number.list_id if number else 0))


def _number(part: Clause) -> str:
    """What Word prints by itself before a heading: "3", "Schedule B"."""
    return labels.schedule(part.label) if part.label.isalpha() else part.label
