"""Tables that come as text: pasted out of a spreadsheet, where tabs part the cells, or as CSV."""

import csv
import io
import re
import unicodedata

from service.language import _
from service.wizard.bulk.tables import NoTable, Table, table_of

TAB, COMMA, SEMICOLON = "\t", ",", ";"
_BYTE_ORDER_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_KEPT = "\t\n\r"
_LINE_END = re.compile("\r\n|\r|\n")


def from_text(text: str, notes: tuple[str, ...] = ()) -> Table:
    """The table in a text. Raises NoTable."""
    if any(unicodedata.category(letter) in ("Cc", "Cs") and letter not in _KEPT for letter in text):
        raise NoTable(_("This is not text. Bring a spreadsheet (.xlsx), a CSV file, or cells that you copied."))
    if TAB in text:
        return _parted_by_tabs(text, notes)
    for mark in (COMMA, SEMICOLON):
        lines = _parted(text, mark)
        if lines and 1 < len(lines[0]) == max(map(len, lines)):
            return table_of(lines, notes)
    return table_of(_one_column(text), notes)


def _one_column(text: str) -> list[list[str]]:
    """Lines with one cell each: commas in them are those of sentences."""
    lines = _parted(text, COMMA)
    if lines and max(map(len, lines)) == 1:
        return lines
    if '"' in text and (COMMA in text or SEMICOLON in text):
        raise NoTable(_("The quotation marks do not add up. Copy the cells of the spreadsheet, and paste them here."))
    return [[line] for line in _LINE_END.split(text)]


def from_bytes(content: bytes) -> Table:
    """The table in a CSV file, in the letters that spreadsheet programs write. Raises NoTable."""
    marked = next((name for mark, name in _BYTE_ORDER_MARKS.items() if content.startswith(mark)), "utf-8")
    try:
        return from_text(content.decode(marked))
    except UnicodeDecodeError:
        pass
    note = _("The file does not say which letters it uses. Check letters with accents, such as é or ŵ.")
    return from_text(content.decode("cp1252", errors="replace"), (note,))


def _parted_by_tabs(text: str, notes: tuple[str, ...]) -> Table:
    """Cells with a line end stand in quotation marks. Where marks do not pair, they are marks that somebody typed."""
    lines = _parted(text, TAB)
    if lines is None:
        lines = [line.split(TAB) for line in _LINE_END.split(text)]
    return table_of(lines, notes)


def _parted(text: str, mark: str) -> list[list[str]] | None:
    try:
        return [line for line in csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True) if any(line)]
    except csv.Error:
        return None
