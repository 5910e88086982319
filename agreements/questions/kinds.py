"""The kinds of question. A short text has up to 200 characters, a long one 10,000 characters and 500 lines."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, TypeVar, Unpack

from agreements.language import Message, _
from agreements.questions import fields
from agreements.questions.conditions import Condition
from agreements.questions.question import Declared, Question
from agreements.values import AttachedFile, date_in_words, list_in_words, pounds, titles_in_words

if TYPE_CHECKING:
    from agreements.questions.groups import Group, Row

MOST_ROWS = 100
"""Rows in a list, where the interview does not say more (domain: limits per list)."""

MOST_PENCE = 100_000_000_000
"""One thousand million pounds: more is a slip of the finger."""

RowT = TypeVar("RowT", bound="Row")
GroupT = TypeVar("GroupT", bound="Group")


class ShortText(Question[str]):
    """Words on one line. `autocomplete` is the HTML token for what a browser may fill in."""

    widget = "short_text"

    def __init__(self, title: str, *, autocomplete: str = "", **declared: Unpack[Declared]) -> None:
        super().__init__(title, **declared)
        self.autocomplete = autocomplete

    def field(self) -> fields.TextField:
        return fields.TextField(longest=200, lines=1)

    def written(self) -> Message:
        return _("text on one line, of up to 200 characters")


class Email(ShortText):
    """An e-mail address."""

    def field(self) -> fields.EmailField:
        return fields.EmailField()

    def written(self) -> Message:
        return _("an e-mail address, such as name@example.org")


class LongText(Question[str]):
    """Paragraphs. `words` is advice on the length, shown on the page; nothing is refused for it."""

    widget = "long_text"

    def __init__(self, title: str, *, words: int = 0, **declared: Unpack[Declared]) -> None:
        super().__init__(title, **declared)
        self.words = words

    def field(self) -> fields.TextField:
        return fields.TextField(longest=10_000, lines=500)

    def written(self) -> Message:
        if self.words:
            return _("text, best in %(words)s words or less, of up to 10,000 characters", words=self.words)
        return _("text, of up to 10,000 characters")


class WholeNumber(Question[int]):
    """A whole number from `least` to `most`, counted in `unit` ("days")."""

    widget = "whole_number"

    def __init__(self, title: str, *, least: int = 0, most: int, unit: str = "", **declared: Unpack[Declared]) -> None:
        super().__init__(title, **declared)
        self.least = least
        self.most = most
        self.unit = unit

    def field(self) -> fields.WholeNumberField:
        return fields.WholeNumberField(self.least, self.most)

    def written(self) -> Message:
        return _("a whole number from %(least)s to %(most)s", least=self.least, most=self.most)

    def in_words(self, answer: Any) -> str:
        return f"{answer} {self.unit}".strip()


class Money(Question[int]):
    """An amount of money, in whole pence, of `least` pence or more. An answer is typed in pounds."""

    widget = "money"

    def __init__(self, title: str, *, least: int = 0, **declared: Unpack[Declared]) -> None:
        super().__init__(title, **declared)
        self.least = least

    def field(self) -> fields.MoneyField:
        return fields.MoneyField(MOST_PENCE, self.least)

    def written(self) -> Message:
        if self.least:
            return _("an amount of %(least)s or more, such as 18000 or 250.50", least=pounds(self.least))
        return _("an amount in pounds, such as 18000 or 250.50")

    def in_words(self, answer: Any) -> str:
        return pounds(answer)


class Date(Question[date]):
    """A calendar date."""

    widget = "date"

    def field(self) -> fields.DateField:
        return fields.DateField()

    def written(self) -> Message:
        return _("a date, such as 2027-03-27")

    def in_words(self, answer: Any) -> str:
        return date_in_words(answer)


class YesNo(Question[bool]):
    """Yes or no. `until_yes` is for a "no" that cannot stand when people sign: it says who must do what first."""

    widget = "yes_no"

    def __init__(self, title: str, *, until_yes: str = "", **declared: Unpack[Declared]) -> None:
        super().__init__(title, **declared)
        self.until_yes = until_yes

    def to_do(self, answer: Any) -> str:
        return self.until_yes if answer is False else super().to_do(answer)

    def field(self) -> fields.YesNoField:
        return fields.YesNoField()

    def written(self) -> Message:
        return _("yes or no")

    def in_words(self, answer: Any) -> str:
        return _("Yes") if answer else _("No")


class File(Question[AttachedFile]):
    """A file of the group's own. `holds` says what it may be: a picture, or a document.

    The answer is its name and its fingerprint. The content is kept elsewhere (see `agreements.attachments`).
    """

    widget = "file"

    def __init__(self, title: str, *, holds: Literal["picture", "document"], **declared: Unpack[Declared]) -> None:
        super().__init__(title, **declared)
        self.holds = holds

    def field(self) -> fields.FileField:
        return fields.FileField()

    def written(self) -> Message:
        if self.holds == "picture":
            return _("the name of a file beside the answer file: a PNG or JPEG picture of up to 2 MB")
        return _("the name of a file beside the answer file: a PDF, Word or OpenDocument file of up to 5 MB")


@dataclass(frozen=True)
class Choice:
    """One choice: what the page says, a sentence under it, and when it may be chosen (always, if not said).

    While the answers that `when` looks at are not given, the choice is offered.

    `undecided` is for "not sure yet": it is kept as typed, and counts as no answer, so that it must still be given.
    """

    title: str
    hint: str = ""
    when: Condition | None = None
    undecided: bool = False


Choices = Mapping[str, Choice]


def offered(choices: Choices, group: "Group") -> Choices:
    """The choices that a group may choose from, as far as its other answers tell."""
    return {name: choice for name, choice in choices.items() if _may_be_chosen(choice, group)}


def _may_be_chosen(choice: Choice, group: "Group") -> bool:
    when = choice.when
    return when is None or when.holds(group.read) or not when.is_settled(group.read)


class OneOf(Question[str]):
    """One of the named choices; the answer is the choice's name."""

    widget = "one_of"

    def __init__(self, title: str, choices: Choices, **declared: Unpack[Declared]) -> None:
        super().__init__(title, **declared)
        self.choices = choices

    def field(self) -> fields.ChoiceField:
        return fields.ChoiceField(tuple(self.choices))

    def resolve(self, accepted: Any, group: "Group") -> str | None:
        return None if accepted is None or self.choices[accepted].undecided else str(accepted)

    def written(self) -> Message:
        return _("one of these names")

    def in_words(self, answer: Any) -> str:
        return self.choices[answer].title


