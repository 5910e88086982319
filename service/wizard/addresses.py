"""The addresses of the wizard's pages."""

from typing import Any

from flask import request, url_for

from agreements.interview import Agreement
from agreements.questions import Date, Row
from service.wizard.pages import Page, page_of

FROM = "from"
CHECK = "check"


def address(page: Page, **query: Any) -> str:
    """The address of a page. A person who came from "check your answers" is led back there."""
    query = {**keep_from(), **query}
    if page.row:
        return url_for("wizard.row", section=page.section, name=page.name, row=page.row, **query)
    if page.name:
        return url_for("wizard.listing", section=page.section, name=page.name, **query)
    return url_for("wizard.section", section=page.section, **query)


def address_of_new(page: Page, **query: Any) -> str:
    """The address of the page of a row that is not in its list yet."""
    query = {**keep_from(), **query}
    return url_for("wizard.add", section=page.section, name=page.name, row=page.row, **query)


def address_of_answer(path: str) -> str:
    """The address of the place where the answer at a path is given, coming back to "check your answers"."""
    page, name = page_of(path)
    anchor = anchor_of(page, name) if name else None
    return address(page, **{FROM: CHECK}) + (f"#{anchor}" if anchor else "")


def anchor_of(page: Page, name: str) -> str:
    """The id of the first thing to type in or click for a question."""
    names = [page.section, page.name, name] if page.name else [page.section, name]
    question = Agreement.question(".".join(names))
    return f"{name}-day" if isinstance(question, Date) else name


def address_after(page: Page | None, here: Page) -> str:
    """Where a person goes on to: back to "check your answers", to the page that follows, or to the list of tasks."""
    if is_from_check():
        return url_for("wizard.check", _anchor=here.path if here.asks else f"part-{here.section}")
    return address(page) if page else url_for("wizard.tasks")


def is_from_check() -> bool:
    """Whether the person came here from "check your answers"."""
    return request.args.get(FROM) == CHECK


def keep_from() -> dict[str, str]:
    """What an address needs so that a person who came from "check your answers" is led back there."""
    return {FROM: CHECK} if is_from_check() else {}


def list_address(to: type[Row] | str) -> str:
    """The address of the list whose rows are of a class."""
    path = next(path for kind, path in Agreement.lists().items() if kind is to or kind.__name__ == to)
    return address(Page(*path.split(".")))
