"""Reading a .docx with limits, and writing it the same way every time."""

import struct
import zipfile
from io import BytesIO

import pytest

from agreements.errors import HouseError
from agreements.rendering.word import package


def written(folder, entries, compression=zipfile.ZIP_DEFLATED):
    path = folder / "house.docx"
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return path


def test_the_plain_house_is_read_back_as_it_was_written(tmp_path):
    parts = package.plain_parts()
    path = tmp_path / "plain.docx"
    path.write_bytes(package.packed(parts))
    assert package.read_parts(path) == parts == package.unpacked(path.read_bytes())


def test_the_order_of_parts_does_not_change_the_file():
    parts = package.plain_parts()
    assert package.packed(parts) == package.packed(dict(reversed(parts.items())))


def test_content_types_stand_first_so_that_every_program_knows_the_file():
    with zipfile.ZipFile(BytesIO(package.packed(package.plain_parts()))) as archive:
        assert archive.namelist()[0] == "[Content_Types].xml"


@pytest.mark.parametrize(
    "content",
    [b"", b"PK\3\4 and no more", b"%PDF-1.7", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an older Word file"],
    ids=["empty", "cut", "pdf", "older"],
)
def test_what_is_no_docx_is_refused_with_what_to_do(content, tmp_path):
    path = tmp_path / "letter.doc"
    path.write_bytes(content)
    with pytest.raises(HouseError, match=r"^letter\.doc is not a Word file that we can open\. Open it in Word"):
        package.read_parts(path)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(HouseError, match=r"We cannot read .*nowhere\.docx\. Check its name"):
        package.read_parts(tmp_path / "nowhere.docx")


def test_a_folder_is_no_house(tmp_path):
    with pytest.raises(HouseError, match="We cannot read"):
        package.read_parts(tmp_path)


def test_a_large_file_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "large.docx"
    with path.open("wb") as file:
        file.truncate(package.MOST_PACKED + 1)
    with pytest.raises(HouseError, match="larger than 5 MB"):
        package.read_parts(path)


@pytest.mark.parametrize(("most", "value"), [("MOST_UNPACKED", 30_000), ("MOST_IN_A_PART", 15_000), ("MOST_RATIO", 10)])
def test_each_limit_on_what_unfolds_holds(most, value, tmp_path, monkeypatch):
    noise = bytes(range(256)) * 8
    path = written(tmp_path, [("noise", noise), ("one", bytes(20_000)), ("two", bytes(20_000))])
    package.read_parts(path)
    monkeypatch.setattr(package, most, value)
    with pytest.raises(HouseError, match="much larger inside than it looks"):
        package.read_parts(path)


def test_a_file_that_lies_about_its_size_is_stopped_while_it_unfolds(tmp_path):
    path = written(tmp_path, [("word/document.xml", bytes(40 * package.MEBIBYTE))])
    content = bytearray(path.read_bytes())
    directory = content.rindex(b"PK\1\2")
    struct.pack_into("<L", content, directory + 24, 1000)
    path.write_bytes(content)
    with pytest.raises(HouseError):
        package.read_parts(path)


def test_too_many_parts_are_refused(tmp_path):
    path = written(tmp_path, [(f"part{number}", b"") for number in range(package.MOST_PARTS + 1)])
    with pytest.raises(HouseError, match=r"more than 1,000 parts"):
        package.read_parts(path)


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    "names",
    [
        ("word/document.xml", "word/document.xml"),
        ("word/document.xml", "Word/Document.xml"),
        ("../../outside.xml",),
        ("/etc/passwd",),
        ("word\\document.xml",),
        ("C:/document.xml",),
    ],
)
def test_a_name_that_two_programs_could_read_differently_is_refused(names, tmp_path):
    with pytest.raises(HouseError, match="not a Word file that we can open"):
        package.read_parts(written(tmp_path, [(name, b"<a/>") for name in names]))


def test_a_locked_file_is_refused(tmp_path):
    path = written(tmp_path, [("word/document.xml", b"<a/>")])
    content = bytearray(path.read_bytes())
    for signature, flags in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        content[content.index(signature) + flags] |= 1
    path.write_bytes(content)
    with pytest.raises(HouseError, match="take off its password"):
        package.read_parts(path)


def test_an_unusual_compression_is_refused(tmp_path):
    with pytest.raises(HouseError, match="not a Word file that we can open"):
        package.read_parts(written(tmp_path, [("word/document.xml", b"<a/>")], zipfile.ZIP_LZMA))
