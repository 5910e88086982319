"""What is kept of a table, in either kind of database."""

from agreements.interview import Agreement
from service.storage import drafts
from tests.service.browsing import Browser
from tests.service.bulk.test_pages import HEADINGS, PARTNERS, TWO, _cards, _paste

DATABASES = ("sqlite", "postgresql")


def test_what_was_shown_is_added(draft):
    _paste(draft, TWO).submit(do="add")
    assert _cards(draft) == ["Oak", "Elm"]
    assert "2 entries are added." in draft.text


def test_the_same_preview_sent_twice_adds_its_rows_once(draft):
    _paste(draft, TWO)
    form = draft.main_form()
    fields = [*draft.fields(form), ("do", "add")]
    for _time in range(2):
        draft.post(form.get("action"), fields)
        assert _cards(draft) == ["Oak", "Elm"]


def test_what_is_refused_is_shown_and_kept_as_it_was_typed(draft):
    long_name = "W" * 201
    _paste(draft, f"{HEADINGS}\n{long_name}\tOak\tAtlantis\n")
    assert "1 row has an answer that needs a change." in draft.text
    assert "Shorten this by 1" in draft.text
    assert "“Atlantis” is not one of the answers to choose from." in draft.text
    draft.submit(do="add")
    assert "1 entry is added. 1 of them needs a change." in draft.text
    draft.open(draft.links()["Change Oak"])
    assert draft.value("legal_name") == long_name
    assert "Atlantis" in draft.open("answers").response.get_data(as_text=True)


def test_rows_that_somebody_else_added_meanwhile_leave_no_room(app, draft, monkeypatch):
    monkeypatch.setattr(Agreement.question("partners.partners"), "most", 2)
    _paste(draft, TWO)
    other = Browser(app)
    other.open(draft.link).submit(other.form(action="/resume/"))
    other.draft = draft.draft
    other.open(f"{PARTNERS}/add").submit(legal_name="Third")
    draft.submit(do="add")
    assert draft.status == 422
    assert "This list may have 2 entries. It has 1, and your table brings 2." in draft.text
    assert _cards(draft.open(PARTNERS)) == ["Third"]


def test_rows_beyond_the_limit_are_added_by_nobody_even_at_the_same_moment(app, draft):
    with app.app_context():
        rows = {"a": {"legal_name": "A"}, "b": {"legal_name": "B"}}
        assert not drafts.add_rows(draft.draft, "", "partners.partners", rows, most=1)
        assert drafts.add_rows(draft.draft, "", "partners.partners", rows, most=2)
    assert _cards(draft.open(PARTNERS)) == ["A", "B"]
