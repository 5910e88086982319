"""An agreement as a Word file: the tree becomes paragraphs of Word, which docxtpl puts into a house.

How a house is filled, one module for each step:

1. `house`: open the file the agreement goes into; read its tags; add the styles and the numbering it lacks.
2. `running`: add to its footers what every page must say.
3. `body`: write the tree as WordprocessingML.
4. `template`: docxtpl fills the fields, and puts the body where {{p body }} stands.
5. `package`: write the parts in one order with one date, so that the same agreement is the same file.
"""

from agreements.document.column_widths import with_room_for_words
from agreements.document.nodes import Document, Layout
from agreements.document.sheet import Sheet
from agreements.document.stamp import Stamp
from agreements.rendering.houses import LARGE_PRINT, OUR_HOUSES, PLAIN, House
from agreements.rendering.large_print import enlarged, enlarged_sheet
from agreements.rendering.word import fields, properties, running, sheet_pages
from agreements.rendering.word.body import document_body, sheet_body
from agreements.rendering.word.checking import checked
from agreements.rendering.word.house import blamed, opened, our_house
from agreements.rendering.word.markup import serialised
from agreements.rendering.word.package import packed, unpacked

__all__ = ["checked", "our_house", "render_docx", "render_sheet"]


def render_docx(document: Document, stamp: Stamp, house: House | None) -> bytes:
    """A numbered document as a .docx file.

    Args:
        document: with its numbers filled in.
        stamp: what every page says of this copy.
        house: one of ours by its name, or a Word file with the fields of `fields.FIELDS`; None for the plain house.

    Raises:
        HouseError: the house file cannot be used; the message says what to change in it.
    """
    if house == LARGE_PRINT:
        document = enlarged(document, OUR_HOUSES[LARGE_PRINT].most_columns)
    document = with_room_for_words(document)
    target = opened(house, compact=document.layout is Layout.COMPACT)
    body = serialised(document_body(document, stamp, target))
    values = fields.filled(document, stamp, body)
    with blamed(house):
        running.complete(target, [name for name in ("draft", "notice", "stamp") if values[name]])
        target.template.render(values, fields.environment())
        properties.fill(target.word.core_properties, document, stamp)
        return packed(unpacked(target.template.saved()))


def render_sheet(sheet: Sheet, house: str = PLAIN) -> bytes:
    """A worksheet as a .docx file, in one of our houses."""
    if house == LARGE_PRINT:
        sheet = enlarged_sheet(sheet)
    target = opened(house)
    if OUR_HOUSES[house].is_shrinkable:
        sheet_pages.enlarge(target.word)
    if sheet.is_compact:
        sheet_pages.fit_one_page(target.word)
    values = fields.filled_for_sheet(sheet, serialised(sheet_body(sheet, target)))
    running.complete(target, ["stamp"])
    target.template.render(values, fields.environment())
    properties.fill_for_sheet(target.word.core_properties, sheet)
    return packed(unpacked(target.template.saved()))
