"""Which pages there are, and in which order. Pure functions over the interview and its answers.

A section has one page with its simple questions, a page for each of its lists with one page per row, and a page per row
for what is asked about each row of another list.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from agreements.errors import Fault
from agreements.interview import Agreement
from agreements.questions import ForEach, Group, ListOf, Loaded, Question, Row, Section
from service.storage.drafts import Place


@dataclass(frozen=True)
class Page:
    """One page: a section's own questions, a list (`name`), or a `row` of a list or of what is asked for each."""

    section: str
    name: str = ""
    row: str = ""

    @property
    def path(self) -> str:
        """The path of the group, or of the list, that the page is about."""
        return ".".join(part for part in (self.section, self.name, self.row) if part)

    @property
    def asks(self) -> bool:
        """Whether the page has questions to answer, and is not a list."""
        return bool(self.row) or not self.name

    @property
    def listing(self) -> "Page":
        """The page of the list that this row stands in."""
        return replace(self, row="")

    def declared(self) -> Question[Any]:
        """The list, or what is asked for each, that the page belongs to."""
        return Agreement.question(f"{self.section}.{self.name}")

    @property
    def is_in_list(self) -> bool:
        """Whether the page is a row that can be added and removed."""
        return bool(self.row) and isinstance(self.declared(), ListOf)

    @property
    def place(self) -> Place:
        """Where its answers are stored."""
        if self.is_in_list:
            return Place(self.path, list_path=self.listing.path, row=self.row)
        return Place(self.path)


def pages(agreement: Agreement, section: str) -> tuple[Page, ...]:
    """The pages of a section in order. Rows of a list are reached from the list."""
    return tuple(dict.fromkeys(_pages(agreement.section(section))))


def _pages(section: Section) -> Iterator[Page]:
    for name, question in section.questions().items():
        if not section.is_asked(name):
            continue
        if isinstance(question, ForEach):
            rows = [group.about.id for group in section.get(name)]
            yield from [Page(section.path, name, row) for row in rows] or [Page(section.path, name)]
        elif isinstance(question, ListOf):
            yield Page(section.path, name)
        else:
            yield Page(section.path)


def after(agreement: Agreement, page: Page) -> Page | None:
    """The page that follows in the same section: a row's list, or the next page. None at the end of the section."""
    if page.is_in_list:
        return page.listing
    return _beside(agreement, page, 1)


def before(agreement: Agreement, page: Page) -> Page | None:
    """The page that comes before in the same section, or a row's list."""
    if page.is_in_list:
        return page.listing
    return _beside(agreement, page, -1)


def _beside(agreement: Agreement, page: Page, step: int) -> Page | None:
    in_order = pages(agreement, page.section)
    place = in_order.index(page) + step if page in in_order else -1
    return in_order[place] if 0 <= place < len(in_order) else None


def group_at(agreement: Agreement, page: Page) -> Group | None:
    """The group whose questions a page asks, or None when there is no such page."""
    if page.section not in agreement.sections():
        return None
    section = agreement.section(page.section)
    if not page.name:
        return section if any(not is_compound(question) for question in section.questions().values()) else None
    if not is_compound(section.questions().get(page.name)):
        return None
    return next((group for group in section.get(page.name) or () if group.path == page.path), None)


def row_outside(agreement: Agreement, page: Page, typed: Mapping[str, Any] | None = None) -> Row:
    """A row that is not in its list: a new one, or one that was removed with what was typed in it."""
    item = next(kind for kind, path in Agreement.lists().items() if path == page.listing.path)
    accepted, _faults = item.load(typed or {})
    return item(agreement, page.path, {**accepted, "id": page.row})


def is_compound(question: Question[Any] | None) -> bool:
    """Whether a question has pages of its own."""
    return isinstance(question, ListOf | ForEach)


def simple_questions(group: Group) -> Iterator[tuple[str, Question[Any]]]:
    """The questions that a group's page asks at present, in order."""
    for name, question in group.questions().items():
        if not is_compound(question) and group.is_asked(name):
            yield name, question


def page_of(path: str) -> tuple[Page, str]:
    """The page on which the answer at a path (with ids) is given, and the name of its question."""
    section, *names = path.split(".")
    if len(names) == 1 and is_compound(Agreement.sections()[section].questions().get(names[0])):
        return Page(section, names[0]), ""
    return Page(section, *names[:-1]), names[-1] if names else ""


def faults_on(loaded: Loaded, page: Page) -> tuple[Fault, ...]:
    """The faults of the answers that this page itself asks for."""
    return tuple(fault for fault in loaded.faults if fault.path and page_of(fault.path)[0] == page)
