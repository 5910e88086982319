"""Charitable incorporated organisations: England and Wales alone (CIO (General) Regulations 2012, regs 19-21)."""

from dataclasses import replace

from agreements.language import _
from agreements.legal_forms.form import ENGLAND, WALES, LegalForm

CIO = LegalForm(
    name="cio",
    title=_("Charitable incorporated organisation (CIO)"),
    hint=_("A charity with its own legal identity, registered in England and Wales. It is not a company."),
    is_legal_person=True,
    is_charity=True,
    nations=(ENGLAND, WALES),
    facts=("charity_number",),
    address_title=_("Principal office"),
    least=2,
    signed_by=("trustee",),
    who_signs=_("Two trustees sign. If it has only one trustee, that trustee signs alone."),
    words=_("Signed for and on behalf of %(name)s, a charitable incorporated organisation, by its trustees."),
    authority=_("Trustees’ minute (date and reference)"),
)

CIO_WITH_ONE_TRUSTEE = replace(
    CIO,
    least=1,
    who_signs=_("Its only trustee signs."),
    words=_("Signed for and on behalf of %(name)s, a charitable incorporated organisation, by its only trustee."),
    authority=_("Decision of its only trustee (date and reference)"),
)
