"""The page of a list, and of what is asked for each row of another: cards, with what may be done with each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from flask import abort, redirect, render_template, request
from flask.typing import ResponseReturnValue

from agreements.interview.journey import asked_below
from agreements.questions import ForEach, Group, ListOf, LongText, OneRow, Row, SomeRows
from service import in_hand
from service.in_hand import InHand
from service.language import _, said
from service.storage import drafts
from service.wizard.addresses import address, address_after
from service.wizard.bulk import pages as bulk
from service.wizard.checking import Line, label_of, lines
from service.wizard.pages import Page, after, before, faults_on, group_at, row_outside
from service.wizard.proposing import proposed, today
from service.wizard.showing import adding, topic

ON_A_CARD = 3
"""Answers shown on a card, so that a list stays a list."""


@dataclass(frozen=True)
class Card:
    """One row on the page of its list: at `place` (1 is the first) `of` so many, with the ids of its neighbours."""

    page: Page
    title: str
    facts: tuple[Line, ...]
    remarks: tuple[str, ...]
    missing: int
    points: int
    is_faulty: bool
    place: int
    of: int
    above: str
    below: str

    @property
    def anchor(self) -> str:
        """The id of its title, to come back to."""
        return anchor_of_card(self.page)


def anchor_of_card(page: Page) -> str:
    """The id of the title of a row's card."""
    return f"card-{page.row}"


def listing(page: Page) -> ResponseReturnValue:
    """The page of a list."""
    hand = in_hand.read()
    if page.section not in hand.agreement.sections():
        abort(404)
    section = hand.agreement.section(page.section)
    question = section.questions().get(page.name)
    if not isinstance(question, ListOf | ForEach):
        abort(404)
    groups = tuple(section.get(page.name) or ())
    rows = ["", *(group.path.rpartition(".")[2] for group in groups), ""]
    return render_template(
        "pages/list.html" if isinstance(question, ListOf) else "pages/each.html",
        hand=hand,
        page=page,
        question=question,
        section=section,
        caption=topic(page.section),
        cards=[_card(hand, page, group, rows, place) for place, group in enumerate(groups, 1)],
        faults=[said(fault.message) for fault in faults_on(hand.loaded, page)],
        adding=adding(hand, page) if isinstance(question, ListOf) else "",
        proposed=proposed(hand, page),
        removed=list(_removed(hand, page)),
        can_add_many=bulk.is_offered(page) and section.is_asked(page.name),
        back=address_after(before(hand.agreement, page), page),
        onward=address_after(after(hand.agreement, page), page),
    )


def _card(hand: InHand, listing: Page, group: Group, rows: Sequence[str], place: int) -> Card:
    page = Page(listing.section, listing.name, rows[place])
    shown = lines(hand, group)
    return Card(
        page=page,
        title=label_of(group),
        facts=tuple(_short(group, shown))[:ON_A_CARD],
        remarks=_remarks(group),
        missing=sum(line.state == "missing" for line in shown),
        points=sum(line.point is not None for line in shown),
        is_faulty=any(line.state == "faulty" for line in shown),
        place=place,
        of=len(rows) - 2,
        above=rows[place - 1],
        below=rows[place + 1],
    )


def _remarks(group: Group) -> tuple[str, ...]:
    return tuple(said(sentence) for sentence in group.remarks(today())) if isinstance(group, Row) else ()


def _short(group: Group, shown: tuple[Line, ...]) -> Iterator[Line]:
    """The answers that fit on a card: short ones that are not its title already."""
    for line in shown:
        question = group.questions()[line.path.rpartition(".")[2]]
        if line.state == "answered" and not isinstance(question, LongText) and line.text != label_of(group):
            yield line


def _removed(hand: InHand, page: Page) -> Iterator[tuple[str, str]]:
    """The rows that were removed: their ids, and what they were called."""
    for row in hand.answers.removed.get(page.path, ()):
        removed = replace(page, row=row)
        yield row, label_of(row_outside(hand.agreement, removed, hand.answers.in_group(removed.path)))


def ask_to_remove(page: Page) -> ResponseReturnValue:
    """The page that asks whether a row is to be removed, and says what else names it."""
    hand = in_hand.read()
    row = _row(hand, page)
    return render_template(
        "pages/remove.html",
        hand=hand,
        page=page,
        title=label_of(row),
        facts=[line for line in lines(hand, row) if line.state in ("answered", "faulty")],
        named_in=list(named_in(hand, row)),
        back=address(page.listing),
    )


def remove(page: Page) -> ResponseReturnValue:
    """Remove a row from its list. It is kept, and can be put back."""
    if not page.is_in_list:
        abort(404)
    drafts.set_removed(in_hand.draft_id(), in_hand.link().id, page.listing.path, page.row, is_removed=True)
    return redirect(address(page.listing))


def put_back(page: Page) -> ResponseReturnValue:
    """Put a row back that was removed."""
    drafts.set_removed(in_hand.draft_id(), in_hand.link().id, page.listing.path, page.row, is_removed=False)
    return redirect(address(page.listing))


def move(page: Page) -> ResponseReturnValue:
    """Move a row by one place: above the row that the form names, or below it."""
    above, below = request.form.get("above", ""), request.form.get("below", "")
    drafts.move(in_hand.draft_id(), in_hand.link().id, page.listing.path, page.row, above or below, is_up=bool(above))
    return redirect(address(page.listing, _anchor=anchor_of_card(page)))


def _row(hand: InHand, page: Page) -> Row:
    group = group_at(hand.agreement, page)
    return group if isinstance(group, Row) else abort(404)


def named_in(hand: InHand, row: Row) -> Iterator[tuple[str, str]]:
    """Where else a row is named: the section, and the question with the row it stands in."""
    for section in hand.agreement.sections():
        title = said(hand.agreement.section(section).title)
        for one in asked_below(hand.agreement.section(section)):
            if one.group is not row and _names(one.question, one.answer, row):
                yield title, _words(one.question.title, one.group)
            elif one.group.about is row and one.answer is not None:
                yield title, said(one.question.title)


def _names(question: Any, answer: Any, row: Row) -> bool:
    if isinstance(question, OneRow):
        return answer is row
    return isinstance(question, SomeRows) and row in (answer or ())


def _words(question: str, group: Group) -> str:
    if isinstance(group, Row) or group.about:
        return _("%(row)s: %(question)s", row=label_of(group), question=said(question))
    return said(question)
