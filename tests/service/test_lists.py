"""Lists: cards, adding, changing, removing with a question first, putting back."""

import pytest

from agreements.interview import Agreement
from agreements.questions import ForEach, OneRow, SomeRows

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