class SomeOf(Question[tuple[str, ...]]):
    """Any of the named choices; the answer is their names, in the order they are declared."""

    widget = "some_of"

    def __init__(self, title: str, choices: Choices, **declared: Unpack[Declared]) -> None:
        super().__init__(title, **declared)
        self.choices = choices

    def field(self) -> fields.SomeField:
        return fields.SomeField(fields.ChoiceField(tuple(self.choices)), most=len(self.choices))

    def written(self) -> Message:
        return _("a list of some of these names")

    def resolve(self, accepted: Any, group: "Group") -> tuple[str, ...] | None:
        return None if accepted is None else tuple(name for name in self.choices if name in accepted)

    def in_words(self, answer: Any) -> str:
        return titles_in_words([self.choices[name].title for name in answer])


class OneRow(Question[RowT]):
    """A row of the list whose rows are of class `to`, such as one partner. A class may name itself by its name."""

    widget = "one_row"

    def __init__(self, to: type[RowT] | str, title: str, **declared: Unpack[Declared]) -> None:
        super().__init__(title, **declared)
        self.to = to

    def field(self) -> fields.RowIdField:
        return fields.RowIdField()

    def written(self) -> Message:
        return _("the id of one row of the list that it points to")

    def resolve(self, accepted: Any, group: "Group") -> RowT | None:
        return None if accepted is None else group.interview.row(self.to, accepted)

    def in_words(self, answer: Any) -> str:
        return str(answer.label)


class SomeRows(Question[tuple[RowT, ...]]):
    """Any rows of the list whose rows are of class `to`, in the order of that list."""

    widget = "some_rows"

    def __init__(self, to: type[RowT] | str, title: str, **declared: Unpack[Declared]) -> None:
        super().__init__(title, **declared)
        self.to = to

    def field(self) -> fields.SomeField:
        return fields.SomeField(fields.RowIdField(), most=200)

    def written(self) -> Message:
        return _("a list of ids of rows of the list that it points to")

    def resolve(self, accepted: Any, group: "Group") -> tuple[RowT, ...] | None:
        if accepted is None:
            return None
        rows: tuple[RowT, ...] = group.interview.rows(self.to)
        return tuple(row for row in rows if row.id in accepted)

    def in_words(self, answer: Any) -> str:
        return list_in_words([str(row.label) for row in answer])


class ListOf(Question[tuple[RowT, ...]]):
    """A list of rows of class `item`, each with an opaque id, in the group's own order.

    `one` and `many` name what is listed ("partner", "partners"). At least `least` rows are needed before signing;
    more than `most` are refused.
    """

    widget = "list_of"

    def __init__(
        self,
        item: type[RowT],
        title: str,
        *,
        one: str,
        many: str,
        least: int = 1,
        most: int = MOST_ROWS,
        **declared: Unpack[Declared],
    ) -> None:
        super().__init__(title, **declared)
        self.item = item
        self.one = one
        self.many = many
        self.least = least
        self.most = most

    def field(self) -> fields.RowsField:
        return fields.RowsField(self.item.load, self.most)

    def written(self) -> Message:
        return _("a list of up to %(most)s rows, each with an id of your own and its answers", most=self.most)

    def resolve(self, accepted: Any, group: "Group") -> tuple[RowT, ...] | None:
        return accepted or None

    def in_words(self, answer: Any) -> str:
        return list_in_words([str(row.label) for row in answer])


class ForEach(Question[tuple[GroupT, ...]]):
    """The same questions asked about each row of another list, such as each partner, in a later step.

    Kept by the row's id, so that no answer needs the row's own page. The answer is one group for every row there is,
    in the order of its list; `group.about` is the row.
    """

    widget = "for_each"

    def __init__(self, about: "type[Row]", group: type[GroupT], title: str, **declared: Unpack[Declared]) -> None:
        super().__init__(title, **declared)
        self.about = about
        self.group = group

    def field(self) -> fields.EachField:
        return fields.EachField(self.group.load, most=200)

    def written(self) -> Message:
        return _("one entry for each row that it is about, named by the id of that row")

    def in_words(self, answer: Any) -> str:
        return list_in_words([str(group.about.label) for group in answer])
