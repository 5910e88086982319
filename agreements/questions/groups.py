"""Groups of questions: a Section of the interview, a Row of a list, what is asked ForEach row.

A group is made by the loader, never by hand. It knows the interview it is part of, so that conditions and references
can be followed, and the row it is about, if it is asked for each row.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar

from marshmallow import RAISE, Schema, ValidationError

from agreements.errors import NotAsked
from agreements.language import _
from agreements.questions.conditions import Condition
from agreements.questions.fields import nearest
from agreements.questions.question import Question
from agreements.questions.text import shown

if TYPE_CHECKING:
    from agreements.questions.interview import Interview


class _GroupSchema(Schema):
    """The base of every group's schema: unknown names are faults that say the nearest known name."""

    class Meta:
        unknown = RAISE

    def handle_error(self, error: ValidationError, data: Any, *, many: bool, **kwargs: Any) -> None:
        if not isinstance(data, Mapping):
            error.messages = {"_schema": [_("Write this as named answers.")]}
            return
        for name in [name for name in data if name not in self.fields]:
            sentence = _(
                "There is no question with this name.%(nearest)s", nearest=nearest(shown(name), [*self.fields])
            )
            error.messages[name] = [sentence]


class Group:
    """Questions that are asked together. Subclasses declare them as class attributes, in asking order.

    `kept` holds the accepted values by question, also those of questions that are not asked at present.
    """

    def __init__(
        self,
        interview: "Interview",
        path: str,
        accepted: dict[str, Any],
        about: "Row | None" = None,
    ) -> None:
        self.interview = interview
        self.path = path
        self.about = about
        self.kept = accepted

    @classmethod
    @cache
    def questions(cls) -> Mapping[str, Question[Any]]:
        """The questions by name, in asking order."""
        declared: dict[str, Question[Any]] = {}
        for base in reversed(cls.__mro__):
            declared.update({name: part for name, part in vars(base).items() if isinstance(part, Question)})
        return declared

    @classmethod
    @cache
    def schema(cls) -> type[Schema]:
        """The marshmallow schema that is read off the declaration."""
        fields = {name: question.field() for name, question in cls.questions().items()}
        return _GroupSchema.from_dict(fields, name=cls.__name__)

    @classmethod
    @cache
    def _loader(cls) -> Schema:
        """The schema, made once: to make one takes longer than to load a row with it."""
        return cls.schema()()

    @classmethod
    def load(cls, raw: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return what is accepted of a raw group, and the messages about the rest, both by question."""
        try:
            return dict(cls._loader().load(raw)), {}
        except ValidationError as error:
            return dict(error.valid_data or {}), dict(error.messages_dict)

    def is_asked(self, name: str) -> bool:
        """Whether this group is asked the question, as its condition says of the accepted answers."""
        when = self.questions()[name].when
        return when is None or when.holds(self.read)

    def needs(self, name: str) -> bool:
        """Whether the question must be answered here before signing, if it is asked."""
        question = self.questions()[name]
        return question.required or bool(question.needed_if and question.needed_if.holds(self.read))

    def accepted(self, name: str) -> Any:
        """The accepted value behind an answer, or None. Raises NotAsked when the question is not asked."""
        if not self.is_asked(name):
            raise NotAsked(f"{self.path}.{name}")
        return self.kept.get(name)

    @property
    def is_begun(self) -> bool:
        """Whether anything that this group is asked has been answered."""
        return any(_says_something(self.get(name)) for name in self.questions())

    def get(self, name: str) -> Any:
        """The answer, or None when it is not answered or not asked."""
        return getattr(self, name) if self.is_asked(name) else None

    def read(self, path: str) -> Any:
        """The answer at a path as conditions write it: ".name", "@.name" or "section.name"."""
        if path.startswith("@."):
            return self.about.get(path[2:]) if self.about else None
        if path.startswith("."):
            return self.get(path[1:])
        return self.interview.read(path)

    def faults(self) -> Iterator[tuple[str, str]]:
        """Yield (question, sentence) for answers that are wrong only together. Subclasses say which."""
        yield from ()


@dataclass(frozen=True)
class Proposal:
    """A row that we propose: its answers as an answer file has them, its label, and what is to be said of it."""

    answers: Mapping[str, str]
    label: str
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Proposals:
    """Rows that we propose for an empty list. Nothing is accepted until a person asks for them with `button`.

    Without rows, `intro` says what must be answered first.
    """

    title: str
    intro: tuple[str, ...]
    button: str = ""
    rows: tuple[Proposal, ...] = ()


class Row(Group):
    """One row of a list: a group with an opaque `id`, and a label by which people know it."""

    names_itself_by: ClassVar[tuple[str, ...]] = ()
    """The questions whose first answer is this row's label."""
    advice_title: ClassVar[str] = ""
    """What `advice` is about."""

    def __init__(self, interview: "Interview", path: str, accepted: dict[str, Any]) -> None:
        super().__init__(interview, path, accepted)
        self.id: str = accepted["id"]

    @property
    def label(self) -> str:
        """What people call this row: its first naming answer, or its class's word for it."""
        answers = (self.get(name) for name in self.names_itself_by)
        return next((str(answer) for answer in answers if answer), _("not named yet"))

    @classmethod
    def advice(cls, interview: "Interview") -> Iterator[tuple[str, str]]:  # subclasses read it
        """Yield (whom or what it is about, sentence) that help to fill in a row. Subclasses say which."""
        yield from ()

    @classmethod
    def proposals(cls, interview: "Interview", today: date) -> Proposals | None:  # subclasses read it
        """Rows that we propose while the list is empty, or None for a list of which we know nothing."""
        return None

    def remarks(self, today: date) -> Iterator[str]:  # subclasses read it
        """Yield sentences on answers that are well formed and yet worth a second look. Subclasses say which."""
        yield from ()


class Section(Group):
    """A section of the interview: one topic. `title` heads its page; `step` is the step it belongs to.

    `when` says whether the topic is asked at all; its paths are "section.question". A topic that is not `essential` is
    also worth agreeing: nothing in it is missing until somebody begins it.
    """

    title: ClassVar[str]
    step: ClassVar[str]
    intro: ClassVar[str] = ""
    when: ClassVar[Condition | None] = None
    essential: ClassVar[bool] = True

    @property
    def must_be_whole(self) -> bool:
        """Whether what is needed here is missing while it is open: always, or once somebody has begun it."""
        return self.essential or self.is_begun

    def gaps(self) -> Iterator[tuple[str, str]]:
        """Yield (question, sentence) for what is missing because of other answers. Subclasses say which."""
        yield from ()

    def is_asked(self, name: str) -> bool:
        """Whether the topic is asked, and in it the question."""
        return (self.when is None or self.when.holds(self.read)) and super().is_asked(name)


def _says_something(answer: Any) -> bool:
    if isinstance(answer, tuple) and answer and all(isinstance(one, Group) for one in answer):
        return any(isinstance(one, Row) or one.is_begun for one in answer)
    return answer not in (None, ())
