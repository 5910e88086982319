"""How often each date in the calendar has moved, so that calendar programs can tell which edition of it is newer.

It is noted when a page is saved, in the same transaction: downloading a calendar changes nothing. Only a real date that
replaces another real one is a move. While somebody has typed half a date, the last real one is kept here.
"""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from agreements.interview import Agreement
from agreements.questions import Date, Group, Printed, group_of
from service.storage.models import Move
from service.typed import Typed


def times(session: Session, draft_id: str) -> Mapping[str, int]:
    """How often dates have moved, by the path of the answer. One that has not is left out."""
    found = session.execute(select(Move.path, Move.times).where(Move.draft_id == draft_id))
    return {path: number for path, number in found if number}


def note(session: Session, draft_id: str, group: str, before: Mapping[str, Typed], after: Mapping[str, Typed]) -> None:
    """Note which dates of one group have moved, by what was typed for its questions before and now."""
    kind = _group(group)
    for name in after:
        question = kind.questions().get(name)
        if isinstance(question, Date) and isinstance(question.effect, Printed) and question.effect.in_calendar:
            days = _day(kind, name, before.get(name)), _day(kind, name, after[name])
            _note(session, draft_id, f"{group}.{name}", *days)


def _note(session: Session, draft_id: str, path: str, before: date | None, after: date | None) -> None:
    move = session.get(Move, (draft_id, path))
    if move is None:
        if before is None:
            return
        move = Move(draft_id=draft_id, path=path, day=before, times=0)
        session.add(move)
    if after not in (None, move.day):
        move.day = after
        move.times += 1


def _day(kind: type[Group], name: str, typed: Typed | None) -> date | None:
    accepted, _faults = kind.load({name: typed})
    day: date | None = accepted.get(name)
    return day


def _group(path: str) -> type[Group]:
    """What is declared at the path of a group: a section, the rows of a list, or what is asked for each row."""
    section, *names = path.split(".")
    below = group_of(Agreement.question(f"{section}.{names[0]}")) if names else None
    return below or Agreement.sections()[section]
