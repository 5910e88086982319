"""Private links: who has one may open the draft. The token itself is never stored."""

import hashlib
import secrets
from collections.abc import Sequence

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from service.storage.engine import writing
from service.storage.models import Draft, Link, new_id


def new_token() -> str:
    """A token of 192 bits, in 32 characters fit for an address."""
    return secrets.token_urlsafe(24)


def token_hash(token: str) -> str:
    """What is stored of a token. It is long and random, so a fast hash keeps it safe."""
    return hashlib.sha256(token.encode()).hexdigest()


def find(session: Session, token: str) -> Link | None:
    """The link with this token, or None."""
    return session.scalar(select(Link).where(Link.token_hash == token_hash(token)))


def renew(draft_id: str) -> tuple[Link, str]:
    """Make a new link to a draft. All older ones, and the browsers that came in by them, are shut out."""
    token = new_token()
    with writing(draft_id) as session:
        session.execute(delete(Link).where(Link.draft_id == draft_id))
        link = Link(id=new_id(), draft_id=draft_id, token_hash=token_hash(token))
        session.add(link)
        session.flush()
        session.expunge(link)
    return link, token


def opened_by(session: Session, link_ids: Sequence[str]) -> Sequence[Draft]:
    """The drafts that these links open, the one that was changed last first."""
    found = select(Draft).join(Link).where(Link.id.in_(link_ids)).order_by(Draft.changed_at.desc())
    return session.scalars(found).all()


def opens(session: Session, link_ids: Sequence[str], draft_id: str) -> Draft | None:
    """The draft, if one of these links opens it."""
    found = select(Draft).join(Link).where(Link.id.in_(link_ids), Draft.id == draft_id)
    return session.scalars(found).first()
