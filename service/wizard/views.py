"""The addresses of the wizard. What the pages do is in `showing`, `saving` and `lists`."""

from flask import Blueprint, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from agreements.interview import Agreement
from agreements.interview.journey import topics
from agreements.interview.solicitor import triggers
from agreements.questions import ListOf
from service import in_hand
from service.storage.models import new_row_id
from service.wizard import checking, lists, proposing, saving
from service.wizard.addresses import address
from service.wizard.pages import Page, group_at, pages, row_outside
from service.wizard.showing import rendered
from service.wizard.tasks import first_open, steps

wizard = Blueprint("wizard", __name__)
in_hand.pages_of_a_draft(wizard)


@wizard.get("/")
def tasks() -> ResponseReturnValue:
    """The list of tasks: every section with how far it is."""
    hand = in_hand.read()
    return render_template(
        "pages/tasks.html",
        hand=hand,
        steps=steps(hand.loaded),
        next=first_open(hand.loaded),
        solicitor=triggers(hand.agreement),
    )


@wizard.get("/sections/<section>")
def section(section: str) -> ResponseReturnValue:
    """The simple questions of a section; where it has none, its first page."""
    hand, page = in_hand.read(), Page(section)
    if section not in hand.agreement.sections():
        abort(404)
    if section not in topics(hand.agreement):
        return redirect(url_for("wizard.tasks"))
    group = group_at(hand.agreement, page)
    return rendered(hand, page, group) if group else redirect(address(pages(hand.agreement, section)[0]))


@wizard.post("/sections/<section>")
def save_section(section: str) -> ResponseReturnValue:
    """Save the simple questions of a section."""
    return saving.save(Page(section))


@wizard.get("/sections/<section>/<name>")
def listing(section: str, name: str) -> ResponseReturnValue:
    """A list, or what is asked for each row of another."""
    return lists.listing(Page(section, name))


@wizard.get("/sections/<section>/<name>/add")
def add(section: str, name: str) -> ResponseReturnValue:
    """An empty page for a new row. It gets its id now."""
    hand, listing = in_hand.read(), _list(section, name)
    saving.check_room(hand, listing)
    page = Page(section, name, new_row_id())
    return rendered(hand, page, row_outside(hand.agreement, page), is_new=True)


@wizard.post("/sections/<section>/<name>/add")
def save_added(section: str, name: str) -> ResponseReturnValue:
    """Save a new row."""
    return saving.save_new(_list(section, name))


@wizard.post("/sections/<section>/<name>/propose")
def add_proposed(section: str, name: str) -> ResponseReturnValue:
    """Add the rows that the interview proposes."""
    return proposing.add(_list(section, name))


@wizard.get("/sections/<section>/<name>/rows/<row>")
def row(section: str, name: str, row: str) -> ResponseReturnValue:
    """The questions of one row."""
    hand, page = in_hand.read(), Page(section, name, row)
    return rendered(hand, page, group_at(hand.agreement, page) or abort(404))


@wizard.post("/sections/<section>/<name>/rows/<row>")
def save_row(section: str, name: str, row: str) -> ResponseReturnValue:
    """Save one row."""
    return saving.save(Page(section, name, row))


@wizard.get("/sections/<section>/<name>/rows/<row>/remove")
def ask_to_remove(section: str, name: str, row: str) -> ResponseReturnValue:
    """Ask whether a row is to be removed."""
    return lists.ask_to_remove(Page(_list(section, name).section, name, row))


@wizard.post("/sections/<section>/<name>/rows/<row>/remove")
def remove(section: str, name: str, row: str) -> ResponseReturnValue:
    """Remove a row."""
    return lists.remove(Page(_list(section, name).section, name, row))


@wizard.post("/sections/<section>/<name>/rows/<row>/put-back")
def put_back(section: str, name: str, row: str) -> ResponseReturnValue:
    """Put a removed row back."""
    return lists.put_back(Page(_list(section, name).section, name, row))


@wizard.get("/check")
def check() -> ResponseReturnValue:
    """Check your answers."""
    hand = in_hand.read()
    return render_template(
        "pages/check.html",
        hand=hand,
        steps=checking.steps(hand),
        next=first_open(hand.loaded),
        solicitor=triggers(hand.agreement),
    )


@wizard.get("/later")
def later() -> ResponseReturnValue:
    """Everything is saved: how to come back."""
    hand = in_hand.read()
    return render_template("pages/later.html", hand=hand, is_faulty=bool(hand.loaded.faults))


def _list(section: str, name: str) -> Page:
    """The page of a list, or 404 when there is no such list."""
    page = Page(section, name)
    declared = Agreement.sections().get(section)
    if declared is None or not isinstance(declared.questions().get(name), ListOf):
        abort(404)
    return page
