"""Check your answers, the preview, and what can be downloaded."""

import io
import zipfile
from urllib.parse import unquote

import pytest

from agreements import answer_files, resources
from agreements.document.stamp import Status
from agreements.errors import Busy, RenderingError
from agreements.interview import Agreement
from agreements.papers import make
from service import papers
from service.storage.answer_sets import flat

F2 = resources.examples() / "f2-brook-lane-welcome.yaml"


def test_every_answer_of_the_example_is_shown_for_checking(example):
    words = example.open("check").text
    for path, typed in flat(answer_files.read(F2)).paths():
        section, *names = path.split(".")
        question = Agreement.question(".".join([section, *names[:1], *names[2:]]))
        if question.widget in ("short_text", "long_text"):
            assert " ".join(typed.split()) in words, path


def test_check_your_answers_shows_what_is_missing_and_what_needs_a_change(draft):
    draft.open("sections/about").submit(full_title="T" * 201)
    draft.open("check")
    about = " ".join(draft.page.get_element_by_id("about").text_content().split())
    assert "What is this agreement called? Needs a change TTTT" in about
    assert "When does it start? Missing Not answered yet" in about
    assert about.endswith("Left open Should every page carry a notice?")


def test_the_way_back_to_a_topic_that_nobody_has_begun_is_there_too(draft):
    draft.open("check")
    for words, address in draft.links().items():
        if words.endswith("The people you serve"):
            draft.open(address).submit()
            break
    assert draft.page.get_element_by_id(draft.address.split("#")[1]) is not None


def test_the_steps_say_how_many_answers_are_missing(example):
    assert "missing" not in example.open("check").page.get_element_by_id("contents").getparent().text_content()
    example.open("sections/about").submit(full_title="")
    links = example.open("check").page.get_element_by_id("contents").getparent().findall(".//li")
    assert " ".join(links[0].text_content().split()) == "1 About us 1 is missing"


def test_change_leads_to_the_question_and_saving_leads_back_to_its_place(example):
    example.open("check")
    links = {words: address for words, address in example.links().items() if words.startswith("Change ")}
    for words in ("Change When does it start?", "Change What does it gain? Harbour", "Change Who is it? (row)"):
        if words not in links:
            continue
        example.open(links[words])
        anchor = links[words].split("#")[1]
        assert example.page.get_element_by_id(anchor) is not None
        example.submit()
        assert example.address.split("/")[-1].startswith("check#")
        assert example.page.get_element_by_id(example.address.split("#")[1]) is not None


def test_every_change_link_leads_to_a_field_on_its_page(example):
    links = [address for words, address in example.open("check").links().items() if words.startswith("Change")]
    assert len(links) > 60
    assert sum("#" in address for address in links) > 60
    for address in links[::7]:
        example.open(address)
        anchor = address.partition("#")[2]
        assert not anchor or example.page.get_element_by_id(anchor) is not None


def test_a_fault_found_while_changing_keeps_the_way_back(example):
    example.open("sections/about?from=check").submit(full_title="T" * 201)
    assert example.status == 422
    example.submit(full_title="Better")
    assert example.address.endswith("/check#about")


def test_only_our_own_pages_can_be_come_back_to(example):
    example.open("sections/about?from=https://elsewhere.example/").submit()
    assert example.address.startswith("http://localhost/drafts/")


def test_the_preview_shows_the_agreement_and_says_that_it_is_a_draft(example):
    example.open("preview")
    assert example.text.startswith("Draft · Version 1 · Fingerprint ")
    assert "We run a weekly warm room with free advice on Brook Lane" in example.text
    assert example.heading == "Brook Lane Welcome Partnership"


@pytest.mark.parametrize("name", ["docx", "pdf", "txt", "html"])
@pytest.mark.parametrize("status", ["draft", "final"])
def test_a_paper_is_the_same_as_the_command_line_makes(example, status, name):
    example.open(f"papers/{status}/{name}")
    expected = make(Agreement.load(answer_files.read(F2)), name, status=papers.STATUSES[status])
    assert example.status == 200
    assert example.response.data == expected


def test_the_name_of_a_file_says_what_it_is(example):
    example.open("papers/draft/txt")
    said = example.response.headers["Content-Disposition"]
    assert said.startswith("attachment")
    assert "Brook Lane Welcome - Draft.txt" in said


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Tŷ Gŵyr: “y / stryd”", "Tŷ Gŵyr “y stryd” - Draft.txt"),
        ("../../etc/passwd", "etc passwd - Draft.txt"),
        ("...", "agreement - Draft.txt"),
        ("x" * 200, "x" * 80 + " - Draft.txt"),
    ],
)
def test_a_title_makes_a_file_name_that_every_system_takes(draft, title, name):
    draft.open("sections/about").submit(full_title=title)
    draft.open("papers/draft/txt")
    said = unquote(draft.response.headers["Content-Disposition"])
    assert name in said


