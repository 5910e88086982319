"""What was brought, told by its content and not by its name, read as a table."""

from service.language import _
from service.wizard.bulk.tables import NoTable, Table
from service.wizard.bulk.text import from_bytes
from service.wizard.bulk.workbook import from_workbook

MOST_BYTES = 5 * 1024 * 1024
_ZIP, _OLD_OFFICE, _PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-"


def from_file(content: bytes) -> Table:
    """The table in a file. Raises NoTable."""
    if len(content) > MOST_BYTES:
        raise NoTable(_("The file is larger than 5 MB. Copy the rows that you need, and paste them here instead."))
    if not content.strip():
        raise NoTable(_("There is nothing in it."))
    if content.startswith(_OLD_OFFICE):
        raise NoTable(_("This is an old Excel file (.xls), or one with a password. Save it as .xlsx without one."))
    if content.startswith(_PDF):
        raise NoTable(_("This is a PDF. Choose a spreadsheet (.xlsx) or a CSV file."))
    if content.startswith(_ZIP):
        return _from_zip(content)
    return from_bytes(content)


def _from_zip(content: bytes) -> Table:
    if b"mimetypeapplication/vnd.oasis.opendocument" in content[:200]:
        raise NoTable(_("This is an OpenDocument file (.ods). Save it as .xlsx, or paste the cells here instead."))
    return from_workbook(content)
