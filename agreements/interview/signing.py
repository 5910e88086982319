"""Step 12: who signs, and how (the signing part of row 54)."""

from collections.abc import Iterator, Mapping

from agreements.interview import steps
from agreements.interview.about_us import Partner
from agreements.language import _
from agreements.legal_forms import CAPACITIES, GROUNDS, LegalForm, forms_without_legal_person
from agreements.questions import (
    Choice,
    Interview,
    ListOf,
    OneOf,
    OneRow,
    Row,
    Section,
    ShortText,
    Signing,
    YesNo,
    any_row,
    printed,
)


def _folded(name: str) -> str:
    """A name without what does not tell two people apart: capitals and spaces."""
    return " ".join(name.split()).casefold()


class Signatory(Row):
    """Row 54: a person who signs for a partner."""

    names_itself_by = ("person", "position")
    advice_title = _("Who may sign for each partner")

    partner = OneRow(
        Partner,
        _("Which partner does this person sign for?"),
        why=_("Each partner has its own place to sign."),
        effect=Signing(),
    )
    person = ShortText(
        _("What is the person’s name?"),
        required=False,
        hint=_("Leave this empty to write the name by hand."),
        why=_("It is printed under the line."),
        example=_("Ade Bello"),
        autocomplete="off",
        effect=Signing(),
    )
    capacity = OneOf(
        _("In what capacity do they sign?"),
        {name: Choice(title) for name, title in CAPACITIES.items()},
        why=_("The kind of organisation decides who may sign for it."),
        effect=Signing(),
    )
    position = ShortText(
        _("What is their position?"),
        required=False,
        hint=_("If they have a title of their own."),
        why=_("It shows others whom they dealt with."),
        example=_("Chair"),
        autocomplete="organization-title",
        effect=Signing(),
    )

    authority_basis = OneOf(
        _("What allows them to sign?"),
        {name: Choice(title) for name, title in GROUNDS.items()},
        required=False,
        hint=_("Leave this open to write it by hand."),
        why=_("The others can then see that this person’s signature counts."),
        effect=Signing(),
    )
    authority_ref = ShortText(
        _("Which paper says so?"),
        required=False,
        hint=_("Its date and its number, or where it can be found."),
        why=_("If anyone asks one day, the paper can be found."),
        example=_("Minute 7 of 3 November 2026"),
        autocomplete="off",
        effect=Signing(),
    )

    def faults(self) -> Iterator[tuple[str, str]]:
        """Who cannot sign so for this kind of organisation (domain, section 4.2), and who is there twice."""
        yield from self._listed_twice()
        form = self.partner.form if self.partner else None
        if form:
            yield from self._wrong_for(form)

    def _listed_twice(self) -> Iterator[tuple[str, str]]:
        """One person counts once, whatever their capacities are."""
        for other in self.interview.rows(Signatory):
            if other is self:
                return
            is_the_same = self.partner and self.partner is other.partner
            if is_the_same and self.person and _folded(self.person) == _folded(other.person or ""):
                yield (
                    "person",
                    _(
                        "Name another person, or remove this entry: “%(name)s” signs for %(partner)s already, "
                        "and one person counts once.",
                        name=self.person,
                        partner=other.partner.label if other.partner else "",
                    ),
                )
                return

    def _wrong_for(self, form: LegalForm) -> Iterator[tuple[str, str]]:
        whose = {"partner": self.partner.label if self.partner else "", "form": form.title}
        if self.capacity and self.capacity not in form.signed_by:
            yield (
                "capacity",
                _(
                    "Choose how they sign for %(partner)s (%(form)s): %(capacities)s.",
                    capacities=_(" or ").join(CAPACITIES[name].lower() for name in form.signed_by),
                    **whose,
                ),
            )
        if self.authority_basis and self.authority_basis not in form.grounds_for(self.capacity or ""):
            yield "authority_basis", self._no_ground(form, whose)

    def _no_ground(self, form: LegalForm, whose: Mapping[str, str]) -> str:
        ground = GROUNDS[self.authority_basis or ""]
        if self.capacity and self.capacity in form.alone:
            return _(
                "Choose another answer: an officer of a branch signs only with a permission in writing, "
                "and “%(ground)s” is none.",
                ground=ground,
            )
        return _(
            "Choose another answer: “%(ground)s” lets nobody sign for %(partner)s (%(form)s).", ground=ground, **whose
        )

    @classmethod
    def advice(cls, interview: Interview) -> Iterator[tuple[str, str]]:
        """Who may sign for each partner, as its legal form says."""
        for partner in interview.rows(Partner):
            if partner.form:
                yield partner.name, partner.form.who_signs


class SigningPart(Section):
    """Row 54: signing. Approvals and signatures themselves are a record outside the agreement."""

    title = _("Signing")
    step = steps.CHECK_AND_SIGN

    signing_method = OneOf(
        _("How will you sign?"),
        {
            "ink": Choice(_("With a pen, on paper")),
            "e_sign": Choice(_("On a screen")),
            "mixed": Choice(_("Some on paper, some on a screen")),
        },
        why=_("Everyone should sign the same text in a way the others accept."),
        effect=printed("signing"),
    )
    signatories = ListOf(
        Signatory,
        _("Who signs?"),
        one=_("person who signs"),
        many=_("people who sign"),
        most=200,
        hint=_("The next pages say who may sign for each partner. You can leave names open and write them in by hand."),
        why=_("A paper that the wrong person signed may be worth nothing."),
        effect=Signing(),
    )
    personal_liability = YesNo(
        _("Have those who sign been told that they may be liable themselves?"),
        hint=_(
            "Ask this about each group that is not a legal person. Its people may have to pay with their own money if something goes wrong."
        ),
        why=_("It is fair to tell them before they sign."),
        when=any_row("partners.partners", "legal_form", *forms_without_legal_person()),
        effect=printed("signing"),
    )
    help_with_signing = YesNo(
        _("Does anybody who signs need help to read or write?"),
        required=False,
        hint=_("We print how it is done, and name nobody."),
        why=_("Whoever cannot read the paper must still know what is in it."),
        effect=printed("signing"),
    )
