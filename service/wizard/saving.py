"""What happens when a page with questions is sent in."""

from collections.abc import Mapping, Sequence

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from agreements.questions import Group, ListOf
from agreements.questions.fields import is_row_id
from service import in_hand
from service.errors import ListFull
from service.in_hand import InHand
from service.language import _
from service.storage import drafts
from service.storage.merging import Posted
from service.typed import says_something
from service.wizard import typing
from service.wizard.addresses import address, address_after
from service.wizard.forms import read_form, read_points, wants_to_stop
from service.wizard.pages import Page, after, faults_on, group_at, simple_questions
from service.wizard.showing import MORE, points_on, rendered
from service.wizard.uploads import take_in


def save(page: Page) -> ResponseReturnValue:
    """Save a page that is there. Everything typed is stored, whatever is wrong with it."""
    if not _is_there(in_hand.read(), page):
        abort(404)
    form, refused = take_in(page, request.form, request.files)
    return _save(page, read_form(page, form), read_points(page, form), refused)


def save_new(listing: Page) -> ResponseReturnValue:
    """Save a new row of a list. The same page sent twice makes one row; an empty page makes none."""
    page = Page(listing.section, listing.name, request.form.get(":row", ""))
    if not is_row_id(page.row):
        abort(400)
    form, refused = take_in(page, request.form, request.files)
    posted, points = read_form(page, form), read_points(page, form)
    if not refused and not any(says_something(one.typed) for one in (*posted, *points)):
        flash(_("Nothing was added, because nothing was filled in."))
        return redirect(url_for("wizard.later") if wants_to_stop(request.form) else address(listing))
    if not _is_there(in_hand.read(), page):
        check_room(in_hand.read(), listing)
    return _save(page, posted, points, refused)


def check_room(hand: InHand, listing: Page) -> None:
    """Raise ListFull when a list has as many rows as it may."""
    question = listing.declared()
    if isinstance(question, ListOf) and len(hand.answers.rows.get(listing.path, ())) >= question.most:
        raise ListFull(question.most)


def _save(
    page: Page, posted: Sequence[Posted], points: Sequence[Posted], refused: Mapping[str, str]
) -> ResponseReturnValue:
    saved = drafts.save(in_hand.draft_id(), in_hand.link().id, page.place, posted, points)
    hand = in_hand.read()
    if saved.is_removed:
        return render_template("pages/removed.html", page=page, back=address(page.listing)), 409
    group = group_at(hand.agreement, page) or abort(404)
    has_clash = bool(saved.clashes or saved.point_clashes)
    if not has_clash:
        typing.saved(page, posted, points)
    if has_clash or refused:
        return rendered(hand, page, group, saved=saved, refused=refused, code=409 if has_clash else 422)
    if wants_to_stop(request.form):
        return redirect(url_for("wizard.later"))
    if faults_on(hand.loaded, page) or any(one.faults for one in points_on(hand, page, {}).values()):
        return rendered(hand, page, group, code=422)
    more = _brought_up(hand, group, posted)
    if more:
        return redirect(address(page, **{MORE: ",".join(more)}))
    return redirect(address_after(after(hand.agreement, page), page))


def _is_there(hand: InHand, page: Page) -> bool:
    """Whether a page can be saved: it is shown at present, or it is a row that somebody removed meanwhile."""
    return group_at(hand.agreement, page) is not None or page.row in hand.answers.removed.get(page.listing.path, ())


def _brought_up(hand: InHand, group: Group, posted: Sequence[Posted]) -> list[str]:
    """The questions that the answers just saved have brought up on the same page, and that nobody has answered."""
    were_there = {one.name for one in posted}
    typed = hand.answers.in_group(group.path)
    asked = [name for name, _question in simple_questions(group) if name not in were_there]
    return [name for name in asked if not says_something(typed.get(name))]
