from dataclasses import replace

import pytest

from agreements.document.canonical import full_text
from agreements.document.nodes import Blank, Clause, Column, Paragraph, Table, Text
from agreements.document.numbering import numbered
from agreements.document.sheet import Sheet
from agreements.document.stamp import Status
from agreements.rendering import plain
from tests import samples
from tests.reading import folded

SHEET = """\
Agenda
======
Warm Room


The points
----------

1    Who leads?

______________________________


It binds nobody.
"""

SMALL = """\
Final, for signing · Version 3 · Fingerprint 0123 4567 89ab

Brook Lane Welcome
==================
Memorandum of understanding

Between Harbour Advice and Brook Lane Neighbours.


1 Why we work together
----------------------

1.1  We want this:

     A warm room once a week, open to everybody.


2 If one of us wants to leave
-----------------------------

2.1  A partner that wants to leave tells the others three months before.

2.2  It then follows Schedule A and section 1.


Signatures
----------

We agree to all of this.

Harbour Advice
Signed for and on behalf of Harbour Advice

     Signature  ______________________________
     Name       Ama Boateng
     Position   Trustee
     Date       ______________________________

Version 3, fingerprint 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef

Brook Lane Neighbours
Signed for and on behalf of Brook Lane Neighbours

     Signature  ______________________________
     Name       ______________________________
     Position   Chair
     Date       ______________________________

Version 3, fingerprint 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef


Schedule A: Who to contact
--------------------------

Harbour Advice: Ama Boateng, 020 7946 0123


Final, for signing · Version 3 · Fingerprint 0123 4567 89ab
"""


def text(document, status=Status.FINAL):
    return plain.render(numbered(document), samples.stamp(status)).decode()


def section(*blocks):
    whole = text(replace(samples.small_document(), clauses=(Clause("one", "One", blocks),), schedules=()))
    return whole.split("-----\n\n", 1)[1].split("\n\n\n")[0]


def test_a_small_agreement_reads_like_this():
    assert text(samples.small_document()) == SMALL


def test_a_draft_says_so_at_both_ends():
    lines = text(samples.small_document(), Status.DRAFT).splitlines()
    assert lines[:2] == lines[-2:] == ["Draft: do not sign", "Draft · Version 3 · Fingerprint 0123 4567 89ab"]


def test_it_says_every_line_of_the_full_text():
    said = folded(text(samples.rich_document()).replace("_" * 30, ""))
    for line in full_text(numbered(samples.rich_document())).splitlines():
        for cell in line.split("\t"):
            assert folded(cell) in said


def test_no_line_is_longer_than_78_letters_unless_one_word_is():
    for line in text(samples.rich_document()).splitlines():
        longest_word = max(map(len, line.split()), default=0)
        assert len(line) <= 78 or len(line.strip()) - longest_word <= len("Version 3, fingerprint ")


def test_lines_bear_no_space_at_their_end():
    assert not any(line != line.rstrip() for line in text(samples.rich_document()).splitlines())


def test_lists_hang_from_their_labels():
    assert section(samples.lettered("one", samples.bullets("two " * 30)), samples.words("end")) == (
        "(a)  one\n"
        "(b)  •    two two two two two two two two two two two two two two two two two\n"
        "          two two two two two two two two two two two two two\n"
        "\n"
        "end"
    )


def test_a_row_is_one_line_for_each_column():
    table = Table(
        "Tasks",
        (Column("Task", 50), Column("Who", 50)),
        (
            (samples.cell("Tea"), samples.cell()),
            (samples.cell(samples.typed("Key", "and door")), samples.cell("Harbour " * 12)),
        ),
    )
    assert section(table) == (
        "Tasks\n"
        "\n"
        "Task: Tea\n"
        "Who:\n"
        "\n"
        "Task:\n"
        "     Key\n"
        "     and door\n"
        "Who: Harbour Harbour Harbour Harbour Harbour Harbour Harbour Harbour Harbour\n"
        "     Harbour Harbour Harbour"
    )


@pytest.mark.parametrize("depth", [1, 30])
def test_lists_in_lists_keep_a_readable_width(depth):
    deep = samples.lettered("word " * 20)
    for _ in range(depth):
        deep = samples.lettered(deep)
    assert max(map(len, (line.strip() for line in section(deep).splitlines()))) > 38


def test_pictures_leave_no_trace_in_the_text():
    blocks = (samples.words("Before."), samples.picture(), samples.words("After."))
    with_it, without = (
        numbered(replace(samples.small_document(), clauses=(Clause("why", "Why", some),), schedules=()))
        for some in (blocks, blocks[::2])
    )
    assert plain.render(with_it, samples.stamp()) == plain.render(without, samples.stamp())


def test_a_sheet_has_room_to_write_and_no_stamp():
    room = Paragraph((Blank("We decide:"),))
    part = Clause("points", "The points", (Paragraph((Text("Who leads?"),), label="1"), room))
    sheet = Sheet("Agenda", "Warm Room", "en-GB", (), (part,), "It binds nobody.")
    assert plain.render_sheet(sheet).decode() == SHEET
