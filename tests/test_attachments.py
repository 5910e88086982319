"""Files that belong to answers: what is taken, what is refused and how, and where they go."""

import random
from contextlib import suppress
from hashlib import sha256
from io import BytesIO
from zipfile import ZipFile

import pytest
from PIL import Image, ImageFile, PngImagePlugin

from agreements import attachments
from agreements.assembly import assemble
from agreements.attachments import attach, documents, extension, rightly_ended, taken
from agreements.document.canonical import full_text
from agreements.errors import UnfitFile
from agreements.interview import Agreement
from agreements.logos import logos
from agreements.papers import make

PDF = b"%PDF-1.7\n%%EOF\n"


def picture(kind="PNG", size=(40, 20), mode="RGB", **options) -> bytes:
    content = BytesIO()
    Image.new(mode, size, "red" if mode != "L" else 90).save(content, kind, **options)
    return content.getvalue()


def word_file() -> bytes:
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    return content.getvalue()


def partners(*logos):
    return {
        "partners": {
            "partners": [{"id": f"p{place}", "known_as": f"P{place}", "logo": logo} for place, logo in enumerate(logos)]
        }
    }


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_is_kept_as_a_png_with_nothing_in_it_but_its_points(kind):
    secret = PngImagePlugin.PngInfo()
    secret.add_text("Comment", "made at home")
    exif = Image.Exif()
    exif[0x010E] = "made at home"
    kept = taken("picture", picture(kind, pnginfo=secret, exif=exif))
    assert b"made at home" not in kept
    with Image.open(BytesIO(kept)) as image:
        assert (image.format, image.size, image.info) == ("PNG", (40, 20), {})
        assert image.getpixel((3, 3)) == pytest.approx((255, 0, 0), abs=2)


def test_a_picture_that_a_camera_held_on_its_side_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6
    with Image.open(BytesIO(taken("picture", picture("JPEG", exif=exif)))) as image:
        assert image.size == (20, 40)


def test_what_can_be_seen_through_stays_so_and_the_same_picture_is_kept_as_the_same_bytes():
    content = picture(mode="RGBA")
    kept = taken("picture", content)
    assert taken("picture", kept) == kept
    with Image.open(BytesIO(kept)) as image:
        assert image.mode == "RGBA"


def test_a_large_picture_is_kept_no_larger_than_it_can_be_printed():
    with Image.open(BytesIO(taken("picture", picture(size=(3000, 1000))))) as image:
        assert image.size == (1200, 400)


