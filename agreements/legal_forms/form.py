"""What a legal form is: how it is called, what it must print, and who may sign for it (domain, section 4.2)."""

from collections.abc import Sequence
from dataclasses import dataclass

from agreements.document.nodes import SignatureBlock, SignatureLine
from agreements.errors import DeclarationError
from agreements.language import Message, _

ENGLAND, WALES, SCOTLAND, NORTHERN_IRELAND = "england", "wales", "scotland", "northern_ireland"
NATIONS = {
    ENGLAND: _("England"),
    WALES: _("Wales"),
    SCOTLAND: _("Scotland"),
    NORTHERN_IRELAND: _("Northern Ireland"),
}
CAPACITIES = {
    "director": _("Director"),
    "trustee": _("Trustee"),
    "secretary": _("Secretary"),
    "committee_member": _("Committee member"),
    "authorised_officer": _("Authorised officer"),
    "individual": _("Member of the group"),
}
NUMBERS = {
    "company_number": _("Company number"),
    "charity_number": _("Charity number"),
    "society_number": _("Society number"),
}


@dataclass(frozen=True)
class Particulars:
    """What one partner says of itself. `numbers` holds (name in NUMBERS, number); `host` is who acts for it."""

    legal_name: str
    address: str
    numbers: tuple[tuple[str, str], ...] = ()
    host: str = ""


@dataclass(frozen=True)
class Signer:
    """A person who will sign: a name in CAPACITIES ("" if unknown), their name if known, their own word for it."""

    capacity: str
    name: str = ""
    position: str = ""

    @property
    def line(self) -> SignatureLine:
        """The place where this person signs."""
        capacity = CAPACITIES.get(self.capacity, "")
        position = f"{self.position} ({capacity.lower()})" if self.position and capacity else self.position or capacity
        return SignatureLine(str(position), self.name)


@dataclass(frozen=True)
class LegalForm:
    """One legal form.

    `numbers` are the numbers it has (names in NUMBERS), `nations` where it exists, `least` how many sign at least,
    `signed_by` the capacities in which people sign, usual ones first: a block with too few people is filled up with
    them. `words` says what signing means and may use %(name)s; `who_signs` tells the group before.

    Raises DeclarationError when it names a number, nation or capacity that is not declared in this file.
    """

    name: str
    title: Message
    hint: Message
    is_legal_person: bool
    nations: tuple[str, ...]
    numbers: tuple[str, ...]
    address_title: Message
    least: int
    signed_by: tuple[str, ...]
    who_signs: Message
    words: Message
    authority: Message | None = None

    def __post_init__(self) -> None:
        """Check the form's own words, so that a slip is seen at start and not on a paper."""
        for field, known in (("nations", NATIONS), ("numbers", NUMBERS), ("signed_by", CAPACITIES)):
            given = getattr(self, field)
            if not isinstance(given, tuple):
                raise DeclarationError(f"{self.name}: write {field} as a tuple, with a comma: (“{given}”,).")
            for name in given:
                if name not in known:
                    raise DeclarationError(f"{self.name}: {field}: “{name}” is none of {', '.join(known)} in form.py.")
        if not self.signed_by or self.least < 1:
            raise DeclarationError(f"{self.name}: say who signs, and that one person or more must.")
        try:
            self.words.template % {"name": ""}
        except (KeyError, ValueError) as error:
            raise DeclarationError(f"{self.name}: words may use %(name)s alone ({error}).") from error

    def particulars(self, partner: Particulars) -> str:
        """What is printed under a partner's name: its form, its numbers and its address, in one line."""
        numbers = [f"{NUMBERS[name]} {number}" for name, number in partner.numbers if name in self.numbers]
        address = ", ".join(line.rstrip(",") for line in partner.address.split("\n") if line.rstrip(","))
        parts = [str(self.title), *numbers, *([f"{self.address_title}: {address}"] if address else [])]
        return " · ".join(parts)

    def signature_block(self, partner: Particulars, signers: Sequence[Signer]) -> SignatureBlock:
        """The block in which this partner signs, with a line for every signer and never fewer than `least`."""
        words = [_(self.words.template, name=partner.legal_name)]
        if partner.host and not self.is_legal_person:
            words.append(
                _("Its host is %(host)s. The host holds money and signs contracts for the group.", host=partner.host)
            )
        return SignatureBlock(
            partner=partner.legal_name,
            particulars=self.particulars(partner),
            words=" ".join(words),
            lines=tuple(signer.line for signer in (*signers, *self._still_to_sign(signers))),
            authority=str(self.authority or ""),
        )

    def _still_to_sign(self, signers: Sequence[Signer]) -> Sequence[Signer]:
        """Those who must sign beside the known signers: first in the usual capacities that are not there yet."""
        left = [self.signed_by[min(place, len(self.signed_by) - 1)] for place in range(self.least)]
        for signer in signers:
            if signer.capacity in left:
                left.remove(signer.capacity)
        return [Signer(capacity) for capacity in left[: max(0, self.least - len(signers))]]
