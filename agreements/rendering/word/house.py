"""A house: the Word file an agreement is written into. Its letterhead, its styles, and fields in curly brackets.

Our own are trusted. Any other is read with limits, looked through for what it may not hold, and
its tags are read before they run. After that both are treated alike.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.parts.numbering import NumberingPart
from jinja2 import TemplateError
from lxml import etree

from agreements.errors import HouseError
from agreements.language import _
from agreements.rendering import houses
from agreements.rendering.word import properties, safety, tags
from agreements.rendering.word.compact import ROOM_UNDER_TABLES, tighten
from agreements.rendering.word.markup import NAMESPACES, Element, tag, w
from agreements.rendering.word.numbering import Numbering
from agreements.rendering.word.package import our_parts, packed, plain_parts, read_parts
from agreements.rendering.word.styles import HouseStyles, completed
from agreements.rendering.word.template import HouseTemplate

_UNREADABLE: Final = (
    ArithmeticError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OpcError,
    RecursionError,
    TemplateError,
    TypeError,
    ValueError,
    etree.LxmlError,
)
"""What python-docx, docxtpl and lxml raise for files that are no Word files, found with 3,000 broken ones."""


@dataclass(frozen=True)
class House:
    """A Word file, open and ready to take an agreement.

    Attributes:
        template: the file itself, and `word` what python-docx makes of it.
        styles: the file's, with ours added.
        numbering: the file's counting, with ours added.
        width: of the text where the agreement goes, in twentieths of a point.
        first_bookmark: an id that no bookmark has, and no higher one.
    """

    template: HouseTemplate
    word: WordDocument
    styles: HouseStyles
    numbering: Numbering
    width: int
    first_bookmark: int


def our_house(name: str = houses.PLAIN) -> bytes:
    """One of our houses as a .docx file, to begin a house of one's own from."""
    return packed(our_parts(name))


def opened(house: houses.House | None, *, compact: bool = False) -> House:
    """Somebody's house, or one of ours (the plain one, if none is named), which can be made compact.

    Raises:
        HouseError: the file cannot be used; the message says what to change in it.
    """
    if not isinstance(house, Path):
        name = houses.our_name(house)
        ours = houses.OUR_HOUSES[name]
        template = HouseTemplate(BytesIO(our_house(name)))
        return _ready(template, compact=compact and ours.is_shrinkable, scale=ours.scale)
    parts = read_parts(house)
    safety.check(parts)
    with blamed(house):
        template = HouseTemplate(BytesIO(packed(properties.without_own(parts))))
        tags.check(template)
        return _ready(template)


@contextmanager
def blamed(house: houses.House | None) -> Iterator[None]:
    """What goes wrong within is the fault of this house file, unless it is our own.

    Raises:
        HouseError: it went wrong, and the house was not ours.
    """
    try:
        yield
    except _UNREADABLE as error:
        if not isinstance(house, Path):
            raise
        raise HouseError(
            _(
                "We cannot use %(name)s. Open it in Word, and save it as a Word document (.docx). If that does not "
                "help, begin from our plain one.",
                name=house.name,
            )
        ) from error


def _ready(template: HouseTemplate, *, compact: bool = False, scale: float = 1) -> House:
    word: WordDocument = template.get_docx()
    if compact:
        tighten(word)
    place = tags.body_paragraph(word.element)
    _keep_section_break(place)
    _forget_second_styles(word)
    bookmarks = word.element.iter(tag("bookmarkStart"))
    return House(
        template,
        word,
        completed(word.styles.element, scale, ROOM_UNDER_TABLES if compact else 1),
        Numbering(_numbering(word), scale),
        _text_width(place),
        max((int(bookmark.get(tag("id"))) for bookmark in bookmarks), default=0) + 1,
    )


def _forget_second_styles(word: WordDocument) -> None:
    """Word 2010 kept its styles twice. The second part, which nothing else reads, would lack the styles we add."""
    for name, link in list(word.part.rels.items()):
        if link.reltype.endswith("/stylesWithEffects"):
            del word.part.rels[name]


def _keep_section_break(place: Element) -> None:
    """Give a section that ends with the body's paragraph another paragraph to end with, or it is lost with it."""
    section = place.find("w:pPr/w:sectPr", NAMESPACES)
    if section is not None:
        place.addnext(w("p", w("pPr", section)))


def _text_width(place: Element) -> int:
    sections = [section for after in place.itersiblings() for section in after.iter(tag("sectPr"))]
    margins = _length(sections[0], "pgMar", "left") + _length(sections[0], "pgMar", "right")
    return _length(sections[0], "pgSz", "w") - margins


def _length(section: Element, element: str, attribute: str) -> int:
    found = section.find(f"w:{element}", NAMESPACES)
    if found is None:
        raise LookupError(element)
    return int(found.get(tag(attribute), ""))


def _numbering(word: WordDocument) -> Element:
    part = word.part
    if RELATIONSHIP_TYPE.NUMBERING not in {link.reltype for link in part.rels.values()}:
        name = part.package.next_partname("/word/numbering%d.xml")
        empty = plain_parts()["word/numbering.xml"]
        numbering = NumberingPart.load(name, CONTENT_TYPE.WML_NUMBERING, empty, part.package)
        part.relate_to(numbering, RELATIONSHIP_TYPE.NUMBERING)
    root: Element = part.numbering_part.element
    return root
