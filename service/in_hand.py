"""The draft that a request is about: who may open it is decided here, once for all its pages."""

from dataclasses import dataclass, replace
from typing import Any

from flask import Blueprint, current_app, g
from sqlalchemy.exc import DBAPIError

from agreements.attachments import Attachments
from agreements.interview import Agreement
from agreements.interview.open_points import open_points, places
from agreements.questions import Loaded
from service.access import link_or_404
from service.language import _
from service.logs import log_fault
from service.rights import RIGHTS, Right, needed_for
from service.storage import attached as attachments
from service.storage import drafts
from service.storage.answer_sets import AnswerSet
from service.storage.engine import db
from service.storage.models import Link
from service.typed import Typed


class NotAllowed(Exception):
    """The link of this browser does not allow what was asked for. The only argument is the right that it needs."""


@dataclass(frozen=True)
class InHand:
    """A draft as it is stored at one moment: what was typed, and what the interview makes of it."""

    answers: AnswerSet
    loaded: Loaded

    @property
    def agreement(self) -> Agreement:
        """The typed facts that were accepted."""
        agreement: Agreement = self.loaded.interview
        return agreement

    def marked(self) -> dict[str, Typed]:
        """What is marked beside questions as not settled, without rows that were removed."""
        return self.answers.marked(places(self.agreement))


def read() -> InHand:
    """Read the draft of this request anew."""
    return read_draft(draft_id())


def read_draft(wanted: str) -> InHand:
    """Read a draft that this browser may open."""
    answers = drafts.read(db.session, wanted)
    loaded = Agreement.load(answers.raw())
    return InHand(answers, replace(loaded, open_points=open_points(loaded.interview, answers.points)))


def attached() -> Attachments:
    """The files that belong to the draft of this request."""
    return attachments.contents(db.session, draft_id())


def draft_id() -> str:
    """The id of the draft of this request."""
    return str(g.draft_id)


def called(agreement: Agreement) -> str:
    """What the pages call an agreement."""
    return agreement.name or _("Your agreement")


def pages_of_a_draft(blueprint: Blueprint) -> None:
    """Put all pages of a blueprint under the address of a draft, and show them only to browsers that may open it."""
    blueprint.url_prefix = "/drafts/<draft>"
    blueprint.url_value_preprocessor(_open)
    blueprint.url_defaults(_fill_in)


def link() -> Link:
    """The link by which the browser of this request came in."""
    found: Link = g.link
    return found


def may(right: Right) -> bool:
    """Whether that link allows so much."""
    return RIGHTS[link().may] >= right


def _open(endpoint: str | None, values: dict[str, Any] | None) -> None:
    if values is not None:
        g.link = link_or_404(values.pop("draft"))
        g.draft_id = g.link.draft_id
        needed = needed_for(endpoint)
        if not may(needed):
            raise NotAllowed(needed)
        _note_opening()


def _note_opening() -> None:
    """Note the day. When that cannot be written, as on a full disk, the page can be read all the same."""
    try:
        if not drafts.note_opening(db.session, draft_id()):
            return
    except DBAPIError as error:
        log_fault(error)
    g.link = link_or_404(draft_id())


def _fill_in(endpoint: str, values: dict[str, Any]) -> None:
    if "draft_id" in g and current_app.url_map.is_endpoint_expecting(endpoint, "draft"):
        values.setdefault("draft", g.draft_id)
