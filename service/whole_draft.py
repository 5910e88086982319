"""What is done with an agreement as a whole: copying it, keeping it, and deleting it."""

from dataclasses import replace

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm

from service import access, in_hand, mail
from service.email_addresses import AddressField
from service.language import _
from service.security import NEW_DRAFTS, limiter
from service.start import begin_with
from service.storage import drafts, links, retention
from service.storage.answer_sets import flat
from service.storage.engine import db
from service.storage.models import Draft

whole_draft = Blueprint("whole_draft", __name__)
in_hand.pages_of_a_draft(whole_draft)


@whole_draft.post("/copy")
@limiter.limit(NEW_DRAFTS)
def copy() -> ResponseReturnValue:
    """Begin another agreement with the same answers and files, and with a private link of its own."""
    hand = in_hand.read()
    return begin_with(replace(flat(hand.answers.raw()), points=hand.marked()), in_hand.attached())


class Address(FlaskForm):  # type: ignore[misc]  # flask-wtf has no types
    """Where a notice goes before the agreement is deleted: an address, or none."""

    address = AddressField(is_needed=False)


@whole_draft.get("/keeping")
def keeping() -> ResponseReturnValue:
    """How long the agreement is kept, and a place for an address to write to before it is deleted."""
    return _keeping(Address(address=in_hand.link().notice_to))


@whole_draft.post("/keeping")
def leave_address() -> ResponseReturnValue:
    """Keep an address for the link by which this browser came in, change it, or forget it."""
    form = Address()
    if not form.validate():
        return _keeping(form, 422)
    if mail.can_send():
        links.leave_address(in_hand.draft_id(), in_hand.link().id, form.address.data or "")
        flash(_("We keep this address, and write to it before.") if form.address.data else _("We keep no address."))
    return redirect(url_for("whole_draft.keeping"))


def _keeping(form: Address, code: int = 200) -> ResponseReturnValue:
    opened_on = db.session.get_one(Draft, in_hand.draft_id()).opened_on
    page = render_template(
        "pages/keeping.html",
        hand=in_hand.read(),
        form=form,
        ends_on=retention.ends_on(opened_on),
    )
    return page, code


@whole_draft.get("/delete")
def ask_to_delete() -> ResponseReturnValue:
    """Ask whether the agreement is to be deleted, for everybody."""
    return render_template("pages/delete.html", hand=in_hand.read(), is_unsure=False)


@whole_draft.post("/delete")
def delete() -> ResponseReturnValue:
    """Delete the agreement, if the box is ticked that says so."""
    if request.form.get("sure") != "yes":
        return render_template("pages/delete.html", hand=in_hand.read(), is_unsure=True), 422
    access.forget(in_hand.draft_id())
    drafts.delete(in_hand.draft_id())
    flash(_("The agreement is deleted, with all its answers, files and links."))
    return redirect(url_for("start.home"))
