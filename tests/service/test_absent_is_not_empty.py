"""What is not in a form was not said: it changes nothing. What is sent twice is done once."""

import random

import pytest

from service.storage import drafts
from service.storage.engine import db

DATABASES = ("sqlite", "postgresql")

FULL = {"full_title": "Warm room", "short_name": "Warm", "purpose_line": "For all."}


def _stored(draft):
    with draft.client.application.app_context():
        answers = drafts.read(db.session, draft.draft)
        return dict(answers.paths()), answers.rows


@pytest.fixture
def filled(draft):
    draft.open("sections/about").submit(**FULL)
    draft.open("sections/leaving").submit(leaving_duties=["handover", "tell_users"])
    return draft


def test_a_form_without_its_end_changes_nothing_and_shows_what_arrived(filled):
    before = _stored(filled)
    filled.open("sections/about")
    fields = [field for field in filled.fields(filled.main_form()) if field[0] != ":end"]
    filled.post(filled.address, [(name, "New title" if name == "full_title" else value) for name, value in fields])
    assert filled.status == 400
    assert filled.heading == "Not everything arrived"
    assert "New title" in filled.text
    assert _stored(filled) == before


def test_a_form_cut_anywhere_erases_nothing(filled):
    before = _stored(filled)
    for page in ("sections/about", "sections/leaving"):
        filled.open(page)
        fields = filled.fields(filled.main_form())
        for end in range(len(fields)):
            filled.post(filled.address, fields[:end])
            assert filled.status == 400
    assert _stored(filled) == before


def test_fields_left_out_at_random_erase_nothing(filled):
    before = _stored(filled)
    chance = random.Random(2)
    filled.open("sections/about")
    address, fields = filled.address, filled.fields(filled.main_form())
    for _time in range(200):
        kept = [field for field in fields if field[0] in ("csrf_token", ":end") or chance.random() < 0.6]
        filled.post(address, kept)
        assert filled.status in (200, 422)
    assert _stored(filled) == before


def test_boxes_that_were_not_on_the_page_are_not_unticked(filled):
    filled.open("sections/leaving")
    fields = [field for field in filled.fields(filled.main_form()) if "leaving_duties" not in field[0]]
    filled.post(filled.address, fields)
    assert filled.open("sections/leaving").value("leaving_duties") == ["handover", "tell_users"]


@pytest.mark.parametrize("content_type", ["text/plain", "application/json", "multipart/form-data", ""])
def test_a_form_of_another_kind_changes_nothing(filled, content_type):
    before = _stored(filled)
    filled.open("sections/about")
    response = filled.client.post(filled.address, data=b"full_title=&:end=1", content_type=content_type)
    assert response.status_code == 400
    assert _stored(filled) == before


def test_a_field_sent_twice_is_read_once(filled):
    filled.open("sections/about")
    filled.post(filled.address, [*filled.fields(filled.main_form()), ("full_title", "")])
    assert _stored(filled)[0]["about.full_title"] == "Warm room"


def test_a_page_sent_twice_is_saved_once(filled):
    filled.open("sections/about")
    address = filled.address
    fields = [(n, "Twice" if n == "full_title" else v) for n, v in filled.fields(filled.main_form())]
    filled.post(address, fields)
    once = _stored(filled)
    filled.post(address, fields)
    assert filled.status == 200
    assert _stored(filled) == once


def test_a_new_row_sent_twice_is_one_row(draft):
    draft.open("sections/partners/partners/add")
    address, fields = draft.address, draft.fields(draft.main_form())
    fields = [(name, "Harbour" if name == "legal_name" else value) for name, value in fields]
    draft.post(address, fields)
    draft.post(address, fields)
    assert draft.status == 200
    assert len(_stored(draft)[1]["partners.partners"]) == 1


def test_a_new_row_that_says_nothing_is_not_added(draft):
    draft.open("sections/partners/partners/add").submit()
    assert "Nothing was added, because nothing was filled in." in draft.text
    assert _stored(draft)[1] == {}


def test_an_old_page_sent_again_asks_before_it_undoes_anything(filled):
    filled.open("sections/about")
    address = filled.address
    old = [(n, "Old" if n == "full_title" else v) for n, v in filled.fields(filled.main_form())]
    filled.post(address, old)
    filled.open("sections/about").submit(full_title="New")
    filled.post(address, old)
    assert filled.status == 409
    assert _stored(filled)[0]["about.full_title"] == "New"
