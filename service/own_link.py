"""Private links: coming back by one, seeing a new one once, and making another."""

from flask import Blueprint, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from service import access, in_hand
from service.security import WRONG_LINKS, limiter, wrong_link
from service.storage import links
from service.storage.engine import db
from service.storage.models import Link

resume = Blueprint("resume", __name__)
own_link = Blueprint("own_link", __name__)
in_hand.pages_of_a_draft(own_link)


@resume.get("/resume/<token>")
@limiter.limit(WRONG_LINKS, deduct_when=wrong_link)
def ask(token: str) -> ResponseReturnValue:
    """A page with one button. Programs that look at links before people do change nothing here."""
    _link(token)
    return render_template("pages/resume.html")


@resume.post("/resume/<token>")
@limiter.limit(WRONG_LINKS, deduct_when=wrong_link)
def come_in(token: str) -> ResponseReturnValue:
    """Let this browser in."""
    link = _link(token)
    access.remember(link)
    return redirect(url_for("wizard.tasks", draft=link.draft_id))


@own_link.get("/link")
def show() -> ResponseReturnValue:
    """The private link, if it is new; otherwise the offer of a new one."""
    token = access.unkept_token(in_hand.draft_id())
    link = url_for("resume.ask", token=token, _external=True) if token else ""
    return render_template("pages/link.html", hand=in_hand.read(), link=link)


@own_link.post("/link")
def renew() -> ResponseReturnValue:
    """Make a new link. The old one stops working."""
    link, token = links.renew(in_hand.draft_id())
    access.remember(link)
    access.show_once(link.draft_id, token)
    return redirect(url_for("own_link.show"))


@own_link.post("/link/kept")
def kept() -> ResponseReturnValue:
    """Its owner has the link: it is not shown again."""
    access.is_kept()
    return redirect(url_for("wizard.tasks"))


def _link(token: str) -> Link:
    return links.find(db.session, token) or abort(404)
