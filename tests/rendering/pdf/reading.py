"""Reads a PDF back as a witness, with poppler's `pdftotext -raw`, under rules that are all stated here.

1. Head and foot lie in the margins, and are cut off by their place: 17 mm above and 18 mm below in the full layout,
   11 mm and 12 mm in the compact one.
2. The line of version and fingerprint in each signature block belongs to the stamp, and is left out.
3. A table's head that stands at the top of a page is a repetition, and is left out.
4. U+200B, a soft break in a very long word, is no letter.
5. poppler turns right-to-left letters around, between U+202B and U+202C: they are turned back.
6. A line of the paper may end where a space stands, and within a word (after a hyphen, at a soft break): a line
   end stands for one space or for nothing. Every other white space is one space.
"""

import re
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from agreements.document.nodes import Block, Document, Layout, Table
from tests.reading import agreed, folded

_POINTS = 72 / 25.4
_HEIGHT = 297
_MARGINS = {Layout.FULL: (17, 18), Layout.COMPACT: (11, 12)}


def pages(pdf: bytes, folder: Path, *options: str) -> list[str]:
    """The text of each page, with its head and foot."""
    source = folder / "witness.pdf"
    source.write_bytes(pdf)
    command = ["pdftotext", "-raw", "-enc", "UTF-8", *options, str(source), "-"]
    text = subprocess.run(command, capture_output=True, check=True, timeout=60).stdout.decode()
    return [_normal(page) for page in text.split("\f")[:-1]]


def bodies(pdf: bytes, folder: Path, layout: Layout = Layout.FULL, margins: tuple[int, int] | None = None) -> list[str]:
    """The text of each page between the margins, in millimetres: those of a layout, if no others are said."""
    above, below = margins or _MARGINS[layout]
    top, height = int(above * _POINTS), int((_HEIGHT - above - below) * _POINTS)
    return pages(pdf, folder, "-x", "0", "-y", str(top), "-W", "596", "-H", str(height))


def difference(pdf: bytes, document: Document, folder: Path, margins: tuple[int, int] | None = None) -> str:
    """The first place where the paper differs from the document's words, or "" if it says them all, and no more."""
    return _first_difference(_said(pdf, document, folder, margins), agreed(document))


def letters_amiss(pdf: bytes, document: Document, folder: Path) -> Counter[str]:
    """How many of each letter the paper lacks (or has too many, below nought), wherever it stands.

    For papers with a row that goes on over the page: poppler reads what is left of each cell after all of the first
    page, so the order of the words is lost. A bracket counts as either of its pair: poppler turns one around that
    stands on a line of figures alone, in a text that runs from right to left.
    """
    found = _letters(agreed(document))
    found.subtract(_letters(_said(pdf, document, folder)))
    return Counter({letter: count for letter, count in found.items() if count})


def _letters(text: str) -> Counter[str]:
    return Counter("".join(text.translate(str.maketrans(")]}>»", "([{<«")).split()))


def _said(pdf: bytes, document: Document, folder: Path, margins: tuple[int, int] | None = None) -> str:
    heads = [folded(" ".join(column.title for column in table.columns)) for table in _tables(document)]
    said = "\n".join(_without_head(page, heads) for page in bodies(pdf, folder, document.layout, margins))
    return re.sub(r"(?m)^Version \d+, fingerprint\s[0-9a-f\n]{64,67}\n", "", said).strip()


def _normal(page: str) -> str:
    page = re.sub("\u202b(.*?)\u202c", lambda match: match[1][::-1], page.replace("\u200b", ""))
    return re.sub(r"[^\S\n]+", " ", unicodedata.normalize("NFC", page))


def _tables(document: Document) -> Iterator[Table]:
    blocks: list[Block] = [*document.front]
    for part in document.parts():
        blocks += part.blocks
    yield from (block for block in blocks if isinstance(block, Table))


def _without_head(page: str, heads: list[str]) -> str:
    for head in heads:
        found = re.match(re.escape(head).replace(r"\ ", r"\s"), page)
        if found:
            return page[found.end() :].lstrip()
    return page


def _first_difference(said: str, expected: str) -> str:
    place = 0
    for index, letter in enumerate(said):
        there = expected[place : place + 1]
        if letter == "\n":
            place += there == " "
        elif letter == there:
            place += 1
        else:
            around = said[max(index - 40, 0) : index + 40], expected[max(place - 40, 0) : place + 40]
            return f"the paper says {around[0]!r}, expected was {around[1]!r}"
    rest = expected[place:].strip()
    return f"the paper lacks {rest[:80]!r}" if rest else ""
