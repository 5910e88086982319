"""What is above its limit, with the exceptions taken away. An exception that nothing needs is a fault, too."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml import YAML

from setup.plain_words.measuring import length, long_words, reading_age
from setup.plain_words.texts import CLAUSE, QUESTION, Read

LIMITS = {QUESTION: 11, CLAUSE: 12}
"""Reading ages: wording guide and issue 3, point 9."""
LONGEST = 20
"""Words in a sentence."""


@dataclass(frozen=True)
class Exceptions:
    """What may stand above its limit, and why."""

    reading_age: Mapping[str, str]
    sentences: Mapping[str, str]


def listed_exceptions() -> Exceptions:
    """The exceptions of `exceptions.yaml`."""
    read = YAML(typ="safe", pure=True).load(Path(__file__).with_name("exceptions.yaml").read_text("utf-8"))
    return Exceptions(read["reading_age"], read["sentences"])


def faults(measured: Iterable[Read], exceptions: Exceptions) -> Iterator[str]:
    """What has to be mended, each in words that say where, how much, and what makes it hard."""
    too_hard, too_long = set(), set()
    for text in measured:
        if round(reading_age(text.sentences), 1) > LIMITS[text.kind]:
            too_hard.add(text.name)
            if text.name not in exceptions.reading_age:
                yield _too_hard(text)
        for sentence in text.sentences:
            if length(sentence) > LONGEST:
                too_long.add(sentence)
                if sentence not in exceptions.sentences:
                    yield f"{text.name}: {length(sentence)} words in a sentence, at most {LONGEST}.\n    {sentence}"
    yield from _needless(exceptions.reading_age, too_hard)
    yield from _needless(exceptions.sentences, too_long)


def _too_hard(text: Read) -> str:
    hardest = max(text.sentences, key=lambda sentence: reading_age([sentence]))
    words = ", ".join(long_words(text.sentences)) or "none: shorten the sentences"
    return (
        f"{text.name}: reading age {reading_age(text.sentences):.1f}, at most {LIMITS[text.kind]}.\n"
        f"    hardest sentence: {hardest}\n    long words: {words}"
    )


def _needless(listed: Mapping[str, str], needed: set[str]) -> Iterator[str]:
    for name, reason in listed.items():
        if name not in needed:
            yield f"exceptions.yaml: “{name}” is within its limit, or is not there. Take the exception out."
        elif not reason:
            yield f"exceptions.yaml: “{name}” has no reason."
