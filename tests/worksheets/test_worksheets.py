import re
from pathlib import Path

import pytest

from agreements import answer_files
from agreements.document.canonical import sheet_text, text
from agreements.document.nodes import Blank, Paragraph, Table
from agreements.interview import INTERVIEWS, Agreement
from agreements.interview.numbering import question_numbers
from agreements.interview.vision_and_value import UserVoice
from agreements.language import _
from agreements.questions import FindingOnly, OneOf, SomeOf
from agreements.rendering.houses import LARGE_PRINT, OUR_HOUSES
from agreements.worksheets import AGREEMENT, SUBJECTS, Subject, worksheet
from agreements.worksheets.subjects import ESSENTIALS
from tests.answer_sets import complete
from tests.questions.tiny import Party
from tests.worksheets.reading import agreed, in_pdf, in_word, pdf_pages

PARTY = Subject(Party, _("The party"), (_("Write with a pen."),))
EXAMPLE = answer_files.read(Path("examples/f2-brook-lane-welcome.yaml"))
GUESTS = [{"id": "ann", "name": "Ann", "drink": "tea"}, {"id": "bo", "name": "Bo", "drink": "other", "which": "Milk"}]


def said(subject=PARTY, raw=None, step=None, **how):
    """The lines of a sheet."""
    return sheet_text(worksheet(subject, raw, step, **how)).splitlines()


def tables(subject=PARTY, raw=None, step=None, **how):
    """The tables of a sheet, each as its rows of cells in words, its head first."""
    parts = worksheet(subject, raw, step, **how).parts
    return [
        [[column.title for column in table.columns], *([text(cell.blocks) for cell in row] for row in table.rows)]
        for part in parts
        for table in part.blocks
        if isinstance(table, Table)
    ]


def in_row(table, words):
    """What stands beside a question in a table."""
    [found] = [row[1:] for row in table if words in row[0]]
    return found


class TestABlankSheet:
    @pytest.mark.parametrize("name", SUBJECTS)
    def test_every_question_stands_on_it_in_order_with_its_number(self, name):
        words = " ".join(said(SUBJECTS[name]))
        place = 0
        numbers = question_numbers(INTERVIEWS[name])
        for path, question, _group in INTERVIEWS[name].every_question():
            place = words.find(f"{numbers[path]} {question.title}", place)
            assert place >= 0, path

    @pytest.mark.parametrize("name", SUBJECTS)
    def test_every_choice_stands_there_with_a_box_or_a_letter(self, name):
        words = " ".join(said(SUBJECTS[name])).replace("\u00a0", " ")
        for path, question, _group in INTERVIEWS[name].every_question():
            for choice in question.choices.values() if isinstance(question, OneOf | SomeOf) else ():
                assert re.search(rf"(☐|\b[A-Z]+:?) {re.escape(choice.title)}", words), path

    def test_nothing_is_ticked(self):
        assert "☑" not in " ".join(said(AGREEMENT))

    def test_steps_and_topics_have_their_numbers(self):
        assert [line for line in said() if line.startswith("Step")] == ["Step 1: One", "Step 2: Two"]
        assert "2.1 Day" in said()

    def test_a_condition_is_said_in_words_by_number(self):
        assert "Answer this if “1.1.1c” is answered “Something else”." in " ".join(said())
        assert "Answer this if “1.1.1” has 3 or more." in said()

    def test_a_condition_names_a_choice_that_has_a_letter_by_it(self):
        assert "Answer this if “1.2.1d” is answered “T”." in " ".join(said(AGREEMENT, step=1))

    def test_a_list_has_a_row_for_each_entry_and_room_for_five(self):
        [guests, _gifts] = tables()
        assert guests[0][:2] == ["1.1.1a What is the name?", "1.1.1b What do friends say? (if you like)"]
        assert guests[1:] == [["", "", "☐\u00a0Tea\n☐\u00a0Coffee\n☐\u00a0Something else", "", "", ""]] * 5

    def test_a_list_with_many_questions_has_three_entries_beside_each_other(self):
        partners = tables(AGREEMENT, step=1)[0]
        assert partners[0] == ["Question", "(1) Partner", "(2) Partner", "(3) Partner"]
        assert all(number.startswith("1.2.1") for number, *_room in partners[1:])

    def test_hints_of_a_list_are_said_once(self):
        assert " ".join(said(AGREEMENT)).count("As it stands in its constitution or on the register.") == 1

    def test_choices_that_come_again_in_a_list_are_printed_once(self):
        words = " ".join(said(AGREEMENT, step=1))
        assert words.count("Charitable company limited by guarantee") == 1
        assert "1.2.1n Write one letter. The letters are those of 1.2.1d." in words

    def test_what_is_asked_about_each_row_leaves_its_name_open(self):
        [gifts] = [block for block in worksheet(PARTY).parts[1].blocks if isinstance(block, Table)]
        assert [gifts.columns[0].title, len(gifts.rows)] == ["Guest", 5]
        assert all(row[0].blocks == (Paragraph((Blank("Name"),)),) for row in gifts.rows)
        contacts = tables(AGREEMENT, step=7)[-1]
        assert contacts[1] == ["Name", "", "", ""]

    def test_a_long_answer_in_a_table_has_a_few_lines(self):
        partners = tables(AGREEMENT, step=1)[0]
        assert in_row(partners, "What is its address?") == ["\n\n"] * 3

    def test_words_are_explained_on_the_last_page(self):
        lines = said()
        assert "Words explained" in lines
        assert lines[-1].startswith("Volunteer")


