"""WordprocessingML, one element at a time. lxml writes the XML, so no text can be taken for a tag."""

from collections.abc import Iterable
from copy import deepcopy
from typing import Final

from lxml import etree

Element = etree._Element  # noqa: SLF001 - the name that lxml's types give to every element

NAMESPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES: Final = {"w": NAMESPACE}
_NSMAP: Final = {"w": NAMESPACE}
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"

_AS_REFERENCES: Final = str.maketrans({character: f"&#{ord(character)};" for character in "{}\t\n"})


def tag(name: str) -> str:
    """The full name of an element or attribute of WordprocessingML."""
    return f"{{{NAMESPACE}}}{name}"


def w(name: str, /, *children: Element | None, **attributes: str | int) -> Element:
    """An element `w:name`; attributes get the same prefix, and a child that is None is left out."""
    element = etree.Element(tag(name), nsmap=_NSMAP)
    for key, value in attributes.items():
        element.set(tag(key), str(value))
    element.extend([child for child in children if child is not None])
    return element


def text(words: str) -> Element:
    """Words in a run, every space of them kept."""
    element = w("t")
    element.set(_SPACE, "preserve")
    element.text = words
    return element


def run(*content: Element, look: Element | None = None) -> Element:
    """A run: content that looks alike. `look` is its `w:rPr`."""
    return w("r", look, *content)


def field(instruction: str, result: str, look: Element | None = None) -> list[Element]:
    """A complex field with the result that is shown until Word works it out again.

    Complex, because Word leaves the simple kind (`fldSimple`) out when it compares and converts.
    """
    code = w("instrText")
    code.set(_SPACE, "preserve")
    code.text = f" {instruction} "
    contents = (
        w("fldChar", fldCharType="begin"),
        code,
        w("fldChar", fldCharType="separate"),
        text(result),
        w("fldChar", fldCharType="end"),
    )
    return [run(content, look=deepcopy(look)) for content in contents]


def serialised(elements: Iterable[Element]) -> str:
    """The elements as a string that docxtpl and Jinja pass on unread.

    docxtpl rewrites `{_{`, tabs and line feeds in what it has rendered. Written as character references they are
    none of these to it, and themselves again to the XML parser.
    """
    return as_references("".join(etree.tostring(element, encoding="unicode") for element in elements))


def as_references(xml: str) -> str:
    """XML with the characters that docxtpl rewrites turned into character references."""
    return xml.translate(_AS_REFERENCES)
