"""Charities that are no legal person: their trustees sign (Charities Act 2011, s. 333; domain, L8 and L10).

The section is of England and Wales. Elsewhere the governing document and a minute say who signs.
"""

from dataclasses import replace

from agreements.language import _
from agreements.legal_forms.form import GROUNDS, NATIONS, NORTHERN_IRELAND, SCOTLAND, LegalForm


def _with_nations(form: LegalForm) -> LegalForm:
    elsewhere = replace(
        form,
        who_signs=_(
            "All the trustees sign, or at least two whom its governing document and a minute of the trustees allow "
            "to sign for all."
        ),
        words=_(
            "Signed for the people named below, as trustees of %(name)s, by all of them or by at least two "
            "whom the governing document and a minute of the trustees allow to sign for all. "
            "The charity is not a legal person of its own, so the people who sign may be personally liable."
        ),
        authority=_("Trustees’ minute under the governing document (date)"),
        grounds=tuple(name for name in form.grounds if name != "s333"),
    )
    return replace(form, by_nation={SCOTLAND: elsewhere, NORTHERN_IRELAND: elsewhere})


_CHARITY = LegalForm(
    name="unincorporated_charity",
    title=_("Unincorporated charity"),
    hint=_("A charity with a constitution and trustees that is not a company, a CIO or a SCIO."),
    is_legal_person=False,
    is_charity=True,
    nations=tuple(NATIONS),
    facts=("charity_number_if_any",),
    people="trustees",
    address_title=_("Address for letters"),
    least=2,
    signed_by=("trustee",),
    who_signs=_(
        "All the trustees sign. Or two or more sign, if a resolution under section 333 of the Charities Act 2011 "
        "lets them."
    ),
    words=_(
        "Signed for the people named below, as trustees of %(name)s, by all of them or by at least two trustees "
        "authorised by a resolution under section 333 of the Charities Act 2011. "
        "The charity is not a legal person of its own, so the people who sign may be personally liable."
    ),
    authority=_("Section 333 resolution (date and reference)"),
    grounds=tuple(GROUNDS),
)

UNINCORPORATED_CHARITY = _with_nations(_CHARITY)

CHARITABLE_TRUST = _with_nations(
    replace(
        _CHARITY,
        name="charitable_trust",
        title=_("Charitable trust"),
        hint=_("A charity with a trust deed or a will, whose trustees look after its money or its land."),
    )
)
