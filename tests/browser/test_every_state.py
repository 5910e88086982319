"""Every page in its states: empty, with errors, with very long texts, with a clash. Nothing for axe to find."""

import pytest

from agreements.interview import Agreement
from service.wizard.pages import is_compound
from tests.browser.looking import NARROW, Looking

LISTS = [path.replace(".", "/") for path in Agreement.lists().values()]
SECTIONS = [
    name
    for name, section in Agreement.sections().items()
    if any(not is_compound(question) for question in section.questions().values())
]
PAGES = [*SECTIONS, *(f"{path}/add" for path in LISTS)]


@pytest.fixture
def draft(new_window, wizard):
    """A window on a new draft; `draft.at(...)` opens one of its pages."""
    page = new_window()
    page.goto(wizard)
    page.get_by_role("button", name="Start a new agreement").click()
    page.get_by_role("button", name="I have kept it").click()
    return Draft(page)


class Draft:
    def __init__(self, page):
        self.page = page
        self.address = page.url
        self.looking = Looking()

    def at(self, path):
        self.page.goto(self.address + path)
        return self.page

    def look(self, *paths):
        for path in paths:
            self.at(path)
            self.looking.at(self.page)

    def save(self):
        self.page.get_by_role("button", name="Save and continue").click()

    def types_everywhere(self, short, long, number, day):
        """Type into every field, choose the last of every choice, tick every box."""
        page = self.page
        for field in page.locator("input.govuk-input").all():
            name = field.get_attribute("id")
            part = dict(zip(("day", "month", "year"), day, strict=True)).get(name.rpartition("-")[2])
            field.fill(part or (number if field.get_attribute("inputmode") == "numeric" else short))
        for field in page.locator("textarea").all():
            field.fill(long)
        for group in page.locator(".govuk-radios").all():
            group.locator("input:not([value=''])").last.check()
        for box in page.locator("input[type=checkbox]").all():
            box.check()
        for choice in page.locator("select").all():
            choice.select_option(index=1)


def test_pages_of_an_empty_draft(draft):
    sections = [f"sections/{page}" for page in (*PAGES, *LISTS)]
    draft.look("", *sections, "check", "preview", "papers", "later", "link", "papers/final/pdf", "nothing-here")
    assert draft.looking.found == []


def test_pages_with_dates_that_we_suggest_and_then_a_picture_of_them(draft):
    page = draft.at("sections/about")
    for part, typed in (("day", "31"), ("month", "8"), ("year", "2027")):
        page.fill(f"#start_date-{part}", typed)
    draft.save()
    draft.at("sections/reviews").get_by_label("Every three months").check()
    draft.save()
    draft.look("sections/reviews/reviews")
    draft.at("sections/reviews/reviews").get_by_role("button", name="Add these dates").click()
    draft.looking.at(draft.page)
    draft.look("preview")
    assert draft.page.locator("img[alt^='Timeline: five reviews']").count() == 1
    assert draft.looking.found == []


def test_pages_with_an_error_in_every_field(draft):
    for path in PAGES:
        draft.at(f"sections/{path}")
        has_text = draft.page.locator("input.govuk-input, textarea").count()
        draft.types_everywhere("W" * 201, "W" * 10_001, "soon", ("x", "y", "z"))
        draft.save()
        if has_text:
            assert "There is a problem" in draft.page.inner_text("main"), path
        draft.looking.at(draft.page)
    draft.look("", "check", "papers", *(f"sections/{path}" for path in LISTS))
    assert draft.looking.found == []


