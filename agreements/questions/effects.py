"""Where an answer goes. Every question declares it, and a test proves it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Printed:
    """The answer is printed in, or changes, the named clauses and schedules.

    `clauses` are clause ids; "front" is page 1 with its title, "signatures" the blocks in which the partners sign.
    `elsewhere` is empty, or says why the answer may change other clauses too ("a partner's short name stands wherever
    it acts").
    """

    clauses: tuple[str, ...]
    elsewhere: str = ""


@dataclass(frozen=True)
class Contacts:
    """The answer names or reaches a person: it stands in the contacts schedule alone, outside the fingerprint."""


@dataclass(frozen=True)
class Signing:
    """The answer stands in the signature blocks alone, outside the fingerprint."""


Effect = Printed | Contacts | Signing


def printed(*clauses: str, elsewhere: str = "") -> Printed:
    """Declare that an answer is printed in these clauses or schedules."""
    return Printed(clauses, elsewhere)
