"""The command line: what it writes, what it says, how it ends. Never a traceback."""

import json
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from agreements import answer_files, cli
from agreements.errors import RenderingError, WordingError
from agreements.papers import PAPERS
from tests.answer_sets import complete, files
from tests.rendering.pdf.reading import pages
from tests.rendering.word.houses import letterhead, plain_with_text

CHECKOUT = Path(__file__).parent.parent
HALF = "about:\n  full_title: Warm Room\nleaving:\n  notice_days: 30\n"
FAULTY = "about:\n  ful_title: Warm Room\nleaving:\n  notice_days: 1.5\n"


@pytest.fixture
def run(capsys, tmp_path, monkeypatch):
    """Runs the command line in an empty folder: exit code, what it printed, what it complained of."""
    monkeypatch.chdir(tmp_path)

    def run_it(*arguments: str) -> tuple[int, str, str]:
        code = 0
        try:
            cli.main(arguments)
        except SystemExit as ended:
            code = int(ended.code or 0)
        printed = capsys.readouterr()
        assert "Traceback" not in printed.err
        return code, printed.out, printed.err

    return run_it


@pytest.fixture
def whole(tmp_path):
    """A complete answer file."""
    file = tmp_path / "whole.yaml"
    file.write_bytes(answer_files.write(complete()))
    for name, content in files().items():
        (tmp_path / name).write_bytes(content)
    return str(file)


@pytest.fixture
def half(tmp_path):
    file = tmp_path / "half.yaml"
    file.write_text(HALF)
    return str(file)


@pytest.fixture
def faulty(tmp_path):
    file = tmp_path / "faulty.yaml"
    file.write_text(FAULTY)
    return str(file)


