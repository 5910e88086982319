"""Blocks as paragraphs and tables of Word."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from agreements.document.canonical import words
from agreements.document.direction import direction
from agreements.document.nodes import (
    Blank,
    Block,
    FactList,
    Item,
    ItemList,
    Paragraph,
    Picture,
    SignatureBlock,
    Strong,
    SubHeading,
    Table,
)
from agreements.document.sheet import is_room
from agreements.rendering.word import styles
from agreements.rendering.word.inlines import Inlines
from agreements.rendering.word.markup import Element, run, w
from agreements.rendering.word.numbering import DEEPEST, Number, Numbering
from agreements.rendering.word.paragraphs import Layout, paragraph
from agreements.rendering.word.pictures import Pictures
from agreements.rendering.word.signatures import signature_block
from agreements.rendering.word.tables import fact_table, table

_ABOVE_AFTER_TABLE = 200
"""Space between a table and the text under it, in twentieths of a point; Word's tables have none of their own."""


_ABOVE_INK = 160
"""Space above a line for ink in a cell, so that a hand has room: with the line itself, 7 mm."""

_ROOM_TO_WRITE = 400
"""The height of a line across the page: 7 mm."""

_SHY_OF_THE_EDGE = 40
"""How far such a line ends before the edge: a jump to the edge itself may end in the line below."""

_ABOVE_QUESTION = 100
"""Space above a question on a worksheet."""

_SEVERAL_BLANKS = 22
"""Spaces in each line for ink where several stand in one line of type, such as day, month and year."""

_SPACE_IN_CELL = 66
"""The widest that a space is in any usual font of 9.5 points, so that the line stays within its cell."""


@dataclass(frozen=True)
class Place:
    """Where blocks stand.

    Attributes:
        width: of the space they may fill, and `left` where their text begins in it, in twentieths of a point.
        list_id: the counting that numbered paragraphs belong to (0 where none are).
        level: how many lists they stand in.
        number: what the next paragraph counts as, and `item_style` its style, if it is the first of an item.
        above: space above the next paragraph, where its style's own is not enough.
    """

    width: int
    left: int = 0
    list_id: int = 0
    level: int = 0
    in_cell: bool = False
    number: Number | None = None
    item_style: str = ""
    above: int | None = None


