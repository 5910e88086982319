from dataclasses import replace

import pytest

from agreements.document.nodes import Cell, Clause, Column, Fact, FactList, ItemList, Paragraph, Reference, Table
from agreements.document.numbering import letters, numbered
from agreements.errors import WordingError
from tests import samples


def labels(clause):
    return [block.label for block in clause.blocks if isinstance(block, Paragraph)]


def test_clauses_their_paragraphs_and_schedules_get_labels():
    document = numbered(samples.small_document())
    assert [clause.label for clause in document.clauses] == ["1", "2"]
    assert labels(document.clauses[0]) == ["1.1", ""]
    assert labels(document.clauses[1]) == ["2.1", "2.2"]
    assert samples.signing(document).label == ""
    assert labels(samples.signing(document)) == [""]
    assert [schedule.label for schedule in document.schedules] == ["A"]


def test_a_note_that_nobody_signs_has_no_numbers():
    document = numbered(replace(samples.small_document(), signing=None))
    assert [clause.label for clause in document.clauses] == ["", ""]
    assert labels(document.clauses[0]) == ["", ""]
    assert [part.id for part in document.parts()] == [clause.id for clause in document.clauses + document.schedules]


def test_the_numbers_go_on_after_a_heading_and_a_list():
    document = numbered(samples.rich_document())
    assert labels(document.clauses[0]) == ["1.1", "1.2", "1.3", "1.4"]


def test_numbered_paragraphs_of_a_schedule_carry_its_letter():
    schedule = Clause("extra", "Extra", (samples.numbered("One."), samples.numbered("Two.")))
    document = samples.small_document()
    document = numbered(replace(document, schedules=(*document.schedules, schedule)))
    assert labels(document.schedules[1]) == ["B.1", "B.2"]


def test_items_get_letters_or_bullets_and_each_list_begins_anew():
    steps, bullets = (block for block in numbered(samples.rich_document()).clauses[2].blocks[1:3])
    assert isinstance(steps, ItemList)
    assert [item.label for item in steps.items] == ["(a)", "(b)", "(c)", "(d)"]
    nested = steps.items[1].blocks[1]
    assert isinstance(nested, ItemList)
    assert [item.label for item in nested.items] == ["(a)", "(b)"]
    assert isinstance(bullets, ItemList)
    assert {item.label for item in bullets.items} == {"•"}


@pytest.mark.parametrize(("number", "name"), [(1, "A"), (26, "Z"), (27, "AA"), (28, "BB"), (53, "AAA")])
def test_letters_go_on_after_z_as_word_counts(number, name):
    assert letters(number) == name


def references_in(*blocks):
    clause = Clause("first", "First", blocks)
    document = samples.small_document()
    return numbered(replace(document, clauses=(clause, *document.clauses))).clauses[0].blocks


@pytest.mark.parametrize(
    ("target", "words"),
    [("leaving", "section 3"), ("first", "section 1"), ("contacts", "Schedule A"), ("signing", "the signatures")],
)
def test_a_reference_says_what_it_points_to(target, words):
    (paragraph,) = references_in(Paragraph((Reference(target),)))
    assert isinstance(paragraph, Paragraph)
    assert paragraph.inlines == (Reference(target, words),)


def test_references_are_filled_in_wherever_they_stand():
    found = Paragraph((Reference("leaving", "section 3"),))
    pointing = Paragraph((Reference("leaving"),))
    facts, table = references_in(
        FactList((Fact("See", (pointing,)),)), Table("T", (Column("C", 100),), ((Cell((pointing,)),),))
    )
    assert facts == FactList((Fact("See", (found,)),))
    assert isinstance(table, Table)
    assert table.rows == ((Cell((found,)),),)
    document = replace(samples.small_document(), front=(samples.lettered(Paragraph((Reference("why"),))),))
    (parties,) = numbered(document).front
    assert isinstance(parties, ItemList)
    assert parties.items[0].blocks == (Paragraph((Reference("why", "section 1"),)),)


def test_a_reference_to_nothing_names_the_clause_it_stands_in():
    with pytest.raises(WordingError, match="The clause “first” refers to “money”"):
        references_in(Paragraph((Reference("money"),)))
    with pytest.raises(WordingError, match="The front page refers to “money”"):
        numbered(replace(samples.small_document(), front=(Paragraph((Reference("money"),)),)))


def test_two_parts_cannot_share_an_id():
    document = samples.small_document()
    with pytest.raises(WordingError, match="the id “why”"):
        numbered(replace(document, schedules=(document.clauses[0],)))


def test_numbering_twice_changes_nothing():
    once = numbered(samples.rich_document())
    assert numbered(once) == once
