"""Numbers of the public registers: which register a number is of, and whether it has the shape that register gives.

A wrong shape is a slip of the pen, and is told. Whether a number is the right one nobody can see from its shape.
"""

import re
from dataclasses import dataclass

from agreements.language import Message, _
from agreements.legal_forms.form import ENGLAND, NORTHERN_IRELAND, SCOTLAND, WALES
from agreements.values import list_in_words


@dataclass(frozen=True)
class Register:
    """A register: who keeps it, the shape of its numbers, and how to write one."""

    keeper: Message
    shape: re.Pattern[str]
    write: Message

    def has(self, number: str) -> bool:
        """Whether a number has the shape of this register's numbers."""
        return self.shape.fullmatch(number) is not None


def _shape(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.ASCII | re.IGNORECASE)


_ENGLAND_AND_WALES = Register(
    _("Charity Commission for England and Wales"),
    _shape(r"\d{6,7}(-\d{1,4})?"),
    _("Write the six or seven figures that the Charity Commission for England and Wales gave it, such as 1234567."),
)
_CHARITIES = {
    ENGLAND: _ENGLAND_AND_WALES,
    WALES: _ENGLAND_AND_WALES,
    SCOTLAND: Register(
        _("Scottish Charity Regulator, OSCR"),
        _shape(r"SC ?\d{6}"),
        _("Write SC and the six figures that the Scottish Charity Regulator gave it, such as SC012345."),
    ),
    NORTHERN_IRELAND: Register(
        _("Charity Commission for Northern Ireland"),
        _shape(r"NIC ?\d{6}"),
        _("Write NIC and the six figures that the Charity Commission for Northern Ireland gave it, such as NIC123456."),
    ),
}
_COMPANIES = {
    "company_number": Register(
        _("Companies House"),
        _shape(r"\d{8}|[A-Z]{2}\d{6}|R\d{7}"),
        _("Write all eight characters, with the zeros in front: 01234567, or two letters and six figures, SC123456."),
    ),
    "llp_number": Register(
        _("Companies House"),
        _shape(r"(OC|SO|NC)\d{6}"),
        _("Write two letters and six figures, such as OC123456."),
    ),
}
OF_CHARITIES = ("charity_number", "charity_number_if_any")
CHECKED = (*OF_CHARITIES, *_COMPANIES)
"""The facts whose shape is known. Society numbers have several, so they stand as they are printed on the register."""
_BETWEEN_NUMBERS = re.compile(r" and |[,;/&]")


def wrong_with(fact: str, number: str, nation: str) -> Message | None:
    """What to write instead of a number whose shape is wrong, or None. `nation` is "" while it is not known."""
    if fact in _COMPANIES:
        register = _COMPANIES[fact]
        return None if register.has(number) else register.write
    numbers = _numbers(number)
    registers = [_CHARITIES[nation]] if nation else [*_CHARITIES.values()]
    is_known = all(_register_of(one) for one in numbers) and any(
        register.has(one) for register in registers for one in numbers
    )
    return None if is_known else registers[0].write


def with_registers(charity_number: str) -> str:
    """A charity number with the name of its register; a charity may be on two."""
    named = []
    for number in _numbers(charity_number):
        register = _register_of(number)
        named.append(f"{number} ({register.keeper})" if register else number)
    return list_in_words(named)


def _numbers(typed: str) -> list[str]:
    """The numbers in what was typed: "1234567 and SC012345" are two."""
    return [part.strip() for part in _BETWEEN_NUMBERS.split(typed)]


def _register_of(number: str) -> Register | None:
    return next((register for register in _CHARITIES.values() if register.has(number)), None)
