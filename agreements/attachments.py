"""Files that belong to answers: checked by their content and not by their name, and kept by its hash.

A picture is a PNG or JPEG of up to 2 MB and 16 million points. It is written anew as a PNG, no larger than it can be
printed, so that nothing of where and with what it was taken stays in it. A document is a PDF, Word or OpenDocument file
of up to 5 MB, kept as it is.

In an answer file a person writes the name of a file that lies beside it, `logo: harbour.png`. `attach` reads that file
and puts its name and hash in its place: that is the answer.
"""

import struct
import zlib
from collections.abc import Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any, Final
from zipfile import BadZipFile, ZipFile

from PIL import Image, ImageFile, ImageOps

from agreements.errors import Fault, UnfitFile
from agreements.interview import Agreement
from agreements.language import _
from agreements.questions import File
from agreements.values import AttachedFile

Attachments = Mapping[str, bytes]
"""The content of files by its SHA-256, as 64 hexadecimal digits."""

MEBIBYTE: Final = 2**20
MOST_BYTES: Final = {"picture": 2 * MEBIBYTE, "document": 5 * MEBIBYTE}
MOST_POINTS: Final = 16_000_000
_MOST_PRINTED: Final = (1200, 600)
"""Points: 500 to the inch on a picture 60 mm wide."""
_UNREADABLE: Final = (
    ArithmeticError,
    EOFError,
    LookupError,
    OSError,
    SyntaxError,
    TypeError,
    ValueError,
    Image.DecompressionBombError,
    Warning,
    struct.error,
    zlib.error,
)
"""What Pillow raises for files that are no pictures."""
_ZIPPED: Final = {"word/document.xml": "docx", "content.xml": "odt"}


def taken(holds: str, content: bytes) -> bytes:
    """What is kept of a file that a person chose for a question that `holds` a picture or a document.

    Raises:
        UnfitFile: it is too large, or another kind of file; the message says what to do.
    """
    if len(content) > MOST_BYTES[holds]:
        most = MOST_BYTES[holds] // MEBIBYTE
        raise UnfitFile(_("This file is larger than %(most)s MB. Make it smaller, or choose another.", most=most))
    if holds == "picture":
        return _picture(content)
    if not extension(content):
        raise UnfitFile(
            _("This file is no document that we can keep. Choose a PDF, Word (.docx) or OpenDocument file.")
        )
    return content


def _picture(content: bytes) -> bytes:
    try:
        with _only_whole_pictures(), Image.open(BytesIO(content), formats=("PNG", "JPEG")) as picture:
            _check_points(picture)
            upright = ImageOps.exif_transpose(picture).convert("RGBA" if picture.has_transparency_data else "RGB")
            upright.thumbnail(_MOST_PRINTED)
    except _UNREADABLE as error:
        raise UnfitFile(_("This file is no picture that we can read. Choose a PNG or a JPEG picture.")) from error
    upright.info.clear()
    made = BytesIO()
    upright.save(made, "PNG")
    return made.getvalue()


@contextmanager
def _only_whole_pictures() -> Iterator[None]:
    """WeasyPrint lets Pillow read broken pictures in the whole process; here one without its end is refused."""
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _check_points(picture: Image.Image) -> None:
    if picture.width * picture.height > MOST_POINTS:
        raise UnfitFile(_("This picture has more than 16 million points. Make it smaller, or choose another."))


def extension(content: bytes) -> str:
    """The ending that a document's name should have, by what is in it; "" for what we do not keep."""
    if content.startswith(b"%PDF-"):
        return "pdf"
    try:
        with ZipFile(BytesIO(content)) as archive:
            return next((_ZIPPED[name] for name in archive.namelist() if name in _ZIPPED), "")
    except (BadZipFile, LookupError, OSError, RuntimeError, ValueError, struct.error):
        return ""


@dataclass(frozen=True)
class Attached:
    """An answer set whose files have been read: the answers, the files' contents, what is wrong with some of them."""

    answers: Any
    contents: Attachments
    faults: tuple[Fault, ...]


