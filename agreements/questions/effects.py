"""Where an answer goes. Every question declares it, and a test proves it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Printed:
    """The answer is printed in, or changes, the named clauses and schedules.

    `clauses` are clause ids; "front" is page 1 with its title, "signatures" the blocks in which the partners sign.
    `elsewhere` is empty, or says why the answer may change other clauses too ("a partner's short name stands wherever
    it acts"). `in_calendar` says that it changes the calendar of reviews as well.
    """

    clauses: tuple[str, ...]
    elsewhere: str = ""
    in_calendar: bool = False


@dataclass(frozen=True)
class Contacts:
    """The answer names or reaches a person: it stands in the contacts schedule alone, outside the fingerprint."""


@dataclass(frozen=True)
class Signing:
    """The answer stands in the signature blocks alone, outside the fingerprint."""


@dataclass(frozen=True)
class FindingOnly:
    """The answer is for the partners' own eyes and the health check: no paper ever prints or carries it.

    Source: domain, decisions (quality of a relationship, confidence, income band, capacity, estimated hours, checks).
    """


@dataclass(frozen=True)
class Looks:
    """The answer changes how a paper looks and no word of it, so no fingerprint changes either."""


Effect = Printed | Contacts | Signing | FindingOnly | Looks


def printed(*clauses: str, elsewhere: str = "", in_calendar: bool = False) -> Printed:
    """Declare that an answer is printed in these clauses or schedules."""
    return Printed(clauses, elsewhere, in_calendar)
