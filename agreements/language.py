"""Texts a person reads, marked for translation without any web framework.

Mark a text with `_("...")`; Babel extracts the mark. The value is the English text itself, and remembers its
template and values, so that a translation can be filled in later: `_("Enter %(least)s or more.", least=2)`.
"""

from typing import Self


class Message(str):
    """An English text that can be translated: a `str` that keeps its template and the values put into it."""

    template: str
    values: dict[str, object]

    def __new__(cls, template: str, **values: object) -> Self:
        """Put the values into the template, and keep both."""
        message = super().__new__(cls, template % values if values else template)
        message.template = template
        message.values = values
        return message


_ = Message

LANGUAGE = "en-GB"
"""What all our texts are written in, as a BCP 47 tag."""
