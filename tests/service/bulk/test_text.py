"""Tables in texts: pasted cells and CSV files."""

import pytest

from service.wizard.bulk.tables import NoTable
from service.wizard.bulk.text import from_bytes, from_text

pytestmark = pytest.mark.usefixtures("speaking")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a\tb\r\nc\td\r\n", (("a", "b"), ("c", "d"))),
        ('a\t"two\nlines"\nc\td', (("a", "two\nlines"), ("c", "d"))),
        ('a\t"Hope" House\nc\t5" pipe', (("a", '"Hope" House'), ("c", '5" pipe'))),
        ('a\t"not closed\nc\td', (("a", '"not closed'), ("c", "d"))),
        ("a,b\nc,d", (("a", "b"), ("c", "d"))),
        ('"a, x";b\nc;d', (("a, x", "b"), ("c", "d"))),
        ("a,b\nc", (("a", "b"), ("c", ""))),
        ("Harbour\nBread, and roses\nBrook Lane", (("Harbour",), ("Bread, and roses",), ("Brook Lane",))),
        ('The "Hub"\nHarbour', (('The "Hub"',), ("Harbour",))),
        ('"Hope" House\nHarbour', (('"Hope" House',), ("Harbour",))),
        ("\n\na\tb\n\t\n", (("a", "b"),)),
        ("a\t\tb\nc\t\td", (("a", "b"), ("c", "d"))),
        ("a\nb\tc", (("a", ""), ("b", "c"))),
    ],
)
def test_a_text_is_read_as_the_table_it_was(text, lines):
    assert from_text(text).lines == lines


@pytest.mark.parametrize("letters", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_is_read_in_the_letters_of_spreadsheet_programs(letters):
    assert from_bytes("Tŷ Croeso,é".encode(letters)).lines == (("Tŷ Croeso", "é"),)


def test_old_letters_are_read_and_that_is_said():
    table = from_bytes("Café,£5".encode("cp1252"))
    assert table.lines == (("Café", "£5"),)
    assert table.notes == ("The file does not say which letters it uses. Check letters with accents, such as é or ŵ.",)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "nothing in it"),
        (" \t \n", "nothing in it"),
        ('a,"b\nc,d', "quotation marks"),
        ("\x00\x01", "not text"),
        ("a\n" * 1_001, "more than 1,000 lines"),
        ("\t".join("a" * 61), "more than 60 columns"),
        ("x" * 700_001, "more text than we can take"),
        ("অ" * 233_334, "more text than we can take"),
        ("x" * 40_000 + "\ty", "more than 32,767 letters"),
        ("x" * 140_000 + ",y", "more than 32,767 letters"),
    ],
)
def test_what_is_no_table_or_too_much_is_refused_with_a_sentence(text, sentence):
    with pytest.raises(NoTable, match=sentence):
        from_text(text)
