"""Adding many at once: bring a table, see what it would add, add it. Nothing typed is lost, and nothing is guessed."""

from io import BytesIO

import pytest
from werkzeug.datastructures import FileStorage

from agreements.interview import Agreement
from agreements.questions import ListOf
from service.wizard.bulk import tables
from service.wizard.bulk.pages import OFFERED
from tests.service.bulk import workbooks

LISTS = [path for path, question, _group in Agreement.every_question() if isinstance(question, ListOf)]
PARTNERS = "sections/partners/partners"
HEADINGS = "What is its full legal name?\tWhat is it called for short?\tWhich nation is it based in?"
TWO = f"{HEADINGS}\nOak Tree Trust\tOak\tWales\nElm Court\tElm\tEngland\n"


def _paste(browser, text, page=PARTNERS, **fields):
    return browser.open(f"{page}/add-many").submit(pasted=text, **fields)


def _choose(browser, content, name="partners.xlsx", page=PARTNERS):
    return browser.open(f"{page}/add-many").submit(file=FileStorage(BytesIO(content), name))


def _cards(browser):
    titles = browser.page.find_class("govuk-summary-card__title")
    return [" ".join(title.text_content().split()) for title in titles]


@pytest.mark.parametrize("path", OFFERED)
def test_the_page_of_a_list_offers_it_where_groups_have_spreadsheets(example, path):
    page = f"sections/{path.replace('.', '/')}"
    if example.open(page).page.xpath('//a[contains(., "Add many at once")]'):
        example.open(example.links()["Add many at once"])
        assert (example.status, "Add many at once" in example.heading) == (200, True)
    else:
        assert example.open(f"{page}/add-many").status == 404


def test_other_lists_do_not_offer_it(example):
    assert "Add many at once" not in example.open("sections/roles/roles").links()


def test_what_is_pasted_is_shown_and_nothing_is_added_yet(draft):
    _paste(draft, TWO)
    assert _cards(draft) == ["1. Oak", "2. Elm"]
    assert "2 rows. Nothing is added yet." in draft.text
    assert _cards(draft.open(PARTNERS)) == []


@pytest.mark.parametrize("name", ["partners.xlsx", "partners", "partners.xls"])
def test_a_workbook_is_taken_whatever_it_is_called(draft, name):
    lines = [line.split("\t") for line in TWO.splitlines()]
    _choose(draft, workbooks.workbook(*lines), name).submit(do="add")
    assert _cards(draft) == ["Oak", "Elm"]


def test_a_csv_file_is_taken(draft):
    _choose(draft, TWO.replace("\t", ",").encode("utf-8-sig"), "partners.csv").submit(do="add")
    assert _cards(draft) == ["Oak", "Elm"]


def test_new_rows_come_after_those_that_are_there(example):
    _paste(example, TWO).submit(do="add")
    assert _cards(example) == ["Harbour", "the Neighbours", "Oak", "Elm"]


def test_a_column_without_a_place_is_told_with_the_nearest_question(draft):
    _paste(draft, "legal_name\tWhat is its adress?\tNotes\nOak\tHill Road\tRing first\n")
    left_out = draft.page.get_element_by_id("left-out").text_content()
    assert "Column 2, “What is its adress?”. Did you mean “What is its address?”?" in left_out
    assert "Column 3, “Notes”." in left_out
    assert "Left out: Column 2, “What is its adress?”; Column 3, “Notes”." in draft.text


def test_a_column_can_be_given_a_place(draft):
    _paste(draft, "legal_name\tNotes\nOak\tRing first\n")
    draft.submit(do="look", **{"column:1": "mission_line"})
    assert not draft.page.xpath('//*[@id="left-out"]')
    draft.submit(do="add")
    draft.open(draft.links()["Change Oak"])
    assert draft.value("mission_line") == "Ring first"


def test_nothing_is_added_that_was_not_shown(draft):
    _paste(draft, "legal_name\tNotes\nOak\tRing first\n")
    draft.submit(do="add", **{"column:1": "mission_line"})
    assert draft.status == 422
    assert "Nothing is added yet, because this has changed since you saw it." in draft.text
    assert _cards(draft.open(PARTNERS)) == []


def test_without_headings_the_person_is_asked_which_column_is_what(draft):
    _paste(draft, "Oak Tree Trust\tOak\nElm Court\tElm")
    assert draft.heading.endswith("Which column is what?")
    fields = dict(draft.fields(draft.main_form()))
    assert (fields["column:0"], fields["column:1"], fields["first"]) == ("legal_name", "known_as", "entry")
    assert not draft.page.xpath('//button[@value="add"]')
    draft.submit(do="look")
    assert _cards(draft) == ["1. Oak", "2. Elm"]


