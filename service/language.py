"""The service's own texts, and the interview's, in the language of the reader."""

from flask_babel import gettext

from agreements.language import Message


def _(text: str, **values: object) -> str:
    """One of the service's own texts. Used while a request is answered."""
    return str(gettext(text, **values))


def said(text: str) -> str:
    """A text of the interview: a Message is translated, anything a person typed is left as it is."""
    if not isinstance(text, Message):
        return text
    values = {name: said(value) if isinstance(value, str) else value for name, value in text.values.items()}
    return str(gettext(text.template, **values))
