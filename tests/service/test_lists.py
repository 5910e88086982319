"""Lists: cards, adding, changing, removing with a question first, putting back."""

import random
from concurrent.futures import ThreadPoolExecutor

import pytest

from agreements.interview import Agreement
from agreements.questions import ForEach, OneRow, SomeRows
from tests.service.browsing import Browser

DATABASES = ("sqlite", "postgresql")


def _rows(browser):
    return [card.text_content().strip() for card in browser.page.find_class("govuk-summary-card__title")]


def test_a_list_shows_its_rows_in_order_with_what_can_be_done_with_each(example):
    example.open("sections/partners/partners")
    assert _rows(example) == ["Harbour", "the Neighbours"]
    assert {"Change Harbour", "Remove Harbour", "Change the Neighbours", "Remove the Neighbours"} <= set(
        example.links()
    )


def test_a_card_says_how_much_is_still_to_do(draft):
    draft.open("sections/partners/partners/add").submit(legal_name="Harbour Advice")
    assert "Still to do 4 answers" in draft.text
    assert "You need at least two before you sign." in draft.text


def test_a_card_says_that_an_answer_needs_a_change(draft):
    draft.open("sections/partners/partners/add").submit(legal_name="H" * 201)
    assert draft.status == 422
    assert "Needs a change" in draft.open("sections/partners/partners").text


def test_a_row_with_a_fault_can_be_mended_on_the_same_page(draft):
    draft.open("sections/partners/partners/add").submit(legal_name="H" * 201)
    draft.submit(legal_name="Harbour")
    assert _rows(draft) == ["Harbour"]


def test_the_words_for_adding_fit_the_list(draft):
    assert "Add the first partner" in draft.open("sections/partners/partners").links()
    draft.open("sections/partners/partners/add").submit(legal_name="Harbour")
    assert "Add another partner" in draft.links()


def test_removing_asks_first_and_changes_nothing_by_itself(example):
    example.open("sections/partners/partners/rows/harbour/remove")
    assert example.heading.endswith("Remove Harbour?")
    assert _rows(example.open("sections/partners/partners")) == ["Harbour", "the Neighbours"]


def test_removing_says_every_answer_that_names_the_row(example):
    example.open("sections/partners/partners/rows/harbour/remove")
    named = [item.text_content() for item in example.page.xpath('//div[@class="govuk-inset-text"]//li')]
    assert "Roles: Money: Which partner has this role?" in named
    assert "The partners: the Neighbours: Does another partner act as its host?" in named
    assert "Better together: What does it gain?" in named
    assert len(named) == _times_named(example, "harbour")


def _times_named(browser, row):
    """Counted by hand from the example's answers."""
    from service.storage import drafts  # noqa: PLC0415
    from service.storage.engine import db  # noqa: PLC0415

    with browser.client.application.app_context():
        answers = drafts.read(db.session, browser.draft)
    found = 0
    for path, typed in answers.paths():
        section, *names = path.split(".")
        question = Agreement.question(".".join([section, *names[:1], *names[2:]]))
        if isinstance(question, OneRow | SomeRows):
            found += typed == row or (isinstance(typed, list) and row in typed)
        elif isinstance(Agreement.question(f"{section}.{names[0]}"), ForEach) and row in names:
            found += 1
    return found


def test_a_removed_row_is_gone_from_everywhere_and_its_answers_need_a_change(example):
    example.open("sections/partners/partners/rows/harbour/remove")
    example.submit(example.form(action="remove"))
    assert _rows(example) == ["the Neighbours"]
    assert "Needs a change" in example.open("").text
    example.open("sections/changes")
    assert example.errors()[0][1].endswith("Choose again: something you chose here has been removed since.")
    assert "Harbour Advice" not in example.open("preview").text


def test_where_nothing_can_be_chosen_yet_the_page_says_so_and_has_no_empty_box(draft):
    draft.open("sections/deciding")
    assert "There is nothing to choose from yet." in draft.text
    assert not draft.page.xpath('//input[@value="" and (@type="checkbox" or @type="radio") and @name="delegated_to"]')


def test_saving_a_page_for_another_reason_takes_no_removed_row_out_of_an_answer(example):
    before = example.open("sections/changes").value("small_change_by")
    example.open("sections/partners/partners/rows/harbour/remove")
    example.submit(example.form(action="remove"))
    example.open("sections/changes").submit()
    example.open("sections/partners/partners")
    example.submit(example.form(action="put-back"))
    assert example.open("sections/changes").value("small_change_by") == before != ""


def test_choosing_again_mends_the_answer(example):
    example.open("sections/partners/partners/rows/harbour/remove")
    example.submit(example.form(action="remove"))
    example.open("sections/changes").submit(small_change_by="neighbours")
    assert example.status == 200
    assert example.open("sections/changes").errors() == []


def test_a_removed_row_can_be_put_back_with_everything(example):
    before = example.open("check").text
    example.open("sections/partners/partners/rows/harbour/remove")
    example.submit(example.form(action="remove"))
    assert "Removed Harbour" in example.text
    example.submit(example.form(action="put-back"))
    assert _rows(example) == ["Harbour", "the Neighbours"]
    assert example.open("check").text == before


