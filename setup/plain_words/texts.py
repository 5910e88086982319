"""What is measured: every question as the whole of what is read, every clause, every section's introduction."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from agreements.explained_words import explained_words
from agreements.interview import INTERVIEWS
from agreements.legal_forms import LEGAL_FORMS
from agreements.questions import Interview, OneOf, Question, SomeOf
from agreements.resources import templates
from setup.plain_words.clause_sentences import clause_sentences
from setup.plain_words.measuring import length
from setup.plain_words.sentences import sentences_of

QUESTION, CLAUSE = "question", "clause"
_NAMED = re.compile(r"%\([a-z_]+\)s")
"""Where the words of a signature block name somebody."""
_LABEL = 2
"""A choice of so few words is a label, and says nothing about how hard a sentence is."""


@dataclass(frozen=True)
class Read:
    """What is read at once: "question" or "clause", where it stands, and its sentences."""

    kind: str
    place: str
    sentences: tuple[str, ...]

    @property
    def name(self) -> str:
        """What the report and the exceptions call it."""
        return f"{self.kind} {self.place}"


def texts() -> Iterator[Read]:
    """Everything that is measured."""
    for interview in INTERVIEWS.values():
        yield from _questions(interview)
    for file in sorted((templates() / "clauses" / "en").glob("*.html")):
        yield Read(CLAUSE, file.stem, tuple(clause_sentences(file)))
    for name, form in LEGAL_FORMS.items():
        said = (_NAMED.sub("it", form.words.template), str(form.who_signs))
        yield Read(CLAUSE, f"legal form {name}", tuple(sentences_of(" ".join(said))))
    for one in explained_words():
        yield Read(CLAUSE, f"words {one.anchor}", tuple(sentences_of(one.means)))


def _questions(interview: type[Interview]) -> Iterator[Read]:
    for name, section in interview.sections().items():
        if section.intro:
            yield Read(QUESTION, f"{name} (introduction)", tuple(sentences_of(section.intro)))
    for path, question, _group in interview.every_question():
        yield Read(QUESTION, path, tuple(_of_question(question)))


def _of_question(question: Question[Any]) -> Iterator[str]:
    for words in (question.title, question.hint, question.why):
        yield from sentences_of(words)
    if isinstance(question, OneOf | SomeOf):
        for choice in question.choices.values():
            if length(choice.title) > _LABEL:
                yield from sentences_of(choice.title)
            yield from sentences_of(choice.hint)
