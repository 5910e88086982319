"""Our own houses: how the papers can look, Word and PDF alike. The words are the same in each.

A house of a group's own is a Word file. It changes the Word paper alone; the PDF is then as in the plain house.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

from agreements.language import _

PLAIN: Final = "plain"
LARGE_PRINT: Final = "large-print"


@dataclass(frozen=True)
class OurHouse:
    """One of our houses.

    Attributes:
        title: what people call it, and `hint` whom it is for.
        scale: how much larger its type is than in the plain house, so that numbers and labels get room.
        is_shrinkable: whether a short agreement may be printed smaller.
        most_columns: of a table; the rows of a wider one are printed one under the other.
    """

    title: str
    hint: str
    scale: float = 1
    is_shrinkable: bool = True
    most_columns: int = 100


OUR_HOUSES: Final[Mapping[str, OurHouse]] = {
    PLAIN: OurHouse(_("Plain"), _("clear and short")),
    "formal": OurHouse(_("Formal"), _("quiet, in black, for a board or a funder")),
    LARGE_PRINT: OurHouse(
        _("Large print"),
        _("18 point, for people who find small print hard to read"),
        scale=1.7,
        is_shrinkable=False,
        most_columns=2,
    ),
}
"""By name. Each has a folder in `templates/word` with the parts of its Word file that differ from the plain one, and a
style sheet in `templates/print`."""

House: TypeAlias = str | Path
"""The name of one of ours, or somebody's Word file."""


def our_name(house: House | None) -> str:
    """Which of our houses decides how the PDF looks, and what a Word file of one's own leaves open."""
    return house if isinstance(house, str) else PLAIN
