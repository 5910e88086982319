"""Who may open what. A browser holds, in its signed cookie, the ids of the private links it came in by.

The cookie of a link that was renewed, withdrawn, or has run out opens nothing any more, at once.
"""

from collections.abc import Sequence

from flask import abort, session

from service.rights import RIGHTS
from service.storage import links
from service.storage.engine import db
from service.storage.models import Draft, Link, new_id

MOST_LINKS = 60
"""Links that one browser remembers, so that the cookie stays within what browsers keep. The oldest is forgotten."""
_LINKS, _UNKEPT, _BROWSER = "links", "unkept", "browser"


def remember(link: Link) -> None:
    """Let this browser in by this link from now on."""
    known = [one for one in _known() if one != link.id]
    session[_LINKS] = [*known, link.id][-MOST_LINKS:]
    session.permanent = True


def drafts_of_this_browser() -> Sequence[Draft]:
    """The drafts that this browser may open, the one that was changed last first."""
    return links.opened_by(db.session, _known()) if _known() else ()


def link_or_404(draft_id: str) -> Link:
    """The link by which this browser may open a draft: of those that allow most, the one it came in by last.

    Without any it is as if there were no such draft.
    """
    known = _known()
    found = links.opening(db.session, known, draft_id)
    return max(found, key=lambda link: (RIGHTS[link.may], known.index(link.id))) if found else abort(404)


def forget(draft_id: str) -> None:
    """Let this browser no more into a draft: somebody else will use this computer."""
    inside = {link.id for link in links.opening(db.session, _known(), draft_id)}
    session[_LINKS] = [one for one in _known() if one not in inside]
    session.pop(_UNKEPT, None)


def show_once(draft_id: str, token: str) -> None:
    """Keep the token of a new link in the cookie of the browser that made it, until its owner has copied it."""
    session[_UNKEPT] = {draft_id: token}


def unkept_token(draft_id: str) -> str | None:
    """The token of a new link that its owner has not yet copied."""
    token: str | None = session.get(_UNKEPT, {}).get(draft_id)
    return token


def is_kept() -> None:
    """Forget the token: its owner has it now."""
    session.pop(_UNKEPT, None)


def browser() -> str:
    """The name of this browser: a random one, which says nothing about whose it is. It gets one with the first call."""
    name: str = session.setdefault(_BROWSER, new_id())
    return name


def has_name() -> bool:
    """Whether this browser has a name already."""
    return _BROWSER in session


def _known() -> list[str]:
    known: list[str] = session.get(_LINKS, [])
    return known
