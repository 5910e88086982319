"""From a loaded answer set to the papers a group takes away. The command line and the wizard both make them here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from agreements.assembly import assemble
from agreements.assembly.not_agreed import with_not_agreed
from agreements.attachments import Attachments
from agreements.document.fingerprint import fingerprint
from agreements.document.nodes import Document
from agreements.document.stamp import Stamp, Status
from agreements.errors import Fault, NotFinal
from agreements.interview import Agreement, Written
from agreements.interview.journey import missing
from agreements.interview.open_points import not_agreed
from agreements.language import _
from agreements.logos import logos
from agreements.questions import Loaded, OpenPoint
from agreements.rendering import FORMATS, render
from agreements.rendering.houses import House
from agreements.reviews import Edition, calendar, first_edition, timeline

Renderer: TypeAlias = Callable[[Document, Stamp, str, House | None], bytes]
"""Turns a document into bytes: `rendering.render`, or the same within bounds."""


@dataclass(frozen=True)
class Paper:
    """One kind of paper: its name on the command line, what people call it, its extension and media type."""

    name: str
    title: str
    extension: str
    media_type: str


PAPERS = {
    paper.name: paper
    for paper in (
        *(Paper(name, made.name, made.extension, made.media_type) for name, made in FORMATS.items()),
        Paper("ics", _("Calendar of reviews"), "ics", "text/calendar"),
    )
}
"""Every paper by its name: all formats of the agreement, and the calendar."""


_NOTHING_ATTACHED: Attachments = {}


def drawn_up(
    interview: Written,
    status: Status = Status.DRAFT,
    version: int = 1,
    attachments: Attachments = _NOTHING_ATTACHED,
    open_points: tuple[OpenPoint, ...] = (),
) -> tuple[Document, Stamp]:
    """The document of an agreement, and the stamp of a copy of it. A note is neither a draft nor final.

    `attachments` hold the partners' logos. What is not agreed of the `open_points` heads the document.
    """
    document = with_not_agreed(_assembled(interview, attachments), interview, open_points)
    return document, Stamp(status if document.signing else Status.NOTE, version, fingerprint(document))


def _assembled(interview: Written, attachments: Attachments) -> Document:
    if not isinstance(interview, Agreement):
        return assemble(interview)
    picture = timeline(interview)
    return assemble(interview, {"timeline": picture} if picture else {}, logos(interview, attachments))


def in_the_way(loaded: Loaded) -> tuple[Fault, ...]:
    """What stands in the way of a final copy: faults, what is missing, what is not agreed; one sentence a place."""
    found = list(loaded.faults)
    for more in (missing(loaded.interview), not_agreed(loaded)):
        told = {fault.path for fault in found}
        found += [one for one in more if one.path not in told]
    return tuple(found)


def check_final(loaded: Loaded) -> None:
    """Raise NotFinal, with everything that stands in the way, unless this answer set may become a final copy."""
    if found := in_the_way(loaded):
        raise NotFinal(found)


def make(  # noqa: PLR0913  # all that a paper depends on, each by its name
    loaded: Loaded,
    paper: str,
    *,
    status: Status = Status.DRAFT,
    version: int = 1,
    house: House | None = None,
    attachments: Attachments = _NOTHING_ATTACHED,
    renderer: Renderer = render,
    edition: Edition | None = None,
) -> bytes:
    """Make one paper (a name in PAPERS). Without an `edition`, a calendar is the first one of a text like this.

    Only an agreement has a calendar; any other interview has every other paper.

    Raises NotFinal for a final copy of something unfinished, HouseError for a house that cannot be used,
    RenderingError for a paper that cannot be made.
    """
    if status is Status.FINAL:
        check_final(loaded)
    if paper == "ics":
        return calendar(loaded.interview, edition or _first_edition(loaded.interview))
    document, stamp = drawn_up(loaded.interview, status, version, attachments, loaded.open_points)
    return renderer(document, stamp, paper, house)


def _first_edition(agreement: Agreement) -> Edition:
    return first_edition(fingerprint(assemble(agreement)))
