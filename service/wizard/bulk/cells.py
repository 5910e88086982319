"""What a cell of a table says, in the shape in which a form would bring it; and what of it is not understood."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from agreements.questions import Date, Money, OneOf, OneRow, Question, SomeOf, SomeRows, YesNo
from service.language import _, said
from service.typed import Typed, from_file
from service.wizard.bulk.headings import folded

_YES, _NO = {"yes", "y", "true", "x", "1", "✓"}, {"no", "n", "false", "0"}
_WEEKDAY = re.compile(r"^(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?,? ", re.IGNORECASE)
_ORDINAL = re.compile(r"\b(\d{1,2})(st|nd|rd|th)\b", re.IGNORECASE)
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ]+(\d{1,2}|[A-Za-z]+)\.?,?[-/. ]+(\d{2}|\d{4})", re.ASCII)
_MONTH_FIRST = re.compile(r"([A-Za-z]+)\.? (\d{1,2}),? (\d{4})", re.ASCII)
_MIDNIGHT = re.compile(r"[ T]00:00(:00(\.0+)?)?$")
_CURRENCY = re.compile(r"£|\bGBP\b|\bpounds?\b", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"^(.+) \(([^()]+)\)$")
_BREAKS = (";", "\n", ",")
_OWN_ERRORS = ("#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!")


@dataclass(frozen=True)
class Understood:
    """What a cell says, and a sentence on what of it is not understood ("" when all is)."""

    typed: Typed
    sentence: str = ""


@dataclass(frozen=True)
class Named:
    """Something that a cell may name: the id by which it is stored, and what it is called."""

    id: str
    words: str


Names = Mapping[str, Sequence[Named]]
"""What can be named, by the folded words that do: more than one thing where several have one name."""


def names_of(found: Iterable[tuple[str, Named]]) -> Names:
    """What can be named, from pairs of words and what they name."""
    names: dict[str, list[Named]] = {}
    for words, named in found:
        same = names.setdefault(folded(words), [])
        if named not in same:
            same.append(named)
    return names


def understood(question: Question[Any], cell: str, rows: Callable[[Any], Names]) -> Understood:
    """What a cell says in answer to a question. `rows` gives the names of the rows that a question points to."""
    if cell in _OWN_ERRORS:
        return Understood(from_file(question, cell), _("Your spreadsheet shows a fault here. Enter the answer itself."))
    if isinstance(question, OneOf | OneRow):
        return _one(cell, _names(question, rows))
    if isinstance(question, SomeOf | SomeRows):
        return _some(cell, _names(question, rows))
    return Understood(from_file(question, _as_typed(question, cell)))


def _as_typed(question: Question[Any], cell: str) -> Any:
    """A cell in a form that our questions take, where it is another common one; else as it is."""
    if isinstance(question, Date):
        return _date(cell)
    if isinstance(question, Money):
        return _money(cell)
    return _yes_or_no(cell) if isinstance(question, YesNo) else cell


def _choices(question: OneOf | SomeOf) -> Iterator[tuple[str, Named]]:
    """The choices by their titles and names. One that ends in an abbreviation can be named by either part alone."""
    for name, choice in question.choices.items():
        title = said(choice.title)
        match = _IN_BRACKETS.match(title)
        for words in (title, name, *(match.groups() if match else ())):
            yield words, Named(name, title)


def _names(question: Question[Any], rows: Callable[[Any], Names]) -> Names:
    return names_of(_choices(question)) if isinstance(question, OneOf | SomeOf) else rows(question)


def _one(cell: str, names: Names) -> Understood:
    found = names.get(folded(cell), ())
    return Understood(found[0].id) if len(found) == 1 else Understood(cell, _not_one(cell, found, names))


def _some(cell: str, names: Names) -> Understood:
    """Several names in one cell. They may be parted in more than one way, and a name may have a comma in itself."""
    parts = next((found for found in (_parted(cell, names, mark) for mark in ("", *_BREAKS)) if found), None)
    if parts is None:
        mark = next((mark for mark in _BREAKS if mark in cell), "")
        parts = [part for part in (part.strip() for part in (cell.split(mark) if mark else [cell])) if part]
    read = [_one(part, names) for part in parts]
    return Understood([one.typed for one in read], " ".join(one.sentence for one in read if one.sentence))


def _parted(cell: str, names: Names, mark: str) -> list[str] | None:
    parts = [part.strip() for part in (cell.split(mark) if mark else [cell])]
    parts = [part for part in parts if part]
    return parts if parts and all(folded(part) in names for part in parts) else None


def _not_one(cell: str, found: Sequence[Named], names: Names) -> str:
    if found:
        return _("More than one is called “%(name)s”. Choose which one you mean.", name=cell)
    if not names:
        return _("“%(name)s” is not known yet: the list that it would stand in is empty.", name=cell)
    near = get_close_matches(folded(cell), list(names), n=1)
    if near:
        words = names[near[0]][0].words
        return _("“%(name)s” is not one of the answers. Did you mean “%(near)s”?", name=cell, near=words)
    return _("“%(name)s” is not one of the answers to choose from.", name=cell)


def _yes_or_no(cell: str) -> str:
    word = cell.casefold().rstrip(".")
    return "yes" if word in _YES else "no" if word in _NO else cell


def _money(cell: str) -> str:
    amount = re.sub(r"\s", "", _CURRENCY.sub("", cell))
    return amount if re.fullmatch(r"[\d,]+(\.\d+)?", amount, re.ASCII) else cell


def _date(cell: str) -> Any:
    text = _ORDINAL.sub(r"\1", _WEEKDAY.sub("", _MIDNIGHT.sub("", cell)))
    if match := _DAY_FIRST.fullmatch(text):
        day, month, year = match.groups()
    elif match := _MONTH_FIRST.fullmatch(text):
        month, day, year = match.groups()
    else:
        return text if text != cell and re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) else cell
    return {"day": day, "month": month, "year": f"20{year}" if len(year) == 2 else year}
