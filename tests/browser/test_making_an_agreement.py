"""Whole agreements made by hand in a real browser, with script and without: their papers are the command line's."""

import re
import subprocess
import sys

import pytest

from agreements import answer_files, resources
from tests.browser.looking import NARROW, WIDE
from tests.browser.person import Person

F1 = resources.examples() / "f1-new-horizons.yaml"
F2 = resources.examples() / "f2-brook-lane-welcome.yaml"
PAPERS = {"Plain text": "txt", "Word document": "docx", "PDF": "pdf"}


def _by_command(file, folder):
    """The same papers, made on the command line."""
    formats = [part for extension in PAPERS.values() for part in ("--format", extension)]
    subprocess.run(
        [sys.executable, "-m", "agreements", "render", str(file), *formats, "--out", str(folder)], check=True
    )
    return {extension: (folder / f"{file.stem}.{extension}").read_bytes() for extension in PAPERS.values()}


@pytest.mark.parametrize(
    ("file", "has_script", "viewport"),
    [(F2, True, WIDE), (F2, False, WIDE), (F1, True, NARROW)],
    ids=["with script", "without script", "on a phone's width"],
)
def test_an_agreement_made_by_hand_gives_the_papers_of_the_command_line(
    new_window, wizard, tmp_path, file, has_script, viewport
):
    by_command = _by_command(file, tmp_path)
    page = new_window(java_script_enabled=has_script, viewport=viewport)
    person = Person(page, answer_files.read(file))
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
