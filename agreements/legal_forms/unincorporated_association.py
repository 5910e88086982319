"""Groups with a constitution and a committee that are no legal person: the signers may be liable (domain L10)."""

from agreements.language import _
from agreements.legal_forms.form import NATIONS, LegalForm

UNINCORPORATED_ASSOCIATION = LegalForm(
    name="unincorporated_association",
    title=_("Unincorporated association"),
    hint=_("A group with a written constitution and a committee, but not a company or a CIO."),
    is_legal_person=False,
    nations=tuple(NATIONS),
    numbers=(),
    address_title=_("Address for letters"),
    least=2,
    signed_by=("committee_member",),
    who_signs=_("Two committee members sign, usually the chair and one other, with a minute of the committee."),
    words=_(
        "Signed for and with the authority of the committee of %(name)s. "
        "The association is not a legal person of its own, so the people who sign may be personally liable."
    ),
    authority=_("Committee minute (date and reference)"),
)