class TestShortAndLongSheets:
    """`everything` or the essentials alone; the command line and the wizard offer the short sheets first."""

    def test_a_short_one_leaves_out_what_is_also_worth_agreeing_and_says_so(self):
        lines = said(AGREEMENT, step=3, everything=False)
        assert (
            "Also worth agreeing, on the long worksheets: 3.4 The people you serve, 3.5 What you will stop doing twice."
            in lines
        )
        assert "3.4 The people you serve" not in lines
        assert "3.4 The people you serve" in said(AGREEMENT, step=3)

    def test_a_short_one_has_every_essential_question_that_is_printed(self):
        words = " ".join(" ".join(said(AGREEMENT, everything=False)).split())
        numbers = question_numbers(Agreement)
        for path, question, _group in Agreement.every_question():
            is_needed = Agreement.sections()[path.split(".")[0]].essential and question.effect != FindingOnly()
            assert (f" {numbers[path]} {question.title}" in words) == is_needed, path

    def test_it_says_that_numbers_are_left_out(self):
        assert str(ESSENTIALS) in said(AGREEMENT, everything=False)
        assert str(ESSENTIALS) not in said(AGREEMENT)

    def test_where_all_is_essential_there_is_nothing_to_leave_out(self):
        assert said(SUBJECTS["considering"], everything=False) == said(SUBJECTS["considering"])

    def test_a_short_one_keeps_whatever_was_typed_faulty_or_not(self):
        raw = {
            "timetable": {"activities": [{"id": "paint", "start": "soon"}]},
            "records": {"records_kept_years": "for ever"},
            "drivers": {"drivers": ["contract_bid"], "created_for_bid": True},
        }
        raw["user_voice"] = {next(iter(UserVoice.questions())): "They vote."}
        words = " ".join(said(AGREEMENT, raw, everything=False))
        assert "They vote." in words
        assert "soon Change this: " in words
        assert "for ever Change this: " in words
        assert "2.2.5 Did you come together to bid for money?" in words

    def test_a_question_that_somebody_answered_in_one_row_has_room_in_the_others(self):
        views = tables(AGREEMENT, {"targets": {"views": [{"id": "one", "confidence": 4}]}}, step=5, everything=False)[
            -1
        ]
        assert views[2] == [""] * len(views[0])

    @pytest.mark.parametrize(("everything", "most"), [(False, 35), (True, 55)], ids=["short", "long"])
    def test_a_volunteer_can_print_a_blank_one(self, everything, most, tmp_path):
        pages = len(pdf_pages(worksheet(AGREEMENT, everything=everything), tmp_path))
        assert most - 5 < pages <= most, "the page of papers and docs/support-sessions.md say how many pages it has"

    def test_every_column_is_wide_enough_for_a_hand(self):
        parts = worksheet(AGREEMENT).parts
        shares = {
            column.share
            for part in parts
            for table in part.blocks
            if isinstance(table, Table)
            for column in table.columns
        }
        assert min(shares) > 100 / 8

    def test_tasks_and_roles_stand_beside_each_other(self):
        heads = [head for head, *_rows in tables(AGREEMENT)]
        assert ["Question", "(1) Task", "(2) Task", "(3) Task"] in heads
        assert ["Question", "(1) Role", "(2) Role", "(3) Role"] in heads


