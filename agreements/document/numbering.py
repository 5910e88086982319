"""Numbering as a pass of its own: labels for clauses, paragraphs and items, and words for references.

Clauses are 1, 2, 3; their numbered paragraphs 1.1, 1.2; ordered items (a) to (z), then (aa); schedules A to
Z, then AA, and their numbered paragraphs A.1. The signing part has no number, and a note that nobody signs has none.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import count

from agreements.document import labels
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
    Reference,
    SignatureBlock,
    Strong,
    SubHeading,
    Table,
    Term,
)
from agreements.errors import WordingError

_FRONT_PAGE = "The front page"


def numbered(document: Document) -> Document:
    """The same document with every label and every reference filled in.

    Raises:
        WordingError: a reference points to a part that is not there, or two parts share an id.
    """
    clauses = document.clauses
    if document.signing:
        clauses = tuple(replace(clause, label=str(number)) for number, clause in enumerate(clauses, 1))
    schedules = tuple(replace(part, label=letters(number)) for number, part in enumerate(document.schedules, 1))
    document = replace(document, clauses=clauses, schedules=schedules)
    targets = _targets(document)
    return replace(
        document,
        not_agreed=_numbered_part(document.not_agreed, targets) if document.not_agreed else None,
        glance=_numbered_part(document.glance, targets) if document.glance else None,
        front=_Part(_FRONT_PAGE, targets).blocks(document.front),
        clauses=tuple(_numbered_part(clause, targets) for clause in clauses),
        signing=_numbered_part(document.signing, targets) if document.signing else None,
        schedules=tuple(_numbered_part(schedule, targets) for schedule in schedules),
    )


def letters(number: int) -> str:
    """A to Z for 1 to 26, then AA, BB and so on, as Word counts (ECMA-376 part 1, 17.18.59, upperLetter)."""
    rounds, place = divmod(number - 1, 26)
    return chr(ord("A") + place) * (rounds + 1)


def _targets(document: Document) -> dict[str, str]:
    ids = [part.id for part in document.parts()]
    twice = {part_id for part_id in ids if ids.count(part_id) > 1}
    if twice:
        raise WordingError(f"Two parts of this agreement have the id “{min(twice)}”: give each its own.")
    return {
        **{clause.id: labels.section(clause.label) for clause in document.clauses},
        **({document.signing.id: labels.SIGNATURES} if document.signing else {}),
        **{schedule.id: labels.schedule(schedule.label) for schedule in document.schedules},
    }


def _numbered_part(part: Clause, targets: Mapping[str, str]) -> Clause:
    numbers = count(1)

    def labelled(block: Block) -> Block:
        if isinstance(block, Paragraph) and block.numbered and part.label:
            return replace(block, label=f"{part.label}.{next(numbers)}")
        return block

    blocks = tuple(labelled(block) for block in part.blocks)
    return replace(part, blocks=_Part(f"The clause “{part.id}”", targets).blocks(blocks))


@dataclass(frozen=True)
class _Part:
    """The walk through one part; `name` is how an error calls it."""

    name: str
    targets: Mapping[str, str]

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(self.block(block) for block in blocks)

    def block(self, block: Block) -> Block:
        match block:
            case Paragraph() | SubHeading():
                return replace(block, inlines=self.inlines(block.inlines))
            case ItemList():
                return replace(block, items=self.items(block))
            case Table():
                return replace(block, rows=tuple(tuple(self.cell(cell) for cell in row) for row in block.rows))
            case FactList():
                return FactList(tuple(self.fact(fact) for fact in block.facts))
            case SignatureBlock() | Picture():
                return block

    def items(self, block: ItemList) -> tuple[Item, ...]:
        return tuple(
            Item(self.blocks(item.blocks), f"({letters(number).lower()})" if block.ordered else labels.BULLET)
            for number, item in enumerate(block.items, 1)
        )

    def cell(self, cell: Cell) -> Cell:
        return replace(cell, blocks=self.blocks(cell.blocks))

    def fact(self, fact: Fact) -> Fact:
        return replace(fact, blocks=self.blocks(fact.blocks))

    def inlines(self, inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple(self.inline(inline) for inline in inlines)

    def inline(self, inline: Inline) -> Inline:
        match inline:
            case Reference(target=target):
                return Reference(target, self.words(target))
            case Strong() | Emphasis() | Term():
                return replace(inline, inlines=self.inlines(inline.inlines))
            case _:
                return inline

    def words(self, target: str) -> str:
        if target not in self.targets:
            raise WordingError(
                f"{self.name} refers to “{target}”, which this agreement does not have. "
                "If that clause prints only sometimes, put the reference under the same {% if %}."
            )
        return self.targets[target]
