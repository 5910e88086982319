"""Draws every page of every example in small, side by side: a look at one picture shows what a page got wrong.

    python -m setup.contact_sheets [folder]     build/contact-sheets, unless another folder is named

For each example there is a picture of its PDF, and one of its Word file as LibreOffice shows it.
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from PIL import Image

from agreements import answer_files, resources
from agreements.interview import Agreement
from agreements.papers import make

IN_A_ROW = 5
PIXELS_A_POINT = 0.9
GAP = 8
GREY = (128, 128, 128)


def main(folder: Path) -> None:
    """Write the contact sheets into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for example in sorted(resources.examples().glob("*.yaml")):
        for kind, pdf in papers(example):
            target = folder / f"{example.stem}-{kind}.png"
            contact_sheet(pdf).save(target)
            print(target)


def papers(example: Path) -> Iterator[tuple[str, bytes]]:
    """The two papers of an example, both as PDF: its own, and its Word file as LibreOffice prints it."""
    loaded = Agreement.load(answer_files.read(example))
    yield "pdf", make(loaded, "pdf")
    with TemporaryDirectory() as folder:
        word = Path(folder, f"{example.stem}.docx")
        word.write_bytes(make(loaded, "docx"))
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(word)]
        subprocess.run(command, check=True, capture_output=True, timeout=240)
        yield "word", word.with_suffix(".pdf").read_bytes()


def contact_sheet(pdf: bytes) -> Image.Image:
    """All pages of a PDF in rows."""
    pages = [page.render(scale=PIXELS_A_POINT).to_pil() for page in pypdfium2.PdfDocument(pdf)]
    width, height = max(page.width for page in pages) + GAP, max(page.height for page in pages) + GAP
    rows = -(-len(pages) // IN_A_ROW)
    sheet = Image.new("RGB", (width * min(IN_A_ROW, len(pages)), height * rows), GREY)
    for place, page in enumerate(pages):
        sheet.paste(page, (place % IN_A_ROW * width, place // IN_A_ROW * height))
    return sheet


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "build/contact-sheets"))
