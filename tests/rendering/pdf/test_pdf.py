import io
import json
import re
import subprocess
import sys
import unicodedata
from dataclasses import replace
from functools import cache

import pdfplumber
import pikepdf
import pytest

from agreements import resources
from agreements.document import labels
from agreements.document.nodes import (
    Blank,
    Cell,
    Clause,
    Column,
    Fact,
    FactList,
    Item,
    ItemList,
    Layout,
    Paragraph,
    SignatureBlock,
    SignatureLine,
    SubHeading,
    Table,
)
from agreements.document.numbering import numbered
from agreements.document.stamp import Status
from agreements.rendering import pdf
from tests import samples
from tests.rendering.pdf import reading

RICH = numbered(samples.rich_document())
SMALL = numbered(samples.small_document())


@cache
def paper(document, status=Status.FINAL):
    return pdf.render(document, samples.stamp(status))


def opened(document, status=Status.FINAL):
    return pikepdf.open(io.BytesIO(paper(document, status)))


def with_clause(*blocks):
    return numbered(replace(samples.small_document(), clauses=(Clause("why", "Why", blocks),), schedules=()))


def with_typed(*lines):
    document = replace(samples.small_document(), schedules=())
    return numbered(replace(document, clauses=(Clause("why", "Why", (samples.typed(*lines),)),)))


@pytest.mark.parametrize("document", [RICH, SMALL], ids=["rich", "small"])
@pytest.mark.parametrize("status", Status)
def test_the_paper_says_every_word_of_the_document_in_order_and_no_other(document, status, tmp_path):
    assert reading.difference(paper(document, status), document, tmp_path) == ""


@pytest.mark.parametrize(
    "words",
    [
        "office ﬁnd pasted ﬂoor",
        "y\u0302 w\u0302 as two letters each",
        "Smith مريم & Sons (2026)",
        "שלום world שלום",
        "नमस्ते ਸ਼੍ਰੀ ગુજરાતી ஸ்ரீ কৌতুক አማርኛ።",
        "👩‍👩‍👧 🇬🇧 ❤️ ☺️",
        "① ★ ☎ ✔ ✗ ⚠ ½ × ≤ ≠ ∞ ™ ‰",
        "a\u200db\u200ec\u200fd\u2066e\u2069f\u2060g no\u00a0break",
        "x" * 70 + " مريم " + "ن" * 130,
    ],
)
def test_letters_of_every_kind_are_read_back_as_they_were_typed(words, tmp_path):
    document = with_typed(words)
    assert reading.difference(paper(document), document, tmp_path) == ""


def test_every_letter_of_the_typefaces_is_printed_and_read_back(tmp_path):
    coverage = json.loads((resources.fonts() / "coverage.json").read_text("utf-8"))
    covered = {point for ranges in coverage.values() for first, last in ranges for point in range(first, last + 1)}
    letters = [letter for letter in map(chr, sorted(covered)) if unicodedata.category(letter)[0] in "LMNPS"]
    assert len(letters) > 10_000
    lines = [" ".join(f"x{letter}y" for letter in letters[at : at + 30]) for at in range(0, len(letters), 30)]
    document = with_clause(*map(samples.typed, lines))
    assert reading.difference(paper(document), document, tmp_path) == ""


def test_a_vietnamese_name_leaves_the_letters_of_all_other_words_readable(tmp_path):
    document = numbered(replace(samples.small_document(), title="Ụ ẠỆ Ḿ ụ ộ ê̄", kind="ợ ụ ạ ẹ"))
    assert reading.difference(paper(document), document, tmp_path) == ""


def test_a_long_word_in_a_narrow_column_does_not_run_off_the_page(tmp_path):
    columns = (Column("Wide", 90), Column("Thin", 10))
    document = with_clause(Table("T", columns, ((samples.cell("x"), samples.cell("W" * 59)),)))
    assert reading.difference(paper(document), document, tmp_path) == ""


def test_a_witness_sees_a_word_that_is_missing_changed_or_added(tmp_path):
    made = paper(SMALL)
    for title in ("Brook Lane", "Brook Lane Welcomes", "Brook Lane Welcome!"):
        other = numbered(replace(samples.small_document(), title=title))
        assert reading.difference(made, other, tmp_path) != ""
    shorter = numbered(replace(samples.small_document(), front=()))
    assert reading.difference(made, shorter, tmp_path) != ""


