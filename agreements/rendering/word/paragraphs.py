"""One paragraph of Word, its properties in the order of the schema."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from agreements.rendering.word.markup import Element, w
from agreements.rendering.word.numbering import UNNUMBERED, Number
from agreements.rendering.word.styles import HouseStyles

_RULE_FOR_INK: Final = "underscore"


@dataclass(frozen=True)
class Layout:
    """How a paragraph stands.

    Attributes:
        number: its place in Word's counting.
        left: where its text begins, in twentieths of a point; None leaves that to the style.
        hanging: how far its number stands out to the left of that.
        stops: tab stops, each in twentieths of a point, and whether a line for ink is drawn up to it.
        above: space above it, in twentieths of a point; None leaves that to the style.
        height: of its one line with all space around it, where neither the style nor `above` is to say.
    """

    number: Number | None = None
    left: int | None = None
    hanging: int = 0
    stops: tuple[tuple[int, bool], ...] = ()
    above: int | None = None
    height: int | None = None
    keep_next: bool = False
    keep_lines: bool = False
    on_new_page: bool = False
    right_to_left: bool = False


_AS_THE_STYLE_SAYS: Final = Layout()


def paragraph(
    house: HouseStyles, style: str, content: Iterable[Element], layout: Layout = _AS_THE_STYLE_SAYS
) -> Element:
    """A paragraph in a style of the house, by its name. It has a number only where the layout gives it one."""
    number = layout.number or (UNNUMBERED if house.numbers(style) else None)
    return w("p", _properties(house.ids[style], layout, number), *content)


def _properties(style_id: str, layout: Layout, number: Number | None) -> Element:
    return w(
        "pPr",
        w("pStyle", val=style_id),
        w("keepNext") if layout.keep_next else None,
        w("keepLines") if layout.keep_lines else None,
        w("pageBreakBefore") if layout.on_new_page else None,
        number.element() if number else None,
        w("tabs", *(_stop(*stop) for stop in layout.stops)) if layout.stops else None,
        w("bidi") if layout.right_to_left else None,
        _spacing(layout),
        None if layout.left is None else _indents(layout.left, layout),
    )


def _spacing(layout: Layout) -> Element | None:
    if layout.height is not None:
        return w("spacing", before=0, after=0, line=layout.height, lineRule="exact")
    return None if layout.above is None else w("spacing", before=layout.above)


def _indents(left: int, layout: Layout) -> Element:
    if layout.right_to_left:
        # Word turns the sides round in such a paragraph: "left" is where it begins. It keeps to the same column.
        return w("ind", left=layout.hanging, right=left - layout.hanging, hanging=layout.hanging)
    return w("ind", left=left, hanging=layout.hanging)


def _stop(position: int, is_for_ink: bool) -> Element:
    return w("tab", val="left", leader=_RULE_FOR_INK if is_for_ink else "none", pos=position)
