"""What every page must say: draft or not, the notice, the stamp, and which page it is of how many.

A house that has these in its headers or footers keeps them as they are. What it lacks is added under its footer,
because a page without its stamp could belong to any version.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from docx.opc.part import XmlPart
from docx.section import Section

from agreements.document import labels
from agreements.rendering.word import fields, styles
from agreements.rendering.word.house import House
from agreements.rendering.word.markup import Element, field, run, tag, text, w
from agreements.rendering.word.paragraphs import paragraph
from agreements.rendering.word.tags import readable

_PAGE: Final = "page number"
_COUNTERS: Final = {"{page}": "PAGE", "{pages}": "NUMPAGES"}


def complete(house: House, needed: Sequence[str]) -> None:
    """Add to the footers of a house what its pages lack of the needed fields, and page numbers.

    Args:
        house: not yet filled.
        needed: names of fields, in the order they are to be printed.
    """
    has_even = house.word.settings.odd_and_even_pages_header_footer
    in_force: dict[str, XmlPart] = {}
    for section in house.word.sections:
        for kind in _kinds(section, has_even=has_even):
            for name in (f"{kind}header", f"{kind}footer"):
                running = getattr(section, name)
                if not running.is_linked_to_previous:
                    in_force[name] = running.part
            _complete_kind(house, section, kind, in_force, needed)


def _kinds(section: Section, *, has_even: bool) -> Iterator[str]:
    yield ""
    if section.different_first_page_header_footer:
        yield "first_page_"
    if has_even:
        yield "even_page_"


def _complete_kind(
    house: House, section: Section, kind: str, in_force: dict[str, XmlPart], needed: Sequence[str]
) -> None:
    names = (f"{kind}header", f"{kind}footer")
    said = {what for name in names if name in in_force for what in _said(house, in_force[name])}
    lacking = [what for what in (*needed, _PAGE) if what not in said]
    if not lacking:
        return
    if names[1] not in in_force:
        in_force[names[1]] = getattr(section, names[1]).part
        in_force[names[1]].element.clear()
    lines = [paragraph(house.styles, styles.FOOTER, _line(what)) for what in lacking]
    in_force[names[1]].element.extend(lines)


def _said(house: House, part: XmlPart) -> Iterator[str]:
    yield from fields.printed(fields.parsed(readable(house.template, part), ""))
    codes = "".join(code.text or "" for code in part.element.iter(tag("instrText")))
    simple = " ".join(str(code.get(tag("instr"))) for code in part.element.iter(tag("fldSimple")))
    if re.search(r"\bPAGE\b", f"{codes} {simple}"):
        yield _PAGE


def _line(what: str) -> Iterator[Element]:
    if what != _PAGE:
        bold = w("rPr", w("b"), w("bCs")) if what == "draft" else None
        yield run(text(f"{{{{ {what} }}}}"), look=bold)
        return
    for piece in re.split(r"({\w+})", labels.PAGE_NUMBER):
        yield from field(_COUNTERS[piece], "1") if piece in _COUNTERS else [run(text(piece))]
