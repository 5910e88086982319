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
from agreements.worksheets.space import LARGE, Space
from agreements.worksheets.subjects import AGREEMENT, ESSENTIALS, SUBJECTS, Subject

__all__ = ["AGREEMENT", "SUBJECTS", "Subject", "worksheet"]


def worksheet(
    subject: Subject,
    raw: Mapping[str, Any] | None = None,
    step: int | None = None,
    *,
    everything: bool = True,
    large: bool = False,
) -> Sheet:
    """The worksheet of a subject: blank, or with what is in an answer set.

    Args:
        subject: what is asked.
        raw: an answer set as it was typed; what cannot be accepted is printed with what to change.
        step: the number of the one step that is wanted; all of them, if not said.
        everything: whether topics that are also worth agreeing are asked, and not only those that somebody has begun.
        large: whether it is for large print, whose tables are narrow.
    """
    loaded = subject.interview.load(raw or {})
    answers = Answers(loaded.interview, loaded.faults, raw or {}, everything=everything)
    space = LARGE if large else subject.space
    parts = [
        Clause(f"step-{one.number}", _heading(one), blocks)
        for one in steps(subject.interview)
        if step in (None, one.number) and (blocks := tuple(_step(one, answers, space)))
    ]
    if subject.one_part:
        parts = [Clause("all", subject.one_part, tuple(block for part in parts for block in part.blocks))]
    if len(parts) > 1:
        parts.append(_words())
    is_short = subject.has_more_than_essentials and not everything
    return Sheet(
        title=subject.title,
        kind=_("With your answers so far") if raw else _("Blank, to fill in by hand"),
        language=LANGUAGE,
        front=tuple(Paragraph((Text(sentence),)) for sentence in (*subject.intro, *[ESSENTIALS] * is_short)),
        parts=tuple(parts),
        foot=_("A worksheet. It binds nobody."),
        is_compact=subject.one_part is not None and not large,
    )


def _heading(step: Step) -> str:
    return _("Step %(number)s: %(title)s", number=step.number, title=step.title)


def _step(step: Step, answers: Answers, space: Space) -> Iterator[Block]:
    asked = [topic for topic in step.topics if answers.is_wanted(topic.name)]
    left_out = [topic for topic in step.topics if topic not in asked]
    if left_out:
        yield _also_worth_agreeing(left_out)
    for topic in asked:
        yield from _topic(topic, answers, space)


def _also_worth_agreeing(topics: list[Topic]) -> Paragraph:
    named = ", ".join(f"{topic.number} {topic.title}" for topic in topics)
    return Paragraph((Emphasis((Text(_("Also worth agreeing, on the long worksheets: %(topics)s.", topics=named)),)),))


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
