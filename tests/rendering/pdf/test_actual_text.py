import io
import re

import pikepdf
import pytest

from agreements.rendering.pdf.printing import print_page
from agreements.rendering.pdf.typefaces import families


def spoken(words):
    """The words written beside the glyphs of a page that shows these words."""
    page = f'<html lang="en"><title>T</title><style>html {{ font-family: {families()} }}</style><p>{words}'
    with pikepdf.open(io.BytesIO(print_page(page))) as file:
        drawing = file.pages[0].Contents.read_bytes()
    texts = re.findall(rb"/ActualText <feff([0-9a-f]*)>", drawing)
    return [bytes.fromhex(text.decode()).decode("utf-16-be") for text in texts]


@pytest.mark.parametrize("words", ["مريم حسن", "ਮਿਲਾਂਗੇ", "ஒவ்வொரு", "Tea \U0001f642", "soft\u2060joined"])
def test_the_words_stand_beside_glyphs_that_do_not_tell_them(words):
    assert spoken(words) == [words]


@pytest.mark.parametrize("words", ["Tŷ Gŵyr “quoted” – £12 → ☐", "Мы встречаемся", "Θα συναντιόμαστε"])
def test_plain_letters_need_no_second_writing(words):
    assert spoken(words) == []


def test_a_soft_break_of_ours_is_not_among_the_words():
    assert "".join(spoken("ن" * 40 + "\u200b" + "ن" * 20)) == "ن" * 60
