"""Our own numbering, added to that of the house and set on every numbered paragraph.

So numbers do not hang on the house's styles: a heading is "3" in any house, and a house's own lists go on counting by
themselves. Word works the numbers out; they equal the labels of the tree because both count alike.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from agreements.document import labels
from agreements.rendering.word.markup import NAMESPACES, Element, tag, w

TEXT_INDENT: Final = 680
"""Where the text of clauses begins, after their numbers, in twentieths of a point (1.2 cm), in the plain house."""

LABEL_INDENT: Final = 900
"""Where text begins beside a label that Word does not count, such as "12.3.4a" (1.6 cm), in the plain house."""

LIST_INDENT: Final = 454
"""How much further each list is set in (0.8 cm)."""

DEEPEST: Final = 8
"""Word counts nine levels, from 0."""


@dataclass(frozen=True)
class Number:
    """The place of one paragraph in Word's counting: `w:numPr`."""

    list_id: int
    level: int = 0

    def element(self) -> Element:
        """This number as a property of a paragraph."""
        return w("numPr", w("ilvl", val=self.level), w("numId", val=self.list_id))


UNNUMBERED: Final = Number(0)
"""Takes the number off a paragraph whose style has one in this house."""


class Numbering:
    """The counting of one Word file. Makes our definitions in the house's `w:numbering`, with ids of their own."""

    def __init__(self, root: Element, scale: float = 1) -> None:
        self.text_indent, self.list_indent = round(TEXT_INDENT * scale), round(LIST_INDENT * scale)
        self.label_indent = round(LABEL_INDENT * scale)
        self._root = root
        self._next_definition = _free_id(root.iterfind("w:abstractNum", NAMESPACES), "abstractNumId")
        self._next_list = _free_id(root.iterfind("w:num", NAMESPACES), "numId")
        clause = _level(0, "decimal", "%1", self.text_indent, self.text_indent)
        schedule = _level(0, "upperLetter", labels.schedule("%1"), 0, 0, suffix="nothing")
        self.clauses = self._list_of(self._define("5A7E0001", _clause_levels(clause, self.text_indent)))
        self.schedules = self._list_of(self._define("5A7E0002", _clause_levels(schedule, self.text_indent)))
        self.bullets = self._list_of(self._define("5A7E0003", _list_levels("bullet", labels.BULLET, self.list_indent)))
        self._letters = self._define("5A7E0004", _list_levels("lowerLetter", "(%{})", self.list_indent))

    def letters(self, level: int) -> int:
        """A new list with letters that begins at (a)."""
        restart = w("lvlOverride", w("startOverride", val=1), ilvl=level)
        return self._list_of(self._letters, restart)

    def _define(self, fingerprint: str, levels: Iterable[Element]) -> int:
        # `nsid` tells Word that two lists are different, which it otherwise guesses when text is pasted.
        definition = w("abstractNum", w("nsid", val=fingerprint), w("multiLevelType", val="multilevel"), *levels)
        definition.set(tag("abstractNumId"), str(self._next_definition))
        self._insert(definition, after=("numPicBullet", "abstractNum"))
        self._next_definition += 1
        return self._next_definition - 1

    def _list_of(self, definition: int, *overrides: Element) -> int:
        number = w("num", w("abstractNumId", val=definition), *overrides, numId=self._next_list)
        self._insert(number, after=("numPicBullet", "abstractNum", "num"))
        self._next_list += 1
        return self._next_list - 1

    def _insert(self, element: Element, after: tuple[str, ...]) -> None:
        # The schema wants pictures, then definitions, then lists.
        before = sum(1 for child in self._root if child.tag in {tag(name) for name in after})
        self._root.insert(before, element)


def _free_id(elements: Iterable[Element], attribute: str) -> int:
    return max((int(element.get(tag(attribute), 0)) for element in elements), default=0) + 1


def _level(level: int, kind: str, label: str, left: int, hanging: int, *, suffix: str = "tab") -> Element:
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val=kind),
        w("suff", val=suffix),
        w("lvlText", val=label),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=left, hanging=hanging)),
        ilvl=level,
    )


def _clause_levels(heading: Element, indent: int) -> tuple[Element, ...]:
    return heading, _level(1, "decimal", "%1.%2", indent, indent)


def _list_levels(kind: str, label: str, indent: int) -> Iterable[Element]:
    for level in range(DEEPEST + 1):
        place = label.format(level + 1)
        yield _level(level, kind, place, indent * (level + 1), indent)
