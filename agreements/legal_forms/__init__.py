"""The legal forms a partner can have. A new one is a file of its own and a line here."""

from agreements.errors import DeclarationError
from agreements.legal_forms.cio import CIO
from agreements.legal_forms.company import CHARITABLE_COMPANY, CIC, COMPANY_GUARANTEE
from agreements.legal_forms.form import CAPACITIES, NATIONS, NUMBERS, LegalForm, Particulars, Signer
from agreements.legal_forms.informal_group import INFORMAL_GROUP
from agreements.legal_forms.registered_society import REGISTERED_SOCIETY
from agreements.legal_forms.unincorporated_association import UNINCORPORATED_ASSOCIATION

_FORMS = (
    CHARITABLE_COMPANY,
    COMPANY_GUARANTEE,
    CIC,
    CIO,
    REGISTERED_SOCIETY,
    UNINCORPORATED_ASSOCIATION,
    INFORMAL_GROUP,
)
LEGAL_FORMS: dict[str, LegalForm] = {form.name: form for form in _FORMS}
if len(LEGAL_FORMS) < len(_FORMS):
    raise DeclarationError("Two legal forms have the same name; give each one of its own.")


def forms_with(number: str) -> tuple[str, ...]:
    """The names of the forms that have this number (a name in NUMBERS)."""
    return tuple(name for name, form in LEGAL_FORMS.items() if number in form.numbers)


def forms_without_legal_person() -> tuple[str, ...]:
    """The names of the forms that are no legal person."""
    return tuple(name for name, form in LEGAL_FORMS.items() if not form.is_legal_person)


__all__ = [
    "CAPACITIES",
    "LEGAL_FORMS",
    "NATIONS",
    "NUMBERS",
    "LegalForm",
    "Particulars",
    "Signer",
    "forms_with",
    "forms_without_legal_person",
]
