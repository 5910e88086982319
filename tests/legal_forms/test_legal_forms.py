"""Each legal form: who signs, what is printed, as a lawyer would check it against domain.md, 4.2."""

import re
from dataclasses import replace

import pytest

from agreements.errors import DeclarationError
from agreements.language import _
from agreements.legal_forms import (
    CAPACITIES,
    LEGAL_FORMS,
    Particulars,
    Signer,
    forms_with,
    forms_without_legal_person,
)

PARTNER = Particulars(
    legal_name="Brook & Lane",
    address="1 Quay Street,\n\nBrookhaven\nBK1 2QS",
    numbers=(("company_number", "01234567"), ("charity_number", "1234567"), ("society_number", "12345R")),
    host="Harbour Advice",
)
ADDRESS = "1 Quay Street, Brookhaven, BK1 2QS"
HOST = "Its host is Harbour Advice. The host holds money and signs contracts for the group."
LIABLE = "so the people who sign may be personally liable."

BLOCKS = {
    "charitable_company": (
        (
            f"Charitable company limited by guarantee · Company number 01234567 · Charity number 1234567 · "
            f"Registered office: {ADDRESS}"
        ),
        "Signed for and on behalf of Brook & Lane, with the authority of its board.",
        ["Director"],
        "Board minute or other authority (date and reference)",
    ),
    "company_guarantee": (
        f"Company limited by guarantee · Company number 01234567 · Registered office: {ADDRESS}",
        "Signed for and on behalf of Brook & Lane, with the authority of its board.",
        ["Director"],
        "Board minute or other authority (date and reference)",
    ),
    "cic": (
        f"Community interest company (CIC) · Company number 01234567 · Registered office: {ADDRESS}",
        "Signed for and on behalf of Brook & Lane, with the authority of its board.",
        ["Director"],
        "Board minute or other authority (date and reference)",
    ),
    "cio": (
        f"Charitable incorporated organisation (CIO) · Charity number 1234567 · Principal office: {ADDRESS}",
        "Signed for and on behalf of Brook & Lane, a charitable incorporated organisation, by its trustees.",
        ["Trustee", "Trustee"],
        "Trustees’ minute (date and reference)",
    ),
    "registered_society": (
        f"Registered society · Society number 12345R · Registered office: {ADDRESS}",
        "Signed for and on behalf of Brook & Lane, with the authority of its committee.",
        ["Committee member", "Secretary"],
        "Committee minute (date and reference)",
    ),
    "unincorporated_association": (
        f"Unincorporated association · Address for letters: {ADDRESS}",
        (
            "Signed for and with the authority of the committee of Brook & Lane. "
            f"The association is not a legal person of its own, {LIABLE} {HOST}"
        ),
        ["Committee member", "Committee member"],
        "Committee minute (date and reference)",
    ),
    "informal_group": (
        f"Informal group · Address for letters: {ADDRESS}",
        (
            "Signed by adult members of Brook & Lane, each in their own name. "
            f"The group is not a legal person, {LIABLE} {HOST}"
        ),
        ["Member of the group", "Member of the group"],
        "",
    ),
}
"""What each block says: particulars, words, positions, authority."""


@pytest.mark.parametrize("name", BLOCKS)
def test_a_block_is_right_for_its_form(name):
    block = LEGAL_FORMS[name].signature_block(PARTNER, ())
    positions = [line.position for line in block.lines]
    assert (block.particulars, block.words, positions, block.authority) == BLOCKS[name]
    assert block.partner == "Brook & Lane"


def test_without_a_host_none_is_named():
    block = LEGAL_FORMS["informal_group"].signature_block(Particulars("Six Friends", ""), ())
    assert "host" not in block.words
    assert block.particulars == "Informal group"


@pytest.mark.parametrize(
    ("form", "known", "added"),
    [
        ("cio", [], ["trustee", "trustee"]),
        ("cio", ["trustee"], ["trustee"]),
        ("cio", ["trustee", "trustee"], []),
        ("cio", ["trustee"] * 5, []),
        ("charitable_company", [], ["director"]),
        ("charitable_company", ["secretary"], []),
        ("registered_society", ["committee_member"], ["secretary"]),
        ("registered_society", ["secretary"], ["committee_member"]),
        ("registered_society", ["authorised_officer"], ["committee_member"]),
        ("unincorporated_association", ["committee_member"], ["committee_member"]),
        ("informal_group", ["individual"], ["individual"]),
    ],
)
def test_a_block_with_too_few_people_is_filled_up_with_those_who_are_usual(form, known, added):
    signers = [Signer(capacity, name=f"Person {place}") for place, capacity in enumerate(known)]
    lines = LEGAL_FORMS[form].signature_block(PARTNER, signers).lines
    assert [line.name for line in lines] == [*(signer.name for signer in signers), *([""] * len(added))]
    assert [line.position for line in lines[len(known) :]] == [CAPACITIES[capacity] for capacity in added]


@pytest.mark.parametrize(
    ("signer", "position"),
    [
        (Signer("trustee"), "Trustee"),
        (Signer("trustee", position="Chair"), "Chair (trustee)"),
        (Signer("", position="Chair"), "Chair"),
        (Signer(""), ""),
    ],
)
def test_a_position_is_the_persons_own_word_with_their_capacity(signer, position):
    assert signer.line.position == position


def test_a_name_with_a_percent_sign_stands_as_it_is():
    block = LEGAL_FORMS["cio"].signature_block(Particulars("100% Local %(host)s", ""), ())
    assert "behalf of 100% Local %(host)s, a charitable" in block.words


@pytest.mark.parametrize(
    ("slip", "said"),
    [
        ({"numbers": ("charty_number",)}, "“charty_number” is none of"),
        ({"nations": ("albion",)}, "“albion” is none of"),
        ({"signed_by": ("king",)}, "“king” is none of"),
        ({"signed_by": ("trustee")}, "write signed_by as a tuple"),
        ({"signed_by": ()}, "say who signs"),
        ({"least": 0}, "say who signs"),
        ({"words": _("Signed by %(nam)s.")}, "words may use %(name)s alone"),
    ],
)
def test_a_slip_in_a_form_is_named_at_start(slip, said):
    with pytest.raises(DeclarationError, match=re.escape(said)):
        replace(LEGAL_FORMS["cio"], **slip)


def test_forms_are_found_by_their_numbers_and_by_whether_they_are_a_legal_person():
    assert {"charitable_company", "company_guarantee", "cic"} <= set(forms_with("company_number"))
    assert {"charitable_company", "cio"} <= set(forms_with("charity_number"))
    assert {"cic", "cio", "informal_group"}.isdisjoint(forms_with("society_number"))
    assert {"unincorporated_association", "informal_group"} <= set(forms_without_legal_person())
    assert {"cio", "cic", "registered_society"}.isdisjoint(forms_without_legal_person())


def test_a_cio_is_found_in_england_and_wales_alone():
    assert LEGAL_FORMS["cio"].nations == ("england", "wales")
