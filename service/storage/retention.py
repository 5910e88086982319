"""How long drafts are kept: twelve months from the last opening, with a notice before to those who left an address."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from sqlalchemy import ColumnElement, delete, exists, or_, select, update
from sqlalchemy.orm import Session

from service.storage.engine import writing
from service.storage.links import is_live
from service.storage.models import Draft, Link

KEPT_MONTHS = 12
"""How long a draft is kept after the day on which it was last opened."""
NOTICE = timedelta(days=30)
"""How long before it is deleted a notice is sent."""
LONGEST_WAIT = timedelta(days=60)
"""How long a draft is kept beyond its time while a notice cannot be sent, and no longer."""
_KEPT = relativedelta(months=KEPT_MONTHS)


@dataclass(frozen=True)
class Notice:
    """A notice that is due: about which draft, to which address, and between which days nobody opened it."""

    draft_id: str
    address: str
    opened_on: date
    ends_on: date


def ends_on(opened_on: date) -> date:
    """The day on which a draft is deleted if nobody opens it any more."""
    return opened_on + _KEPT


def due(session: Session, today: date) -> Sequence[Notice]:
    """The notices to be sent today. Each address hears of a draft once, however many links it was left for."""
    found = session.execute(
        select(Draft.id, Link.notice_to, Draft.opened_on)
        .join(Link)
        .where(Draft.opened_on <= today + NOTICE - _KEPT, _waits_for_notice())
        .distinct()
        .order_by(Draft.opened_on, Draft.id, Link.notice_to)
    )
    return [
        Notice(draft_id, address, opened_on, max(ends_on(opened_on), today + NOTICE))
        for draft_id, address, opened_on in found
    ]


def note_sent(notice: Notice, today: date) -> None:
    """Note that a notice was sent, or never can be."""
    with writing(notice.draft_id) as session:
        told = (Link.draft_id == notice.draft_id) & (Link.notice_to == notice.address)
        session.execute(update(Link).where(told).values(notified_on=today))


def over(session: Session, today: date) -> Sequence[str]:
    """The drafts whose time is over."""
    return session.scalars(select(Draft.id).where(_is_over(today)).order_by(Draft.opened_on, Draft.id)).all()


def delete_if_over(draft_id: str, today: date) -> bool:
    """Delete a draft whose time is over, unless somebody has opened it meanwhile. Whether it was deleted."""
    with writing(draft_id) as session:
        found = session.scalar(select(Draft.id).where(Draft.id == draft_id, _is_over(today)))
        if found:
            session.execute(delete(Draft).where(Draft.id == draft_id))
        return found is not None


def _is_over(today: date) -> ColumnElement[bool]:
    """Whether a draft is old enough, and whoever left an address was told in time or has been waited for."""
    of_draft = Link.draft_id == Draft.id
    waits = exists().where(of_draft, _waits_for_notice())
    told_late = exists().where(of_draft, _has_address(), Link.notified_on > today - NOTICE)
    has_waited = Draft.opened_on <= today - LONGEST_WAIT - _KEPT
    return (Draft.opened_on <= today - _KEPT) & or_(~waits, has_waited) & ~told_late


def _waits_for_notice() -> ColumnElement[bool]:
    """Whether an address was left for this link, and not written to since the draft was last opened."""
    return _has_address() & or_(Link.notified_on.is_(None), Link.notified_on <= Draft.opened_on)


def _has_address() -> ColumnElement[bool]:
    return (Link.notice_to != "") & is_live()
