"""Every page is derived from the interview: what is declared is asked, and nothing else."""

import pytest

from agreements.interview import Agreement
from agreements.interview.journey import missing, topics
from agreements.interview.numbering import steps, topic_of
from agreements.questions import ForEach, ListOf, group_of
from service.wizard.pages import Page, after, page_of, pages

SECTIONS = list(Agreement.sections())


def _titles(visitor):
    return " ".join(visitor.page.get_element_by_id("main-content").text_content().split())


def test_the_list_of_tasks_names_every_section_that_is_asked_once(draft):
    known = [f"{topic.number} {topic.title}" for step in steps(Agreement) for topic in step.topics]
    asked = [topic_of(Agreement, name) for name in topics(Agreement.load({}).interview)]
    shown = [link for link in draft.links() if link in known]
    assert sorted(shown) == sorted(f"{topic.number} {topic.title}" for topic in asked)


def test_the_list_of_tasks_parts_what_is_needed_from_what_is_also_worth_agreeing(draft):
    asked = Agreement.load({}).interview
    for name in topics(asked):
        (task,) = draft.page.xpath(f'//li[contains(@class, "govuk-task-list__item")][.//a[{_is_topic(name)}]]')
        is_apart = bool(task.xpath('ancestor::div[@class="app-also"]'))
        assert is_apart is not asked.section(name).essential, name
        assert "If you like" in task.text_content() or not is_apart, name


def _is_topic(name):
    return f'starts-with(normalize-space(.), "{topic_of(Agreement, name).number} ")'


def test_topics_that_are_needed_are_counted_and_no_others(draft):
    asked = Agreement.load({}).interview
    needed = {fault.path.partition(".")[0] for fault in missing(asked)}
    also = [name for name in topics(asked) if not asked.section(name).essential]
    assert f"0 of the {len(needed)} topics that you need are finished." in draft.text
    assert f"{len(also)} more topics are also worth agreeing." in draft.text
    draft.open("sections/user_voice").submit(user_voice="A box for ideas.")
    assert f"0 of the {len(needed)} topics that you need are finished." in draft.open("").text


def test_the_list_of_tasks_leads_to_the_first_page_of_each_section(draft):
    links = draft.links()
    for name in topics(Agreement.load({}).interview):
        topic = topic_of(Agreement, name)
        draft.open(links[f"{topic.number} {topic.title}"])
        assert draft.status == 200, name


@pytest.mark.parametrize("section", SECTIONS)
def test_a_page_shows_all_that_is_declared_of_each_question_it_asks(example, section):
    hand_group = Agreement.sections()[section]
    example.open(f"sections/{section}")
    words = _titles(example)
    for name, question in hand_group.questions().items():
        if isinstance(question, ListOf | ForEach) or not example.has(name):
            continue
        for part in (question.title, question.hint, question.why, question.example):
            assert " ".join(part.split()) in words, (name, part)


@pytest.mark.parametrize("path", list(Agreement.lists().values()))
def test_each_row_has_a_page_with_the_questions_of_its_class(example, path):
    section, name = path.split(".")
    example.open(f"sections/{section}/{name}/add")
    item = group_of(Agreement.question(path))
    assert item
    always = [name for name, question in item.questions().items() if question.when is None]
    assert example.status == 200
    assert [name for name in always if not example.has(name)] == []


def test_a_question_is_not_shown_while_its_condition_does_not_hold(draft):
    draft.open("sections/ending")
    assert draft.has("end_type")
    assert not draft.has("end_date")


def test_an_answer_that_brings_up_a_question_leads_back_to_the_page_and_points_to_it(draft):
    draft.open("sections/ending").submit(end_type="fixed")
    assert draft.heading.endswith(f"Topic {topic_of(Agreement, 'ending').number} How it ends")
    assert draft.has("end_date")
    assert draft.links()["On which date does it end?"] == "#end_date-day"


def test_an_answer_off_the_path_is_kept_and_comes_back(draft):
    draft.open("sections/ending").submit(end_type="fixed")
    draft.submit(**{"end_date-day": "31", "end_date-month": "12", "end_date-year": "2027"})
    draft.open("sections/ending").submit(end_type="rolling")
    assert not draft.open("sections/ending").has("end_date")
    draft.submit(end_type="fixed")
    draft.open("sections/ending")
    assert [draft.value(f"end_date-{part}") for part in ("day", "month", "year")] == ["31", "12", "2027"]


def test_what_is_asked_for_each_partner_has_a_page_per_partner_in_their_order(example):
    example.open("sections/added_value").submit()
    assert example.heading == "What does each partner gain? Harbour"
    example.submit()
    assert example.heading == "What does each partner gain? the Neighbours"
    assert example.value("own_benefit").startswith("It gets a warm place")
    example.submit()
    assert example.heading == "Your agreement, topic by topic Brook Lane Welcome"


