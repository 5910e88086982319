"""The addresses of the wizard. What the pages do is in `showing`, `saving` and `lists`."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from agreements.interview import Agreement
from agreements.interview.journey import topics
from agreements.interview.solicitor import triggers
from agreements.questions import ListOf
from agreements.questions.fields import is_row_id
from service import in_hand
from service.in_hand import InHand
from service.storage.models import new_row_id
from service.wizard import checking, lists, proposing, saving, typing
from service.wizard.addresses import address
from service.wizard.bulk import pages as bulk
from service.wizard.checking import label_of
from service.wizard.pages import Page, group_at, pages, row_outside
from service.wizard.showing import rendered, topic
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
        waiting=[(_called(hand, page), back) for page, back in typing.pages_waiting(hand)],
    )


def _called(hand: InHand, page: Page) -> str:
    """What a page is called, on a list of pages."""
    group = group_at(hand.agreement, page)
    return f"{topic(page.section)}: {label_of(group)}" if page.row and group else topic(page.section)


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
    begun = request.args.get("row", "")
    page = Page(
        section, name, begun if is_row_id(begun) and begun not in hand.answers.ever_in(listing.path) else new_row_id()
    )
    return rendered(hand, page, row_outside(hand.agreement, page), is_new=True)


@wizard.post("/sections/<section>/<name>/add")
def save_added(section: str, name: str) -> ResponseReturnValue:
    """Save a new row."""
    return saving.save_new(_list(section, name))


@wizard.get("/sections/<section>/<name>/add-many")
def add_many(section: str, name: str) -> ResponseReturnValue:
    """A page to bring a table with many rows."""
    return bulk.ask(_asked_list(section, name))


@wizard.post("/sections/<section>/<name>/add-many")
def take_many(section: str, name: str) -> ResponseReturnValue:
    """Show what the table would add, or add it."""
    return bulk.take(_asked_list(section, name))


@wizard.get("/sections/<section>/<name>/add-many/<ending>")
def blank_table(section: str, name: str, ending: str) -> ResponseReturnValue:
    """An empty table to fill in."""
    return bulk.blank(_asked_list(section, name), ending)


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


@wizard.post("/sections/<section>/<name>/rows/<row>/move")
def move(section: str, name: str, row: str) -> ResponseReturnValue:
    """Move a row up or down by one place."""
    return lists.move(Page(_list(section, name).section, name, row))


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


@wizard.post("/typing")
def keep_typing() -> ResponseReturnValue:
    """Keep what somebody is typing, until it is saved."""
    return typing.keep()


@wizard.post("/typing/forget")
def forget_typing() -> ResponseReturnValue:
    """Forget what was typed on a page and not saved."""
    return typing.forget()


def _list(section: str, name: str) -> Page:
    """The page of a list, or 404 when there is no such list."""
    page = Page(section, name)
    declared = Agreement.sections().get(section)
    if declared is None or not isinstance(declared.questions().get(name), ListOf):
        abort(404)
    return page


def _asked_list(section: str, name: str) -> Page:
    """The page of a list that is asked at present, or 404."""
    page = _list(section, name)
    if not in_hand.read().agreement.section(section).is_asked(name):
        abort(404)
    return page
