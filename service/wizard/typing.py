"""What is typed and not saved yet: kept while somebody types, offered when they come back, forgotten once saved."""

from collections.abc import Sequence
from http import HTTPStatus

from flask import Response, abort, redirect, request
from flask.typing import ResponseReturnValue

from agreements.interview import Agreement
from agreements.interview.journey import topics
from agreements.questions.fields import is_row_id
from service import access, in_hand
from service.in_hand import InHand
from service.storage import unsaved
from service.storage.answer_sets import is_declared
from service.storage.engine import db
from service.storage.merging import Posted
from service.storage.unsaved import NoRoom, Sent, Waiting
from service.wizard.addresses import address, address_of_new
from service.wizard.forms import questions_of, read_form, read_points
from service.wizard.pages import Page, group_at, is_compound

PAGE = ":page"
"""The field that says which page the rest was typed on."""
WINDOW = ":window"
"""The field with a name that each opened page has of its own, so that two windows do not take each other's place."""
SHOWN = ":unsaved"
"""The field of a form on which what was unsaved stands again."""
SHOW = "unsaved"
"""The part of an address that asks for what is unsaved to be put back on the page."""


def keep() -> ResponseReturnValue:
    """Keep what is on a page while it is typed: 201 when there is something unsaved there now, 204 when there is not.

    507 when there is no room: then the browser keeps it.
    """
    page = _page()
    try:
        sent = _sent(read_form(page, request.form), read_points(page, request.form))
        has_any = unsaved.keep(in_hand.draft_id(), access.browser(), page.path, sent)
    except NoRoom:
        return Response(status=HTTPStatus.INSUFFICIENT_STORAGE, mimetype="text/plain")
    code = HTTPStatus.CREATED if has_any else HTTPStatus.NO_CONTENT
    return Response(status=code, mimetype="text/plain")


def forget() -> ResponseReturnValue:
    """Forget what is unsaved on a page, since its owner does not want it."""
    page = _page()
    unsaved.forget(in_hand.draft_id(), access.browser(), page.path)
    return redirect(address(page.listing if _is_new(in_hand.read(), page) else page))


def saved(page: Page, answers: Sequence[Posted], points: Sequence[Posted]) -> None:
    """Forget of what is unsaved on a page what was saved just now, where this browser ever had anything unsaved."""
    if access.has_name():
        unsaved.saved(in_hand.draft_id(), access.browser(), page.path, _sent(answers, points))


def _sent(answers: Sequence[Posted], points: Sequence[Posted]) -> Sent:
    return Sent(answers, points, request.form.get(WINDOW, ""), shows_unsaved=SHOWN in request.form)


def waiting_on(page: Page) -> Waiting | None:
    """What this browser has unsaved on a page."""
    if not access.has_name():
        return None
    return unsaved.on_page(db.session, in_hand.draft_id(), access.browser(), page.path)


def is_to_be_shown() -> bool:
    """Whether what is unsaved is to stand on the page again."""
    return request.args.get(SHOW) == "show"


def pages_waiting(hand: InHand) -> Sequence[tuple[Page, str]]:
    """The pages on which this browser has something unsaved, and where to put it back."""
    if not access.has_name():
        return ()
    found = unsaved.paths(db.session, in_hand.draft_id(), access.browser())
    pages = [Page(*path.split(".")) for path in found if is_declared(path)]
    return [(page, address_back(hand, page)) for page in pages if _is_new(hand, page) or _is_there(hand, page)]


def address_back(hand: InHand, page: Page) -> str:
    """Where what is unsaved on a page can be put back: on the page itself, or on a new one of its list."""
    query = {SHOW: "show"}
    return address_of_new(page, **query) if _is_new(hand, page) else address(page, **query)


def _is_there(hand: InHand, page: Page) -> bool:
    return page.section in topics(hand.agreement) and group_at(hand.agreement, page) is not None


def _is_new(hand: InHand, page: Page) -> bool:
    return page.is_in_list and page.row not in hand.answers.ever_in(page.listing.path)


def _page() -> Page:
    """The page that the request is about, or 404 where there is no such page."""
    section, *names = request.form.get(PAGE, "").split(".")
    if section not in Agreement.sections() or len(names) not in (0, 2):
        abort(404)
    page = Page(section, *names)
    if names and not (is_compound(Agreement.sections()[section].questions().get(page.name)) and is_row_id(page.row)):
        abort(404)
    return page if questions_of(page) else abort(404)