class TestRender:
    @pytest.mark.parametrize(
        ("given", "house"), [("formal", "formal"), ("large-print", "large-print"), ("own.docx", Path("own.docx"))]
    )
    def test_a_house_is_one_of_ours_by_its_name_or_a_file(self, run, whole, monkeypatch, given, house):
        monkeypatch.setattr(cli, "make", lambda _loaded, _name, **how: repr(how["house"]).encode())
        assert run("render", whole, "--house", given)[0] == 0
        assert Path("whole.docx").read_text() == repr(house)

    def test_one_of_our_houses_changes_the_pdf_too(self, run, half, tmp_path):
        assert run("render", half, "--house", "formal", "--format", "pdf")[0] == 0
        formal = (tmp_path / "half.pdf").read_bytes()
        assert run("render", half, "--format", "pdf")[0] == 0
        assert (tmp_path / "half.pdf").read_bytes() != formal

    def test_it_writes_word_and_pdf_beside_where_one_stands(self, run, whole, tmp_path, monkeypatch):
        monkeypatch.setattr(cli, "make", lambda _loaded, name, **_how: name.encode())
        code, out, err = run("render", whole)
        assert (code, out.split()[:2], err) == (0, ["whole.docx", "whole.pdf"], "")
        assert (tmp_path / "whole.docx").read_bytes() == b"docx"

    def test_it_writes_every_format_that_is_asked_for_into_a_new_folder(self, run, whole, tmp_path):
        code, out, _err = run("render", whole, "--format", "txt", "--format", "ics", "--out", "a/b")
        assert (code, out.split()[:2]) == (0, ["a/b/whole.txt", "a/b/whole.ics"])
        assert b"Words on about.full_title" in (tmp_path / "a/b/whole.txt").read_bytes()
        assert (tmp_path / "a/b/whole.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")

    def test_documents_that_belong_to_the_answers_are_copied_beside_the_papers(self, run, whole, tmp_path):
        _code, out, _err = run("render", whole, "--format", "txt", "--out", "papers")
        paper, *documents = out.split()
        assert paper == "papers/whole.txt"
        content = files()["0.pdf"]
        name = f"0-{sha256(content).hexdigest()[:8]}.pdf"
        assert f"papers/{name}" in documents
        assert (tmp_path / "papers" / name).read_bytes() == content
        assert name in (tmp_path / paper).read_text("utf-8")

    def test_drafts_say_so_and_final_copies_too(self, run, whole, tmp_path):
        run("render", whole, "--format", "txt")
        assert "Draft" in (tmp_path / "whole.txt").read_text("utf-8")
        assert run("render", whole, "--format", "txt", "--final")[0] == 0
        assert "Final, for signing" in (tmp_path / "whole-final.txt").read_text("utf-8")

    def test_for_machines_it_lists_what_is_written_and_what_is_missing(self, run, half):
        code, out, _err = run("render", half, "--format", "txt", "--json")
        told = json.loads(out)
        assert (code, told["written"]) == (0, ["half.txt"])
        assert told["missing"][0] == {
            "path": "about.short_name",
            "message": "What do you call the work in a word or two?",
        }

    def test_the_same_answers_are_the_same_bytes(self, run, whole, tmp_path):
        run("render", whole, "--format", "txt", "--out", "one")
        run("render", whole, "--format", "txt", "--out", "two")
        assert (tmp_path / "one/whole.txt").read_bytes() == (tmp_path / "two/whole.txt").read_bytes()

    def test_a_final_copy_is_refused_while_answers_are_missing_and_nothing_is_written(self, run, half, tmp_path):
        code, out, err = run("render", half, "--format", "txt", "--final")
        assert (code, out) == (3, "")
        assert err.startswith("Still to be answered before you sign:\n  about.short_name: What do you call")
        assert not (tmp_path / "half.txt").exists()

    def test_answers_with_faults_are_refused_with_all_of_them(self, run, faulty, tmp_path):
        code, out, err = run("render", faulty, "--format", "txt")
        assert (code, out) == (1, "")
        assert err.splitlines() == [
            "Change these answers:",
            "  about.ful_title: There is no question with this name. Did you mean “full_title”?",
            "  leaving.notice_days: Enter a whole number in figures, from 1 to 730.",
        ]
        assert not (tmp_path / "faulty.txt").exists()

    @pytest.mark.parametrize("name", ["answers.txt", "./answers.txt"])
    def test_answers_are_never_written_over(self, run, tmp_path, name):
        (tmp_path / "answers.txt").write_text(HALF)
        code, _out, err = run("render", name, "--format", "txt", "--out", ".")
        assert code == 2
        assert "answers.txt holds your answers. Name another folder with --out." in err
        assert (tmp_path / "answers.txt").read_text() == HALF

    def test_a_house_without_a_word_paper_is_refused(self, run, half):
        code, _out, err = run("render", half, "--format", "txt", "--house", "house.docx")
        assert code == 2
        assert "Your own Word file changes the Word paper alone. Add --format docx." in err

    def test_a_house_that_there_is_not_is_told_which_there_are(self, run, half):
        code, _out, err = run("render", half, "--house", "formale")
        assert code == 2
        assert (
            "There is no house “formale”. Did you mean “formal”? Our houses are: plain, formal, large-print. "
            "Or name your own Word file, which ends in .docx."
        ) in err

    @pytest.mark.parametrize("house", ["nowhere.docx", "half.yaml", "."])
    def test_a_house_that_cannot_be_used_is_told(self, run, half, house):
        code, out, err = run("render", half, "--format", "docx", "--house", house)
        assert (code, out) == (2, "")
        assert err

    def test_an_unknown_format_is_told(self, run, half):
        code, _out, err = run("render", half, "--format", "odt")
        assert code == 2
        assert all(name in err for name in PAPERS)

    def test_a_folder_that_is_a_file_is_told(self, run, half):
        assert run("render", half, "--format", "txt", "--out", "half.yaml")[0] == 2
        code, _out, err = run("render", half, "--format", "txt", "--out", "half.yaml/below")
        assert (code, err) == (2, "half.yaml/below: not a directory.\n")

    def test_a_place_where_a_paper_cannot_be_written_is_told(self, run, half, tmp_path):
        (tmp_path / "half.txt").mkdir()
        assert run("render", half, "--format", "txt") == (2, "", "half.txt: is a directory.\n")

    def test_a_calendar_without_a_day_cannot_be_made(self, run, half):
        code, out, err = run("render", half, "--format", "ics")
        assert (code, out, err) == (4, "", "No review has a date yet. Enter a date for a review first.\n")

    @pytest.mark.parametrize(
        ("error", "code", "words"),
        [
            (RenderingError("This paper is too long."), 4, "This paper is too long.\n"),
            (WordingError("front.html:1: wrong."), 2, "front.html:1: wrong.\n"),
            (ZeroDivisionError("secret"), 70, "Something went wrong on our side (ZeroDivisionError). "),
            (MemoryError(), 70, "Something went wrong on our side (MemoryError). "),
            (KeyboardInterrupt(), 130, ""),
        ],
        ids=lambda value: type(value).__name__,
    )
    def test_whatever_happens_ends_with_a_sentence_and_a_code(
        self, run, half, tmp_path, monkeypatch, error, code, words
    ):
        def fail(*_arguments, **_named):
            raise error

        monkeypatch.setattr(cli, "make", fail)
        ended, out, err = run("render", half)
        assert (ended, out) == (code, "")
        assert err.startswith(words)
        assert "secret" not in err
        assert [file.name for file in tmp_path.iterdir()] == ["half.yaml"]


