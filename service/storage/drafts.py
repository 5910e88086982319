"""Drafts: begun, read, saved page by page, rows removed and put back.

Every change is one transaction that holds the right to write from its beginning, so that two people who save at the
same moment do so one after the other.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Select, Text, cast, func, select, update
from sqlalchemy import delete as sql_delete
from sqlalchemy.orm import Session

from service.storage import history, moves
from service.storage.answer_sets import AnswerSet
from service.storage.engine import leave_no_trace, writing
from service.storage.history import Change
from service.storage.merging import Clash, Posted, merge
from service.storage.models import Answer, Draft, Link, ListRow, new_id, new_row_id, now, today
from service.typed import Typed, says_something

MOST_STORED = 4 * 1024 * 1024
"""Characters that the answers of one draft may take up in the database."""


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
    """What became of a page: the answers that somebody else changed too, and whether its row was removed meanwhile."""

    clashes: Mapping[str, Clash]
    is_removed: bool


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
    for row in session.scalars(in_order(draft_id)):
        lists = answers.removed if row.is_removed else answers.rows
        lists.setdefault(row.list_path, []).append(row.row_id)
    return answers


def save(draft_id: str, by: str, place: Place, posted: Sequence[Posted]) -> Saved:
    """Save what the holder of the link `by` typed on one page. A row that is not there yet is added to its list.

    Answers that were changed meanwhile by somebody else, and differently, are not saved but returned as clashes; all
    others are. What is typed in a row that was removed meanwhile is kept with it. Raises DraftFull.
    """
    with writing(draft_id) as session:
        row, added = _row(session, draft_id, place) if place.row else (None, ())
        stored = _stored(session, draft_id, place.group, [one.name for one in posted])
        before = {name: answer.typed for name, answer in stored.items()}
        changes, clashes = merge(before, posted)
        for name, typed in changes.items():
            if name in stored:
                stored[name].typed = typed
            else:
                session.add(Answer(draft_id=draft_id, path=f"{place.group}.{name}", typed=typed))
        if changes:
            moves.note(session, draft_id, place.group, before, changes)
        answered = (
            Change("answer", f"{place.group}.{name}", before.get(name), new)
            for name, new in changes.items()
            if says_something(before.get(name)) or says_something(new)
        )
        note(session, draft_id, by, (*added, *answered))
        return Saved(clashes, is_removed=row is not None and row.is_removed)


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


def _stored(session: Session, draft_id: str, group: str, names: Sequence[str]) -> dict[str, Answer]:
    paths = [f"{group}.{name}" for name in names]
    found = session.scalars(select(Answer).where(Answer.draft_id == draft_id, Answer.path.in_(paths)))
    return {answer.path.rpartition(".")[2]: answer for answer in found}


def note(session: Session, draft_id: str, by: str, changes: Sequence[Change]) -> None:
    """Note what was changed, if anything was, and see that the draft has room for it. Raises DraftFull."""
    if changes:
        history.note(session, draft_id, by, changes)
        session.execute(update(Draft).where(Draft.id == draft_id).values(changed_at=now()))
        _check_size(session, draft_id)


def _check_size(session: Session, draft_id: str) -> None:
    session.flush()
    size = func.sum(func.length(cast(Answer.typed, Text)))
    if session.scalar(select(size).where(Answer.draft_id == draft_id)) > MOST_STORED:
        raise DraftFull
