"""marshmallow fields that keep our text policy and speak our sentences.

A value that says nothing ("", None, only spaces) is the same as no value: a draft may be as incomplete as its group is.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from datetime import date
from difflib import get_close_matches
from itertools import count
from typing import Any

from babel.dates import get_month_names
from marshmallow import ValidationError, fields, missing

from agreements.language import Message, _
from agreements.questions.text import has_ink, normalise, refusals, shown
from agreements.values import AttachedFile, pounds

_ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})[ /.](?P<month>\d{1,2}|[A-Za-z]+)[ /.](?P<year>\d{4})", re.ASCII)
_MONTHS = {
    name.casefold(): str(number)
    for width in ("wide", "abbreviated")
    for number, name in get_month_names(width, locale="en_GB").items()
} | {"sep": "9"}  # Babel knows "Sept" alone
_WHOLE_NUMBER = re.compile(r"-?(\d{1,9}|\d{1,3}(,\d{3}){1,2})", re.ASCII)
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
_AMOUNT = re.compile(r"£? ?(?P<pounds>\d{1,12}|\d{1,3}(,\d{3}){1,3})(\.(?P<pence>\d{1,2}))?", re.ASCII)
_SHA_256 = re.compile(r"[0-9a-f]{64}", re.ASCII)
_YES_NO = {"yes": True, "no": False}
EARLIEST, LATEST = date(1800, 1, 1), date(2199, 12, 31)


def nearest(word: str, known: Sequence[str]) -> str:
    """Return " Did you mean “...”?" for the nearest known name, or "" when none is near."""
    matches = get_close_matches(word, known, n=1, cutoff=0.6)
    return _(" Did you mean “%(name)s”?", name=matches[0]) if matches else ""


class _Field(fields.Field[Any], ABC):
    """A field that takes None and "" for no answer."""

    def __init__(self) -> None:
        super().__init__(allow_none=True)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        if isinstance(value, str):
            value = normalise(value)
        return missing if value in ("", None) else self.accept(value)

    @abstractmethod
    def accept(self, value: Any) -> Any:
        """Return what is accepted for a value that says something, or raise ValidationError with our sentence."""


class TextField(_Field):
    """Text under the text policy: at most `longest` characters and `lines` lines."""

    def __init__(self, longest: int, lines: int) -> None:
        super().__init__()
        self.longest = longest
        self.lines = lines

    def accept(self, value: Any) -> str:
        if isinstance(value, bool) or not isinstance(value, str | int):
            raise ValidationError(_("Write this as text; in an answer file, put it in quotation marks."))
        text = str(value)
        problems = [*refusals(text), *self._too_much(text)]
        if not problems and not has_ink(text):
            problems.append(_("Enter words that can be read."))
        if problems:
            raise ValidationError([str(problem) for problem in problems])
        return text

    def _too_much(self, text: str) -> list[str]:
        problems: list[str] = []
        lines = text.count("\n") + 1
        if len(text) > self.longest:
            over = len(text) - self.longest
            problems.append(
                _("Shorten this by %(over)s: it may have %(most)s characters.", over=over, most=self.longest)
            )
        if lines > self.lines:
            problems.append(
                _("Write this on one line.")
                if self.lines == 1
                else _("Use fewer lines: there are %(lines)s, and there may be %(most)s.", lines=lines, most=self.lines)
            )
        return problems


class EmailField(TextField):
    """An e-mail address, told only by its shape: no check can tell whether letters arrive there."""

    def __init__(self) -> None:
        super().__init__(longest=200, lines=1)

    def accept(self, value: Any) -> str:
        text = super().accept(value)
        if not _EMAIL.fullmatch(text):
            raise ValidationError(_("Enter an e-mail address, such as name@example.org."))
        return text


class WholeNumberField(_Field):
    """A whole number from `least` to `most`, typed in plain digits, commas allowed between thousands."""

    def __init__(self, least: int, most: int) -> None:
        super().__init__()
        self.least = least
        self.most = most

    def accept(self, value: Any) -> int:
        if isinstance(value, str) and _WHOLE_NUMBER.fullmatch(value):
            value = int(value.replace(",", ""))
        if isinstance(value, bool) or not isinstance(value, int) or not self.least <= value <= self.most:
            raise ValidationError(
                _(
                    "Enter a whole number in figures, from %(least)s to %(most)s.",
                    least=f"{self.least:,}" if self.least > 9999 else self.least,
                    most=f"{self.most:,}" if self.most > 9999 else self.most,
                )
            )
        return value


class MoneyField(_Field):
    """An amount in pounds, accepted as whole pence, and never nothing: "18000", "£18,000.50", or a plain number.

    `most` and `least` are pence as well.
    """

    def __init__(self, most: int, least: int = 0) -> None:
        super().__init__()
        self.most = most
        self.least = least

    def accept(self, value: Any) -> int:
        typed = str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value
        match = _AMOUNT.fullmatch(typed) if isinstance(typed, str) else None
        pence = _pence(match["pounds"], match["pence"] or "0") if match else None
        if pence == 0:
            raise ValidationError(_("Enter more than £0, or leave this open."))
        if pence is None or pence > self.most:
            raise ValidationError(
                _("Enter an amount in pounds, such as 18,000 or 250.50, up to %(most)s.", most=pounds(self.most))
            )
        if pence < self.least:
            raise ValidationError(_("Enter an amount of %(least)s or more.", least=pounds(self.least)))
        return pence


def _pence(whole: str, rest: str) -> int:
    return int(whole.replace(",", "")) * 100 + int(rest.ljust(2, "0"))


class DateField(_Field):
    """A calendar date: "2027-03-27", "27 March 2027", "27/3/2027", or the three typed parts {day, month, year}."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        if isinstance(value, Mapping):
            value = {str(key): "" if part is None else str(part).strip() for key, part in value.items()}
            if not any(value.values()):
                return missing
        return super()._deserialize(value, attr, data, **kwargs)

    def accept(self, value: Any) -> date:
        parts = self._parts(value)
        try:
            accepted = value if type(value) is date else date(*parts)
        except (TypeError, ValueError):
            accepted = None
        if accepted is None or not EARLIEST <= accepted <= LATEST:
            raise ValidationError(_("Enter a real date, with day, month and year, such as 27 March 2027."))
        return accepted

    @staticmethod
    def _parts(value: Any) -> tuple[int, ...]:
        if isinstance(value, str) and (match := _ISO_DATE.fullmatch(value)):
            return tuple(int(part) for part in match.groups())
        if isinstance(value, str) and (match := _DAY_FIRST.fullmatch(value)):
            value = match.groupdict()
        if isinstance(value, Mapping) and set(value) == {"day", "month", "year"}:
            month = _MONTHS.get(value["month"].casefold(), value["month"])
            typed = [value["year"], month, value["day"]]
            if all(part.isascii() and part.isdigit() and len(part) <= 4 for part in typed):
                return tuple(int(part) for part in typed)
        return ()