def attach(answers: Any, folder: Path) -> Attached:
    """Read the files that an answer file names, from the folder it lies in.

    An answer whose file cannot be taken is left out, and told as a fault at its path.
    """
    reader = _Reader(folder)
    answers = deepcopy(answers)
    for path, group, name, question in _files(answers):
        kept = reader.read(path, group[name], question)
        if kept:
            group[name] = {"name": kept.name, "sha256": kept.sha256}
        else:
            del group[name]
    return Attached(answers, reader.contents, tuple(reader.faults))


@dataclass
class _Reader:
    folder: Path
    contents: dict[str, bytes] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def read(self, path: str, written: Any, question: File) -> AttachedFile | None:
        name = str(written.get("name", "")) if isinstance(written, Mapping) else written
        try:
            content = self._content(name, MOST_BYTES[question.holds])
            kept = taken(question.holds, content)
            _check_ending(question.holds, name, kept)
        except UnfitFile as error:
            self.faults.append(Fault(path, _("“%(name)s”: %(problem)s", name=name, problem=error)))
            return None
        digest = sha256(kept).hexdigest()
        if isinstance(written, Mapping) and written.get("sha256") not in {digest, sha256(content).hexdigest()}:
            sentence = _(
                "“%(name)s” is not the file that was chosen before. Put that file here, or write only its name.",
                name=name,
            )
            self.faults.append(Fault(path, sentence))
            return None
        self.contents[digest] = kept
        return AttachedFile(Path(name).name, digest)

    def _content(self, name: str, most: int) -> bytes:
        file = self.folder / name
        try:
            if not file.resolve().is_relative_to(self.folder.resolve()):
                raise UnfitFile(_("This file lies elsewhere. Put it into the folder of your answer file."))
            with file.open("rb") as opened:
                return opened.read(most + 1)
        except (OSError, ValueError) as error:
            raise UnfitFile(
                _("We cannot open this file. Put it beside your answer file, and check its name.")
            ) from error


def _check_ending(holds: str, name: str, content: bytes) -> None:
    """The agreement prints the name of a document, so it has to say what the document is."""
    if holds == "document" and not name.lower().endswith(f".{extension(content)}"):
        raise UnfitFile(_("Give this file a name that ends with .%(ending)s.", ending=extension(content)))


def _files(answers: Any) -> Iterator[tuple[str, MutableMapping[str, Any], str, File]]:
    """Every answer to a question for a file that says something a file can be called: path, group, name, question."""
    for names, question, _group in Agreement.every_question():
        if isinstance(question, File):
            section, *between, name = names.split(".")
            for path, group in _groups(answers, section, between):
                if isinstance(group.get(name), Mapping) or (isinstance(group.get(name), str) and group[name].strip()):
                    yield f"{path}.{name}", group, name, question


def _groups(answers: Any, section: str, between: list[str]) -> Iterator[tuple[str, MutableMapping[str, Any]]]:
    found = answers.get(section) if isinstance(answers, Mapping) else None
    if not isinstance(found, MutableMapping):
        return
    if not between:
        yield section, found
        return
    path = f"{section}.{between[0]}"
    below = found.get(between[0])
    if isinstance(below, list):
        named = [(row.get("id") or f"row-{place}", row) for place, row in enumerate(below, 1) if isinstance(row, dict)]
        yield from ((f"{path}.{row_id}", row) for row_id, row in named)
    elif isinstance(below, Mapping):
        yield from ((f"{path}.{row_id}", row) for row_id, row in below.items() if isinstance(row, MutableMapping))


def documents(agreement: Agreement, attachments: Attachments) -> Iterator[tuple[str, bytes]]:
    """The documents that belong to an agreement, each once and with the name that the agreement prints.

    Its ending is that of its content, whatever the answer says. Pictures are not among them: the papers show those.
    """
    kept: dict[str, bytes] = {}
    for group in agreement.groups():
        for name, question in group.questions().items():
            answer = group.get(name)
            if isinstance(question, File) and question.holds == "document" and answer and answer.sha256 in attachments:
                content = attachments[answer.sha256]
                kept[f"{Path(answer.kept_as).stem}.{extension(content)}"] = content
    yield from kept.items()


def rightly_ended(name: str, content: bytes) -> str:
    """The name of a document with the ending that belongs to its content."""
    ending = f".{extension(content)}"
    return name if Path(name).suffix.lower() == ending else f"{Path(name).stem}{ending}"
