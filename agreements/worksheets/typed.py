"""What people typed, as a sheet of paper shows it."""

from collections.abc import Iterator, Mapping
from typing import Any

from agreements.document.nodes import Inline, LineBreak, Paragraph, Text
from agreements.questions import OneRow, Question, SomeRows
from agreements.questions.text import shown


def typed_paragraphs(words: str) -> Iterator[Paragraph]:
    """Typed words as paragraphs of their own: an empty line parts paragraphs, a line break stays."""
    for part in words.split("\n\n"):
        lines = part.strip("\n").split("\n")
        if lines != [""]:
            inlines: list[Inline] = []
            for line in lines:
                inlines += [LineBreak(), Text(line)] if inlines else [Text(line)]
            yield Paragraph(tuple(inlines), typed=True)


def words_typed(question: Question[Any], typed: Any) -> str:
    """What was typed and could not be accepted. Ids of rows say nothing to a reader, and are left out."""
    if typed is None or isinstance(question, OneRow | SomeRows):
        return ""
    if isinstance(typed, Mapping):
        return " ".join(shown(part) for part in typed.values() if part)
    if isinstance(typed, list | tuple):
        return ", ".join(map(shown, typed))
    return shown(typed)
