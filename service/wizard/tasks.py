"""The list of tasks: steps, their sections, how far each is and what is still open in it. Pure functions."""

from collections.abc import Iterator
from dataclasses import dataclass

from agreements.interview import Agreement, numbering
from agreements.interview.journey import Progress, missing, progress, topics
from agreements.interview.numbering import Topic
from agreements.interview.open_points import not_agreed
from agreements.questions import Loaded
from service.wizard.pages import Page, page_of, pages


@dataclass(frozen=True)
class Task:
    """One section: its name in the interview, number, title, how far it is, how many answers are missing, its page.

    `points` counts what is marked as not settled. `essential` says whether it is needed before signing, or is also
    worth agreeing.
    """

    name: str
    number: str
    title: str
    progress: Progress
    open: int
    page: Page
    essential: bool
    points: int

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to do: what is not settled is not done."""
        return self.progress is Progress.DONE and not self.points


@dataclass(frozen=True)
class Step:
    """A step of the wizard: its number, its title and its sections."""

    number: int
    title: str
    tasks: tuple[Task, ...]

    @property
    def points(self) -> int:
        """How much in it is marked as not settled."""
        return sum(task.points for task in self.tasks)

    @property
    def essential(self) -> tuple[Task, ...]:
        """The topics that are needed before signing."""
        return tuple(task for task in self.tasks if task.essential)

    @property
    def also(self) -> tuple[Task, ...]:
        """The topics that are also worth agreeing."""
        return tuple(task for task in self.tasks if not task.essential)


def steps(loaded: Loaded) -> tuple[Step, ...]:
    """All steps in order, with the topics that this group is asked."""
    asked = set(topics(loaded.interview))
    found = (
        Step(step.number, step.title, tuple(_task(loaded, topic) for topic in step.topics if topic.name in asked))
        for step in numbering.steps(Agreement)
    )
    return tuple(step for step in found if step.tasks)


def _task(loaded: Loaded, topic: Topic) -> Task:
    agreement: Agreement = loaded.interview
    return Task(
        name=topic.name,
        number=topic.number,
        title=topic.title,
        progress=progress(loaded, topic.name),
        open=len(missing(agreement, topic.name)),
        page=pages(agreement, topic.name)[0],
        essential=agreement.section(topic.name).essential,
        points=sum(point.path.startswith(f"{topic.name}.") for point in loaded.open_points),
    )


def first_open(loaded: Loaded) -> Page | None:
    """The first page on which something must be changed, answered or agreed before signing; None if nothing."""
    in_the_way = {page_of(path)[0] for path in _in_the_way(loaded)}
    for name in Agreement.sections():
        found = [page for page in in_the_way if page.section == name]
        if found:
            in_order = pages(loaded.interview, name)
            return min(found, key=lambda page: (_place(in_order, page), page.path))
    return None


def _place(in_order: tuple[Page, ...], page: Page) -> int:
    """Where a page comes in its section; a row of a list where its list comes."""
    for candidate in (page, page.listing):
        if candidate in in_order:
            return in_order.index(candidate)
    return len(in_order)


def _in_the_way(loaded: Loaded) -> Iterator[str]:
    yield from (fault.path for fault in loaded.faults if fault.path)
    yield from (fault.path for fault in missing(loaded.interview))
    yield from (fault.path for fault in not_agreed(loaded))
