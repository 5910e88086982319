"""Companies limited by guarantee, charities among them, and CICs (Companies Act 2006, ss. 43-44)."""

from agreements.language import _
from agreements.legal_forms.form import NATIONS, LegalForm

_WHO_SIGNS = _("One director signs, or an officer whose authority stands in a board minute.")
_WORDS = _("Signed for and on behalf of %(name)s, with the authority of its board.")
_AUTHORITY = _("Board minute or other authority (date and reference)")

COMPANY_GUARANTEE = LegalForm(
    name="company_guarantee",
    title=_("Company limited by guarantee"),
    hint=_("A company without shares that is not a charity."),
    is_legal_person=True,
    nations=tuple(NATIONS),
    numbers=("company_number",),
    address_title=_("Registered office"),
    least=1,
    signed_by=("director", "secretary", "authorised_officer"),
    who_signs=_WHO_SIGNS,
    words=_WORDS,
    authority=_AUTHORITY,
)

CHARITABLE_COMPANY = LegalForm(
    name="charitable_company",
    title=_("Charitable company limited by guarantee"),
    hint=_("A company that is also a registered charity. Its trustees are its directors."),
    is_legal_person=True,
    nations=tuple(NATIONS),
    numbers=("company_number", "charity_number"),
    address_title=_("Registered office"),
    least=1,
    signed_by=("director", "secretary", "authorised_officer"),
    who_signs=_WHO_SIGNS,
    words=_WORDS,
    authority=_AUTHORITY,
)

CIC = LegalForm(
    name="cic",
    title=_("Community interest company (CIC)"),
    hint=_("A company for the good of a community. It is not a charity."),
    is_legal_person=True,
    nations=tuple(NATIONS),
    numbers=("company_number",),
    address_title=_("Registered office"),
    least=1,
    signed_by=("director", "secretary", "authorised_officer"),
    who_signs=_WHO_SIGNS,
    words=_WORDS,
    authority=_AUTHORITY,
)
