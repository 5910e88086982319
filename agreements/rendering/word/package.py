"""A .docx file as what it is: named parts in a zip. Read with limits, written the same way every time."""

import re
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from agreements.errors import HouseError
from agreements.language import _
from agreements.rendering.houses import PLAIN
from agreements.resources import templates

Parts = Mapping[str, bytes]

MEBIBYTE = 2**20
MOST_PACKED = 5 * MEBIBYTE
MOST_UNPACKED = 50 * MEBIBYTE
MOST_IN_A_PART = 20 * MEBIBYTE
MOST_PARTS = 1000
MOST_RATIO = 100
"""How many times larger a house file may be unpacked than packed; Word's own are 5 to 15 times larger."""

CONTENT_TYPES = "[Content_Types].xml"
_FRESH = _("Copy its first page into a new Word file, and use that.")
_CHUNK = 2**16
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNSAFE_NAME = re.compile(r"(^|[/\\])\.\.([/\\]|$)|^[/\\]|\\|:|\0")


def plain_parts() -> dict[str, bytes]:
    """The parts of the plain house, which lies unpacked among the templates."""
    return _folder(PLAIN)


def our_parts(name: str) -> dict[str, bytes]:
    """The parts of one of our houses: what its folder does not have is as in the plain house."""
    return {**plain_parts(), **_folder(name)}


def _folder(name: str) -> dict[str, bytes]:
    folder = templates() / "word" / name
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def packed(parts: Parts) -> bytes:
    """The parts as a .docx file: sorted, with one fixed date, so that the same parts are the same bytes."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda name: (name != CONTENT_TYPES, name)):
            entry = ZipInfo(name, _ZIP_EPOCH)
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, parts[name])
    return file.getvalue()


def unpacked(docx: bytes) -> dict[str, bytes]:
    """The parts of a .docx file that we wrote ourselves."""
    with ZipFile(BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def read_parts(path: Path) -> dict[str, bytes]:
    """The parts of somebody's .docx file, counted while they are unpacked.

    What the zip says of its own sizes is not believed: a file of 50 kB can claim 1,000 bytes and hold a gigabyte.

    Raises:
        HouseError: not a .docx file, damaged, or larger than the limits above.
    """
    try:
        size = path.stat().st_size
        if size > MOST_PACKED:
            raise HouseError(_("This Word file is larger than 5 MB. Make its pictures smaller, and save it again."))
        with ZipFile(BytesIO(path.read_bytes())) as archive:
            return dict(_entries(archive, size))
    except OSError as error:
        raise HouseError(_("We cannot read %(path)s. Check its name, and that you may open it.", path=path)) from error
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise HouseError(
            _(
                "%(name)s is not a Word file that we can open. Open it in Word, take off its password if it has "
                "one, and save it as a Word document (.docx).",
                name=path.name,
            )
        ) from error


def _entries(archive: ZipFile, size: int) -> Iterator[tuple[str, bytes]]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(archive.infolist()) > MOST_PARTS:
        raise HouseError(_("This Word file has more than 1,000 parts. %(cure)s", cure=_FRESH))
    seen = set[str]()
    left = min(MOST_UNPACKED, MOST_RATIO * size)
    for entry in entries:
        name = entry.filename
        if name.lower() in seen or _UNSAFE_NAME.search(name) or entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            raise BadZipFile(name)
        seen.add(name.lower())
        content = _content(archive, entry, min(left, MOST_IN_A_PART))
        left -= len(content)
        yield name, content


def _content(archive: ZipFile, entry: ZipInfo, most: int) -> bytes:
    content = bytearray()
    with archive.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            content += chunk
            if len(content) > most:
                raise HouseError(_("This Word file is much larger inside than it looks. %(cure)s", cure=_FRESH))
    return bytes(content)
