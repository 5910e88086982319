"""What a question is: declared once on a class, read as the answer on an instance."""

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, Generic, Required, Self, TypedDict, TypeVar, Unpack, overload

from marshmallow import fields

from agreements.errors import DeclarationError
from agreements.language import Message
from agreements.questions.conditions import Condition
from agreements.questions.effects import Effect

if TYPE_CHECKING:
    from agreements.questions.groups import Group

T = TypeVar("T")


class Declared(TypedDict, total=False):
    """What may be said of a question beside its title; the docstring of `Question` explains each."""

    effect: Required[Effect]
    hint: str
    why: str
    example: str
    required: bool
    needed_if: Condition
    when: Condition
    suggestion: object


class Question(ABC, Generic[T]):
    """One question, wrapping one marshmallow field.

    On the class it *is* the question; on a loaded group it is the typed answer, or None while it is not answered.

    `title` is the question itself, `hint` one sentence under it, `why` why we ask, `example` from a real-looking group.
    `required` questions must be answered before signing; an open optional one prints nothing. `needed_if` says when one
    that is not `required` must be answered all the same. `when` says if it is asked at all. `suggestion` is shown on
    the page and accepted only when a person saves it.
    """

    widget: str

    def __init__(self, title: str, **declared: Unpack[Declared]) -> None:
        unknown = set(declared) - set(Declared.__annotations__)
        if unknown or "effect" not in declared:
            wrong = f"there is no {min(unknown)}=" if unknown else "say where the answer goes, with effect="
            raise DeclarationError(f"“{title}”: {wrong}. Known are: {', '.join(Declared.__annotations__)}.")
        self.title = title
        self.effect = declared["effect"]
        self.hint = declared.get("hint", "")
        self.why = declared.get("why", "")
        self.example = declared.get("example", "")
        self.required = declared.get("required", True)
        self.needed_if = declared.get("needed_if")
        self.when = declared.get("when")
        self.suggestion = declared.get("suggestion")
        self.name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, group: None, owner: type) -> Self: ...

    @overload
    def __get__(self, group: "Group", owner: type) -> T | None: ...

    def __get__(self, group: "Group | None", owner: type) -> Self | T | None:
        if group is None:
            return self
        return self.resolve(group.accepted(self.name), group)

    @abstractmethod
    def field(self) -> fields.Field[Any]:
        """The marshmallow field that checks what was typed and turns it into what is accepted."""

    @abstractmethod
    def written(self) -> Message:
        """How an answer is written in an answer file: "a date, such as 2027-03-27"."""

    def resolve(self, accepted: Any, group: "Group") -> T | None:
        """Turn the accepted value into the answer that is read; kinds that point to rows look them up here."""
        answer: T | None = accepted
        return answer

    def to_do(self, answer: Any) -> str:
        """What must still be done where this question is needed, with this answer (None while open); "" if nothing."""
        return self.title if answer is None else ""

    def in_words(self, answer: Any) -> str:
        """An answer as it is shown to the person who gave it ("check your answers", conditions)."""
        return str(answer)
