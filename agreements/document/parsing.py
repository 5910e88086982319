"""From the text of a clause to the nodes of the tree: a small closed subset of HTML, read strictly.

    <h2>Money</h2>                                the title: first, once, words only
    <h3>Expenses</h3>                             SubHeading
    <p>We share costs.</p>                        Paragraph, numbered when the clause is
    <p class="typed">In our<br/>own words</p>     Paragraph of typed words: words and line breaks only
    <ol><li>One</li></ol>  <ul><li>Two</li></ul>  ItemList
    <table>
      <caption>Tasks</caption>
      <thead><tr><th data-share="60">Task</th><th data-share="40">Who</th></tr></thead>
      <tbody><tr><th>Tea</th><td>All</td></tr></tbody>   (a `th` here names its row)
    </table>
    <dl><dt>Name</dt><dd>Words</dd></dl>          FactList
    <img src="#name"/>                            Picture: the one of this name, or nothing where there is none

`li`, `td`, `dd` and the `th` of a row hold either words, which are one paragraph, or `p`, `ol` and `ul`. Only
a `td` may be empty. Among words stand `strong`, `em`, `dfn`, `br`, `<a href="#clause-id"></a>` (Reference),
`<blank>purpose</blank>` and `<gap>question</gap>`. White space folds as in HTML. Anything else is an error.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agreements.document.inline_parsing import INLINE, TYPED, read_inlines
from agreements.document.marked_source import Source, mark_lines
from agreements.document.nodes import (
    Block,
    Cell,
    Column,
    Fact,
    FactList,
    Item,
    ItemList,
    Paragraph,
    Picture,
    SubHeading,
    Table,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Parsed", "mark_lines", "parse"]

_INNER = frozenset({"p", "ol", "ul"})
_NO_PICTURES: Mapping[str, Picture] = {}
_TOP = _INNER | {"h3", "table", "dl", "img"}


@dataclass(frozen=True)
class Parsed:
    """A clause as it was read. One whose every condition was false has no title and no blocks."""

    title: str
    blocks: tuple[Block, ...]


def parse(
    markup: str,
    file: str,
    *,
    numbered: bool,
    title: bool = True,
    pictures: Mapping[str, Picture] = _NO_PICTURES,
) -> Parsed:
    """Read what Jinja made of a clause's source.

    Args:
        markup: the text after Jinja, from a source that `mark_lines` has marked.
        file: the source's name, for errors.
        numbered: whether our own paragraphs, outside lists and tables, get numbers.
        title: whether the text begins with an `h2`; the front page has none.
        pictures: those that this agreement has, by name.

    Raises:
        WordingError: the text is not of the subset; the message begins "file:line: ".
    """
    if not markup.strip():
        return Parsed("", ())
    reader = _Reader(Source(file), numbered, pictures)
    return reader.clause(reader.source.root(markup), title=title)


@dataclass(frozen=True)
class _Reader:
    source: Source
    numbered: bool
    pictures: Mapping[str, Picture]

    def clause(self, root: "_Element", *, title: bool) -> Parsed:
        children = self.source.children(root, _TOP | {"h2"} if title else _TOP)
        heading = ""
        if title:
            if not children or children[0].tag != "h2":
                self.source.fail(children[0] if children else root, "begin with the title, in <h2>.")
            heading = self.source.words_only(children.pop(0))
        return Parsed(heading, tuple(block for child in children for block in self.top_blocks(child)))

    def top_blocks(self, element: "_Element") -> Iterator[Block]:
        self.source.check(element, _TOP)
        if element.tag != "img":
            yield self.block(element, numbered=self.numbered)
            return
        self.source.children(element, set())
        name = element.get("src", "")
        if not name.startswith("#"):
            self.source.fail(element, 'a picture is named like this: <img src="#timeline"/>.')
        picture = self.pictures.get(name[1:])
        if picture:
            yield picture

    def block(self, element: "_Element", *, numbered: bool = False) -> Block:
        match element.tag:
            case "p":
                return self.paragraph(element, numbered=numbered)
            case "ol" | "ul":
                return self.item_list(element)
            case "table":
                return self.table(element)
            case "dl":
                return self.fact_list(element)
            case _:
                return SubHeading(self.paragraph(element).inlines)

    def paragraph(self, element: "_Element", *, numbered: bool = False) -> Paragraph:
        kind = element.get("class")
        if kind not in {None, "typed"}:
            self.source.fail(element, "the only class is “typed”.")
        typed = kind == "typed"
        inlines = read_inlines(self.source, element, TYPED if typed else INLINE)
        if not inlines:
            self.source.fail(element, f"<{element.tag}> is empty.")
        return Paragraph(inlines, numbered=numbered and not typed, typed=typed)

    def blocks(self, element: "_Element") -> tuple[Block, ...]:
        if any(child.tag in _INNER for child in element):
            return tuple(self.block(child) for child in self.source.children(element, _INNER))
        inlines = read_inlines(self.source, element)
        if not inlines and element.tag != "td":
            self.source.fail(element, f"<{element.tag}> is empty.")
        return (Paragraph(inlines),) if inlines else ()

    def item_list(self, element: "_Element") -> ItemList:
        items = self.some(element, {"li"})
        return ItemList(tuple(Item(self.blocks(item)) for item in items), ordered=element.tag == "ol")

    def fact_list(self, element: "_Element") -> FactList:
        children = self.some(element, {"dt", "dd"})
        if [child.tag for child in children] != ["dt", "dd"] * (len(children) // 2):
            self.source.fail(element, "in a <dl>, each <dt> is followed by one <dd>.")
        pairs = zip(children[::2], children[1::2], strict=True)
        return FactList(tuple(Fact(self.source.words_only(name), self.blocks(fact)) for name, fact in pairs))

    def table(self, element: "_Element") -> Table:
        children = self.source.children(element, {"caption", "thead", "tbody"})
        if [child.tag for child in children] != ["caption", "thead", "tbody"]:
            self.source.fail(element, "a table has a <caption>, a <thead> and a <tbody>, in this order.")
        caption, head, body = children
        columns = self.columns(head)
        rows = tuple(self.row(row, len(columns)) for row in self.some(body, {"tr"}))
        return Table(self.source.words_only(caption), columns, rows)

    def columns(self, head: "_Element") -> tuple[Column, ...]:
        rows = self.some(head, {"tr"})
        if len(rows) > 1:
            self.source.fail(rows[1], "<thead> has one row.")
        columns = tuple(self.column(heading) for heading in self.some(rows[0], {"th"}))
        if sum(column.share for column in columns) != 100:
            self.source.fail(rows[0], "the shares of the columns do not add up to 100.")
        return columns

    def column(self, heading: "_Element") -> Column:
        share = heading.get("data-share", "")
        if not (share.isascii() and share.isdigit() and int(share)):
            self.source.fail(heading, 'each heading has its share of the width: <th data-share="30">.')
        return Column(self.source.words_only(heading), int(share))

    def row(self, row: "_Element", columns: int) -> tuple[Cell, ...]:
        cells = self.source.children(row, {"td", "th"})
        if len(cells) != columns:
            self.source.fail(row, f"this row has {len(cells)} cells, and the table {columns} columns.")
        for cell in cells:
            if "data-share" in cell.attrib:
                self.source.fail(cell, "shares stand in the <thead> alone.")
        return tuple(Cell(self.blocks(cell), header=cell.tag == "th") for cell in cells)

    def some(self, element: "_Element", allowed: set[str]) -> "list[_Element]":
        children = self.source.children(element, allowed)
        if not children:
            self.source.fail(element, f"<{element.tag}> is empty.")
        return children
