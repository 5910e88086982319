"""Groups with no constitution: only people can sign, each for themselves, or a host acts for them (domain L10, H1)."""

from agreements.language import _
from agreements.legal_forms.form import NATIONS, LegalForm

INFORMAL_GROUP = LegalForm(
    name="informal_group",
    title=_("Informal group"),
    hint=_("People who do things together, without a written constitution."),
    is_legal_person=False,
    is_charity=False,
    has_account=False,
    nations=tuple(NATIONS),
    facts=(),
    address_title=_("Address for letters"),
    least=2,
    signed_by=("individual",),
    who_signs=_("Two adults of the group sign, each in their own name."),
    words=_(
        "Signed by adult members of %(name)s, each in their own name. The group is not a legal person, "
        "so the people who sign may be personally liable."
    ),
)
