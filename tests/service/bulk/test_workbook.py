"""Workbooks: cells as they are shown, and nothing that takes long or breaks."""

import re
import time
from datetime import date, datetime

import pytest
from openpyxl import Workbook

from service.wizard.bulk.tables import NoTable
from service.wizard.bulk.workbook import from_workbook
from tests.service.bulk import workbooks

pytestmark = pytest.mark.usefixtures("speaking")


def test_cells_are_read_as_a_spreadsheet_shows_them():
    line = ["Harbour", 18000, 0.1 + 0.2, True, date(2027, 3, 27), datetime(2027, 3, 27, 14, 30), None, "last"]  # noqa: DTZ001
    table = from_workbook(workbooks.workbook(["a"] * 8, line))
    assert table.lines[1] == ("Harbour", "18000", "0.3", "yes", "2027-03-27", "2027-03-27 14:30", "", "last")


@pytest.mark.parametrize(
    ("value", "looks", "shown"),
    [(1000 / 3, "£#,##0.00", "333.33"), (0.25, "0%", "25%"), (0.255, "0.0%", "25.5%"), (5, "#,##0.00", "5.00")],
)
def test_a_number_is_read_as_its_format_shows_it(value, looks, shown):
    made = Workbook()
    made.worksheets[0].append([value])
    made.worksheets[0]["A1"].number_format = looks
    assert from_workbook(workbooks.saved(made)).lines == ((shown,),)


def test_a_formula_is_taken_as_its_result():
    sheet = workbooks.sheet('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>')
    assert from_workbook(workbooks.with_part(workbooks.workbook(["a"]), workbooks.SHEET, sheet)).lines == (("2",),)


def test_a_formula_without_a_result_is_not_lost_in_silence():
    with pytest.raises(NoTable, match="formulas without a result"):
        from_workbook(workbooks.workbook(["a", "=1+1"]))


def test_other_sheets_are_named_as_not_read():
    (note,) = from_workbook(workbooks.workbook(["a"], Notes=[["b"]])).notes
    assert note == "Only the first sheet, “Sheet”, is read. Not read: “Notes”."


def test_a_hidden_sheet_is_not_taken_for_the_first():
    made = Workbook()
    made.worksheets[0].append(["hidden"])
    made.worksheets[0].sheet_state = "hidden"
    made.create_sheet("Shown").append(["shown"])
    made.active = 1
    assert from_workbook(workbooks.saved(made)).lines == (("shown",),)


HOSTILE = {
    "a bomb": (workbooks.bomb, "too large"),
    "thousands of parts": (workbooks.many_parts, "too large"),
    "endless entities": (workbooks.endless_entities, "cannot be read"),
    "50,000 rows": (lambda: workbooks.long_sheet(50_000), "too large|more than"),
    "4,000 rows": (lambda: workbooks.long_sheet(4_000), "more than 1,000 lines"),
    "the last column": (workbooks.wide_row, "too large"),
    "the last row": (workbooks.far_row, "too large"),
    "a million styles": (workbooks.many_styles, "too large"),
    "half a workbook": (lambda: workbooks.workbook(["a"])[:3000], "cannot be read"),
    "a zip of something else": (
        lambda: re.sub(b"xl/workbook.xml", b"xl/workbook.xmz", workbooks.workbook(["a"])),
        "not an Excel workbook",
    ),
    "no sheet": (
        lambda: workbooks.with_part(workbooks.workbook(["a"]), "xl/workbook.xml", b"<workbook/>"),
        "cannot be read",
    ),
    "nothing in it": (lambda: workbooks.workbook([]), "nothing in it"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_cannot_be_used_is_refused_with_a_sentence_and_soon(name):
    make, sentence = HOSTILE[name]
    content = make()
    before = time.process_time()
    with pytest.raises(NoTable, match=sentence):
        from_workbook(content)
    assert time.process_time() - before < 2
