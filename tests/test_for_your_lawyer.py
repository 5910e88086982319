"""What a lawyer should look at: each row of the list is marked in its clause, and each mark is a row of the list."""

import re
from collections import Counter
from pathlib import Path

import pytest

from agreements import resources

CLAUSES = {file.stem: file.read_text("utf-8") for file in (resources.templates() / "clauses" / "en").glob("*.html")}
LISTED = (Path(__file__).parent.parent / "docs" / "for-your-lawyer.md").read_text("utf-8")
ON_CLAUSES = LISTED.split("\n## ", maxsplit=1)[0]
"""The list, without who signs for each legal form: that is no wording of a clause."""


def rows(text: str) -> list[tuple[str, str]]:
    """Each clause of each row, with what to check in it."""
    cells = [[cell.strip() for cell in line.split("|")] for line in text.splitlines() if line.startswith("| `")]
    return [(clause, what) for _edge, clauses, what, *_why in cells for clause in re.findall("`([^`]+)`", clauses)]


def test_every_clause_it_names_is_there():
    assert {clause for clause, _what in rows(LISTED)} <= set(CLAUSES)


def test_each_row_is_marked_in_its_clause_and_each_mark_is_a_row():
    marks = [(clause, what) for clause, text in CLAUSES.items() for what in re.findall("{# check: (.*?) #}", text)]
    assert len(marks) > 30
    assert Counter(marks) == Counter(rows(ON_CLAUSES))


def test_no_mark_is_written_in_another_way():
    assert sum(text.count("check:") for text in CLAUSES.values()) == len(rows(ON_CLAUSES))


QUOTED = [(clause, words) for clause, what in rows(ON_CLAUSES) for words in re.findall("“(.+?)”", what)]


@pytest.mark.parametrize(("clause", "words"), QUOTED)
def test_the_words_that_a_row_quotes_stand_in_the_clause(clause, words):
    printed = re.sub("{#.*?#}", "", CLAUSES[clause])
    assert words.casefold() in " ".join(printed.split()).casefold()


def test_some_rows_quote_a_clause():
    assert len(QUOTED) > 4
