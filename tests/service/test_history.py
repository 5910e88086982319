"""The history: who changed what and when, two moments side by side, going back, erasing; it cannot be altered."""

import random

import pytest
from sqlalchemy import delete, select, update

from service.storage import drafts, history, links
from service.storage.engine import db, writing
from service.storage.models import Answer, Event, EventText
from tests.service.browsing import Browser
from tests.service.marking import REASON, mark

DATABASES = ("sqlite", "postgresql")
BEGUN, NAMED = "Warm room", "Warm room at Brook Lane"


def _named(draft, title):
    return draft.open("sections/about").submit(full_title=title)


def _partner(draft, name):
    return draft.open("sections/partners/partners/add").submit(legal_name=name)


def _events(app, draft):
    with app.app_context():
        return list(history.noted(db.session, draft.draft))


def _steps(draft):
    """Each step of the history as words, the last first."""
    draft.open("history")
    return [" ".join(step.text_content().split()) for step in draft.page.find_class("app-history__step")]


def test_a_new_draft_has_no_history(app, draft):
    assert _events(app, draft) == []
    assert "Nothing has been changed yet." in draft.open("history").text


def test_the_history_says_who_changed_what_and_the_words_of_before_and_after(app, draft):
    _named(draft, BEGUN)
    with app.app_context():
        _link, token = links.make(draft.draft, links.Wanted(name="The treasurer"))
    other = Browser(app).open(f"/resume/{token}")
    other.submit(other.form(action="/resume/"))
    other.draft = draft.draft
    _named(other, NAMED)
    last, first = _steps(draft)
    assert "The treasurer · entry 2" in last
    assert "What is this agreement called?" in last
    assert "Warm room[in:] at Brook Lane [end]" in last
    assert "somebody with a link without a name · entry 1" in first


def test_what_is_saved_without_a_change_is_no_event(app, draft):
    _named(draft, BEGUN)
    _named(draft, BEGUN)
    assert len(_events(app, draft)) == 1


def test_one_click_is_one_step_however_much_it_changes(app, draft):
    draft.open("sections/vision").submit(vision="Nobody is cold.", area="Brook Lane")
    assert len({(one.happened_at, one.link_id) for one in _events(app, draft)}) == 1
    assert len(_steps(draft)) == 1


def test_rows_that_are_added_removed_and_put_back_are_told_by_their_names(draft):
    _partner(draft, "Harbour Trust")
    draft.open("sections/partners/partners")
    row = next(address for address in draft.links().values() if address.endswith("/remove")).split("/")[-2]
    draft.open(f"sections/partners/partners/rows/{row}/remove")
    draft.submit(draft.form(action="/remove"))
    draft.submit(draft.form(action="/put-back"))
    told = _steps(draft)
    assert "Put back: Harbour Trust" in told[0]
    assert "Removed: Harbour Trust" in told[1]
    assert "Added: Harbour Trust" in told[2]


def test_two_moments_are_compared_clause_by_clause(example):
    _named(example, "Brook Lane Warmth")
    example.open("sections/vision").submit(area="The whole of Brook Lane")
    page = example.open("history/compare?older=1&newer=2").text
    assert "Where [in:] The whole of [end]Brook Lane[out:] and the streets around it, Brookhaven [end]" in page
    assert "Warmth" not in page.partition("is underlined.")[2]
    assert "Brook Lane Warmth" in example.open("history/compare?older=0&newer=1").text
    assert "Nothing in the agreement reads differently." in example.open("history/compare?older=2&newer=2").text


def test_going_back_brings_every_answer_and_row_back_and_can_itself_be_undone(app, draft):
    _named(draft, BEGUN)
    _partner(draft, "Harbour Trust")
    then = len(_events(app, draft))
    with app.app_context():
        before = history.at(db.session, draft.draft, then, _read(draft)).answers
    _named(draft, NAMED)
    _partner(draft, "Second Hand Tools")
    late = len(_events(app, draft))
    draft.open(f"history/{then}/restore")
    assert "Second Hand Tools" in draft.text
    draft.submit(draft.form(action="/restore"))
    assert draft.open("sections/about").value("full_title") == BEGUN
    assert "Second Hand Tools" not in draft.open("sections/partners/partners").text.split("Removed")[0]
    with app.app_context():
        assert _read(draft).groups["about"] == before.groups["about"]
        assert _read(draft).rows == before.rows
    draft.open(f"history/{late}/restore")
    draft.submit(draft.form(action="/restore"))
    assert draft.open("sections/about").value("full_title") == NAMED
    assert "Second Hand Tools" in draft.open("sections/partners/partners").text


