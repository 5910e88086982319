"""Branches of a larger organisation: the parent is bound, and signs by its own rules (domain, section 4.2)."""

from agreements.language import _
from agreements.legal_forms.form import NATIONS, LegalForm

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
    signed_by=("authorised_officer", "director", "trustee", "secretary", "committee_member"),
    who_signs=_(
        "Somebody signs for the larger organisation, as its own rules say. "
        "An officer of the branch signs only with its written permission."
    ),
    words=_("Signed for and on behalf of %(parent_body)s, acting through its branch %(name)s."),
    authority=_("Its written permission (date and reference)"),
)