def test_a_draft_paper_can_be_made_from_nothing_at_all(draft):
    draft.open("papers/draft/docx")
    assert draft.status == 200
    assert zipfile.ZipFile(io.BytesIO(draft.response.data)).testzip() is None


def test_a_copy_for_signing_needs_every_answer_and_says_which_are_missing(draft):
    draft.open("papers/final/pdf")
    assert draft.status == 409
    assert draft.heading == "Not ready for signing yet"
    assert "What is this agreement called?" in draft.links()


def test_a_copy_for_signing_is_refused_while_an_answer_needs_a_change(example):
    example.open("sections/about").submit(notice="\x07")
    assert example.open("papers/final/txt").status == 409
    assert next(iter(example.links())) == "Should every page carry a notice?"
    assert example.open("papers").text.count("One thing is still open.") == 1


def test_the_papers_page_offers_copies_for_signing_once_nothing_is_missing(example, visitor):
    assert "PDF (for signing)" in example.open("papers").links()
    assert "PDF (for signing)" not in visitor.begin().open("papers").links()


def test_the_calendar_holds_the_reviews(example):
    example.open("calendar")
    assert example.response.mimetype == "text/calendar"
    assert example.response.data.count(b"BEGIN:VEVENT") == 7


def test_the_answers_file_makes_the_same_agreement_again(example):
    example.open("answers")
    again = Agreement.load(answer_files.parse(example.response.data, "answers.yaml"))
    first = Agreement.load(answer_files.read(F2))
    assert again.faults == ()
    assert make(again, "txt", status=Status.DRAFT) == make(first, "txt", status=Status.DRAFT)


def test_the_answers_file_holds_what_was_typed_whatever_is_wrong_with_it(draft):
    draft.open("sections/about").submit(full_title="T" * 201, **{"start_date-day": "soon"})
    draft.open("answers")
    about = answer_files.parse(draft.response.data, "a.yaml")["about"]
    assert about["full_title"] == "T" * 201
    assert about["start_date"] == {"day": "soon", "month": "", "year": ""}


@pytest.mark.parametrize("example_file", sorted(resources.examples().glob("*.yaml")), ids=lambda file: file.stem)
def test_an_example_goes_through_the_database_shape_and_back(example_file):
    raw = answer_files.read(example_file)
    there, back = Agreement.load(raw), Agreement.load(flat(raw).raw())
    assert back.faults == there.faults == ()
    assert make(back, "txt") == make(there, "txt")


def test_when_many_papers_are_being_made_the_page_says_when_to_come_back(example, monkeypatch):
    monkeypatch.setattr(papers, "render_bounded", _raiser(Busy("Busy.")))
    example.open("papers/draft/pdf")
    assert example.status == 503
    assert example.response.headers["Retry-After"] == "30"
    assert example.heading == "Many papers are being made right now"


def test_a_paper_that_cannot_be_made_says_why(example, monkeypatch):
    monkeypatch.setattr(papers, "render_bounded", _raiser(RenderingError("It would have more than 300 pages.")))
    example.open("papers/draft/pdf")
    assert example.status == 500
    assert "It would have more than 300 pages." in example.text
    assert "Your answers are safe." in example.text


def _raiser(error):
    def render(*_arguments, **_options):
        raise error

    return render


@pytest.mark.parametrize("look", ["formal", "large-print"])
def test_the_papers_can_be_had_in_another_look_with_the_same_words(example, look):
    example.open("papers")
    example.open(f"papers?look={look}")
    assert example.page.xpath("//strong[@aria-current]")
    links = [link for link in example.page.xpath("//a/@href") if "/papers/draft/" in link]
    assert [f"look={look}" in link for link in links] == [True, True, False, False]
    plain = example.open("papers/draft/docx").response.data
    assert example.open(links[0]).response.data not in (b"", plain)
    assert example.status == 200


def test_a_look_that_we_do_not_have_is_not_there(draft):
    assert draft.open("papers?look=../plain").status == 404
    assert draft.open("papers/draft/docx?look=fancy").status == 404


@pytest.mark.parametrize("page", ["check", ""])
def test_a_group_is_told_to_see_a_solicitor_only_if_there_is_a_reason(draft, page):
    draft.open(page)
    assert draft.page.get_element_by_id("solicitor", None) is None
    draft.open("sections/staff").submit(tupe_flag="yes")
    draft.open(page)
    box = draft.page.get_element_by_id("solicitor").text_content()
    assert "See a solicitor before you sign" in box
    assert "Work may move from one employer to another." in box
