"""House files as somebody else might make them, good and bad, for the tests of Word files."""

from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import RGBColor
from lxml import etree

from agreements.rendering.word.package import packed, plain_parts

LETTERHEAD = "Harbour Advice, 1 Harbour Row, Brookhaven"
Change = Callable[[Document], object]


def letterhead(folder: Path, *changes: Change, body: str = "{{p body }}") -> Path:
    """A letterhead begun from another program's empty file: its own looks, and its own numbers on headings."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = LETTERHEAD
    for name in ("Heading 1", "Heading 2"):
        style = document.styles[name]
        style.font.name = "Georgia"
        style.font.color.rgb = RGBColor(0x80, 0x00, 0x40)
    _number_headings(document)
    document.add_paragraph(body)
    for change in changes:
        change(document)
    return written(folder, document)


def written(folder: Path, document: Document) -> Path:
    """The file of a document of python-docx."""
    path = folder / "house.docx"
    document.save(str(path))
    return path


def plain_but(folder: Path, changed: Mapping[str, Mapping[str, str]], added: Mapping[str, bytes] | None = None) -> Path:
    """The plain house with words replaced in some of its parts, and parts added."""
    parts = plain_parts()
    for name, words in changed.items():
        content = parts[name].decode()
        for old, new in words.items():
            assert old in content
            content = content.replace(old, new)
        parts[name] = content.encode()
    path = folder / "house.docx"
    path.write_bytes(packed({**parts, **(added or {})}))
    return path


def plain_with_text(folder: Path, *texts: str) -> Path:
    """The plain house with paragraphs above the body."""
    above = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts)
    return plain_but(folder, {"word/document.xml": {"<w:body>": f"<w:body>{above}"}})


def open_docx(paper: bytes) -> Document:
    """A paper as python-docx reads it."""
    return docx.Document(BytesIO(paper))


def text_of(element: BaseOxmlElement) -> str:
    """The words of an element, typed line breaks as line feeds; python-docx leaves out what stands in controls."""
    kinds = {"br": "\n", "tab": "\t"}
    parts = [(etree.QName(part).localname, part.text or "") for part in element.iterfind(".//{*}r/*")]
    return "".join(kinds.get(name, words if name == "t" else "") for name, words in parts)


def _number_headings(document: Document) -> None:
    numbering = document.part.numbering_part.element
    definition = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77"><w:multiLevelType w:val="multilevel"/>'
        '<w:lvl w:ilvl="0"><w:start w:val="5"/><w:numFmt w:val="upperRoman"/><w:pStyle w:val="Heading1"/>'
        '<w:lvlText w:val="Chapter %1"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
    )
    numbering.insert(0, definition)
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    document.styles["Heading 1"].element.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = 77
