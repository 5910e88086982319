"""How hard sentences are to read: the Flesch-Kincaid grade as a reading age, and what makes it high.

The grade (Kincaid and others, 1975) weighs the two things a writer can mend: words in a sentence, and syllables in a
word. A pupil in US grade 4 is nine or ten years old, so grade and five make the age. Its figure is for prose and is
noisy over a line or two, so it is taken over all that is read at once. One long sentence among short ones would go
unseen in it: the length of a sentence has a limit of its own.
"""

import re
from collections.abc import Sequence
from functools import cache

import textstat

from agreements.explained_words import explained_words

UNKNOWN = "…"
"""What stands in our sentences for an answer: one short word."""

_KNOWN_SYLLABLES = 2
_WORD = re.compile(r"[^\W_](?:[^\s—–/]*[^\W_])?")
_MARK = "\ue000"


def reading_age(sentences: Sequence[str]) -> float:
    """The age at which most people can read these sentences."""
    words = [word for sentence in sentences for word in _words(_with_known_words_marked(sentence))]
    if not words:
        return 0
    syllables = sum(map(_syllables, words))
    grade = 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59
    return grade + 5


def length(sentence: str) -> int:
    """How many words a sentence has; an answer counts as one."""
    return len(_words(sentence.replace(UNKNOWN, "it")))


def long_words(sentences: Sequence[str]) -> list[str]:
    """The words of three syllables or more that nobody explains, the longest first."""
    found = {word for sentence in sentences for word in _words(_with_known_words_marked(sentence))}
    counted = {word: _syllables(word) for word in found}
    return sorted((word for word in found if counted[word] > 2), key=lambda word: (-counted[word], word))


def _words(text: str) -> list[str]:
    return [word.lower() if word != _MARK else word for word in re.findall(f"{_MARK}|{_WORD.pattern}", text)]


def _with_known_words_marked(sentence: str) -> str:
    return _known().sub(_MARK, sentence.replace(UNKNOWN, "it"))


@cache
def _known() -> re.Pattern[str]:
    forms = [form for one in explained_words() for form in (one.word, *one.also)]
    longest_first = "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))
    return re.compile(rf"\b(?:{longest_first})s?(?:’s|’)?(?!\w)", re.IGNORECASE)


@cache
def _syllables(word: str) -> int:
    if word == _MARK:
        return _KNOWN_SYLLABLES
    if any(letter.isdigit() for letter in word):
        return 1  # figures are read at a glance
    parts = re.split(r"[-’']", word)
    return sum(_syllables_of_part(part) for part in parts if part not in {"", "s", "t", "re", "ll", "ve"})


def _syllables_of_part(part: str) -> int:
    try:
        return int(textstat.syllable_count(part))
    except KeyError:  # textstat 0.7.7 stumbles over a word that is not in its list
        return max(1, len(re.findall("[aeiouy]+", part)))
