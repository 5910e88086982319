"""The document tree: what an agreement says, with no word on how it looks.

    Document
    ├── logos      pictures above the title: looks, and no words
    ├── front      blocks of page 1: what this is, between whom, whether a court can enforce it
    ├── not_agreed what a draft lists as not agreed yet (outside the fingerprint); most documents have none
    ├── glance     in the full layout, the whole on one page; it repeats the clauses (outside the fingerprint)
    ├── clauses    numbered 1, 2, 3 ...; their own paragraphs 1.1, 1.2 ...
    ├── signing    a clause of its own, then one SignatureBlock for each partner (outside the fingerprint);
    │              a note that nobody signs has none, and its clauses have no numbers
    └── schedules  lettered A, B, C ...; one of people (contacts) stands last and outside the fingerprint

Every node is frozen. `label` and `words` are empty until `numbering.numbered` fills them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True)
class Text:
    """A run of words. Never holds a line break or a control character."""

    words: str


@dataclass(frozen=True)
class LineBreak:
    """A new line within a paragraph, as a person typed it."""


@dataclass(frozen=True)
class Strong:
    """Words that weigh more."""

    inlines: tuple["Inline", ...]


@dataclass(frozen=True)
class Emphasis:
    """Words said with stress."""

    inlines: tuple["Inline", ...]


@dataclass(frozen=True)
class Term:
    """A word at the place where it is defined."""

    inlines: tuple["Inline", ...]


@dataclass(frozen=True)
class Reference:
    """A pointer to a clause or schedule. `words` is what is printed: "section 9", "Schedule B"."""

    target: str
    words: str = ""


@dataclass(frozen=True)
class Blank:
    """Space left for ink; `purpose` says what is written there, for those who cannot see the line."""

    purpose: str


@dataclass(frozen=True)
class Gap:
    """An answer that must be given and is not yet. `question` is the question's own title.

    With `is_not_agreed`, the partners do not agree on it yet, whatever stands there now.
    """

    question: str
    is_not_agreed: bool = False


Inline = Text | LineBreak | Strong | Emphasis | Term | Reference | Blank | Gap


@dataclass(frozen=True)
class Paragraph:
    """Inlines that stand together.

    `numbered` paragraphs are ours and get a label ("3.1"); `typed` ones are the group's own words.
    """

    inlines: tuple[Inline, ...]
    numbered: bool = False
    typed: bool = False
    label: str = ""


@dataclass(frozen=True)
class Item:
    """One item of a list; `label` is "(a)" or "•"."""

    blocks: tuple["Block", ...]
    label: str = ""


@dataclass(frozen=True)
class ItemList:
    """A list, lettered (a), (b) ... when `ordered`, else with bullets."""

    items: tuple[Item, ...]
    ordered: bool = False


@dataclass(frozen=True)
class Cell:
    """One cell of a table. `header` cells name their row."""

    blocks: tuple["Block", ...]
    header: bool = False


@dataclass(frozen=True)
class Column:
    """A column: its heading, and its share of the table's width (shares add up to 100)."""

    title: str
    share: int


@dataclass(frozen=True)
class Table:
    """A table with a caption and a header row that repeats on every page."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Fact:
    """One named fact: "Charity number" and the number."""

    name: str
    blocks: tuple["Block", ...]


@dataclass(frozen=True)
class FactList:
    """Named facts under each other."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class SubHeading:
    """A heading inside a clause or schedule; it has no number."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True)
class SignatureLine:
    """A place for one person to sign: known `name` and `position` are printed, the rest is ink.

    `authority` is what lets the person sign, or "" while nobody has said.
    """

    position: str
    name: str = ""
    authority: str = ""


@dataclass(frozen=True)
class SignatureBlock:
    """Where one partner signs. Kept whole on one page.

    `partner` is its legal name, `particulars` what its legal form must print under it, `words` what signing
    means, `people` the names that these words speak of, each on a line of its own, `authority` the label of the blank
    for the minute or power that lets these people sign, or "".
    """

    partner: str
    particulars: str
    words: str
    lines: tuple[SignatureLine, ...]
    authority: str = ""
    people: tuple[str, ...] = ()


@dataclass(frozen=True)
class Picture:
    """A picture on a line of its own: the bytes of a PNG, and its printed size in millimetres.

    A picture is looks and not words: what it shows stands in words beside it. So the canonical text and the plain
    text leave it out, and no fingerprint depends on it. `description` is what is read out to those who cannot see it.
    """

    content: bytes
    description: str
    width: float
    height: float


Block = Paragraph | ItemList | Table | FactList | SubHeading | SignatureBlock | Picture


@dataclass(frozen=True)
class Clause:
    """A clause or a schedule: its id, heading and blocks. `label` is "3", or "B" for a schedule.

    `fingerprinted` is false for what names people: the contacts schedule and the signing part.
    """

    id: str
    title: str
    blocks: tuple[Block, ...]
    label: str = ""
    fingerprinted: bool = True


class Layout(Enum):
    """How much room a paper takes. The value names the style that it is printed in."""

    COMPACT = "compact"
    FULL = "full"


@dataclass(frozen=True)
class Document:
    """A whole agreement, or a note that nobody signs.

    `not_agreed`, in a draft alone, lists what the partners do not agree on yet; it is outside the fingerprint.
    `notice`, when not empty, is printed on every page ("Example: details invented"). `logos` stand in a row above
    the title of page 1.
    """

    title: str
    kind: str
    language: str
    front: tuple[Block, ...]
    clauses: tuple[Clause, ...]
    signing: Clause | None
    schedules: tuple[Clause, ...]
    notice: str = ""
    logos: tuple[Picture, ...] = ()
    glance: Clause | None = None
    layout: Layout = Layout.FULL
    not_agreed: Clause | None = None

    def parts(self) -> Iterator[Clause]:
        """Everything with a heading of its own, in reading order."""
        if self.not_agreed:
            yield self.not_agreed
        if self.glance:
            yield self.glance
        yield from self.clauses
        if self.signing:
            yield self.signing
        yield from self.schedules
