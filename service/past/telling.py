"""The history in words that people know: who, when, which question, and the words that went out and came in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from agreements.document.comparing import Piece, pieces
from agreements.interview import Agreement
from agreements.questions import OneRow, Question, Row, SomeRows, State, YesNo
from service.in_hand import InHand
from service.language import _, said
from service.storage.answer_sets import is_declared
from service.storage.history import Noted
from service.storage.models import Link
from service.typed import Typed, in_words, says_something
from service.wizard.checking import label_of
from service.wizard.pages import Page, group_at, page_of, row_outside


@dataclass(frozen=True)
class Told:
    """One change: the topic, what was done or which question was answered, and the words that went out and came in.

    `path` is that of the question where its earlier texts can be erased.
    """

    topic: str
    what: str
    pieces: tuple[Piece, ...]
    path: str
    is_erased: bool
    number: int


@dataclass(frozen=True)
class Step:
    """What was done with one click: by whom, when, and each change. `number` is that of its last event."""

    number: int
    happened_at: datetime
    who: str
    told: tuple[Told, ...]


def steps(hand: InHand, found: Sequence[Noted], links: Mapping[str, Link]) -> tuple[Step, ...]:
    """The history, the last step first; within a step, in the order in which it was done."""
    clicks = groupby(found, key=lambda one: (one.happened_at, one.link_id))
    return tuple(_step(hand, list(events), links) for _click, events in clicks)


def _step(hand: InHand, events: Sequence[Noted], links: Mapping[str, Link]) -> Step:
    last = events[0]
    link = links.get(last.link_id)
    who = link.name if link and link.name else _("somebody with a link without a name")
    return Step(last.number, last.happened_at, who, tuple(told(hand, one) for one in reversed(events)))


def told(hand: InHand, one: Noted) -> Told:
    """One event in words."""
    change = one.change
    if change.kind == "restore":
        what = _("Everything was brought back to what it was after entry %(number)s", number=change.new)
        return Told("", what, (), "", one.is_erased, one.number)
    if not is_declared(change.path):  # a question or list that an older version had
        texts = ["" if typed is None else str(typed) for typed in (change.old, change.new)]
        return Told("", change.path, pieces(*texts), "", one.is_erased, one.number)
    page, name = page_of(change.path)
    topic = said(Agreement.sections()[page.section].title)
    if change.kind in ("answer", "mark", "erase"):
        return _told_of_question(hand, one, page, name)
    row = Page(page.section, page.name or name, page.row or name)
    titles = {
        "add": _("Added: %(row)s"),
        "remove": _("Removed: %(row)s"),
        "put back": _("Put back: %(row)s"),
        "move": _("Moved: %(row)s"),
    }
    return Told(topic, titles[change.kind] % {"row": row_label(hand, row)}, (), "", one.is_erased, one.number)


def _told_of_question(hand: InHand, one: Noted, page: Page, name: str) -> Told:
    change, topic = one.change, said(Agreement.sections()[page.section].title)
    declared = Agreement.question(".".join(part for part in (page.section, page.name, name) if part))
    what = _question_in_words(hand, page, declared)
    if change.kind == "erase":
        what = _("What had been typed here was erased from the history: %(what)s", what=what)
        return Told(topic, what, (), "", is_erased=False, number=one.number)
    if change.kind == "mark":
        what = _("Settled or not? %(what)s", what=what)
        texts = [_mark_in_words(typed) for typed in (change.old, change.new)]
    else:
        texts = [_in_words(hand, declared, typed) for typed in (change.old, change.new)]
    return Told(topic, what, () if one.is_erased else pieces(*texts), change.path, one.is_erased, one.number)


def _mark_in_words(typed: Typed) -> str:
    """What was marked beside a question: its state, and the reason or note."""
    if not says_something(typed):
        return _("Settled")
    state = next((said(one.words) for one in State if one.value == typed["state"]), typed["state"])
    return ": ".join(part for part in (state, typed["because"]) if part)


def _question_in_words(hand: InHand, page: Page, declared: Question[Any]) -> str:
    row = row_label(hand, page) if page.row else ""
    return _("%(row)s: %(question)s", row=row, question=said(declared.title)) if row else said(declared.title)


def row_label(hand: InHand, page: Page) -> str:
    """What a row is called now, or was called when it was removed."""
    group = group_at(hand.agreement, page)
    if group is not None:
        return label_of(group)
    return label_of(row_outside(hand.agreement, page, hand.answers.in_group(page.path))) if page.is_in_list else ""


def _in_words(hand: InHand, question: Question[Any], typed: Typed) -> str:
    if not says_something(typed):
        return ""
    if isinstance(question, OneRow | SomeRows):
        named = typed if isinstance(typed, list) else [typed]
        return ", ".join(_row(hand, question.to, row_id) for row_id in named)
    if isinstance(question, YesNo):
        return {"yes": _("Yes"), "no": _("No")}.get(typed, str(typed))
    return in_words(question, typed)


def _row(hand: InHand, to: type[Row] | str, row_id: str) -> str:
    path = next(path for kind, path in Agreement.lists().items() if kind is to or kind.__name__ == to)
    section, name = path.split(".")
    return row_label(hand, Page(section, name, row_id)) if row_id in hand.answers.ever_in(path) else row_id