def test_every_page_bears_the_stamp_the_notice_and_its_number(tmp_path):
    pages = reading.pages(paper(RICH), tmp_path)
    assert len(pages) > 10
    for number, page in enumerate(pages, 1):
        assert "Final, for signing · Version 3 · Fingerprint 0123 4567 89ab" in page
        assert RICH.notice in page
        assert f"Page {number} of {len(pages)}" in page
        assert labels.NOT_FOR_SIGNING not in page


def test_the_first_page_bears_the_stamp_twice_and_the_others_the_title(tmp_path):
    first, *others = reading.pages(paper(RICH), tmp_path)
    assert first.count(samples.stamp().line) == 2
    assert all(RICH.title in page for page in others)


def test_a_draft_says_so_on_every_page(tmp_path):
    pages = reading.pages(paper(RICH, Status.DRAFT), tmp_path)
    assert all("Draft: do not sign" in page and "Draft · Version 3" in page for page in pages)


def test_each_signature_block_is_whole_and_names_the_fingerprint_of_what_is_signed(tmp_path):
    whole = "Signature\nName Ama Boateng\nPosition Trustee\nDate\n" + labels.signed_text(samples.stamp())
    pages = reading.bodies(paper(SMALL), tmp_path)
    assert any(whole in page for page in pages)
    for page in reading.bodies(paper(RICH), tmp_path):
        assert page.count("Signed for and on behalf") == page.count(labels.signed_text(samples.stamp()))


def test_the_end_of_the_last_clause_stands_on_the_page_of_the_first_signature(tmp_path):
    for filling in range(20, 44):
        clause = Clause("why", "Why", tuple(samples.numbered(f"Promise {n}.") for n in range(1, filling + 1)))
        document = numbered(replace(samples.small_document(), clauses=(clause,), schedules=()))
        (page,) = (page for page in reading.bodies(paper(document), tmp_path) if "\nHarbour Advice\n" in page)
        assert f"Promise {filling}." in page


def test_no_heading_stands_alone_at_the_foot_of_a_page(tmp_path):
    for filling in range(30, 40):
        steps = tuple(samples.numbered(f"Promise {n}.") for n in range(filling))
        last = (SubHeading(samples.words("Under it").inlines), samples.numbered("Some words."))
        clauses = (Clause("a", "First", steps), Clause("b", "Second", last))
        document = numbered(replace(samples.small_document(), clauses=clauses, schedules=()))
        pages = [page.rstrip() for page in reading.bodies(paper(document), tmp_path)]
        assert not any(page.endswith(("2 Second", "Under it")) for page in pages)


def test_a_row_of_a_table_is_not_torn(tmp_path):
    story = "A line of words. " * 12
    rows = tuple((samples.cell(f"From {n}."), samples.cell(f"{story} To {n}.")) for n in range(40))
    document = with_clause(Table("Rows", (Column("A", 20), Column("B", 80)), rows))
    pages = [page.replace("\n", " ") for page in reading.bodies(paper(document), tmp_path)]
    assert len(pages) > 2
    for number in range(40):
        (page,) = (page for page in pages if f"From {number}." in page)
        assert f"To {number}." in page


def test_the_head_of_a_table_is_repeated_on_each_page(tmp_path):
    rows = tuple((samples.cell(f"Row {n}"), samples.cell("x")) for n in range(90))
    document = with_clause(Table("Rows", (Column("First thing", 50), Column("Second thing", 50)), rows))
    pages = reading.bodies(paper(document), tmp_path)
    assert len(pages) > 2
    assert all("First thing" in page for page in pages if "Row " in page)


@pytest.mark.parametrize("rows_before", [0, 1, 12])
@pytest.mark.parametrize("lines", [60, 200])
def test_a_row_taller_than_a_page_is_parted_and_the_head_of_its_table_stays(rows_before, lines, tmp_path):
    tall = Cell(tuple(samples.typed(f"Line {n}.") for n in range(lines)))
    before = ((samples.cell("short"), samples.cell("short")),) * rows_before
    columns = (Column("First head", 50), Column("Second head", 50))
    document = with_clause(Table("Tall", columns, (*before, (samples.cell("x"), tall))))
    pages = reading.bodies(paper(document), tmp_path)
    assert all("First head Second head" in page for page in pages if "Line" in page)
    assert reading.difference(paper(document), document, tmp_path) == ""


SHORT = {
    "table": Table("Reviews", (Column("When", 100),), tuple((samples.cell(f"Fact {n}."),) for n in range(6))),
    "facts": FactList(tuple(Fact(f"Fact {n}.", (samples.words("x"),)) for n in range(6))),
}


