"""Drafts: begun, read, saved page by page, rows removed and put back.

Every change is one transaction that holds the right to write from its beginning, so that two people who save at the
same moment do so one after the other.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from sqlalchemy import Select, Text, func, select, update
from sqlalchemy import cast as sql_cast
from sqlalchemy import delete as sql_delete
from sqlalchemy.orm import Session

from service.storage import history, moves
from service.storage.answer_sets import AnswerSet
from service.storage.engine import leave_no_trace, writing
from service.storage.history import Change, Kind
from service.storage.merging import Clash, Posted, merge
from service.storage.models import Answer, Draft, Link, ListRow, StoredPoint, new_id, new_row_id, now, today
from service.typed import SETTLED, Typed, says_something

MOST_STORED = 4 * 1024 * 1024
"""Characters that the answers of one draft, and what is marked beside them, may take up in the database."""


class DraftFull(Exception):
    """A page was not saved, because the draft would hold more than it may."""


@dataclass(frozen=True)
class Place:
    """Where the answers of one page belong: a group, and the list and row it is if it is a row."""

    group: str
    list_path: str = ""
    row: str = ""


@dataclass(frozen=True)
class Saved:
    """What became of a page: the answers that somebody else changed too, and whether its row was removed meanwhile.

    `point_clashes` are the same for what is marked beside the answers.
    """

    clashes: Mapping[str, Clash]
    point_clashes: Mapping[str, Clash]
    is_removed: bool


NOTHING_SAVED = Saved({}, {}, is_removed=False)
"""Of a page that was only opened."""


def begin(answers: AnswerSet, token_hash: str) -> Link:
    """Begin a draft with these answers, and with a link to it."""
    with writing() as session:
        draft = Draft(id=new_id())
        link = Link(id=new_id(), draft_id=draft.id, token_hash=token_hash)
        session.add(draft)
        session.flush()
        session.add(link)
        session.add_all(Answer(draft_id=draft.id, path=path, typed=typed) for path, typed in answers.paths())
        session.add_all(
            StoredPoint(draft_id=draft.id, path=path, typed=typed) for path, typed in answers.points.items()
        )
        session.add_all(
            ListRow(draft_id=draft.id, list_path=path, row_id=row, position=position)
            for path, rows in answers.rows.items()
            for position, row in enumerate(rows)
        )
        session.flush()
        session.expunge(link)
    return link


def note_opening(session: Session, draft_id: str) -> bool:
    """Note that a draft was opened today, once a day. Whether anything was written."""
    if not session.scalar(select(Draft.opened_on).where(Draft.id == draft_id, Draft.opened_on < today())):
        return False
    with writing(draft_id) as held:
        held.execute(update(Draft).where(Draft.id == draft_id).values(opened_on=today()))
    return True


def delete(draft_id: str) -> None:
    """Delete a draft with all that belongs to it, also from what the database keeps beside its tables."""
    with writing(draft_id) as session:
        session.execute(sql_delete(Draft).where(Draft.id == draft_id))
    leave_no_trace()


def read(session: Session, draft_id: str) -> AnswerSet:
    """Everything typed in a draft."""
    answers = AnswerSet()
    for path, typed in session.execute(select(Answer.path, Answer.typed).where(Answer.draft_id == draft_id)):
        answers.put(path, typed)
    marked = select(StoredPoint.path, StoredPoint.typed).where(StoredPoint.draft_id == draft_id)
    answers.points.update(session.execute(marked).all())
    for row in session.scalars(in_order(draft_id)):
        lists = answers.removed if row.is_removed else answers.rows
        lists.setdefault(row.list_path, []).append(row.row_id)
    return answers


def save(draft_id: str, by: str, place: Place, posted: Sequence[Posted], points: Sequence[Posted] = ()) -> Saved:
    """Save what the holder of the link `by` typed on one page, and what they marked beside it (`points`).

    A row that is not there yet is added at the end of its list. Answers and marks that were changed meanwhile by
    somebody else, and differently, are not saved but returned as clashes; all others are. What is typed in a row that
    was removed meanwhile is kept with it. Raises DraftFull.
    """
    with writing(draft_id) as session:
        row, added = _row(session, draft_id, place) if place.row else (None, ())
        answers = _merged(session, Answer, draft_id, place.group, posted)
        marks = _merged(session, StoredPoint, draft_id, place.group, points, SETTLED)
        if answers.changes:
            moves.note(session, draft_id, place.group, answers.before, answers.changes)
        changes = (*added, *_changes("answer", place.group, answers), *_changes("mark", place.group, marks))
        note(session, draft_id, by, changes)
        return Saved(answers.clashes, marks.clashes, is_removed=row is not None and row.is_removed)


@dataclass(frozen=True)
class _Merged:
    """What was stored before of one page, what is stored now instead, and what is not because of a clash."""

    before: Mapping[str, Typed]
    changes: Mapping[str, Typed]
    clashes: Mapping[str, Clash]


def _merged(
    session: Session,
    table: type[Answer] | type[StoredPoint],
    draft_id: str,
    group: str,
    posted: Sequence[Posted],
    unsaid: Typed | None = None,
) -> _Merged:
    """Merge what came in into what is stored; `unsaid` stands for what nobody has ever typed."""
    stored = _stored(session, table, draft_id, group, [one.name for one in posted])
    before = {name: row.typed for name, row in stored.items()}
    known = before if unsaid is None else {one.name: before.get(one.name, unsaid) for one in posted}
    changes, clashes = merge(known, posted)
    for name, typed in changes.items():
        if name in stored:
            stored[name].typed = typed
        else:
            session.add(table(draft_id=draft_id, path=f"{group}.{name}", typed=typed))
    return _Merged(before, changes, clashes)


def _changes(kind: Kind, group: str, merged: _Merged) -> Iterator[Change]:
    """The changes of one page for the history. From nothing to nothing is none."""
    for name, new in merged.changes.items():
        old = merged.before.get(name)
        if says_something(old) or says_something(new):
            yield Change(kind, f"{group}.{name}", old, new)


def add_to_empty(draft_id: str, by: str, list_path: str, rows: Sequence[Mapping[str, Typed]]) -> bool:
    """Add rows, each with its answers, to a list that has none. Whether it had none. Raises DraftFull."""
    with writing(draft_id) as session:
        in_list = (ListRow.draft_id == draft_id) & (ListRow.list_path == list_path)
        if session.scalar(select(ListRow).where(in_list, ListRow.is_removed.is_(False)).limit(1)):
            return False
        note(session, draft_id, by, _append(session, draft_id, list_path, {new_row_id(): answers for answers in rows}))
        return True


def add_rows(draft_id: str, by: str, list_path: str, rows: Mapping[str, Mapping[str, Typed]], most: int) -> bool:
    """Add rows, each under its id with its answers, at the end of a list that may have `most`.

    Whether there is room for them; if not, none is added. Rows that are there already are not added again, so that a
    page that is sent twice adds them once. Raises DraftFull.
    """
    with writing(draft_id) as session:
        found = {row.row_id: row for row in session.scalars(in_order(draft_id).where(ListRow.list_path == list_path))}
        new = {row_id: answers for row_id, answers in rows.items() if row_id not in found}
        if sum(not row.is_removed for row in found.values()) + len(new) > most:
            return False
        note(session, draft_id, by, _append(session, draft_id, list_path, new))
        return True


def set_removed(draft_id: str, by: str, list_path: str, row: str, *, is_removed: bool) -> None:
    """Remove a row from its list, or put it back where it was."""
    with writing(draft_id) as session:
        found = session.get(ListRow, (draft_id, list_path, row))
        if found is not None and found.is_removed != is_removed:
            found.is_removed = is_removed
            note(session, draft_id, by, [Change("remove" if is_removed else "put back", f"{list_path}.{row}")])


def move(draft_id: str, by: str, list_path: str, row: str, beside: str, *, is_up: bool) -> None:
    """Move a row to the place right above or right below another. Where it stands on that side already, it stays.

    So a page that is sent twice moves a row once, and two people who move rows at the same moment lose none.
    """
    with writing(draft_id) as session:
        rows = {one.row_id: one for one in session.scalars(in_order(draft_id).where(ListRow.list_path == list_path))}
        before = list(rows)
        if row not in rows or beside not in rows or row == beside:
            return
        if (before.index(row) < before.index(beside)) is is_up:
            return
        order = [one for one in before if one != row]
        order.insert(order.index(beside) + (not is_up), row)
        for position, row_id in enumerate(order):
            rows[row_id].position = position
        note(session, draft_id, by, [Change("move", f"{list_path}.{row}", before, order)])


def in_order(draft_id: str) -> Select[ListRow]:
    """The rows of all lists of a draft, also those that were removed, in their places."""
    return select(ListRow).where(ListRow.draft_id == draft_id).order_by(ListRow.position, ListRow.row_id)


def _row(session: Session, draft_id: str, place: Place) -> tuple[ListRow, tuple[Change, ...]]:
    """A row, and the change that adds it if it is not there yet."""
    row = session.get(ListRow, (draft_id, place.list_path, place.row))
    if row is None:
        added = _append(session, draft_id, place.list_path, {place.row: {}})
        row = session.get_one(ListRow, (draft_id, place.list_path, place.row))
        return row, tuple(added)
    return row, ()


def _append(session: Session, draft_id: str, list_path: str, rows: Mapping[str, Mapping[str, Typed]]) -> list[Change]:
    """Add rows that are not there yet at the end of a list, and give the changes."""
    changes: list[Change] = []
    in_list = (ListRow.draft_id == draft_id) & (ListRow.list_path == list_path)
    last = session.scalar(select(func.max(ListRow.position)).where(in_list))
    for position, (row_id, answers) in enumerate(rows.items(), 0 if last is None else last + 1):
        row = ListRow(draft_id=draft_id, list_path=list_path, row_id=row_id, position=position, is_removed=False)
        session.add(row)
        paths = {f"{list_path}.{row_id}.{name}": typed for name, typed in answers.items()}
        session.add_all(Answer(draft_id=draft_id, path=path, typed=typed) for path, typed in paths.items())
        changes.append(Change("add", f"{list_path}.{row_id}"))
        changes.extend(Change("answer", path, None, typed) for path, typed in paths.items())
    session.flush()
    return changes


def _stored(
    session: Session, table: type[Answer] | type[StoredPoint], draft_id: str, group: str, names: Sequence[str]
) -> dict[str, Answer | StoredPoint]:
    paths = [f"{group}.{name}" for name in names]
    found = session.scalars(select(table).where(table.draft_id == draft_id, table.path.in_(paths)))
    return {row.path.rpartition(".")[2]: row for row in cast(Iterable[Answer | StoredPoint], found)}


def note(session: Session, draft_id: str, by: str, changes: Sequence[Change]) -> None:
    """Note what was changed, if anything was, and see that the draft has room for it. Raises DraftFull."""
    if changes:
        history.note(session, draft_id, by, changes)
        session.execute(update(Draft).where(Draft.id == draft_id).values(changed_at=now()))
        _check_size(session, draft_id)


def _check_size(session: Session, draft_id: str) -> None:
    session.flush()
    if sum(_size(session, table, draft_id) for table in (Answer, StoredPoint)) > MOST_STORED:
        raise DraftFull


def _size(session: Session, table: type[Answer] | type[StoredPoint], draft_id: str) -> int:
    size = func.coalesce(func.sum(func.length(sql_cast(table.typed, Text))), 0)
    characters: int = session.scalars(select(size).where(table.draft_id == draft_id)).one()
    return characters
