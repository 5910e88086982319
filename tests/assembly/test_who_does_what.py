"""The table of tasks: a column for each of up to six partners; above that, a row with letters for partners."""

import pytest

from agreements.assembly import assemble
from agreements.document.nodes import Table
from agreements.interview import Agreement

TASK = {"id": "room", "action": "Open the room", "accountable_partner": "p0"}


def partners(count):
    return [{"id": f"p{number}", "legal_name": f"Partner {number}"} for number in range(count)]


def table(count, **task):
    answers = {
        "partners": {"partners": partners(count)},
        "responsibilities": {"responsibilities": [{**TASK, **task}]},
    }
    document = assemble(Agreement.load(answers).interview)
    schedule = next(part for part in document.parts() if part.id == "schedule-who-does-what")
    (found,) = [block for block in schedule.blocks if isinstance(block, Table)]
    return found


def words(cell):
    return " ".join(inline.words for block in cell.blocks for inline in block.inlines)


@pytest.mark.parametrize(("count", "rest"), [(2, ["When"]), (4, ["When"]), (5, []), (6, [])])
def test_up_to_six_partners_have_a_column_each_and_when_has_one_while_there_is_room(count, rest):
    found = table(count)
    partners_in_order = [f"Partner {number}" for number in range(count)]
    assert [column.title for column in found.columns] == ["Task", *partners_in_order, *rest]


@pytest.mark.parametrize("count", [2, 5])
def test_when_a_task_is_due_stands_in_the_table_in_either_case(count):
    row = table(count, by_when="Every Tuesday").rows[0]
    assert "Every Tuesday" in " ".join(words(cell) for cell in row)


def test_letters_say_who_answers_does_is_asked_first_and_is_told():
    found = table(5, doers=["p0", "p1"], consulted=["p2"], informed=["p1", "p3"])
    assert [words(cell) for cell in found.rows[0][1:]] == ["A D", "D T", "F", "T", "–"]


def test_whoever_answers_for_a_task_does_it_if_nobody_else_is_named():
    assert [words(cell) for cell in table(2).rows[0][1:3]] == ["A D", "–"]


def test_above_six_partners_a_task_has_a_row_that_gives_those_who_do_it_by_letter():
    found = table(7, doers=["p1", "p6"])
    assert [column.title for column in found.columns] == ["Task", "Answers for it", "Does it", "When"]
    assert [words(cell) for cell in found.rows[0][1:3]] == ["Partner 0", "B, G"]


def test_above_six_partners_each_part_in_a_task_is_given_by_letter():
    found = table(7, consulted=["p2"], informed=["p1", "p3"])
    assert [words(cell) for cell in found.rows[0][1:5]] == ["Partner 0", "A", "C", "B, D"]


def test_letters_beyond_z_go_on_with_two():
    agreement = Agreement.load({"partners": {"partners": partners(28)}}).interview
    assert agreement.responsibilities.partners_by_letter.endswith("Z = Partner 25, AA = Partner 26, BB = Partner 27")
