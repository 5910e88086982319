"""Words that have no plainer equal, each explained in one sentence (`templates/words/en.yaml`).

The wizard and the worksheets print the list. The meter of plain words counts these words as known, because we explain
them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError

from agreements.errors import WordingError
from agreements.resources import templates

_FIELDS = {"means", "also"}


@dataclass(frozen=True)
class ExplainedWord:
    """A word, what it means, and other forms of it that are meant too ("charities")."""

    word: str
    means: str
    also: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The word as it heads its entry: "Legal person"."""
        return self.word[:1].upper() + self.word[1:]

    @property
    def anchor(self) -> str:
        """Its id on a page: "managing-agent"."""
        return self.word.lower().replace(" ", "-")


@cache
def explained_words() -> tuple[ExplainedWord, ...]:
    """The list, in the order of the alphabet. Raises WordingError for an entry that explains nothing."""
    file = templates() / "words" / "en.yaml"
    try:
        entries = YAML(typ="safe", pure=True).load(file.read_text("utf-8"))
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise WordingError(f"{file.name}:{line}: {error.problem}.") from error
    words = [_explained(str(word), entry, file.name) for word, entry in entries.items()]
    return tuple(sorted(words, key=lambda one: one.word.lower()))


def _explained(word: str, entry: Any, file: str) -> ExplainedWord:
    if isinstance(entry, str):
        return ExplainedWord(word, entry)
    if not isinstance(entry, Mapping) or not set(entry) <= _FIELDS or not isinstance(entry.get("means"), str):
        raise WordingError(f"{file}:1: explain “{word}” in a sentence, or give it {' and '.join(sorted(_FIELDS))}.")
    return ExplainedWord(word, entry["means"], tuple(map(str, entry.get("also", ()))))
