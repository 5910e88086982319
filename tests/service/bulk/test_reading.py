"""Files are told by what is in them."""

import pytest

from service.wizard.bulk.reading import from_file
from service.wizard.bulk.tables import NoTable
from tests.service.bulk.workbooks import workbook

pytestmark = pytest.mark.usefixtures("speaking")


@pytest.mark.parametrize("content", [workbook(["a", "b"]), b"a,b"])
def test_a_file_is_read_whatever_it_is_called(content):
    assert from_file(content).lines == (("a", "b"),)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"%PDF-1.7 ...", "This is a PDF. Choose a spreadsheet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "Save it as .xlsx"),
        (b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "Save it as .xlsx"),
        (b"PK\x03\x04 and no more", "cannot be read"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not text"),
        (b"", "nothing in it"),
        (b"a" * (5 * 1024 * 1024 + 1), "larger than 5 MB"),
    ],
)
def test_what_is_no_table_is_refused_with_what_to_do(content, sentence):
    with pytest.raises(NoTable, match=sentence):
        from_file(content)
