"""Numbers for steps, topics and questions, the same on the screen and on paper.

Step 3; its second topic 3.2; the first question there 3.2.1; a question about each row of a list 3.2.1a. Numbers are
counted in the declaration and not in the answers: a question that is not asked leaves its number free, so that a number
on a sheet of paper means the same question whatever is answered.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from agreements.document.numbering import letters
from agreements.questions import Group, Interview, group_of


@dataclass(frozen=True)
class Topic:
    """A section of the interview: its number ("3.2"), its name there, and its title."""

    number: str
    name: str
    title: str


@dataclass(frozen=True)
class Step:
    """A step with its topics."""

    number: int
    title: str
    topics: tuple[Topic, ...]


def steps(interview: type[Interview]) -> tuple[Step, ...]:
    """The steps of an interview, in asking order."""
    together = groupby(interview.sections().items(), lambda one: one[1].step)
    return tuple(
        Step(
            number,
            title,
            tuple(Topic(f"{number}.{place}", name, section.title) for place, (name, section) in enumerate(sections, 1)),
        )
        for number, (title, sections) in enumerate(together, 1)
    )


def step_of(interview: type[Interview], section: str) -> Step:
    """The step that a section belongs to."""
    return next(step for step in steps(interview) if any(topic.name == section for topic in step.topics))


def topic_of(interview: type[Interview], section: str) -> Topic:
    """A section as a topic, with its number."""
    return next(topic for topic in step_of(interview, section).topics if topic.name == section)


def question_numbers(interview: type[Interview]) -> Mapping[str, str]:
    """The number of every question, by its path of names ("partners.partners.legal_name")."""
    numbers: dict[str, str] = {}
    for step in steps(interview):
        for topic in step.topics:
            numbers.update(_in_section(topic.number, topic.name, interview.sections()[topic.name]))
    return numbers


def _in_section(number: str, path: str, section: type[Group]) -> Mapping[str, str]:
    numbers: dict[str, str] = {}
    for place, (name, question) in enumerate(section.questions().items(), 1):
        numbers[f"{path}.{name}"] = f"{number}.{place}"
        below = group_of(question)
        for inner, inner_name in enumerate(below.questions() if below else (), 1):
            numbers[f"{path}.{name}.{inner_name}"] = f"{number}.{place}{letters(inner).lower()}"
    return numbers
