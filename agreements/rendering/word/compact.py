"""The compact layout in Word: our own houses with smaller type, less room and narrower margins.

Only a house of ours is made compact. What a group's own Word file looks like is for that group to say.
"""

from typing import Final

from docx.document import Document as WordDocument
from docx.shared import Mm

from agreements.rendering.word.markup import Element, tag

_TYPE: Final = 0.9
_HEADINGS: Final = 0.8
_LARGE: Final = 24
"""Half points, from which type is a heading's."""
_SMALLEST: Final = 14
"""Half points."""
_ROOM: Final = 0.22
_LINES: Final = 0.88
_IN_CELLS: Final = 0.3
_SIDE: Final = Mm(14)
_TOP: Final = Mm(15)
_FOOT: Final = Mm(14.5)

ROOM_UNDER_TABLES: Final = 0.4
"""How much of the space that is usual under a table is left."""


def tighten(word: WordDocument) -> None:
    """Make a house compact: the styles it has, and its pages."""
    styles: Element = word.styles.element
    for look in styles.iter(tag("rPr")):
        for size in look.iterchildren(tag("sz"), tag("szCs")):
            is_heading = int(size.get(tag("val"), "0")) >= _LARGE
            _scale(size, "val", _HEADINGS if is_heading else _TYPE, _SMALLEST)
    for room in styles.iter(tag("spacing")):
        for attribute, share in (("before", _ROOM), ("after", _ROOM), ("line", _LINES)):
            _scale(room, attribute, share)
    for cells in styles.iter(tag("tblCellMar")):
        for side in cells.iterchildren(tag("top"), tag("bottom")):
            _scale(side, "w", _IN_CELLS)
    for section in word.sections:
        section.left_margin = section.right_margin = _SIDE
        section.top_margin, section.bottom_margin = _TOP, _FOOT


def _scale(element: Element, attribute: str, share: float, least: int = 0) -> None:
    value = element.get(tag(attribute))
    if value is not None:
        element.set(tag(attribute), str(max(round(int(value) * share), min(least, int(value)))))
