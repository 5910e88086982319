"""Private links: coming back by one; making, seeing, renewing and withdrawing them.

All who work on a draft see who holds what. A new link is shown once, on a page of its own, until somebody has kept it.
"""

from collections.abc import Iterator
from datetime import timedelta

import segno
from flask import Blueprint, Response, abort, flash, make_response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_limiter import RequestLimit
from flask_wtf import FlaskForm
from wtforms import BooleanField, RadioField, SelectField, StringField
from wtforms.validators import Length, ValidationError

from agreements.interview import Agreement
from agreements.questions.text import refusals
from agreements.values import date_in_words
from service import access, in_hand, mail
from service.email_addresses import AddressField
from service.in_hand import called
from service.language import _, said
from service.rights import RIGHTS, Right
from service.security import ALL_MESSAGES, MESSAGES, WRONG_LINKS, limiter, was_read, wrong_link
from service.storage import links as stored
from service.storage import unsaved
from service.storage.engine import db
from service.storage.links import LastLink, TooManyLinks, Wanted
from service.storage.models import Link, now

resume = Blueprint("resume", __name__)
links = Blueprint("links", __name__)
in_hand.pages_of_a_draft(links)

DAYS = ("", "7", "30", "90", "365")
"""For how long a link can be made; the first is for ever."""
LONGEST_NAME = 200


@resume.get("/resume/<token>")
@limiter.limit(WRONG_LINKS, deduct_when=wrong_link)
def ask(token: str) -> ResponseReturnValue:
    """A page with one button. Programs that look at links before people do change nothing here."""
    link = _by_token(token)
    return render_template("pages/resume.html", right=RIGHTS[link.may])


@resume.post("/resume/<token>")
@limiter.limit(WRONG_LINKS, deduct_when=wrong_link)
def come_in(token: str) -> ResponseReturnValue:
    """Let this browser in."""
    link = _by_token(token)
    access.remember(link)
    return redirect(home(link))


def home(link: Link) -> str:
    """Where somebody who came in by a link begins: at the list of tasks, or, to read, at the preview."""
    endpoint = "wizard.tasks" if RIGHTS[link.may] >= Right.EDIT else "papers.preview"
    return url_for(endpoint, draft=link.draft_id)


class NewLink(FlaskForm):  # type: ignore[misc]  # flask-wtf has no types
    """What a new link shall be."""

    name = StringField(validators=[Length(max=LONGEST_NAME)])
    partner = SelectField(default="")
    may = RadioField(default=Right.EDIT.code)
    days = SelectField(default="")

    def validate_name(self, field: StringField) -> None:
        """Refuse letters that cannot be shown as they are."""
        for refusal in refusals(field.data or ""):
            raise ValidationError(said(str(refusal)))


class ByMail(FlaskForm):  # type: ignore[misc]  # flask-wtf has no types
    """Where a new link is to be sent, and whether the address is kept for a notice before the end."""

    address = AddressField(is_needed=True)
    notice = BooleanField()


def _too_many_messages(_limit: RequestLimit) -> Response:
    return make_response(_new_link(ByMail(), 429, _("Nothing was sent: too many messages were sent. Wait an hour.")))


@links.get("/links")
def listing() -> ResponseReturnValue:
    """Who holds which link; and, for those who may change things, a form for one more."""
    return _listing(_form())


@links.post("/links")
def make() -> ResponseReturnValue:
    """Make one more link."""
    form = _form()
    if not form.validate():
        return _listing(form, 422)
    days = form.days.data
    expires_at = now() + timedelta(days=int(days)) if days else None
    name = (form.name.data or "").strip()
    try:
        link, token = stored.make(in_hand.draft_id(), Wanted(form.may.data, name, form.partner.data, expires_at))
    except TooManyLinks:
        flash(_("No link was made: this agreement has had %(most)s already.", most=stored.MOST_LINKS))
        return redirect(url_for("links.listing"))
    access.show_once(link.draft_id, token)
    return redirect(url_for("links.show"))


@links.get("/links/new")
def show() -> ResponseReturnValue:
    """The new link, until it is kept."""
    return _new_link(ByMail())


@links.post("/links/new")
@limiter.limit(MESSAGES, deduct_when=was_read, on_breach=_too_many_messages)
@limiter.limit(ALL_MESSAGES, key_func=lambda: "all", deduct_when=was_read, on_breach=_too_many_messages)
def send() -> ResponseReturnValue:
    """Send the new link to an address. Whatever goes wrong, the link stays shown, and what was typed stays there."""
    form = ByMail()
    new = _unkept()
    if new is None or not form.validate():
        return _new_link(form, 422)
    link, token = new
    receiver = form.address.data or ""
    message = tuple(_message(link, token, leaves_address=form.notice.data))
    db.session.rollback()  # the database is not held while the mail server is waited for
    try:
        mail.send(receiver, *message)
    except mail.NoSuchAddress:
        return _new_link(form, 422, _("Nothing was sent: the mail server does not take this address. Check it."))
    except mail.NotSent:
        return _new_link(form, 503, _("Nothing was sent: our mail server cannot be used now. Copy the link instead."))
    if form.notice.data:
        stored.leave_address(link.draft_id, link.id, receiver)
    flash(_("The link was sent to %(address)s.", address=receiver))
    return redirect(url_for("links.show"))


