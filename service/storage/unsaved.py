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
from service.storage.models import Answer, now
from service.storage.models import Unsaved as Row
from service.typed import Typed, says_something

MOST_PAGES = 300
"""Pages of one draft with something unsaved on them, in all browsers together."""
MOST_STORED = 4 * 1024 * 1024
"""Characters that all that is unsaved in one draft may take up."""


@dataclass(frozen=True)
class Waiting:
    """What is unsaved on a page: when it was typed, and by question what was typed and what the page had shown."""

    typed_at: datetime
    answers: Mapping[str, tuple[Typed, str]]


class NoRoom(Exception):
    """Something was not kept, because so much is unsaved in the draft already."""


def keep(draft_id: str, browser: str, path: str, posted: Sequence[Posted]) -> bool:
    """Keep what a page brings that is neither what it showed nor what is saved by now. Whether there is any.

    Raises NoRoom.
    """
    with writing(draft_id) as session:
        session.execute(delete(Row).where(_one(draft_id, browser, path)))
        stored = _stored(session, draft_id, path)
        changed = {
            one.name: [one.typed, one.opened]
            for one in posted
            if one.keep != "theirs" and mark(one.typed) != one.opened and _is_news(stored.get(one.name), one.typed)
        }
        if changed:
            _check_room(session, draft_id)
            session.add(Row(draft_id=draft_id, browser=browser, path=path, typed_at=now(), answers=changed))
        return bool(changed)


def on_page(session: Session, draft_id: str, browser: str, path: str) -> Waiting | None:
    """What this browser has unsaved on a page. None when all of it is what is saved by now."""
    row = session.scalar(select(Row).where(_one(draft_id, browser, path)))
    stored = _stored(session, draft_id, path) if row else {}
    answers = {
        name: (typed, opened)
        for name, (typed, opened) in (row.answers if row else {}).items()
        if _is_news(stored.get(name), typed)
    }
    return Waiting(row.typed_at, answers) if row and answers else None


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


def _is_news(stored: Typed | None, typed: Typed) -> bool:
    return mark(stored) != mark(typed) and (says_something(stored) or says_something(typed))


def _stored(session: Session, draft_id: str, path: str) -> Mapping[str, Typed]:
    """What is saved on a page, by question."""
    found = select(Answer.path, Answer.typed).where(
        Answer.draft_id == draft_id, Answer.path.startswith(f"{path}.", autoescape=True)
    )
    answers = {answer.removeprefix(f"{path}."): typed for answer, typed in session.execute(found)}
    return {name: typed for name, typed in answers.items() if "." not in name}


def _check_room(session: Session, draft_id: str) -> None:
    size = func.coalesce(func.sum(func.length(cast(Row.answers, Text))), 0)
    pages, letters = session.execute(select(func.count(), size).where(Row.draft_id == draft_id)).one()
    if pages >= MOST_PAGES or letters >= MOST_STORED:
        raise NoRoom