def _read(draft):
    return drafts.read(db.session, draft.draft)


def test_erasing_takes_the_words_out_of_the_history_and_of_the_database_but_not_the_answer(app, draft, settings):
    _named(draft, "Mrs Q-MARKER, 07700 900123")
    _named(draft, BEGUN)
    number = _events(app, draft)[0].number
    draft.open(f"history/{number}/erase")
    draft.submit(draft.form(action="/erase"))
    assert draft.open("sections/about").value("full_title") == BEGUN
    assert "Q-MARKER" not in draft.open("history").text
    assert "What had been typed here was erased from the history" in draft.text
    with app.app_context():
        assert history.broken_at(db.session, draft.draft) is None
        if settings.database.get_backend_name() == "sqlite":
            files = list(settings.folder.glob("agreements.sqlite*"))
            assert files
            assert not any(b"Q-MARKER" in file.read_bytes() for file in files)
    assert "All 3 entries are as they were written" in draft.open("history/record").text


def test_an_erased_answer_stays_as_it_is_when_somebody_goes_back(app, draft):
    _named(draft, "Mrs Q")
    _named(draft, BEGUN)
    draft.open("history/2/erase")
    draft.submit(draft.form(action="/erase"))
    _named(draft, NAMED)
    draft.open("history/1/restore")
    draft.submit(draft.form(action="/restore"))
    assert "This answer stays as it is now" in draft.text
    assert draft.open("sections/about").value("full_title") == NAMED


def test_nobody_can_erase_what_is_no_answer_or_go_back_to_what_never_was(draft):
    _partner(draft, "Harbour Trust")
    assert draft.open("history/1/erase").status == 404  # a row was added
    assert draft.open("history/99/erase").status == 404
    assert draft.open("history/99/restore").status == 404


def test_a_long_history_is_read_page_by_page_and_no_step_is_torn_apart(app, draft, monkeypatch):
    monkeypatch.setattr("service.past.views.MOST_EVENTS", 5)
    for number in range(4):
        draft.open("sections/vision").submit(vision=f"Outcome {number}", area=f"Area {number}")
    seen = []
    draft.open("history")
    for _page in range(4):
        seen += [" ".join(step.text_content().split()) for step in draft.page.find_class("app-history__step")]
        older = draft.links().get("Older entries")
        if not older:
            break
        draft.open(older)
    assert len(seen) == 4
    assert all("Area" in step and "Outcome" in step for step in seen)


@pytest.fixture
def recorded(app, draft):
    """The id of a draft with a history, in the application."""
    for number in range(12):
        draft.open("sections/vision").submit(vision=f"Outcome {number}", area=f"Area {number}")
    with app.app_context():
        assert history.broken_at(db.session, draft.draft) is None
        yield draft.draft


def _alter_old(session, number):
    session.execute(update(EventText).where(EventText.number == number).values(old="Something else"))


def _alter_path(session, number):
    session.execute(update(Event).where(Event.number == number).values(path="about.full_title"))


def _alter_who(session, number):
    session.execute(update(Event).where(Event.number == number).values(link_id="somebody"))


def _cut(session, number):
    session.execute(delete(Event).where(Event.number == number))


def _swap(session, number):
    for before, after in ((number, 9999), (number + 1, number), (9999, number + 1)):
        session.execute(delete(EventText).where(EventText.number == before))
        session.execute(update(Event).where(Event.number == before).values(number=after))


@pytest.mark.parametrize("harm", [_alter_old, _alter_path, _alter_who, _cut, _swap])
def test_whatever_is_altered_cut_out_or_moved_is_noticed_where_it_was(recorded, harm):
    number = random.Random(harm.__name__).randint(2, 20)
    with writing(recorded) as session:
        harm(session, number)
    assert history.broken_at(db.session, recorded) == number


def test_the_history_goes_with_the_draft(app, draft):
    _named(draft, BEGUN)
    draft.open("delete")
    draft.submit(draft.form(action="/delete"), sure="yes")
    with app.app_context():
        for table in (Event, EventText, Answer):
            assert db.session.scalars(select(table)).all() == []


