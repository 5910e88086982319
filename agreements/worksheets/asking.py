"""One question on paper: its number and words, and room for its answer."""

from collections.abc import Iterator

from agreements.document.nodes import Block, Emphasis, Inline, LineBreak, Paragraph, Strong, Text
from agreements.language import _
from agreements.questions import OneOf, SomeOf, SomeRows
from agreements.worksheets.entries import Entry
from agreements.worksheets.room import room
from agreements.worksheets.space import Space


def asked(entry: Entry, space: Space, *, with_hints: bool = True) -> Iterator[Block]:
    """A question and what stands under it. In a second block of the same questions the hints are not said again."""
    yield question_words(entry, with_hints=with_hints)
    yield from room(entry, space, with_hints=with_hints)


def question_words(entry: Entry, *, with_hints: bool = True) -> Paragraph:
    """The question itself, beside its number."""
    question = entry.question
    inlines: list[Inline] = [Strong((Text(question.title),))]
    if not question.required:
        inlines.append(Text(_(" (if you like)")))
    helping = " ".join(_helping(entry)) if with_hints else ""
    if helping:
        inlines += [LineBreak(), Text(helping)]
    if entry.condition:
        inlines += [LineBreak(), Emphasis((Text(entry.condition),))]
    return Paragraph(tuple(inlines), label=entry.number)


def _helping(entry: Entry) -> Iterator[str]:
    question = entry.question
    if question.hint:
        yield question.hint
    if entry.answer is None and question.suggestion is not None:
        yield _("We suggest: %(answer)s.", answer=question.in_words(question.suggestion).rstrip("."))
    if isinstance(question, OneOf):
        yield _("Tick one.")
    if isinstance(question, SomeOf) or (isinstance(question, SomeRows) and entry.rows):
        yield _("Tick all that fit.")