class TestCalendars:
    @pytest.fixture
    def moved(self, tmp_path):
        """The same answers with one date changed."""
        answers = complete()
        answers["reviews"]["reviews"][0]["date"] = "2028-02-29"
        file = tmp_path / "moved.yaml"
        file.write_bytes(answer_files.write(answers))
        return str(file)

    def test_a_calendar_that_is_written_over_is_carried_on(self, run, whole, moved, tmp_path):
        run("render", whole, "--format", "ics")
        first = (tmp_path / "whole.ics").read_bytes()
        run("render", whole, "--format", "ics")
        assert (tmp_path / "whole.ics").read_bytes() == first
        Path(whole).write_bytes(Path(moved).read_bytes())
        run("render", whole, "--format", "ics")
        _check_carried_on(first, (tmp_path / "whole.ics").read_bytes())

    def test_one_in_another_place_is_carried_on_when_it_is_named(self, run, whole, moved, tmp_path):
        run("render", whole, "--format", "ics")
        assert run("render", moved, "--format", "ics", "--previous", "whole.ics", "--out", "new")[0] == 0
        _check_carried_on((tmp_path / "whole.ics").read_bytes(), (tmp_path / "new/moved.ics").read_bytes())

    def test_another_calendar_is_never_written_over(self, run, whole, tmp_path):
        (tmp_path / "whole.ics").write_bytes(b"BEGIN:VCALENDAR\r\nPRODID:other\r\nEND:VCALENDAR\r\n")
        code, _out, err = run("render", whole, "--format", "ics")
        assert (code, "whole.ics is no calendar that was made here." in err) == (2, True)
        assert b"other" in (tmp_path / "whole.ics").read_bytes()

    def test_a_previous_calendar_without_a_calendar_to_make_is_refused(self, run, whole, tmp_path):
        (tmp_path / "a.ics").write_bytes(b"")
        code, _out, err = run("render", whole, "--previous", "a.ics")
        assert (code, "Add --format ics." in err) == (2, True)


def _check_carried_on(before: bytes, after: bytes) -> None:
    uids = [[line for line in content.splitlines() if line.startswith(b"UID")] for content in (before, after)]
    assert uids[0] == uids[1]
    assert (before.count(b"SEQUENCE:1\r\n"), after.count(b"SEQUENCE:1\r\n")) == (0, 1)


