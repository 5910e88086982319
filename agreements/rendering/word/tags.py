"""The tags of a house file, read before they run: each must be a known field, and the body must have its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from docx.opc.constants import CONTENT_TYPE
from docx.opc.part import XmlPart
from lxml import etree

from agreements.errors import HouseError
from agreements.language import Message, _
from agreements.rendering.word import fields
from agreements.rendering.word.markup import Element, tag
from agreements.rendering.word.template import HouseTemplate

_IN_TEXT: Final = _("in the text")
_BODY: Final = re.compile(r"\{\{p\s+body\s*\}\}")
_TAG: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_EDGE: Final = re.compile(r"\{[{%#]|[}%#]\}")
_PARAGRAPH_TAG: Final = re.compile(r"\{[{%#]p\s")
_LAYOUT_TAG: Final = re.compile(r"^\{[{%#](tr|tc|r|-|\+)|[-+][}%#]\}$|^\{%\s*(colspan|cellbg|vm|hm)\b")
"""docxtpl's tags for rows, columns and runs, and Jinja's for white space: they change the file around them."""

_WITHOUT_FIELDS: Final = {
    CONTENT_TYPE.WML_ENDNOTES: _("an endnote"),
    CONTENT_TYPE.WML_COMMENTS: _("a comment"),
}


@dataclass(frozen=True)
class _Part:
    """A part of the file that docxtpl fills: where it stands, in words for a person, and its tree and readable XML."""

    place: Message
    root: Element
    source: str


def check(template: HouseTemplate) -> None:
    """See that the tags of a house file do no more than they may, and that the body stands in it once.

    Raises:
        HouseError: they do not; the message says what to change.
    """
    for part in _parts(template):
        for _paragraph, words in _paragraphs(part.root):
            _check_paragraph(words, part.place)
        parsed = fields.parsed(part.source, part.place)
        bodies = fields.named(parsed).count(fields.BODY)
        printed = fields.printed(parsed).count(fields.BODY) if part.place is _IN_TEXT else 0
        if bodies != printed or bodies > 1:
            raise HouseError(_misplaced())
    body_paragraph(template.get_docx().element)
    _check_parts_without_fields(template)


def _check_paragraph(words: str, place: Message) -> None:
    """See that docxtpl would lose no words: it drops those beside {%p ... %}, and from an open tag to the next."""
    tags = [match.group() for match in _TAG.finditer(words)]
    if _EDGE.search(_TAG.sub("", words)):
        raise HouseError(fields.incomplete(place, words))
    if any(_LAYOUT_TAG.search(tag) for tag in tags):
        raise HouseError(fields.too_much(place))
    if any(_PARAGRAPH_TAG.match(tag) for tag in tags) and words.strip() not in tags:
        raise HouseError(
            _(
                "%(tag)s stands %(place)s with other words beside it. Put it in a paragraph of its own.",
                tag=next(filter(_PARAGRAPH_TAG.match, tags)),
                place=place,
            )
        )


def body_paragraph(root: Element) -> Element:
    """The paragraph in which the body is to stand.

    Raises:
        HouseError: there is none, or it does not stand by itself.
    """
    found = [(paragraph, words) for paragraph, words in _paragraphs(root) if _BODY.search(words)]
    if not found:
        raise HouseError(
            _(
                "There is no {{p body }} in this Word file. Write it, with the p, in a paragraph of its own where the "
                "agreement is to stand."
            )
        )
    paragraph, words = found[0]
    above = paragraph.getparent()
    if len(found) > 1 or above is None or above.tag != tag("body") or not _BODY.fullmatch(words.strip()):
        raise HouseError(_misplaced())
    return paragraph


def _misplaced() -> Message:
    return _(
        "The body must stand once, as {{p body }}, alone in a paragraph of its own: not in a table, text box, header, "
        "footer or note, and not inside an if."
    )


def _paragraphs(root: Element) -> Iterator[tuple[Element, str]]:
    for paragraph in root.iter(tag("p")):
        # A text box stands inside a paragraph, and has paragraphs of its own.
        own = (text for text in paragraph.iter(tag("t")) if next(text.iterancestors(tag("p"))) is paragraph)
        yield paragraph, "".join(text.text or "" for text in own)


def _parts(template: HouseTemplate) -> Iterator[_Part]:
    word = template.get_docx()
    yield _Part(_IN_TEXT, word.element, template.patch_xml(template.get_xml()))
    for place, link_type in ((_("in a header"), template.HEADER_URI), (_("in a footer"), template.FOOTER_URI)):
        for _key, part in template.get_headers_footers(link_type):
            yield _Part(place, part.element, readable(template, part))
    for part in word.part.package.iter_parts():
        if part.content_type == CONTENT_TYPE.WML_FOOTNOTES:
            yield _Part(_("in a footnote"), etree.fromstring(part.blob), template.patch_xml(part.blob.decode()))


def readable(template: HouseTemplate, part: XmlPart) -> str:
    """The XML of a header or footer with each tag in one piece, as docxtpl will render it."""
    source: str = template.patch_xml(template.get_part_xml(part))
    return source


def _check_parts_without_fields(template: HouseTemplate) -> None:
    for part in template.get_docx().part.package.iter_parts():
        if part.content_type in _WITHOUT_FIELDS and _EDGE.search(re.sub("<[^>]*>", "", part.blob.decode())):
            raise HouseError(
                _(
                    "Fields do not work in %(place)s. Put it in the text, a header, a footer or a footnote.",
                    place=_WITHOUT_FIELDS[part.content_type],
                )
            )
