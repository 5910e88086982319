"""Bodies that a law or a charter made: an officer signs under a scheme of delegation (domain, L13 and section 4.2)."""

from dataclasses import replace

from agreements.language import _
from agreements.legal_forms.form import NATIONS, SCOTLAND, LegalForm

OTHER_STATUTORY = LegalForm(
    name="other_statutory",
    title=_("Public body"),
    hint=_("Another body that a law or a charter has set up, such as a fire authority."),
    is_legal_person=True,
    is_public_body=True,
    nations=tuple(NATIONS),
    facts=(),
    address_title=_("Main office"),
    least=1,
    signed_by=("authorised_officer",),
    who_signs=_("One officer signs, whom the scheme of delegation or a decision of the board allows to sign."),
    words=_("Signed for and on behalf of %(name)s, by an officer with authority."),
    authority=_("Scheme of delegation or decision (date and number)"),
)

_COUNCIL = replace(
    OTHER_STATUTORY,
    name="local_council",
    is_charity=False,
    title=_("Council"),
    hint=_("A parish, town, community, borough, district, city or county council."),
    signed_by=("proper_officer", "authorised_officer"),
    who_signs=_("One officer signs, such as the clerk, whom a resolution or the scheme of delegation allows to sign."),
    words=_("Signed for and on behalf of %(name)s, under its scheme of delegation or a resolution of the council."),
    authority=_("Scheme of delegation or minute (date and number)"),
)

LOCAL_COUNCIL = replace(
    _COUNCIL,
    by_nation={
        SCOTLAND: replace(
            _COUNCIL,
            who_signs=_(
                "One officer signs, whom a resolution or the scheme of delegation allows to sign. "
                "A community council checks first whether it can sign in its own name."
            ),
        )
    },
)

NHS_BODY = replace(
    OTHER_STATUTORY,
    name="nhs_body",
    is_charity=False,
    title=_("NHS or health and social care body"),
    hint=_("Such as an NHS trust, a health board or an integrated care board. Most GP practices are not one."),
)

UNIVERSITY = replace(
    OTHER_STATUTORY,
    name="university",
    is_public_body=False,
    title=_("University or college"),
    hint=_("A university, or a college that has its own governing body."),
    facts=("charity_number_if_any",),
    who_signs=_("One officer signs, whom the scheme of delegation or the governing body allows to sign."),
)

SCHOOL = replace(
    OTHER_STATUTORY,
    name="school",
    is_public_body=False,
    title=_("School"),
    hint=_("A school that is not an academy. For an academy choose academy trust."),
    facts=("charity_number_if_any",),
    address_title=_("Address of the school"),
    who_signs=_(
        "The head teacher or another officer signs, whom the governing body allows to sign. "
        "Check first whether the school or its council is the partner."
    ),
    authority=_("Minute of the governing body (date and reference)"),
)
