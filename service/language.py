"""The service's own texts, and the interview's, in the language of the reader."""

from datetime import datetime

from babel.dates import format_datetime, get_timezone
from flask_babel import gettext
from flask_babel import ngettext as plural

from agreements.language import Message


def _(text: str, **values: object) -> str:
    """One of the service's own texts. Used while a request is answered."""
    return str(gettext(text, **values))


def moment_in_words(moment: datetime) -> str:
    """A moment by the clocks of the United Kingdom: "25 November 2026, 14:05"."""
    return format_datetime(moment, "d MMMM y, HH:mm", tzinfo=get_timezone("Europe/London"), locale="en_GB")


def ngettext(one: str, many: str, number: int) -> str:
    """One of the service's own texts that depends on a number, which it has as `%(num)s`."""
    return str(plural(one, many, number))


def said(text: str) -> str:
    """A text of the interview: a Message is translated, anything a person typed is left as it is."""
    if not isinstance(text, Message):
        return text
    values = {name: said(value) if isinstance(value, str) else value for name, value in text.values.items()}
    return str(gettext(text.template, **values))
