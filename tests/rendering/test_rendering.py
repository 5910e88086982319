import pytest

from agreements.document.numbering import numbered
from agreements.rendering import FORMATS, render
from tests import samples

BEGINNINGS = {"docx": b"PK", "pdf": b"%PDF-1.7", "html": b"<!doctype html>", "txt": b"Final, for signing"}


@pytest.mark.parametrize("extension", FORMATS)
def test_each_format_makes_its_own_kind_of_file_and_the_same_bytes_again(extension):
    document = numbered(samples.small_document())
    made = render(document, samples.stamp(), extension)
    assert made.startswith(BEGINNINGS[extension])
    assert render(document, samples.stamp(), extension) == made


def test_people_are_offered_word_first():
    assert list(FORMATS) == ["docx", "pdf", "html", "txt"]
    assert {made.extension: made for made in FORMATS.values()} == FORMATS
    assert FORMATS["pdf"].media_type == "application/pdf"
