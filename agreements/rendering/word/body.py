"""The whole body of an agreement: page 1, clauses, signing, schedules, each heading with its bookmark."""

from collections.abc import Iterator, Sequence
from itertools import count
from typing import Final

from agreements.document import labels
from agreements.document.nodes import Clause, Document, Paragraph, Picture
from agreements.document.stamp import Stamp
from agreements.rendering.word import styles
from agreements.rendering.word.blocks import Blocks, Place
from agreements.rendering.word.house import House
from agreements.rendering.word.inlines import Inlines, Target
from agreements.rendering.word.markup import Element, run, text, w
from agreements.rendering.word.numbering import TEXT_INDENT, Number
from agreements.rendering.word.paragraphs import Layout, paragraph
from agreements.rendering.word.pictures import Pictures

_BETWEEN_LOGOS: Final = "      "


class Body:
    """Writes one document, its numbers filled in, with the means of one house."""

    def __init__(self, document: Document, stamp: Stamp, house: House) -> None:
        self._document = document
        self._house = house
        self._bookmark_ids = count(house.first_bookmark)
        self._targets = {
            part.id: Target(f"_Agreement{place}", _number(part)) for place, part in enumerate(document.parts(), 1)
        }
        self._inlines = Inlines(house.styles, self._targets, document.language)
        self._pictures = Pictures(house.word)
        self._blocks = Blocks(self._inlines, house.numbering, stamp, self._pictures)

    def elements(self) -> Iterator[Element]:
        """The paragraphs and tables, in reading order."""
        document = self._document
        if document.logos:
            yield self._logos(document.logos)
        yield self._words(styles.TITLE, document.title)
        yield self._words(styles.SUBTITLE, document.kind)
        if document.notice:
            yield self._words(styles.NOTICE, document.notice)
        yield from self._blocks.elements(document.front, Place(self._house.width))
        for clause in document.clauses:
            yield from self._part(clause, Number(self._house.numbering.clauses))
        yield from self._part(document.signing)
        for place, schedule in enumerate(document.schedules):
            yield from self._part(schedule, Number(self._house.numbering.schedules), on_new_page=place == 0)

    def _logos(self, logos: Sequence[Picture]) -> Element:
        """The logos in a row, with ordinary spaces between them, so that a long row goes on in a second line."""
        drawings = [self._pictures.drawing(logo, self._house.width) for logo in logos]
        row = [part for drawing in drawings for part in (drawing, run(text(_BETWEEN_LOGOS), look=self._inlines.look()))]
        return paragraph(self._inlines.house, styles.BODY, row[:-1], Layout(left=0, keep_next=True))

    def _words(self, style: str, words: str) -> Element:
        return paragraph(self._inlines.house, style, self._inlines.words(words))

    def _part(self, part: Clause, number: Number | None = None, *, on_new_page: bool = False) -> Iterator[Element]:
        target = self._targets[part.id]
        # Word prints the number; what our heading has after it, such as a colon, is text.
        words = labels.heading(part).removeprefix(target.number)
        hangs = part.label == target.number != ""
        indent = TEXT_INDENT if hangs else 0
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
        left = TEXT_INDENT if has_numbers else 0
        yield from self._blocks.elements(part.blocks, Place(self._house.width, left, number.list_id if number else 0))


def _number(part: Clause) -> str:
    """What Word prints by itself before a heading: "3", "Schedule B"."""
    return labels.schedule(part.label) if part.label.isalpha() else part.label
