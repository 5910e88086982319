"""The legal forms a partner can have, as the page lists them. A new one is a file of its own and a line here."""

from agreements.errors import DeclarationError
from agreements.legal_forms.branch_of_parent import BRANCH_OF_PARENT, branch_of
from agreements.legal_forms.charity_trustees import CHARITABLE_TRUST, UNINCORPORATED_CHARITY
from agreements.legal_forms.cio import CIO, CIO_WITH_ONE_TRUSTEE
from agreements.legal_forms.company import ACADEMY_TRUST, CHARITABLE_COMPANY, CIC, COMPANY_GUARANTEE, COMPANY_SHARES
from agreements.legal_forms.form import (
    CAPACITIES,
    FACTS,
    GROUNDS,
    NATIONS,
    LegalForm,
    Particulars,
    Signer,
)
from agreements.legal_forms.informal_group import INFORMAL_GROUP
from agreements.legal_forms.llp import LLP
from agreements.legal_forms.person import INDIVIDUAL, SOLE_TRADER
from agreements.legal_forms.registered_society import REGISTERED_SOCIETY
from agreements.legal_forms.scio import SCIO
from agreements.legal_forms.statutory import LOCAL_COUNCIL, NHS_BODY, OTHER_STATUTORY, SCHOOL, UNIVERSITY
from agreements.legal_forms.unincorporated_association import CONSTITUTED_GROUP, UNINCORPORATED_ASSOCIATION

_FORMS = (
    CHARITABLE_COMPANY,
    CIO,
    SCIO,
    UNINCORPORATED_CHARITY,
    CHARITABLE_TRUST,
    CONSTITUTED_GROUP,
    UNINCORPORATED_ASSOCIATION,
    INFORMAL_GROUP,
    BRANCH_OF_PARENT,
    CIC,
    COMPANY_GUARANTEE,
    REGISTERED_SOCIETY,
    LOCAL_COUNCIL,
    NHS_BODY,
    SCHOOL,
    ACADEMY_TRUST,
    UNIVERSITY,
    OTHER_STATUTORY,
    COMPANY_SHARES,
    LLP,
    SOLE_TRADER,
    INDIVIDUAL,
)
LEGAL_FORMS: dict[str, LegalForm] = {form.name: form for form in _FORMS}
if len(LEGAL_FORMS) < len(_FORMS):
    raise DeclarationError("Two legal forms have the same name; give each one of its own.")


def forms_with(fact: str) -> tuple[str, ...]:
    """The names of the forms that print this fact (a name in FACTS)."""
    return tuple(name for name, form in LEGAL_FORMS.items() if fact in (*form.facts, *form.said, form.people))


def forms_that_bind_a_parent() -> tuple[str, ...]:
    """The names of the forms that an organisation with branches can have: a legal person that is no single person."""
    return tuple(
        name
        for name, form in LEGAL_FORMS.items()
        if form.is_legal_person and "individual" not in form.signed_by and "parent_body" not in form.said
    )


def forms_without_legal_person() -> tuple[str, ...]:
    """The names of the forms that are no legal person."""
    return tuple(name for name, form in LEGAL_FORMS.items() if not form.is_legal_person)


__all__ = [
    "CAPACITIES",
    "CIO_WITH_ONE_TRUSTEE",
    "FACTS",
    "GROUNDS",
    "LEGAL_FORMS",
    "NATIONS",
    "LegalForm",
    "Particulars",
    "Signer",
    "branch_of",
    "forms_that_bind_a_parent",
    "forms_with",
    "forms_without_legal_person",
]
