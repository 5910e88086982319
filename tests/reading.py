"""How tests read a paper back, and when they call two texts the same. Every witness uses this one normalisation.

Two texts are the same when they are equal after Unicode NFC, after zero-width spaces are left out (a PDF may break long
words at them; nobody can type one, see `agreements.questions.text`), and with every run of white space as one space.
A paper also says which text is signed, under each signature; the tree does not have that line, so it is left out.
"""

import json
import re
import subprocess
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from agreements.document import labels
from agreements.document.canonical import full_text
from agreements.document.nodes import Document
from agreements.document.stamp import Stamp

CHECKOUT = Path(__file__).parent.parent


def folded(text: str) -> str:
    """The text as it is compared."""
    return " ".join(unicodedata.normalize("NFC", text).replace("\u200b", "").split())


def agreed(document: Document) -> str:
    """All the words of a numbered document, as they are compared."""
    return folded(full_text(document))


def printed(text: str, stamp: Stamp) -> str:
    """What a paper's reader found, as it is compared, without the lines that say which text is signed."""
    return folded(folded(text).replace(folded(labels.signed_text(stamp)), " "))


def libreoffice(docx: bytes, extension: str, folder: Path) -> bytes:
    """A Word file as LibreOffice reads it, saved as another kind of file ("txt", "pdf")."""
    (read,) = libreoffice_all([docx], extension, folder)
    return read


def libreoffice_all(papers: Sequence[bytes], extension: str, folder: Path) -> list[bytes]:
    """Several Word files as LibreOffice reads them, at once: it takes seconds to start."""
    names = [f"paper-{number}" if number else "paper" for number in range(len(papers))]
    for name, docx in zip(names, papers, strict=True):
        (folder / f"{name}.docx").write_bytes(docx)
    kind = "txt:Text (encoded):UTF8" if extension == "txt" else extension
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [f"{name}.docx" for name in names]
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder), *files]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=240)
    return [(folder / f"{name}.{extension}").read_bytes() for name in names]


def libreoffice_text(docx: bytes, folder: Path) -> str:
    """The body of a Word file as LibreOffice reads it, with the numbers that LibreOffice works out."""
    (text,) = libreoffice_texts([docx], folder)
    return text


def libreoffice_texts(papers: Sequence[bytes], folder: Path) -> list[str]:
    """The bodies of several Word files as LibreOffice reads them, with the numbers that LibreOffice works out.

    Its text filter, not its page, has two habits of its own, which are undone here: it puts a space after every
    label, also where none is printed ("Schedule A :"), and it draws the bullets of inner lists as rings and squares.
    """
    return [_without_habits(read.decode("utf-8-sig")) for read in libreoffice_all(papers, "txt", folder)]


def _without_habits(text: str) -> str:
    text = re.sub(r"(?m)^(\s*Schedule [A-Z]+) :", r"\1:", text)
    return re.sub(r"(?m)^(\s*)[◦▪]", r"\1•", text)


def libreoffice_pages(docx: bytes, folder: Path) -> list[str]:
    """The pages of a Word file as LibreOffice prints them, with references and page numbers worked out anew."""
    libreoffice(docx, "pdf", folder)
    command = ["pdftotext", "-layout", "paper.pdf", "-"]
    text = subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=60).stdout.decode()
    return text.split("\f")[:-1]


def open_xml_sdk_findings(docx: bytes, folder: Path) -> list[object]:
    """What Microsoft's Open XML SDK finds wrong with a Word file."""
    (folder / "paper.docx").write_bytes(docx)
    program = CHECKOUT / "node_modules/@ooxml-tools/validate/dist/npm/bin/ooxml-validate.js"
    command = ["node", str(program), str(folder / "paper.docx"), "--output-format", "json"]
    done = subprocess.run(command, capture_output=True, timeout=120, check=False)
    assert done.stdout, f"The Open XML SDK said nothing: is `make setup-tests` done? {done.stderr.decode()}"
    findings: list[object] = json.loads(done.stdout)
    return findings
