"""Which column of a table answers which question of a list."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from agreements.questions import File, ListOf, Question
from service.language import said
from service.wizard.bulk.tables import Table
from service.wizard.pages import is_compound

_NEAR = 0.8
_SMALL_WORDS = frozenset(
    re.findall(r"\w+", "a an and by do does for has have how in is it its of on or the to what which who")
)


@dataclass(frozen=True)
class Columns:
    """The question of each column by its name, or "" for a column that has no place.

    `nearest` are the questions that such columns may mean. `has_headings` when the first line is none of the rows.
    """

    places: tuple[str, ...]
    nearest: tuple[str, ...]
    has_headings: bool


def askable(listing: ListOf[Any]) -> Mapping[str, Question[Any]]:
    """The questions of a list that a cell can answer, in order. A file cannot stand in a cell."""
    questions = listing.item.questions().items()
    return {name: one for name, one in questions if not is_compound(one) and not isinstance(one, File)}


def folded(text: str) -> str:
    """A text as it is compared: without capitals, punctuation, and more than one space."""
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()


def by_headings(table: Table, listing: ListOf[Any]) -> Columns | None:
    """The columns by the first line, or None when it does not hold headings."""
    known = _known(listing)
    headings = [folded(cell) for cell in table.lines[0]]
    places = _once([known.get(heading, "") for heading in headings])
    free = {words: name for words, name in known.items() if name not in places}
    pairs = zip(headings, places, strict=True)
    nearest = tuple("" if place else _nearest(heading, free) for heading, place in pairs)
    are_near = 2 * sum(map(bool, nearest)) >= sum(map(bool, headings))
    return Columns(places, nearest, has_headings=True) if any(places) or are_near else None


def by_order(table: Table, listing: ListOf[Any]) -> Columns:
    """The columns in the order of the questions, where nothing else tells; columns beyond the last have no place."""
    names = [*askable(listing), *[""] * table.width][: table.width]
    return Columns(tuple(names), ("",) * table.width, has_headings=False)


def chosen(places: Sequence[str], listing: ListOf[Any], *, has_headings: bool) -> Columns:
    """The columns as a person chose them. Of two for one question, the first has it."""
    known = askable(listing)
    taken = _once([place if place in known else "" for place in places])
    return Columns(taken, ("",) * len(taken), has_headings)


def _known(listing: ListOf[Any]) -> dict[str, str]:
    questions = askable(listing)
    names = {folded(name): name for name in questions}
    return {**names, **{folded(said(question.title)): name for name, question in questions.items()}}


def _nearest(heading: str, known: Mapping[str, str]) -> str:
    """The question that has half of a heading's words or more, best those that others lack; or one spelt nearly so."""
    wanted = set(heading.split()) - _SMALL_WORDS
    often = Counter(word for words in known for word in set(words.split()))
    shared = {words: wanted & set(words.split()) for words in known}
    best = max(known, key=lambda words: (sum(1 / often[word] for word in shared[words]), -len(words)), default="")
    if wanted and 2 * len(shared[best]) >= len(wanted):
        return known[best]
    matches = get_close_matches(heading, list(known), n=1, cutoff=_NEAR)
    return known[matches[0]] if matches else ""


def _once(places: Sequence[str]) -> tuple[str, ...]:
    return tuple("" if place in places[:number] else place for number, place in enumerate(places))
