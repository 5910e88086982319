"""The stamp: what one copy of an agreement says of itself, on every page."""

from dataclasses import dataclass
from enum import Enum

from agreements.language import _


class Status(Enum):
    """Whether a copy may be signed. The value is what is printed. Nobody signs a note."""

    DRAFT = _("Draft")
    FINAL = _("Final, for signing")
    NOTE = _("For talking about. Not part of any agreement")


@dataclass(frozen=True)
class Stamp:
    """Status, version and fingerprint of one copy. `fingerprint` is 64 hexadecimal digits (SHA-256)."""

    status: Status
    version: int
    fingerprint: str

    @property
    def short_fingerprint(self) -> str:
        """The first twelve digits in groups of four: enough to compare by eye."""
        digits = self.fingerprint[:12]
        return " ".join(digits[start : start + 4] for start in range(0, 12, 4))

    @property
    def line(self) -> str:
        """The line at the foot of every page. Nobody compares notes, so theirs has no version and no fingerprint."""
        if self.status is Status.NOTE:
            return str(self.status.value)
        return _(
            "%(status)s · Version %(version)s · Fingerprint %(fingerprint)s",
            status=self.status.value,
            version=self.version,
            fingerprint=self.short_fingerprint,
        )
