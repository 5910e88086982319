import json
import unicodedata
from typing import Any

import pytest
from fontTools.ttLib import TTFont

from agreements.resources import fonts
from setup.fonts import ranges


def read(name: str) -> Any:
    return json.loads((fonts() / name).read_text("utf-8"))


def printable_by(character: str) -> list[str]:
    """The files of the faces that have a glyph for a character."""
    coverage = read("coverage.json").items()
    return [file for file, runs in coverage if any(first <= ord(character) <= last for first, last in runs)]


def test_code_points_become_ranges_with_both_ends() -> None:
    assert ranges([90, 65, 67, 66]) == [[65, 67], [90, 90]]
    assert ranges([]) == []


def test_every_face_is_a_font_file_of_the_family_weight_and_style_it_says() -> None:
    for face in read("faces.json"):
        font = TTFont(fonts() / face["file"])
        names = {font["name"].getDebugName(number) for number in (1, 16)}
        assert face["family"] in names, face
        assert font["OS/2"].usWeightClass == face["weight"], face
        assert ("italic" if font["OS/2"].fsSelection & 1 else "normal") == face["style"], face


def test_every_face_is_a_full_font_and_is_covered() -> None:
    faces = [face["file"] for face in read("faces.json")]
    assert faces == list(read("coverage.json"))
    assert sorted(faces) == sorted(path.name for path in fonts().glob("*.ttf"))


def test_every_family_comes_with_its_licence() -> None:
    for family in {face["family"] for face in read("faces.json")}:
        assert "SIL OPEN FONT LICENSE" in (fonts() / "licences" / f"{family}.txt").read_text("utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "ŵŷŴŶâêîôûẁẃẅỳÿ",
        "àèìòùáéíóú",
        "żółćęąśźń",
        "ăâîșț",
        "ğışçöü",
        "“‘’”–—…£€•§",
        "Привіт",
        "Ελληνικά",
        "مرحبا اردو ہے",
        "শুভেচ্ছা",
        "ਸਤ ਸ੍ਰੀ ਅਕਾਲ",
        "નમસ્તે",
        "வணக்கம்",
        "ሰላም",
        "שָׁלוֹם",
        "नमस्ते",
        "☐☑☒✓✗",
        "→≤≥≠×÷√",
        "🎉🌱🤝❤",
    ],
)
def test_the_letters_and_signs_of_british_groups_can_be_printed(text: str) -> None:
    for character in unicodedata.normalize("NFC", text).replace(" ", ""):
        assert printable_by(character), f"U+{ord(character):04X} {character}"


def test_text_and_digits_come_from_noto_sans_before_any_other_face() -> None:
    """Noto Emoji and Noto Sans Math have digits too, which do not look like those of the text."""
    for character in "aZ09#*":
        assert printable_by(character)[0] == "NotoSans-400.ttf"
