"""Co-operative and community benefit societies (Co-operative and Community Benefit Societies Act 2014, s. 53)."""

from agreements.language import _
from agreements.legal_forms.form import NATIONS, LegalForm

REGISTERED_SOCIETY = LegalForm(
    name="registered_society",
    title=_("Registered society"),
    hint=_("A co-operative or a community benefit society. Some housing associations are one."),
    is_legal_person=True,
    nations=tuple(NATIONS),
    numbers=("society_number",),
    address_title=_("Registered office"),
    least=2,
    signed_by=("committee_member", "secretary"),
    who_signs=_("Two committee members sign, or one committee member and the secretary."),
    words=_("Signed for and on behalf of %(name)s, with the authority of its committee."),
    authority=_("Committee minute (date and reference)"),
)
