"""The drawing of a timeline: its size, its lines, and that no label covers another."""

import io
from datetime import date, timedelta
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from agreements.interview.reviews_change_ending import REVIEW_KINDS
from agreements.review_dates.proposing import propose
from agreements.reviews import drawing
from agreements.reviews.drawing import SHAPES, Mark, drawn

START = date(2027, 1, 5)


def marks(*days, kinds=("light",)):
    return tuple(Mark(day, kinds[place % len(kinds)], "Short review") for place, day in enumerate(days))


def every(days, number, start=START):
    return marks(*(start + timedelta(days=days * place) for place in range(number)))


def opened(content):
    return Image.open(io.BytesIO(content))


def test_it_is_a_png_of_300_dots_to_the_inch_that_fills_160_millimetres():
    content, height = drawn(every(42, 7), START, None)
    image = opened(content)
    assert image.format == "PNG"
    assert [round(dots) for dots in image.info["dpi"]] == [300, 300]
    assert image.size == (round(160 / 25.4 * 300), pytest.approx(height / 25.4 * 300, abs=1))


def test_the_same_dates_are_the_same_bytes():
    first = drawn(every(42, 7), START, date(2027, 12, 31))
    drawn.cache_clear()
    assert drawn(every(42, 7), START, date(2027, 12, 31)) == first


def test_every_kind_has_a_shape_and_they_differ_in_black_and_white():
    assert set(SHAPES) == {*REVIEW_KINDS, ""}
    shapes = {kind: opened(drawn(marks(START, kinds=(kind,)), None, None)[0]).convert("1").tobytes() for kind in SHAPES}
    assert all(shapes[one] != shapes[other] for one, other in combinations(shapes, 2))


@pytest.mark.parametrize(
    ("reviews", "lines"),
    [
        (every(1, 1), 1),
        (every(42, 7), 1),
        (every(91, 6), 1),
        (every(91, 13), 3),
        (every(42, 40), 4),
        (every(42, 100), 8),
        (every(3, 100), 5),
        (every(1, 100), 4),
        (marks(date(1900, 1, 1), date(2199, 12, 31)), 8),
    ],
)
def test_much_time_runs_along_several_lines_but_never_more_than_fit_a_page(reviews, lines):
    _content, height = drawn(reviews, None, None)
    assert height == round((lines * drawing._LINE + drawing._LEGEND) / 300 * 25.4, 1)
    assert height < 200


@pytest.fixture
def words(monkeypatch):
    """Everything that is written into a picture: the box it fills, and what it is."""
    written = []
    inner = drawing._LineOfTime.words

    def noting(line, middle, text, *, is_bold=False, colour=drawing._INK):
        wide = drawing._font(is_bold=is_bold).getlength(text)
        written.append((middle[1], middle[0] - wide / 2, middle[0] + wide / 2, text))
        inner(line, middle, text, is_bold=is_bold, colour=colour)

    monkeypatch.setattr(drawing._LineOfTime, "words", noting)
    drawn.cache_clear()
    return written


def _check_room(words):
    words = sorted(words)
    assert all(left >= 0 and right <= drawing._WIDE for _y, left, right, _text in words)
    for (above, _left, right, one), (below, left, _right, other) in pairwise(words):
        assert above != below or right <= left, f"{one} covers {other}"


@pytest.mark.parametrize("number", [1, 7, 13, 40, 100])
@pytest.mark.parametrize("days", [1, 3, 10, 42, 91, 365])
def test_no_label_covers_another_or_leaves_the_picture(words, number, days):
    drawn(every(days, number), START, START + timedelta(days=days * number))
    assert words
    _check_room(words)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.dates(date(2020, 1, 1), date(2040, 12, 31)), min_size=1, max_size=60))
def test_whatever_the_dates_a_picture_is_made(days):
    content, height = drawn(marks(*sorted(days)), None, None)
    assert opened(content).size[0] == drawing._WIDE
    assert height < 200


def test_the_start_and_the_end_are_named_and_every_day_that_has_room(words):
    proposed = propose(START, date(2027, 12, 31), "quarterly", 100).reviews
    drawn(tuple(Mark(one.day, one.kind, "x") for one in proposed), START, date(2027, 12, 31))
    said = {text for _y, _left, _right, text in words}
    assert {"Start 5 Jan", "16 Feb", "5 Apr", "5 Jul", "5 Oct", "3 Dec", "End 31 Dec"} <= said
    assert {"2027", "Jan", "Dec"} <= said
