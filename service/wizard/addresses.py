"""The addresses of the wizard's pages."""

from typing import Any

from flask import request, url_for

from agreements.interview import Agreement
from agreements.questions import Date, Row
from service.wizard.pages import Page, page_of

FROM = "from"
CHECK, OPEN = "check", "open"
"""Where a person may have come from, to be led back there: "check your answers", or the open points."""


def address(page: Page, **query: Any) -> str:
    """The address of a page. A person who came from "check your answers", or the open points, is led back there."""
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


def address_of_answer(path: str, came_from: str = CHECK) -> str:
    """The address of the place where the answer at a path is given, coming back to where it was looked at."""
    page, name = page_of(path)
    anchor = anchor_of(page, name) if name else None
    return address(page, **{FROM: came_from}) + (f"#{anchor}" if anchor else "")


def anchor_of(page: Page, name: str) -> str:
    """The id of the first thing to type in or click for a question."""
    names = [page.section, page.name, name] if page.name else [page.section, name]
    question = Agreement.question(".".join(names))
    return f"{name}-day" if isinstance(question, Date) else name


def address_after(page: Page | None, here: Page) -> str:
    """Where a person goes on to: back to where she came from, to the page that follows, or to the list of tasks."""
    if _came_from() == OPEN:
        return url_for("open_points.listing")
    if _came_from() == CHECK:
        return url_for("wizard.check", _anchor=here.path if here.asks else f"part-{here.section}")
    return address(page) if page else url_for("wizard.tasks")


def _came_from() -> str:
    """Where the person came from, if she is to be led back there."""
    given = request.args.get(FROM, "")
    return given if given in (CHECK, OPEN) else ""


def keep_from() -> dict[str, str]:
    """What an address needs so that a person is led back to where she came from."""
    return {FROM: _came_from()} if _came_from() else {}


def list_address(to: type[Row] | str) -> str:
    """The address of the list whose rows are of a class."""
    path = next(path for kind, path in Agreement.lists().items() if kind is to or kind.__name__ == to)
    return address(Page(*path.split(".")))
