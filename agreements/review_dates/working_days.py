"""Working days in the four nations, and in words why a day is not one.

The library `holidays` knows the bank holidays that are published, substitute days and royal occasions among them, and
works out those to come. They differ: 2 January and St Andrew's Day are Scotland's, 17 March and 12 July Northern
Ireland's, and Scotland has its summer bank holiday at the other end of August. Where the work and the partners are in
several nations, a day counts as a working day only if it is one in each of them.
"""

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from functools import cache

import holidays

from agreements.language import Message, _
from agreements.legal_forms import NATIONS
from agreements.legal_forms.form import ENGLAND, NORTHERN_IRELAND, SCOTLAND, WALES
from agreements.values import list_in_words, weekday_in_words

PUBLISHED_DAYS = 2 * 365
"""About so far ahead the governments publish bank holidays (gov.uk/bank-holidays)."""
_SATURDAY = 5
_SUBDIVISIONS = {ENGLAND: "ENG", WALES: "WLS", SCOTLAND: "SCT", NORTHERN_IRELAND: "NIR"}
_SUBSTITUTE = " (observed)"
_NAMED = {
    "New Year's Day": _("New Year’s Day"),
    "Saint Patrick's Day": _("St Patrick’s Day"),
    "Saint Andrew's Day": _("St Andrew’s Day"),
    "Battle of the Boyne": _("the day of the Battle of the Boyne"),
}
"""Days that have a name of their own, where ours is not the library's."""
_BANK_HOLIDAYS = {
    "New Year Holiday": _("the bank holiday of 2 January"),
    "May Day": _("the early May bank holiday"),
    "Spring Bank Holiday": _("the spring bank holiday"),
    "Summer Bank Holiday": _("the summer bank holiday"),
    "Late Summer Bank Holiday": _("the summer bank holiday"),
}
"""Days that are called bank holidays, so that we need not say it twice."""


def is_working_day(day: date, nations: Collection[str]) -> bool:
    """Whether a day is neither at the weekend nor a bank holiday in any of these nations (names in NATIONS)."""
    return day.weekday() < _SATURDAY and not _holidays(day, nations)


def next_working_day(day: date, nations: Collection[str]) -> date:
    """The first working day after a day."""
    later = day + timedelta(days=1)
    while not is_working_day(later, nations):
        later += timedelta(days=1)
    return later


def remarks(day: date, nations: Collection[str], today: date) -> tuple[Message, ...]:
    """Why a day is no working day, what the next one is, and how sure that is; empty for a working day.

    `today` decides whether bank holidays so far ahead are published yet.
    """
    if is_working_day(day, nations):
        return ()
    following = _("The next working day is %(day)s.", day=weekday_in_words(next_working_day(day, nations)))
    if day.weekday() >= _SATURDAY:
        return _("%(day)s is at the weekend.", day=weekday_in_words(day)), following
    why = tuple(_holiday_in_words(day, name, where) for name, where in _holidays(day, nations).items())
    if day <= today + timedelta(days=PUBLISHED_DAYS):
        return (*why, following)
    unsure = _("This is worked out: bank holidays so far ahead are not published yet. Look again nearer the time.")
    return (*why, following, unsure)


def _holidays(day: date, nations: Collection[str]) -> Mapping[str, list[str]]:
    """The bank holidays on a day, each with the nations that have it."""
    found: dict[str, list[str]] = {}
    for nation in NATIONS:
        name = _calendar(_SUBDIVISIONS[nation]).get(day) if nation in nations else None
        if name:
            found.setdefault(name, []).append(NATIONS[nation])
    return found


@cache
def _calendar(subdivision: str) -> holidays.HolidayBase:
    return holidays.country_holidays("GB", subdiv=subdivision, language="en_GB")


def _holiday_in_words(day: date, name: str, where: list[str]) -> Message:
    said = {"day": weekday_in_words(day), "nations": list_in_words(where)}
    known = name.removesuffix(_SUBSTITUTE)
    if known in _BANK_HOLIDAYS and known == name:
        return _("%(day)s is %(holiday)s in %(nations)s.", holiday=_BANK_HOLIDAYS[known], **said)
    holiday = _NAMED.get(known) or _BANK_HOLIDAYS.get(known) or known.replace("'", "’")
    if known == name:
        return _("%(day)s is %(holiday)s, a bank holiday in %(nations)s.", holiday=holiday, **said)
    return _("%(day)s is a bank holiday in %(nations)s, in place of %(holiday)s.", holiday=holiday, **said)
