"""The history of a draft: every change, who made it, when, and what stood there before and after.

Each event is made in the transaction of the change itself. Its number follows the last one, and its `chain` is a hash
over the one before and itself. What was typed is not in the chain, but a commitment to it: a hash with a random salt.
So a text can be erased for good, and the chain still holds; and nobody can find an erased text by guessing.
"""

import hashlib
import json
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from service.storage import unsaved
from service.storage.answer_sets import AnswerSet
from service.storage.engine import leave_no_trace, writing
from service.storage.models import Event, EventText, ListRow, now
from service.typed import Typed

Kind = Literal["answer", "mark", "add", "remove", "put back", "move", "restore", "erase"]
"""What happened: a question was answered, or marked as not settled; a row of a list was added, removed, put back or
moved; the whole draft was brought back to an earlier moment; or what was typed for a question was erased here."""


MOST_STORED = 64 * 1024 * 1024
"""Characters that all that was ever typed in one draft may take up: many times what its answers may."""


@dataclass(frozen=True)
class Change:
    """One change, at the path of an answer or of a row: what was there before, and what is there now."""

    kind: Kind
    path: str
    old: Typed = None
    new: Typed = None


@dataclass(frozen=True)
class Noted:
    """A change as it stands in the history. `is_erased` when nobody can tell any more what was typed."""

    number: int
    happened_at: datetime
    link_id: str
    change: Change
    is_erased: bool = False


@dataclass(frozen=True)
class Moment:
    """A draft as it was after an event; of the answers at the `erased` paths nobody can tell.

    `order` has the rows of each list in their places, also those that were removed.
    """

    answers: AnswerSet
    erased: frozenset[str]
    order: Mapping[str, Sequence[str]]


class HistoryFull(Exception):
    """A change was not made, because the history of the draft would hold more than it may."""


def note(session: Session, draft_id: str, by: str, changes: Iterable[Change]) -> None:
    """Add changes, made at one moment by the holder of the link `by`, to the history. Raises HistoryFull."""
    last = session.scalar(_of(draft_id).order_by(Event.number.desc()).limit(1))
    number, chain, size = (last.number, last.chain, last.size) if last else (0, "", 0)
    moment = now()
    for change in changes:
        number += 1
        size += len(_json([change.old, change.new]))
        if size > MOST_STORED:
            raise HistoryFull
        salt = secrets.token_urlsafe(16)
        event = Event(
            draft_id=draft_id,
            number=number,
            happened_at=moment,
            link_id=by,
            kind=change.kind,
            path=change.path,
            size=size,
            commitment=_commitment(salt, change.old, change.new),
        )
        event.chain = chain = _chained(chain, event)
        session.add(event)
        session.flush()
        session.add(EventText(draft_id=draft_id, number=number, salt=salt, old=change.old, new=change.new))


def noted(session: Session, draft_id: str, *, before: int | None = None, most: int | None = None) -> Sequence[Noted]:
    """What happened to a draft, the last first: all of it, or at most so much `before` the event of that number."""
    wanted = (
        select(Event, EventText)
        .outerjoin(EventText, (EventText.draft_id == Event.draft_id) & (EventText.number == Event.number))
        .where(Event.draft_id == draft_id)
        .order_by(Event.number.desc())
    )
    if before is not None:
        wanted = wanted.where(Event.number < before)
    return [_noted(event, text) for event, text in session.execute(wanted.limit(most))]


def _noted(event: Event, text: EventText | None) -> Noted:
    kind: Any = event.kind
    change = Change(kind, event.path, text.old, text.new) if text else Change(kind, event.path)
    return Noted(event.number, event.happened_at, event.link_id, change, is_erased=text is None)


def last_number(session: Session, draft_id: str) -> int:
    """The number of the last event, 0 when there was none."""
    found = session.scalar(_of(draft_id).order_by(Event.number.desc()).limit(1))
    return found.number if found else 0


