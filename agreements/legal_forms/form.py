"""What a legal form is: how it is called, what it must print, and who may sign for it (domain, section 4.2)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from agreements.document import labels
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
    "member": _("Member of a limited liability partnership"),
    "authorised_officer": _("Authorised officer"),
    "proper_officer": _("Proper officer of the council"),
    "individual": _("In their own name"),
    "attorney": _("With a power of attorney"),
}
FACTS = {
    "company_number": _("Company number"),
    "llp_number": _("LLP number"),
    "society_number": _("Society number"),
    "charity_number": _("Charity number"),
    "charity_number_if_any": _("Charity number"),
    "constitution_date": _("Constitution dated"),
    "trustees": _("Names of the trustees"),
    "parent_body": _("Name of the larger organisation"),
    "parent_form": _("Kind of the larger organisation:"),
    "parent_number": _("Number of the larger organisation"),
}
"""What a form may have to print of itself. Each is a question of the same name in `interview/about_us.py`."""
GROUNDS = {
    "governing_doc": _("Its constitution or rules"),
    "minute": _("A minute of its board, committee or council"),
    "s333": _("A resolution under section 333 of the Charities Act 2011"),
    "scheme_of_delegation": _("A scheme of delegation"),
    "statute": _("A law that gives this power to the post"),
    "letter": _("A letter or a power of attorney"),
}
"""What lets a person sign for a partner."""
USUAL_GROUNDS = tuple(name for name in GROUNDS if name != "s333")
WRITTEN_PERMISSION = ("minute", "scheme_of_delegation", "letter")
"""The grounds that are a permission in writing, given to one person."""


@dataclass(frozen=True)
class Particulars:
    """What one partner says of itself. `facts` holds words by name in FACTS; `host` is who acts for it."""

    legal_name: str
    address: str
    facts: Mapping[str, str] = field(default_factory=dict)
    host: str = ""


@dataclass(frozen=True)
class Signer:
    """A person who will sign: a name in CAPACITIES ("" if unknown), their name if known, their own word for it.

    `ground` is a name in GROUNDS, or "", and `reference` says which minute, letter or other paper it is.
    """

    capacity: str
    name: str = ""
    position: str = ""
    ground: str = ""
    reference: str = ""

    @property
    def line(self) -> SignatureLine:
        """The place where this person signs."""
        capacity = CAPACITIES.get(self.capacity, "")
        position = f"{self.position} ({capacity.lower()})" if self.position and capacity else self.position or capacity
        authority = ": ".join(words for words in (GROUNDS.get(self.ground, ""), self.reference) if words)
        return SignatureLine(str(position), self.name, authority)


@dataclass(frozen=True)
class LegalForm:
    """One legal form.

    `facts` (names in FACTS) are printed under its name, `nations` is where it exists, `least` how many sign at least,
    `signed_by` the capacities in which people sign, usual ones first: a block with too few people is filled up with
    them. `words` says what signing means and may use %(name)s and the facts in `said`; `people` is the fact that names
    people, each on a line of its own under these words. `who_signs` tells the group before. `grounds` (names in
    GROUNDS) are what may let a person sign. Of a capacity in `once` one signature counts; one in a capacity in `alone`
    is enough, and rests on a permission in writing. `by_nation` holds the form as it is in a nation where any of this
    differs.

    `is_charity` is None, and `is_public_body` false, where the kind does not decide it. Others hold the money of a
    group whose form has no account.

    Raises DeclarationError when it names a fact, nation, capacity or ground that is not declared in this file.
    """

    name: str
    title: Message
    hint: Message
    is_legal_person: bool
    nations: tuple[str, ...]
    facts: tuple[str, ...]
    address_title: Message
    least: int
    signed_by: tuple[str, ...]
    who_signs: Message
    words: Message
    authority: Message | None = None
    said: tuple[str, ...] = ()
    people: str = ""
    grounds: tuple[str, ...] = USUAL_GROUNDS
    is_charity: bool | None = None
    is_public_body: bool = False
    has_account: bool = True
    once: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    by_nation: Mapping[str, "LegalForm"] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        """Check the form's own words, so that a slip is seen at start and not on a paper."""
        for problem in self._problems():
            raise DeclarationError(f"{self.name}: {problem}")

    def _problems(self) -> Iterator[str]:
        for name in ("nations", "facts", "said", "signed_by", "grounds", "once", "alone"):
            yield from self._strangers(name)
        if not self.signed_by or self.least < 1:
            yield "say who signs, and that one person or more must."
        try:
            self.words.template % dict.fromkeys(("name", *self.said), "")
        except (KeyError, ValueError) as error:
            yield f"words may use %(name)s and what stands in said ({error})."
        if self.people and self.people not in FACTS:
            yield f"people: “{self.people}” is none of {', '.join(FACTS)} in form.py."
        for nation, form in self.by_nation.items():
            if nation not in self.nations or form.name != self.name:
                yield f"by_nation: “{nation}” must be one of its nations, and hold this form."

    def _strangers(self, name: str) -> Iterator[str]:
        signing = dict.fromkeys(("signed_by", "once", "alone"), CAPACITIES)
        known = {"nations": NATIONS, "grounds": GROUNDS, **signing}.get(name, FACTS)
        given = getattr(self, name)
        if not isinstance(given, tuple):
            yield f"write {name} as a tuple, with a comma: (“{given}”,)."
            return
        yield from (f"{name}: “{one}” is none of {', '.join(known)} in form.py." for one in given if one not in known)

    def in_nation(self, nation: str) -> "LegalForm":
        """This form as it is in a nation ("" while that is not known)."""
        return self.by_nation.get(nation, self)

    def grounds_for(self, capacity: str) -> tuple[str, ...]:
        """What may let a person sign in a capacity ("" while that is not known)."""
        if capacity not in self.alone:
            return self.grounds
        return tuple(name for name in self.grounds if name in WRITTEN_PERMISSION)

    def particulars(self, partner: Particulars) -> str:
        """What is printed under a partner's name: its form, its facts and its address, in one line."""
        facts = [f"{FACTS[name]} {partner.facts[name]}" for name in self.facts if partner.facts.get(name)]
        address = ", ".join(line.rstrip(",") for line in partner.address.split("\n") if line.rstrip(","))
        parts = [str(self.title), *facts, *([f"{self.address_title}: {address}"] if address else [])]
        return " · ".join(parts)

    def signature_block(self, partner: Particulars, signers: Sequence[Signer]) -> SignatureBlock:
        """The block in which this partner signs, with a line for every signer and never fewer than `least`."""
        said = {name: partner.facts.get(name) or labels.gap(FACTS[name]) for name in self.said}
        words = [_(self.words.template, name=partner.legal_name, **said)]
        if partner.host and not self.is_legal_person:
            words.append(
                _("Its host is %(host)s. The host holds money and signs contracts for the group.", host=partner.host)
            )
        lines = tuple(signer.line for signer in (*signers, *self._still_to_sign(signers)))
        return SignatureBlock(
            partner=partner.legal_name,
            particulars=self.particulars(partner),
            words=" ".join(words),
            lines=lines,
            people=self._people(partner),
            authority="" if all(line.authority for line in lines) else str(self.authority or ""),
        )

    def _people(self, partner: Particulars) -> tuple[str, ...]:
        if not self.people:
            return ()
        names = partner.facts.get(self.people) or labels.gap(FACTS[self.people])
        return tuple(line for line in names.split("\n") if line)

    def _still_to_sign(self, signers: Sequence[Signer]) -> Sequence[Signer]:
        """Those who must sign beside the known signers: first in the usual capacities that are not there yet."""
        if any(signer.capacity in self.alone for signer in signers):
            return []
        counted = [one for place, one in enumerate(signers) if not self._counts_already(one, signers[:place])]
        usual = [capacity for capacity in self.signed_by if capacity not in self.alone] or self.signed_by
        left = [usual[min(place, len(usual) - 1)] for place in range(self.least)]
        for signer in counted:
            if signer.capacity in left:
                left.remove(signer.capacity)
        return [Signer(capacity) for capacity in left[: max(0, self.least - len(counted))]]

    def _counts_already(self, signer: Signer, earlier: Sequence[Signer]) -> bool:
        return signer.capacity in self.once and any(one.capacity == signer.capacity for one in earlier)
