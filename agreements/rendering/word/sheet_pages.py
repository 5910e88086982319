"""A house made fit for worksheets: no text outside tables below 11 points, and narrow margins for one page."""

from typing import Final

from docx.document import Document as WordDocument
from docx.shared import Mm, Pt
from docx.styles.style import BaseStyle

from agreements.rendering.word import styles

_SMALLEST: Final = Pt(11)
_WRITTEN_ON: Final = (styles.BODY, styles.OWN_WORDS, styles.CAPTION)
_APART: Final = (styles.HEADING, styles.SUBTITLE, styles.BODY, styles.CAPTION)
_LITTLE: Final = Pt(3)
_MARGIN: Final = Mm(19)
_TOP, _FOOT, _RUNNING = Mm(15), Mm(14), Mm(8)


def enlarge(word: WordDocument) -> None:
    """Make the type as large as people need who read a sheet on a table that they share."""
    for section in word.sections:
        section.top_margin = section.bottom_margin = _MARGIN
    for style in word.styles:
        if _is_one_of(style, _WRITTEN_ON):
            style.font.size = _SMALLEST
        if _is_one_of(style, (styles.BODY,)):
            style.paragraph_format.space_after = _LITTLE


def fit_one_page(word: WordDocument) -> None:
    """Give a page as much room as printers allow, and leave little between paragraphs."""
    for section in word.sections:
        section.top_margin, section.bottom_margin = _TOP, _FOOT
        section.header_distance = section.footer_distance = _RUNNING
    for style in word.styles:
        if _is_one_of(style, _APART):
            style.paragraph_format.space_before = style.paragraph_format.space_after = _LITTLE


def _is_one_of(style: BaseStyle, names: tuple[str, ...]) -> bool:
    """Whether a style has one of our names: python-docx writes Word's own with other capitals."""
    return (style.name or "").lower() in {name.lower() for name in names}
