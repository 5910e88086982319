"""Rows that the interview proposes for an empty list: shown in a box, and added when a person says so."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from flask import flash, redirect, request
from flask.typing import ResponseReturnValue

from agreements.questions import ListOf, Proposal
from service import in_hand
from service.in_hand import InHand
from service.language import _, said
from service.storage import drafts
from service.storage.merging import mark
from service.typed import Typed, from_file
from service.wizard.addresses import address
from service.wizard.pages import Page


@dataclass(frozen=True)
class Proposed:
    """The box: its title and sentences, the words on its button, and each row with what is to be said of it.

    `shown` is the mark of what the page shows, which the form brings back.
    """

    title: str
    intro: tuple[str, ...]
    button: str
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    shown: str


def today() -> date:
    """The day on which a page is made."""
    return datetime.now(UTC).date()


def proposed(hand: InHand, listing: Page) -> Proposed | None:
    """What the page of a list proposes: nothing when it has rows, or when the interview knows of none."""
    question = listing.declared()
    if not isinstance(question, ListOf) or hand.answers.rows.get(listing.path):
        return None
    found = question.item.proposals(hand.agreement, today())
    if found is None:
        return None
    return Proposed(
        title=said(found.title),
        intro=tuple(said(sentence) for sentence in found.intro),
        button=said(found.button),
        rows=tuple((said(row.label), tuple(said(sentence) for sentence in row.remarks)) for row in found.rows),
        shown=_mark(found.rows),
    )


def add(listing: Page) -> ResponseReturnValue:
    """Add what the page showed. When that has changed since, or somebody else added rows, nothing is added."""
    question, hand = listing.declared(), in_hand.read()
    found = question.item.proposals(hand.agreement, today()) if isinstance(question, ListOf) else None
    rows = found.rows if found else ()
    if request.form.get("shown") != _mark(rows):
        flash(_("Our suggestions have changed, because other answers have. Look at them again."))
    elif not drafts.add_to_empty(
        in_hand.draft_id(), in_hand.link().id, listing.path, [_typed(listing, row) for row in rows]
    ):
        flash(_("Nothing was added, because there is something in this list by now."))
    return redirect(address(listing))


def _typed(listing: Page, row: Proposal) -> dict[str, Typed]:
    """A proposed row as if somebody had typed it."""
    question = listing.declared()
    questions = question.item.questions() if isinstance(question, ListOf) else {}
    return {name: from_file(questions[name], given) for name, given in row.answers.items()}


def _mark(rows: tuple[Proposal, ...]) -> str:
    return mark([dict(row.answers) for row in rows])
