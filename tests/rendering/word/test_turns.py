"""Where the direction of reading turns."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreements.rendering.word.turns import turns

HEBREW = "שלום"


@pytest.mark.parametrize(
    ("words", "paragraph", "pieces"),
    [
        ("plain words", "ltr", [("plain words", False)]),
        (f"{HEBREW} {HEBREW}", "rtl", [(f"{HEBREW} {HEBREW}", True)]),
        (
            f"See {HEBREW}, {HEBREW} (2026).",
            "ltr",
            [("See ", False), (f"{HEBREW}, {HEBREW}", True), (" (2026).", False)],
        ),
        (
            f"{HEBREW} (Harbour Advice) 2026",
            "rtl",
            [(f"{HEBREW} (", True), ("Harbour Advice", False), (") 2026", True)],
        ),
        ("2026", "rtl", [("2026", True)]),
        ("2026", "ltr", [("2026", False)]),
    ],
)
def test_pieces_end_where_the_direction_turns(words, paragraph, pieces):
    assert list(turns(words, paragraph)) == pieces


def test_a_mark_stays_with_its_letter():
    assert list(turns("ש\u05b7 a", "ltr")) == [("ש\u05b7", True), (" a", False)]


@given(st.text(st.sampled_from(f"a1 (.{HEBREW}\u05b7\u200dم٣")), st.sampled_from(["ltr", "rtl"]))
def test_no_character_is_lost_and_neighbours_differ(words, paragraph):
    pieces = list(turns(words, paragraph))
    assert "".join(piece for piece, _ in pieces) == words
    assert all(first[1] != second[1] for first, second in pairwise(pieces))
