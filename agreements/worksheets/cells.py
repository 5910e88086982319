"""One answer in the cell of a table: what was answered, boxes, or room to write."""

from collections.abc import Iterator

from agreements.document.nodes import Blank, Block, Cell, Inline, LineBreak, Paragraph, Text
from agreements.document.sheet import room_to_write
from agreements.questions import Group, LongText, OneRow, SomeRows, YesNo
from agreements.worksheets.choices import fit_a_cell, lettered, run_on
from agreements.worksheets.entries import Entry
from agreements.worksheets.room import boxes, change
from agreements.worksheets.space import Space
from agreements.worksheets.typed import typed_paragraphs

_NOT_ASKED = Cell((Paragraph((Text("–"),)),))


def cell(entry: Entry | None, group: type[Group], space: Space, *, wide: bool = False) -> Cell:
    """The cell of one question of a group; None where the answers rule it out. A `wide` one has room for names."""
    return Cell(tuple(_contents(entry, group, space, wide=wide))) if entry else _NOT_ASKED


def _contents(entry: Entry, group: type[Group], space: Space, *, wide: bool) -> Iterator[Block]:
    if entry.changes:
        yield from typed_paragraphs(entry.typed)
        yield change(entry.changes)
    ticks = _boxes(entry, group, wide=wide)
    if ticks:
        yield Paragraph(tuple(ticks))
    elif entry.answer is not None:
        yield from typed_paragraphs(entry.question.in_words(entry.answer))
    elif isinstance(entry.question, LongText):
        yield from room_to_write(entry.question.title, space.lines_beside if wide else space.lines_in_a_row)
    else:
        yield Paragraph((Blank(entry.question.title),))


def _boxes(entry: Entry, group: type[Group], *, wide: bool) -> list[Inline]:
    """Boxes under each other; yes and no beside each other."""
    if lettered(entry.question, group) or (isinstance(entry.question, OneRow | SomeRows) and not wide):
        return []
    offered = list(boxes(entry))
    if not fit_a_cell(one.title for one in offered):
        return []
    words = [f"{one.mark}\u00a0{one.title}" for one in offered]
    if isinstance(entry.question, YesNo):
        return [Text(run_on(words))]
    under_each_other: list[Inline] = []
    for one in words:
        under_each_other += [LineBreak(), Text(one)]
    return under_each_other[1:]
