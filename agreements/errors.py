"""Everything that can go wrong, as one family.

    AgreementsError
    ├── DeclarationError      a question, section or condition is declared wrongly (a fault of ours)
    ├── NotAsked              an answer was read that this group is not asked for (a fault of ours)
    ├── WordingError          a clause, precedent or reference is wrong; names file and line
    ├── UnreadableAnswers     an answer file cannot be read at all
    ├── UnfitFile             a file that a person chose cannot be kept: too large, or of the wrong kind
    ├── NotJoined             an offer cannot join an agreement: no such partner, or a file of another kind
    ├── InvalidAnswers        an answer set has faults; carries all of them
    ├── NotFinal              a final copy was asked for while answers are still missing
    ├── CalendarError         an earlier calendar cannot be carried on
    ├── HouseError            a house Word file cannot be used
    └── RenderingError        a paper could not be made within its limits
        └── Busy              too many papers are being made at this moment

Messages are written for the person who sees them: they say what is wrong, and what to do.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """One thing that is malformed in an answer set: where (a dotted path), and what to do about it."""

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}" if self.path else self.message


class AgreementsError(Exception):
    """The family's head: catch this, and show its message."""


class DeclarationError(AgreementsError):
    """A question, section or condition is declared wrongly."""


class NotAsked(AgreementsError):
    """An answer was read that this group is not asked for, so it may be stale."""


class WordingError(AgreementsError):
    """A clause or precedent is wrong. The message begins with the file and the line."""


class UnreadableAnswers(AgreementsError):
    """An answer file cannot be read: not YAML or JSON, too large, too deep, a key given twice."""


class UnfitFile(AgreementsError):
    """A file that a person chose cannot be kept; the message says what to choose instead."""


class NotJoined(AgreementsError):
    """An offer cannot join an agreement; the message says what to give instead."""


class InvalidAnswers(AgreementsError):
    """An answer set has faults. `faults` holds all of them, each with its path."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in faults))


class NotFinal(AgreementsError):
    """A final copy was asked for while answers are still missing. `missing` holds their paths and questions."""

    def __init__(self, missing: Sequence[Fault]) -> None:
        self.missing = tuple(missing)
        super().__init__("\n".join(str(fault) for fault in missing))


class CalendarError(AgreementsError):
    """An earlier calendar file cannot be read, or is none of ours, so that no new edition can follow it."""


class HouseError(AgreementsError):
    """A house Word file cannot be used; the message says what to change in it."""


class RenderingError(AgreementsError):
    """A paper could not be made, or not within the limits of time, memory and pages."""


class Busy(RenderingError):
    """Too many papers are being made at this moment; the same request may work a minute later."""
