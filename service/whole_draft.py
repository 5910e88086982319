"""What is done with an agreement as a whole: copying it, and deleting it."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from service import access, in_hand
from service.language import _
from service.security import NEW_DRAFTS, limiter
from service.start import begin_with
from service.storage import drafts
from service.storage.answer_sets import flat

whole_draft = Blueprint("whole_draft", __name__)
in_hand.pages_of_a_draft(whole_draft)


@whole_draft.post("/copy")
@limiter.limit(NEW_DRAFTS)
def copy() -> ResponseReturnValue:
    """Begin another agreement with the same answers and files, and with a private link of its own."""
    return begin_with(flat(in_hand.read().answers.raw()), in_hand.attached())


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
