"""An empty table to fill in: the questions of a list as headings, and what may be chosen beside them."""

import csv
import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from agreements.interview import Agreement
from agreements.questions import ListOf, OneOf, OneRow, Question, ShortText, SomeOf, SomeRows, YesNo
from service.language import _, said
from service.wizard.bulk.headings import askable
from service.wizard.bulk.tables import MOST_LINES
from service.wizard.bulk.workbook import choices_title

_WIDTH = 26
_TEXT = "@"
"""The format in which a spreadsheet leaves 01234567 as it is."""


@dataclass(frozen=True)
class Blank:
    """A kind of empty table: how it is made, and how it is sent."""

    make: Callable[[ListOf[Any], Agreement], bytes]
    mimetype: str


def choices(question: Question[Any], agreement: Agreement) -> list[str]:
    """The words that may be chosen for a question; none where an answer is free."""
    if isinstance(question, YesNo):
        return [_("Yes"), _("No")]
    if isinstance(question, OneOf | SomeOf):
        return [said(choice.title) for choice in question.choices.values()]
    if isinstance(question, OneRow | SomeRows):
        return [said(row.label) for row in agreement.rows(question.to)]
    return []


def _blank_csv(listing: ListOf[Any], _agreement: Agreement) -> bytes:
    """The headings alone, with the mark by which spreadsheet programs tell that it is UTF-8."""
    out = io.StringIO()
    csv.writer(out).writerow([said(question.title) for question in askable(listing).values()])
    return out.getvalue().encode("utf-8-sig")


def _blank_xlsx(listing: ListOf[Any], agreement: Agreement) -> bytes:
    """A workbook: the headings on the first sheet, what to choose from on the second."""
    workbook = Workbook()
    rows = workbook.worksheets[0]
    rows.title = _("Fill in here")
    rows.freeze_panes = "A2"
    chosen = workbook.create_sheet(choices_title())
    used = 0
    for number, question in enumerate(askable(listing).values(), 1):
        _write(rows, 1, number, said(question.title), is_heading=True)
        if isinstance(question, ShortText):
            rows.column_dimensions[get_column_letter(number)].number_format = _TEXT
        words = choices(question, agreement)
        used += bool(words)
        for place, one in enumerate([said(question.title), *words] if words else (), 1):
            _write(chosen, place, used, one, is_heading=place == 1)
        if words and not isinstance(question, SomeOf | SomeRows):
            _offer(rows, number, f"'{chosen.title}'!{_range(used, 2, len(words) + 1)}")
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def _write(sheet: Worksheet, row: int, column: int, words: str, *, is_heading: bool) -> None:
    cell = sheet.cell(row, column, words)
    cell.data_type = "s"  # a name that begins with "=" is no formula
    if is_heading:
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[get_column_letter(column)].width = _WIDTH


def _offer(sheet: Worksheet, column: int, words_at: str) -> None:
    """Let the cells of a column be chosen from a list, and anything else be typed all the same."""
    rule = DataValidation(type="list", formula1=words_at, allow_blank=True, showErrorMessage=False)
    rule.add(_range(column, 2, MOST_LINES).replace("$", ""))
    sheet.add_data_validation(rule)


def _range(column: int, first: int, last: int) -> str:
    letter = get_column_letter(column)
    return f"${letter}${first}:${letter}${last}"


BLANKS: Mapping[str, Blank] = {
    "xlsx": Blank(_blank_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "csv": Blank(_blank_csv, "text/csv"),
}
