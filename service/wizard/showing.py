"""A page with questions, put together for its template."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from http import HTTPStatus

from flask import make_response, render_template, request
from flask.typing import ResponseReturnValue

from agreements.errors import Fault
from agreements.interview import Agreement, numbering
from agreements.questions import Group, Row, Section
from service.in_hand import InHand
from service.language import _, said
from service.storage.drafts import NOTHING_SAVED, Saved
from service.storage.merging import Clash
from service.storage.models import new_row_id
from service.storage.unsaved import Waiting
from service.typed import SETTLED, Typed
from service.wizard import typing
from service.wizard.addresses import address, address_after
from service.wizard.checking import label_of
from service.wizard.fields import Field, Point, fields, point
from service.wizard.forms import questions_of
from service.wizard.pages import Page, after, before, faults_on

MORE = "more"
"""The part of an address that names questions which the answers just saved have brought up."""


@dataclass(frozen=True)
class Shown:
    """What the template of a page with questions needs.

    `window` is the name of this page as it was opened. `waiting` is what this browser has unsaved on it, `is_put_back`
    whether it stands in the fields again, `shows_unsaved` whether it still does so after an error, and `back_again`
    where it would, unless the page answers to a form and shows what was typed anyway.
    """

    page: Page
    heading: str
    caption: str
    intro: str
    advice_title: str
    advice: Sequence[tuple[str, str]]
    fields: tuple[Field, ...]
    send_to: str
    back: str
    onward: str
    is_new: bool
    window: str
    waiting: Waiting | None = None
    is_put_back: bool = False
    shows_unsaved: bool = False
    back_again: str = ""

    @property
    def errors(self) -> list[tuple[str, str]]:
        """What is to be changed: the anchor of the question, and what to do."""
        clashes = [(one, _("Choose which answer to keep.")) for one in self.fields if one.clash is not None]
        faults = [(one, sentence) for one in self.fields for sentence in one.faults]
        found = [(one.anchor, f"{one.title} {sentence}") for one, sentence in clashes + faults]
        return found + [(anchor, f"{one.title} {sentence}") for one in self.fields for anchor, sentence in _about(one)]

    @property
    def brings_files(self) -> bool:
        """Whether the form can bring files, which browsers send in a way of their own."""
        return any(one.widget == "file" for one in self.fields)

    @property
    def has_clash(self) -> bool:
        """Whether somebody else changed an answer of this page too."""
        return any(one.clash is not None or one.point.clash is not None for one in self.fields)

    @property
    def more(self) -> list[Field]:
        """Questions that are new on the page, because of the answers that were saved."""
        named = request.args.get(MORE, "").split(",")
        return [one for one in self.fields if one.name in named]


def _about(field: Field) -> Iterator[tuple[str, str]]:
    """What is to be changed of what is marked beside a question: the anchor, and what to do."""
    if field.point.clash is not None:
        yield f"keep-point-{field.name}", _("Choose which to keep.")
    yield from field.point.faults


def points_on(
    hand: InHand, page: Page, clashes: Mapping[str, Clash], put_back: Mapping[str, tuple[Typed, str]] | None = None
) -> dict[str, Point]:
    """What is marked beside each question of a page, or was, and is `put_back`."""
    stored = {name: hand.answers.points.get(f"{page.path}.{name}", SETTLED) for name in questions_of(page)}
    points = {name: point(name, typed, clashes.get(name)) for name, typed in stored.items()}
    again = {name: replace(point(name, typed), opened=opened) for name, (typed, opened) in (put_back or {}).items()}
    return points | again


def rendered(
    hand: InHand,
    page: Page,
    group: Group,
    *,
    is_new: bool = False,
    saved: Saved = NOTHING_SAVED,
    refused: Mapping[str, str] | None = None,
    code: int = 200,
) -> ResponseReturnValue:
    """The page, with everything that is stored, with what is wrong with it, and with what somebody else changed.

    `saved` holds the clashes, if the page was just sent in. `refused` are the files that could not be kept: a sentence
    by question.
    """
    stored = hand.answers.in_group(page.path)
    faults = (
        *faults_on(hand.loaded, page),
        *(Fault(f"{group.path}.{name}", sentence) for name, sentence in (refused or {}).items()),
    )
    previous = before(hand.agreement, page)
    waiting = typing.waiting_on(page) if code == HTTPStatus.OK else None
    shown_again = waiting if typing.is_to_be_shown() else None
    put_back = shown_again.answers if shown_again else {}
    points = points_on(hand, page, saved.point_clashes, shown_again.points if shown_again else {})
    shown = Shown(
        page=page,
        heading=_heading(hand, page, group, is_new=is_new),
        caption=_caption(page),
        intro=said(group.intro) if isinstance(group, Section) else "",
        advice_title=said(group.advice_title) if isinstance(group, Row) else "",
        advice=_advice(hand, group),
        fields=fields(group, stored, faults, saved.clashes, points, put_back),
        send_to=request.full_path if is_new else address(page),
        back=address_after(previous, page),
        onward=address_after(after(hand.agreement, page), page),
        is_new=is_new,
        window=new_row_id(),
        waiting=waiting,
        is_put_back=shown_again is not None,
        shows_unsaved=shown_again is not None or typing.SHOWN in request.form,
        back_again=typing.address_back(hand, page) if code == HTTPStatus.OK else "",
    )
    return make_response(render_template("pages/questions.html", hand=hand, shown=shown), code)


def _heading(hand: InHand, page: Page, group: Group, *, is_new: bool) -> str:
    if isinstance(group, Section):
        return said(group.title)
    return adding(hand, page) if is_new else label_of(group)


def adding(hand: InHand, page: Page) -> str:
    """The words for adding a row to a list."""
    one = said(getattr(page.declared(), "one", ""))
    if hand.answers.rows.get(page.listing.path):
        return _("Add another %(one)s", one=one)
    return _("Add the first %(one)s", one=one)


def _caption(page: Page) -> str:
    if not page.name:
        return where(page.section)
    return topic(page.section) if page.is_in_list else said(page.declared().title)


def where(section: str) -> str:
    """Where in the whole a topic is, as its worksheet says too: "Step 3 of 12 · Topic 3.2"."""
    step = numbering.step_of(Agreement, section)
    return _(
        "Step %(step)s of %(steps)s · Topic %(topic)s",
        step=step.number,
        steps=len(numbering.steps(Agreement)),
        topic=numbering.topic_of(Agreement, section).number,
    )


def topic(section: str) -> str:
    """A topic by its number and title."""
    one = numbering.topic_of(Agreement, section)
    return f"{one.number} {said(one.title)}"


def _advice(hand: InHand, group: Group) -> list[tuple[str, str]]:
    if not isinstance(group, Row):
        return []
    return [(said(about), said(sentence)) for about, sentence in group.advice(hand.agreement)]
