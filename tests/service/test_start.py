"""The start page: the examples that somebody may begin from, and files of answers."""

from io import BytesIO

import pytest
from werkzeug.datastructures import FileStorage

from agreements import answer_files, resources
from agreements.interview import Agreement
from agreements.interview.journey import missing
from service.start import examples


def test_brook_lane_is_shown_first(visitor):
    visitor.open("/")
    names = [form.get("value") for form in visitor.page.xpath("//input[@name='example']")]
    assert names == [one.name for one in examples()]
    assert names[0] == "f2-brook-lane-welcome"


def test_every_example_that_is_shown_is_finished():
    for one in examples():
        loaded = Agreement.load(answer_files.read(resources.examples() / f"{one.name}.yaml"))
        assert loaded.faults == missing(loaded.interview) == ()


def test_the_files_of_an_example_come_along_with_it(visitor):
    northvale = visitor.begin("f3-northvale-draft-b")
    northvale.open("papers")
    (address,) = (address for address in northvale.links().values() if "/documents/" in address)
    assert northvale.open(address).response.data == (resources.examples() / "f3-northvale-terms.pdf").read_bytes()


def test_every_example_is_called_as_its_agreement_is():
    for one in examples():
        loaded = Agreement.load(answer_files.read(resources.examples() / f"{one.name}.yaml"))
        assert one.title in (loaded.interview.name, loaded.interview.title)


def sent(visitor, content, name="answers.yaml"):
    """The page after a file was chosen to start from."""
    visitor.open("/open")
    token = visitor.form(action="/open").fields["csrf_token"]
    content = content.encode() if isinstance(content, str) else content
    visitor.post("/open", [("csrf_token", token), ("file", FileStorage(BytesIO(content), name))])
    visitor.draft = visitor.address.split("/")[4] if "/drafts/" in visitor.address else ""
    return visitor


@pytest.mark.parametrize("example", [one.name for one in examples()])
def test_a_saved_file_brings_back_every_answer(visitor, example):
    saved = visitor.begin(example).open("answers").response.data
    again = sent(visitor, saved)
    assert again.heading.endswith("Your private link")
    assert again.open("answers").response.data == saved


def test_what_is_not_well_formed_in_a_saved_file_is_kept_as_it_is(visitor):
    odd = "about:\n  full_title: |\n    two\n    lines\n  start_date: soon\n"
    page = sent(visitor, odd).open("sections/about")
    assert page.value("full_title") == "two\nlines\n"
    assert page.value("start_date-day") == "soon"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("abuot:\n  full_title: A\n", "abuot: There is no section with this name. Did you mean “about”?"),
        ("about:\n  full_titel: A\n", "about.full_titel: There is no question with this name."),
        ("about:\n- 1\n", "about: Write this as named answers."),
        ("partners:\n  partners:\n    a: 1\n", "partners.partners: Write this as a list"),
        ("partners:\n  partners:\n  - a\n", "partners.partners.row-1: Write this as named answers."),
        ("people:\n  people:\n    nobody:\n      main_contact: Ann\n", "people.people.nobody: There is nothing to"),
        ("partners:\n  partners:\n  - id: a\n  - id: a\n", "Give each row an id of its own"),
        ("- 1\n", "Write the answers as named sections."),
        ("of: offer\n", "This file holds answers to other questions"),
        ("a: [", "answers.yaml, line"),
        (b"\xff\xfe", "is not text"),
        (b"x" * (4 * 1024 * 1024 + 1), "is larger than 4 MB"),
    ],
)
def test_a_file_with_something_that_has_no_place_begins_nothing(visitor, content, sentence):
    page = sent(visitor, content)
    assert page.status == 422
    assert sentence in page.errors()[0][1]
    assert "last changed on" not in page.open("/").text


def test_without_a_file_we_ask_for_one(visitor):
    visitor.open("/open")
    visitor.submit(visitor.form(action="/open"))
    assert (visitor.status, visitor.errors()) == (422, [("#file", "Choose a file.")])


def test_rows_without_an_id_get_one(visitor):
    page = sent(visitor, '{"partners": {"partners": [{"legal_name": "Harbour"}]}}', "answers.json")
    assert "Harbour" in page.open("sections/partners/partners").text
