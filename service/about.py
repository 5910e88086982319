"""The notices: what is kept of people and why, and who can use these pages."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from service.storage import retention

about = Blueprint("about", __name__)


@about.get("/privacy")
def privacy() -> ResponseReturnValue:
    """What is kept, why, how long, where, and who sees it."""
    return render_template("pages/privacy.html", longest_wait=(retention.LONGEST_WAIT + retention.NOTICE).days)


@about.get("/accessibility")
def accessibility() -> ResponseReturnValue:
    """What was tested, how, and what falls short."""
    return render_template("pages/accessibility.html")
