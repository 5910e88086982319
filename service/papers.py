"""Preview and downloads."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Final

from flask import Blueprint, abort, render_template, request, send_file
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from agreements import answer_files
from agreements.attachments import documents, extension
from agreements.document.stamp import Status
from agreements.errors import NotFinal
from agreements.interview import Agreement
from agreements.interview.open_points import OPEN_POINTS
from agreements.papers import PAPERS, drawn_up, make
from agreements.rendering import SHEET_FORMATS, html
from agreements.rendering.bounded import render_bounded, render_sheet_bounded
from agreements.rendering.houses import LARGE_PRINT, OUR_HOUSES, PLAIN
from agreements.reviews import first_edition
from agreements.worksheets import AGREEMENT, worksheet
from service import in_hand
from service.downloads import download, sent
from service.language import _, said
from service.storage import moves
from service.storage.engine import db
from service.typed import for_file
from service.wizard.checking import in_the_way

papers = Blueprint("papers", __name__)
in_hand.pages_of_a_draft(papers)

OFFERED = ("docx", "pdf", "txt", "html")
"""The papers that are drafts or final copies. The calendar is neither."""
WORKSHEETS = ("blank", "filled")
LENGTHS = ("short", "long")
"""The essentials, or everything."""
STATUSES = {"draft": Status.DRAFT, "final": Status.FINAL}
_DOCUMENT_TYPES: Final = {
    "pdf": PAPERS["pdf"].media_type,
    "docx": PAPERS["docx"].media_type,
    "odt": "application/vnd.oasis.opendocument.text",
}


@dataclass(frozen=True)
class Sent:
    """A document that goes with the agreement, as somebody sent it. Its address is its SHA-256."""

    sha256: str
    name: str
    content: bytes


@papers.get("/preview")
def preview() -> ResponseReturnValue:
    """The agreement as it reads so far."""
    hand = in_hand.read()
    document, stamp = drawn_up(hand.agreement, attachments=in_hand.attached(), open_points=hand.loaded.open_points)
    agreement = Markup(html.fragment(document, stamp))  # noqa: S704  # our own markup: the writer has escaped every word
    return render_template("pages/preview.html", hand=hand, agreement=agreement, stamp=stamp)


@papers.get("/papers")
def choose() -> ResponseReturnValue:
    """What can be downloaded, and how it may look."""
    hand = in_hand.read()
    offered, sheets = ([PAPERS[name] for name in names] for names in (OFFERED, SHEET_FORMATS))
    return render_template(
        "pages/papers.html",
        hand=hand,
        offered=offered,
        sheets=sheets,
        in_the_way=in_the_way(hand.loaded),
        looks=OUR_HOUSES,
        look=_look(),
        documents=list(_documents(hand.agreement)),
    )


@papers.get("/documents/<digest>")
def document(digest: str) -> ResponseReturnValue:
    """One of the documents that go with the agreement, as it was sent."""
    found = (one for one in _documents(in_hand.read().agreement) if one.sha256 == digest)
    one = next(found, None) or abort(404)
    media_type = _DOCUMENT_TYPES[extension(one.content)]
    return send_file(io.BytesIO(one.content), mimetype=media_type, as_attachment=True, download_name=one.name)


@papers.get("/papers/<status>/<name>")
def paper(status: str, name: str) -> ResponseReturnValue:
    """One paper, as a draft or as the copy for signing."""
    if status not in STATUSES or name not in OFFERED:
        abort(404)
    hand = in_hand.read()
    try:
        content = make(
            hand.loaded,
            name,
            status=STATUSES[status],
            house=_look(),
            attachments=in_hand.attached(),
            renderer=render_bounded,
        )
    except NotFinal:
        return render_template("pages/not_final.html", hand=hand, in_the_way=in_the_way(hand.loaded)), 409
    return download(hand.agreement, said(STATUSES[status].value), PAPERS[name], content)


@papers.get("/calendar")
def calendar() -> ResponseReturnValue:
    """The reviews, for a calendar."""
    hand, draft_id = in_hand.read(), in_hand.draft_id()
    edition = replace(first_edition(f"draft {draft_id}"), moved=moves.times(db.session, draft_id))
    return download(hand.agreement, _("reviews"), PAPERS["ics"], make(hand.loaded, "ics", edition=edition))


@papers.get("/worksheets/<which>/<length>/<name>")
def worksheets(which: str, length: str, name: str) -> ResponseReturnValue:
    """The questions on paper: blank, or with what was typed so far; the essentials, or all of them."""
    if which not in WORKSHEETS or length not in LENGTHS or name not in SHEET_FORMATS:
        abort(404)
    hand, look = in_hand.read(), _look()
    is_long = length == "long"
    if which == "filled":
        raw, what = hand.answers.raw(), _("long worksheets with answers") if is_long else _("worksheets with answers")
    else:
        raw, what = None, _("long worksheets") if is_long else _("worksheets")
    sheet = worksheet(AGREEMENT, raw, everything=is_long, large=look == LARGE_PRINT)
    return download(hand.agreement, what, PAPERS[name], render_sheet_bounded(sheet, name, look))


@papers.get("/answers")
def answers() -> ResponseReturnValue:
    """Everything typed, as an answer file, with what is marked as not settled."""
    hand = in_hand.read()
    marked = hand.marked()
    answers = {**hand.answers.raw(for_file), **({OPEN_POINTS: marked} if marked else {})}
    content = answer_files.write(answers)
    return sent(hand.agreement, _("answers"), "yaml", "application/yaml", content)


def _documents(agreement: Agreement) -> Iterator[Sent]:
    for name, content in documents(agreement, in_hand.attached()):
        yield Sent(sha256(content).hexdigest(), name, content)


def _look() -> str:
    """How the papers are to look: one of our houses, by its name in the address."""
    look = request.args.get("look", PLAIN)
    return look if look in OUR_HOUSES else abort(404)