def test_pages_with_texts_that_have_no_place_to_break(draft):
    for number in range(8):
        draft.at("sections/partners/partners/add")
        draft.types_everywhere(f"{number}{'W' * 199}", "W" * 3000, "9", ("1", "2", "2027"))
        draft.save()
    for path in PAGES:
        draft.at(f"sections/{path}")
        for _again in range(2):  # an answer may bring up more questions on the same page
            draft.types_everywhere("W" * 200, "W" * 3000, "9", ("1", "2", "2027"))
            draft.looking.at(draft.page)
            draft.save()
            if "One more thing" not in draft.page.inner_text("body"):
                break
    draft.look("", "check", "preview", "papers", *(f"sections/{path}" for path in LISTS))
    draft.at("sections/partners/partners")
    draft.page.get_by_role("link", name="Remove").first.click()
    draft.looking.at(draft.page)
    draft.page.get_by_role("button", name="Yes, remove it").click()
    draft.looking.at(draft.page)
    draft.look("sections/roles/roles", "sections/changes")
    draft.page.goto(draft.address.split("/drafts/")[0])
    draft.looking.at(draft.page)
    assert draft.looking.found == []


def test_the_page_of_a_clash_and_of_something_removed_meanwhile(draft):
    draft.at("sections/vision")
    other = Draft(draft.page.context.new_page())
    other.address = draft.address
    other.at("sections/vision").get_by_label("Which area").fill("W" * 200)
    other.save()
    draft.page.get_by_label("Which area").fill("Mine")
    draft.save()
    assert "Choose which answer to keep." in draft.page.inner_text("main")
    draft.looking.at(draft.page)

    draft.at("sections/roles/roles/add").get_by_label("Chair").check()
    draft.save()
    draft.page.get_by_role("link", name="Change").click()
    other.at("sections/roles/roles").get_by_role("link", name="Remove").click()
    other.page.get_by_role("button", name="Yes, remove it").click()
    draft.save()
    assert "removed while you were typing" in draft.page.inner_text("h1")
    draft.looking.at(draft.page)
    assert draft.looking.found == []


def test_the_summary_of_errors_has_the_focus_and_leads_to_the_field(draft):
    draft.at("sections/about").get_by_label("What is this agreement called?").fill("W" * 201)
    draft.save()
    draft.page.wait_for_function("document.activeElement.matches('.govuk-error-summary')")
    draft.page.keyboard.press("Tab")
    draft.page.keyboard.press("Enter")
    draft.page.wait_for_function("document.activeElement.id == 'full_title'")


def test_the_first_stop_of_the_keyboard_leads_past_the_header(draft):
    draft.at("sections/about").keyboard.press("Tab")
    assert draft.page.evaluate("document.activeElement.innerText") == "Skip to main content"
    draft.page.keyboard.press("Enter")
    draft.page.wait_for_function("document.activeElement.id == 'main-content'")


def test_a_page_can_be_filled_in_and_saved_by_keyboard_alone(draft):
    page = draft.at("sections/vision")
    page.get_by_label("What do you want to change?").focus()
    for words in ("Nobody is cold.", "Neighbours.", "Brook Lane"):
        page.keyboard.type(words)
        page.keyboard.press("Tab")  # to "why we ask"
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(draft.address)
    assert "1 of 16 topics are finished" in page.inner_text("main")


def test_everything_to_click_is_large_enough_on_a_phone(draft):
    page = draft.at("sections/partners/partners/add")
    page.set_viewport_size(NARROW)
    small = page.evaluate(
        """() => [...document.querySelectorAll('main button, main summary, main input:not([type=hidden]), main label')]
        .map(one => [one.outerHTML.slice(0, 80), one.getBoundingClientRect()])
        .filter(([_words, box]) => box.height < 24 || box.width < 24).map(([words]) => words)"""
    )
    assert small == []


def test_no_page_says_anything_is_wrong_with_its_script(draft):
    said = []
    draft.page.on("console", lambda message: said.append(message.text))
    draft.page.on("pageerror", lambda error: said.append(str(error)))
    for path in ("", "sections/about", "check", "preview"):
        draft.at(path)
    assert said == []
    assert draft.page.evaluate("document.body.classList.contains('govuk-frontend-supported')")
