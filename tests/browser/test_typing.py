"""What is typed is kept without a click, in a real browser: while there is a connection, and while there is none."""

import pytest

from tests.browser.looking import Looking
from tests.browser.waiting import until

KEPT = "Kept as you type. It counts once you save the page."
AWAY = "No connection."


@pytest.fixture
def window(begun):
    """A window on the page of the vision of a new draft."""
    begun.goto(begun.url + "sections/vision")
    return begun


def _area(page):
    return page.get_by_label("Which area do you work in?")


def _saves(page):
    """Save, and wait for the list of tasks and for the browser to have nothing left to send."""
    page.get_by_role("button", name="Save and continue").click()
    page.wait_for_url("**/drafts/*/")
    until(page, "Object.keys(localStorage).length == 0")


def _waits_for(page, words):
    page.get_by_text(words).wait_for()


def test_what_was_typed_is_there_after_the_window_was_closed(window):
    address = window.url
    _area(window).fill("Brook Lane")
    _waits_for(window, KEPT)
    window.goto("about:blank")
    window.goto(address)
    assert "you typed something here, and did not save it" in window.inner_text("main")
    looking = Looking()
    looking.at(window)
    window.get_by_role("link", name="Put it back").click()
    _waits_for(window, "This is what you had typed")
    assert _area(window).input_value() == "Brook Lane"
    looking.at(window)
    window.goto(window.url.split("sections")[0])
    looking.at(window)
    assert looking.found == []


def test_what_is_typed_without_a_connection_is_put_back_when_there_is_one_again(window):
    context, address = window.context, window.url
    context.set_offline(True)
    _area(window).fill("Brook Lane")
    _waits_for(window, AWAY)
    window.goto("about:blank")
    context.set_offline(False)
    window.goto(address)
    _waits_for(window, "This is what you had typed")
    assert _area(window).input_value() == "Brook Lane"
    assert window.evaluate("Object.keys(localStorage)") == []


def test_a_page_that_is_sent_while_there_is_no_connection_is_not_lost(window):
    context, address = window.context, window.url
    context.set_offline(True)
    _area(window).fill("Brook Lane")
    window.get_by_role("button", name="Save and continue").click()
    window.wait_for_url("chrome-error://**")
    context.set_offline(False)
    window.goto(address)
    _waits_for(window, "This is what you had typed")
    assert _area(window).input_value() == "Brook Lane"


def test_a_page_that_was_saved_leaves_nothing_in_the_browser(window):
    address = window.url
    _area(window).fill("Brook Lane")
    _saves(window)
    window.goto(address)
    assert _area(window).input_value() == "Brook Lane"
    assert "did not save it" not in window.inner_text("main")


def test_what_was_typed_and_taken_back_is_not_offered_again(window):
    address = window.url
    _area(window).fill("Brook Lane")
    _waits_for(window, KEPT)
    _area(window).fill("")
    until(window, "document.getElementById('typing-said').textContent == ''")
    window.goto(address)
    assert "did not save it" not in window.inner_text("main")


def test_two_windows_on_one_page_do_not_take_each_others_place(window):
    other = window.context.new_page()
    other.goto(window.url)
    _area(window).fill("Brook Lane")
    _waits_for(window, KEPT)
    other.get_by_label("What do you want to change?").fill("Nobody is cold.")
    _waits_for(other, KEPT)
    window.goto(window.url + "?unsaved=show")
    assert _area(window).input_value() == "Brook Lane"
    assert window.get_by_label("What do you want to change?").input_value() == "Nobody is cold."


def test_a_computer_that_is_finished_on_keeps_nothing(window):
    context = window.context
    context.set_offline(True)
    _area(window).fill("Brook Lane")
    _waits_for(window, AWAY)
    context.set_offline(False)
    window.route("**/typing", lambda route: route.abort())  # the service is not reached before the page has gone
    window.goto(window.url.split("sections")[0] + "finish")
    window.get_by_role("button", name="Finish on this computer").click()
    _waits_for(window, "This computer has forgotten the agreement.")
    assert window.evaluate("Object.keys(localStorage)") == []


def test_a_clash_is_asked_about_on_the_page_and_the_decision_stands(window):
    address = window.url
    other = window.context.new_page()
    other.goto(address)
    _area(other).fill("Theirs")
    _saves(other)
    _area(window).fill("Mine")
    window.get_by_role("button", name="Save and continue").click()
    _waits_for(window, "Everything else is saved.")
    until(window, "Object.keys(localStorage).length == 0")
    window.get_by_label("The other one: Theirs").check()
    _saves(window)
    window.goto(address)
    assert _area(window).input_value() == "Theirs"
    assert "did not save it" not in window.inner_text("main")
