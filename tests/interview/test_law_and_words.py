"""Step 12: one rule for formal letters, whatever way of sending them has been chosen."""

import pytest

from agreements.assembly import assemble
from agreements.document.canonical import clause_text
from agreements.interview import Agreement


def words(part, **sections):
    """The text of one clause."""
    loaded = Agreement.load(sections)
    assert loaded.faults == ()
    return next(clause_text(one) for one in assemble(loaded.interview).parts() if one.id == part)


CONTRACT = {"doc_kind": "partnership", "binding_mode": "binding"}


@pytest.mark.parametrize(
    ("ways", "by_post", "by_email"),
    [(["post"], True, False), (["email"], False, True), (["post", "email"], True, True)],
)
def test_a_formal_letter_counts_only_in_the_ways_that_were_chosen(ways, by_post, by_email):
    text = words("law", status=CONTRACT, law={"notices_by": ways})
    assert "Where another section says “in writing”, this still holds" in text
    assert ("by post, to the address" in text, "by e-mail, to the address" in text) == (by_post, by_email)


def test_what_is_said_of_the_paper_itself_keeps_to_that_rule():
    assert "in a way that" in words("housekeeping", status=CONTRACT)
    assert "in a way that" not in words("housekeeping", status={"doc_kind": "memorandum"})