class TestCheck:
    def test_a_finished_agreement_is_fit_to_sign(self, run, whole):
        code, out, err = run("check", whole)
        assert (code, err) == (0, "")
        assert out.endswith("Nothing is missing. You can make the copy for signing.\n")

    def test_reasons_to_see_a_solicitor_are_told_and_stand_in_nobodys_way(self, run, whole):
        _code, out, _err = run("check", whole)
        assert out.startswith("See a solicitor before you sign:\n  ")
        code, out, _err = run("check", whole, "--json")
        told = json.loads(out)
        assert (code, told["faults"], told["missing"]) == (0, [], [])
        assert any("more than one nation" in reason for reason in told["solicitor"])

    def test_without_a_reason_no_solicitor_is_named(self, run, half):
        assert "solicitor" not in run("check", half)[1]

    def test_what_is_missing_is_listed(self, run, half):
        code, out, err = run("check", half)
        assert (code, err) == (3, "")
        assert out.startswith("Still to be answered before you sign:\n  about.short_name: ")

    def test_what_is_wrong_comes_first(self, run, faulty):
        code, out, _err = run("check", faulty)
        assert code == 1
        assert out.index("Change these answers:") < out.index("Still to be answered before you sign:")

    def test_for_machines_it_is_one_object(self, run, faulty):
        code, out, _err = run("check", faulty, "--json")
        told = json.loads(out)
        assert code == 1
        assert told["faults"][1] == {
            "path": "leaving.notice_days",
            "message": "Enter a whole number in figures, from 1 to 730.",
        }
        assert {"path": "about.full_title", "message": "What is this agreement called?"} in told["missing"]

    def test_what_is_worth_a_second_look_is_told_and_stands_in_nobodys_way(self, run, whole):
        file = Path(whole)
        answers = answer_files.read(file)
        answers["budget"]["budget_lines"][0]["amount"] = "90,000"
        file.write_bytes(answer_files.write(answers))
        code, out, _err = run("check", whole)
        assert code == 0
        assert "Worth a second look:\n  budget.budget_lines.budgetline-0: The lines that" in out
        told = json.loads(run("check", whole, "--json")[1])["remarks"]
        assert told[0]["path"] == "budget.budget_lines.budgetline-0"

    def test_json_is_read_as_well(self, run, tmp_path):
        for name, content in files().items():
            (tmp_path / name).write_bytes(content)
        (tmp_path / "whole.json").write_text(json.dumps(complete()))
        assert run("check", "whole.json")[0] == 0

    @pytest.mark.parametrize(
        ("content", "words"),
        [
            (b"", "holds no answers: write them as named sections."),
            (b"- a\n- b", "holds no answers: write them as named sections."),
            (b"about: [", "line 1"),
            (b"\x89PNG\r\n\x1a\n\xff", "is not text. Save it as UTF-8."),
            (b"a: &a [*a, *a]", "have a meaning of their own"),
            (b'"\\ud800\\e[31m": 1', "There is no section with this name."),
            (b'about: {full_title: "\\ud800"}', "half a character"),
            (b'status: {doc_kind: "\\ud800\\e]0;x\\a"}', "Choose one of the answers listed"),
            (b"about: {full_title: ':cat:', notice: '[bold]x[/bold]', ':cat:[bold]': 1}", "about.:cat:[bold]"),
        ],
    )
    def test_any_file_is_answered_with_a_sentence(self, run, tmp_path, content, words):
        (tmp_path / "tried.yaml").write_bytes(content)
        code, out, err = run("check", "tried.yaml")
        assert code in (1, 2)
        assert words in out + err
        assert "\x1b" not in out + err

    @pytest.mark.parametrize("json_too", [[], ["--json"]])
    def test_letters_that_a_screen_lacks_do_no_harm(self, tmp_path, json_too):
        (tmp_path / "tried.yaml").write_text("ŷ🏠: 1\n", "utf-8")
        done = command("check", "tried.yaml", *json_too, cwd=tmp_path, env={**os.environ, "PYTHONIOENCODING": "ascii"})
        assert (done.returncode, done.stderr) == (1, b"")

    @pytest.mark.parametrize(
        ("path", "words"),
        [
            ("nowhere.yaml", "no such file"),
            (".", "is a directory"),
            ("a\nb.yaml", "no such file"),
            ("/dev/zero", "4 MB"),
        ],
    )
    def test_a_file_that_cannot_be_read_is_told(self, run, path, words):
        code, out, err = run("check", path)
        assert (code, out) == (2, "")
        assert words in err


class TestQuestions:
    def test_every_question_is_listed_with_its_path_and_condition(self, run):
        code, out, _err = run("questions")
        assert code == 0
        assert "partners.partners.*.company_number  (needed)\n    What is its company number?\n    Write text on" in out
        assert "    Asked if “When does this agreement end?” is answered “On a fixed date”.\n" in out
        assert "      rolling: It goes on until you end it\n" in out
        assert "about.notice  (if you like)\n" in out

    def test_for_machines_it_is_one_list(self, run):
        code, out, _err = run("questions", "--json")
        assert code == 0
        assert json.loads(out)[0]["path"] == "about.full_title"


REVIEWS = """about: {start_date: 2027-01-05}
partners: {partners: [{id: a, nation: england}]}
reviews: {review_every: 6m}
"""


