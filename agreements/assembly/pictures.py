"""The pictures that clause text may ask for, by name, as `<img src="#timeline"/>` on a line of its own.

They are made elsewhere and handed to `assemble`; one that is not handed over prints nothing.
"""

from typing import Final

PICTURES: Final = frozenset({"timeline"})
"""The names: `timeline` shows the review dates in a row."""
