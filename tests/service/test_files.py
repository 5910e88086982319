"""Files that people choose as answers: kept, replaced, taken away, refused with a sentence, shown in the papers."""

from datetime import timedelta
from io import BytesIO

import pytest
from PIL import Image
from werkzeug.datastructures import FileStorage

from service.storage import attached
from service.storage.engine import db
from service.storage.models import Attachment

DATABASES = ("sqlite", "postgresql")


def png(width=40):
    content = BytesIO()
    Image.new("RGB", (width, 20), "red").save(content, "PNG")
    return content.getvalue()


def sent(content, name="logo.png"):
    return FileStorage(BytesIO(content), name)


@pytest.fixture
def partner(draft):
    """A browser on the page of a partner that is there already."""
    draft.open("sections/partners/partners/add").submit(legal_name="Harbour Advice", nation="england")
    return draft.open(draft.links()["Change Harbour Advice"])


def kept(app):
    with app.app_context():
        return db.session.query(Attachment).count()


def chosen(browser):
    return browser.value("logo-name")


def test_a_chosen_file_is_kept_and_its_name_is_shown(app, partner):
    page = partner.address
    partner.submit(logo=sent(png()))
    partner.open(page)
    assert chosen(partner) == "logo.png"
    assert "Chosen: logo.png." in partner.text
    assert kept(app) == 1
    partner.open("check")
    assert "logo.png" in partner.text


def test_the_preview_and_the_papers_show_the_logo(partner):
    partner.submit(logo=sent(png()))
    partner.open("preview")
    (image,) = partner.page.xpath("//img[starts-with(@src, 'data:image/png')]")
    assert image.get("alt") == "Logo of Harbour Advice"
    assert b"/Logo of Harbour" in partner.open("papers/draft/html").response.data.replace(b'"', b"/")


def test_saving_the_page_again_keeps_the_file(partner):
    page = partner.address
    partner.submit(logo=sent(png()))
    partner.open(page).submit(mission_line="We give advice.")
    assert chosen(partner.open(page)) == "logo.png"


def test_another_file_takes_the_place_of_the_first(partner):
    page = partner.address
    partner.submit(logo=sent(png()))
    partner.open(page).submit(logo=sent(png(60), "C:/pictures/new.png"))
    assert chosen(partner.open(page)) == "new.png"


def test_a_file_can_be_taken_away(partner):
    page = partner.address
    partner.submit(logo=sent(png()))
    partner.open(page).submit(**{"remove:logo": "yes"})
    assert chosen(partner.open(page)) == ""
    partner.open("preview")
    assert not partner.page.xpath("//img[starts-with(@src, 'data:')]")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"GIF89a", "This file is no picture that we can read. Choose a PNG or a JPEG picture."),
        (b"x" * (2 * 2**20 + 1), "This file is larger than 2 MB. Make it smaller, or choose another."),
    ],
)
def test_a_wrong_file_is_told_beside_the_field_and_all_else_is_kept(partner, content, sentence):
    page = partner.address
    partner.submit(logo=sent(png()))
    partner.open(page).submit(logo=sent(content), mission_line="We give advice.")
    assert partner.status == 422
    assert partner.errors() == [("#logo", f"Do you want its logo on the agreement? {sentence}")]
    assert chosen(partner) == "logo.png"
    assert partner.value("mission_line") == "We give advice."


def test_a_file_stays_chosen_on_a_page_with_other_faults(partner):
    partner.submit(logo=sent(png()), legal_name="x" * 201)
    assert partner.status == 422
    assert chosen(partner) == "logo.png"


def test_a_new_row_can_bring_a_file(draft):
    draft.open("sections/partners/partners/add").submit(legal_name="Harbour", logo=sent(png()))
    draft.open(draft.links()["Change Harbour"])
    assert chosen(draft) == "logo.png"


def test_a_page_with_a_file_may_be_larger_than_others_and_not_without_end(partner):
    assert partner.submit(logo=sent(b"x" * (5 * 2**20))).status == 422
    partner.open(partner.address)
    assert partner.post(partner.address, [("logo", sent(b"x" * (6 * 2**20)))]).status == 413


def test_a_form_with_a_file_that_did_not_arrive_whole_changes_nothing(app, partner):
    fields = [(name, value) for name, value in partner.fields(partner.main_form()) if name != ":end"]
    assert partner.post(partner.address, [*fields, ("logo", sent(png()))]).status == 400
    assert kept(app) == 0


def test_a_name_that_cannot_be_printed_is_replaced(partner):
    page = partner.address
    partner.submit(logo=sent(png(), "\u202egnp.png"))
    assert chosen(partner.open(page)) == "File without a name"


def test_files_that_no_answer_names_are_forgotten_after_a_day(app, partner, monkeypatch):
    page = partner.address
    partner.submit(logo=sent(png()))
    partner.open(page).submit(logo=sent(png(60)))
    assert kept(app) == 2
    monkeypatch.setattr(attached, "UNNAMED_FOR", timedelta(0))
    partner.open(page).submit(logo=sent(png(80)))
    assert kept(app) == 2


def test_a_draft_keeps_no_more_files_than_it_may(partner, monkeypatch):
    monkeypatch.setattr(attached, "MOST_STORED", 50)
    partner.submit(logo=sent(png()))
    assert partner.status == 422
    assert "may have 40 MB together" in partner.text


def test_the_answers_as_a_file_name_the_file(partner):
    partner.submit(logo=sent(png()))
    answers = partner.open("answers").response.get_data(as_text=True)
    assert "name: logo.png" in answers
