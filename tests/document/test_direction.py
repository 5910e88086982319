import pytest

from agreements.document.direction import direction
from tests.samples import ARABIC, HEBREW


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We meet every month.", "ltr"),
        (ARABIC, "rtl"),
        (HEBREW, "rtl"),
        (f"12. “({ARABIC}", "rtl"),
        (f"Brook Lane: {ARABIC}", "ltr"),
        ("12 + 7 …", "ltr"),
        ("", "ltr"),
        ("\u2067Brook Lane\u2069 " + ARABIC, "rtl"),
        ("\u2069Brook Lane", "ltr"),
    ],
)
def test_the_first_strong_letter_outside_isolates_tells_the_direction(text, expected):
    assert direction(text) == expected
