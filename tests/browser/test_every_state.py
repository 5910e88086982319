"""Every page in its states: empty, with errors, with very long texts, with a clash. Nothing for axe to find."""

from collections.abc import Iterator

import pytest

from agreements.interview import Agreement
from agreements.interview.journey import missing, topics
from service.storage.answer_sets import flat
from tests.browser.looking import NARROW, Looking
from tests.browser.waiting import until
from tests.browser.whole_drafts import (
    addresses,
    begin,
    gates,
    may_be_wrong,
    without_a_place_to_break,
    wrong_everywhere,
)
from tests.mail_server import mail_server
from tests.serving import free_port, serve

LISTS = [f"sections/{path.replace('.', '/')}" for path in Agreement.lists().values()]
OTHERS = [
    *("", "check", "preview", "papers", "open-points", "agenda", "later", "links", "keeping", "finish", "delete"),
    *("history", "history/record"),
]
WORKERS = 2
"""Long tests are cut in so many pieces, for workers beside each other."""


@pytest.fixture
def draft(begun):
    """A window on a new draft; `draft.at(...)` opens one of its pages."""
    return Draft(begun)


@pytest.fixture
def draft_of(new_window, wizard, wizard_folder):
    """Opens a window on a draft that has these answers."""

    def opened(answers):
        page = new_window()
        page.goto(f"{wizard}{begin(wizard_folder, answers)}")
        page.get_by_role("button", name="Open the agreement").click()
        return Draft(page)

    return opened


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

    def look_whether_it_fits(self, *paths):
        for path in paths:
            self.at(path)
            self.looking.whether_it_fits(self.page)

    def save(self):
        self.page.get_by_role("button", name="Save and continue").click()


def loaded(answers):
    """The answers as the wizard loads them."""
    return Agreement.load(flat(answers).raw()).interview


def asked_from_the_start() -> Iterator[str]:
    """The pages of a draft that nothing was typed in."""
    yield from (address for address, _page in addresses(Agreement.load({}).interview))
    yield from (f"{path}/add" for path in LISTS if path.split("/")[1] in set(topics(Agreement.load({}).interview)))


@pytest.mark.parametrize("answers", [gates, without_a_place_to_break, wrong_everywhere])
def test_the_drafts_that_are_looked_at_are_asked_every_topic(answers):
    assert set(topics(loaded(answers()))) == set(Agreement.sections())


def test_pages_on_the_way_to_a_draft(new_window, wizard):
    page, looking = new_window(), Looking()
    page.goto(wizard)
    looking.at(page)
    page.get_by_role("button", name="Start a new agreement").click()
    link = page.get_by_label("Private link").input_value()
    looking.at(page)
    for address in (link, f"{wizard}/words", f"{wizard}/open", f"{wizard}/privacy", f"{wizard}/accessibility"):
        page.goto(address)
        looking.at(page)
    assert looking.found == []


def test_pages_of_an_empty_draft(draft):
    draft.look(*OTHERS, *asked_from_the_start(), "papers/final/pdf", "nothing-here")
    assert draft.looking.found == []


def test_pages_that_an_answer_has_opened(draft_of):
    before = set(asked_from_the_start())
    opened = [address for address, _page in addresses(loaded(gates()))] + [f"{path}/add" for path in LISTS]
    draft = draft_of(gates())
    draft.look(*(path for path in opened if path not in before))
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


@pytest.mark.parametrize("piece", range(WORKERS))
def test_pages_with_an_error_in_every_field(draft_of, piece):
    answers = wrong_everywhere()
    agreement = loaded(answers)
    draft = draft_of(answers)
    for address, page in list(addresses(agreement))[piece::WORKERS]:
        draft.look(address)
        if may_be_wrong(page, agreement):
            assert "There is a problem" in draft.page.inner_text("main"), address
    draft.look(*OTHERS[piece::WORKERS])
    assert draft.looking.found == []


def test_pages_with_texts_that_have_no_place_to_break(draft_of):
    answers = without_a_place_to_break()
    draft = draft_of(answers)
    draft.look_whether_it_fits(*(address for address, page in addresses(loaded(answers)) if page.asks))
    draft.look(*LISTS, *OTHERS)
    assert draft.looking.found == []