class TestReviews:
    def test_it_suggests_dates_and_writes_them_as_they_stand_in_a_file(self, run, tmp_path):
        file = tmp_path / "a.yaml"
        file.write_text(REVIEWS)
        code, out, _err = run("reviews", "a.yaml")
        assert code == 0
        assert "  - Early review, Tuesday 16 February 2027\n  - Short review, Monday 5 July 2027\n" in out
        pasted = out[out.index("reviews:\n  reviews:") :].replace("reviews:\n", "", 1)
        file.write_text(REVIEWS.replace("reviews: {review_every: 6m}", "reviews:\n  review_every: 6m") + pasted)
        assert "Change these answers" not in run("check", "a.yaml")[1]
        assert "put this into your file" not in run("reviews", "a.yaml")[1]

    def test_what_is_noticed_elsewhere_is_no_matter_of_dates(self, run, whole):
        answers = answer_files.read(Path(whole))
        answers["budget"]["budget_lines"][0]["amount"] = "90,000"
        answers["reviews"]["reviews"][0]["date"] = "2027-03-27"
        Path(whole).write_bytes(answer_files.write(answers))
        told = json.loads(run("reviews", whole, "--json")[1])["remarks"]
        assert {one["path"] for one in told} == {"reviews.reviews.review-0"}

    def test_it_says_which_dates_need_a_second_look(self, run, tmp_path):
        (tmp_path / "a.yaml").write_text("reviews: {reviews: [{id: x, date: 2027-03-27}]}")
        code, out, _err = run("reviews", "a.yaml")
        assert code == 0
        assert "Say when the agreement starts" in out
        assert "  reviews.reviews.x: Saturday 27 March 2027 is at the weekend.\n" in out

    def test_for_machines_it_is_the_same(self, run, tmp_path):
        (tmp_path / "a.yaml").write_text(REVIEWS)
        _code, out, _err = run("reviews", "a.yaml", "--json")
        data = json.loads(out)
        assert data["proposed"][0] == {"kind": "early", "date": "2027-02-16", "remarks": []}
        assert (len(data["proposed"]), len(data["intro"]), data["remarks"]) == (3, 3, [])

    def test_answers_with_faults_come_first(self, run, faulty):
        code, out, err = run("reviews", faulty)
        assert (code, out) == (1, "")
        assert "Change these answers:" in err


class TestHouse:
    def test_it_writes_our_plain_house_for_a_start(self, run, tmp_path):
        assert run("house", "new", "mine.docx") == (0, "mine.docx\n", "")
        assert (tmp_path / "mine.docx").read_bytes().startswith(b"PK")

    def test_it_writes_over_nothing(self, run, tmp_path):
        (tmp_path / "mine.docx").write_text("mine")
        assert run("house", "new", "mine.docx") == (2, "", "mine.docx is there already. Choose another name.\n")
        assert (tmp_path / "mine.docx").read_text() == "mine"


class TestCommands:
    @pytest.mark.parametrize("arguments", [["--help"], ["render", "--help"], ["check", "--help"]])
    def test_help_is_no_mistake(self, run, arguments):
        code, out, err = run(*arguments)
        assert (code, err) == (0, "")
        assert "Usage: agreements" in out

    @pytest.mark.parametrize("arguments", [[], ["nothing"], ["check"], ["check", "a", "b"], ["render", "a", "--what"]])
    def test_a_command_that_there_is_not_is_told(self, run, arguments):
        code, out, err = run(*arguments)
        assert (code, out) == (2, "")
        assert "Usage: agreements" in err


def command(*arguments, **how):
    """The command line as a program of its own."""
    how = {"cwd": CHECKOUT, "env": dict(os.environ), **how}
    how["env"]["PYTHONPATH"] = str(CHECKOUT)
    program = [sys.executable, "-m", "agreements", *arguments]
    return subprocess.run(program, capture_output=True, timeout=60, check=False, **how)


def test_it_runs_as_a_program():
    done = command("check", "examples/f2-brook-lane-welcome.yaml")
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("arguments", "code"), [("questions", 141), ("questions --json", 141), ("--help", 141), ("nothing 2>&1", 2)]
)
def test_a_reader_who_goes_away_is_no_mistake(arguments, code):
    # `true` ends at once, and reads nothing.
    shell = f"sleep 0.1; {sys.executable} -m agreements {arguments} | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", shell], cwd=CHECKOUT, capture_output=True, timeout=60, check=True)
    assert done.stderr == b""
    assert int(done.stdout) == code


