from pathlib import Path

import pytest

from agreements import answer_files
from agreements.document.canonical import sheet_text
from agreements.interview import INTERVIEWS
from agreements.interview.numbering import question_numbers, topic_of
from agreements.language import _
from agreements.questions import OneOf, SomeOf
from agreements.worksheets import AGREEMENT, SUBJECTS, Subject, worksheet
from tests.answer_sets import complete
from tests.questions.tiny import Party
from tests.worksheets.reading import agreed, in_pdf, in_word, pdf_pages

PARTY = Subject(Party, _("The party"), (_("Write with a pen."),))
EXAMPLE = answer_files.read(Path("examples/f2-brook-lane-welcome.yaml"))
GUESTS = [{"id": "ann", "name": "Ann", "drink": "tea"}, {"id": "bo", "name": "Bo", "drink": "other", "which": "Milk"}]


def said(subject=PARTY, raw=None, step=None):
    """The lines of a sheet."""
    return sheet_text(worksheet(subject, raw, step)).splitlines()


class TestABlankSheet:
    @pytest.mark.parametrize("name", SUBJECTS)
    def test_every_question_stands_on_it_in_order_with_its_number(self, name):
        words = " ".join(said(SUBJECTS[name]))
        place = 0
        numbers = question_numbers(INTERVIEWS[name])
        for path, question, _group in INTERVIEWS[name].every_question():
            place = words.find(f"{numbers[path]} {question.title}", place)
            assert place >= 0, path

    @pytest.mark.parametrize("name", ["agreement", "considering"])
    def test_every_choice_has_a_box_under_its_question(self, name):
        words = " ".join(said(SUBJECTS[name]))
        for path, question, _group in INTERVIEWS[name].every_question():
            if isinstance(question, OneOf | SomeOf):
                below = words[words.index(question.title) :].replace("\u00a0", " ")
                for choice in question.choices.values():
                    assert f"☐ {choice.title}" in below, path

    def test_nothing_is_ticked(self):
        assert "☑" not in " ".join(said(AGREEMENT))

    def test_steps_and_topics_have_their_numbers(self):
        assert [line for line in said() if line.startswith("Step")] == ["Step 1: One", "Step 2: Two"]
        assert "2.1 Day" in said()

    def test_a_condition_is_said_in_words_by_number(self):
        assert "Answer this if “1.1.1c” is answered “Something else”." in said()
        assert "Answer this if “1.1.1” has 3 or more." in said()

    def test_a_list_has_room_for_three(self):
        assert [line for line in said() if line.endswith(") Guest")] == ["(1) Guest", "(2) Guest", "(3) Guest"]

    def test_hints_are_said_in_the_first_block_alone(self):
        assert said(AGREEMENT).count("As it stands in its constitution or on the register.") == 1

    def test_what_is_asked_about_each_row_leaves_its_name_open(self):
        assert [line for line in said() if "Guest:" in line] == ["(1) Guest: ", "(2) Guest: ", "(3) Guest: "]

    def test_short_lists_are_tables_with_eight_rows(self):
        lines = said(AGREEMENT)
        first = question_numbers(INTERVIEWS["agreement"])["responsibilities.responsibilities.action"]
        [head] = [place for place, line in enumerate(lines) if line.startswith(f"{first} ")]
        assert lines[head].count("\t") == 6
        assert lines[head + 1 : head + 9] == ["\t" * 6] * 8

    def test_words_are_explained_on_the_last_page(self):
        lines = said()
        assert "Words explained" in lines
        assert lines[-1].startswith("Volunteer")


