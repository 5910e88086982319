"""The start page, and beginning a draft: from nothing, from an example, from a saved file, or as a copy."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from agreements import answer_files, resources
from agreements.attachments import Attached, Attachments, attach
from agreements.errors import UnreadableAnswers
from agreements.explained_words import explained_words
from agreements.interview import Agreement
from agreements.interview.loading import kind, sections
from agreements.interview.open_points import OPEN_POINTS, without_a_question
from service import access, private_links
from service.in_hand import called, read_draft
from service.language import _, said
from service.security import NEW_DRAFTS, limiter
from service.storage import attached, drafts, links
from service.storage.answer_sets import AnswerSet, flat, without_a_place
from service.typed import mark_from_file

start = Blueprint("start", __name__)


@dataclass(frozen=True)
class Example:
    """An agreement to begin from: the name of its answer file, its title and what it is about."""

    name: str
    title: str
    about: str


def examples() -> tuple[Example, ...]:
    """The finished examples: the one that fits most groups first, then from small to large."""
    return (
        Example(
            "f2-brook-lane-welcome",
            "Brook Lane Welcome",
            _("A small charity and six neighbours run a weekly warm room. Everything in it is made up."),
        ),
        Example(
            "f4-marsh-end-seed-swap",
            "Marsh End Seed Swap",
            _("Two small groups, no money, and only what is essential. Everything in it is made up."),
        ),
        Example(
            "f2-glanfaes-croeso",
            "Croeso Glanfaes",
            _("The warm room again, in Wales, in Welsh and in English. Everything in it is made up."),
        ),
        Example(
            "f1-new-horizons",
            "New Horizons",
            _("Three organisations open a centre for older people together. Its details are made up, and marked so."),
        ),
        Example(
            "f5-two-shores-boats",
            "Two Shores Boats",
            _("Young people build boats in Scotland and Northern Ireland. Everything in it is made up."),
        ),
        Example(
            "f3-northvale-draft-b",
            "Northvale Employment Alliance",
            _("22 partners and one contract with a council. Everything in it is made up."),
        ),
    )


@start.get("/")
def home() -> ResponseReturnValue:
    """What this is, and the ways in."""
    own = [
        (draft, called(read_draft(draft.id).agreement), private_links.home(access.link_or_404(draft.id)))
        for draft in access.drafts_of_this_browser()
    ]
    return render_template("pages/start.html", own=own, examples=examples())


@start.get("/words")
def words() -> ResponseReturnValue:
    """The words that have no plainer equal, explained."""
    return render_template("pages/words.html", words=explained_words())


@start.post("/drafts")
@limiter.limit(NEW_DRAFTS)
def begin() -> ResponseReturnValue:
    """Begin a draft from nothing or from an example, and show its private link."""
    begun = _begun(request.form.get("example", ""))
    return begin_with(flat(begun.answers), begun.contents)


@start.get("/open")
def choose_file() -> ResponseReturnValue:
    """A page to choose a saved file on."""
    return render_template("pages/open.html", faults=())


@start.post("/open")
@limiter.limit(NEW_DRAFTS)
def open_file() -> ResponseReturnValue:
    """Begin a draft with the answers in a saved file. If there is no place for some of them, nothing is begun."""
    file = request.files.get("file")
    if file is None or not file.filename:
        return _refused([_("Choose a file.")])
    try:
        raw = answer_files.parse(file.stream.read(answer_files.MOST_BYTES + 1), file.filename)
    except UnreadableAnswers as error:
        return _refused([said(str(error))])
    if isinstance(raw, Mapping) and kind(raw) != "agreement":
        return _refused([_("This file holds answers to other questions than those of an agreement.")])
    answers = sections(raw) if isinstance(raw, Mapping) else raw
    marks = raw.get(OPEN_POINTS) if isinstance(raw, Mapping) else None
    homeless = (*without_a_place(answers), *without_a_question(Agreement.load(answers).interview, marks))
    if homeless:
        return _refused([said(str(fault)) for fault in homeless])
    points = {path: mark_from_file(mark) for path, mark in (marks or {}).items()}
    return begin_with(replace(flat(answers), points=points), {})


def begin_with(answers: AnswerSet, contents: Attachments) -> ResponseReturnValue:
    """Begin a draft with these answers and files, let this browser in, and show its private link."""
    token = links.new_token()
    link = drafts.begin(answers, links.token_hash(token))
    for content in contents.values():
        attached.keep(link.draft_id, content)
    access.remember(link)
    access.show_once(link.draft_id, token)
    return redirect(url_for("links.show", draft=link.draft_id))


def _refused(faults: Sequence[str]) -> ResponseReturnValue:
    return render_template("pages/open.html", faults=faults), 422


def _begun(example: str) -> Attached:
    """The answers of an example, with the files that it names; none without an example."""
    if not example:
        return Attached({}, {}, ())
    if example not in {one.name for one in examples()}:
        abort(404)
    folder = resources.examples()
    return attach(answer_files.read(folder / f"{example}.yaml"), folder)