class TestASheetThatIsPartFilled:
    def test_what_was_typed_is_printed_and_ticked(self):
        lines = said(raw={"guests": {"guests": GUESTS}, "day": {"date": "2027-03-27", "colours": ["red", "green"]}})
        assert "27 March 2027" in lines
        assert "☐\u00a0Yes\u00a0\u00a0 ☐\u00a0No" in lines
        assert "☑\u00a0Red\u00a0\u00a0 ☐\u00a0Blue\u00a0\u00a0 ☑\u00a0Green" in lines

    def test_rows_stand_in_their_table(self):
        guests = tables(raw={"guests": {"guests": GUESTS}})[0]
        assert [row[0] for row in guests[1:]] == ["Ann", "Bo", "", ""]
        assert guests[1][2] == "☑\u00a0Tea\n☐\u00a0Coffee\n☐\u00a0Something else"
        assert guests[2][3] == "Milk"

    def test_there_is_room_for_two_more_and_for_no_more_than_there_may_be(self):
        five = [{"id": f"g{place}", "name": f"G{place}"} for place in range(5)]
        assert len(tables(raw={"guests": {"guests": GUESTS}})[0]) == 1 + 4
        assert len(tables(raw={"guests": {"guests": five}})[0]) == 1 + 5

    def test_entries_beside_each_other_fill_their_last_table(self):
        partners = [{"id": f"p{place}", "legal_name": f"P{place}"} for place in range(4)]
        heads = [table[0] for table in tables(AGREEMENT, {"partners": {"partners": partners}}, step=1)]
        assert heads == [
            ["Question", "(1) P0", "(2) P1", "(3) P2"],
            ["Question", "(4) P3", "(5) Partner", "(6) Partner"],
        ]

    def test_partners_can_be_ticked_where_entries_stand_beside_each_other(self):
        first = tables(AGREEMENT, EXAMPLE, step=5)[0]
        assert "☑\u00a0" in in_row(first, "Which partner answers for it?")[0]

    def test_what_is_asked_about_each_row_stands_beside_its_name(self):
        gifts = tables(raw={"guests": {"guests": GUESTS}, "gifts": {"gifts": {"bo": {"what": "A cake"}}}})[1]
        assert [row[:2] for row in gifts[1:]] == [["(1) Ann", ""], ["(2) Bo", "A cake"]]

    def test_a_question_that_the_answers_rule_out_has_no_room(self):
        guests = tables(raw={"guests": {"guests": GUESTS[:1]}})[0]
        assert [row[3] for row in guests[1:]] == ["–", "", ""]

    def test_a_question_that_is_ruled_out_in_each_entry_is_left_out(self):
        guests = [{**GUESTS[0], "id": f"g{place}"} for place in range(5)]
        assert not any("Which other drink?" in title for title in tables(raw={"guests": {"guests": guests}})[0][0])

    def test_what_hangs_on_a_question_that_is_ruled_out_is_left_out_too(self):
        lines = said(AGREEMENT, raw={"status": {"doc_kind": "memorandum"}})
        assert not any("Which sections should a court be able to enforce?" in line for line in lines)

    def test_what_was_typed_and_is_faulty_is_printed_with_what_to_change(self):
        lines = said(raw={"day": {"date": "soon", "hours": 400}})
        assert lines[lines.index("soon") + 1].startswith("Change this: ")
        assert "Day Month Year" in [" ".join(line.split()) for line in lines]
        assert "400" in lines

    def test_a_faulty_answer_in_a_row_is_printed_there(self):
        guests = tables(raw={"guests": {"guests": [GUESTS[0], {**GUESTS[1], "drink": "sherry"}]}})[0]
        assert guests[2][2].startswith("sherry\nChange this: ")

    def test_a_fault_of_a_whole_row_is_said_above_the_table(self):
        lines = said(raw={"guests": {"guests": GUESTS}, "gifts": {"gifts": {"bo": "x"}}})
        assert any(line.startswith("(2) Bo Change this: ") for line in lines)

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
        assert in_pdf(sheet, tmp_path) == agreed(sheet)


class TestLargePrint:
    @pytest.fixture
    def sheet(self):
        return worksheet(AGREEMENT, EXAMPLE, everything=False, large=True)

    def test_word_and_the_pdf_say_every_word_of_it(self, sheet, tmp_path):
        assert in_word(sheet, LARGE_PRINT) == agreed(sheet)
        assert in_pdf(sheet, tmp_path, LARGE_PRINT) == agreed(sheet)

    def test_each_entry_has_a_table_with_what_it_is_asked(self):
        found = tables(AGREEMENT, EXAMPLE, step=1, large=True)
        assert [table[0][1] for table in found] == ["(1) Harbour", "(2) The Neighbours", "(3) Partner"]
        asked = [" ".join(row[0] for row in table) for table in found]
        assert ["charity number" in one for one in asked] == [True, False, True]

    def test_what_helps_stands_with_the_first_entry_that_is_asked(self):
        found = tables(AGREEMENT, EXAMPLE, step=1, large=True)
        asked = [" ".join(row[0] for row in table) for table in found]
        assert ["As it stands in its constitution" in one for one in asked] == [True, False, False]
        assert ["Two letters and six figures" in one for one in asked] == [False, False, True]

    def test_a_blank_one_has_room_for_two_partners(self):
        gains = tables(AGREEMENT, step=3, large=True)
        assert [table[0][1] for table in gains] == ["(1) Partner", "(2) Partner"]

    def test_no_table_is_wider_than_large_type_allows(self, sheet):
        found = [block for part in sheet.parts for block in part.blocks if isinstance(block, Table)]
        assert found
        assert all(len(table.columns) <= OUR_HOUSES[LARGE_PRINT].most_columns for table in found)

    def test_it_has_every_question_of_the_sheet_in_common_print(self, sheet):
        wanted = set(re.findall(r"\b\d+\.\d+\.\d+[a-z]*(?= )", " ".join(said(AGREEMENT, EXAMPLE, everything=False))))
        assert wanted == set(re.findall(r"\b\d+\.\d+\.\d+[a-z]*(?= )", sheet_text(sheet)))
