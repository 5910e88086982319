"""Dates, numbers, lists and files in words, in one form throughout (wording: "27 March 2027", "five working days")."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from babel.dates import format_date
from babel.lists import format_list

_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


DOCUMENT_ENDINGS = (".pdf", ".docx", ".odt")
"""How the names of documents end."""
_LONGEST_STEM, _FIGURES_IN_A_NAME = 80, 8


@dataclass(frozen=True)
class AttachedFile:
    """A file that belongs to the answers: what it is called, and the SHA-256 of its content (64 hexadecimal digits)."""

    name: str
    sha256: str

    def __str__(self) -> str:
        return self.name

    @property
    def kept_as(self) -> str:
        """What a document is called beside the papers: a name for every system, and no two contents under one."""
        given = Path(self.name)
        words = "".join(letter if letter.isalnum() else " " for letter in given.stem).split()
        stem = "-".join(words)[:_LONGEST_STEM] or "document"
        ending = given.suffix.lower() if given.suffix.lower() in DOCUMENT_ENDINGS else ""
        return f"{stem}-{self.sha256[:_FIGURES_IN_A_NAME]}{ending}"


def date_in_words(day: date, language: str = "en_GB") -> str:
    """27 March 2027."""
    return format_date(day, "d MMMM y", locale=language)


def weekday_in_words(day: date, language: str = "en_GB") -> str:
    """Tuesday 12 January 2027."""
    return format_date(day, "EEEE d MMMM y", locale=language)


def list_in_words(items: Sequence[str], language: str = "en_GB") -> str:
    """One, two and three."""
    return format_list(list(items), style="standard", locale=language)


def titles_in_words(titles: Sequence[str], language: str = "en_GB") -> str:
    """Titles of choices in one sentence: Managers, volunteers and people who use the service."""
    return list_in_words([*titles[:1], *(title[:1].lower() + title[1:] for title in titles[1:])], language)


def number_in_words(number: int) -> str:
    """Numbers to ten as words, larger ones as figures with commas between thousands."""
    return _WORDS[number] if 0 <= number <= 10 else f"{number:,}"


def pounds(pence: int) -> str:
    """An amount of money: £18,000, or £18,000.50 where there are pence."""
    whole, rest = divmod(pence, 100)
    return f"£{whole:,}.{rest:02}" if rest else f"£{whole:,}"


def counted(number: int, one: str, many: str) -> str:
    """A number and what it counts: "one day", "five working days", "90 days"."""
    return f"{number_in_words(number)} {one if number == 1 else many}"


def ordinal(number: int) -> str:
    """The day of a month: 1st, 2nd, 3rd, 11th, 29th."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"
