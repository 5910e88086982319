"""The agreement as plain text, 78 letters wide: to read anywhere, to compare, and to check by a lawyer.

What hangs from a label stands five columns in. A row of a table is one "Column: value" line per column.
Words longer than a line are left whole. Pictures are left out: what they show stands in words beside them.
"""

import textwrap
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
    Item,
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
from agreements.document.stamp import Stamp, Status

_WIDTH = 78
_INDENT = 5
_INK = "_" * 30


def render(document: Document, stamp: Stamp) -> bytes:
    """The whole agreement as UTF-8 text."""
    return "".join(f"{line}\n" for line in _Writer(stamp).document(document)).encode()


def render_sheet(sheet: Sheet) -> bytes:
    """A sheet to write on as UTF-8 text, to pass on and to type into."""
    return "".join(f"{line}\n" for line in _Writer(None).sheet(sheet)).encode()


@dataclass(frozen=True)
class _Writer:
    """`width` is what a nest of lists leaves of the line. A sheet has no `stamp`."""

    stamp: Stamp | None
    width: int = _WIDTH

    def narrower(self) -> "_Writer":
        return _Writer(self.stamp, max(self.width - _INDENT, _WIDTH // 2))

    def document(self, document: Document) -> Iterator[str]:
        yield from self.stamped()
        yield ""
        yield from self.underlined(document.title, "=")
        yield from self.wrapped(document.kind)
        yield from self.wrapped(document.notice)
        yield from self.apart(document.front)
        for part in document.parts():
            yield from self.part(part)
        yield from ("", "")
        yield from self.stamped()

    def sheet(self, sheet: Sheet) -> Iterator[str]:
        yield from self.underlined(sheet.title, "=")
        yield from self.wrapped(sheet.kind)
        yield from self.apart(sheet.front)
        for part in sheet.parts:
            yield from self.part(part)
        yield from ("", "", sheet.foot)

    def stamped(self) -> Iterator[str]:
        if self.stamp:
            if self.stamp.status is Status.DRAFT:
                yield labels.NOT_FOR_SIGNING
            yield self.stamp.line

    def part(self, part: Clause) -> Iterator[str]:
        yield from ("", "")
        yield from self.underlined(labels.heading(part), "-")
        yield from self.apart(part.blocks)

    def apart(self, blocks: Iterable[Block]) -> Iterator[str]:
        """Blocks with an empty line before each; what the group typed stands further in."""
        for block in blocks:
            if isinstance(block, Picture):
                continue
            yield ""
            if isinstance(block, Paragraph) and block.typed:
                yield from _indented(self.narrower().block(block))
            else:
                yield from self.block(block)

    def together(self, blocks: Iterable[Block]) -> list[str]:
        return [line for block in blocks for line in self.block(block)]

    def block(self, block: Block) -> Iterator[str]:
        match block:
            case Paragraph():
                yield from self.paragraph(block)
            case SubHeading():
                yield from self.wrapped(_words(block.inlines))
            case ItemList():
                yield from (line for item in block.items for line in self.item(item))
            case FactList():
                yield from (line for fact in block.facts for line in self.named(fact.name, fact.blocks))
            case Table():
                yield from self.table(block)
            case SignatureBlock():
                yield from self.signature_block(block)
            case Picture():
                pass

    def paragraph(self, paragraph: Paragraph) -> Iterator[str]:
        words = _words(paragraph.inlines)
        if paragraph.label:
            return _hanging(paragraph.label, self.narrower().wrapped(words))
        return iter(self.wrapped(words))

    def item(self, item: Item) -> Iterator[str]:
        return _hanging(item.label, self.narrower().together(item.blocks))

    def table(self, table: Table) -> Iterator[str]:
        yield from self.wrapped(table.caption)
        for row in table.rows:
            yield ""
            for column, cell in zip(table.columns, row, strict=True):
                yield from self.named(column.title, cell.blocks)

    def named(self, name: str, blocks: tuple[Block, ...]) -> Iterator[str]:
        """A name and what it names: after it where that is one run of words, else below."""
        match blocks:
            case ():
                yield f"{name}:"
            case (Paragraph(inlines=inlines),) if LineBreak() not in inlines:
                yield from self.wrapped(f"{name}: {_words(inlines)}", hanging=" " * _INDENT)
            case _:
                yield f"{name}:"
                yield from _indented(self.narrower().together(blocks))

    def signature_block(self, block: SignatureBlock) -> Iterator[str]:
        for words in (block.partner, block.particulars, block.words):
            yield from self.wrapped(words)
        for name in block.people:
            yield from _indented(self.narrower().wrapped(name))
        for line in block.lines:
            yield ""
            yield from _indented(self.narrower().fields(line))
        if block.authority:
            yield ""
            yield from _indented(self.narrower().wrapped(f"{block.authority}  {_INK}"))
        if self.stamp:
            yield ""
            yield labels.signed_text(self.stamp)

    def fields(self, line: SignatureLine) -> Iterator[str]:
        fields = labels.signature_fields(line)
        widest = max(len(label) for label, _ in fields)
        for label, value in fields:
            yield from self.wrapped(f"{label:<{widest}}  {value or _INK}", hanging=" " * (widest + 2))

    def underlined(self, words: str, rule: str) -> Iterator[str]:
        lines = self.wrapped(words)
        yield from lines
        yield rule * max(map(len, lines))

    def wrapped(self, words: str, hanging: str = "") -> list[str]:
        """Words in lines; a typed line break ends a line, and two in a row leave an empty line."""
        typed = words.split("\n") if words else []
        return [line for words in typed for line in self.wrapped_line(words, hanging)]

    def wrapped_line(self, words: str, hanging: str) -> list[str]:
        lines = textwrap.wrap(
            words, self.width, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False
        )
        return lines or [""]


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"{'':{_INDENT}}{line}".rstrip() for line in lines)


def _hanging(label: str, lines: Iterable[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        yield f"{'' if number else label:<{_INDENT - 1}} {line}".rstrip()


def _words(inlines: Iterable[Inline]) -> str:
    return "".join(map(_inline, inlines))


def _inline(inline: Inline) -> str:
    match inline:
        case Text(words=words) | Reference(words=words):
            return words
        case LineBreak():
            return "\n"
        case Strong(inlines=inlines) | Emphasis(inlines=inlines) | Term(inlines=inlines):
            return _words(inlines)
        case Blank():
            return _INK
        case Gap():
            return labels.of_gap(inline)