@pytest.mark.parametrize(
    ("holds", "content", "message"),
    [
        ("picture", b"GIF89a", "no picture that we can read"),
        ("picture", PDF, "no picture that we can read"),
        ("picture", b"", "no picture that we can read"),
        ("picture", picture("GIF"), "no picture that we can read"),
        ("picture", picture()[:60], "no picture that we can read"),
        ("picture", picture(size=(4001, 4000), mode="L"), "more than 16 million points"),
        ("picture", picture(size=(12_000, 12_000), mode="1"), "no picture|more than 16 million points"),
        ("picture", b"x" * (2 * 2**20 + 1), "larger than 2 MB"),
        ("document", PDF + b"x" * (5 * 2**20), "larger than 5 MB"),
        ("document", b"#!/bin/sh", "no document that we can keep"),
        ("document", b"PK\x03\x04", "no document that we can keep"),
        ("document", picture(), "no document that we can keep"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_what_to_do(holds, content, message):
    with pytest.raises(UnfitFile, match=message):
        taken(holds, content)


def test_a_picture_without_its_end_is_refused_even_where_weasyprint_has_let_such_be_read(monkeypatch):
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    with pytest.raises(UnfitFile, match="no picture that we can read"):
        taken("picture", picture()[:60])
    assert ImageFile.LOAD_TRUNCATED_IMAGES


def test_documents_are_kept_as_they_are_and_told_by_what_is_in_them():
    assert taken("document", PDF) == PDF
    assert [extension(content) for content in (PDF, word_file(), b"MZ")] == ["pdf", "docx", ""]


def other_papers(*names):
    rows = [{"id": f"o{place}", "paper": f"Paper {place}", "file": name} for place, name in enumerate(names)]
    return {"other_papers": {"papers": rows}}


def test_a_document_has_beside_the_papers_the_name_that_the_agreement_prints(tmp_path):
    for folder in ("ours", "theirs"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "House rules.pdf").write_bytes(PDF + folder.encode())
    attached = attach(other_papers("ours/House rules.pdf", "theirs/House rules.pdf"), tmp_path)
    agreement = Agreement.load(attached.answers).interview
    kept = dict(documents(agreement, attached.contents))
    assert list(kept.values()) == [PDF + b"ours", PDF + b"theirs"]
    assert all(f"\n{name}\n" in full_text(assemble(agreement)) for name in kept)


def test_a_document_that_two_answers_name_is_there_once(tmp_path):
    (tmp_path / "rules.pdf").write_bytes(PDF)
    attached = attach(other_papers("rules.pdf", "rules.pdf"), tmp_path)
    assert len(list(documents(Agreement.load(attached.answers).interview, attached.contents))) == 1


def test_a_document_whose_name_says_another_kind_of_file_is_told(tmp_path):
    (tmp_path / "rules.html").write_bytes(PDF)
    (fault,) = attach(other_papers("rules.html"), tmp_path).faults
    assert str(fault.message) == "“rules.html”: Give this file a name that ends with .pdf."


def test_a_name_gets_the_ending_of_what_is_in_the_file():
    assert rightly_ended("Rules.PDF", PDF) == "Rules.PDF"
    assert rightly_ended("rules.html", PDF) == rightly_ended("rules", PDF) == "rules.pdf"


@pytest.mark.parametrize("content", [picture(), picture("JPEG"), picture(mode="RGBA")], ids=["png", "jpeg", "alpha"])
def test_a_damaged_picture_is_refused_or_read_and_never_anything_else(content):
    chance = random.Random(3)
    for _try in range(300):
        damaged = bytearray(content)
        for _byte in range(chance.randint(1, 8)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        with suppress(UnfitFile):
            taken("picture", bytes(damaged))


def test_a_file_beside_the_answer_file_is_named_and_kept_by_its_hash(tmp_path):
    (tmp_path / "logos").mkdir()
    (tmp_path / "logos" / "harbour.png").write_bytes(picture())
    attached = attach(partners("logos/harbour.png", None, ""), tmp_path)
    kept = taken("picture", picture())
    digest = sha256(kept).hexdigest()
    first, *others = attached.answers["partners"]["partners"]
    assert first["logo"] == {"name": "harbour.png", "sha256": digest}
    assert [other["logo"] for other in others] == [None, ""]
    assert attached.contents == {digest: kept}
    assert attached.faults == ()
    assert Agreement.load(attached.answers).faults == ()


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("nowhere.png", "“nowhere.png”: We cannot open this file. Put it beside your answer file, and check its name."),
        ("note.txt", "“note.txt”: This file is no picture that we can read. Choose a PNG or a JPEG picture."),
        ("../secret.png", "“../secret.png”: This file lies elsewhere. Put it into the folder of your answer file."),
        ("a\0b", "“a\0b”: We cannot open this file. Put it beside your answer file, and check its name."),
        (
            {"name": "good.png", "sha256": "ab" * 32},
            "“good.png” is not the file that was chosen before. Put that file here, or write only its name.",
        ),
    ],
)
def test_a_file_that_cannot_be_taken_is_told_at_its_place_and_left_out(tmp_path, written, message):
    folder = tmp_path / "answers"
    folder.mkdir()
    (folder / "note.txt").write_text("no picture")
    (folder / "good.png").write_bytes(picture())
    (tmp_path / "secret.png").write_bytes(picture())
    attached = attach(partners(None, written), folder)
    assert [(fault.path, str(fault.message)) for fault in attached.faults] == [("partners.partners.p1.logo", message)]
    assert "logo" not in attached.answers["partners"]["partners"][1]
    assert attached.contents == {}


def test_an_answer_set_that_came_from_elsewhere_finds_its_file_by_name_and_hash(tmp_path):
    (tmp_path / "good.png").write_bytes(picture())
    first = attach(partners("good.png"), tmp_path)
    assert attach(first.answers, tmp_path) == first


@pytest.mark.parametrize(
    "answers",
    [
        None,
        [],
        {"partners": 3},
        {"partners": {"partners": "x"}},
        {"partners": {"partners": [1, {"logo": 5}]}},
    ],
)
def test_answers_of_any_shape_are_left_for_the_loader_to_judge(tmp_path, answers):
    assert attach(answers, tmp_path) == attachments.Attached(answers, {}, ())


def test_logos_stand_in_the_order_of_the_partners_none_higher_than_15_mm(tmp_path):
    sizes = {"square.png": (90, 90), "wide.png": (400, 100), "ribbon.png": (1000, 10)}
    for name, size in sizes.items():
        (tmp_path / name).write_bytes(picture(size=size))
    attached = attach(partners("wide.png", None, "square.png", "ribbon.png"), tmp_path)
    made = logos(Agreement.load(attached.answers).interview, attached.contents)
    assert [(one.description, one.width, one.height) for one in made] == [
        ("Logo of P0", 60, 15),
        ("Logo of P2", 15, 15),
        ("Logo of P3", 60, pytest.approx(0.6)),
    ]


def test_every_paper_but_the_plain_text_shows_the_logos(tmp_path):
    (tmp_path / "a.png").write_bytes(picture())
    attached = attach(partners("a.png", "a.png"), tmp_path)
    loaded = Agreement.load(attached.answers)
    for paper in ("docx", "pdf", "html"):
        assert make(loaded, paper, attachments=attached.contents) != make(loaded, paper)
    assert make(loaded, "txt", attachments=attached.contents) == make(loaded, "txt")
