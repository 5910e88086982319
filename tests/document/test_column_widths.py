"""Widths of table columns: whole words where there is room for them, and otherwise as the tree shares them out."""

from dataclasses import replace

from agreements.document.column_widths import fitted, is_narrow, with_room_for_words
from agreements.document.nodes import Clause, Column, Table
from tests.samples import cell, small_document


def table(*contents: str, shares: tuple[int, ...] = (10, 45, 45)) -> Table:
    """One row of words under titles of one letter."""
    columns = tuple(Column("x", share) for share in shares)
    return Table("Caption", columns, (tuple(cell(words) for words in contents),))


def shares(one: Table) -> list[int]:
    return [column.share for column in one.columns]


def test_a_column_is_as_wide_as_its_longest_word_and_the_others_give_way_alike():
    first, *others = shares(fitted(table("Secretary", "x", "x"), 46))
    assert 10 < first < 20
    assert abs(others[0] - others[1]) <= 1
    assert first + sum(others) == 100


def test_shares_that_leave_every_word_whole_stay():
    assert shares(fitted(table("We", "say", "so"), 46)) == [10, 45, 45]


def test_the_title_of_a_column_counts_as_well():
    titled = replace(table("x", "x", "x"), columns=(Column("Responsibility", 5), Column("x", 90), Column("x", 5)))
    assert shares(fitted(titled, 46))[0] > 15


def test_where_the_words_have_no_room_beside_each_other_the_shares_stay():
    long = "W" * 40
    assert shares(fitted(table(long, long, long), 46)) == [10, 45, 45]


def test_a_clause_with_a_wide_or_a_tall_table_does_not_stand_in_a_column():
    def narrow(*blocks: Table) -> bool:
        return is_narrow(Clause("why", "Why", blocks))

    assert narrow()
    assert narrow(table("Chair", "the Friends", "Calls our meetings"))
    assert not narrow(table("a", "b", "c", "d", "e", shares=(20, 20, 20, 20, 20)))
    assert not narrow(table(*("responsibilities" * 2,) * 3))
    assert not narrow(table("x", "Some words of a long story. " * 12, "x"))


def test_only_clauses_that_stand_in_columns_are_fitted_to_them():
    one = table("Secretary", "x", "x")
    document = replace(small_document(), clauses=(Clause("why", "Why", (one,)),), schedules=())

    def width(*, in_columns: bool) -> int:
        (block,) = with_room_for_words(document, in_columns=in_columns).clauses[0].blocks
        assert isinstance(block, Table)
        return block.columns[0].share

    assert width(in_columns=True) > width(in_columns=False) > 10
