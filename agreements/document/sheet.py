"""A sheet to write on: the nodes of an agreement, without what makes a paper binding.

Nobody signs a sheet, so it has no signatures, no stamp and no fingerprint. Room to write is a paragraph that is one
Blank and nothing else: every paper draws it as a line across the page.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from agreements.document.nodes import Blank, Block, Clause, Paragraph


@dataclass(frozen=True)
class Sheet:
    """A whole worksheet.

    Each of its `parts` begins on a new page; `foot` is printed at the foot of every page. A compact sheet has narrow
    margins, so that it fits on one page.
    """

    title: str
    kind: str
    language: str
    front: tuple[Block, ...]
    parts: tuple[Clause, ...]
    foot: str
    is_compact: bool = False


def room_to_write(purpose: str, lines: int) -> Iterator[Paragraph]:
    """Lines across the page, for what `purpose` says."""
    for _line in range(lines):
        yield Paragraph((Blank(purpose),))


def is_room(block: Block) -> bool:
    """Whether a block is a line to write on."""
    return isinstance(block, Paragraph) and len(block.inlines) == 1 and isinstance(block.inlines[0], Blank)
