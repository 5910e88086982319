"""Limited liability partnerships: a person with authority signs (domain, L5 and section 4.2)."""

from agreements.language import _
from agreements.legal_forms.form import NATIONS, LegalForm

LLP = LegalForm(
    name="llp",
    title=_("Limited liability partnership (LLP)"),
    hint=_("A business of several members, registered at Companies House as an LLP."),
    is_legal_person=True,
    is_charity=False,
    nations=tuple(NATIONS),
    facts=("llp_number",),
    address_title=_("Registered office"),
    least=1,
    signed_by=("member", "authorised_officer"),
    who_signs=_("One member signs, or a person whom the members have authorised. Check the members’ own agreement."),
    words=_("Signed for and on behalf of %(name)s, with the authority of its members."),
    authority=_("Decision of the members (date and reference)"),
)
