"""The addresses of the history: all that happened, two moments side by side, going back, and erasing."""

from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from agreements.document.comparing import compared
from agreements.document.nodes import Document
from agreements.interview import Agreement
from agreements.papers import drawn_up
from service import in_hand
from service.in_hand import InHand
from service.language import _
from service.past.telling import steps, told
from service.storage import history, restoring
from service.storage import links as stored_links
from service.storage.engine import db
from service.wizard.checking import titles_of

past = Blueprint("past", __name__)
in_hand.pages_of_a_draft(past)

MOST_EVENTS = 100
"""Events on one page of the history."""


@past.get("/history")
def listing() -> ResponseReturnValue:
    """What happened, the last first."""
    hand, draft_id = in_hand.read(), in_hand.draft_id()
    last = history.last_number(db.session, draft_id)
    before = _number("before", last + 1, most=last + 1)
    found = history.noted(db.session, draft_id, before=before, most=MOST_EVENTS + 1)
    shown = found[:MOST_EVENTS]
    if len(found) > MOST_EVENTS:  # what was done with one click is not torn apart
        whole = [one for one in shown if one.happened_at != found[-1].happened_at]
        shown = whole or shown
    return render_template(
        "pages/history.html",
        hand=hand,
        steps=steps(hand, shown, stored_links.ever_made(db.session, draft_id)),
        last=last,
        older=shown[-1].number if len(found) > len(shown) else None,
        is_newest=before > last,
    )


@past.get("/history/record")
def record() -> ResponseReturnValue:
    """Whether every entry of the history is still as it was written."""
    draft_id = in_hand.draft_id()
    return render_template(
        "pages/record.html",
        hand=in_hand.read(),
        last=history.last_number(db.session, draft_id),
        broken_at=history.broken_at(db.session, draft_id),
    )


@past.get("/history/compare")
def compare() -> ResponseReturnValue:
    """The agreement at two moments, clause by clause."""
    hand, last = in_hand.read(), history.last_number(db.session, in_hand.draft_id())
    older, newer = sorted((_number("older", max(last - 1, 0), most=last), _number("newer", last, most=last)))
    moments = [history.at(db.session, in_hand.draft_id(), number, hand.answers) for number in (older, newer)]
    documents = [_document(Agreement.load(moment.answers.raw()).interview) for moment in moments]
    erased = sorted(moments[0].erased | moments[1].erased)
    return render_template(
        "pages/compare.html",
        hand=hand,
        older=older,
        newer=newer,
        last=last,
        parts=compared(*documents),
        erased=titles_of(erased),
    )


@past.get("/history/<int:number>/restore")
def ask_to_restore(number: int) -> ResponseReturnValue:
    """Ask whether everything is to be brought back to what it was after an entry."""
    hand = in_hand.read()
    moment = _moment(hand, number)
    parts = compared(_document(hand.agreement), _document(Agreement.load(moment.answers.raw()).interview))
    return render_template("pages/restore.html", hand=hand, number=number, parts=parts)


@past.post("/history/<int:number>/restore")
def restore(number: int) -> ResponseReturnValue:
    """Bring everything back to what it was after an entry."""
    _moment(in_hand.read(), number)
    left = restoring.restore(in_hand.draft_id(), in_hand.link().id, number)
    flash(_("Everything is as it was after entry %(number)s. You can go back to before this, too.", number=number))
    for title in titles_of(left):
        flash(_("This answer stays as it is now, because the earlier one is not kept any more: %(title)s", title=title))
    return redirect(url_for("past.listing"))


@past.get("/history/<int:number>/erase")
def ask_to_erase(number: int) -> ResponseReturnValue:
    """Ask whether all that was typed for the question of an entry is to be erased from the history."""
    hand = in_hand.read()
    return render_template("pages/erase.html", hand=hand, number=number, one=told(hand, _answered(number)))


@past.post("/history/<int:number>/erase")
def erase(number: int) -> ResponseReturnValue:
    """Erase from the history what was typed for the question of an entry."""
    history.erase(in_hand.draft_id(), in_hand.link().id, _answered(number).change.path)
    flash(_("What had been typed for this question is erased from the history. The answer of today is still there."))
    return redirect(url_for("past.listing"))


def _answered(number: int) -> history.Noted:
    """The entry of that number, which must be an answer or a mark."""
    if number > history.last_number(db.session, in_hand.draft_id()):
        abort(404)
    found = history.noted(db.session, in_hand.draft_id(), before=number + 1, most=1)
    return (
        found[0] if found and found[0].number == number and found[0].change.kind in ("answer", "mark") else abort(404)
    )


def _moment(hand: InHand, number: int) -> history.Moment:
    if number > history.last_number(db.session, in_hand.draft_id()):
        abort(404)
    return history.at(db.session, in_hand.draft_id(), number, hand.answers)


def _document(agreement: Agreement) -> Document:
    document, _stamp = drawn_up(agreement, attachments=in_hand.attached())
    return document


def _number(name: str, otherwise: int, *, most: int) -> int:
    """A number of an entry from the address; whatever is no such number is taken as if none were there."""
    given: Any = request.args.get(name, type=int)
    return given if given is not None and 0 <= given <= most else otherwise
