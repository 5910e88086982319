"""Tables that come as a workbook (XLSX). Such a file is a zip of XML: it is measured before openpyxl opens it."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any
from xml.parsers import expat

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from service.language import _
from service.wizard.bulk.tables import NoTable, Table, table_of

MOST_PARTS = 500
MOST_UNPACKED = 20 * 1024 * 1024
MOST_ELEMENTS = 200_000
"""Pieces of XML in all parts. 300 rows of 20 cells have some 40,000."""
MOST_SCANNED = 5_000
"""Lines that are looked at, with those that are empty."""
MOST_ACROSS = 1_000
"""Cells in one line, with those that are empty."""
_CHUNK = 64 * 1024
_DECIMALS = re.compile(r"\.(0+)")


def from_workbook(content: bytes) -> Table:
    """The first sheet that is not hidden. Raises NoTable."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _measure(archive)
        workbook = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheets = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
        return table_of(_lines(sheets[0]), list(_notes(sheets)))
    except NoTable:
        raise
    except Exception as error:  # openpyxl fails at odd files in all manner of ways
        raise _unreadable() from error


def _unreadable() -> NoTable:
    return NoTable(_("This workbook cannot be read. Open it, save it again as .xlsx, or paste the cells here instead."))


def _too_large() -> NoTable:
    return NoTable(_("This workbook is too large. Copy the rows that you need, and paste them here instead."))


def _measure(archive: zipfile.ZipFile) -> None:
    """Refuse what would take too much time or memory to read. Unpacking stops where the zip says that a part ends."""
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise _too_large()
    if "xl/workbook.xml" not in archive.namelist():
        raise NoTable(_("This is not an Excel workbook. Save it as .xlsx, or paste the cells here instead."))
    count = _Count()
    for part in parts:
        if part.filename.endswith((".xml", ".rels")):
            with archive.open(part) as opened:
                count.add(iter(lambda: opened.read(_CHUNK), b""))


class _Count:
    """Counts the elements of XML parts without keeping them. Refuses what defines entities, and unworked formulas."""

    def __init__(self) -> None:
        self._elements = 0
        self._inside = ""
        self._may_be_empty = self._lacks_result = False

    def add(self, chunks: Iterator[bytes]) -> None:
        """Count one part. Raises NoTable, and what expat raises at a part that is not XML."""
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._say
        parser.StartDoctypeDeclHandler = self._refuse
        for chunk in chunks:
            parser.Parse(chunk, False)
        parser.Parse(b"", True)

    def _begin(self, name: str, attributes: Mapping[str, str]) -> None:
        self._elements += 1
        if self._elements > MOST_ELEMENTS:
            raise _too_large()
        self._inside = name.rpartition(":")[2]
        if self._inside == "c":
            self._may_be_empty = attributes.get("t") == "str"
            self._lacks_result = False
        elif self._inside == "f":
            self._lacks_result = not self._may_be_empty

    def _say(self, _words: str) -> None:
        if self._inside == "v":
            self._lacks_result = False

    def _end(self, name: str) -> None:
        self._inside = ""
        if name.rpartition(":")[2] == "c" and self._lacks_result:
            raise NoTable(
                _("Some cells are formulas without a result. Open the workbook, save it, and choose it again.")
            )

    @staticmethod
    def _refuse(*_declared: Any) -> None:
        raise _unreadable()


def _notes(sheets: Sequence[Worksheet]) -> Iterator[str]:
    """Which sheets are left out: not in silence, unless it is the one with the choices in our own empty table."""
    others = [sheet.title for sheet in sheets[1:] if sheet.title != choices_title()]
    if others:
        first, rest = sheets[0].title, ", ".join(f"“{title}”" for title in others)
        yield _("Only the first sheet, “%(first)s”, is read. Not read: %(rest)s.", first=first, rest=rest)


def choices_title() -> str:
    """What the second sheet of our own empty table is called."""
    return _("What to choose from")


def _lines(sheet: Any) -> Iterator[Sequence[str]]:
    sheet.reset_dimensions()  # what a file says of its size may be wrong
    for number, line in enumerate(sheet.iter_rows()):
        if number >= MOST_SCANNED or len(line) > MOST_ACROSS:
            raise _too_large()
        yield [_shown(cell.value, cell.number_format) for cell in line]


def _shown(value: Any, looks: str) -> str:
    """A cell as the spreadsheet shows it, as far as that matters for an answer."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float):
        return _number(value, looks or "")
    return str(value)


def _number(value: float, looks: str) -> str:
    decimals = _DECIMALS.search(looks)
    if "%" in looks:
        return f"{_number(value * 100, looks.replace('%', ''))}%"
    return f"{value:.{len(decimals[1])}f}" if decimals else f"{value:.15g}"
