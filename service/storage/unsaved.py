"""What was typed on a page and not saved yet, kept for the browser in which it was typed.

It is no part of the agreement, and nobody else sees it. It is there so that a closed lid, an empty battery or a wrong
click loses nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Text, cast, delete, func, select
from sqlalchemy.orm import Session

from service.storage.engine import writing
from service.storage.merging import Posted, mark
from service.storage.models import Answer, StoredPoint, now
from service.storage.models import Unsaved as Row
from service.typed import Typed, says_something

MOST_PAGES = 300
"""Pages of one draft with something unsaved on them, in all browsers together."""
MOST_STORED = 4 * 1024 * 1024
"""Characters that all that is unsaved in one draft may take up."""


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


def keep(draft_id: str, browser: str, path: str, posted: Sequence[Posted], points: Sequence[Posted]) -> bool:
    """Keep what a page brings that is neither what it showed nor what is saved by now. Whether there is any.

    Raises NoRoom.
    """
    with writing(draft_id) as session:
        session.execute(delete(Row).where(_one(draft_id, browser, path)))
        answers = _news(_stored(session, Answer, draft_id, path), posted)
        marks = _news(_stored(session, StoredPoint, draft_id, path), points)
        if answers or marks:
            _check_room(session, draft_id)
            moment = now()
            session.add(
                Row(draft_id=draft_id, browser=browser, path=path, typed_at=moment, answers=answers, points=marks)
            )
        return bool(answers or marks)


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


def forget(draft_id: str, browser: str, path: str) -> None:
    """Forget what is unsaved on a page: it is saved now, or not wanted."""
    with writing(draft_id) as session:
        session.execute(delete(Row).where(_one(draft_id, browser, path)))


def _one(draft_id: str, browser: str, path: str) -> ColumnElement[bool]:
    return (Row.draft_id == draft_id) & (Row.browser == browser) & (Row.path == path)


def _news(stored: Mapping[str, Typed], posted: Sequence[Posted]) -> dict[str, list[Typed]]:
    return {
        one.name: [one.typed, one.opened]
        for one in posted
        if one.keep != "theirs" and mark(one.typed) != one.opened and _is_news(stored.get(one.name), one.typed)
    }


def _still_news(stored: Mapping[str, Typed], kept: Mapping[str, Sequence[Typed]]) -> dict[str, tuple[Typed, str]]:
    return {name: (typed, opened) for name, (typed, opened) in kept.items() if _is_news(stored.get(name), typed)}


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
