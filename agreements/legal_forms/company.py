"""Companies, charitable or not, academy trusts and community interest companies (Companies Act 2006, ss. 43-44)."""

from dataclasses import replace

from agreements.language import _
from agreements.legal_forms.form import ENGLAND, NATIONS, LegalForm

COMPANY_GUARANTEE = LegalForm(
    name="company_guarantee",
    title=_("Company limited by guarantee"),
    hint=_("A company without shares that is not a charity."),
    is_legal_person=True,
    is_charity=False,
    nations=tuple(NATIONS),
    facts=("company_number",),
    address_title=_("Registered office"),
    least=1,
    signed_by=("director", "secretary", "authorised_officer"),
    who_signs=_("One director signs, or an officer whose authority stands in a board minute."),
    words=_("Signed for and on behalf of %(name)s, with the authority of its board."),
    authority=_("Board minute or other authority (date and reference)"),
)

CHARITABLE_COMPANY = replace(
    COMPANY_GUARANTEE,
    name="charitable_company",
    is_charity=True,
    title=_("Charitable company limited by guarantee"),
    hint=_("A company that is also a registered charity. Its trustees are its directors."),
    facts=("company_number", "charity_number"),
    signed_by=("director", "trustee", "secretary", "authorised_officer"),
)

ACADEMY_TRUST = replace(
    COMPANY_GUARANTEE,
    name="academy_trust",
    is_charity=True,
    is_public_body=True,
    title=_("Academy trust, a company limited by guarantee"),
    hint=_("A company that runs one or more academies. If an academy takes part, its trust is the partner."),
    nations=(ENGLAND,),
    signed_by=("director", "trustee", "authorised_officer", "secretary"),
)

CIC = replace(
    COMPANY_GUARANTEE,
    name="cic",
    title=_("Community interest company (CIC)"),
    hint=_("A company for the good of a community. It is not a charity."),
)

COMPANY_SHARES = replace(
    COMPANY_GUARANTEE,
    name="company_shares",
    title=_("Company limited by shares"),
    hint=_("A business that belongs to its shareholders."),
)