@dataclass(frozen=True)
class Blocks:
    """Writes blocks with the styles and the numbering of one house; tables for ink have a grid.

    `row_for_ink` is the least height of their rows, in twentieths of a point; 0 where tables are read and not filled.
    """

    inlines: Inlines
    numbering: Numbering
    signed_text: str
    pictures: Pictures
    row_for_ink: int = 0

    def elements(self, blocks: Sequence[Block], place: Place) -> Iterator[Element]:
        """The paragraphs and tables for blocks that follow each other."""
        for before, block, after in zip((None, *blocks), blocks, (*blocks[1:], None), strict=False):
            under_table = isinstance(before, Table | FactList) and not place.in_cell
            above = round(_ABOVE_AFTER_TABLE * self.inlines.house.room)
            here = replace(place, above=above) if under_table else place
            yield from self._block(block, here, keep_next=_introduces(block, after))
            place = replace(place, number=None)

    def _block(self, block: Block, place: Place, *, keep_next: bool) -> Iterator[Element]:
        match block:
            case Paragraph():
                yield self._paragraph(block, place, keep_next=keep_next)
            case SubHeading():
                layout = Layout(left=0, keep_next=True, keep_lines=True)
                yield self._styled(styles.SUBHEADING, self.inlines.elements(block.inlines), layout)
            case ItemList(items=items, ordered=ordered):
                yield from self._list(items, place, ordered=ordered)
            case Table():
                yield from table(block, self._cell, self.inlines, place.width, self.row_for_ink)
            case FactList():
                yield from fact_table(block, self._cell, self.inlines, place.width)
            case SignatureBlock():
                yield from signature_block(block, self.inlines, self.signed_text, place.width)
            case Picture():
                layout = Layout(left=0, above=place.above, keep_next=keep_next)
                yield self._styled(styles.BODY, [self.pictures.drawing(block, place.width)], layout)

    def _paragraph(self, block: Paragraph, place: Place, *, keep_next: bool) -> Element:
        text_runs = direction(words(block.inlines)) if block.typed or place.in_cell else "ltr"
        number, hanging = _counting(block, place, self.numbering)
        layout = Layout(
            number=number,
            left=self.numbering.text_indent if block.label else place.left,
            hanging=hanging,
            above=place.above,
            keep_next=keep_next,
            right_to_left=text_runs == "rtl",
        )
        inlines = replace(self.inlines, direction=text_runs)
        if is_room(block) and not place.in_cell:
            return self._room(block, layout, place.width)
        if block.label and not place.list_id:
            return self._labelled(block, layout, inlines)
        blanks = sum(isinstance(inline, Blank) for inline in block.inlines)
        if blanks > 1:
            inlines = replace(inlines, blank=_SEVERAL_BLANKS)
        if place.in_cell and blanks:
            inlines = replace(inlines, blank=int(place.width / (_SPACE_IN_CELL * self.inlines.house.scale)))
            layout = replace(layout, above=_ABOVE_INK)
        return self._styled(_style(block, place), inlines.elements(block.inlines), layout)

    def _room(self, block: Paragraph, layout: Layout, width: int) -> Element:
        """A line across the page, which Word draws under a jump to its end."""
        [purpose] = [inline.purpose for inline in block.inlines if isinstance(inline, Blank)]
        layout = replace(layout, stops=((width - _SHY_OF_THE_EDGE, True),), height=_ROOM_TO_WRITE)
        return self._styled(styles.BODY, [self.inlines.space_for_ink(purpose, w("tab"))], layout)

    def _labelled(self, block: Paragraph, layout: Layout, inlines: Inlines) -> Element:
        """A label that Word does not count is text that stands out to the left: of a question, or of a tick box."""
        indent = self.numbering.label_indent
        layout = replace(layout, number=None, left=indent, hanging=indent, stops=((indent, False),))
        if isinstance(block.inlines[0], Strong):
            layout = replace(layout, above=_ABOVE_QUESTION, keep_next=True)
        content = [*inlines.words(block.label), run(w("tab")), *inlines.elements(block.inlines)]
        return self._styled(styles.BODY, content, layout)

    def _list(self, items: Iterable[Item], place: Place, *, ordered: bool) -> Iterator[Element]:
        level = min(place.level, DEEPEST)
        number = Number(self.numbering.letters(level) if ordered else self.numbering.bullets, level)
        listed = replace(
            place,
            left=place.left + self.numbering.list_indent,
            level=place.level + 1,
            number=number,
            item_style=styles.LETTERED if ordered else styles.BULLETED,
        )
        for item in items:
            yield from self._item(item, listed)
            listed = replace(listed, above=None)

    def _item(self, item: Item, place: Place) -> Iterator[Element]:
        if not isinstance(item.blocks[0], Paragraph):
            # The label of an item that begins with a list or a table needs a paragraph to stand in.
            yield self._paragraph(Paragraph(()), place, keep_next=True)
            place = replace(place, number=None, above=None)
        yield from self.elements(item.blocks, place)

    def _cell(self, blocks: Sequence[Block], width: int) -> Iterator[Element]:
        yield from self.elements(blocks, Place(width, in_cell=True))

    def _styled(self, style: str, content: Iterable[Element], layout: Layout) -> Element:
        return paragraph(self.inlines.house, style, content, layout)


def _introduces(block: Block, after: Block | None) -> bool:
    """Whether a paragraph of ours leads up to what follows, so that a page may not end between them."""
    if not isinstance(block, Paragraph) or block.typed or after is None:
        return False
    return not isinstance(after, Paragraph) or after.typed or is_room(after)


def _counting(block: Paragraph, place: Place, numbering: Numbering) -> tuple[Number | None, int]:
    if block.label:
        return Number(place.list_id, 1), numbering.text_indent
    if place.number:
        return place.number, numbering.list_indent
    return None, 0


def _style(block: Paragraph, place: Place) -> str:
    if place.in_cell:
        return styles.CELL
    if place.number:
        return place.item_style
    if block.label:
        return styles.PARAGRAPH
    return styles.OWN_WORDS if block.typed else styles.BODY
