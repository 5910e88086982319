"""Tables of Word: header rows that repeat, rows that stay whole, widths that do not depend on the words."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from agreements.document.canonical import words
from agreements.document.nodes import Block, Cell, FactList, ItemList, Paragraph, SubHeading, Table
from agreements.rendering.word import styles
from agreements.rendering.word.inlines import Inlines
from agreements.rendering.word.markup import Element, w
from agreements.rendering.word.paragraphs import Layout, paragraph

CellWriter = Callable[[Sequence[Block], int], Iterable[Element]]
"""Writes blocks that stand in a cell of a width, in twentieths of a point."""

_SIDES: Final = 216
"""The space left and right of the words in a cell, together."""

_LETTER: Final = 95
"""The mean width of a letter in a cell, in twentieths of a point: half of 9.5 points."""

_HALF_A_PAGE: Final = 27
"""Lines of a cell that fill half a page of A4."""

_GRID: Final = "7D9EA1"
"""The colour of a grid for ink, as in the PDF."""

_FACT_SHARES: Final = (32, 68)


def table(block: Table, write: CellWriter, inlines: Inlines, width: int, row_for_ink: int = 0) -> Iterator[Element]:
    """A caption, and the table under it; one for ink has a grid, and rows of at least this height."""
    widths = _widths([column.share for column in block.columns], width)
    caption = Layout(left=0, keep_next=True, keep_lines=True)
    yield paragraph(inlines.house, styles.CAPTION, inlines.words(block.caption), caption)
    names_rows = all(row and row[0].header for row in block.rows)
    header = _row(
        [[_cell_paragraph(inlines, column.title, keep_next=True)] for column in block.columns],
        widths,
        w("cantSplit"),
        w("tblHeader"),
    )
    height = [w("trHeight", val=row_for_ink, hRule="atLeast")] if row_for_ink else []
    rows = (_body_row(row, write, inlines, widths, *height) for row in block.rows)
    look = w("tblLook", firstRow=1, lastRow=0, firstColumn=int(names_rows), lastColumn=0, noHBand=1, noVBand=1)
    grid = _grid() if row_for_ink else None
    caption_of_table = w("tblCaption", val=block.caption)
    yield _table(inlines.house.ids[styles.TABLE], widths, look, [header, *rows], caption_of_table, grid)


def fact_table(block: FactList, write: CellWriter, inlines: Inlines, width: int) -> Iterator[Element]:
    """Named facts: each name beside what it is."""
    widths = _widths(_FACT_SHARES, width)
    rows = []
    for fact in block.facts:
        name = _cell_paragraph(inlines, fact.name, keep_next=False)
        content = _filled(write(fact.blocks, widths[1] - _SIDES), inlines)
        rows.append(_row([[name], content], widths, *_whole_if_short([fact.blocks], widths[1:], inlines.house.scale)))
    look = w("tblLook", firstRow=0, lastRow=0, firstColumn=1, lastColumn=0, noHBand=1, noVBand=1)
    yield _table(inlines.house.ids[styles.FACTS], widths, look, rows)


def _widths(shares: Sequence[int], width: int) -> list[int]:
    return [width * share // 100 for share in shares]


def _table(
    style_id: str,
    widths: Sequence[int],
    look: Element,
    rows: Iterable[Element],
    caption: Element | None = None,
    borders: Element | None = None,
) -> Element:
    return w(
        "tbl",
        w(
            "tblPr",
            w("tblStyle", val=style_id),
            w("tblW", w=sum(widths), type="dxa"),
            borders,
            w("tblLayout", type="fixed"),
            look,
            caption,
        ),
        w("tblGrid", *(w("gridCol", w=width) for width in widths)),
        *rows,
    )


def _row(contents: Iterable[Iterable[Element]], widths: Sequence[int], *properties: Element) -> Element:
    cells = (
        w("tc", w("tcPr", w("tcW", w=width, type="dxa")), *content)
        for content, width in zip(contents, widths, strict=True)
    )
    return w("tr", w("trPr", *properties) if properties else None, *cells)


def _grid() -> Element:
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    return w("tblBorders", *(w(edge, val="single", sz=4, space=0, color=_GRID) for edge in edges))


def _body_row(
    row: Sequence[Cell], write: CellWriter, inlines: Inlines, widths: Sequence[int], *properties: Element
) -> Element:
    contents = [_filled(write(cell.blocks, width - _SIDES), inlines) for cell, width in zip(row, widths, strict=True)]
    whole = _whole_if_short([cell.blocks for cell in row], widths, inlines.house.scale)
    return _row(contents, widths, *whole, *properties)


def _filled(content: Iterable[Element], inlines: Inlines) -> list[Element]:
    """A cell must end with a paragraph, or Word calls the file damaged."""
    elements = list(content)
    if not elements or not elements[-1].tag.endswith("}p"):
        elements.append(_cell_paragraph(inlines, "", keep_next=False))
    return elements


def _cell_paragraph(inlines: Inlines, title: str, *, keep_next: bool) -> Element:
    return paragraph(inlines.house, styles.CELL, inlines.words(title), Layout(keep_next=keep_next))


def _whole_if_short(cells: Iterable[Sequence[Block]], widths: Iterable[int], scale: float) -> list[Element]:
    """A row stays on one page unless it is taller than half of one: then keeping it whole would leave a hole."""
    tallest = max(_lines(blocks, width / scale) for blocks, width in zip(cells, widths, strict=True))
    return [w("cantSplit")] if tallest * scale <= _HALF_A_PAGE else []


def _lines(blocks: Sequence[Block], width: float) -> int:
    letters = max(1, int(width - _SIDES) // _LETTER)
    return sum(1 + len(line) // letters for text in _texts(blocks) for line in text.split("\n"))


def _texts(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph | SubHeading):
            yield words(block.inlines)
        elif isinstance(block, ItemList):
            for item in block.items:
                yield from _texts(item.blocks)
        elif isinstance(block, FactList):
            for fact in block.facts:
                yield from _texts(fact.blocks)