def test_headings_that_we_do_not_know_can_be_told_to_be_headings(draft):
    _paste(draft, "Group\tNick\nElm Court\tElm").submit(do="look", first="headings", **{"column:0": "legal_name"})
    assert _cards(draft) == ["1. Elm"]


def test_without_headings_the_order_is_used_where_every_question_has_a_column_and_everything_fits(example):
    page = "sections/targets/targets"
    line = "Warm\tCount\t10\t0\t27 March 2027\tHarbour\tCold\tA guess\tA funder\tLetters\t\tHarbour; the Neighbours"
    _paste(example, line, page)
    assert example.heading.endswith("Which column is what?")  # an empty column tells nothing
    task = _cards(example.open("sections/responsibilities/responsibilities"))[0]
    _paste(example, line.replace("\t\t", f"\t{task}\t"), page)
    assert _cards(example) == ["1. Warm"]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "Paste some cells, or choose a file."),
        ({"pasted": "legal_name\tknown_as"}, "There are headings in it, and no rows under them."),
        ({"pasted": "a", "file": FileStorage(BytesIO(b"a"), "a.csv")}, "Choose a file or paste cells, not both"),
        ({"file": FileStorage(BytesIO(b"%PDF-1.7"), "a.xlsx")}, "This is a PDF."),
        ({"file": FileStorage(BytesIO(workbooks.bomb()), "a.xlsx")}, "This workbook is too large."),
        ({"file": FileStorage(BytesIO(workbooks.workbook(["a"])[:2000]), "a.xlsx")}, "This workbook cannot be read."),
        ({"file": FileStorage(BytesIO(workbooks.long_sheet(1_500)), "a.xlsx")}, "more than 1,000 lines"),
        ({"table": '"a"b'}, "The table did not come back as it was."),
    ],
)
def test_what_cannot_be_used_is_answered_with_a_sentence(draft, fields, sentence):
    draft.open(f"{PARTNERS}/add-many").submit(**fields)
    assert draft.status == 422
    assert sentence in draft.errors()[0][1]
    assert draft.value("pasted").strip() == fields.get("pasted", fields.get("table", ""))


def test_a_file_beyond_what_any_page_takes_is_refused(draft):
    _choose(draft, b"a" * (6 * 1024 * 1024 + 1))
    assert draft.status == 413


def test_more_rows_than_the_list_may_have_are_not_added(example):
    text = "legal_name\n" + "\n".join(f"Partner {number}" for number in range(199))
    _paste(example, text)
    assert example.status == 422
    assert "This list may have 200 entries. It has 2, and your table brings 199." in example.text
    assert example.value("pasted").strip() == text
    assert len(_cards(example.open(PARTNERS))) == 2


@pytest.mark.parametrize("batch", ["A B", "x" * 33, "../x"])
def test_ids_that_no_row_may_have_are_refused(draft, batch):
    assert _paste(draft, TWO, batch=batch).status == 400


def test_two_hundred_partners_are_shown_and_added(draft):
    _paste(draft, f"{HEADINGS}\n" + "\n".join(f"Partner {number}\tP{number}\tWales" for number in range(200)))
    draft.submit(do="add")
    assert len(_cards(draft)) == 200


@pytest.mark.parametrize("path", LISTS)
def test_it_works_for_every_list(example, path):
    page = f"sections/{path.replace('.', '/')}"
    before = len(_cards(example.open(page)))
    if example.open(f"{page}/add-many").status == 200:
        title = example.page.find_class("app-explained__entry")[0].findtext("dt")
        example.submit(pasted=f"{title}\nSomething\nSomething else").submit(do="add")
        assert len(_cards(example)) == before + 2


def test_as_much_text_as_a_table_may_have_comes_through_the_preview(draft):
    standard = "অ" * 760 + '"' * 10
    rows = "\n".join(f'Task {number}\t"{standard.replace(chr(34), chr(34) * 2)}"' for number in range(300))
    assert tables.MOST_BYTES * 0.95 < len(rows.encode()) < tables.MOST_BYTES
    page = "sections/responsibilities/responsibilities"
    headings = "What has to be done?\tHow well must it be done?"
    as_browsers_do = {"file": FileStorage(BytesIO(), "")}  # with it, the form is sent in parts, as its page says
    _paste(draft, f"{headings}\n{rows}", page, **as_browsers_do).submit(do="add", **as_browsers_do)
    assert len(_cards(draft)) == 300
