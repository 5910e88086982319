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
from agreements.rendering.word.findings import Finding
from agreements.rendering.word.markup import Element, tag
from agreements.rendering.word.places import paragraphs
from agreements.rendering.word.template import HouseTemplate

_IN_TEXT: Final = _("in the text")
_BODY_PART: Final = _("body")
_STRAIGHT: Final = str.maketrans("“”‘’", "\"\"''")
"""Word bends quotation marks as they are typed; docxtpl straightens them in tags."""
_BODY: Final = re.compile(r"\{\{p\s+body\s*\}\}")
_TAG: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_EDGE: Final = re.compile(r"\{[{%#]|[}%#]\}")
_PARAGRAPH_TAG: Final = re.compile(r"\{[{%#]p\s")
_LAYOUT_TAG: Final = re.compile(r"^\{[{%#](tr|tc|r|-|\+)|[-+][}%#]\}$|^\{%\s*(colspan|cellbg|vm|hm)\b")
"""docxtpl's tags for rows, columns and runs, and Jinja's for white space: they change the file around them."""

_ALONE: Final = {
    "if": "{whole}{{% endif %}}",
    "elif": "{{% if draft %}}{whole}{{% endif %}}",
    "else": "{{% if draft %}}{whole}{{% endif %}}",
    "endif": "{{% if draft %}}{whole}",
}
"""The statements that a house may hold, and what each needs around it to be read by itself."""

_WITHOUT_FIELDS: Final = {
    CONTENT_TYPE.WML_ENDNOTES: _("an endnote"),
    CONTENT_TYPE.WML_COMMENTS: _("a comment"),
}


@dataclass(frozen=True)
class _Part:
    """A part of the file that docxtpl fills: where it stands, in words for a person, and its tree and readable XML."""

    place: Message
    name: str
    root: Element
    source: str


def check(template: HouseTemplate) -> None:
    """See that the tags of a house file do no more than they may, and that the body stands in it once.

    Raises:
        HouseError: they do not; the message is the first of the `findings`.
    """
    for found in findings(template):
        raise HouseError(found.sentence)


def findings(template: HouseTemplate) -> Iterator[Finding]:
    """Everything that is wrong with the tags of a house file, each with where it stands."""
    for part in _parts(template):
        found = [*_in_paragraphs(part)] or [*_in_part(part)]
        yield from found
    yield from _about_body(template.get_docx().element)
    yield from _in_parts_without_fields(template)


def _in_paragraphs(part: _Part) -> Iterator[Finding]:
    """What can be seen in one paragraph alone, and an `if` that is not closed."""
    open_ifs: list[str] = []
    for _paragraph, words, where in paragraphs(part.root, part.name):
        yield from _in_paragraph(words, part.place, where)
        for one in _TAG.finditer(words):
            word = _statement(one.group())
            if word == "if":
                open_ifs.append(where)
            elif word in ("elif", "else", "endif") and not open_ifs:
                yield Finding(fields.incomplete(part.place, words), where)
            elif word == "endif":
                open_ifs.pop()
    for where in open_ifs:
        yield Finding(_never_closed(part.place), where)


def _in_paragraph(words: str, place: Message, where: str) -> Iterator[Finding]:
    """See that docxtpl would lose no words: it drops those beside {%p ... %}, and from an open tag to the next."""
    tags = [match.group() for match in _TAG.finditer(words)]
    if _EDGE.search(_TAG.sub("", words)):
        yield Finding(fields.incomplete(place, words), where)
    if any(_LAYOUT_TAG.search(tag) for tag in tags):
        yield Finding(fields.too_much(place), where)
        return
    if any(_PARAGRAPH_TAG.match(tag) for tag in tags) and words.strip() not in tags:
        yield Finding(_not_alone(place, next(filter(_PARAGRAPH_TAG.match, tags))), where)
    for one in tags:
        yield from _in_tag(one, place, where)


def _in_tag(one: str, place: Message, where: str) -> Iterator[Finding]:
    """What one tag says, read as if it stood alone: an `if` is closed for it."""
    word = _statement(one)
    if word and word not in _ALONE:
        yield Finding(fields.too_much(place), where)
        return
    whole = _PARAGRAPH_TAG.sub(lambda match: f"{match.group()[:2]} ", one.translate(_STRAIGHT))
    try:
        fields.parsed(_ALONE.get(word, "{whole}").format(whole=whole), place)
    except HouseError as error:
        yield Finding(str(error), where)


