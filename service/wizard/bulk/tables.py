"""A table as it was brought: lines of cells, each a text. It travels through the page's own form as CSV."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from service.language import _

MOST_LINES = 1_000
"""Lines with something in them. The longest list may have 300 rows."""
MOST_COLUMNS = 60
MOST_IN_A_CELL = 32_767
"""Characters in one cell, as many as Excel allows."""
MOST_BYTES = 700_000
"""All cells as UTF-8, so that the table fits into one form on its way from the preview to the list."""


class NoTable(Exception):
    """What was brought cannot be read as a table: the only argument says what to do."""


@dataclass(frozen=True)
class Table:
    """Lines of equally many cells. `notes` say what of a file was not read, and how the rest was understood."""

    lines: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.lines[0])

    def column(self, place: int) -> Iterator[str]:
        """What stands in one column, from top to bottom, where something does."""
        return (line[place] for line in self.lines if line[place])


def table_of(lines: Iterable[Sequence[str]], notes: Sequence[str] = ()) -> Table:
    """A table without its empty lines and its empty columns. Raises NoTable when nothing is left, or too much."""
    kept: list[list[str]] = []
    size = 0
    for line in lines:
        cells = [_tidy(cell) for cell in line]
        size += sum(len(cell.encode("utf-8", "replace")) for cell in cells)
        if any(cells):
            kept.append(cells)
        if len(kept) > MOST_LINES:
            raise NoTable(_("This has more than %(most)s lines. Bring it in parts.", most=f"{MOST_LINES:,}"))
        if size > MOST_BYTES:
            raise NoTable(_("This has more text than we can take at once. Bring it in parts."))
        if any(len(cell) > MOST_IN_A_CELL for cell in cells):
            raise NoTable(_("One cell has more than %(most)s letters. Shorten it.", most=f"{MOST_IN_A_CELL:,}"))
    columns = [column for column in zip_longest(*kept, fillvalue="") if any(column)]
    if not columns:
        raise NoTable(_("There is nothing in it."))
    if len(columns) > MOST_COLUMNS:
        raise NoTable(_("This has more than %(most)s columns. Leave out those you do not need.", most=MOST_COLUMNS))
    return Table(tuple(zip(*columns, strict=True)), tuple(notes))


def as_csv(table: Table) -> str:
    """The table as a text that `from_csv` reads back."""
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(table.lines)
    return out.getvalue()


def from_csv(text: str) -> Table:
    """A table that came back with a form. Raises NoTable when somebody has changed it into something else."""
    try:
        return table_of(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        raise NoTable(_("The table did not come back as it was. Bring it again.")) from error


def _tidy(cell: str) -> str:
    """A cell without space around it, and with one kind of line end."""
    return cell.replace("\r\n", "\n").replace("\r", "\n").strip()