class YesNoField(_Field):
    """Yes or no."""

    def accept(self, value: Any) -> bool:
        if isinstance(value, str):
            value = _YES_NO.get(value)
        if not isinstance(value, bool):
            raise ValidationError(_("Choose yes or no."))
        return value


class ChoiceField(_Field):
    """One of the named choices."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self.names = tuple(names)

    def accept(self, value: Any) -> str:
        if value not in self.names:
            raise ValidationError(
                _(
                    "Choose one of the answers listed; “%(value)s” is not one.%(nearest)s",
                    value=shown(value),
                    nearest=nearest(shown(value), self.names),
                )
            )
        return str(value)


class SomeField(_Field):
    """A list of values, each taken by `one`; doubles are taken once."""

    def __init__(self, one: _Field, most: int) -> None:
        super().__init__()
        self.one = one
        self.most = most

    def accept(self, value: Any) -> tuple[Any, ...] | Any:
        if not isinstance(value, list | tuple):
            raise ValidationError(_("Write this as a list."))
        if len(value) > self.most:
            raise ValidationError(_("Choose at most %(most)s.", most=self.most))
        accepted: dict[Any, None] = {}
        sentences: list[Any] = []
        for one in value:
            try:
                accepted[self.one.deserialize(one)] = None
            except ValidationError as error:
                sentences.extend(error.messages)
        if sentences:
            raise ValidationError(list(dict.fromkeys(sentences)))
        return tuple(one for one in accepted if one not in (missing, None)) or missing


class RowIdField(_Field):
    """The id of a row in a list. Whether there is such a row is checked once everything has loaded."""

    def accept(self, value: Any) -> str:
        if not isinstance(value, str | int) or isinstance(value, bool) or not is_row_id(str(value)):
            raise ValidationError(_("Name a row by its id: up to 40 small letters, figures, “-” and “_”."))
        return str(value)


def is_row_id(value: str) -> bool:
    """Whether a text may name a row: up to 40 of a-z, 0-9, "-" and "_"."""
    return re.fullmatch(r"[a-z0-9_-]{1,40}", value) is not None


class FileField(_Field):
    """A file, kept elsewhere under the hash of its content: `{name, sha256}`."""

    def __init__(self) -> None:
        super().__init__()
        self.name_field = TextField(longest=200, lines=1)

    def accept(self, value: Any) -> AttachedFile | Any:
        if not isinstance(value, Mapping) or set(value) != {"name", "sha256"}:
            raise ValidationError(_("Choose a file; in an answer file, write the name of a file that lies beside it."))
        if not any(value.values()):
            return missing
        if not _SHA_256.fullmatch(str(value["sha256"])):
            raise ValidationError(_("Choose the file again: its fingerprint has 64 figures and letters from a to f."))
        return AttachedFile(self.name_field.accept(value["name"]), value["sha256"])


class RowsField(fields.Field[Any]):
    """A list of rows. Every fault in every row is reported; rows without an id are named by their place."""

    def __init__(self, load: Callable[[Any], Any], most: int) -> None:
        super().__init__(allow_none=True)
        self.load = load
        self.most = most

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        if not isinstance(value, list | tuple):
            raise ValidationError(_("Write this as a list, one row under the other."))
        if len(value) > self.most:
            raise ValidationError(_("Keep this list to %(most)s: it has %(count)s.", most=self.most, count=len(value)))
        rows: list[dict[str, Any]] = []
        faults: dict[str, Any] = {}
        given = [raw.get("id") if isinstance(raw, Mapping) else None for raw in value]
        for raw, (row_id, sentence) in zip(value, _row_ids(given), strict=True):
            accepted, problems = self.load(
                {key: part for key, part in raw.items() if key != "id"} if isinstance(raw, Mapping) else raw
            )
            rows.append({**accepted, "id": row_id})
            if sentence:
                problems["id"] = [sentence]
            if problems:
                faults[row_id] = problems
        if faults:
            raise ValidationError(faults, valid_data=rows)
        return rows


def _row_ids(given: Sequence[Any]) -> Iterator[tuple[str, Message | None]]:
    """The id of each row, and what is wrong with the one that was given; a row without one is named by its place."""
    taken: set[str] = set()
    for place, row_id in enumerate(given, start=1):
        sentence = None if row_id in ("", None) else _wrong_with_id(row_id, taken)
        if sentence or row_id in ("", None):
            free = (name for name in _names_of_place(place) if name not in taken and name not in given)
            named = next(free)
        else:
            named = str(row_id)
        taken.add(named)
        yield named, sentence


def _wrong_with_id(row_id: Any, taken: Set[str]) -> Message | None:
    if isinstance(row_id, bool) or not isinstance(row_id, str | int) or not is_row_id(str(row_id)):
        return _("Use up to 40 small letters, figures, “-” and “_” for an id.")
    if str(row_id) in taken:
        return _("Give each row an id of its own: “%(id)s” is used twice.", id=row_id)
    return None


def _names_of_place(place: int) -> Iterator[str]:
    yield f"row-{place}"
    yield from (f"row-{place}-{number}" for number in count(2))


class EachField(fields.Field[Any]):
    """Answers of one group kept by the id of the row they are about."""

    def __init__(self, load: Callable[[Any], Any], most: int) -> None:
        super().__init__(allow_none=True)
        self.load = load
        self.most = most

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        if not isinstance(value, Mapping):
            raise ValidationError(_("Write this as one entry for each, named by its id."))
        if len(value) > self.most:
            raise ValidationError(_("Keep this to %(most)s: it has %(count)s.", most=self.most, count=len(value)))
        loaded: dict[str, Any] = {}
        faults: dict[str, Any] = {}
        for row_id, raw in value.items():
            loaded[str(row_id)], problems = self.load(raw)
            if problems:
                faults[str(row_id)] = problems
        if faults:
            raise ValidationError(faults, valid_data=loaded)
        return loaded
