"""Brook Lane Welcome, made by hand in a real browser, with script and without: its papers are the command line's."""

import re
import subprocess
import sys

import pytest

from agreements import answer_files, resources
from tests.browser.person import Person

F2 = resources.examples() / "f2-brook-lane-welcome.yaml"
PAPERS = {"Plain text": "txt", "Word document": "docx", "PDF": "pdf"}


@pytest.fixture(scope="module")
def by_command(tmp_path_factory):
    """The same papers, made on the command line."""
    folder = tmp_path_factory.mktemp("papers")
    formats = [part for extension in PAPERS.values() for part in ("--format", extension)]
    subprocess.run([sys.executable, "-m", "agreements", "render", str(F2), *formats, "--out", str(folder)], check=True)
    return {extension: (folder / f"{F2.stem}.{extension}").read_bytes() for extension in PAPERS.values()}


@pytest.mark.parametrize("has_script", [True, False], ids=["with script", "without script"])
def test_an_agreement_made_by_hand_gives_the_papers_of_the_command_line(new_window, wizard, by_command, has_script):
    page = new_window(java_script_enabled=has_script)
    person = Person(page, answer_files.read(F2))
    person.begins(wizard)
    person.fills_everything()
    assert "Nothing is missing any more." in page.inner_text("main")

    person.clicks("Check, and make your papers")
    person.clicks("Continue to your papers")
    for title, extension in PAPERS.items():
        with page.expect_download() as download:
            page.get_by_role("link", name=re.compile(rf"^{title}\s+\(draft\)$")).click()
        made = download.value.path().read_bytes()
        if extension == "txt":  # says best what is different
            assert made.decode().splitlines() == by_command[extension].decode().splitlines()
        assert made == by_command[extension], extension


def test_a_private_link_brings_another_browser_to_what_was_saved(new_window, wizard):
    page = new_window()
    person = Person(page, {"about": {"full_title": "Warm room"}})
    link = person.begins(wizard)
    person.clicks("Name and start", "link")
    person.fills_section("about")
    elsewhere = new_window()
    elsewhere.goto(link)
    elsewhere.get_by_role("button", name="Open the agreement").click()
    assert elsewhere.get_by_role("heading", name="Warm room").count() == 1
