"""How much room a worksheet gives to a hand."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Space:
    """How much room there is.

    Attributes:
        usual_lines: for a long answer of which nothing else is said, and `most_lines` for the longest.
        blocks: empty blocks of questions for a list, and `more_blocks` under blocks that are filled in.
        table_rows: empty rows of a table, and `more_table_rows` under rows that are filled in.
        always_tables: whether lists are tables also where there is something to tick in a row.
        topics: whether topics have headings, and say what they are about.
    """

    usual_lines: int
    most_lines: int
    blocks: int
    more_blocks: int
    table_rows: int
    more_table_rows: int
    always_tables: bool
    topics: bool


ROOMY = Space(
    usual_lines=4,
    most_lines=8,
    blocks=3,
    more_blocks=1,
    table_rows=8,
    more_table_rows=2,
    always_tables=False,
    topics=True,
)
"""Each step on pages of its own."""

ONE_PAGE = Space(
    usual_lines=2,
    most_lines=2,
    blocks=1,
    more_blocks=0,
    table_rows=3,
    more_table_rows=1,
    always_tables=True,
    topics=False,
)
"""All of it on one side of paper."""
