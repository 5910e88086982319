"""Empty tables to fill in, which come back as they were meant."""

import csv
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook
from werkzeug.datastructures import FileStorage

from agreements.interview import Agreement
from agreements.questions import ListOf
from service.wizard.bulk.headings import askable
from service.wizard.bulk.pages import OFFERED


def _titles(path):
    listing = Agreement.question(path)
    assert isinstance(listing, ListOf)
    return [one.title for one in askable(listing).values()]


def _blank(browser, ending, path="partners.partners"):
    return browser.open(f"sections/{path.replace('.', '/')}/add-many/{ending}").response


@pytest.mark.parametrize("path", [path for path in OFFERED if path != "budget.budget_lines"])
def test_an_empty_table_has_every_question_as_a_heading(example, path):
    sheet = load_workbook(BytesIO(_blank(example, "xlsx", path).data)).worksheets[0]
    assert [cell.value for cell in sheet[1]] == _titles(path)
    text = _blank(example, "csv", path).data.decode("utf-8-sig")
    assert next(csv.reader(StringIO(text))) == _titles(path)


def test_the_second_sheet_says_what_may_be_chosen_and_the_cells_offer_it(example):
    workbook = load_workbook(BytesIO(_blank(example, "xlsx", "targets.targets").data))
    columns = {words[0]: list(filter(None, words[1:])) for words in workbook.worksheets[1].iter_cols(values_only=True)}
    assert columns["Which partner answers for it?"] == ["Harbour", "the Neighbours"]
    assert "A guess" in columns["What does the figure rest on?"]
    offered = [str(rule.sqref) for rule in workbook.worksheets[0].data_validations.dataValidation]
    assert "F2:F1000" in offered


def test_a_number_that_begins_with_nought_keeps_it(example):
    sheet = load_workbook(BytesIO(_blank(example, "xlsx").data)).worksheets[0]
    (heading,) = [cell for cell in sheet[1] if cell.value == "What is its company number?"]
    assert sheet.column_dimensions[heading.column_letter].number_format == "@"


def test_a_name_that_looks_like_a_formula_is_a_name(draft):
    draft.open("sections/partners/partners/add").submit(legal_name="=1+1")
    sheet = load_workbook(BytesIO(_blank(draft, "xlsx", "targets.targets").data)).worksheets[1]
    assert ("=1+1", "s") in {(cell.value, cell.data_type) for row in sheet for cell in row}


def test_an_empty_table_that_is_filled_in_is_understood(example):
    workbook = load_workbook(BytesIO(_blank(example, "xlsx").data))
    workbook.worksheets[0].append(["Elm Court", "Elm", "Wales", "School"])
    out = BytesIO()
    workbook.save(out)
    example.open("sections/partners/partners/add-many").submit(file=FileStorage(BytesIO(out.getvalue()), "x.xlsx"))
    example.submit(do="add")
    assert "Not read:" not in example.text
    example.open(example.links()["Change Elm"])
    assert (example.value("nation"), example.value("legal_form")) == ("wales", "school")


def test_other_endings_there_are_not(example):
    assert _blank(example, "ods").status_code == 404
