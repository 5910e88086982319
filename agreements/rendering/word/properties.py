"""What a file says of itself apart from its text: title, kind, version, fingerprint, language.

A house's own properties are left behind. They name who made the letterhead and when, on which computer, and with what
template: nothing that an agreement should carry to the other partners. There are no dates, so that the same text gives
the same file.
"""

from typing import Final

from docx.opc.coreprops import CoreProperties
from lxml import etree

from agreements.document.nodes import Document
from agreements.document.sheet import Sheet
from agreements.document.stamp import Stamp
from agreements.rendering.word.markup import Element
from agreements.rendering.word.package import CONTENT_TYPES, Parts, plain_parts

_LINKS: Final = "_rels/.rels"
_FOLDER: Final = "docProps/"
_LONGEST: Final = 255
"""Letters that python-docx allows in a property."""


def without_own(parts: Parts) -> dict[str, bytes]:
    """The parts of a house with the plain house's empty properties in place of its own.

    Its thumbnail and its additions to Word's ribbon go too: of the package's links only that to the text is kept.
    """
    plain = plain_parts()
    links, types = etree.fromstring(plain[_LINKS]), etree.fromstring(parts[CONTENT_TYPES])
    _main_link(links).set("Target", str(_main_link(etree.fromstring(parts[_LINKS])).get("Target")))
    for entry in [entry for entry in types if _is_of_properties(entry)]:
        types.remove(entry)
    types.extend([entry for entry in etree.fromstring(plain[CONTENT_TYPES]) if _is_of_properties(entry)])
    return {
        **parts,
        **{name: content for name, content in plain.items() if name.startswith(_FOLDER)},
        _LINKS: etree.tostring(links),
        CONTENT_TYPES: etree.tostring(types),
    }


def fill(properties: CoreProperties, document: Document, stamp: Stamp) -> None:
    """Say what this copy is. Only after rendering, because docxtpl would escape the words a second time."""
    properties.title = document.title[:_LONGEST]
    properties.subject = document.kind[:_LONGEST]
    properties.comments = document.notice[:_LONGEST]
    properties.language = document.language
    properties.version = str(stamp.version)
    properties.content_status = str(stamp.status.value)
    properties.identifier = stamp.fingerprint


def fill_for_sheet(properties: CoreProperties, sheet: Sheet) -> None:
    """Say what this worksheet is."""
    properties.title = sheet.title[:_LONGEST]
    properties.subject = sheet.kind[:_LONGEST]
    properties.language = sheet.language


def _main_link(links: Element) -> Element:
    main_links = [link for link in links if str(link.get("Type")).endswith("/officeDocument")]
    return main_links[0]


def _is_of_properties(entry: Element) -> bool:
    return str(entry.get("PartName", "")).lower().startswith(f"/{_FOLDER.lower()}")
