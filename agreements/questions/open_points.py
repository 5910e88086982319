"""What a group marks beside an answer: "come back to this", or "not agreed yet", with the reason.

It is no answer and no fault. A mark is typed as {"state", "because"}, and is kept as typed, as answers are.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from agreements.language import _
from agreements.questions.effects import printed
from agreements.questions.groups import Group
from agreements.questions.kinds import Choice, OneOf, ShortText


class State(StrEnum):
    """What may be said of a question. The value is how answer files write it."""

    COME_BACK = "come_back"
    NOT_AGREED = "not_agreed"

    @property
    def words(self) -> str:
        """What people read."""
        return _("Come back to this") if self is State.COME_BACK else _("Not agreed yet")


class Mark(Group):
    """The two things that are typed about one question."""

    state = OneOf(
        _("Is it settled?"),
        choices={one.value: Choice(one.words) for one in State},
        effect=printed("not-agreed"),
    )
    because = ShortText(_("Note, or why it is not agreed yet"), required=False, effect=printed("not-agreed"))


@dataclass(frozen=True)
class OpenPoint:
    """One question that is not settled: the path of its answer (with ids), what was said of it, and why.

    `because` holds the words that were accepted; `faults` says what to change about them.
    """

    path: str
    state: State
    because: str = ""
    faults: tuple[str, ...] = field(default=(), compare=False)


def open_point(path: str, typed: Any) -> OpenPoint | None:
    """What was typed about the question at a path; None while nothing says that it is open."""
    accepted, faults = read_mark(typed)
    if "state" not in accepted:
        return None
    sentences = tuple(sentence for sentences in faults.values() for sentence in sentences)
    return OpenPoint(path, State(accepted["state"]), accepted.get("because") or "", sentences)


def read_mark(typed: Any) -> tuple[dict[str, Any], dict[str, tuple[str, ...]]]:
    """What is accepted of a mark, and the sentences about the rest, by "state", "because" or a name that is unknown.

    What is said of the mark as a whole stands under "". Nothing typed at all is no fault.
    """
    is_named = isinstance(typed, Mapping)
    said = {name: words for name, words in typed.items() if words not in ("", None)} if is_named else typed
    accepted, messages = Mark.load(said)
    faults = {"" if name == "_schema" else name: tuple(sentences) for name, sentences in messages.items()}
    if accepted.get("state") == State.NOT_AGREED and not accepted.get("because") and "because" not in faults:
        faults["because"] = (_("Say why it is not agreed yet, in a few words."),)
    if said and "state" not in accepted and not faults:
        faults["state"] = (_("Choose whether to come back to this, or that it is not agreed yet."),)
    return accepted, faults
