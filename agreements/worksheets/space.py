"""How much room a worksheet gives to a hand."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Space:
    """How much room there is.

    Attributes:
        usual_lines: for a long answer of which nothing else is said, and `most_lines` for the longest.
        lines_in_a_row: for a long answer in a row of a table, and `lines_beside` where entries stand beside each other.
        rows: empty rows of a table, and `more_rows` under rows that are filled in.
        beside_each_other: entries of a list in one table, where its questions do not fit beside each other.
        entries: empty ones of these.
        always_rows: whether a list has a row for each entry, however many questions it has.
        topics: whether topics have headings, and say what they are about.
    """

    usual_lines: int
    most_lines: int
    lines_in_a_row: int
    lines_beside: int
    rows: int
    more_rows: int
    beside_each_other: int
    entries: int
    always_rows: bool
    topics: bool


ROOMY = Space(
    usual_lines=3,
    most_lines=5,
    lines_in_a_row=2,
    lines_beside=3,
    rows=5,
    more_rows=2,
    beside_each_other=3,
    entries=3,
    always_rows=False,
    topics=True,
)
"""Each step on pages of its own."""

LARGE = replace(ROOMY, rows=0, more_rows=0, beside_each_other=1, entries=2)
"""In large print: an entry has a table of its own."""

ONE_PAGE = replace(
    ROOMY,
    usual_lines=2,
    most_lines=2,
    lines_in_a_row=1,
    lines_beside=1,
    rows=3,
    more_rows=1,
    always_rows=True,
    topics=False,
)
"""All of it on one side of paper."""
