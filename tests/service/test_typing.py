"""What is typed and not saved: kept for the browser, offered, put back, forgotten; and it is no part of anything."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from service.keeping import keep
from service.storage import unsaved
from service.storage.engine import db, writing
from service.storage.models import Unsaved, today
from tests.service.browsing import Browser
from tests.service.marking import REASON, marked

DATABASES = ("sqlite", "postgresql")
PAGE = "sections/vision"


def _type(browser, page, path, **typed):
    """Type on a page that is open, as the script sends it after a pause. Returns the code of the answer."""
    form = browser.open(page).main_form()
    kept = [(name, value) for name, value in browser.fields(form) if name not in typed]
    token = next(value for name, value in kept if name == "csrf_token")
    fields = {name: [value] for name, value in kept} | typed | {":page": path, "csrf_token": token}
    return browser.client.post(f"/drafts/{browser.draft}/typing", data=fields).status_code


@pytest.fixture
def typed(draft):
    """A browser that has typed something on the page of the vision, and has not saved it."""
    assert _type(draft, PAGE, "vision", area="Brook Lane") == 201
    return draft


def test_what_was_typed_is_offered_and_is_no_answer(typed):
    page = typed.open(PAGE)
    assert "you typed something here, and did not save it" in page.text
    assert page.value("area") == ""
    assert "Brook Lane" not in typed.open("check").text
    assert "Brook Lane" not in typed.open("preview").text


def test_it_can_be_put_back_and_then_saved(typed):
    typed.open(PAGE)
    typed.open(typed.links()["Put it back"])
    assert typed.value("area") == "Brook Lane"
    typed.submit()
    assert typed.open(PAGE).value("area") == "Brook Lane"
    assert "did not save it" not in typed.text


def test_it_can_be_forgotten(typed):
    typed.open(PAGE)
    typed.submit(typed.form(action="/typing/forget"))
    assert "did not save it" not in typed.open(PAGE).text


def test_the_list_of_tasks_names_the_pages_with_something_unsaved(typed):
    assert "You have typed something that is not saved yet:" in typed.open("").text
    typed.open(_waiting(typed))
    assert typed.status == 200


def _waiting(browser):
    return next(address for address in browser.links().values() if "unsaved=show" in address)


def test_saving_the_page_forgets_it(typed):
    typed.open(PAGE).submit(area="Another area")
    assert "did not save it" not in typed.open(PAGE).text
    assert "not saved yet" not in typed.open("").text


def test_nobody_else_sees_it(app, typed):
    other = Browser(app).open(typed.link)
    other.submit(other.form(action="/resume/"))
    other.draft = typed.draft
    assert "did not save it" not in other.open(PAGE).text
    assert "not saved yet" not in other.open("").text


def test_typing_what_is_saved_already_leaves_nothing_to_save(typed):
    assert _type(typed, PAGE + "?unsaved=show", "vision", area="") == 204
    assert "did not save it" not in typed.open(PAGE).text


def test_when_somebody_else_saved_the_same_answer_meanwhile_both_are_shown(app, typed):
    other = Browser(app).open(typed.link)
    other.submit(other.form(action="/resume/"))
    other.draft = typed.draft
    other.open(PAGE).submit(area="Theirs")
    typed.open(PAGE + "?unsaved=show").submit()
    assert typed.status == 409
    assert "Theirs" in typed.text
    assert typed.value("area") == "Brook Lane"


def test_a_new_row_that_was_never_saved_can_be_gone_on_with(draft):
    page = draft.open("sections/partners/partners/add")
    row = page.value(":row")
    assert (
        _type(draft, f"sections/partners/partners/add?row={row}", f"partners.partners.{row}", legal_name="Harbour")
        == 201
    )
    assert "Harbour" not in draft.open("sections/partners/partners").text
    draft.open("")
    draft.open(_waiting(draft))
    assert draft.value("legal_name") == "Harbour"
    draft.submit()
    assert "Harbour" in draft.open("sections/partners/partners").text


@pytest.mark.parametrize("path", ["", "nothing", "about.x", "partners.partners", "partners.partners.No ID", "a.b.c.d"])
def test_a_page_that_is_not_there_keeps_nothing(draft, path):
    assert _type(draft, PAGE, path, area="x") == 404


def test_where_there_is_no_room_the_browser_is_told_and_what_was_there_stays(typed, monkeypatch):
    monkeypatch.setattr(unsaved, "MOST_PAGES", 1)
    assert _type(typed, "sections/about", "about", full_title="Warm room") == 507
    assert "did not save it" in typed.open(PAGE).text


def test_half_a_form_changes_nothing(typed):
    token = dict(typed.fields(typed.open(PAGE).main_form()))["csrf_token"]
    fields = {"csrf_token": token, ":page": "vision", "area": "x", "opened:area": ""}
    assert typed.client.post(f"/drafts/{typed.draft}/typing", data=fields).status_code == 400
    typed.open(PAGE + "?unsaved=show")
    assert typed.value("area") == "Brook Lane"


def test_what_was_marked_beside_a_question_is_put_back_too(draft):
    assert _type(draft, PAGE, "vision", **marked("area")) == 201
    draft.open(PAGE + "?unsaved=show")
    assert draft.value("because:area") == REASON
    draft.submit()
    assert draft.open(PAGE).value("because:area") == REASON
    assert "did not save it" not in draft.text


def test_typing_on_another_question_leaves_what_was_not_put_back(typed):
    _type(typed, PAGE, "vision", who_benefits="Everybody")
    typed.open(PAGE + "?unsaved=show")
    assert (typed.value("area"), typed.value("who_benefits")) == ("Brook Lane", "Everybody")


def test_saving_another_question_leaves_what_was_not_put_back(typed):
    typed.open(PAGE).submit(who_benefits="Everybody")
    typed.open(PAGE + "?unsaved=show")
    assert typed.value("area") == "Brook Lane"


def test_what_is_put_back_and_then_emptied_is_gone(typed):
    _type(typed, PAGE + "?unsaved=show", "vision", area="")
    assert "did not save it" not in typed.open(PAGE).text


def test_finishing_on_a_computer_forgets_what_is_not_saved(app, typed):
    typed.open("finish")
    typed.submit(typed.form(action="/finish"))
    typed.open(typed.link)
    typed.submit(typed.form(action="/resume/"))
    assert "did not save it" not in typed.open(PAGE).text


def test_a_page_of_a_row_that_somebody_removed_is_not_offered(draft):
    draft.open("sections/partners/partners/add").submit(legal_name="Harbour")
    row = next(address for address in draft.links().values() if address.endswith("/remove")).split("/")[-2]
    _type(draft, f"sections/partners/partners/rows/{row}", f"partners.partners.{row}", legal_name="Harbour Trust")
    assert "not saved yet" in draft.open("").text
    draft.open(f"sections/partners/partners/rows/{row}/remove")
    draft.submit(draft.form(action="/remove"))
    assert "not saved yet" not in draft.open("").text


def test_what_one_window_takes_back_it_takes_back_itself(draft):
    form = draft.open(PAGE).main_form()
    fields = dict(draft.fields(form)) | {":page": "vision"}
    for area, code in (("Brook Lane", 201), ("", 204)):
        assert draft.client.post(f"/drafts/{draft.draft}/typing", data={**fields, "area": area}).status_code == code
    assert "did not save it" not in draft.open(PAGE).text


def test_a_page_that_an_older_version_had_breaks_no_page(app, typed):
    with app.app_context(), writing(typed.draft) as session:
        row = session.scalars(select(Unsaved)).one()
        row.path = "partners.gone.x"
    assert typed.open("").status == 200


def test_what_nobody_came_back_to_for_ninety_days_is_forgotten(app, typed):
    with app.app_context():
        day = today()
        for later, is_there in ((90, True), (91, False)):
            keep(day + timedelta(days=later))
            db.session.rollback()
            assert bool(db.session.scalars(select(Unsaved)).all()) is is_there
