"""What a table would become: names are found, and what is odd is pointed out."""

from tests.service.bulk.test_pages import HEADINGS, _cards, _paste


def test_rows_are_named_by_what_they_are_called(example):
    heads = "What has to be done?\tWhich partner answers for it?\tWho does the work?"
    table = f"{heads}\nHeat\tharbour\tHarbour; The Neighbours"
    _paste(example, table, "sections/responsibilities/responsibilities").submit(do="add")
    example.open(example.links()["Change Heat"])
    assert example.value("accountable_partner") == "harbour"
    assert example.value("doers") == ["harbour", "neighbours"]


def test_a_name_that_is_not_in_the_list_is_told_at_once_and_on_the_page_of_the_row(example):
    table = "What has to be done?\tWhich partner answers for it?\nHeat\tHarbour Advise\n"
    _paste(example, table, "sections/responsibilities/responsibilities")
    assert "“Harbour Advise” is not one of the answers. Did you mean “Harbour”?" in example.text
    example.submit(do="add")
    example.open(example.links()["Change Heat"])
    assert "Choose again: “Harbour Advise” is not in the list." in example.errors()[0][1]


def test_rows_of_one_table_can_name_each_other(draft):
    heads = "legal_name\tlegal_form\tDoes another partner act as its host?"
    _paste(draft, f"{heads}\nOak Group\tInformal group\tElm Court\nElm Court\tSchool\t").submit(do="add")
    assert "1 of them" not in draft.text
    draft.open(draft.links()["Change Oak Group"])
    assert draft.value("host").endswith("-2")


def test_a_row_that_is_called_as_another_is_pointed_out_and_not_merged(example):
    _paste(example, f"{HEADINGS}\nHarbour Advice\tHarbour\tEngland\nElm Court\tElm\t\nElm House\telm\t\n")
    assert example.text.count("Both will stand in it.") == 3
    example.submit(do="add")
    assert _cards(example) == ["Harbour", "the Neighbours", "Harbour Advice", "Elm", "Elm House"]


def test_what_is_not_asked_of_a_row_is_told_and_kept(draft):
    _paste(draft, "legal_name\tlegal_form\tWhat is its company number?\nOak\tSchool\t12345678\n")
    assert "As the other answers stand, we do not ask “What is its company number?”" in draft.text
    draft.submit(do="add")
    assert "12345678" in draft.open("answers").response.get_data(as_text=True)
