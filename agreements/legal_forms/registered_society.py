"""Co-operative and community benefit societies (Co-operative and Community Benefit Societies Act 2014, s. 53)."""

from dataclasses import replace

from agreements.language import _
from agreements.legal_forms.form import NATIONS, NORTHERN_IRELAND, SCOTLAND, LegalForm

_SOCIETY = LegalForm(
    name="registered_society",
    title=_("Registered society"),
    hint=_("A co-operative or a community benefit society. Some housing associations are one."),
    is_legal_person=True,
    nations=tuple(NATIONS),
    facts=("society_number", "charity_number_if_any"),
    address_title=_("Registered office"),
    least=2,
    signed_by=("committee_member", "secretary"),
    once=("secretary",),
    who_signs=_("Two committee members sign, or one committee member and the secretary."),
    words=_("Signed for and on behalf of %(name)s, with the authority of its committee."),
    authority=_("Committee minute (date and reference)"),
)

REGISTERED_SOCIETY = replace(
    _SOCIETY,
    by_nation={
        SCOTLAND: replace(
            _SOCIETY,
            least=1,
            signed_by=("committee_member", "secretary", "authorised_officer"),
            who_signs=_(
                "One committee member signs, or the secretary, or a person whom the committee has authorised. "
                "Check what the rules of the society say."
            ),
        ),
        NORTHERN_IRELAND: replace(
            _SOCIETY,
            who_signs=_(
                "Two committee members sign, or one committee member and the secretary. "
                "Check what the rules of the society say."
            ),
        ),
    },
)
