"""A draft brought back to what it was at an earlier moment. That is a change like any other: nothing is lost by it."""

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from service.storage import drafts, history, moves
from service.storage.answer_sets import AnswerSet, is_declared
from service.storage.engine import writing
from service.storage.history import Change, Kind
from service.storage.models import Answer, Attachment, ListRow, StoredPoint
from service.typed import Typed


def restore(draft_id: str, by: str, number: int) -> Sequence[str]:
    """Bring a draft back to what it was after an event, and note that as further events: nothing is lost by it.

    Answers that were erased from the history stay as they are, and so do files that are not kept any more. Their paths
    are given back.
    """
    with writing(draft_id) as session:
        current = drafts.read(session, draft_id)
        moment = history.at(session, draft_id, number, current)
        kept = set(session.scalars(select(Attachment.sha256).where(Attachment.draft_id == draft_id)))
        changes = [
            *_changes("answer", dict(current.paths()), dict(moment.answers.paths())),
            *_changes("mark", current.points, moment.answers.points),
        ]
        left = {one.path for one in changes if one.path in moment.erased or not _is_kept(one.new, kept)}
        changes = [one for one in changes if one.path not in left]
        for change in changes:
            _put(session, draft_id, change)
        rows = [*_rows_restored(session, draft_id, moment.answers), *_moved(session, draft_id, moment.order)]
        if rows or changes:
            drafts.note(session, draft_id, by, [Change("restore", "", None, number), *rows, *changes])
        return sorted(left)


def _changes(kind: Kind, before: Mapping[str, Typed], wanted: Mapping[str, Typed]) -> Iterator[Change]:
    for path in sorted(before.keys() | wanted.keys()):
        if before.get(path) != wanted.get(path):
            yield Change(kind, path, before.get(path), wanted.get(path))


def _is_kept(typed: Typed, kept: Set[str]) -> bool:
    """Whether the file that an answer names, if it names one, is still kept."""
    digest = typed.get("sha256") if isinstance(typed, Mapping) else ""
    return not digest or digest in kept


def _put(session: Session, draft_id: str, change: Change) -> None:
    table: type[Answer] | type[StoredPoint] = Answer if change.kind == "answer" else StoredPoint
    found = cast(Answer | StoredPoint | None, session.get(table, (draft_id, change.path)))
    if found is None:
        session.add(table(draft_id=draft_id, path=change.path, typed=change.new))
    elif change.new is None:
        session.delete(found)
    else:
        found.typed = change.new
    group, _dot, name = change.path.rpartition(".")
    if change.kind == "answer" and is_declared(change.path):
        moves.note(session, draft_id, group, {name: change.old}, {name: change.new})


def _rows_restored(session: Session, draft_id: str, wanted: AnswerSet) -> Iterator[Change]:
    """Remove or put back rows until the lists have those that are wanted."""
    for row in session.scalars(select(ListRow).where(ListRow.draft_id == draft_id)):
        is_removed = row.row_id not in wanted.rows.get(row.list_path, ())
        if row.is_removed != is_removed:
            row.is_removed = is_removed
            yield Change("remove" if is_removed else "put back", f"{row.list_path}.{row.row_id}")


def _moved(session: Session, draft_id: str, wanted: Mapping[str, Sequence[str]]) -> Iterator[Change]:
    """Bring the rows of each list into the order that is wanted; those that were added since come after them."""
    found: dict[str, dict[str, ListRow]] = {}
    for row in session.scalars(drafts.in_order(draft_id)):
        found.setdefault(row.list_path, {})[row.row_id] = row
    for path, rows in found.items():
        first = [row_id for row_id in wanted.get(path, ()) if row_id in rows]
        order = [*first, *(row_id for row_id in rows if row_id not in first)]
        if order != list(rows):
            yield Change("move", f"{path}.{order[0]}", list(rows), order)
            for position, row_id in enumerate(order):
                rows[row_id].position = position
