"""What a house file may not hold: programs, things it fetches from elsewhere, things that open other programs.

Whatever lies in the house file lies in every agreement made with it, and is opened by every partner.
"""

import re
from collections.abc import Iterator
from posixpath import basename
from typing import Final

from lxml import etree

from agreements.errors import HouseError
from agreements.language import Message, _
from agreements.rendering.word.findings import Finding
from agreements.rendering.word.markup import Element, tag
from agreements.rendering.word.package import CONTENT_TYPES, Parts

_HARMLESS_LINKS: Final = ("http:", "https:", "mailto:", "tel:", "#")
_PROGRAMS: Final = re.compile(
    "macroEnabled|vbaProject|vbaData|activeX|keyMapCustomizations|attachedToolbars", re.IGNORECASE
)
_PROGRAM_LINKS: Final = frozenset(
    {"vbaProject", "wordVbaData", "activeXControlBinary", "control", "keyMapCustomizations", "attachedToolbars"}
)
_FOREIGN_LINKS: Final = frozenset(
    {"oleObject", "package", "aFChunk", "subDocument", "frame", "mailMergeSource", "recipientData"}
)
_MARK: Final = "\0"
_CODE_TAGS: Final = tuple(map(tag, ("fldChar", "instrText", "delInstrText", "fldSimple")))
_FETCHING_FIELDS: Final = re.compile(
    rf"{_MARK}\s*(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|RD|DATABASE|MACROBUTTON)\b|([{{}}])", re.IGNORECASE
)


def check(parts: Parts) -> None:
    """See that the parts of a house file are all harmless.

    Raises:
        HouseError: they are not; the message says what to take out, and how.
    """
    for found in findings(parts):
        raise HouseError(found.sentence)


def findings(parts: Parts) -> Iterator[Finding]:
    """Everything in the parts of a house file that is not harmless, each with the part it stands in."""
    for name, content in parts.items():
        if name.lower().endswith((".xml", ".rels")):
            yield from (Finding(sentence, name) for sentence in _in_part(name, content))


def _in_part(name: str, content: bytes) -> Iterator[Message]:
    try:
        root = _tree(content)
    except HouseError:
        yield _damaged()
        return
    if name == CONTENT_TYPES:
        yield from _in_types(root)
    elif name.endswith(".rels"):
        yield from _in_links(root)
    else:
        yield from _in_field_codes(root)


def _tree(content: bytes) -> Element:
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise HouseError(_damaged()) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise HouseError(_damaged())
    return root


def _damaged() -> Message:
    return _("This Word file is damaged. Open it in Word, and save it again as a Word document (.docx).")


def _in_types(root: Element) -> Iterator[Message]:
    for entry in root:
        kind, part = str(entry.get("ContentType")), str(entry.get("PartName", ".xml"))
        if _PROGRAMS.search(kind):
            yield _no_programs()
        if "wordprocessingml" in kind and not part.lower().endswith(".xml"):
            yield _damaged()


def _no_programs() -> Message:
    return _("This Word file holds macros or buttons. Save it as a Word document without macros (.docx), and use that.")


def _in_links(root: Element) -> Iterator[Message]:
    for link in root:
        kind, target = basename(str(link.get("Type"))), str(link.get("Target"))
        if kind in _PROGRAM_LINKS:
            yield _no_programs()
        elif kind in _FOREIGN_LINKS:
            yield _(
                "This Word file holds a piece of another file. Delete it, or put it in as a picture, and save again."
            )
        elif link.get("TargetMode") == "External" and not _is_harmless(kind, target):
            yield _outside(kind, target)


def _is_harmless(kind: str, target: str) -> bool:
    return kind == "hyperlink" and target.lower().startswith(_HARMLESS_LINKS)


def _outside(kind: str, target: str) -> Message:
    match kind:
        case "attachedTemplate":
            return _(
                "This Word file hangs on a template that only your computer has (%(target)s). In Word, open File, "
                "Options, Add-ins, Manage: Templates, and set the document template to Normal. Then save it again.",
                target=target,
            )
        case "image":
            return _(
                "A picture in this Word file is only linked (%(target)s). Put the picture itself in, and save again.",
                target=target,
            )
        case "hyperlink":
            return _(
                "A link in this Word file leads to %(target)s. Links may only lead to web pages and e-mail addresses.",
                target=target,
            )
        case _:
            return _(
                "This Word file fetches something from elsewhere (%(target)s). Take that out, and save again.",
                target=target,
            )


def _in_field_codes(root: Element) -> Iterator[Message]:
    # A code can be cut into many runs, so they are joined again, with a mark where a field begins or ends.
    codes = "".join(map(_code, root.iter(*_CODE_TAGS)))
    for found in _FETCHING_FIELDS.finditer(codes):
        yield _(
            "A Word field (%(code)s) in this file opens or fetches something when the file is opened. In Word, press "
            "Alt+F9 to see the fields, and delete it.",
            code=found.group().strip(_MARK + " "),
        )


def _code(element: Element) -> str:
    if element.tag == tag("fldSimple"):
        return f"{_MARK}{element.get(tag('instr'))}{_MARK}"
    return _MARK if element.tag == tag("fldChar") else element.text or ""
