"""What a house file may not hold."""

import pytest

from agreements.errors import HouseError
from agreements.rendering.word import render_docx
from agreements.rendering.word.package import plain_parts
from agreements.rendering.word.safety import check
from tests.rendering.word.houses import letterhead, plain_but
from tests.samples import small_document, stamp

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONSHIPS = "word/_rels/document.xml.rels"
DOCUMENT = "word/document.xml"


def refused(parts, message):
    with pytest.raises(HouseError, match=message):
        check({**plain_parts(), **parts})


def with_link(kind, target, *, outside=True):
    mode = ' TargetMode="External"' if outside else ""
    link = f'<Relationship Id="rId99" Type="{OFFICE}/{kind}" Target="{target}"{mode}/></Relationships>'
    return {RELATIONSHIPS: plain_parts()[RELATIONSHIPS].decode().replace("</Relationships>", link).encode()}


def with_code(*runs):
    codes = "".join(f'<w:r><w:instrText xml:space="preserve">{run}</w:instrText></w:r>' for run in runs)
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    return plain_document_with(f"{begin}{codes}{end}")


def plain_document_with(content):
    return {DOCUMENT: plain_parts()[DOCUMENT].decode().replace("<w:body>", f"<w:body><w:p>{content}</w:p>").encode()}


def test_the_plain_house_is_harmless():
    check(plain_parts())


def test_a_letterhead_from_another_program_is_harmless(tmp_path):
    assert render_docx(small_document(), stamp(), letterhead(tmp_path))


@pytest.mark.parametrize("target", ["https://www.example.org/", "mailto:office@example.org", "tel:+442079460123"])
def test_links_to_web_pages_and_addresses_may_stay(target):
    check({**plain_parts(), **with_link("hyperlink", target)})


@pytest.mark.parametrize(
    ("kind", "target", "message"),
    [
        ("image", "https://example.org/logo.png", r"only linked \(https://example.org/logo.png\)\. Put the picture"),
        ("attachedTemplate", "file:///C:/Templates/letter.dotx", "set the document template to Normal"),
        ("hyperlink", "file:///C:/secret.docx", "Links may only lead to web pages"),
        ("hyperlink", "javascript:alert(1)", "Links may only lead to web pages"),
        ("frame", "https://example.org/", "a piece of another file"),
        ("oleObject", "https://example.org/", "a piece of another file"),
        ("font", "https://example.org/font", "fetches something from elsewhere"),
    ],
)
def test_what_is_fetched_from_elsewhere_is_refused_with_what_to_do(kind, target, message):
    refused(with_link(kind, target), message)


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        ("oleObject", "a piece of another file"),
        ("package", "a piece of another file"),
        ("aFChunk", "a piece of another file"),
        ("vbaProject", "without macros"),
        ("control", "without macros"),
    ],
)
def test_what_opens_another_program_is_refused(kind, message):
    refused(with_link(kind, "embedded.bin", outside=False), message)


@pytest.mark.parametrize(
    "kind",
    [
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.ms-office.vbaProject",
        "application/vnd.ms-office.activeX+xml",
    ],
)
def test_macros_are_refused_by_what_the_file_says_of_its_parts(kind):
    types = plain_parts()["[Content_Types].xml"].decode()
    extra = f'<Override PartName="/word/extra.xml" ContentType="{kind}"/></Types>'
    refused({"[Content_Types].xml": types.replace("</Types>", extra).encode()}, "without macros")


def test_text_that_hides_under_another_extension_is_refused():
    types = plain_parts()["[Content_Types].xml"].decode().replace("/word/document.xml", "/word/document.bin")
    refused({"[Content_Types].xml": types.encode()}, "damaged")


@pytest.mark.parametrize(
    "code",
    [
        ("DDEAUTO c:\\windows\\system32\\cmd.exe",),
        (" DD", "E ", "excel"),
        ("INCLUDETEXT c:\\secret.txt",),
        ('includepicture "https://example.org/x.png"',),
        ("QUOTE {{ title }}",),
    ],
    ids=lambda code: code[0].split()[0],
)
def test_fields_that_open_or_fetch_are_refused_even_in_pieces(code):
    refused(with_code(*code), "opens or fetches something")


def test_a_simple_field_is_read_too():
    refused(plain_document_with('<w:fldSimple w:instr="DDE excel"/>'), "opens or fetches something")


def test_ordinary_fields_may_stay():
    check({**plain_parts(), **with_code(' HYPERLINK "https://www.example.org/link/rd" ')})
    check({**plain_parts(), **plain_document_with('<w:fldSimple w:instr=" DATE "/>')})


@pytest.mark.parametrize(
    "content",
    [
        b"<w:document",
        b'<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>',
        b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>',
        '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'.encode("utf-16"),
        b"<a>" * 300 + b"</a>" * 300,
    ],
    ids=["broken", "entity", "outside entity", "entity in UTF-16", "deep"],
)
def test_xml_that_word_would_not_write_is_refused(content):
    refused({DOCUMENT: content}, "damaged")


def test_the_finished_paper_keeps_nothing_that_the_house_hid_beside_its_text(tmp_path):
    house = plain_but(tmp_path, {}, {"word/vbaProject.bin": b"a program nothing points to", "customUI/ui.xml": b"<a/>"})
    paper = render_docx(small_document(), stamp(), house)
    assert b"vbaProject" not in paper
    assert b"customUI" not in paper
