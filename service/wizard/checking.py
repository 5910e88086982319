"""Check your answers: every question that is asked, with what was typed. Pure functions."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from agreements.errors import Fault
from agreements.interview import Agreement, numbering
from agreements.interview.journey import AskedQuestion, asked, is_needed, topics
from agreements.interview.numbering import Topic
from agreements.papers import in_the_way as all_in_the_way
from agreements.questions import Group, ListOf, Loaded, OneRow, OpenPoint, Question, SomeRows
from service.in_hand import InHand
from service.language import _, said
from service.storage.answer_sets import is_declared
from service.typed import Typed, in_words
from service.wizard.pages import Page, is_compound, page_of, pages


@dataclass(frozen=True)
class Line:
    """One question and its answer in words. `state` is "answered", "missing", "open" (and need not be) or "faulty".

    `point` is what is marked beside it, if it is not settled.
    """

    path: str
    title: str
    text: str
    state: str
    point: OpenPoint | None = None


@dataclass(frozen=True)
class Block:
    """The answers of one page: its heading ("" for a section's own questions), and the page to change them on."""

    heading: str
    page: Page
    lines: tuple[Line, ...]

    @property
    def settled(self) -> tuple[Line, ...]:
        """The lines that say something: an answer, or that one is missing."""
        return tuple(line for line in self.lines if line.state != "open" or line.point)

    @property
    def left_open(self) -> tuple[Line, ...]:
        """The questions that nobody has answered, and that need no answer."""
        return tuple(line for line in self.lines if line.state == "open" and not line.point)


@dataclass(frozen=True)
class Part:
    """One section: its number and title, its first page, and its blocks.

    `is_begun` is False where nothing is answered and nothing need be: such a topic is only named.
    """

    name: str
    number: str
    title: str
    page: Page
    blocks: tuple[Block, ...]
    is_begun: bool

    @property
    def missing(self) -> int:
        """How many answers are missing, or need a change."""
        states = [line.state for block in self.blocks for line in block.lines]
        return states.count("missing") + states.count("faulty")


@dataclass(frozen=True)
class CheckedStep:
    """A step of the wizard with its sections."""

    number: int
    title: str
    parts: tuple[Part, ...]

    @property
    def begun(self) -> tuple[Part, ...]:
        """The sections that are shown with their answers."""
        return tuple(part for part in self.parts if part.is_begun)

    @property
    def not_begun(self) -> tuple[Part, ...]:
        """The sections that are only named."""
        return tuple(part for part in self.parts if not part.is_begun)

    @property
    def missing(self) -> int:
        """How many answers are missing, or need a change, in the whole step."""
        return sum(part.missing for part in self.parts)


def steps(hand: InHand) -> tuple[CheckedStep, ...]:
    """Every step with the sections that are asked, in order."""
    asked_topics = set(topics(hand.agreement))
    found = (
        CheckedStep(
            step.number,
            said(step.title),
            tuple(_part(hand, topic) for topic in step.topics if topic.name in asked_topics),
        )
        for step in numbering.steps(Agreement)
    )
    return tuple(step for step in found if step.parts)


def _part(hand: InHand, topic: Topic) -> Part:
    blocks = tuple(_blocks(hand, topic.name))
    page = pages(hand.agreement, topic.name)[0]
    is_needed_or_begun = any(block.settled for block in blocks)
    return Part(topic.name, topic.number, said(topic.title), page, blocks, is_needed_or_begun)


def _blocks(hand: InHand, name: str) -> Iterator[Block]:
    section = hand.agreement.section(name)
    own = lines(hand, section)
    if own:
        yield Block("", Page(name), own)
    for one in asked(section):
        if isinstance(one.question, ListOf) and not one.answer:
            yield _empty(name, one.question, needed=is_needed(one))
        elif is_compound(one.question):
            for group in one.answer or ():
                row = group.path.rpartition(".")[2]
                yield Block(label_of(group), Page(name, one.question.name, row), lines(hand, group))
    for question, sentence in section.gaps():
        page = Page(name, question)
        title = said(section.questions()[question].title)
        yield Block("", page, (Line(page.path, title, said(sentence), "missing"),))


def _empty(section: str, question: ListOf[Any], *, needed: bool) -> Block:
    page = Page(section, question.name)
    line = Line(page.path, said(question.title), _("Nothing added yet"), "missing" if needed else "open")
    return Block("", page, (line,))


def label_of(group: Group) -> str:
    """What people call a row, or the row that a group is about."""
    row: Any = group.about or group
    return said(row.label)


def lines(hand: InHand, group: Group) -> tuple[Line, ...]:
    """The questions that a group's own page asks, with what was typed."""
    typed = hand.answers.in_group(group.path)
    faulty = {fault.path for fault in hand.loaded.faults}
    points = {point.path: point for point in hand.loaded.open_points}
    return tuple(
        replace(_line(one, typed.get(one.question.name), is_faulty=one.path in faulty), point=points.get(one.path))
        for one in asked(group)
        if not is_compound(one.question)
    )


def _line(one: AskedQuestion, typed: Typed, *, is_faulty: bool) -> Line:
    title = said(one.question.title)
    if is_faulty:
        return Line(one.path, title, _as_typed(one.question, typed), "faulty")
    if one.answer is not None:
        return Line(one.path, title, said(one.question.in_words(one.answer)), "answered")
    return Line(one.path, title, _("Not answered yet"), "missing" if is_needed(one) else "open")


def _as_typed(question: Question[Any], typed: Typed) -> str:
    if isinstance(question, OneRow | SomeRows):
        return _("Something you chose here needs another look")
    return in_words(question, typed)


def titles_of(paths: Iterable[str]) -> tuple[str, ...]:
    """The titles of the questions at paths with ids, each once."""
    return tuple(dict.fromkeys(_title(path) if is_declared(path) else path for path in paths))


def in_the_way(loaded: Loaded) -> tuple[Fault, ...]:
    """What must be changed or answered before a final copy can be made, with words for the person who will do it."""
    changes = {fault.path: Fault(fault.path, _title(fault.path)) for fault in loaded.faults if fault.path}
    others = (one for one in all_in_the_way(loaded) if one not in loaded.faults)
    return (*changes.values(), *(Fault(one.path, said(one.message)) for one in others))


def _title(path: str) -> str:
    """The title of the question at a path with ids."""
    page, name = page_of(path)
    return said(Agreement.question(".".join(part for part in (page.section, page.name, name) if part)).title)
