"""The styles our paragraphs ask for, by the names Word knows them under, and how a house comes by those it lacks.

A house's own style always wins: it decides how things look. What it does not have is copied from the plain house,
with the styles it builds on. Names that begin with "Agreement" are ours. The others are Word's own, which stand in
English in the files of every language, while the ids differ ("berschrift1").
"""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Final

from lxml import etree

from agreements.rendering.word.markup import NAMESPACES, Element, tag
from agreements.rendering.word.package import plain_parts

TITLE: Final = "Title"
SUBTITLE: Final = "Subtitle"
HEADING: Final = "heading 1"
SUBHEADING: Final = "heading 2"
BODY: Final = "Body Text"
PARAGRAPH: Final = "Agreement Paragraph"
OWN_WORDS: Final = "Agreement Own Words"
NOTICE: Final = "Agreement Notice"
LETTERED: Final = "List Number"
BULLETED: Final = "List Bullet"
CAPTION: Final = "caption"
CELL: Final = "Agreement Cell"
TABLE: Final = "Agreement Table"
FACTS: Final = "Agreement Facts"
SIGNATORY: Final = "Agreement Signatory"
SIGNING: Final = "Agreement Signing"
SIGNING_LINE: Final = "Agreement Signing Line"
SIGNED_TEXT: Final = "Agreement Signed Text"
TERM: Final = "Agreement Term"
GAP: Final = "Agreement Gap"
BLANK: Final = "Agreement Blank"
FOOTER: Final = "footer"


@dataclass(frozen=True)
class HouseStyles:
    """The styles of one house.

    Attributes:
        ids: the id that each style of the plain house has in this one, by its name.
        scale: how much larger its type is than in the plain house.
        room: how much of the usual space stands under its tables.
        numbering_ids: the ids of those that number their paragraphs, themselves or by the style they build on.
    """

    ids: Mapping[str, str]
    numbering_ids: frozenset[str]
    scale: float = 1
    room: float = 1

    def numbers(self, name: str) -> bool:
        """Whether this style numbers its paragraphs in this house."""
        return self.ids[name] in self.numbering_ids


def completed(house: Element, scale: float = 1, room: float = 1) -> HouseStyles:
    """Add to a house's `w:styles` what it lacks, and touch nothing else."""
    plain = etree.fromstring(plain_parts()["word/styles.xml"])
    known = {_name(style).lower(): _id(style) for style in _styles(house)}
    ids = {_name(style): known.get(_name(style).lower()) or _fresh(_id(style), known) for style in _styles(plain)}
    renamed = {_id(style): ids[_name(style)] for style in _styles(plain)}
    house.extend([_copy(style, renamed) for style in _styles(plain) if _name(style).lower() not in known])
    return HouseStyles(ids, _with_numbers(_styles(house)), scale, room)


def lacking(house: Element) -> tuple[str, ...]:
    """The names of the styles that a house's `w:styles` does not have, and that we add."""
    known = {_name(style).lower() for style in _styles(house)}
    plain = etree.fromstring(plain_parts()["word/styles.xml"])
    return tuple(_name(style) for style in _styles(plain) if _name(style).lower() not in known)


def _with_numbers(house: Sequence[Element]) -> frozenset[str]:
    bases = {_id(style): _base(style) for style in house}
    found = {_id(style) for style in house if style.find("w:pPr/w:numPr", NAMESPACES) is not None}
    more = found
    while more:
        more = {style_id for style_id, base in bases.items() if base in found} - found
        found |= more
    return frozenset(found)


def _base(style: Element) -> str:
    base = style.find("w:basedOn", NAMESPACES)
    return "" if base is None else str(base.get(tag("val")))


def _styles(root: Element) -> list[Element]:
    return root.findall("w:style", NAMESPACES)


def _id(style: Element) -> str:
    return str(style.get(tag("styleId")))


def _name(style: Element) -> str:
    name = style.find("w:name", NAMESPACES)
    return "" if name is None else str(name.get(tag("val")))


def _fresh(style_id: str, known: Mapping[str, str]) -> str:
    while style_id in known.values():
        style_id += "2"
    return style_id


def _copy(style: Element, renamed: Mapping[str, str]) -> Element:
    copy = deepcopy(style)
    copy.set(tag("styleId"), renamed[_id(style)])
    copy.attrib.pop(tag("default"), "")
    for link in copy.iterchildren(tag("basedOn"), tag("next")):
        link.set(tag("val"), renamed[str(link.get(tag("val")))])
    return copy
