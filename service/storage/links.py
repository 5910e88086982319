"""Private links: who has one may open the draft, as far as the link allows. The token itself is never stored."""

import hashlib
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, and_, or_, select, update
from sqlalchemy.orm import Session

from service.storage.engine import writing
from service.storage.models import Draft, Link, new_id, now

MOST_LINKS = 1000
"""Links of one draft, with those that were withdrawn."""


class LastLink(Exception):
    """A link was not withdrawn, because nobody could change the draft any more."""


class TooManyLinks(Exception):
    """A draft has as many links as it may."""


@dataclass(frozen=True)
class Wanted:
    """What a new link shall be: what it allows, for whom, for which partner, until when, and where notices go."""

    may: str = "edit"
    name: str = ""
    partner: str = ""
    expires_at: datetime | None = None
    notice_to: str = ""


def new_token() -> str:
    """A token of 192 bits, in 32 characters fit for an address."""
    return secrets.token_urlsafe(24)


def token_hash(token: str) -> str:
    """What is stored of a token. It is long and random, so a fast hash keeps it safe."""
    return hashlib.sha256(token.encode()).hexdigest()


def find(session: Session, token: str) -> Link | None:
    """The link with this token that opens something, or None."""
    return session.scalar(select(Link).where(Link.token_hash == token_hash(token), is_live()))


def make(draft_id: str, wanted: Wanted) -> tuple[Link, str]:
    """Make one more link to a draft, and give it with its token. Raises TooManyLinks."""
    with writing(draft_id) as session:
        return _add(session, draft_id, wanted)


def renew(draft_id: str, link_id: str) -> tuple[Link, str] | None:
    """Make a new link in the place of another, which stops working at once. None when there is no such link."""
    with writing(draft_id) as session:
        old = _of_draft(session, draft_id, link_id)
        if old is None:
            return None
        wanted = Wanted(old.may, old.name, old.partner, notice_to=old.notice_to)
        _withdraw(old)
        return _add(session, draft_id, wanted)


def withdraw(draft_id: str, link_id: str) -> None:
    """Let a link open nothing any more, at once. Raises LastLink when it is the last one that allows to change."""
    with writing(draft_id) as session:
        link = _of_draft(session, draft_id, link_id)
        if link is None or link.withdrawn_at:
            return
        if link.may == "edit" and not session.scalar(_editing(draft_id).where(Link.id != link_id).limit(1)):
            raise LastLink
        _withdraw(link)


def leave_address(draft_id: str, link_id: str, address: str) -> None:
    """Keep the address to which a notice goes before the draft is deleted. An empty one is none."""
    with writing(draft_id) as session:
        of_draft = (Link.id == link_id) & (Link.draft_id == draft_id)
        session.execute(update(Link).where(of_draft).values(notice_to=address, notified_on=None))


def all_of(session: Session, draft_id: str) -> Sequence[Link]:
    """Every link of a draft that was not withdrawn, in the order in which they were made."""
    found = select(Link).where(Link.draft_id == draft_id, Link.withdrawn_at.is_(None))
    return session.scalars(found.order_by(Link.made_at, Link.id)).all()


def ever_made(session: Session, draft_id: str) -> Mapping[str, Link]:
    """Every link that a draft ever had, by its id."""
    return {link.id: link for link in session.scalars(select(Link).where(Link.draft_id == draft_id))}


def opened_by(session: Session, link_ids: Sequence[str]) -> Sequence[Draft]:
    """The drafts that these links open, the one that was changed last first."""
    found = select(Draft).join(Link).where(Link.id.in_(link_ids), is_live()).distinct()
    return session.scalars(found.order_by(Draft.changed_at.desc())).all()


def opening(session: Session, link_ids: Sequence[str], draft_id: str) -> Sequence[Link]:
    """Those of these links that open a draft."""
    found = select(Link).where(Link.id.in_(link_ids), Link.draft_id == draft_id, is_live())
    return session.scalars(found).all()


def is_live() -> ColumnElement[bool]:
    """Whether a link opens something."""
    return and_(Link.withdrawn_at.is_(None), or_(Link.expires_at.is_(None), Link.expires_at > now()))


def _add(session: Session, draft_id: str, wanted: Wanted) -> tuple[Link, str]:
    made = session.scalars(select(Link.id).where(Link.draft_id == draft_id)).all()
    if len(made) >= MOST_LINKS:
        raise TooManyLinks
    token = new_token()
    link = Link(
        id=new_id(),
        draft_id=draft_id,
        token_hash=token_hash(token),
        may=wanted.may,
        name=wanted.name,
        partner=wanted.partner,
        expires_at=wanted.expires_at,
        notice_to=wanted.notice_to,
    )
    session.add(link)
    session.flush()
    session.expunge(link)
    return link, token


def _withdraw(link: Link) -> None:
    link.withdrawn_at = link.withdrawn_at or now()
    link.notice_to = ""


def _of_draft(session: Session, draft_id: str, link_id: str) -> Link | None:
    return session.scalar(select(Link).where(Link.id == link_id, Link.draft_id == draft_id))


def _editing(draft_id: str) -> Select[str]:
    """The links that allow to change a draft, today and for ever."""
    forever = and_(Link.expires_at.is_(None), Link.withdrawn_at.is_(None))
    return select(Link.id).where(Link.draft_id == draft_id, Link.may == "edit", forever)