def marks(page, name, state, because):
    """Mark a question on a page that is open."""
    folded = page.locator("details.app-settled").filter(has=page.locator(f"#because-{name}"))
    if folded.get_attribute("open") is None:
        folded.locator("summary").click()
    folded.get_by_label(state, exact=True).check()
    page.fill(f"#because-{name}", because)


def test_pages_with_questions_that_are_not_settled(draft):
    page = draft.at("sections/vision")
    for name, state in (("vision", "Not agreed yet"), ("area", "Come back to this")):
        marks(page, name, state, "W" * 200)
    draft.save()
    draft.look("", "sections/vision", "check", "open-points", "agenda", "preview", "papers", "papers/final/pdf")
    marks(draft.at("sections/vision"), "vision", "Not agreed yet", "")
    draft.save()
    assert "There is a problem" in page.inner_text("main")
    draft.looking.at(page)
    draft.look("open-points")
    assert draft.looking.found == []


def test_the_page_of_a_mark_that_somebody_else_changed(draft):
    draft.at("sections/vision")
    other = Draft(draft.page.context.new_page())
    other.address = draft.address
    marks(other.at("sections/vision"), "area", "Not agreed yet", "W" * 200)
    other.save()
    marks(draft.page, "area", "Come back to this", "Mine")
    draft.save()
    assert "Choose which to keep." in draft.page.inner_text("main")
    draft.looking.at(draft.page)
    assert draft.looking.found == []


def test_pages_about_links(draft):
    page = draft.at("links")
    page.get_by_label("For whom is it?").fill("W" * 200)
    page.get_by_label("Read and download", exact=True).check()
    page.get_by_role("button", name="Make the link").click()
    draft.looking.at(page)
    link = page.get_by_label("Private link").input_value()
    page.get_by_role("button", name="I have passed it on").click()
    draft.looking.at(page)
    for words in ("Make it anew", "Withdraw"):
        page.get_by_role("link", name=words).last.click()
        draft.looking.at(page)
        page.get_by_role("link", name="No, leave it").click()
    page.get_by_label("For whom is it?").fill("W" * 201)
    page.get_by_role("button", name="Make the link").click()
    draft.looking.at(page)
    reader = page.context.browser.new_context().new_page()
    reader.goto(link)
    reader.get_by_role("button", name="Open the agreement").click()
    draft.looking.at(reader)
    for path in ("papers", "links", "sections/about"):
        reader.goto(draft.address + path)
        draft.looking.at(reader)
    reader.context.close()
    assert draft.looking.found == []


def test_pages_about_the_history(draft):
    for title in ("Warm room", "W" * 200, "Warm room at Brook Lane"):
        draft.at("sections/about").get_by_label("What is this agreement called?").fill(title)
        draft.save()
    draft.look("history", "history/compare?older=1&newer=2", "history/1/restore", "history/2/erase", "history/record")
    draft.at("history/1/erase").get_by_role("button", name="Yes, erase it").click()
    draft.looking.at(draft.page)
    draft.at("history/3/restore").get_by_role("button", name="Yes, go back").click()
    draft.looking.at(draft.page)
    assert draft.looking.found == []


@pytest.fixture
def wizard_with_mail(tmp_path, monkeypatch):
    """The address of a wizard that sends messages, and says who runs it."""
    with mail_server() as received:
        for name, value in {
            "AGREEMENTS_SMTP": f"smtp://127.0.0.1:{received.port}",
            "AGREEMENTS_MAIL_FROM": "agreements@host.example",
            "AGREEMENTS_CONTACT": "W" * 150 + ", help@host.example",
        }.items():
            monkeypatch.setenv(name, value)
        port = free_port()
        server = serve(port, tmp_path)
        yield f"http://127.0.0.1:{port}"
        server.terminate()
        server.wait(timeout=20)


def test_pages_from_which_messages_are_sent(new_window, wizard_with_mail):
    page, looking = new_window(), Looking()
    for notice in ("privacy", "accessibility"):
        page.goto(f"{wizard_with_mail}/{notice}")
        looking.at(page)
    page.goto(wizard_with_mail)
    page.get_by_role("button", name="Start a new agreement").click()
    for typed in ("W" * 250, f"{'w' * 60}@{'w' * 60}.example"):
        page.get_by_label("E-mail address").fill(typed)
        page.get_by_label("Also write to this address").check()
        page.get_by_role("button", name="Send the link").click()
        looking.at(page)
    assert "The link was sent" in page.inner_text("main")
    page.get_by_role("button", name="I have kept it").click()
    page.get_by_role("link", name="How long it is kept").click()
    looking.at(page)
    page.get_by_label("E-mail address").fill("W" * 250)
    page.get_by_role("button", name="Save").click()
    looking.at(page)
    assert looking.found == []


