"""What a page shows of each question: its words, what was typed, what may be chosen, what is wrong."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from agreements.errors import Fault
from agreements.questions import Group, OneOf, OneRow, Question, Row, SomeOf, SomeRows, State, YesNo, offered, read_mark
from agreements.questions.fields import is_row_id
from service.language import _, said
from service.storage.merging import Clash, mark
from service.typed import DATE_PARTS, FILE_PARTS, SETTLED, Typed, from_file, in_words, mark_in_words
from service.wizard.pages import simple_questions

MOST_BUTTONS = 6
"""Rows to choose one from are shown as buttons up to this number, and as a list to open above it."""

MANY = 10
"""From so many choices on, buttons and boxes are drawn small. Where none has a hint, they are a list to open."""


@dataclass(frozen=True)
class Option:
    """One thing to choose."""

    value: str
    title: str
    hint: str = ""
    is_chosen: bool = False


@dataclass(frozen=True)
class Point:
    """Whether a question is settled, as its page shows it: what is chosen, the words to it, and the mark of both.

    `faults` are sentences with the id of what they are about; `clash` is what somebody else chose meanwhile.
    """

    name: str
    state: str
    because: str
    opened: str
    faults: tuple[tuple[str, str], ...]
    clash: str | None

    @property
    def is_open(self) -> bool:
        """Whether there is something to see, so that it is not folded away."""
        return bool(self.state or self.because or self.clash)

    @property
    def options(self) -> tuple[Option, ...]:
        """What may be said of a question."""
        states = [Option(one.value, said(one.words), is_chosen=one == self.state) for one in State]
        return (*states, Option("settled", _("It is settled")))

    def faults_of(self, part: str) -> list[str]:
        """What to change about the "state", or about the words."""
        return [sentence for anchor, sentence in self.faults if anchor == f"{part}-{self.name}"]


@dataclass(frozen=True)
class Field:
    """One question on a page. `opened` is the mark of what is stored, which the form brings back.

    `clash` is what somebody else typed meanwhile, in words, when that differs from what was typed here. `point` is
    what is marked beside it.
    """

    name: str
    widget: str
    question: Question[Any]
    typed: Typed
    opened: str
    options: tuple[Option, ...]
    faults: tuple[str, ...]
    clash: str | None
    needed: bool
    title: str
    hint: str
    point: Point

    @property
    def anchor(self) -> str:
        """The id of the first thing to type in or click, for links to this question."""
        if self.clash is not None:
            return f"keep-{self.name}"
        return f"{self.name}-day" if self.widget == "date" else self.name

    @property
    def lines(self) -> int:
        """The height of a field for paragraphs, by how much is expected or there already."""
        expected = 3 if self.question.example and len(self.question.example) < 80 else 5
        return min(15, max(expected, len(str(self.typed)) // 60 + 1))

    @property
    def has_many(self) -> bool:
        """Whether there is so much to choose from that it should take up less room."""
        return len(self.options) >= MANY

    @property
    def items(self) -> list[dict[str, object]]:
        """The choices as the page components take them. What need not be answered can be taken back."""
        items: list[dict[str, object]] = [
            {
                "value": one.value,
                "text": one.title,
                "hint": {"text": one.hint},
                "checked": one.is_chosen,
                "selected": one.is_chosen,
            }
            for one in self.options
        ]
        if self.widget == "select":
            nothing = _("Choose one") if self.needed else _("Leave it open")
            return [{"value": "", "text": nothing, "selected": not self.typed}, *items]
        if self.question.required or self.question.widget in ("some_of", "some_rows"):
            return items
        return [*items, {"divider": _("or")}, {"value": "", "text": _("Leave it open"), "checked": False}]

    def part(self, name: str) -> str:
        """One part of a date or of a file."""
        return str(self.typed.get(name, "")) if isinstance(self.typed, Mapping) else ""


def fields(
    group: Group,
    stored: Mapping[str, Typed],
    faults: Sequence[Fault] = (),
    clashes: Mapping[str, Clash] | None = None,
    points: Mapping[str, Point] | None = None,
    put_back: Mapping[str, tuple[Typed, str]] | None = None,
) -> tuple[Field, ...]:
    """The questions that a group is asked, as its page shows them, with what is marked beside them.

    `put_back` is what was typed and not saved, each with the mark of what the page had shown then.
    """
    return tuple(
        _field(
            group,
            question,
            stored,
            faults,
            (clashes or {}).get(name),
            (points or {}).get(name) or point(name, SETTLED),
            (put_back or {}).get(name),
        )
        for name, question in simple_questions(group)
    )


def point(name: str, stored: Typed, clash: Clash | None = None) -> Point:
    """What is marked beside a question: as it is stored, or, while there is a clash, as it was typed here."""
    typed = clash.mine if clash else stored
    _accepted, faults = read_mark(typed)
    return Point(
        name=name,
        state=typed["state"],
        because=typed["because"],
        opened=mark(stored),
        faults=tuple((f"{part}-{name}", said(sentence)) for part, found in faults.items() for sentence in found),
        clash=mark_in_words(clash.theirs) if clash else None,
    )


def _field(
    group: Group,
    question: Question[Any],
    stored: Mapping[str, Typed],
    faults: Sequence[Fault],
    clash: Clash | None,
    point: Point,
    put_back: tuple[Typed, str] | None,
) -> Field:
    name = question.name
    typed, opened = put_back or (_shown(question, stored.get(name)), mark(stored.get(name)))
    if clash:
        typed = clash.mine
    options = tuple(_options(group, question, typed))
    return Field(
        name=name,
        widget=_widget(question, typed, options),
        question=question,
        typed=typed,
        opened=opened,
        options=options,
        faults=tuple(_faults(group, question, typed, faults)),
        clash=_theirs(question, clash, options) if clash else None,
        needed=group.needs(name),
        title=said(question.title),
        hint=said(question.hint),
        point=point,
    )


def _shown(question: Question[Any], typed: Typed | None) -> Typed:
    """What stands in the field: what was typed, and only where nothing ever was, our suggestion."""
    if typed is not None:
        return typed
    if question.suggestion is not None:
        return from_file(question, question.suggestion)
    if question.widget in ("date", "file"):
        return dict.fromkeys(DATE_PARTS if question.widget == "date" else FILE_PARTS, "")
    return [] if isinstance(question, SomeOf | SomeRows) else ""


def _options(group: Group, question: Question[Any], typed: Typed) -> Iterator[Option]:
    chosen = set(typed) if isinstance(typed, list) else {typed} if isinstance(typed, str) else set()
    if isinstance(question, YesNo):
        yield Option("yes", _("Yes"), is_chosen="yes" in chosen)
        yield Option("no", _("No"), is_chosen="no" in chosen)
    elif isinstance(question, OneOf | SomeOf):
        open_to_choose = offered(question.choices, group)
        for value, choice in question.choices.items():
            if value in open_to_choose or value in chosen:
                yield Option(value, said(choice.title), said(choice.hint), value in chosen)
    elif isinstance(question, OneRow | SomeRows):
        for row in group.interview.rows(question.to):
            yield Option(row.id, said(row.label), is_chosen=row.id in chosen)
        # Left out, it would be taken away by saving the page for another reason.
        for name in filter(None, _unknown(group, question, typed)):
            yield Option(name, _("Removed since") if is_row_id(name) else name, is_chosen=True)


def _widget(question: Question[Any], typed: Typed, options: Sequence[Option]) -> str:
    if isinstance(question, OneRow) and len(options) > MOST_BUTTONS:
        return "select"
    if isinstance(question, OneOf) and len(options) >= MANY and not any(one.hint for one in options):
        return "select"
    # A field of one line would swallow the line ends of a text from an answer file.
    if question.widget == "short_text" and "\n" in typed:
        return "long_text"
    return question.widget


def _faults(group: Group, question: Question[Any], typed: Typed, faults: Sequence[Fault]) -> Iterator[str]:
    found = [said(fault.message) for fault in faults if fault.path == f"{group.path}.{question.name}"]
    unknown = _unknown(group, question, typed) if found and isinstance(question, OneRow | SomeRows) else []
    names = [name for name in unknown if not is_row_id(name)]
    if names:
        yield _("Choose again: “%(names)s” is not in the list.", names=", ".join(names))
    elif unknown:
        yield _("Choose again: something you chose here has been removed since.")
    else:
        yield from found


def _unknown(group: Group, question: "OneRow[Row] | SomeRows[Row]", typed: Typed) -> list[str]:
    """What was chosen and is in the list no more, by its id; or what a spreadsheet named and was never there."""
    known = {row.id for row in group.interview.rows(question.to)}
    return [one for one in ([typed] if isinstance(typed, str) else typed) if one not in known]


def _theirs(question: Question[Any], clash: Clash, options: Sequence[Option]) -> str:
    titles = {option.value: option.title for option in options}
    typed = clash.theirs
    if isinstance(typed, list):
        typed = [titles.get(one, one) for one in typed]
    elif isinstance(typed, str):
        typed = titles.get(typed, typed)
    return in_words(question, typed or "") or _("nothing")