def test_what_is_asked_for_each_partner_says_so_while_there_is_none(draft):
    draft.open("sections/added_value").submit(added_value_joint="More.")
    assert "Fill that list first." in draft.links()
    assert draft.open(draft.links()["Fill that list first."]).heading == "1.2 The partners Who are the partners?"


def test_rows_to_choose_from_are_buttons_up_to_six_and_a_list_above(visitor):
    draft = visitor.begin()
    for number in range(1, 8):
        draft.open("sections/partners/partners/add").submit(legal_name=f"Partner {number}")
        draft.open("sections/roles/roles/add")
        assert bool(draft.page.xpath('//select[@name="holder_partner"]')) == (number > 6)


def test_with_nothing_to_choose_from_the_page_says_where_to_begin(draft):
    draft.open("sections/targets/targets/add")
    assert not draft.has("owner")
    assert draft.open(draft.links()["First fill the list this is chosen from."]).heading.endswith(
        "Who are the partners?"
    )


def test_a_suggestion_stands_in_the_field_until_something_else_is_saved(draft):
    assert draft.open("sections/leaving").value("notice_days") == "90"
    draft.submit(notice_days="")
    assert draft.open("sections/leaving").value("notice_days") == ""


def test_a_suggestion_is_accepted_only_when_the_page_is_saved(draft):
    draft.open("sections/leaving")
    assert "Not answered yet" in draft.open("check").page.get_element_by_id("leaving").text_content()
    draft.open("sections/leaving").submit(leaving_duties=["handover"])
    assert "90 days" in draft.open("check").page.get_element_by_id("leaving").text_content()


def test_of_many_choices_without_hints_one_is_chosen_from_a_list_to_open(draft):
    draft.open("sections/special/conditions/add")
    (choice,) = draft.page.xpath('//select[@name="replaces_clause"]')
    assert choice.find("option").text.strip() == "Leave it open"
    draft.submit(heading="Tea", text="There is tea.", replaces_clause="vision")
    draft.open(draft.links()["Change Tea"])
    assert draft.page.xpath('//select[@name="replaces_clause"]/option[@selected]/@value') == ["vision"]


def test_many_choices_with_hints_stay_visible_and_are_drawn_small(draft):
    draft.open("sections/partners/partners/add")
    (group,) = draft.page.xpath('//div[contains(@class, "govuk-radios--small") and not(ancestor::details)]')
    assert len(group.xpath('.//input[@name="legal_form"]')) > 10


def test_an_optional_choice_can_be_taken_back(draft):
    draft.open("sections/ending").submit(asset_rule="who_paid")
    draft.open("sections/ending").submit(asset_rule="")
    assert draft.open("sections/ending").value("asset_rule") is None
    assert "Leave it open" in draft.text


def test_the_page_of_a_person_who_signs_says_who_may_sign_for_each_partner(example):
    example.open("sections/signing/signatories/add")
    assert "Who may sign for each partner Harbour Two trustees sign. If it has only one" in example.text
    assert "the Neighbours Two adults" in example.text


def test_pages_follow_each_other_through_a_section_and_back_to_the_tasks():
    agreement = Agreement.load({"partners": {"partners": [{"id": "a"}, {"id": "b"}]}}).interview
    first = pages(agreement, "added_value")[0]
    second = after(agreement, first)
    assert second
    third = after(agreement, second)
    assert third
    assert [first, second, third] == [
        Page("added_value"),
        Page("added_value", "own", "a"),
        Page("added_value", "own", "b"),
    ]
    assert after(agreement, third) is None


@pytest.mark.parametrize(
    ("path", "page", "name"),
    [
        ("about.full_title", Page("about"), "full_title"),
        ("partners.partners", Page("partners", "partners"), ""),
        ("partners.partners.x.legal_name", Page("partners", "partners", "x"), "legal_name"),
        ("added_value.own.x.own_benefit", Page("added_value", "own", "x"), "own_benefit"),
    ],
)
def test_every_path_has_its_page(path, page, name):
    assert page_of(path) == (page, name)


@pytest.mark.parametrize(
    "address",
    [
        "sections/nothing",
        "sections/about/nothing",
        "sections/about/full_title",
        "sections/partners/partners/rows/nobody",
        "sections/partners/partners/rows/nobody/remove",
        "sections/added_value/own/rows/nobody",
        "sections/added_value/own/add",
        "sections/about/full_title/rows/x",
        "papers/draft/exe",
        "papers/signed/pdf",
    ],
)
def test_what_is_not_in_the_interview_is_not_found(draft, address):
    assert draft.open(address).status == 404
    assert draft.heading == "We cannot find this page"
