"""One person, in business or not: that adult signs (domain, section 4.2)."""

from dataclasses import replace

from agreements.language import _
from agreements.legal_forms.form import NATIONS, LegalForm

INDIVIDUAL = LegalForm(
    name="individual",
    title=_("One person"),
    hint=_("An adult who takes part for themselves. The full legal name is the person’s own name."),
    is_legal_person=True,
    is_charity=False,
    nations=tuple(NATIONS),
    facts=(),
    address_title=_("Address"),
    least=1,
    signed_by=("individual", "attorney"),
    who_signs=_("That person signs."),
    words=_(
        "Signed by %(name)s. There is no separate organisation, so the person named here may be personally liable."
    ),
)

SOLE_TRADER = replace(
    INDIVIDUAL,
    name="sole_trader",
    title=_("Sole trader"),
    hint=_("One person in business. The full legal name is the person’s own; a trading name is its short name."),
    address_title=_("Business address"),
)