def _rows(app, draft):
    with app.app_context():
        return list(_read(draft).rows["partners.partners"])


def test_moving_a_row_is_told_and_going_back_brings_the_old_order_back(app, example):
    before = _rows(app, example)
    first, second = before
    with app.app_context():
        drafts.move(example.draft, "", "partners.partners", first, second, is_up=False)
    assert _rows(app, example) == [second, first]
    assert "Moved: Harbour" in _steps(example)[0]
    _partner(example, "Second Hand Tools")
    example.open("history/0/restore")
    example.submit(example.form(action="/restore"))
    assert _rows(app, example) == before
    with app.app_context():
        assert history.broken_at(db.session, example.draft) is None


def test_what_is_marked_as_not_settled_is_told_and_going_back_takes_it_away(app, draft):
    _named(draft, BEGUN)
    mark(draft)
    assert "Settled or not?" in _steps(draft)[0]
    assert REASON in _steps(draft)[0]
    draft.open("history/1/restore")
    draft.submit(draft.form(action="/restore"))
    assert REASON not in draft.open("open-points").text
    draft.open("history/2/restore")
    draft.submit(draft.form(action="/restore"))
    assert REASON in draft.open("open-points").text
    with app.app_context():
        assert history.broken_at(db.session, draft.draft) is None


def test_texts_that_are_missing_without_an_act_of_erasing_are_noticed(recorded):
    with writing(recorded) as session:
        session.execute(delete(EventText).where(EventText.number == 3))
    assert history.broken_at(db.session, recorded) == 3


def test_of_two_links_of_one_browser_the_last_one_it_came_in_by_is_named(app, draft):
    for name in ("Anna", "Ben"):
        with app.app_context():
            _link, token = links.make(draft.draft, links.Wanted(name=name))
        draft.open(f"/resume/{token}")
        draft.submit(draft.form(action="/resume/"))
        _named(draft, f"By {name}")
        assert f"{name} ·" in _steps(draft)[0]


def test_a_question_that_is_not_asked_any_more_is_told_by_its_path(app, draft):
    with app.app_context(), writing(draft.draft) as session:
        history.note(session, draft.draft, "", [history.Change("answer", "gone.away", "Old", "New")])
    (step,) = _steps(draft)
    assert "gone.away" in step
    assert "[in:] New [end]" in step


def test_no_number_is_so_large_that_it_breaks_anything(draft):
    for act in ("erase", "restore"):
        assert draft.open(f"history/{10**30}/{act}").status == 404


def test_what_is_typed_and_not_saved_is_erased_too(app, draft):
    _named(draft, BEGUN)
    form = draft.open("sections/about").main_form()
    fields = dict(draft.fields(form)) | {"full_title": "Mrs Q", ":page": "about"}
    assert draft.client.post(f"/drafts/{draft.draft}/typing", data=fields).status_code == 201
    draft.open("history/1/erase")
    draft.submit(draft.form(action="/erase"))
    assert "did not save it" not in draft.open("sections/about").text


def test_a_history_that_is_full_refuses_with_what_to_do_and_shows_what_was_typed(draft, monkeypatch):
    monkeypatch.setattr(history, "MOST_STORED", 60)
    _named(draft, "Warm room")
    _named(draft, "A much longer name for the warm room")
    assert draft.status == 413
    assert "Make a copy of the agreement" in draft.text
    assert "A much longer name for the warm room" in draft.text
    assert draft.open("sections/about").value("full_title") == "Warm room"


def test_going_back_to_what_is_there_already_is_no_event(app, draft):
    _named(draft, BEGUN)
    draft.open("history/1/restore")
    form = draft.form(action="/restore")
    for _twice in range(2):
        draft.submit(form)
    assert len(_events(app, draft)) == 1


def test_going_back_past_a_question_that_is_gone_breaks_nothing(app, draft):
    with app.app_context(), writing(draft.draft) as session:
        history.note(session, draft.draft, "", [history.Change("answer", "gone.away", "Old", "New")])
        session.add(Answer(draft_id=draft.draft, path="gone.away", typed="New"))
    draft.open("history/0/restore")
    draft.submit(draft.form(action="/restore"))
    assert draft.status == 200
    assert draft.open("history/compare").status == 200
