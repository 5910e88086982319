"""What a lawyer should look at: each clause it names is there, and each clause that is marked is named."""

import re
from pathlib import Path

from agreements import resources

CLAUSES = resources.templates() / "clauses" / "en"
LISTED = Path(__file__).parent.parent / "docs" / "for-your-lawyer.md"
MARK = "{# check:"


def listed() -> set[str]:
    """The clauses that the first column of the list names."""
    rows = [line for line in LISTED.read_text("utf-8").splitlines() if line.startswith("| `")]
    return {name for row in rows for name in re.findall("`([^`]+)`", row.split("|")[1])}


def test_every_clause_it_names_is_there():
    assert listed() <= {file.stem for file in CLAUSES.glob("*.html")}


def test_every_clause_with_a_mark_is_in_it():
    marked = {file.stem for file in CLAUSES.glob("*.html") if MARK in file.read_text("utf-8")}
    assert len(marked) > 10
    assert marked - listed() == set()
