"""Branches of a larger organisation: the parent is bound, and signs by its own rules (domain, section 4.2)."""

from dataclasses import replace
from functools import cache

from agreements.language import _
from agreements.legal_forms.form import NATIONS, LegalForm

_OFFICER = "authorised_officer"
"""An officer of the branch."""

BRANCH_OF_PARENT = LegalForm(
    name="branch_of_parent",
    title=_("Branch of a larger organisation"),
    hint=_("A local branch or project that is part of a company, a CIO or another legal person."),
    is_legal_person=True,
    nations=tuple(NATIONS),
    facts=("parent_form", "parent_number"),
    said=("parent_body",),
    address_title=_("Address of the branch"),
    least=1,
    signed_by=(_OFFICER, "director", "trustee", "secretary", "committee_member"),
    who_signs=_(
        "Somebody signs for the larger organisation, as its own rules say. "
        "An officer of the branch signs only with its written permission."
    ),
    words=_("Signed for and on behalf of %(parent_body)s, acting through its branch %(name)s."),
    authority=_("Its minute or written permission (date and reference)"),
)


@cache
def branch_of(parent: LegalForm) -> LegalForm:
    """A branch whose larger organisation has this form: as many sign, and in the same capacities, as for that.

    Nobody is asked in which nation the larger organisation is, so what its form asks for in most of them counts.
    """
    return replace(
        BRANCH_OF_PARENT,
        least=parent.least,
        signed_by=tuple(dict.fromkeys((*parent.signed_by, _OFFICER))),
        once=parent.once,
        alone=(_OFFICER,),
        who_signs=_(
            "The rule of the larger organisation holds. %(rule)s "
            "Or an officer of the branch signs, with written permission from it.",
            rule=parent.who_signs,
        ),
    )
