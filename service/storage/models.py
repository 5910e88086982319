"""The tables. Ids are random, so that nobody can count or guess them."""

import secrets
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import JSON, DateTime, ForeignKey, ForeignKeyConstraint, LargeBinary, MetaData, String
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

# Constraints without a name cannot be changed on SQLite later.
NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


def new_id() -> str:
    """A random id of 128 bits, in 22 characters."""
    return secrets.token_urlsafe(16)


def new_row_id() -> str:
    """A random id for a row, in the letters that ids may have."""
    return secrets.token_hex(8)


def now() -> datetime:
    """This moment, with its zone."""
    return datetime.now(UTC)


def today() -> date:
    """This day, as it is called at Greenwich."""
    return now().date()


class Moment(TypeDecorator[datetime]):
    """A moment in UTC. SQLite forgets the zone, so it is put back."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Store in UTC."""
        return value.astimezone(UTC).replace(tzinfo=None) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Read as UTC."""
        return value.replace(tzinfo=UTC) if value else None


class Base(DeclarativeBase):
    """The head of all tables."""

    metadata = MetaData(naming_convention=NAMES)


class Draft(Base):
    """One agreement in the making. `opened_on` is the day on which somebody last opened it or wrote in it."""

    __tablename__ = "drafts"

    id: Mapped[str] = mapped_column(String(22), primary_key=True, default=new_id)
    begun_at: Mapped[datetime] = mapped_column(Moment, default=now)
    changed_at: Mapped[datetime] = mapped_column(Moment, default=now)
    opened_on: Mapped[date] = mapped_column(default=today, nullable=True)  # never empty: see the migration


class Link(Base):
    """A private link to a draft. Only the SHA-256 of its token is kept: who reads the table cannot use it.

    `may` is what it allows (see `service.rights`), `name` the person it was made for, `partner` the id of their row.
    A link that was withdrawn is kept, so that it can be told who did what. `notice_to` is the e-mail address that is
    written to before the draft is deleted, if one was left; `notified_on` the day on which that was last done.
    """

    __tablename__ = "links"

    id: Mapped[str] = mapped_column(String(22), primary_key=True, default=new_id)
    draft_id: Mapped[str] = mapped_column(ForeignKey("drafts.id", ondelete="CASCADE"), index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    made_at: Mapped[datetime] = mapped_column(Moment, default=now)
    may: Mapped[str] = mapped_column(String(7), default="edit")
    name: Mapped[str] = mapped_column(String(200), default="")
    partner: Mapped[str] = mapped_column(String(40), default="")
    expires_at: Mapped[datetime | None] = mapped_column(Moment)
    withdrawn_at: Mapped[datetime | None] = mapped_column(Moment)
    notice_to: Mapped[str] = mapped_column(String(254), default="", nullable=True)  # as above
    notified_on: Mapped[date | None]


class ListRow(Base):
    """A row of a list and its place in it. A row that was removed is kept, so that it can be put back."""

    __tablename__ = "list_rows"

    draft_id: Mapped[str] = mapped_column(ForeignKey("drafts.id", ondelete="CASCADE"), primary_key=True)
    list_path: Mapped[str] = mapped_column(String(100), primary_key=True)
    row_id: Mapped[str] = mapped_column(String(40), primary_key=True)
    position: Mapped[int]
    is_removed: Mapped[bool] = mapped_column(default=False)


class Answer(Base):
    """What a person typed for one question, accepted or not, exactly as typed."""

    __tablename__ = "answers"

    draft_id: Mapped[str] = mapped_column(ForeignKey("drafts.id", ondelete="CASCADE"), primary_key=True)
    path: Mapped[str] = mapped_column(String(200), primary_key=True)
    typed: Mapped[Any] = mapped_column(JSON)


class Event(Base):
    """One change of a draft: who made it, when, what kind, and where. What was typed stands in `EventText`.

    `size` counts the characters of all texts so far, also of those that were erased since.

    `commitment` binds the event to that text without showing it, `chain` to all events before it. So a text can be
    erased, and it can still be told that nothing else was altered, cut out or moved.
    """

    __tablename__ = "events"

    draft_id: Mapped[str] = mapped_column(ForeignKey("drafts.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    happened_at: Mapped[datetime] = mapped_column(Moment)
    link_id: Mapped[str] = mapped_column(String(22))
    kind: Mapped[str] = mapped_column(String(8))
    path: Mapped[str] = mapped_column(String(200))
    size: Mapped[int]
    commitment: Mapped[str] = mapped_column(String(64))
    chain: Mapped[str] = mapped_column(String(64))


class EventText(Base):
    """What was typed before and after an event, with the salt of its commitment. It can be erased."""

    __tablename__ = "event_texts"
    __table_args__ = (
        ForeignKeyConstraint(["draft_id", "number"], ["events.draft_id", "events.number"], ondelete="CASCADE"),
    )

    draft_id: Mapped[str] = mapped_column(String(22), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    salt: Mapped[str] = mapped_column(String(22))
    old: Mapped[Any] = mapped_column(JSON)
    new: Mapped[Any] = mapped_column(JSON)


class Unsaved(Base):
    """What somebody has typed on a page in one browser, and has not saved yet.

    `answers` has, by question, what was typed, the mark of what the page showed when it was opened, and the name of the
    window it was typed in; `points` has the same of what was marked beside the question.
    """

    __tablename__ = "unsaved"

    draft_id: Mapped[str] = mapped_column(ForeignKey("drafts.id", ondelete="CASCADE"), primary_key=True)
    browser: Mapped[str] = mapped_column(String(22), primary_key=True)
    path: Mapped[str] = mapped_column(String(200), primary_key=True)
    typed_at: Mapped[datetime] = mapped_column(Moment)
    answers: Mapped[Any] = mapped_column(JSON)
    points: Mapped[Any] = mapped_column(JSON)


class StoredPoint(Base):
    """What a person marked beside one question, as typed: {"state", "because"}; see `agreements.questions.open_points`.

    A question that was settled again keeps its row, with nothing in it.
    """

    __tablename__ = "open_points"

    draft_id: Mapped[str] = mapped_column(ForeignKey("drafts.id", ondelete="CASCADE"), primary_key=True)
    path: Mapped[str] = mapped_column(String(200), primary_key=True)
    typed: Mapped[Any] = mapped_column(JSON)


class Move(Base):
    """A date that stands in the calendar: the real day that it was last, and how often it has moved."""

    __tablename__ = "moves"

    draft_id: Mapped[str] = mapped_column(ForeignKey("drafts.id", ondelete="CASCADE"), primary_key=True)
    path: Mapped[str] = mapped_column(String(200), primary_key=True)
    day: Mapped[date]
    times: Mapped[int]


class Attachment(Base):
    """The content of a file that somebody chose as an answer, by its SHA-256. Its name stands in the answer."""

    __tablename__ = "attachments"

    draft_id: Mapped[str] = mapped_column(ForeignKey("drafts.id", ondelete="CASCADE"), primary_key=True)
    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)
    kept_at: Mapped[datetime] = mapped_column(Moment, default=now)