@links.post("/links/kept")
def kept() -> ResponseReturnValue:
    """Somebody has the link now: it is not shown again."""
    new = _unkept()
    access.is_kept()
    is_own = new is None or new[0].id == in_hand.link().id
    return redirect(url_for("wizard.tasks" if is_own else "links.listing"))


@links.get("/links/<link_id>/renew")
def ask_to_renew(link_id: str) -> ResponseReturnValue:
    """Ask whether a link is to be made anew."""
    return _asked(link_id, "pages/renew_link.html")


@links.post("/links/<link_id>/renew")
def renew(link_id: str) -> ResponseReturnValue:
    """Make a new link in the place of another, which stops working."""
    is_own = link_id == in_hand.link().id
    link, token = stored.renew(in_hand.draft_id(), link_id) or abort(404)
    if is_own:
        access.remember(link)
    access.show_once(link.draft_id, token)
    return redirect(url_for("links.show"))


@links.get("/links/<link_id>/withdraw")
def ask_to_withdraw(link_id: str) -> ResponseReturnValue:
    """Ask whether a link is to be withdrawn."""
    return _asked(link_id, "pages/withdraw_link.html")


@links.post("/links/<link_id>/withdraw")
def withdraw(link_id: str) -> ResponseReturnValue:
    """Withdraw a link."""
    try:
        stored.withdraw(in_hand.draft_id(), link_id)
    except LastLink:
        flash(_("This is the last link that can change the agreement and does not run out. Make another one first."))
        return redirect(url_for("links.listing"))
    return redirect(url_for("start.home" if link_id == in_hand.link().id else "links.listing"))


@links.get("/finish")
def ask_to_finish() -> ResponseReturnValue:
    """Ask whether this computer is to forget the agreement."""
    return render_template("pages/finish.html", hand=in_hand.read())


@links.post("/finish")
def finish() -> ResponseReturnValue:
    """Forget the agreement on this computer, with what is not saved in it. The links go on working."""
    if access.has_name():
        unsaved.forget_all(in_hand.draft_id(), access.browser())
    access.forget(in_hand.draft_id())
    flash(_("This computer has forgotten the agreement. Whoever has its private link can open it."))
    return redirect(url_for("start.home"))


def _by_token(token: str) -> Link:
    return stored.find(db.session, token) or abort(404)


def _form() -> NewLink:
    form = NewLink()
    form.partner.choices = [("", _("None in particular")), *_partners(in_hand.read().agreement).items()]
    form.may.choices = [(right.code, right.words) for right in reversed(Right)]
    form.days.choices = [(days, _in_words(days)) for days in DAYS]
    return form


def _in_words(days: str) -> str:
    return {
        "": _("Until somebody withdraws it"),
        "7": _("A week"),
        "30": _("30 days"),
        "90": _("90 days"),
        "365": _("A year"),
    }[days]


def _partners(agreement: Agreement) -> dict[str, str]:
    return {partner.id: said(partner.label) for partner in agreement.partners.partners or ()}


def _listing(form: NewLink, code: int = 200) -> ResponseReturnValue:
    hand = in_hand.read()
    held = stored.all_of(db.session, in_hand.draft_id())
    page = render_template(
        "pages/links.html",
        hand=hand,
        form=form,
        held=held,
        own=in_hand.link(),
        partners=_partners(hand.agreement),
        rights=RIGHTS,
        now=now(),
        name=called(hand.agreement),
    )
    return page, code


def _unkept() -> tuple[Link, str] | None:
    """The new link that nobody has kept yet, with its token."""
    token = access.unkept_token(in_hand.draft_id())
    link = stored.find(db.session, token) if token else None
    return (link, token) if link and token else None


def _new_link(form: ByMail, code: int = 200, fault: str = "") -> ResponseReturnValue:
    new = _unkept()
    if new is None:
        return redirect(url_for("links.listing"))
    link, token = new
    address = url_for("resume.ask", token=token, _external=True)
    page = render_template(
        "pages/new_link.html",
        hand=in_hand.read(),
        link=link,
        address=address,
        code=segno.make(address, error="m").png_data_uri(scale=6),
        is_own=link.id == in_hand.link().id,
        right=RIGHTS[link.may],
        form=form,
        fault=fault or next(iter(form.address.errors), ""),
    )
    return page, code


def _message(link: Link, token: str, *, leaves_address: bool) -> Iterator[str]:
    """The message that brings a link: its subject, then its paragraphs."""
    name = mail.fit_name(called(in_hand.read().agreement))
    yield _("Private link: %(name)s", name=name)
    yield _("Somebody who works on this agreement sends you a private link to it: %(name)s", name=name)
    yield url_for("resume.ask", token=token, _external=True)
    yield _("With it you can: %(right)s.", right=RIGHTS[link.may].words.lower())
    if link.expires_at:
        yield _("It works until %(day)s.", day=date_in_words(link.expires_at))
    yield _("Whoever has the link can open the agreement. Keep this message, and pass it on to nobody.")
    if leaves_address:
        yield _("We keep your address, and write to you once more: before the agreement is deleted.")
        yield _("To have it taken out, open the agreement, and choose “How long it is kept”.")
    yield _("If you did not expect this message, delete it. You need do nothing else.")


def _asked(link_id: str, template: str) -> ResponseReturnValue:
    held = {link.id: link for link in stored.all_of(db.session, in_hand.draft_id())}
    link = held.get(link_id) or abort(404)
    return render_template(template, hand=in_hand.read(), link=link, is_own=link.id == in_hand.link().id)
