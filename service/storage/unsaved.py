"""What was typed on a page and not saved yet, kept for the browser in which it was typed.

It is no part of the agreement, and nobody else sees it. It is there so that a closed lid, an empty battery or a wrong
click loses nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import ColumnElement, Text, cast, delete, func, select
from sqlalchemy.orm import Session

from service.storage.engine import writing
from service.storage.merging import NOTHING, Posted, mark
from service.storage.models import Answer, StoredPoint, now
from service.storage.models import Unsaved as Row
from service.typed import Typed, says_something

MOST_PAGES = 300
"""Pages of one draft with something unsaved on them, in all browsers together."""
MOST_STORED = 4 * 1024 * 1024
"""Characters that all that is unsaved in one draft may take up."""
KEPT = timedelta(days=90)
"""How long something is kept that is neither saved nor wanted back."""


@dataclass(frozen=True)
class Waiting:
    """What is unsaved on a page: when it was typed, and by question what was typed and the mark of what was there.

    `points` has the same of what was marked beside the questions.
    """

    typed_at: datetime
    answers: Mapping[str, tuple[Typed, str]]
    points: Mapping[str, tuple[Typed, str]]


class NoRoom(Exception):
    """Something was not kept, because so much is unsaved in the draft already."""


@dataclass(frozen=True)
class Sent:
    """What a page brings: its answers, and what is marked beside them.

    `window` is the name of the opened page, which speaks for what was typed in it before. `shows_unsaved` when what was
    unsaved had been put back on it: then it speaks for all of that.
    """

    answers: Sequence[Posted]
    points: Sequence[Posted]
    window: str
    shows_unsaved: bool

    def left(self, kept: Mapping[str, Sequence[Typed]]) -> dict[str, Sequence[Typed]]:
        """What was kept before and this page does not speak for."""
        if self.shows_unsaved:
            return {}
        return {name: one for name, one in kept.items() if one[2] != self.window}


def keep(draft_id: str, browser: str, path: str, sent: Sent) -> bool:
    """Keep what a page brings that is neither what it showed nor what is saved by now. Whether there is any.

    What was kept before of other questions stays, unless this page speaks for it. Raises NoRoom.
    """
    with writing(draft_id) as session:
        row = session.scalar(select(Row).where(_one(draft_id, browser, path)))
        before = (sent.left(row.answers), sent.left(row.points)) if row else ({}, {})
        answers = before[0] | _news(_stored(session, Answer, draft_id, path), sent.answers, sent.window)
        points = before[1] | _news(_stored(session, StoredPoint, draft_id, path), sent.points, sent.window)
        if row is None and (answers or points):
            _check_room(session, draft_id)
            row = Row(draft_id=draft_id, browser=browser, path=path)
            session.add(row)
        _write(session, row, answers, points)
        return bool(answers or points)


def _write(session: Session, row: Row | None, answers: Mapping[str, Typed], points: Mapping[str, Typed]) -> None:
    if row is None:
        return
    if answers or points:
        row.typed_at, row.answers, row.points = now(), answers, points
    else:
        session.delete(row)


def on_page(session: Session, draft_id: str, browser: str, path: str) -> Waiting | None:
    """What this browser has unsaved on a page. None when all of it is what is saved by now."""
    row = session.scalar(select(Row).where(_one(draft_id, browser, path)))
    if row is None:
        return None
    answers = _still_news(_stored(session, Answer, draft_id, path), row.answers)
    points = _still_news(_stored(session, StoredPoint, draft_id, path), row.points)
    return Waiting(row.typed_at, answers, points) if answers or points else None


def paths(session: Session, draft_id: str, browser: str) -> Sequence[str]:
    """The pages on which this browser has something unsaved, that of the last moment first."""
    found = select(Row.path).where(Row.draft_id == draft_id, Row.browser == browser).order_by(Row.typed_at.desc())
    return [path for path in session.scalars(found) if on_page(session, draft_id, browser, path)]


def saved(draft_id: str, browser: str, path: str, sent: Sent) -> None:
    """Forget what a page has just saved. What it does not speak for and did not change stays."""
    with writing(draft_id) as session:
        row = session.scalar(select(Row).where(_one(draft_id, browser, path)))
        if row is not None:
            answers, points = sent.left(row.answers), sent.left(row.points)
            _write(session, row, _without(answers, sent.answers), _without(points, sent.points))


def _without(kept: Mapping[str, Sequence[Typed]], posted: Sequence[Posted]) -> dict[str, Sequence[Typed]]:
    changed = {one.name for one in posted if _is_changed(one)}
    return {name: one for name, one in kept.items() if name not in changed}


def drop(session: Session, draft_id: str, path: str) -> None:
    """Forget what is unsaved for one question, in all browsers."""
    page, _dot, name = path.rpartition(".")
    for row in session.scalars(select(Row).where(Row.draft_id == draft_id, Row.path == page)):
        answers, points = (
            {other: one for other, one in kept.items() if other != name} for kept in (row.answers, row.points)
        )
        _write(session, row, answers, points)


def forget_all(draft_id: str, browser: str) -> None:
    """Forget all that one browser has unsaved in a draft."""
    with writing(draft_id) as session:
        session.execute(delete(Row).where(Row.draft_id == draft_id, Row.browser == browser))


def forget_old(today: date) -> None:
    """Forget what nobody has come back to for so long."""
    with writing() as session:
        session.execute(delete(Row).where(Row.typed_at < datetime.combine(today - KEPT, time.min, UTC)))


def forget(draft_id: str, browser: str, path: str) -> None:
    """Forget what is unsaved on a page, since it is not wanted."""
    with writing(draft_id) as session:
        session.execute(delete(Row).where(_one(draft_id, browser, path)))


def _one(draft_id: str, browser: str, path: str) -> ColumnElement[bool]:
    return (Row.draft_id == draft_id) & (Row.browser == browser) & (Row.path == path)


def _news(stored: Mapping[str, Typed], posted: Sequence[Posted], window: str) -> dict[str, Sequence[Typed]]:
    return {
        one.name: [one.typed, one.opened, window]
        for one in posted
        if one.keep != "theirs" and _is_changed(one) and _is_news(stored.get(one.name), one.typed)
    }


def _is_changed(one: Posted) -> bool:
    """Whether somebody changed an answer on the page. A field that was empty, and is, tells nothing."""
    return mark(one.typed) != one.opened and (one.opened != NOTHING or says_something(one.typed))


def _still_news(stored: Mapping[str, Typed], kept: Mapping[str, Sequence[Typed]]) -> dict[str, tuple[Typed, str]]:
    return {
        name: (typed, opened) for name, (typed, opened, _window) in kept.items() if _is_news(stored.get(name), typed)
    }


def _is_news(stored: Typed | None, typed: Typed) -> bool:
    return mark(stored) != mark(typed) and (says_something(stored) or says_something(typed))


def _stored(session: Session, table: type[Answer] | type[StoredPoint], draft_id: str, path: str) -> Mapping[str, Typed]:
    """What is saved on a page, by question."""
    found = session.execute(
        select(table.path, table.typed).where(
            table.draft_id == draft_id, table.path.startswith(f"{path}.", autoescape=True)
        )
    )
    answers = {answer.removeprefix(f"{path}."): typed for answer, typed in found}
    return {name: typed for name, typed in answers.items() if "." not in name}


def _check_room(session: Session, draft_id: str) -> None:
    size = func.coalesce(func.sum(func.length(cast(Row.answers, Text)) + func.length(cast(Row.points, Text))), 0)
    pages, letters = session.execute(select(func.count(), size).where(Row.draft_id == draft_id)).one()
    if pages >= MOST_PAGES or letters >= MOST_STORED:
        raise NoRoom
