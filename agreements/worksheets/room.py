"""Room to write an answer, or the answer itself: tick boxes, lines, a date in three parts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from agreements.document.nodes import Blank, Block, Paragraph, Strong, Text
from agreements.document.sheet import room_to_write
from agreements.language import _
from agreements.questions import (
    Date,
    LongText,
    Money,
    OneOf,
    OneRow,
    Question,
    SomeOf,
    SomeRows,
    WholeNumber,
    YesNo,
)
from agreements.worksheets.choices import choice_words, run_on
from agreements.worksheets.entries import Entry
from agreements.worksheets.space import Space
from agreements.worksheets.typed import typed_paragraphs

BOX, TICKED = "☐", "☑"
_WORDS_ON_A_LINE = 10
_FEWEST_LINES = 2
_MOST_IN_A_ROW, _LONGEST_IN_A_ROW = 6, 24
_MOST_BOXES = 12
"""With more rows to choose from, a line to write names on is quicker to find one's way in."""


@dataclass(frozen=True)
class Box:
    """One choice with its tick box."""

    title: str
    hint: str
    is_ticked: bool

    @property
    def mark(self) -> str:
        """The box, empty or ticked."""
        return TICKED if self.is_ticked else BOX


def room(entry: Entry, space: Space) -> Iterator[Block]:
    """What stands under a question: its answer, or room for one."""
    if entry.changes:
        yield from typed_paragraphs(entry.typed)
        yield change(entry.changes)
    offered = list(boxes(entry))
    if offered:
        yield from _ticks(offered)
    elif entry.answer is not None:
        yield from typed_paragraphs(entry.question.in_words(entry.answer))
    else:
        yield from _to_write(entry.question, space)


def change(sentences: Iterable[str]) -> Paragraph:
    """What has to be done about an answer that could not be accepted."""
    return Paragraph((Text(_("Change this: ")), Strong((Text(" ".join(sentences)),))))


def boxes(entry: Entry) -> Iterator[Box]:
    """The boxes to tick for a question; none where the answer is written."""
    question, answer = entry.question, entry.answer
    if isinstance(question, YesNo):
        yield from (Box(question.in_words(value), "", answer is value) for value in (True, False))
    elif isinstance(question, OneOf | SomeOf):
        chosen = answer if isinstance(answer, tuple) else (answer,)
        yield from (Box(choice.title, choice.hint, name in chosen) for name, choice in entry.choices.items())
    elif isinstance(question, OneRow | SomeRows) and len(entry.rows) <= _MOST_BOXES:
        chosen = answer if isinstance(answer, tuple) else (answer,)
        yield from (Box(row.label, "", row in chosen) for row in entry.rows)


def _ticks(offered: list[Box]) -> Iterator[Paragraph]:
    short = len(offered) <= _MOST_IN_A_ROW and all(len(box.title) <= _LONGEST_IN_A_ROW for box in offered)
    if short and not any(box.hint for box in offered):
        yield Paragraph((Text(run_on(f"{box.mark}\u00a0{box.title}" for box in offered)),))
        return
    for box in offered:
        yield Paragraph((Text(choice_words(box.title, box.hint)),), label=box.mark)


def _to_write(question: Question[Any], space: Space) -> Iterator[Block]:
    title = question.title
    if isinstance(question, Date):
        parts = (_("Day"), _("Month"), _("Year"))
        yield Paragraph(tuple(part for name in parts for part in (Text(f"{name} "), Blank(name), Text(" "))))
    elif isinstance(question, Money):
        yield Paragraph((Text("£ "), Blank(title)))
    elif isinstance(question, WholeNumber):
        yield Paragraph((Text(_("Number: ")), Blank(title), Text(f" {question.unit}".rstrip())))
    else:
        yield from room_to_write(title, _lines(question, space))


def _lines(question: Question[Any], space: Space) -> int:
    if not isinstance(question, LongText):
        return 1
    wanted = -(-question.words // _WORDS_ON_A_LINE) if question.words else space.usual_lines
    return min(max(wanted, _FEWEST_LINES), space.most_lines)
