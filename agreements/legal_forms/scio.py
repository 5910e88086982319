"""Scottish charitable incorporated organisations: Scotland alone (domain, L11 and L12)."""

from agreements.language import _
from agreements.legal_forms.form import SCOTLAND, LegalForm

SCIO = LegalForm(
    name="scio",
    title=_("Scottish charitable incorporated organisation (SCIO)"),
    hint=_("A charity with its own legal identity, registered in Scotland. It is not a company."),
    is_legal_person=True,
    is_charity=True,
    nations=(SCOTLAND,),
    facts=("charity_number",),
    address_title=_("Principal office"),
    least=1,
    signed_by=("trustee", "secretary", "authorised_officer"),
    who_signs=_(
        "One trustee signs, or the secretary, or a person whom the trustees have authorised. "
        "Check what its constitution says."
    ),
    words=_(
        "Signed for and on behalf of %(name)s, a Scottish charitable incorporated organisation (SCIO), "
        "with the authority of its trustees."
    ),
    authority=_("Trustees’ minute (date and reference)"),
)
