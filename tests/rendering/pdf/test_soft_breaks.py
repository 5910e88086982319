import pytest

from agreements.rendering.pdf.soft_breaks import SOFT_BREAK, soften, soften_lines


def pieces(text):
    return soften(text).split(SOFT_BREAK)


def test_words_of_fifty_nine_letters_are_left_alone():
    text = f"{'a' * 59} {'b' * 59}\n{'c' * 59}"
    assert soften(text) == text


def test_longer_words_may_end_a_line_every_forty_letters():
    assert [len(piece) for piece in pieces("a" * 100)] == [40, 40, 20]
    assert pieces("Short words, then " + "a" * 60 + ".") == ["Short words, then " + "a" * 40, "a" * 20 + "."]


@pytest.mark.parametrize("text", ["a" * 10_000, "https://example.org/" + "x-y/" * 40, "e\u0301" * 90, "👩‍👧" * 40])
def test_nothing_is_lost(text):
    assert soften(text).replace(SOFT_BREAK, "") == text
    assert SOFT_BREAK in soften(text)


def test_marks_stay_with_their_letter_and_joined_signs_together():
    for piece in pieces("a" * 39 + "e\u0301\u0302" * 30)[1:]:
        assert piece.startswith("e")
    for piece in pieces("a" * 39 + "👩\u200d👧" * 30)[1:]:
        assert piece.startswith("👩")
        assert not piece.endswith("\u200d")


@pytest.mark.parametrize("marked_up", ['<a href="#why">section 2</a>', "<strong>all</strong>", "<dfn>work</dfn>"])
def test_a_line_may_end_before_what_is_marked_up_in_it(marked_up):
    assert soften_lines(f"<p>as {marked_up} says</p>") == f"<p>as {SOFT_BREAK}{marked_up} says</p>"


def test_nothing_else_in_a_page_is_touched():
    page = '<table class="short"><tr><td>1 &lt; 2</td></tr></table>'
    assert soften_lines(page) == page
