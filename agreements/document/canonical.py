"""The agreement as plain lines: what the fingerprint is taken of, and what a witness must find in a paper.

One block is one line, after its label. A row of a table is its cells with tabs between them, so that an
answer that moves to another column is another text, though a reader folds the tab to a space. Within a
cell, fact or item, each further block is a line of its own. A typed line break ends a line.

A blank prints no characters in any paper, only its line. So it stands for nothing in `full_text`, and for
`____` where texts are compared, so that a blank that comes or goes is another text.

Pictures are looks and not words. No text has them, and no fingerprint changes with them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from agreements.document import labels
from agreements.document.nodes import (
    Blank,
    Block,
    Clause,
    Document,
    Emphasis,
    FactList,
    Gap,
    Inline,
    ItemList,
    LineBreak,
    Paragraph,
    Picture,
    Reference,
    SignatureBlock,
    SignatureLine,
    Strong,
    SubHeading,
    Table,
    Term,
    Text,
)
from agreements.document.sheet import Sheet


def canonical_text(document: Document) -> str:
    """What the partners agree to, of a numbered document: no signing, no contacts, no stamp."""
    lines = _Lines(blank="____")
    parts = (part for part in document.parts() if part.fingerprinted)
    return _joined(lines.opening(document), *(lines.part(part) for part in parts))


def full_text(document: Document) -> str:
    """Everything that a paper prints of a numbered document, in reading order, without its stamp."""
    lines = _Lines(blank="")
    return _joined(lines.opening(document), *(lines.part(part) for part in document.parts()))


def sheet_text(sheet: Sheet) -> str:
    """Everything that a worksheet prints, in reading order, without its foot."""
    lines = _Lines(blank="")
    opening = (sheet.title, sheet.kind, *lines.blocks(sheet.front))
    return _joined(opening, *(lines.part(part) for part in sheet.parts))


def clause_text(clause: Clause) -> str:
    """One clause without any number: a reference is "#" and the id of its target."""
    return _joined(_Lines(blank="____", numbers=False).part(clause))


def opening_text(document: Document) -> str:
    """What stands above the first clause."""
    return _joined(_Lines(blank="____").opening(document))


def part_text(part: Clause) -> str:
    """What stands under the heading of a clause or schedule of a numbered document, with its numbers."""
    return _joined(_Lines(blank="____").blocks(part.blocks))


def text(blocks: Iterable[Block]) -> str:
    """What blocks print, one under the other."""
    return _Lines(blank="").together(blocks)


def words(inlines: Iterable[Inline]) -> str:
    """What inlines print, typed line breaks as line feeds."""
    return _Lines(blank="").words(inlines)


def _joined(*groups: Iterable[str]) -> str:
    return "".join(f"{line}\n" for group in groups for line in group)


@dataclass(frozen=True)
class _Lines:
    blank: str
    numbers: bool = True

    def opening(self, document: Document) -> Iterator[str]:
        yield document.title
        yield document.kind
        if document.notice:
            yield document.notice
        yield from self.blocks(document.front)

    def part(self, part: Clause) -> Iterator[str]:
        yield labels.heading(part) if self.numbers else part.title
        yield from self.blocks(part.blocks)

    def blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        for block in blocks:
            yield from self.block(block)

    def block(self, block: Block) -> Iterator[str]:
        match block:
            case Paragraph(inlines=inlines, label=label):
                yield self.labelled(label, self.words(inlines))
            case SubHeading(inlines=inlines):
                yield self.words(inlines)
            case ItemList(items=items):
                yield from (self.labelled(item.label, self.together(item.blocks)) for item in items)
            case FactList(facts=facts):
                yield from (f"{fact.name}\t{self.together(fact.blocks)}" for fact in facts)
            case Table():
                yield from self.table(block)
            case SignatureBlock():
                yield from _signature_block(block)
            case Picture():
                pass

    def table(self, table: Table) -> Iterator[str]:
        yield table.caption
        yield "\t".join(column.title for column in table.columns)
        for row in table.rows:
            yield "\t".join(self.together(cell.blocks) for cell in row)

    def together(self, blocks: Iterable[Block]) -> str:
        return "\n".join(self.blocks(blocks))

    def labelled(self, label: str, text: str) -> str:
        return f"{label} {text}" if label and self.numbers else text

    def words(self, inlines: Iterable[Inline]) -> str:
        return "".join(self.inline(inline) for inline in inlines)

    def inline(self, inline: Inline) -> str:
        match inline:
            case Text(words=words):
                return words
            case LineBreak():
                return "\n"
            case Strong(inlines=inlines) | Emphasis(inlines=inlines) | Term(inlines=inlines):
                return self.words(inlines)
            case Reference(target=target, words=words):
                return words if self.numbers else f"#{target}"
            case Blank():
                return self.blank
            case Gap():
                return labels.of_gap(inline)


def _signature_block(block: SignatureBlock) -> Iterator[str]:
    yield from (line for line in (block.partner, block.particulars, block.words, *block.people) if line)
    for line in block.lines:
        yield from _signature_line(line)
    if block.authority:
        yield block.authority


def _signature_line(line: SignatureLine) -> Iterator[str]:
    yield from (f"{label} {value}".rstrip() for label, value in labels.signature_fields(line))
