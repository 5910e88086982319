"""The tree as HTML: one fragment, that the page, the PDF and the preview all show.

The title is an `h1`; clauses, the signing part and schedules have an `h2` with the clause's id, and `h3`
inside. Labels are words in `span.label`, so that they are read, found and copied like the rest. The fragment
has no style of its own and needs no network; the widths of columns are classes, `share-1` to `share-100`.
Pictures lie in the page itself, as `data:` addresses.
"""

from base64 import b64encode
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby

from markupsafe import escape

from agreements.document import labels
from agreements.document.canonical import text, words
from agreements.document.column_widths import is_narrow
from agreements.document.direction import direction
from agreements.document.nodes import (
    Blank,
    Block,
    Cell,
    Clause,
    Column,
    Document,
    Emphasis,
    Fact,
    FactList,
    Gap,
    Inline,
    Item,
    ItemList,
    Layout,
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
from agreements.document.sheet import Sheet, is_room
from agreements.document.stamp import Stamp
from agreements.rendering.furniture import furnish


def render(document: Document, stamp: Stamp) -> bytes:
    """A complete page in one file: no script, and nothing fetched from anywhere."""
    page = furnish(
        "pages/agreement.html",
        document=document,
        stamp=stamp,
        agreement=fragment(document, stamp),
        labels=labels,
    )
    return page.encode()


def fragment(document: Document, stamp: Stamp, soften: Callable[[str], str] = str) -> str:
    """A numbered document as one `article` element.

    Args:
        document: the agreement, numbered.
        stamp: names the version and fingerprint in each signature block.
        soften: puts places where a line may end into words, for papers whose lines cannot be scrolled.
    """
    return _Writer(labels.signed_text(stamp), soften).article(document)


def sheet_fragment(sheet: Sheet, soften: Callable[[str], str] = str) -> str:
    """A worksheet as one `article` element, softened as a document is."""
    return _Writer("", soften).sheet(sheet)


@dataclass(frozen=True)
class _Writer:
    """`signed_text` ends each signature block: which text it signs."""

    signed_text: str
    soften: Callable[[str], str]

    def text(self, words: str) -> str:
        return str(escape(self.soften(words)))

    def article(self, document: Document) -> str:
        return (
            f'<article class="agreement {document.layout.value}" lang="{escape(document.language)}">\n'
            f"{self.logos(document.logos)}"
            f"{self.opening(document.title, document.kind, document.notice)}"
            f'<div class="front">{self.blocks(document.front)}</div>\n'
            f"{self.part(document.not_agreed) if document.not_agreed else ''}"
            f"{self.part(document.glance, ' glance') if document.glance else ''}"
            f"{self.clauses(document)}"
            f"{self.part(document.signing, ' signing') if document.signing else ''}"
            f"{''.join(map(self.part, document.schedules))}</article>\n"
        )

    def clauses(self, document: Document) -> str:
        """The clauses. In the compact layout runs of them stand in columns; the last is as wide as what is signed."""
        in_runs = document.clauses[:-1] if document.layout is Layout.COMPACT else ()
        runs = "".join(self.run(run, narrow=narrow) for narrow, run in groupby(in_runs, is_narrow))
        return runs + "".join(map(self.part, document.clauses[len(in_runs) :]))

    def run(self, clauses: Iterable[Clause], *, narrow: bool) -> str:
        parts = "".join(map(self.part, clauses))
        return f'<div class="columns">\n{parts}</div>\n' if narrow else parts

    def sheet(self, sheet: Sheet) -> str:
        return (
            f'<article class="agreement sheet" lang="{escape(sheet.language)}">\n'
            f"{self.opening(sheet.title, sheet.kind)}"
            f'<div class="front">{self.blocks(sheet.front)}</div>\n'
            f"{''.join(map(self.part, sheet.parts))}</article>\n"
        )

    def opening(self, title: str, kind: str, notice: str = "") -> str:
        return (
            f'<div class="title"><h1>{self.text(title)}</h1>\n'
            f'<p class="kind">{self.text(kind)}</p>\n{self.optional("notice", notice)}</div>\n'
        )

    def logos(self, logos: Iterable[Picture]) -> str:
        row = "".join(map(self.image, logos))
        return f'<p class="logos">{row}</p>\n' if row else ""

    def part(self, part: Clause, kind: str = "") -> str:
        label = labels.heading_label(part)
        if any(isinstance(block, Paragraph) and block.label for block in part.blocks):
            kind += " numbered"
        return (
            f'<section class="part{kind}" aria-labelledby="{escape(part.id)}">\n'
            f'<h2 id="{escape(part.id)}">{self.label(label)}{self.text(part.title)}</h2>\n'
            f"{self.blocks(part.blocks)}</section>\n"
        )

    def blocks(self, blocks: Iterable[Block]) -> str:
        return "".join(self.block(block) for block in blocks)

    def block(self, block: Block) -> str:
        match block:
            case Paragraph():
                written = self.paragraph(block)
            case SubHeading():
                written = f"<h3>{self.inlines(block.inlines)}</h3>\n"
            case ItemList():
                written = self.item_list(block)
            case FactList():
                written = self.fact_list(block)
            case Table():
                written = self.table(block)
            case SignatureBlock():
                written = self.signature_block(block)
            case Picture():
                written = f'<p class="picture">{self.image(block)}</p>\n'
        return written

    def paragraph(self, paragraph: Paragraph, *, label: str = "", plain: bool = True) -> str:
        """One paragraph. In a cell or fact (not `plain`) our own words may run right to left as well."""
        label = label or paragraph.label
        classes = ["typed"] * paragraph.typed + ["labelled"] * bool(label) + ["room"] * is_room(paragraph)
        attributes = f' class="{" ".join(classes)}"' if classes else ""
        if (paragraph.typed or not plain) and direction(words(paragraph.inlines)) == "rtl":
            attributes += ' dir="rtl"'
        return f"<p{attributes}>{self.label(label)}{self.inlines(paragraph.inlines)}</p>\n"

    def item_list(self, item_list: ItemList) -> str:
        tag = "ol" if item_list.ordered else "ul"
        items = "".join(self.item(item) for item in item_list.items)
        return f'<{tag} role="list">\n{items}</{tag}>\n'

    def item(self, item: Item) -> str:
        """An item whose label stands in its first paragraph."""
        first, *rest = item.blocks
        if not isinstance(first, Paragraph):
            first, rest = Paragraph(()), list(item.blocks)
        return f"<li>{self.paragraph(first, label=item.label)}{self.blocks(rest)}</li>\n"

    def fact_list(self, fact_list: FactList) -> str:
        kind = "facts short" if _is_short(fact_list) else "facts"
        return f'<table class="{kind}"><tbody>\n{"".join(map(self.fact, fact_list.facts))}</tbody></table>\n'

    def fact(self, fact: Fact) -> str:
        return f'<tr><th scope="row">{self.text(fact.name)}</th><td>{self.contents(fact.blocks)}</td></tr>\n'

    def table(self, table: Table) -> str:
        shares = "".join(f'<col class="share-{column.share}">' for column in table.columns)
        titles = "".join(f'<th scope="col">{self.text(column.title)}</th>' for column in table.columns)
        rows = "".join(self.row(table.columns, row) for row in table.rows)
        kind = ' class="short"' if _is_short(table) else ""
        return (
            f'<div class="scroll" role="region" tabindex="0" aria-label="{escape(table.caption)}">'
            f"<table{kind}><caption>{self.text(table.caption)}</caption>\n<colgroup>{shares}</colgroup>\n"
            f"<thead><tr>{titles}</tr></thead>\n<tbody>\n{rows}</tbody></table></div>\n"
        )

    def row(self, columns: tuple[Column, ...], row: tuple[Cell, ...]) -> str:
        kind = ' class="tall"' if _is_tall(columns, row) else ""
        return f"<tr{kind}>{''.join(map(self.cell, row))}</tr>\n"

    def cell(self, cell: Cell) -> str:
        contents = self.contents(cell.blocks)
        return f'<th scope="row">{contents}</th>' if cell.header else f"<td>{contents}</td>"

    def contents(self, blocks: Iterable[Block]) -> str:
        return "".join(
            self.paragraph(block, plain=False) if isinstance(block, Paragraph) else self.block(block)
            for block in blocks
        )

    def signature_block(self, block: SignatureBlock) -> str:
        return (
            '<div class="signature-block">\n'
            f'<p class="partner"><strong>{self.text(block.partner)}</strong></p>\n'
            f"{self.optional('particulars', block.particulars)}{self.optional('meaning', block.words)}"
            f"{''.join(self.optional('named', name) for name in block.people)}"
            f'<div class="signatories">\n{"".join(map(self.signature_line, block.lines))}</div>\n'
            f"{self.field(block.authority, '', 'field authority') if block.authority else ''}"
            f'<p class="signed-text">{escape(self.signed_text)}</p>\n</div>\n'
        )

    def signature_line(self, line: SignatureLine) -> str:
        fields = labels.signature_fields(line)
        return f'<div class="signatory">{"".join(self.field(*field) for field in fields)}</div>\n'

    def field(self, label: str, value: str, kind: str = "field") -> str:
        entry = f'<span class="entry">{self.text(value)}</span>' if value else _LINE
        return f'<p class="{kind}"><span class="field-name">{self.text(label)}</span> {entry}</p>\n'

    def image(self, picture: Picture) -> str:
        """A picture in its printed size; WeasyPrint and browsers count 96 pixels to the inch."""
        width, height = (round(length * 96 / 25.4) for length in (picture.width, picture.height))
        content = b64encode(picture.content).decode()
        description = escape(picture.description)
        return f'<img src="data:image/png;base64,{content}" alt="{description}" width="{width}" height="{height}">'

    def optional(self, kind: str, words: str) -> str:
        return f'<p class="{kind}">{self.text(words)}</p>\n' if words else ""

    def label(self, label: str) -> str:
        return f'<span class="label">{self.text(label)} </span>' if label else ""

    def inlines(self, inlines: Iterable[Inline]) -> str:
        return "".join(self.inline(inline) for inline in inlines)

    def inline(self, inline: Inline) -> str:
        match inline:
            case Text():
                return self.text(inline.words)
            case LineBreak():
                return "<br>"
            case Strong() | Emphasis() | Term():
                tag = _NESTING[type(inline)]
                return f"<{tag}>{self.inlines(inline.inlines)}</{tag}>"
            case Reference():
                return f'<a href="#{escape(inline.target)}">{self.text(inline.words)}</a>'
            case Blank(purpose=purpose):
                return f'<svg class="blank" role="img"><title>{escape(labels.blank(purpose))}</title></svg>'
            case Gap():
                return f'<mark class="gap">{self.text(labels.of_gap(inline))}</mark>'


_NESTING = {Strong: "strong", Emphasis: "em", Term: "dfn"}

_LINE = '<span class="line"></span>'
"""A line for ink beside a label that says what it is for; a Blank, which has none, names its purpose."""


_MOST_LINES_KEPT_WHOLE = 12
"""A quarter of a page, about. A taller table is parted between two rows, or it could leave half a page empty."""

_MOST_LINES_IN_A_ROW = 36
"""A taller row may not fit a page, so it may be parted, or it could end up without its head."""


def _is_short(table: Table | FactList) -> bool:
    """Whether a table is not worth parting between two pages."""
    if isinstance(table, FactList):
        heights = [max(_height(fact.name, 28), _height(text(fact.blocks), 72)) for fact in table.facts]
    else:
        heights = [_row_height(table.columns, row) for row in table.rows]
    return sum(heights) <= _MOST_LINES_KEPT_WHOLE


def _is_tall(columns: Iterable[Column], row: Iterable[Cell]) -> bool:
    return _row_height(columns, row) > _MOST_LINES_IN_A_ROW


def _row_height(columns: Iterable[Column], row: Iterable[Cell]) -> int:
    return max(_height(text(cell.blocks), column.share) for column, cell in zip(columns, row, strict=True))


def _height(words: str, share: int) -> int:
    """Lines that words take: a line across a page has some hundred letters, so a column has as many as its share."""
    return sum(1 + len(line) // share for line in words.split("\n"))
