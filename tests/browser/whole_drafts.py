"""Drafts in which every page of the interview is asked, and how they are put into the wizard's own database."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from agreements.interview import Agreement
from agreements.questions import Date, File, ForEach, Group, ListOf, LongText, Money, Question, ShortText, WholeNumber
from agreements.questions.conditions import Condition
from service.app import create_app
from service.settings import Settings
from service.storage import attached, drafts, links
from service.storage.answer_sets import flat
from service.storage.engine import db
from service.wizard.pages import Page, page_of, pages, simple_questions
from tests.answer_sets import Raw, attachments, complete

Change = Callable[[Question[Any], Any], Any]

_WRONG_LONG = "W" * 600 + "\u202e"
_TYPED_OR_SENT = (ShortText, LongText, WholeNumber, Money, Date, File)


def begin(folder: Path, answers: Raw) -> str:
    """Begin a draft with these answers in the database of a wizard, and return the path of its private link."""
    with ThreadPoolExecutor(1) as thread:  # Playwright holds this one's event loop, which Flask will not have
        return thread.submit(_begin, folder, answers).result()


def _begin(folder: Path, answers: Raw) -> str:
    unused = Settings(folder, hosts=(), is_behind_tls=False, proxies=0, log_level="error", secret_key="-" * 32)
    token = links.new_token()
    with create_app(unused).app_context():
        link = drafts.begin(flat(answers), links.token_hash(token))
        for content in attachments().values():
            attached.keep(link.draft_id, content)
        db.engine.dispose()
    return f"/resume/{token}"


def gates() -> Raw:
    """What is needed for every topic to be asked, and no more: partners, and what the conditions of topics look at."""
    answers = complete()
    looked_at = {path for one in Agreement.sections().values() if one.when for path in _paths(one.when)}
    needed: Raw = {"partners": {"partners": [{"id": row["id"]} for row in answers["partners"]["partners"]]}}
    for path in looked_at:
        section, name = path.split(".")
        needed.setdefault(section, {})[name] = answers[section][name]
    return needed


def _paths(when: Condition) -> Iterator[str]:
    yield from (path for path, _values in when.looks_for())


def without_a_place_to_break() -> Raw:
    """Every answer there is; every text is one single word, far wider than a page."""
    return _changed(_unbroken)


def wrong_everywhere() -> Raw:
    """Every answer there is; what can be typed or sent is wrong, and long, everywhere."""
    return _changed(_wrong)


def _unbroken(question: Question[Any], answer: Any) -> Any:
    if type(question) is ShortText and not question.autocomplete and not str(answer).isalnum():
        return f"{answer}{'W' * 200}"[:200].replace(" ", "")
    return "W" * 600 if isinstance(question, LongText) else answer


def _wrong(question: Question[Any], answer: Any) -> Any:
    if isinstance(question, File):
        return {"name": "W" * 200, "sha256": "W"}
    if isinstance(question, Date):
        return {"day": "x", "month": "y", "year": "z"}
    if isinstance(question, LongText):
        return _WRONG_LONG
    return "W" * 201 if isinstance(question, _TYPED_OR_SENT) else answer


def may_be_wrong(page: Page, agreement: Agreement) -> bool:
    """Whether `wrong_everywhere` has something wrong on a page."""
    group = next((one for one in agreement.groups() if one.path == page.path), None)
    return group is not None and any(isinstance(one, _TYPED_OR_SENT) for _name, one in simple_questions(group))


def _changed(change: Change) -> Raw:
    answers = complete()
    return {name: _group(section, answers[name], change) for name, section in Agreement.sections().items()}


def _group(group: type[Group], given: Raw, change: Change) -> Raw:
    answers = {name: _answer(question, given[name], change) for name, question in group.questions().items()}
    return answers | {"id": given["id"]} if "id" in given else answers


def _answer(question: Question[Any], given: Any, change: Change) -> Any:
    if isinstance(question, ListOf):
        return [_group(question.item, row, change) for row in given]
    if isinstance(question, ForEach):
        return {row: _group(question.group, answers, change) for row, answers in given.items()}
    return change(question, given)


def addresses(agreement: Agreement) -> Iterator[tuple[str, Page]]:
    """The address of every page at least once: of several rows that ask the same questions, the first one's page."""
    seen: set[tuple[type[Group], str]] = set()
    for section in agreement.sections():
        for page in pages(agreement, section):
            if not page.row:
                yield address(page), page
    for group in agreement.groups():
        page = page_of(f"{group.path}.")[0]
        asked = {(type(group), name) for name, _question in simple_questions(group)}
        if page.row and asked - seen:
            seen |= asked
            yield address(page), page


def address(page: Page) -> str:
    """Where a page stands below its draft."""
    parts = ["sections", page.section, page.name, "rows" if page.row else "", page.row]
    return "/".join(part for part in parts if part)