@pytest.mark.parametrize("short", SHORT.values(), ids=SHORT)
def test_a_short_table_stays_whole_with_what_leads_to_it(short, tmp_path):
    for filling in range(20, 34):
        promises = tuple(samples.numbered(f"Promise {n}.") for n in range(filling))
        document = with_clause(*promises, samples.numbered("These are the facts:"), short)
        (page,) = (page for page in reading.bodies(paper(document), tmp_path) if "These are" in page)
        assert "Fact 0." in page
        assert "Fact 5." in page


def test_a_longer_table_is_parted_between_rows_and_leaves_no_page_half_empty(tmp_path):
    rows = tuple((samples.cell(f"Row {n}"), samples.cell("x")) for n in range(20))
    table = Table("Rows", (Column("First thing", 50), Column("Second thing", 50)), rows)
    for filling in range(24, 29):
        promises = tuple(samples.numbered(f"Promise {n}.") for n in range(filling))
        first, second, *_ = reading.bodies(paper(with_clause(*promises, table)), tmp_path)
        assert "Row 1" in first
        assert "Row 19" in second


@pytest.mark.parametrize("paragraphs", [5, 30, 61, 90])
def test_a_compact_paper_says_every_word_in_its_two_columns(paragraphs, tmp_path):
    words = "Each partner tells the others about bad news within two days, before they hear it. "
    story = tuple(samples.numbered(f"Promise {n}. {words * (n % 4)}") for n in range(paragraphs))
    wide = Table("Wide", tuple(Column("Title", 20) for _ in range(5)), (tuple(samples.cell("x") for _ in range(5)),))
    narrow = Table("Narrow", (Column("First", 50), Column("Second", 50)), ((samples.cell("x"), samples.cell("y")),) * 9)
    clauses = (
        Clause("a", "Story", story),
        Clause("b", "Wide", (wide,)),
        Clause("c", "Narrow", (samples.numbered("Here:"), narrow, *story)),
        Clause("d", "Last", (samples.numbered("The end."),)),
    )
    document = replace(samples.small_document(), clauses=clauses, schedules=(), layout=Layout.COMPACT)
    document = numbered(document)
    assert reading.difference(paper(document), document, tmp_path) == ""


def test_a_blank_in_a_cell_keeps_to_its_column():
    columns = (Column("A", 10), Column("B", 10), Column("C", 80))
    row = (samples.cell(Paragraph((Blank("date"),))), samples.cell("b"), samples.cell("c"))
    with opened(with_clause(Table("T", columns, (row,)))) as file:
        (blank,) = [node for _, kind, node in tags(file.Root.StructTreeRoot) if kind == "/Figure"]
    left, _, right, _ = (float(side) for side in blank.A.BBox)
    assert right - left < 0.1 * 162 * 96 / 25.4


def test_a_signature_block_for_more_people_than_a_page_has_room_for_keeps_them_all(tmp_path):
    block = samples.signing(samples.small_document()).blocks[-1]
    assert isinstance(block, SignatureBlock)
    crowd = tuple(SignatureLine("Trustee", f"Person {n}") for n in range(30))
    signing = replace(samples.signing(samples.small_document()), blocks=(replace(block, lines=crowd),))
    document = numbered(replace(samples.small_document(), signing=signing))
    assert reading.difference(paper(document), document, tmp_path) == ""


def test_lists_in_lists_as_deep_as_they_come_are_printed(tmp_path):
    deep = samples.lettered("bottom")
    for _ in range(8):
        deep = ItemList((Item((samples.words("level"), deep)),), ordered=True)
    document = with_clause(deep, ItemList((Item((samples.bullets("first is a list"),)),)))
    assert reading.difference(paper(document), document, tmp_path) == ""


def test_a_paper_for_fifty_partners_is_made(tmp_path):
    block = samples.signing(samples.small_document()).blocks[-1]
    assert isinstance(block, SignatureBlock)
    blocks = tuple(replace(block, partner=f"Partner {number}") for number in range(50))
    signing = replace(samples.signing(samples.small_document()), blocks=blocks)
    document = numbered(replace(samples.small_document(), signing=signing))
    assert reading.difference(paper(document), document, tmp_path) == ""


def test_words_are_never_parted_with_a_hyphen_of_ours(tmp_path):
    document = with_clause(samples.numbered("responsibilities and communication " * 60))
    assert reading.difference(paper(document), document, tmp_path) == ""


def test_it_declares_itself_accessible():
    with opened(RICH) as file:
        assert str(file.Root.Lang) == "en-GB"
        assert file.docinfo["/Title"] == RICH.title
        assert bool(file.Root.MarkInfo.Marked)
        assert bool(file.Root.ViewerPreferences.DisplayDocTitle)
        with file.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == RICH.title