def test_pages_that_ask_for_something_that_was_not_sent(draft, wizard):
    draft.at("delete").get_by_role("button", name="Delete").click()
    draft.looking.at(draft.page)
    draft.page.goto(f"{wizard}/open")
    draft.page.get_by_label("File of answers").set_input_files(
        {"name": "answers.yaml", "mimeType": "application/yaml", "buffer": b"x: 1\ny: 1\n" + b"W" * 300 + b": 1"}
    )
    draft.page.get_by_role("button", name="Start with these answers").click()
    draft.looking.at(draft.page)
    assert draft.looking.found == []


def test_pages_on_which_many_rows_are_added(draft):
    long_word = "W" * 300
    page = draft.at("sections/partners/partners/add-many")
    draft.looking.at(page)
    headings = f"What is its full legal name?\tWhat is its adress?\tWhich nation is it based in?\t{long_word}"
    rows = f"{long_word}\tHill Road\t{long_word}\tNotes\nOak\tHill Road\tWales\tNotes"
    for cells in ("", f"{long_word}\tOak\nElm Court\t{long_word}", f"{headings}\n{rows}"):
        page.get_by_label("Paste cells here").fill(cells)
        page.get_by_role("button", name="Show what would be added").click()
        draft.looking.at(page)
        if "Which column is what?" in page.inner_text("h1"):
            page.get_by_role("button", name="Show what would be added").click()
            draft.looking.at(page)
        if "There is a problem" not in page.inner_text("main"):
            page.get_by_role("button", name="Add these 2").click()
            draft.looking.at(page)
            draft.at("sections/partners/partners/add-many")
    assert draft.looking.found == []


def test_a_card_that_was_moved_has_the_focus(draft_of):
    page = draft_of(gates()).at("sections/partners/partners")
    moved = page.locator(".govuk-summary-card__title").first.inner_text()
    page.get_by_role("button", name="Move down").first.click()
    page.wait_for_function("document.activeElement.matches('.govuk-summary-card__title')")
    assert page.evaluate("document.activeElement.innerText") == moved
    assert page.locator(".govuk-summary-card__title").nth(1).inner_text() == moved


def test_pages_about_a_row_that_is_removed(draft_of):
    draft = draft_of(without_a_place_to_break())
    draft.at("sections/partners/partners")
    draft.page.get_by_role("link", name="Remove").first.click()
    draft.looking.at(draft.page)
    draft.page.get_by_role("button", name="Yes, remove it").click()
    draft.looking.at(draft.page)
    draft.look("sections/roles/roles", "sections/changes", "check")
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
    until(draft.page, "document.activeElement.matches('.govuk-error-summary')")
    draft.page.keyboard.press("Tab")
    draft.page.keyboard.press("Enter")
    until(draft.page, "document.activeElement.id == 'full_title'")


def test_the_first_stop_of_the_keyboard_leads_past_the_header(draft):
    draft.at("sections/about").keyboard.press("Tab")
    assert draft.page.evaluate("document.activeElement.innerText") == "Skip to main content"
    draft.page.keyboard.press("Enter")
    until(draft.page, "document.activeElement.id == 'main-content'")


def test_a_page_can_be_filled_in_and_saved_by_keyboard_alone(draft):
    page = draft.at("sections/vision")
    page.get_by_label("What do you want to change?").focus()
    for words in ("Nobody is cold.", "Neighbours.", "Brook Lane"):
        page.keyboard.type(words)
        for _stop in ("why we ask", "not settled", "what comes next"):
            page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(draft.address)
    needed = {fault.path.partition(".")[0] for fault in missing(Agreement.load({}).interview)}
    assert f"1 of the {len(needed)} topics that you need are finished" in page.inner_text("main")


def test_everything_to_click_is_large_enough_on_a_phone(draft):
    page = draft.at("sections/partners/partners/add")
    page.set_viewport_size(NARROW)
    small = page.evaluate(
        """() => [...document.querySelectorAll('main button, main summary, main input:not([type=hidden]), main label')]
        .filter(one => one.checkVisibility()).map(one => [one.outerHTML.slice(0, 80), one.getBoundingClientRect()])
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
