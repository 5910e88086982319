"""What large print does to the tree: nothing is said in slanted type, and no table is wider than large type allows.

A row of a wide table becomes a heading with named facts under it, as plain text has them. Every word stays. A picture
in the text goes: its writing is small, and what it shows stands in words beside it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from agreements.document.nodes import (
    Block,
    Cell,
    Clause,
    Document,
    Emphasis,
    Fact,
    FactList,
    Inline,
    Item,
    ItemList,
    Paragraph,
    Picture,
    Strong,
    SubHeading,
    Table,
    Term,
    Text,
)
from agreements.document.sheet import Sheet

_ANY_WIDTH = 100
"""More columns than any table has, whose shares of the width are hundredths."""


def enlarged(document: Document, most_columns: int) -> Document:
    """A numbered document made ready for large print: tables of more columns than this are taken apart."""
    return replace(
        document,
        front=tuple(_blocks(document.front, most_columns)),
        not_agreed=_part(document.not_agreed, most_columns) if document.not_agreed else None,
        glance=_part(document.glance, most_columns) if document.glance else None,
        clauses=tuple(_part(part, most_columns) for part in document.clauses),
        signing=_part(document.signing, most_columns) if document.signing else None,
        schedules=tuple(_part(part, most_columns) for part in document.schedules),
    )


def enlarged_sheet(sheet: Sheet) -> Sheet:
    """A worksheet made ready for large print. Its tables stay: they are narrow already."""
    return replace(
        sheet,
        front=tuple(_blocks(sheet.front, _ANY_WIDTH)),
        parts=tuple(_part(part, _ANY_WIDTH) for part in sheet.parts),
    )


def _part(part: Clause, most: int) -> Clause:
    return replace(part, blocks=tuple(_blocks(part.blocks, most)))


def _blocks(blocks: Iterable[Block], most: int) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Table) and len(block.columns) > most:
            yield from _apart(block, most)
        elif not isinstance(block, Picture):
            yield _block(block, most)


def _block(block: Block, most: int) -> Block:
    match block:
        case Table(rows=rows):
            return replace(block, rows=tuple(tuple(_cell(cell, most) for cell in row) for row in rows))
        case ItemList(items=items):
            return replace(block, items=tuple(Item(tuple(_blocks(one.blocks, most)), one.label) for one in items))
        case FactList(facts=facts):
            return FactList(tuple(Fact(fact.name, tuple(_blocks(fact.blocks, most))) for fact in facts))
        case Paragraph(inlines=inlines) | SubHeading(inlines=inlines):
            return replace(block, inlines=_inlines(inlines))
        case _:
            return block


def _apart(table: Table, most: int) -> Iterator[Block]:
    yield SubHeading((Text(table.caption),))
    for row in table.rows:
        named, *rest = (
            Fact(column.title, tuple(_blocks(cell.blocks, most)))
            for column, cell in zip(table.columns, row, strict=True)
        )
        yield from _name(named)
        yield FactList(tuple(rest))


def _name(named: Fact) -> Iterator[Block]:
    """What a row is about, as a heading: the title of the first column and what stands in it."""
    match named.blocks:
        case (Paragraph(inlines=inlines), *others):
            yield SubHeading((Text(f"{named.name}: "), *inlines))
            yield from others
        case _:
            yield SubHeading((Text(named.name),))
            yield from named.blocks


def _cell(cell: Cell, most: int) -> Cell:
    return replace(cell, blocks=tuple(_blocks(cell.blocks, most)))


def _inlines(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    return tuple(_inline(inline) for inline in inlines)


def _inline(inline: Inline) -> Inline:
    match inline:
        case Emphasis(inlines=inlines) | Strong(inlines=inlines):
            return Strong(_inlines(inlines))
        case Term(inlines=inlines):
            return Term(_inlines(inlines))
        case _:
            return inline
