"""`python -m setup.plain_words [WORD]`: the hardest texts, then what has to be mended. Exits 1 when there is any.

With a WORD, only texts whose name has it are shown, sentence by sentence. Ends with 2 when there is none.
"""

import re
import sys
from difflib import get_close_matches

from setup.plain_words.judging import LIMITS, faults, listed_exceptions
from setup.plain_words.measuring import length, long_words, reading_age
from setup.plain_words.texts import Read, texts

_HARDEST = 12


def main(arguments: list[str]) -> int:
    """Print the report; 1 when something is above its limit and no exception."""
    everything = list(texts())
    if arguments:
        return _show_those_with(arguments[0], everything)
    _table(everything)
    found = list(faults(everything, listed_exceptions()))
    for fault in found:
        print(f"\n{fault}")
    print(f"\nPlain words: {len(everything)} texts measured, {len(found)} to mend.")
    return 1 if found else 0


def _show_those_with(word: str, everything: list[Read]) -> int:
    found = [text for text in everything if word in text.name]
    for text in found:
        _show(text)
    if found:
        return 0
    near = get_close_matches(word, [text.name for text in everything], n=3, cutoff=0.4)
    near += get_close_matches(word, {name for text in everything for name in re.split(r"[ .]", text.name)}, n=3)
    print(f"No text has “{word}” in its name.")
    if near:
        print(f"Did you mean: {', '.join(dict.fromkeys(near))}?")
    print(f"A name is, for example, “{everything[0].name}”. Without a name, all texts are measured.")
    return 2


def _table(everything: list[Read]) -> None:
    for kind, limit in LIMITS.items():
        hardest = sorted(
            (text for text in everything if text.kind == kind), key=lambda text: -reading_age(text.sentences)
        )
        print(f"\nThe hardest: {kind} (reading age at most {limit}; longest sentence)")
        for text in hardest[:_HARDEST]:
            longest = max(map(length, text.sentences), default=0)
            print(f"  {reading_age(text.sentences):5.1f}  {longest:3}  {text.place}")


def _show(text: Read) -> None:
    print(f"\n{text.name}: reading age {reading_age(text.sentences):.1f}, at most {LIMITS[text.kind]}")
    for sentence in text.sentences:
        print(f"  {reading_age([sentence]):5.1f}  {length(sentence):3}  {sentence}")
    print(f"  long words: {', '.join(long_words(text.sentences)) or 'none'}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