class TestASheetThatIsPartFilled:
    def test_what_was_typed_is_printed_and_ticked(self):
        lines = said(raw={"guests": {"guests": GUESTS}, "day": {"date": "2027-03-27", "colours": ["red", "green"]}})
        assert "(1) Ann" in lines
        assert "Milk" in lines
        assert "27 March 2027" in lines
        assert "☐\u00a0Yes\u2003☐\u00a0No" in lines
        assert "☑\u00a0Red\u2003☐\u00a0Blue\u2003☑\u00a0Green" in lines
        assert "☑\u00a0Tea\u2003☐\u00a0Coffee\u2003☐\u00a0Something else" in lines

    def test_there_is_room_for_one_more_and_for_no_more_than_there_may_be(self):
        five = [{"id": f"g{place}", "name": f"G{place}"} for place in range(5)]
        assert "(3) Guest" in said(raw={"guests": {"guests": GUESTS}})
        assert "(6) Guest" not in said(raw={"guests": {"guests": five}})

    def test_rows_can_be_ticked_where_one_is_chosen(self):
        guests = [{**GUESTS[0], "friend": "bo"}, GUESTS[1]]
        assert "☐\u00a0Ann\u2003☑\u00a0Bo" in said(raw={"guests": {"guests": guests}})

    def test_what_is_asked_about_each_row_stands_under_its_name(self):
        lines = said(raw={"guests": {"guests": GUESTS}, "gifts": {"gifts": {"bo": {"what": "A cake"}}}})
        gifts = lines[lines.index(f"{topic_of(Party, 'gifts').number} Gifts") :]
        assert gifts.index("(1) Ann") < gifts.index("(2) Bo") < gifts.index("A cake")

    def test_a_question_that_the_answers_rule_out_is_left_out(self):
        lines = said(raw={"guests": {"guests": GUESTS[:1]}})
        assert not any("Which other drink?" in line for line in lines[: lines.index("(2) Guest")])

    def test_what_hangs_on_a_question_that_is_ruled_out_is_left_out_too(self):
        lines = said(AGREEMENT, raw={"status": {"doc_kind": "memorandum"}})
        assert not any("Which sections should a court be able to enforce?" in line for line in lines)

    def test_what_was_typed_and_is_faulty_is_printed_with_what_to_change(self):
        lines = said(raw={"day": {"date": "soon", "hours": 400}})
        assert lines[lines.index("soon") + 1].startswith("Change this: ")
        assert "Day Month Year" in [" ".join(line.split()) for line in lines]
        assert "400" in lines

    def test_a_faulty_answer_in_a_row_is_printed_there(self):
        lines = said(raw={"guests": {"guests": [GUESTS[0], {**GUESTS[1], "drink": "sherry"}]}})
        assert lines.index("(2) Bo") < lines.index("sherry")

    def test_letters_that_no_paper_can_print_are_marked_and_do_no_harm(self, tmp_path):
        sheet = worksheet(PARTY, {"guests": {"guests": [{"id": "a", "name": "Ann\x00\ud800"}]}})
        assert "Ann\ufffd\ufffd" in in_word(sheet)
        assert "Ann" in in_pdf(sheet, tmp_path)

    @pytest.mark.parametrize(
        "raw", [{"guests": "x"}, {"guests": {"guests": "x"}}, {"guests": {"guests": ["x"]}}, {"gifts": {"gifts": []}}]
    )
    def test_whatever_its_shape_it_is_printed_with_what_to_change(self, raw):
        assert any("Change this: " in line for line in said(raw=raw))


class TestOneStep:
    def test_it_stands_alone(self):
        lines = said(step=2)
        assert "Step 2: Two" in lines
        assert "Step 1: One" not in lines
        assert "Words explained" not in lines

    def test_steps_begin_on_new_pages(self, tmp_path):
        with_a_step = [page for page in pdf_pages(worksheet(AGREEMENT), tmp_path) if "Step " in page]
        assert all(page.count("Step ") == 1 for page in with_a_step)
        assert len(with_a_step) == len({section.step for section in INTERVIEWS["agreement"].sections().values()})


class TestThePapers:
    @pytest.mark.parametrize("name", SUBJECTS)
    def test_word_says_every_word_of_the_sheet_and_no_other(self, name):
        sheet = worksheet(SUBJECTS[name])
        assert in_word(sheet) == agreed(sheet)

    @pytest.mark.parametrize("raw", [None, EXAMPLE], ids=["blank", "filled"])
    def test_the_pdf_says_the_same_words(self, raw, tmp_path):
        sheet = worksheet(AGREEMENT, raw)
        assert in_pdf(sheet, tmp_path) == agreed(sheet)
        assert in_word(sheet) == agreed(sheet)

    def test_every_answer_that_there_can_be_is_printed(self):
        sheet = worksheet(AGREEMENT, complete())
        assert in_word(sheet) == agreed(sheet)
        assert "☑" in agreed(sheet)

    def test_the_exercise_in_pairs_is_one_page(self, tmp_path):
        assert len(pdf_pages(worksheet(SUBJECTS["offer"]), tmp_path)) == 1

    def test_fifty_partners_are_whole(self, tmp_path):
        partners = [{"id": f"p{place}", "legal_name": f"Partner number {place}"} for place in range(50)]
        sheet = worksheet(AGREEMENT, {"partners": {"partners": partners}}, step=1)
        words = in_word(sheet)
        assert all(f"({place + 1})Partnernumber{place}" in words for place in range(50))
        assert words == agreed(sheet)
        assert len(pdf_pages(sheet, tmp_path)) > 50
