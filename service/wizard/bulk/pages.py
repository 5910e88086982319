"""The pages on which many rows are added at once: bring a table, look at what it would add, add it.

Nothing is stored on the way. The table travels in the form of the preview, and is read anew each time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import Response, abort, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue

from agreements.questions import ListOf
from agreements.questions.fields import is_row_id
from service import in_hand
from service.errors import ListFull
from service.in_hand import InHand
from service.language import _, ngettext, said
from service.storage import drafts
from service.storage.models import new_row_id
from service.wizard.addresses import address
from service.wizard.bulk.blank import BLANKS, choices
from service.wizard.bulk.headings import Columns, askable, by_headings, by_order, chosen
from service.wizard.bulk.preview import Preview, previewed
from service.wizard.bulk.reading import MOST_BYTES, from_file
from service.wizard.bulk.tables import NoTable, Table, as_csv, from_csv
from service.wizard.bulk.text import from_text
from service.wizard.forms import check_whole
from service.wizard.pages import Page
from service.wizard.showing import topic

OFFERED = ("partners.partners", "responsibilities.responsibilities", "targets.targets", "budget.budget_lines")
"""The lists that offer it on their page. Those that groups have in a spreadsheet already."""
_LONGEST_BATCH = 32
_MOST_SAMPLES = 3


@dataclass(frozen=True)
class Column:
    """One column of the table, and the question that it answers; `nearest` is the one that it may mean."""

    number: int
    heading: str
    samples: str
    place: str
    nearest: str
    question: str


def is_offered(listing: Page) -> bool:
    """Whether the page of a list offers to add many rows at once."""
    return listing.path in OFFERED


def ask(listing: Page) -> ResponseReturnValue:
    """The page on which a table is brought."""
    return _asking(in_hand.read(), listing)


def blank(listing: Page, ending: str) -> ResponseReturnValue:
    """An empty table for a list, to download."""
    kind = BLANKS.get(ending) or abort(404)
    question = _question(listing)
    response = Response(kind.make(question, in_hand.read().agreement), mimetype=kind.mimetype)
    response.headers.set("Content-Disposition", "attachment", filename=f"{listing.name.replace('_', '-')}.{ending}")
    return response


def take(listing: Page) -> ResponseReturnValue:
    """Show what a table would add, or add what was shown."""
    check_whole(request.form)
    hand = in_hand.read()
    try:
        table = from_csv(request.form["table"]) if "table" in request.form else _brought()
    except NoTable as error:
        return _asking(hand, listing, str(error))
    return _looked_at(hand, listing, table)


def _question(listing: Page) -> ListOf[Any]:
    question = listing.declared()
    return question if isinstance(question, ListOf) else abort(404)


def _brought() -> Table:
    """The table that was pasted, or that is in the file that was chosen. Raises NoTable."""
    pasted, file = request.form.get("pasted", ""), request.files.get("file")
    has_file = bool(file and file.filename)
    if has_file and pasted.strip():
        raise NoTable(_("Choose a file or paste cells, not both: we would not know which you mean."))
    if file and has_file:
        return from_file(file.stream.read(MOST_BYTES + 1))
    if not pasted.strip():
        raise NoTable(_("Paste some cells, or choose a file."))
    return from_text(pasted)


def _asking(hand: InHand, listing: Page, fault: str = "") -> ResponseReturnValue:
    question = _question(listing)
    page = render_template(
        "pages/add_many.html",
        hand=hand,
        page=listing,
        question=question,
        caption=topic(listing.section),
        columns=[(one, choices(one, hand.agreement)) for one in askable(question).values()],
        fault=fault,
        fault_at="file" if request.files.get("file") else "pasted",
        pasted=request.form.get("table") or request.form.get("pasted", ""),
        back=address(listing),
        endings=list(BLANKS),
    )
    return page, 422 if fault else 200


def _looked_at(hand: InHand, listing: Page, table: Table) -> ResponseReturnValue:
    question = _question(listing)
    columns = _columns(table, question)
    too_many = _too_many(hand, listing, question, len(table.lines) - columns.has_headings)
    if too_many:
        return _asking(hand, listing, too_many)
    batch = _batch()
    preview = previewed(hand, listing, table, columns, batch)
    is_unsure = _is_unsure(table, question, preview)
    if not preview.rows and not is_unsure:
        return _asking(hand, listing, _("There are headings in it, and no rows under them."))
    is_change = request.form.get("do") == "add" and request.form.get("shown") != preview.shown
    if request.form.get("do") == "add" and not (is_change or is_unsure):
        return _add(listing, question, preview)
    page = render_template(
        "pages/add_many_preview.html",
        hand=hand,
        page=listing,
        question=question,
        caption=topic(listing.section),
        preview=preview,
        table=table,
        sent=as_csv(table),
        batch=batch,
        columns=_shown(table, columns, question),
        choices=[(name, said(one.title)) for name, one in askable(question).items()],
        is_unsure=is_unsure,
        is_change=is_change,
    )
    return page, 422 if is_change else 200


def _batch() -> str:
    """What the ids of the new rows begin with: from the form, so that a page that is sent twice adds them once."""
    sent = request.form.get("batch", "")
    if not sent:
        return new_row_id()
    return sent if is_row_id(sent) and len(sent) <= _LONGEST_BATCH else abort(400)


def _are_chosen() -> bool:
    """Whether the form says which column is what."""
    return "first" in request.form


def _columns(table: Table, question: ListOf[Any]) -> Columns:
    """The columns as a person chose them, or else as the table tells."""
    if _are_chosen():
        places = [request.form.get(f"column:{number}", "") for number in range(table.width)]
        return chosen(places, question, has_headings=request.form["first"] == "headings")
    return by_headings(table, question) or by_order(table, question)


def _is_unsure(table: Table, question: ListOf[Any], preview: Preview) -> bool:
    """Whether a person has to say first which column is what: the order tells only where everything fits."""
    if _are_chosen() or not any(preview.columns.places):
        return not any(preview.columns.places)
    fits = table.width == len(askable(question)) and not preview.faulty
    return not preview.columns.has_headings and not fits


def _shown(table: Table, columns: Columns, question: ListOf[Any]) -> Sequence[Column]:
    titles = {name: said(one.title) for name, one in askable(question).items()}
    found = []
    for number, (place, nearest) in enumerate(zip(columns.places, columns.nearest, strict=True)):
        cells = list(table.column(number))
        heading = table.lines[0][number] if columns.has_headings else ""
        samples = "; ".join(cells[columns.has_headings and bool(heading) :][:_MOST_SAMPLES])
        found.append(Column(number, heading, samples, place, nearest, titles.get(place or nearest, "")))
    return found


def _too_many(hand: InHand, listing: Page, question: ListOf[Any], new: int) -> str:
    there = len(hand.answers.rows.get(listing.path, ()))
    if there + new <= question.most:
        return ""
    return _(
        "This list may have %(most)s entries. It has %(there)s, and your table brings %(new)s. Bring fewer rows.",
        most=question.most,
        there=there,
        new=new,
    )


def _add(listing: Page, question: ListOf[Any], preview: Preview) -> ResponseReturnValue:
    if not drafts.add_rows(in_hand.draft_id(), in_hand.link().id, listing.path, preview.typed, question.most):
        raise ListFull(question.most)
    number = len(preview.rows)
    said_now = [ngettext("%(num)s entry is added.", "%(num)s entries are added.", number)]
    if preview.faulty:
        said_now.append(ngettext("%(num)s of them needs a change.", "%(num)s of them need a change.", preview.faulty))
    flash(" ".join(said_now))
    return redirect(address(listing))
