"""Groups with a constitution and a committee that are no legal person: the signers may be liable (domain L10)."""

from dataclasses import replace

from agreements.language import _
from agreements.legal_forms.form import NATIONS, LegalForm

UNINCORPORATED_ASSOCIATION = LegalForm(
    name="unincorporated_association",
    title=_("Unincorporated association"),
    hint=_("A club or society with members, rules and a committee. It is not a charity or a company."),
    is_legal_person=False,
    is_charity=False,
    nations=tuple(NATIONS),
    facts=("constitution_date",),
    address_title=_("Address for letters"),
    least=2,
    signed_by=("committee_member",),
    who_signs=_(
        "Two committee members sign, usually the chair and one other, with a minute of the committee. "
        "Tell the whole committee first that its members may be liable."
    ),
    words=_(
        "Signed for and with the authority of the committee of %(name)s. "
        "The association is not a legal person of its own, so the people who sign may be personally liable."
    ),
    authority=_("Committee minute (date and reference)"),
)

CONSTITUTED_GROUP = replace(
    UNINCORPORATED_ASSOCIATION,
    name="constituted_group",
    is_charity=None,
    title=_("Community group with a constitution"),
    hint=_("A small group with a written constitution and a committee, such as a tenants’ or a parents’ group."),
    words=_(
        "Signed for and with the authority of the committee of %(name)s. "
        "The group is not a legal person of its own, so the people who sign may be personally liable."
    ),
)
