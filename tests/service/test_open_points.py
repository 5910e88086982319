"""Questions that are not settled: marks are kept with the page, merged as answers are, carried in files and copies."""

from io import BytesIO

import pytest
from werkzeug.datastructures import FileStorage

from agreements import answer_files
from service.storage import drafts
from tests.service.browsing import Browser
from tests.service.marking import REASON, mark, marked

DATABASES = ("sqlite", "postgresql")


def kept(browser, name="area", page="sections/vision"):
    browser.open(page)
    return browser.value(f"state:{name}"), browser.value(f"because:{name}")


class TestOnThePage:
    def test_each_question_has_one_quiet_control_that_is_folded_away(self, example):
        example.open("sections/vision")
        folded = example.page.xpath('//details[contains(@class, "app-settled")]')
        assert len(folded) == len(example.page.xpath('//div[@class="app-question"]'))
        assert not any("open" in one.attrib for one in folded)

    def test_a_mark_is_kept_with_the_answers_of_the_page(self, example):
        example.open("sections/vision").submit(area="Elsewhere", **marked("area"))
        assert kept(example) == ("not_agreed", REASON)
        assert example.value("area") == "Elsewhere"
        assert example.page.xpath('//details[@open and contains(., "A note")]')

    def test_what_is_settled_again_forgets_its_note(self, example):
        mark(example)
        mark(example, state="settled")
        assert kept(example) == (None, "")

    @pytest.mark.parametrize(
        "page", ["sections/partners/partners/rows/harbour", "sections/added_value/own/rows/harbour"]
    )
    def test_questions_about_a_row_can_be_marked_too(self, example, page):
        name = example.open(page).page.xpath('//input[starts-with(@name, "state:")]')[0].get("name")[6:]
        mark(example, name, page, state="come_back", because="")
        assert kept(example, name, page) == ("come_back", "")

    def test_a_new_row_keeps_its_marks(self, example):
        example.open("sections/reviews/reviews/add").submit(**marked("kind"))
        assert "Nothing was added" not in example.text
        row = next(address for words, address in example.links().items() if words == "Change not named yet")
        assert kept(example, "kind", row.partition("?")[0]) == ("not_agreed", REASON)

    @pytest.mark.parametrize(
        ("typed", "where", "sentence"),
        [
            (marked("area", "not_agreed", ""), "#because-area", "Say why it is not agreed yet, in a few words."),
            (marked("area", "", "Ask Jo."), "#state-area", "Choose whether to come back to this"),
            (marked("area", "come_back", "W" * 201), "#because-area", "200"),
        ],
    )
    def test_a_mark_that_needs_a_change_is_kept_and_says_so(self, example, typed, where, sentence):
        example.open("sections/vision").submit(area="Elsewhere", **typed)
        assert example.status == 422
        ((anchor, words),) = example.errors()
        assert anchor == where
        assert sentence in words
        assert kept(example) == (typed["state:area"] or None, typed["because:area"])
        assert example.value("area") == "Elsewhere"

    def test_a_fault_in_an_answer_loses_no_mark(self, example):
        example.open("sections/vision").submit(area="W" * 201, **marked("area"))
        assert example.status == 422
        assert kept(example) == ("not_agreed", REASON)

    def test_a_form_without_the_fields_leaves_the_marks_alone(self, example):
        mark(example)
        form = example.open("sections/vision").main_form()
        old = [one for one in example.fields(form) if one[0].partition(":")[0] not in ("point", "state", "because")]
        example.post(form.get("action"), [*old, (":then", "on")])
        assert kept(example) == ("not_agreed", REASON)


class TestTwoWindows:
    def test_marks_of_different_questions_merge(self, example, other):
        example.open("sections/vision")
        mark(other, "vision")
        example.submit(**marked("area"))
        assert example.status == 200
        assert kept(example) == kept(example, "vision") == ("not_agreed", REASON)

    def test_a_mark_and_an_answer_of_one_question_merge(self, example, other):
        example.open("sections/vision")
        mark(other)
        example.submit(area="Elsewhere")
        assert example.status == 200
        assert kept(example) == ("not_agreed", REASON)
        assert example.value("area") == "Elsewhere"

    @pytest.mark.parametrize(("keep", "stays"), [("mine", "Mine."), ("theirs", "Theirs.")])
    def test_a_mark_that_both_changed_is_asked_about_until_somebody_chooses(self, example, other, keep, stays):
        example.open("sections/vision")
        mark(other, because="Theirs.")
        example.submit(area="Elsewhere", **marked("area", because="Mine."))
        assert example.status == 409
        assert [anchor for anchor, _words in example.errors()] == ["#keep-point-area"]
        assert "The other one: Not agreed yet: Theirs." in example.text
        assert example.value("because:area") == "Mine."
        assert example.submit().status == 409
        assert example.submit(**{"keep-point:area": keep}).status == 200
        assert kept(example)[1] == stays


class TestKept:
    def test_a_file_of_answers_and_a_copy_carry_the_marks(self, example):
        mark(example)
        content = example.open("answers").response.get_data()
        assert answer_files.parse(content, "a.yaml")["open_points"] == {
            "vision.area": {"state": "not_agreed", "because": REASON}
        }
        example.open("").submit(example.form(action="/copy"))
        example.draft = example.address.split("/")[4]
        assert kept(example) == ("not_agreed", REASON)

    def test_a_draft_that_begins_from_a_file_has_its_marks(self, app, example):
        mark(example, because="W" * 201)
        content = BytesIO(example.open("answers").response.get_data())
        reader = Browser(app)
        reader.open("/open").submit(reader.form(action="/open"), file=FileStorage(content, "a.yaml"))
        reader.draft = reader.address.split("/")[4]
        assert kept(reader) == ("not_agreed", "W" * 201)

    @pytest.mark.parametrize("marks", ["no.where: {state: come_back}", "vision.area: {sate: come_back}"])
    def test_a_file_with_a_mark_that_has_no_place_begins_nothing(self, app, marks):
        reader = Browser(app)
        file = FileStorage(BytesIO(f"open_points:\n  {marks}\n".encode()), "a.yaml")
        reader.open("/open").submit(reader.form(action="/open"), file=file)
        assert reader.status == 422
        assert "open_points." in reader.text

    def test_marks_count_towards_what_a_draft_may_hold(self, draft, monkeypatch):
        monkeypatch.setattr(drafts, "MOST_STORED", 1000)
        mark(draft, because="W" * 2000)
        assert draft.status == 413
        assert "W" * 2000 in draft.text
        monkeypatch.undo()
        assert kept(draft) == (None, "")

    def test_an_answer_file_without_marks_is_as_it_was(self, example):
        assert b"open_points" not in example.open("answers").response.get_data()

    def test_a_mark_in_a_row_that_is_removed_comes_back_with_the_row(self, example):
        page = "sections/partners/partners/rows/harbour"
        mark(example, "legal_name", page)
        example.open(f"{page}/remove").submit(example.form(action="/remove"))
        assert b"open_points" not in example.open("answers").response.get_data()
        example.open("sections/partners/partners").submit(example.form(action="/put-back"))
        assert kept(example, "legal_name", page) == ("not_agreed", REASON)
