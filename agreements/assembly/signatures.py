"""The signing part: a block for each partner, as its legal form wants it (domain, sections 4.2 and 4.3)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from agreements.document import labels
from agreements.document.nodes import Gap, Paragraph, SignatureBlock, Text
from agreements.interview import Agreement
from agreements.interview.about_us import Partner
from agreements.interview.signing import Signatory
from agreements.legal_forms import Signer
from agreements.questions import Question


def signature_blocks(agreement: Agreement) -> tuple[SignatureBlock | Paragraph, ...]:
    """One block for each partner. What has no place yet stands with a gap that says why."""
    signatories = agreement.signing.signatories or ()
    blocks: list[SignatureBlock | Paragraph] = []
    for partner in agreement.partners.partners or ():
        its_own = [one for one in signatories if one.partner and one.partner.id == partner.id]
        blocks.extend(_block(partner, its_own))
    homeless = [one for one in signatories if not one.partner]
    return (*blocks, *(_waiting(one, Signatory.partner) for one in homeless))


def _block(partner: Partner, signatories: Sequence[Signatory]) -> Iterator[SignatureBlock | Paragraph]:
    if partner.form:
        signers = [_signer(one) for one in signatories]
        yield partner.form.signature_block(replace(partner.particulars, legal_name=_signing_name(partner)), signers)
        return
    unknown: Question[str] = Partner.legal_form if partner.legal_name else Partner.legal_name
    yield Paragraph((Text(f"{partner.name}: "), Gap(unknown.title)))
    yield from (_waiting(one, unknown) for one in signatories)


def _signing_name(partner: Partner) -> str:
    """Its legal name; while that is open, a gap beside what people call it."""
    if partner.legal_name:
        return partner.legal_name
    return " ".join(word for word in (partner.known_as, labels.gap(Partner.legal_name.title)) if word)


def _signer(one: Signatory) -> Signer:
    open_capacity = "" if one.capacity else labels.gap(Signatory.capacity.title)
    position = " ".join(word for word in (one.position, open_capacity) if word)
    return Signer(one.capacity or "", one.person or "", position, one.authority_basis or "", one.authority_ref or "")


def _waiting(one: Signatory, unknown: Question[str] | Question[Partner]) -> Paragraph:
    """Somebody who signs, and the answer without which nobody knows where."""
    words = ", ".join(word for word in (one.person, one.position, one.authority_ref) if word) or one.label
    return Paragraph((Text(f"{words}: "), Gap(unknown.title)))