@pytest.mark.parametrize(("content", "option", "code"), [(FAULTY, "--json", 1), (HALF, "--final", 3)])
def test_a_program_is_told_as_data_why_no_paper_was_made(run, tmp_path, content, option, code):
    (tmp_path / "answers.yaml").write_text(content, "utf-8")
    ended, out, _err = run("render", "answers.yaml", "--json", *({option} - {"--json"}))
    told = json.loads(out)
    assert ended == code
    assert told["faults" if code == 1 else "missing"]


def test_a_file_without_sections_cannot_be_used(run, tmp_path):
    (tmp_path / "answers.yaml").write_text("hello\n", "utf-8")
    assert run("check", "answers.yaml")[0] == 2


def test_a_house_is_written_under_the_name_of_a_word_file_alone(run, tmp_path):
    assert run("house", "new", "house.pdf")[0] == 2
    assert not (tmp_path / "house.pdf").exists()


class TestNotes:
    """Files of the two short paths: a note is checked and printed, and never signed."""

    NOTE = "of: considering\nidea:\n  our_name: Harbour Advice\n"

    @pytest.fixture
    def note(self, tmp_path):
        file = tmp_path / "note.yaml"
        file.write_text(self.NOTE)
        return str(file)

    def test_what_is_missing_is_told_without_a_word_of_signing(self, run, note):
        code, out, _err = run("check", note)
        assert code == 3
        assert "Still to be answered:" in out
        assert "Who might you work with?" in out
        assert "sign" not in out

    def test_a_whole_one_can_be_printed(self, run):
        example = CHECKOUT / "examples" / "paths" / "offer-brook-lane-neighbours.yaml"
        assert run("check", str(example)) == (0, "Nothing is missing. You can print it.\n", "")

    def test_a_paper_is_made_of_it_however_unfinished(self, run, note, tmp_path):
        assert run("render", note, "--format", "txt")[0] == 0
        assert "For talking about. Not part of any agreement" in (tmp_path / "note.txt").read_text("utf-8")

    @pytest.mark.parametrize(
        ("arguments", "sentence"),
        [
            (("render", "--final"), "Nobody signs this paper. Leave out --final."),
            (("render", "--format", "ics"), "Only an agreement has reviews. Choose another --format."),
            (("reviews",), "Only an agreement has reviews."),
            (("worksheet", "--of", "offer"), "The file holds answers of “considering”, and you ask for --of offer."),
        ],
    )
    def test_what_only_an_agreement_has_is_refused(self, run, note, tmp_path, arguments, sentence):
        command, *options = arguments
        code, _out, err = run(command, note, *options)
        assert (code, sentence in err) == (2, True)
        assert [file.name for file in tmp_path.iterdir()] == ["note.yaml"]

    def test_a_worksheet_is_filled_from_it(self, run, note):
        assert run("worksheet", note, "--format", "pdf") == (0, "note-considering-worksheet.pdf\n", "")

    def test_its_questions_are_listed(self, run):
        code, out, _err = run("questions", "--of", "offer")
        assert code == 0
        assert "need.what_we_need.*.what" in out
        assert "vision.vision" not in out

    def test_a_file_that_names_no_interview_is_told_which_there_are(self, run, tmp_path):
        (tmp_path / "odd.yaml").write_text("of: consider\n")
        code, out, _err = run("check", "odd.yaml")
        assert code == 1
        assert "of: Write what this file holds: agreement or considering or offer." in out
        code, _out, err = run("worksheet", "odd.yaml")
        assert code == 1
        assert "of: Write what this file holds: agreement or considering or offer." in err


class TestHouseCheck:
    def test_a_house_that_can_be_used_is_said_to_be_so(self, run):
        run("house", "new", "mine.docx")
        assert run("house", "check", "mine.docx") == (0, "This Word file can be used as a house.\n", "")

    def test_what_is_wrong_is_told_with_where_it_stands(self, run, tmp_path):
        plain_with_text(tmp_path, "Dear {{ titel }},")
        code, out, err = run("house", "check", "house.docx")
        assert (code, err) == (2, "")
        assert out.startswith("body, paragraph 1, “Dear {{ titel }},”: There is no field {{ titel }}")

    def test_remarks_alone_leave_it_usable(self, run, tmp_path):
        letterhead(tmp_path)
        code, out, _err = run("house", "check", "house.docx")
        assert code == 0
        assert out.startswith("Good to know: This file lacks some styles")

    def test_programs_can_read_it(self, run, tmp_path):
        plain_with_text(tmp_path, "{{ titel }}")
        code, out, _err = run("house", "check", "house.docx", "--json")
        told = json.loads(out)
        assert code == 2
        assert told["remarks"] == []
        assert told["problems"][0]["where"] == "body, paragraph 1, “{{ titel }}”"


