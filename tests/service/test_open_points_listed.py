"""Questions that are marked as not settled: listed, told before signing, and put on an agenda."""

import pytest

from service.storage import links
from tests.service.browsing import Browser
from tests.service.marking import REASON, mark, marked


def status(browser, topic):
    """What the list of tasks says of a topic."""
    (item,) = browser.open("").page.xpath(f'//li[div//a[contains(@href, "/sections/{topic}")]]')
    return " ".join(item.xpath('.//*[contains(@class, "govuk-task-list__status")]')[0].text_content().split())


def section(browser, topic):
    """The words that the page of open points has about a topic."""
    (found,) = browser.open("open-points").page.xpath(f'//section[@aria-labelledby="topic-{topic}"]')
    return " ".join(found.text_content().split())


@pytest.fixture
def unsettled(example):
    """The example with one question not agreed, and another in the same topic to come back to."""
    mark(example)
    mark(example, "vision", state="come_back", because="Ask Jo.")
    return example


@pytest.fixture
def reader(app, unsettled):
    """Somebody who may only read."""
    with app.app_context():
        _link, token = links.make(unsettled.draft, links.Wanted(may="view"))
    came_in = Browser(app)
    came_in.open(f"/resume/{token}").submit(came_in.form(action="/resume/"))
    came_in.draft = unsettled.draft
    return came_in


class TestListed:
    def test_the_page_lists_them_by_topic_with_answer_and_reason(self, unsettled):
        words = section(unsettled, "vision")
        assert "Which area do you work in?" in words
        assert f"Why it is open Not agreed yet {REASON}" in words
        assert "Note Come back to this Ask Jo." in words
        assert unsettled.open("sections/vision").value("area") in words

    def test_its_links_lead_to_the_question_and_back(self, unsettled):
        unsettled.open("open-points")
        there = unsettled.links()["Change Which area do you work in?"]
        assert there.endswith("#area")
        unsettled.open(there.partition("#")[0]).submit(**marked("area", "settled"))
        assert unsettled.address.endswith("/open-points")
        assert "Which area do you work in?" not in unsettled.text

    def test_a_reader_sees_them_without_ways_to_change_them(self, reader):
        assert REASON in reader.open("open-points").text
        assert not any("/sections/" in address for address in reader.links().values())

    def test_a_reader_does_not_see_what_no_paper_prints(self, unsettled, reader):
        mark(unsettled, "created_for_bid", "sections/drivers", because="Between us.")
        assert "Between us." in unsettled.open("open-points").text
        assert "Between us." not in reader.open("open-points").text
        assert "Between us." not in reader.open("agenda").text

    def test_without_any_the_page_says_how_to_mark_one(self, example):
        assert "Nothing is marked as not settled." in example.open("open-points").text


class TestTold:
    def test_a_topic_with_open_points_is_not_done(self, example):
        before = status(example, "vision")
        mark(example)
        assert (before, status(example, "vision")) == ("Done", "1 open point")

    def test_the_list_of_tasks_leads_to_them_with_their_number(self, unsettled):
        unsettled.open("")
        assert unsettled.links()["2 points are still open"].endswith("/open-points")
        assert "Nothing is missing any more." not in unsettled.text

    def test_what_is_not_agreed_is_the_next_topic_to_go_on_with(self, unsettled):
        assert unsettled.open("").links()["Go on with the next open topic"].endswith("/sections/vision")

    def test_check_your_answers_shows_the_mark_beside_the_answer(self, unsettled):
        assert f"Not agreed yet {REASON}" in unsettled.open("check").text

    def test_a_card_of_a_list_says_how_many_there_are(self, example):
        mark(example, "legal_name", "sections/partners/partners/rows/harbour")
        assert "1 open point" in example.open("sections/partners/partners").text


class TestPapers:
    def test_no_final_copy_is_made_while_something_is_not_agreed(self, unsettled):
        assert unsettled.open("papers/final/txt").status == 409
        assert "Not agreed yet: Which area do you work in?" in unsettled.text
        assert "What do you want to change?" not in unsettled.text

    def test_what_to_come_back_to_only_warns(self, example):
        mark(example, state="come_back", because="")
        assert "You wanted to come back to one point." in example.open("papers").text
        assert example.open("papers/final/txt").status == 200

    def test_the_preview_and_the_draft_name_what_is_not_agreed(self, unsettled):
        words = "[Not agreed yet: Which area do you work in?]"
        assert words in unsettled.open("preview").text
        assert words in " ".join(unsettled.open("papers/draft/txt").response.get_data(as_text=True).split())

    def test_the_agenda_is_a_page_and_three_kinds_of_file(self, unsettled):
        text = unsettled.open("agenda").text
        assert "1 Which area do you work in?" in text
        assert "We decide:" in text
        assert "2 What do you want to change?" in text
        for name in ("docx", "pdf", "txt"):
            assert f"agenda.{name}" in unsettled.open(f"agenda/{name}").response.headers["Content-Disposition"]
        assert unsettled.open("agenda/html").status == 404
