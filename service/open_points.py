"""The page of all that is not settled, and the agenda of a meeting about it."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Blueprint, Response, abort, render_template
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from agreements.interview import Agreement
from agreements.interview.journey import AskedQuestion
from agreements.interview.numbering import topic_of
from agreements.interview.open_points import asked_at, is_private, row_label
from agreements.papers import PAPERS
from agreements.questions import OpenPoint, State
from agreements.rendering import html
from agreements.rendering.bounded import render_sheet_bounded
from agreements.worksheets.agenda import agenda
from service import in_hand
from service.downloads import download
from service.in_hand import InHand
from service.language import _, said
from service.rights import Right

open_points = Blueprint("open_points", __name__)
in_hand.pages_of_a_draft(open_points)

AGENDAS = ("docx", "pdf", "txt")


@dataclass(frozen=True)
class Listed:
    """One open point: its question with the row it is about, its answer in words, and what was marked."""

    point: OpenPoint
    title: str
    row: str
    answer: str

    @property
    def is_for_later(self) -> bool:
        """Whether it only waits for somebody to come back to it."""
        return self.point.state is State.COME_BACK


@dataclass(frozen=True)
class Topic:
    """A topic with its open points."""

    name: str
    number: str
    title: str
    points: tuple[Listed, ...]


@open_points.get("/open-points")
def listing() -> ResponseReturnValue:
    """All that is not settled, by topic."""
    hand = in_hand.read()
    return render_template("pages/open_points.html", hand=hand, topics=list(_topics(hand)))


@open_points.get("/agenda")
def show_agenda() -> ResponseReturnValue:
    """The agenda of a meeting, as a page to print."""
    hand = in_hand.read()
    sheet = Markup(html.sheet_fragment(agenda(hand.loaded)))  # noqa: S704  # our own markup: every word is escaped
    return render_template("pages/agenda.html", hand=hand, agenda=sheet, offered=[PAPERS[name] for name in AGENDAS])


@open_points.get("/agenda/<name>")
def paper(name: str) -> Response:
    """The agenda as a file."""
    if name not in AGENDAS:
        abort(404)
    hand = in_hand.read()
    return download(hand.agreement, _("agenda"), PAPERS[name], render_sheet_bounded(agenda(hand.loaded), name))


def _topics(hand: InHand) -> Iterator[Topic]:
    shown = [(point, asked_at(hand.agreement, point.path)) for point in hand.loaded.open_points]
    for name in Agreement.sections():
        here = [_listed(point, one) for point, one in shown if point.path.startswith(f"{name}.") and _is_shown(one)]
        if here:
            topic = topic_of(Agreement, name)
            yield Topic(name, topic.number, said(topic.title), tuple(here))


def _is_shown(one: AskedQuestion) -> bool:
    """What no paper prints is for those who may change it."""
    return in_hand.may(Right.EDIT) or not is_private(one)


def _listed(point: OpenPoint, one: AskedQuestion) -> Listed:
    answer = _("Not answered yet") if one.answer is None else said(one.question.in_words(one.answer))
    return Listed(point, said(one.question.title), said(row_label(one.group)), answer)
