"""The shapes of what is typed: a text, the parts of a date or of a file, or the list of what is ticked.

Forms and answer files are brought into these shapes before they are stored, and nothing else is done to them: what is
accepted is for the interview to say.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

from werkzeug.datastructures import MultiDict

from agreements.questions import Date, File, Question, SomeOf, SomeRows, State
from service.language import _, said

Typed = Any
"""A text, {"day", "month", "year"}, {"name", "sha256"} of a file, or a list of texts."""
DATE_PARTS = ("day", "month", "year")
FILE_PARTS = ("name", "sha256")
SETTLED = {"state": "", "because": ""}
"""What is typed beside a question that nobody has marked, or that is settled again."""
_ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_DATE_BREAKS = re.compile(r"[ /.]")
_YES_NO = {True: "yes", False: "no"}


def says_something(typed: Typed) -> bool:
    """Whether anything was typed at all: no empty text, nothing unticked, no date whose parts are all empty."""
    return any(typed.values()) if isinstance(typed, Mapping) else bool(typed)


def from_form(question: Question[Any], form: MultiDict[str, str]) -> Typed | None:
    """What a form brings for a question, or None when the form has no such field.

    Boxes and buttons of which none is chosen send nothing, so for them nothing means "none".
    """
    name = question.name
    if isinstance(question, Date):
        parts = {part: form.get(f"{name}-{part}") for part in DATE_PARTS}
        return None if None in parts.values() else parts
    if isinstance(question, File):
        kept = {part: form.get(f"{name}-{part}") for part in FILE_PARTS}
        is_removed = f"remove:{name}" in form
        return None if None in kept.values() else dict.fromkeys(FILE_PARTS, "") if is_removed else kept
    if isinstance(question, SomeOf | SomeRows):
        return [chosen for chosen in form.getlist(name) if chosen]
    if question.widget in ("short_text", "long_text", "whole_number", "money"):
        text = form.get(name)
        return None if text is None else _line_ends(text)
    return form.get(name, "")


def mark_from_form(name: str, form: MultiDict[str, str]) -> Typed | None:
    """What a form marks beside a question, or None when the form has no such fields. What is settled has no words."""
    because = form.get(f"because:{name}")
    if because is None:
        return None
    state = form.get(f"state:{name}", "")
    return SETTLED if state == "settled" else {"state": state, "because": because}


def from_file(question: Question[Any], given: Any) -> Typed:
    """What an answer file holds for a question, in the shape a form would bring it."""
    if isinstance(question, Date):
        return _date_parts(given)
    if isinstance(question, File):
        parts = given if isinstance(given, Mapping) else {"name": given}
        return {part: _text(parts.get(part)) for part in FILE_PARTS}
    if isinstance(question, SomeOf | SomeRows):
        return [_text(one) for one in given] if isinstance(given, list) else [_text(given)]
    return _text(given)


def mark_from_file(given: Any) -> Typed:
    """What an answer file marks beside a question, in the shape a form would bring it."""
    parts = given if isinstance(given, Mapping) else {"because": given}
    return {part: _text(parts.get(part)) for part in SETTLED}


def for_file(typed: Typed) -> Any:
    """What was typed as an answer file is best read: a date in one piece, if it is written in figures."""
    if isinstance(typed, Mapping) and set(typed) == set(DATE_PARTS) and all(map(_is_figures, typed.values())):
        return f"{typed['year']:0>4}-{typed['month']:0>2}-{typed['day']:0>2}"
    return typed


def in_words(question: Question[Any], typed: Typed) -> str:
    """What was typed, to be shown to a person as it is."""
    if isinstance(typed, Mapping):
        return " ".join(part for part in (typed.get(name) for name in (*DATE_PARTS, "name")) if part)
    choices = getattr(question, "choices", {})
    if isinstance(typed, list):
        return ", ".join(choices[one].title if one in choices else one for one in typed)
    return choices[typed].title if typed in choices else str(typed)


def mark_in_words(typed: Typed) -> str:
    """What is marked beside a question, in one line."""
    if typed["state"] not in set(State):
        return typed["because"] or _("It is settled")
    words = said(State(typed["state"]).words)
    return f"{words}: {typed['because']}" if typed["because"] else words


def _is_figures(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _line_ends(text: str) -> str:
    """Forms and files write the end of a line in three ways, which nobody can see and browsers turn into one."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _date_parts(given: Any) -> dict[str, str]:
    if isinstance(given, Mapping):
        return {part: _text(given.get(part, "")) for part in DATE_PARTS}
    match = _ISO_DATE.fullmatch(given) if isinstance(given, str) else None
    if match:
        year, month, day = (str(int(part)) for part in match.groups())
        return {"day": day, "month": month, "year": year}
    parts = _DATE_BREAKS.split(_text(given))
    if len(parts) != len(DATE_PARTS):
        parts = [_text(given), "", ""]
    return dict(zip(DATE_PARTS, parts, strict=True))


def _text(given: Any) -> str:
    if isinstance(given, bool):
        return _YES_NO[given]
    if isinstance(given, str | int | float):
        return _line_ends(str(given))
    return "" if given is None else json.dumps(given, ensure_ascii=False)
