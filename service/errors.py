"""Pages for everything that can go wrong: what happened to what was typed, what was typed, and what to do."""

from collections.abc import Iterator
from typing import Any

from flask import Flask, Response, make_response, render_template, request, url_for
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import DBAPIError
from werkzeug.exceptions import BadRequest, HTTPException

from agreements.errors import Busy, RenderingError
from agreements.interview import Agreement
from agreements.questions import OneRow, Question, SomeRows, group_of
from service.in_hand import NotAllowed, link
from service.language import _, said
from service.logs import log_fault
from service.rights import RIGHTS
from service.storage.drafts import DraftFull
from service.storage.history import HistoryFull
from service.typed import from_form, in_words, mark_from_form, mark_in_words, says_something

WAIT_SECONDS = 30


class NotWhole(BadRequest):
    """A form arrived without its end, so nothing can be concluded from what is not in it."""


class ListFull(Exception):
    """A list has as many rows as it may: the only argument says how many."""


def init_errors(app: Flask) -> None:
    """Give the application its error pages."""
    app.register_error_handler(HTTPException, _refused)
    app.register_error_handler(CSRFError, _not_from_here)
    app.register_error_handler(NotWhole, _not_whole)
    app.register_error_handler(NotAllowed, _not_allowed)
    app.register_error_handler(DraftFull, _full)
    app.register_error_handler(HistoryFull, _history_full)
    app.register_error_handler(ListFull, _list_full)
    app.register_error_handler(DBAPIError, _not_stored)
    app.register_error_handler(Busy, _busy)
    app.register_error_handler(RenderingError, _not_made)
    app.register_error_handler(Exception, _our_fault)


def _refused(error: HTTPException) -> Response:
    if error.response is not None or error.code is None or error.code < 400:
        return make_response(error.get_response())
    title, lines = _words(error.code)
    response = _page(error.code, title, *lines)
    for name, value in error.get_headers(request.environ):
        if name in ("Allow", "Retry-After"):
            response.headers[name] = value
    return response


def _words(code: int) -> tuple[str, list[str]]:
    words = {
        404: (
            _("We cannot find this page"),
            [
                _("If you typed the address, check that it is right."),
                _("If this is your agreement, open the private link you were given when you started it."),
            ],
        ),
        405: (_("This page cannot be used in that way"), [_("Go back, and use the buttons on the page.")]),
        413: (
            _("That is more than we can take at once"),
            [
                _("Nothing was saved. We can take about a million characters at a time, and files of up to 5 MB."),
                _("Go back in your browser: your text should still be there. Make it shorter, or the file smaller."),
            ],
        ),
        500: (
            _("Something went wrong on our side"),
            [_("What you saved before is safe. Go back and try again.")],
        ),
        429: (
            _("That was a bit too often"),
            [_("Too many tries came from your connection. Wait a while, then try again.")],
        ),
    }
    usual = (
        _("We could not read what your browser sent"),
        [_("Nothing was changed. Go back, and try again.")],
    )
    return words.get(code, usual)


def _not_from_here(_error: CSRFError) -> Response:
    return _page(
        400,
        _("We could not be sure that this came from you"),
        _("Nothing was saved. This happens when a page was open for very long, or when your browser keeps no cookies."),
        _("Open the page again, put in your text, and save."),
    )


def _not_whole(_error: NotWhole) -> Response:
    return _page(
        400,
        _("Not everything arrived"),
        _("The connection broke off while your page was being sent. Nothing was changed."),
        _("Go back, and save again."),
    )


def _not_allowed(_error: NotAllowed) -> Response:
    return _page(
        403,
        _("Your link does not let you change this"),
        _("Nothing was changed. With your link you can: %(right)s.", right=RIGHTS[link().may].words.lower()),
        _("To change the agreement, ask one of those who made it for another link."),
        onward=(url_for("papers.preview"), _("Read the agreement")),
    )


def _full(_error: DraftFull) -> Response:
    return _page(
        413,
        _("This agreement is full"),
        _("This page was not saved, because an agreement may hold 4 MB of text, and this one would hold more."),
        _("Shorten some answers, then save this page again."),
    )


def _history_full(_error: HistoryFull) -> Response:
    return _page(
        413,
        _("The history of this agreement is full"),
        _("This was not saved, because the history may hold 64 MB of text, and would hold more."),
        _("Make a copy of the agreement, at the end of its list of topics, and go on in the copy. Its history is new."),
    )


def _list_full(error: ListFull) -> Response:
    return _page(
        409,
        _("This list is full"),
        _("Nothing was added: the list may have %(most)s entries, and it has them.", most=error.args[0]),
        _("Go back, and remove one that you do not need."),
    )


def _not_stored(error: DBAPIError) -> Response:
    log_fault(error)
    return _page(
        503,
        _("We cannot save or open agreements at the moment"),
        _("Nothing was saved just now. What was saved before is safe."),
        _("Wait a minute, then go back and try again."),
        wait=True,
    )


def _busy(_error: Busy) -> Response:
    return _page(
        503,
        _("Many papers are being made right now"),
        _("Your answers are safe. Wait half a minute, then try again."),
        wait=True,
    )


def _not_made(error: RenderingError) -> Response:
    log_fault(error)
    return _page(500, _("The paper could not be made"), said(str(error)), _("Your answers are safe."))


def _our_fault(error: Exception) -> Response:
    log_fault(error)
    return _page(
        500,
        _("Something went wrong on our side"),
        _("What you saved before is safe. What you typed on this page may not have been saved."),
        _("Go back and try again. If it happens again, tell whoever runs this service."),
    )


def _page(code: int, title: str, *lines: str, wait: bool = False, onward: tuple[str, str] | None = None) -> Response:
    onward = onward or ("/", _("Go to the first page"))
    page = render_template("pages/error.html", title=title, lines=lines, typed=list(_typed_here()), onward=onward)
    response = make_response(page, code)
    if wait:
        response.headers["Retry-After"] = str(WAIT_SECONDS)
    return response


def _typed_here() -> Iterator[tuple[str, str]]:
    """What was typed on the page that was sent, with the titles of the questions."""
    if request.method != "POST" or request.content_length is None or request.content_length > _limit():
        return
    for question in _questions_here():
        # what is sent of rows is an id that says nothing to a person
        typed = None if isinstance(question, OneRow | SomeRows) else from_form(question, request.form)
        if says_something(typed):
            yield said(question.title), in_words(question, typed)
        marked = mark_from_form(question.name, request.form)
        if says_something(marked):
            yield _("Is this settled? %(question)s", question=said(question.title)), mark_in_words(marked)


def _limit() -> int:
    return request.max_content_length or 0


def _questions_here() -> Iterator[Question[Any]]:
    arguments = request.view_args or {}
    section = Agreement.sections().get(arguments.get("section", ""))
    if section:
        group = group_of(section.questions().get(arguments.get("name", ""))) or section
        yield from group.questions().values()