class TestWorksheet:
    def test_a_blank_one_is_written_as_word_and_pdf(self, run, tmp_path):
        code, out, _err = run("worksheet", "--of", "offer", "--out", "sheets")
        assert code == 0
        assert out.split() == ["sheets/offer-worksheet.docx", "sheets/offer-worksheet.pdf"]
        assert (tmp_path / "sheets/offer-worksheet.pdf").read_bytes().startswith(b"%PDF-")

    def test_answers_and_a_step_are_in_its_name(self, run, half):
        code, out, _err = run("worksheet", half, "--step", "2", "--format", "docx")
        assert code == 0
        assert out.strip().endswith("-worksheet-step-2.docx")

    def test_two_interviews_are_made_at_once(self, run):
        code, out, _err = run("worksheet", "--of", "offer", "--of", "considering", "--format", "docx")
        assert (code, out.split()) == (0, ["offer-worksheet.docx", "considering-worksheet.docx"])

    def test_it_is_short_unless_everything_is_wanted(self, run, tmp_path):
        assert run("worksheet", "--step", "3", "--format", "docx")[1] == "worksheet-step-3.docx\n"
        assert run("worksheet", "--step", "3", "--format", "docx", "--all")[1] == "worksheet-all-step-3.docx\n"
        short, long = (tmp_path / f"worksheet{which}-step-3.docx" for which in ("", "-all"))
        assert short.stat().st_size < long.stat().st_size

    def test_it_can_be_in_large_print(self, run, tmp_path):
        run("worksheet", "--step", "3", "--format", "pdf")
        code, out, _err = run("worksheet", "--step", "3", "--format", "pdf", "--house", "large-print")
        assert (code, out) == (0, "worksheet-step-3-large-print.pdf\n")
        usual, large = (tmp_path / f"worksheet-step-3{which}.pdf" for which in ("", "-large-print"))
        assert len(pages(large.read_bytes(), tmp_path)) > len(pages(usual.read_bytes(), tmp_path))

    @pytest.mark.parametrize(
        ("arguments", "sentence"),
        [
            (("--step", "99"), "There are 12 steps in --of agreement."),
            (("--of", "offer", "--all"), "All of --of offer is essential. Leave out --all."),
            (("--house", "large"), "There is no house “large”. Did you mean “large-print”? Our houses are: plain, "),
        ],
    )
    def test_what_there_is_not_is_told(self, run, tmp_path, arguments, sentence):
        code, _out, err = run("worksheet", *arguments)
        assert (code, sentence in err, list(tmp_path.iterdir())) == (2, True, [])