def _statement(one: str) -> str:
    """The first word of a tag that is a statement: "if", "endif"."""
    match = re.match(r"\{%(?:p\s)?\s*(\w+)", one)
    return match[1] if match else ""


def _in_part(part: _Part) -> Iterator[Finding]:
    """What only the part as a whole tells, as docxtpl will read it."""
    try:
        parsed = fields.parsed(part.source, part.place)
    except HouseError as error:
        yield Finding(str(error), part.name)
        return
    bodies = fields.named(parsed).count(fields.BODY)
    printed = fields.printed(parsed).count(fields.BODY) if part.place is _IN_TEXT else 0
    if bodies != printed or bodies > 1:
        placed = [where for _p, words, where in paragraphs(part.root, part.name) if fields.BODY in words]
        yield Finding(_misplaced(), placed[-1] if placed else part.name)


def _about_body(root: Element) -> Iterator[Finding]:
    found = [one for one in paragraphs(root, _BODY_PART) if _BODY.search(one[1])]
    if not found:
        yield Finding(_no_body())
    elif len(found) == 1 and not _is_in_text(found[0][0]):
        yield Finding(_misplaced(), found[0][2])


def _is_in_text(paragraph: Element) -> bool:
    """Whether a paragraph stands in the text itself, and not in a table or text box."""
    above = paragraph.getparent()
    return above is not None and above.tag == tag("body")


def body_paragraph(root: Element) -> Element:
    """The paragraph in which the body is to stand.

    Raises:
        HouseError: there is none, or it does not stand by itself.
    """
    found = [(paragraph, words) for paragraph, words, _where in paragraphs(root, "") if _BODY.search(words)]
    if not found:
        raise HouseError(_no_body())
    paragraph, words = found[0]
    if len(found) > 1 or not _is_in_text(paragraph) or not _BODY.fullmatch(words.strip()):
        raise HouseError(_misplaced())
    return paragraph


def _no_body() -> Message:
    return _(
        "There is no {{p body }} in this Word file. Write it, with the p, in a paragraph of its own where the "
        "agreement is to stand."
    )


def _not_alone(place: Message, one: str) -> Message:
    return _(
        "%(tag)s stands %(place)s with other words beside it. Put it in a paragraph of its own.",
        tag=one,
        place=place,
    )


def _never_closed(place: Message) -> Message:
    return _(
        "A field %(place)s is not complete, near “{%% if”. Write it like {{ title }}, with two curly brackets on each "
        "side, and end each {%% if draft %%} with {%% endif %%}.",
        place=place,
    )


def _misplaced() -> Message:
    return _(
        "The body must stand once, as {{p body }}, alone in a paragraph of its own: not in a table, text box, header, "
        "footer or note, and not inside an if."
    )


def _parts(template: HouseTemplate) -> Iterator[_Part]:
    word = template.get_docx()
    yield _Part(_IN_TEXT, _BODY_PART, word.element, template.patch_xml(template.get_xml()))
    kinds = (
        (_("in a header"), _("header"), template.HEADER_URI),
        (_("in a footer"), _("footer"), template.FOOTER_URI),
    )
    for place, name, link_type in kinds:
        for number, (_key, part) in enumerate(template.get_headers_footers(link_type), 1):
            yield _Part(place, f"{name} {number}", part.element, readable(template, part))
    for part in word.part.package.iter_parts():
        if part.content_type == CONTENT_TYPE.WML_FOOTNOTES:
            source = template.patch_xml(part.blob.decode())
            yield _Part(_("in a footnote"), _("footnotes"), etree.fromstring(part.blob), source)


def readable(template: HouseTemplate, part: XmlPart) -> str:
    """The XML of a header or footer with each tag in one piece, as docxtpl will render it."""
    source: str = template.patch_xml(template.get_part_xml(part))
    return source


def _in_parts_without_fields(template: HouseTemplate) -> Iterator[Finding]:
    for part in template.get_docx().part.package.iter_parts():
        if part.content_type in _WITHOUT_FIELDS and _EDGE.search(re.sub("<[^>]*>", "", part.blob.decode())):
            place = _WITHOUT_FIELDS[part.content_type]
            sentence = _(
                "Fields do not work in %(place)s. Put it in the text, a header, a footer or a footnote.", place=place
            )
            yield Finding(sentence, place)