def test_the_file_names_the_version_and_fingerprint_it_was_made_from():
    with opened(SMALL) as file:
        assert file.docinfo["/Subject"] == labels.signed_text(samples.stamp())


def tags(element):
    """Every kind of structure element with its children's kinds, below one element."""
    kids = element.get("/K", [])
    kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    nodes = [kid for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
    for kid in nodes:
        yield str(element.get("/S", "/Root")), str(kid.S), kid
        yield from tags(kid)


def test_its_structure_names_headings_paragraphs_lists_and_tables():
    with opened(RICH) as file:
        found = {(parent, kind) for parent, kind, _ in tags(file.Root.StructTreeRoot)}
    kinds = {kind for _, kind in found}
    assert {"/H1", "/H2", "/H3", "/P", "/L", "/LI", "/LBody", "/Table", "/TR", "/TH", "/TD", "/Link"} <= kinds
    assert {parent for parent, kind in found if kind == "/LI"} == {"/L"}
    assert {parent for parent, kind in found if kind in {"/TH", "/TD"}} == {"/TR"}


def test_every_cell_names_its_headers():
    with opened(RICH) as file:
        cells = [node for _, kind, node in tags(file.Root.StructTreeRoot) if kind == "/TD"]
        assert cells
        assert all(len(cell.A.Headers) >= 1 for cell in cells)


def test_a_blank_says_what_is_written_there():
    with opened(RICH) as file:
        figures = [node for _, kind, node in tags(file.Root.StructTreeRoot) if kind == "/Figure"]
        assert "Space to write: amount" in [str(figure.Alt) for figure in figures]


def test_the_outline_is_the_headings():
    with opened(RICH) as file, file.open_outline() as outline:
        (top,) = outline.root
        titles = [entry.title for entry in top.children]
        below = [entry.title for entry in top.children[0].children]
    assert top.title == RICH.title
    assert titles == [labels.heading(part) for part in RICH.parts()]
    assert below == ["What each partner gains"]


def test_every_font_is_bundled_embedded_and_maps_to_letters():
    with opened(RICH) as file:
        fonts = [font for page in file.pages for font in page.Resources.Font.values()]
        assert fonts
        for font in fonts:
            (inner,) = font.DescendantFonts
            assert "/ToUnicode" in font
            assert "/FontFile2" in inner.FontDescriptor or "/FontFile3" in inner.FontDescriptor
            assert "Noto" in str(font.BaseFont)


def test_references_lead_within_the_file_and_nothing_leads_or_runs_outside():
    with opened(RICH) as file:
        links = [note for page in file.pages for note in page.get("/Annots", [])]
        assert len(links) == 5
        assert all("/Dest" in link and "/A" not in link for link in links)
        raw = b"".join(node.unparse(resolved=True) for node in file.objects if isinstance(node, pikepdf.Dictionary))
    assert not re.search(rb"/(URI|JavaScript|JS|Launch|EmbeddedFiles?|AA|OpenAction)\b", raw)


PROGRAM = """
import sys
from agreements.document.numbering import numbered
from agreements.rendering import pdf
from tests import samples
sys.stdout.buffer.write(pdf.render(numbered(samples.rich_document()), samples.stamp()))
"""


def test_the_same_document_gives_the_same_bytes_in_any_process(tmp_path):
    for seed, language in (("1", "C"), ("2", "ar_EG.UTF-8")):
        command = [sys.executable, "-c", PROGRAM]
        environment = {"PYTHONHASHSEED": seed, "PYTHONPATH": ".", "LANG": language, "HOME": str(tmp_path)}
        made = subprocess.run(command, env=environment, capture_output=True, check=True, timeout=120).stdout
        assert made == paper(RICH)


def test_every_picture_is_a_figure_in_its_size_with_words_for_those_who_cannot_see_it():
    with opened(RICH) as file:
        figures = [node for _, kind, node in tags(file.Root.StructTreeRoot) if kind == "/Figure"]
        assert {str(figure.Alt) for figure in figures} == {
            "Logo of Harbour Advice",
            "Logo of Tŷ Gŵyr & <Sons>",
            "Space to write: amount",
            "Two days on a line",
        }
    with pdfplumber.open(io.BytesIO(paper(RICH))) as plumber:
        sizes = {
            (round(image["width"] / 72 * 25.4), round(image["height"] / 72 * 25.4))
            for page in plumber.pages
            for image in page.images
        }
    assert sizes == {(40, 15), (15, 15), (160, 30)}