class TestJoin:
    OFFER = "of: offer\noffer:\n  assets:\n    - {id: room, kind: space, what: A room}\n"
    ANSWERS = "# Ours.\npartners:\n  partners:\n    - id: lane\nabout:\n  full_title: Warm Room\n"

    @pytest.fixture
    def two(self, tmp_path):
        """An offer and an agreement."""
        (tmp_path / "offer.yaml").write_text(self.OFFER)
        (tmp_path / "ours.yaml").write_text(self.ANSWERS)
        return "offer.yaml", "ours.yaml"

    def test_it_writes_a_new_file_and_leaves_the_old_one(self, run, two):
        code, out, err = run("join", *two, "--as", "lane")
        assert (code, err) == (0, "")
        assert out == "Joined:\n  contributions.contributions.lane-room: A room\nours-with-lane.yaml\n"
        assert Path("ours.yaml").read_text() == self.ANSWERS
        written = answer_files.read(Path("ours-with-lane.yaml"))
        assert written["about"] == {"full_title": "Warm Room"}
        assert [row["id"] for row in written["contributions"]["contributions"]] == ["lane-room"]

    def test_it_writes_over_nothing(self, run, two):
        code, _out, err = run("join", *two, "--as", "lane", "--out", "ours.yaml")
        assert code == 2
        assert "ours.yaml is there already. Name another file with --out." in err
        assert Path("ours.yaml").read_text() == self.ANSWERS

    def test_a_second_time_it_says_that_nothing_is_new_and_writes_nothing(self, run, two):
        run("join", *two, "--as", "lane", "--out", "once.yaml")
        code, out, _err = run("join", two[0], "once.yaml", "--as", "lane", "--out", "twice.yaml")
        assert code == 0
        assert "There already, and left as it was:\n  contributions.contributions.lane-room: A room\n" in out
        assert out.endswith("There is nothing new to join, so no file was written.\n")
        assert not Path("twice.yaml").exists()

    def test_it_makes_the_folder_it_writes_into(self, run, two):
        assert run("join", *two, "--as", "lane", "--out", "a/b.yaml")[0] == 0
        assert Path("a/b.yaml").exists()

    def test_what_was_left_out_is_told(self, run, two):
        Path("offer.yaml").write_text(self.OFFER + "  what_we_offer: People open the door to us.\n")
        assert "Left out:\n  offer.what_we_offer: " in run("join", *two, "--as", "lane")[1]

    def test_it_tells_programs_the_same(self, run, two):
        told = json.loads(run("join", *two, "--as", "lane", "--json")[1])
        assert told["written"] == ["ours-with-lane.yaml"]
        assert told["joined"] == [{"path": "contributions.contributions.lane-room", "message": "A room"}]
        assert (told["there_already"], told["left_out"]) == ([], [])

    @pytest.mark.parametrize(
        ("arguments", "code", "sentence"),
        [
            (("offer.yaml", "ours.yaml", "--as", "harbour"), 2, "has no partner with the id “harbour”"),
            (("ours.yaml", "ours.yaml", "--as", "lane"), 2, "The first file holds no offer."),
            (("offer.yaml", "offer.yaml", "--as", "lane"), 2, "The second file is one of another kind."),
            (("faulty.yaml", "ours.yaml", "--as", "lane"), 1, "  offer.assets.room.kind: Choose one of the answers"),
            (("nowhere.yaml", "ours.yaml", "--as", "lane"), 2, "nowhere.yaml cannot be opened"),
            (("offer.yaml", "ours.yaml", "--as", "lane", "--out", "a.json"), 2, "Choose a name that ends in .yaml"),
        ],
    )
    @pytest.mark.usefixtures("two")
    def test_what_cannot_be_joined_is_refused_with_a_sentence(self, run, arguments, code, sentence):
        Path("faulty.yaml").write_text(self.OFFER.replace("space", "house"))
        ended, out, err = run("join", *arguments)
        assert (ended, out) == (code, "")
        assert sentence in err
        assert not Path("ours-with-lane.yaml").exists()


class TestOpenPoints:
    @pytest.fixture
    def unsettled(self, whole):
        marks = {
            "about.full_title": {"state": "not_agreed", "because": "Not talked about."},
            "vision.area": {"state": "come_back", "because": "Ask Jo."},
        }
        Path(whole).write_bytes(answer_files.write({**complete(), "open_points": marks}))
        return whole

    def test_check_tells_what_is_not_agreed_from_what_to_come_back_to(self, run, unsettled):
        code, out, _err = run("check", unsettled)
        assert code == cli.MISSING
        before, after = out.split("Worth a second look:")
        assert "about.full_title: Not agreed yet: What is this agreement called?" in before
        assert "vision.area: You wanted to come back to this: Which area do you work in?" in after

    def test_a_draft_is_made_and_the_copy_for_signing_is_refused(self, run, unsettled):
        assert run("render", unsettled, "--format", "txt")[0] == 0
        assert "[Not agreed yet: What is this agreement called?]" in Path("whole.txt").read_text()
        code, _out, err = run("render", unsettled, "--format", "txt", "--final")
        assert (code, "Not agreed yet: What is this agreement called?" in err) == (cli.MISSING, True)

    def test_open_points_make_no_difference_to_a_worksheet(self, run, unsettled):
        assert run("worksheet", unsettled, "--step", "1", "--format", "docx")[0] == 0
