from dataclasses import replace

from agreements.document.canonical import canonical_text, clause_text, full_text
from agreements.document.nodes import Blank, Clause, Column, Paragraph, Table, Text
from agreements.document.numbering import numbered
from tests import samples

FULL = """\
Brook Lane Welcome
Memorandum of understanding
Between Harbour Advice and Brook Lane Neighbours.
1 Why we work together
1.1 We want this:
A warm room once a week, open to everybody.
2 If one of us wants to leave
2.1 A partner that wants to leave tells the others three months before.
2.2 It then follows Schedule A and section 1.
Signatures
We agree to all of this.
Harbour Advice
Signed for and on behalf of Harbour Advice
Signature
Name Ama Boateng
Position Trustee
Date
Brook Lane Neighbours
Signed for and on behalf of Brook Lane Neighbours
Signature
Name
Position Chair
Date
Schedule A: Who to contact
Harbour Advice\tAma Boateng, 020 7946 0123
"""


def test_the_full_text_is_everything_in_reading_order():
    assert full_text(numbered(samples.small_document())) == FULL


def test_the_canonical_text_leaves_out_signatures_and_contacts():
    text = canonical_text(numbered(samples.small_document()))
    assert text == FULL[: FULL.index("Signatures")]


def test_the_canonical_text_of_a_rich_document_holds_its_notice_schedules_gaps_and_lists():
    lines = canonical_text(numbered(samples.rich_document())).split("\n")
    assert lines[2] == "Example: every detail is invented"
    assert "Schedule A: When we look again" in lines
    assert not any("Who to contact" in line for line in lines)
    assert "(b) A group decides together:" in lines
    assert any("[Not answered yet: When does the work begin?]" in line for line in lines)
    assert "12 July 2027\tCarry on, change or end?\t☐" in lines


def with_blocks(*blocks):
    return numbered(replace(samples.small_document(), clauses=(Clause("one", "One", blocks),), schedules=()))


def row(*cells):
    columns = (Column("Task", 40), Column("Lead", 30), Column("Helper", 30))
    return Table("Who", columns, (tuple(samples.cell(words) if words else samples.cell() for words in cells),))


def test_an_answer_in_another_column_is_another_text():
    there = with_blocks(row("Tea", "We", ""))
    elsewhere = with_blocks(row("Tea", "", "We"))
    assert canonical_text(there) != canonical_text(elsewhere)
    assert full_text(there).split() == full_text(elsewhere).split()


def test_a_blank_is_seen_in_the_canonical_text_and_prints_no_letters():
    without = with_blocks(Paragraph((Text("Pay £"), Text("."))))
    with_one = with_blocks(Paragraph((Text("Pay £"), Blank("amount"), Text("."))))
    assert "Pay £____." in canonical_text(with_one)
    assert full_text(with_one) == full_text(without)


def test_the_text_of_a_clause_has_no_numbers_and_names_targets_by_id():
    leaving = samples.small_document().clauses[1]
    text = clause_text(leaving)
    assert text.startswith("If one of us wants to leave\nA partner that wants")
    assert "It then follows #contacts and #why." in text
    assert clause_text(numbered(samples.small_document()).clauses[1]) == text
