"""References are found wherever they stand in a tree."""

from agreements.document.nodes import (
    Cell,
    Column,
    Fact,
    FactList,
    Item,
    ItemList,
    Paragraph,
    Reference,
    Table,
    Term,
    Text,
)
from agreements.document.references import references


def to(target):
    return (Paragraph((Text("See "), Reference(target))),)


def test_they_are_found_in_every_kind_of_block_in_reading_order():
    blocks = (
        Paragraph((Term((Reference("a"),)), Text(" and "), Reference("b"))),
        ItemList((Item(to("c")),)),
        FactList((Fact("Where", to("d")),)),
        Table("Places", (Column("Where", 100),), ((Cell(to("e")),),)),
    )
    assert [one.target for one in references(blocks)] == ["a", "b", "c", "d", "e"]


def test_words_alone_refer_to_nothing():
    assert list(references(Paragraph((Text("section 9"),)))) == []
