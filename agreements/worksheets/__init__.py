"""Worksheets: the questions on paper, numbered as the wizard is, with tick boxes and room to write.

Everything is read off the declaration. A blank sheet is that of an answer set without answers.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from agreements.document.nodes import Block, Clause, Emphasis, Fact, FactList, Paragraph, SubHeading, Text
from agreements.document.sheet import Sheet
from agreements.explained_words import explained_words
from agreements.interview.numbering import Step, Topic, steps
from agreements.language import LANGUAGE, _
from agreements.questions import ForEach, ListOf, Section
from agreements.worksheets.asking import asked
from agreements.worksheets.entries import Answers
from agreements.worksheets.lists import for_each, listed
from agreements.worksheets.room import change
from agreements.worksheets.space import Space
from agreements.worksheets.subjects import AGREEMENT, SUBJECTS, Subject

__all__ = ["AGREEMENT", "SUBJECTS", "Subject", "worksheet"]


def worksheet(subject: Subject, raw: Mapping[str, Any] | None = None, step: int | None = None) -> Sheet:
    """The worksheet of a subject: blank, or with what is in an answer set.

    Args:
        subject: what is asked.
        raw: an answer set as it was typed; what cannot be accepted is printed with what to change.
        step: the number of the one step that is wanted; all of them, if not said.
    """
    loaded = subject.interview.load(raw or {})
    answers = Answers(loaded.interview, loaded.faults, raw or {})
    parts = [
        Clause(f"step-{one.number}", _heading(one), blocks)
        for one in steps(subject.interview)
        if step in (None, one.number) and (blocks := tuple(_step(one, answers, subject.space)))
    ]
    if subject.one_part:
        parts = [Clause("all", subject.one_part, tuple(block for part in parts for block in part.blocks))]
    if len(parts) > 1:
        parts.append(_words())
    return Sheet(
        title=subject.title,
        kind=_("With your answers so far") if raw else _("Blank, to fill in by hand"),
        language=LANGUAGE,
        front=tuple(Paragraph((Text(sentence),)) for sentence in subject.intro),
        parts=tuple(parts),
        foot=_("A worksheet. It binds nobody."),
        is_compact=subject.one_part is not None,
    )


def _heading(step: Step) -> str:
    return _("Step %(number)s: %(title)s", number=step.number, title=step.title)


def _step(step: Step, answers: Answers, space: Space) -> Iterator[Block]:
    for topic in step.topics:
        yield from _topic(topic, answers, space)


def _topic(topic: Topic, answers: Answers, space: Space) -> Iterator[Block]:
    section = answers.interview.section(topic.name)
    entries = list(answers.entries(section))
    if not entries:
        return
    if space.topics:
        yield from _about(topic, section, answers)
    if changes := answers.changes(section.path):
        yield change(changes)
    for entry in entries:
        if isinstance(entry.question, ListOf):
            yield from listed(entry, entry.question, answers, space)
        elif isinstance(entry.question, ForEach):
            yield from for_each(entry, entry.question, answers, space)
        else:
            yield from asked(entry, space)


def _about(topic: Topic, section: Section, answers: Answers) -> Iterator[Block]:
    yield SubHeading((Text(f"{topic.number} {topic.title}"),))
    condition = answers.topic_condition(section)
    if condition:
        yield Paragraph((Emphasis((Text(condition),)),))
    if section.intro:
        yield Paragraph((Text(section.intro),))


def _words() -> Clause:
    facts = tuple(Fact(one.title, (Paragraph((Text(one.means),)),)) for one in explained_words())
    return Clause("words-explained", _("Words explained"), (FactList(facts),))
