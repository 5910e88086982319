"""The text policy, on every character that there is."""

import unicodedata
from collections.abc import Set

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from agreements.questions.text import has_ink, normalise, refusals, shown
from agreements.resources import fonts
from tests.answer_sets import AWKWARD

LEFT_OUT = {"\ufeff", "\u200b", "\u2060", "\u00ad", "\ufe00", "\ufe0e", "\ufe0f"}
LINE_ENDS = {"\r", "\u2028", "\u2029", "\x85"}
TURNING = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
LANGUAGE_MARKS = set("\u200c\u200d\u200e\u200f\u061c")
ARABIC_NUMBER_SIGNS = set("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u0890\u0891\u08e2")
WALES = "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"
any_text = st.text(st.one_of(st.characters(), st.characters(categories=["Cs", "Cc", "Cf", "Zs", "Zl", "Zp", "Mn"])))


def expected_text(typed: str) -> str:
    """How a text is accepted that has a letter at both ends."""
    kept = "".join("\n" if one in LINE_ENDS else one for one in typed if one not in LEFT_OUT)
    return unicodedata.normalize("NFC", kept.replace("\t", " "))


def expected_reason(character: str, printable: Set[int]) -> str:
    """Why the policy refuses a character; "" for one that it keeps."""
    reasons = {
        "Cc": "a control character",
        "Cs": "half a character",
        "Co": "a character of private use",
        "Cn": "a character that does not exist",
        "Cf": "a hidden mark",
    }
    if character == "\n" or character in LANGUAGE_MARKS:
        return ""
    category = unicodedata.category(character)
    if category in reasons and character not in ARABIC_NUMBER_SIGNS:
        return reasons[category]
    return "" if ord(character) in printable else "a character that our fonts cannot print"


@pytest.fixture(scope="module")
def shapes() -> dict[int, bool]:
    """Every character of the bundled fonts, and whether it leaves ink in all of them."""
    found: dict[int, bool] = {}
    for file in fonts().glob("*.ttf"):
        with TTFont(file, lazy=True) as font:
            for point, name in font.getBestCmap().items():
                found[point] = found.get(point, True) and bool(font["glyf"][name].numberOfContours)
    return found


def test_every_character_is_kept_or_normalised_as_documented_or_refused_with_its_code_and_place(shapes):
    for first in range(0, 0x110000, 4):
        typed = "".join(f"a{chr(point)}" for point in range(first, first + 4)) + "b"
        text = normalise(typed)
        assert text == expected_text(typed), f"U+{first:04X}"
        reasons = [(letter, expected_reason(letter, shapes.keys())) for letter in dict.fromkeys(text)]
        refused = [f"Take out {reason} (U+{ord(letter):04X}) " for letter, reason in reasons if reason]
        sentences = list(refusals(text))
        assert [sentence[: len(start)] for sentence, start in zip(sentences, refused, strict=True)] == refused


def test_marks_that_turn_the_reading_direction_are_among_the_refused(shapes):
    assert {expected_reason(character, shapes.keys()) for character in TURNING} == {"a hidden mark"}


@pytest.mark.parametrize("character", sorted(LANGUAGE_MARKS | ARABIC_NUMBER_SIGNS))
def test_marks_that_languages_need_are_kept(character):
    assert normalise(f"a{character}b") == f"a{character}b"
    assert not list(refusals(f"a{character}b"))


def test_what_the_fonts_draw_as_nothing_has_no_ink(shapes):
    assert [f"U+{point:04X}" for point, ink in shapes.items() if not ink and has_ink(chr(point))] == []


@pytest.mark.parametrize("text", ["", "\u200c", "\u200e\u200f", "\u00a0", "\u0301", "\u2800", "\u034f \u2003"])
def test_a_text_of_nothing_but_space_hidden_marks_or_accents_has_no_ink(text):
    assert not has_ink(text)


@pytest.mark.parametrize("text", ["a", "1", ".", "€", "🙂", "ক", "e\u0301"])
def test_letters_figures_and_signs_have_ink(text):
    assert has_ink(text)


@pytest.mark.parametrize(
    ("typed", "accepted"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\u2028b\u2029c\x85d", "a\nb\nc\nd"),
        ("a\tb", "a b"),
        ("e\u0301", "é"),
        ("y\u0302", "ŷ"),
        ("\ufeffTŷ\u200b Gŵyr\u00ad\u2060", "Tŷ Gŵyr"),
        ("☺\ufe0f", "☺"),
        ("  \n a  \n  b\u00a0\n\n", "a\n  b"),
        ("one  two\u00a0three", "one  two\u00a0three"),
        ("a\n\n\n\nb", "a\n\n\n\nb"),
    ],
)
def test_what_no_reader_could_see_is_normalised(typed, accepted):
    assert normalise(typed) == accepted


@given(any_text)
def test_normalising_twice_changes_nothing_more(text):
    assert normalise(normalise(text)) == normalise(text)


@given(any_text)
def test_normalising_loses_no_letter(text):
    def letters(words: str) -> str:
        kept = "".join(one for one in words if one not in LEFT_OUT | LINE_ENDS and not one.isspace())
        return unicodedata.normalize("NFC", kept)

    assert letters(normalise(text)) == letters(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize("text", AWKWARD)
def test_refusals_never_fail(text):
    assert all(sentence.isprintable() for sentence in refusals(normalise(text)))


def test_a_refusal_at_the_beginning_says_so():
    assert list(refusals("\x07 bell")) == ["Take out a control character (U+0007) at the beginning."]


def test_a_refusal_quotes_a_word_without_what_is_refused_in_it():
    sentences = list(refusals("good\u202ebad\x07"))
    assert sentences == [
        "Take out a hidden mark (U+202E) after “good”.",
        "Take out a control character (U+0007) after “goodbad”.",
    ]


def test_each_refused_character_is_named_once_and_not_more_than_ten_of_them():
    assert len(list(refusals("\x07" * 100))) == 1
    assert len(list(refusals("".join(map(chr, range(0xE000, 0xE100)))))) == 10


def test_the_flags_of_england_scotland_and_wales_are_kept_whole():
    assert normalise(WALES) == WALES
    assert not list(refusals(f"{WALES} Cymru"))


@pytest.mark.parametrize("text", [WALES[1:], WALES[:-1], "🏴" + "".join(chr(0xE0000 + ord(one)) for one in "pay")])
def test_hidden_letters_that_are_no_such_flag_are_refused(text):
    assert list(refusals(text))


def test_accents_piled_on_one_letter_are_refused_and_not_composed():
    piled = "a" + "\u0316\u0301" * 16
    assert normalise(piled) == piled
    assert list(refusals(piled)) == ["Take out some accents: there are more than 30 on one letter."]


def test_thirty_accents_on_one_letter_are_composed_like_any_others():
    assert not list(refusals(normalise("a" + "\u0301" * 30)))


def test_a_message_quotes_no_character_that_a_screen_would_obey_and_not_much_at_all():
    assert shown("\x1b[2J\ud800\u202e" + "x" * 100) == "\ufffd[2J\ufffd\ufffd" + "x" * 54
    assert shown("two\nlines") == "two lines"