def at(session: Session, draft_id: str, number: int, current: AnswerSet) -> Moment:
    """The draft as it was after an event, told from what it is `current`ly by undoing what happened since."""
    in_order = select(ListRow.list_path, ListRow.row_id).where(ListRow.draft_id == draft_id)
    order: dict[str, list[str]] = {}
    for path, row in session.execute(in_order.order_by(ListRow.position, ListRow.row_id)):
        order.setdefault(path, []).append(row)
    since = [one for one in noted(session, draft_id) if one.number > number]
    answers = AnswerSet(
        groups={group: dict(typed) for group, typed in current.groups.items()},
        rows={path: list(rows) for path, rows in current.rows.items()},
        removed={path: list(rows) for path, rows in current.removed.items()},
        points=dict(current.points),
    )
    erased: set[str] = set()
    for one in since:
        _undo(answers, order, one.change)
        if one.change.kind in ("answer", "mark"):
            (erased.add if one.is_erased else erased.discard)(one.change.path)
    _sort(answers.rows, order)
    _sort(answers.removed, order)
    return Moment(answers, frozenset(erased), order)


def _sort(lists: dict[str, list[str]], order: Mapping[str, Sequence[str]]) -> None:
    for path, rows in lists.items():
        lists[path] = [row for row in order[path] if row in rows]


def _undo(answers: AnswerSet, order: dict[str, list[str]], change: Change) -> None:
    place, _dot, name = change.path.rpartition(".")
    match change.kind:
        case "answer":
            _put(answers.groups.setdefault(place, {}), name, change.old)
        case "mark":
            _put(answers.points, change.path, change.old)
        case "move":
            order[place] = change.old
        case "add":
            _take_out(answers, place, name)
        case "remove":
            _take_out(answers, place, name)
            answers.rows.setdefault(place, []).append(name)
        case "put back":
            _take_out(answers, place, name)
            answers.removed.setdefault(place, []).append(name)


def _put(where: dict[str, Typed], name: str, typed: Typed | None) -> None:
    if typed is None:
        where.pop(name, None)
    else:
        where[name] = typed


def _take_out(answers: AnswerSet, place: str, row: str) -> None:
    for lists in (answers.rows, answers.removed):
        if row in lists.get(place, ()):
            lists[place].remove(row)


def erase(draft_id: str, by: str, path: str) -> None:
    """Erase from the history whatever was typed for one question, and note that it was done, not what it was.

    What is typed for it and not saved goes too.
    """
    with writing(draft_id) as session:
        unsaved.drop(session, draft_id, path)
        numbers = select(Event.number).where(Event.draft_id == draft_id, Event.path == path)
        session.execute(delete(EventText).where(EventText.draft_id == draft_id, EventText.number.in_(numbers)))
        note(session, draft_id, by, [Change("erase", path)])
    leave_no_trace()


def broken_at(session: Session, draft_id: str) -> int | None:
    """The number of the first event that is not as it was written, or that is missing. None when all are."""
    chain = ""
    erased = select(Event.path, func.max(Event.number)).where(Event.draft_id == draft_id, Event.kind == "erase")
    erased_until = dict(session.execute(erased.group_by(Event.path)).all())
    texts = {text.number: text for text in session.scalars(select(EventText).where(EventText.draft_id == draft_id))}
    for number, event in enumerate(session.scalars(_of(draft_id).order_by(Event.number)), 1):
        text = texts.get(number)
        may_be_erased = number < erased_until.get(event.path, 0)
        is_whole = may_be_erased if text is None else _commitment(text.salt, text.old, text.new) == event.commitment
        if event.number != number or event.chain != _chained(chain, event) or not is_whole:
            return number
        chain = event.chain
    return None


def _of(draft_id: str) -> Any:
    return select(Event).where(Event.draft_id == draft_id)


def _commitment(salt: str, old: Typed, new: Typed) -> str:
    return _hash([salt, old, new])


def _chained(before: str, event: Event) -> str:
    """The hash of an event and of all before it."""
    moment = event.happened_at.astimezone(UTC).isoformat(timespec="microseconds")
    return _hash(
        [
            before,
            event.draft_id,
            event.number,
            moment,
            event.link_id,
            event.kind,
            event.path,
            event.size,
            event.commitment,
        ]
    )


def _hash(content: Sequence[Any]) -> str:
    return hashlib.sha256(_json(content).encode()).hexdigest()


def _json(content: Sequence[Any]) -> str:
    return json.dumps(content, sort_keys=True, separators=(",", ":"))
