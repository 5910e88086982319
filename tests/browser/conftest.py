"""The real server in a process of its own, and the machine's own Chromium."""

import shutil

import pytest
from playwright.sync_api import sync_playwright

from tests.browser.looking import WIDE
from tests.serving import free_port, serve

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="module")
def chromium():
    """The machine's Chromium, which fetches nothing by itself.

    It ends with the last test of a file: what drives it leaves a loop running in the thread of the tests, beside
    which no application can be taken down.
    """
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    assert program, "Chromium is not there: run 'make test', which installs it"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=QUIET)
        yield started
        started.close()


@pytest.fixture
def new_window(chromium):
    """Opens a window of a person who has not been here before."""
    opened = []

    def window(**options):
        opened.append(chromium.new_context(**{"viewport": WIDE, **options}))
        return opened[-1].new_page()

    yield window
    for context in opened:
        context.close()


@pytest.fixture(scope="session")
def wizard_folder(tmp_path_factory):
    """The folder of the wizard, with its database."""
    return tmp_path_factory.mktemp("wizard")


@pytest.fixture(scope="session")
def wizard(wizard_folder):
    """The address of a wizard that serves as `make run` does."""
    port = free_port()
    server = serve(port, wizard_folder)
    yield f"http://127.0.0.1:{port}"
    server.terminate()
    server.wait(timeout=20)


@pytest.fixture
def begun(new_window, wizard):
    """A window on the list of tasks of a new draft."""
    page = new_window()
    page.goto(wizard)
    page.get_by_role("button", name="Start a new agreement").click()
    page.get_by_role("button", name="I have kept it").click()
    page.wait_for_url("**/drafts/*/")
    return page
