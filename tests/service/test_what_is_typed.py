"""Everything typed is stored as it is; only what is wrong is said, and nobody is held up."""

import pytest
from werkzeug.datastructures import MultiDict

from agreements.interview import Agreement
from agreements.questions import Date, LongText, OneOf, ShortText, SomeOf, SomeRows, WholeNumber, YesNo
from service.storage import drafts
from service.storage.engine import db
from service.typed import for_file, from_file, from_form, in_words, says_something

DATABASES = ("sqlite", "postgresql")

ODD = "  O’Brien & <Sons> \"{{ 7*7 }}\" 'ok'\t\u200b \u202e مرحبا 🙂  "


def _stored(draft, path):
    group, _, name = path.rpartition(".")
    with draft.client.application.app_context():
        return drafts.read(db.session, draft.draft).groups[group][name]


def test_a_text_is_stored_to_the_last_space(draft):
    draft.open("sections/about").submit(full_title=ODD)
    assert _stored(draft, "about.full_title") == ODD
    assert draft.open("sections/about").value("full_title") == ODD


def test_paragraphs_keep_their_lines_and_the_empty_ones_too(draft):
    text = "\n\nOne\n\n  Two\n"
    draft.open("sections/about").submit(purpose_line=text.replace("\n", "\r\n"))
    assert _stored(draft, "about.purpose_line") == text
    shown = draft.open("sections/about").page.get_element_by_id("purpose_line").text
    assert shown.removeprefix("\n") == text or shown == text


def test_a_date_that_does_not_exist_is_stored_in_its_three_parts(draft):
    draft.open("sections/about").submit(**_date("start_date", "31", "2", "27"))
    assert _stored(draft, "about.start_date") == {"day": "31", "month": "2", "year": "27"}
    assert [draft.value(f"start_date-{part}") for part in ("day", "month", "year")] == ["31", "2", "27"]


def test_a_fault_shows_the_page_again_with_everything_on_it(draft):
    draft.open("sections/about").submit(full_title="A" * 201, short_name="Warm", **_date("start_date", "x", "", ""))
    assert draft.status == 422
    assert draft.title.startswith("Error: Name and start")
    assert "There is a problem" in draft.text
    (first, too_long), (second, no_date) = draft.errors()
    assert (first, second) == ("#full_title", "#start_date-day")
    assert too_long == "What is this agreement called? Shorten this by 1: it may have 200 characters."
    assert no_date.startswith("When does it start? Enter a real date")
    assert draft.value("short_name") == "Warm"
    assert draft.value("full_title") == "A" * 201


def test_the_message_stands_beside_the_field_and_belongs_to_it(draft):
    draft.open("sections/talking").submit(bad_news_days="soon")
    field = draft.page.get_element_by_id("bad_news_days")
    message = draft.page.get_element_by_id(field.get("aria-describedby").split()[-1])
    assert "Enter a whole number in figures, from 1 to 30." in message.text_content()


def test_every_link_of_the_summary_leads_to_something_on_the_page(draft):
    draft.open("sections/about").submit(full_title="A" * 201, notice="\x00", **_date("start_date", "x", "", ""))
    anchors = [address.removeprefix("#") for address, _words in draft.errors()]
    assert len(anchors) == 3
    for anchor in anchors:
        assert draft.page.get_element_by_id(anchor) is not None


def test_with_a_fault_on_the_page_a_person_can_still_go_on(draft):
    draft.open("sections/about").submit(full_title="A" * 201)
    draft.open(draft.links()["go on and come back to it"])
    assert draft.status == 200
    assert "Needs a change" in draft.text


def test_a_fault_is_shown_when_the_page_is_opened_again(draft):
    draft.open("sections/about").submit(full_title="A" * 201)
    draft.open("sections/about")
    assert draft.status == 200
    assert len(draft.errors()) == 1


def test_a_fault_on_another_page_is_not_shown_here(draft):
    draft.open("sections/about").submit(full_title="A" * 201)
    draft.open("sections/vision").submit(vision="Warm rooms")
    assert draft.status == 200
    assert draft.heading.endswith("Your agreement")


def test_answers_that_are_wrong_only_together_are_said_where_they_can_be_changed(draft):
    draft.open("sections/about").submit(**_date("start_date", "1", "1", "2028"))
    draft.open("sections/ending").submit(end_type="fixed")
    draft.submit(**_date("end_date", "1", "1", "2027"))
    assert draft.status == 422
    assert draft.errors()[0][0] == "#end_date-day"


