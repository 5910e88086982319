"""One question on paper: its number and words, and room for its answer."""

from collections.abc import Iterator

from agreements.document.nodes import Block, Emphasis, Inline, LineBreak, Paragraph, Strong, Text
from agreements.language import _
from agreements.questions import OneOf, SomeOf, SomeRows
from agreements.worksheets.entries import Entry
from agreements.worksheets.room import room
from agreements.worksheets.space import Space


def asked(entry: Entry, space: Space) -> Iterator[Block]:
    """A question and what stands under it."""
    yield question_words(entry)
    yield from room(entry, space)


def question_words(entry: Entry) -> Paragraph:
    """The question itself, beside its number."""
    inlines: list[Inline] = [Strong((Text(entry.question.title),))]
    if like := if_you_like(entry):
        inlines.append(Text(like))
    if helping := under_the_words(entry, _how_to_tick(entry)):
        inlines += [LineBreak(), *helping]
    return Paragraph(tuple(inlines), label=entry.number)


def if_you_like(entry: Entry) -> str:
    """What stands after the words of a question that need not be answered, whatever the other answers are."""
    return "" if entry.question.required or entry.question.needed_if else _(" (if you like)")


def under_the_words(entry: Entry, how: str = "") -> tuple[Inline, ...]:
    """What helps to answer a question, and when it is asked."""
    helping = " ".join(filter(None, (*_helping(entry), how)))
    said = ((Text(helping),) if helping else ()), ((Emphasis((Text(entry.condition),)),) if entry.condition else ())
    return (*said[0], LineBreak(), *said[1]) if all(said) else (*said[0], *said[1])


def _helping(entry: Entry) -> Iterator[str]:
    question = entry.question
    if question.hint:
        yield question.hint
    if entry.answer is None and question.suggestion is not None:
        yield _("We suggest: %(answer)s.", answer=question.in_words(question.suggestion).rstrip("."))


def _how_to_tick(entry: Entry) -> str:
    if isinstance(entry.question, OneOf):
        return _("Tick one.")
    if isinstance(entry.question, SomeOf) or (isinstance(entry.question, SomeRows) and entry.rows):
        return _("Tick all that fit.")
    return ""