def test_removing_twice_is_removing_once(example):
    example.open("sections/partners/partners/rows/harbour/remove")
    form = example.form(action="remove")
    example.submit(form)
    example.post(form.get("action"), example.fields(form))
    assert _rows(example) == ["the Neighbours"]


def test_a_full_list_says_so_and_shows_what_was_typed(draft, monkeypatch):
    monkeypatch.setattr(Agreement.question("roles.roles"), "most", 1)
    draft.open("sections/roles/roles/add")
    waiting, fields = draft.address, dict(draft.fields(draft.main_form()))
    draft.submit(kind="chair")
    draft.post(waiting, {**fields, ":row": "another", "holder_person": "Sam"}.items())
    assert draft.status == 409
    assert draft.heading == "This list is full"
    assert "Sam" in draft.text
    assert draft.open("sections/roles/roles/add").status == 409


@pytest.mark.parametrize("row", ["", "A B", "x" * 41, "../x"])
def test_a_new_row_has_an_id_fit_for_one(draft, row):
    draft.open("sections/roles/roles/add").submit(kind="chair", **{":row": row})
    assert draft.status == 400


def _names_on_paper(browser, known):
    """The names in the order in which the paper first says them."""
    words = browser.open("preview").text
    return sorted(known, key=words.index)


def _move(browser, row, where):
    """Press one of the buttons that a card has for moving it."""
    forms = browser.page.xpath(f'//form[contains(@action, "/rows/{row}/move")][.//input[@name="{where}"]]')
    return browser.submit(forms[0])


def test_a_row_can_be_moved_down_and_up_by_one_place(example):
    example.open("sections/partners/partners")
    _move(example, "harbour", "below")
    assert _rows(example) == ["the Neighbours", "Harbour"]
    _move(example, "harbour", "above")
    assert _rows(example) == ["Harbour", "the Neighbours"]


def test_the_papers_follow_the_order(example):
    names = ["Harbour Advice", "Brook Lane Neighbours"]
    assert _names_on_paper(example, names) == names
    _move(example.open("sections/partners/partners"), "harbour", "below")
    assert _names_on_paper(example, names) == names[::-1]


def test_after_a_move_the_page_is_at_the_card_that_moved(example):
    _move(example.open("sections/partners/partners"), "harbour", "below")
    anchor = example.address.partition("#")[2]
    assert example.page.get_element_by_id(anchor).text_content() == "Harbour"


def test_the_first_card_cannot_go_up_and_the_last_cannot_go_down(example):
    example.open("sections/partners/partners")
    words = [" ".join(button.text_content().split()) for button in example.page.xpath("//main//form//button")]
    assert words == ["Move down Harbour, now 1 of 2", "Move up the Neighbours, now 2 of 2"]


def test_a_list_of_one_has_nothing_to_move(draft):
    draft.open("sections/partners/partners/add").submit(legal_name="Harbour")
    assert not draft.open("sections/partners/partners").page.xpath("//main//form")


def test_moving_again_with_an_old_page_moves_nothing_back(draft):
    for name in ("A", "B", "C"):
        draft.open("sections/partners/partners/add").submit(legal_name=name)
    form = next(form for form in draft.page.forms if "/move" in form.get("action"))
    fields = draft.fields(form)
    for _time in range(2):
        draft.post(form.get("action"), fields)
        assert _rows(draft) == ["B", "A", "C"]
    draft.submit([form for form in draft.page.forms if "/move" in form.get("action")][2])
    assert _rows(draft) == ["B", "C", "A"]
    draft.post(form.get("action"), fields)
    assert _rows(draft) == ["B", "C", "A"]


def test_a_row_passes_one_that_was_removed_and_that_comes_back_where_it_was(draft):
    for name in ("A", "B", "C"):
        draft.open("sections/partners/partners/add").submit(legal_name=name)
    rows = [title.get("id").removeprefix("card-") for title in draft.page.find_class("govuk-summary-card__title")]
    draft.open(f"sections/partners/partners/rows/{rows[1]}/remove")
    draft.submit(draft.form(action="remove"))
    _move(draft, rows[2], "above")
    assert _rows(draft) == ["C", "A"]
    draft.submit(draft.form(action="put-back"))
    assert _rows(draft) == ["C", "A", "B"]


@pytest.mark.parametrize("fields", [{}, {"above": "nobody"}, {"below": "harbour"}, {"above": "\x00"}])
def test_a_move_that_names_no_neighbour_changes_nothing(example, fields):
    token = dict(example.open("sections/partners/partners").fields())["csrf_token"]
    example.post("partners/rows/harbour/move", {"csrf_token": token, **fields}.items())
    assert _rows(example) == ["Harbour", "the Neighbours"]


def test_people_who_move_rows_at_the_same_moment_lose_none(app, draft):
    names = [f"Partner {number}" for number in range(6)]
    for name in names:
        draft.open("sections/partners/partners/add").submit(legal_name=name)

    def move_about(seed):
        chance = random.Random(seed)
        person = Browser(app)
        person.open(draft.link).submit(person.form(action="/resume/"))
        person.draft = draft.draft
        for _time in range(12):
            person.open("sections/partners/partners")
            person.submit(chance.choice([form for form in person.page.forms if "/move" in form.get("action")]))
            assert person.status == 200

    with ThreadPoolExecutor(3) as at_once:
        list(at_once.map(move_about, range(3)))
    assert sorted(_rows(draft.open("sections/partners/partners"))) == names