def test_an_answer_may_be_missing(draft):
    draft.open("sections/about").submit(full_title="Warm room")
    assert draft.status == 200
    assert "4 answers are missing" in draft.text


def test_saving_to_come_back_later_is_never_held_up(draft):
    draft.open("sections/about").submit(full_title="A" * 201, button="later")
    assert draft.status == 200
    assert draft.heading.endswith("Everything is saved")
    assert _stored(draft, "about.full_title") == "A" * 201


def test_ticks_can_be_taken_back_one_and_all(draft):
    draft.open("sections/leaving").submit(leaving_duties=["handover", "tell_users"])
    assert draft.open("sections/leaving").value("leaving_duties") == ["handover", "tell_users"]
    draft.submit(leaving_duties=[])
    assert draft.open("sections/leaving").value("leaving_duties") == []


def test_an_answer_can_be_emptied(draft):
    draft.open("sections/about").submit(full_title="Warm room")
    draft.open("sections/about").submit(full_title="")
    assert draft.open("sections/about").value("full_title") == ""


def test_what_is_typed_is_shown_as_words_and_never_as_markup(draft):
    draft.open("sections/about").submit(full_title="<script>alert(1)</script>", short_name="<b>{{ 7*7 }}</b>")
    for page in ("", "check", "preview", "papers", "link", "later", "sections/about"):
        draft.open(page)
        assert "alert(1)" not in [script.text for script in draft.page.iter("script")]
        assert draft.page.xpath("//b") == []
        assert "49" not in draft.text


def test_ten_thousand_characters_without_a_space_are_kept(draft):
    draft.open("sections/vision").submit(vision="W" * 10_000)
    assert draft.status == 200
    assert draft.open("sections/vision").value("vision") == "W" * 10_000


def _date(name, *parts):
    return {f"{name}-{part}": typed for part, typed in zip(("day", "month", "year"), parts, strict=True)}


NAMED = {name: question for name, question, _group in Agreement.every_question()}
A_KIND_OF_EACH = [
    next(question for question in NAMED.values() if type(question) is kind)
    for kind in (ShortText, LongText, WholeNumber, Date, YesNo, OneOf, SomeOf, SomeRows)
]


@pytest.mark.parametrize("question", A_KIND_OF_EACH, ids=lambda question: question.widget)
@pytest.mark.parametrize("given", [None, "", "x", 5, True, ["a", "b"], {"day": 1}, "2027-03-27", 1.5])
def test_whatever_a_file_holds_has_a_shape_that_a_form_can_show(question, given):
    typed = from_file(question, given)
    expected = dict if isinstance(question, Date) else list if isinstance(question, SomeOf | SomeRows) else str
    assert type(typed) is expected
    assert isinstance(in_words(question, typed), str)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("2027-03-05", "2027-03-05"),
        ("5/3/2027", "2027-03-05"),
        ({"day": "5", "month": "3", "year": "2027"}, "2027-03-05"),
        ("5 March 2027", None),
        ("soon", None),
    ],
)
def test_a_date_goes_into_a_file_in_one_piece_where_it_is_one(given, expected):
    typed = from_file(NAMED["about.start_date"], given)
    assert for_file(typed) == (expected or typed)


@pytest.mark.parametrize("given", ["2027-03-05", "5 March 2027", "5/3/2027", "05.03.2027", "soon", "31 2 2027", "2027"])
def test_a_date_from_a_file_is_accepted_in_its_parts_as_it_is_in_one_piece(given):
    whole = Agreement.load({"about": {"start_date": given}})
    parts = Agreement.load({"about": {"start_date": from_file(NAMED["about.start_date"], given)}})
    assert parts.interview.about.start_date == whole.interview.about.start_date
    assert bool(parts.faults) == bool(whole.faults)


@pytest.mark.parametrize("typed", ["", [], {"day": "", "month": "", "year": ""}, None])
def test_some_answers_say_nothing(typed):
    assert not says_something(typed)


def test_a_form_without_a_field_brings_nothing_for_it():
    assert from_form(NAMED["about.full_title"], MultiDict()) is None
    assert from_form(NAMED["about.start_date"], MultiDict({"start_date-day": "1"})) is None
