"""The words that every face prints around the wording: one place, so that no two papers can differ.

How a heading is built: its label, one space, its title ("3 Money", "Schedule B: Who to contact").
A label alone, as a reference names it, is "section 3" or "Schedule B".
"""

from agreements.document.nodes import Clause, Gap, SignatureLine
from agreements.document.stamp import Stamp
from agreements.language import Message, _

SIGNATURE = _("Signature")
NAME = _("Name")
POSITION = _("Position")
DATE = _("Date")
AUTHORITY = _("Authority")
"""The fields of a signature line, in this order; see `signature_fields`."""

BULLET = "•"
"""The label of an item in a list without letters."""

SIGNATURES = _("the signatures")
"""What a reference to the signing part prints."""

NOT_FOR_SIGNING = _("Draft: do not sign")
"""On every page of a draft."""

PAGE_NUMBER = _("Page %(page)s of %(pages)s", page="{page}", pages="{pages}")
"""At the foot of every page; each paper puts its own counters in place of {page} and {pages}."""


def gap(question: str) -> Message:
    """What is printed where a needed answer is missing."""
    return _("[Not answered yet: %(question)s]", question=question)


def not_agreed(question: str) -> Message:
    """What is printed for a question that the partners do not agree on yet."""
    return _("[Not agreed yet: %(question)s]", question=question)


def of_gap(gap_in_text: Gap) -> Message:
    """What a gap prints."""
    return (not_agreed if gap_in_text.is_not_agreed else gap)(gap_in_text.question)


def blank(purpose: str) -> Message:
    """What is said of a line for ink to those who cannot see it. Never part of the text."""
    return _("Space to write: %(purpose)s", purpose=purpose)


def signature_fields(line: SignatureLine) -> tuple[tuple[Message, str], ...]:
    """The fields of a signature line: each label with what is known, or with "" where ink goes."""
    authority = ((AUTHORITY, line.authority),) if line.authority else ()
    return ((SIGNATURE, ""), (NAME, line.name), (POSITION, line.position), (DATE, ""), *authority)


def section(number: str) -> Message:
    """What a reference to a clause prints."""
    return _("section %(number)s", number=number)


def schedule(letter: str) -> Message:
    """What a reference to a schedule prints."""
    return _("Schedule %(letter)s", letter=letter)


def heading_label(part: Clause) -> str:
    """What stands before the title of a part: "3", "Schedule B:", or nothing for the signing part."""
    return f"{schedule(part.label)}:" if part.label.isalpha() else part.label


def heading(part: Clause) -> str:
    """The whole heading of a part."""
    return f"{heading_label(part)} {part.title}".strip()


def signed_text(stamp: Stamp) -> Message:
    """The line in each signature block that ties the page to the text: version and full fingerprint."""
    return _(
        "Version %(version)s, fingerprint %(fingerprint)s",
        version=stamp.version,
        fingerprint=stamp.fingerprint,
    )
