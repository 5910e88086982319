"""Each legal form: who signs, what is printed, as a lawyer would check it against domain.md, 4.2."""

import re
from dataclasses import replace

import pytest

from agreements.errors import DeclarationError
from agreements.interview.about_us import Partner
from agreements.language import _
from agreements.legal_forms import (
    CAPACITIES,
    FACTS,
    LEGAL_FORMS,
    Particulars,
    Signer,
    branch_of,
    forms_that_bind_a_parent,
    forms_with,
    forms_without_legal_person,
)
from agreements.questions import answered

PARTNER = Particulars(
    legal_name="Brook & Lane",
    address="1 Quay Street,\n\nBrookhaven\nBK1 2QS",
    facts={"company_number": "01234567", "charity_number": "1234567", "trustees": "Ruth Adeyemi\nTom Ferris"},
    host="Harbour Advice",
)
HOST = "Its host is Harbour Advice. The host holds money and signs contracts for the group."
LIABLE = "so the people who sign may be personally liable."
EVERYWHERE = ("england", "wales", "scotland", "northern_ireland")

RULES = {
    "charitable_company": (True, EVERYWHERE, 1, "director"),
    "cio": (True, ("england", "wales"), 2, "trustee"),
    "scio": (True, ("scotland",), 1, "trustee"),
    "unincorporated_charity": (False, EVERYWHERE, 2, "trustee"),
    "charitable_trust": (False, EVERYWHERE, 2, "trustee"),
    "constituted_group": (False, EVERYWHERE, 2, "committee_member"),
    "unincorporated_association": (False, EVERYWHERE, 2, "committee_member"),
    "informal_group": (False, EVERYWHERE, 2, "individual"),
    "branch_of_parent": (True, EVERYWHERE, 1, "authorised_officer"),
    "cic": (True, EVERYWHERE, 1, "director"),
    "company_guarantee": (True, EVERYWHERE, 1, "director"),
    "registered_society": (True, EVERYWHERE, 2, "committee_member"),
    "local_council": (True, EVERYWHERE, 1, "proper_officer"),
    "nhs_body": (True, EVERYWHERE, 1, "authorised_officer"),
    "school": (True, EVERYWHERE, 1, "authorised_officer"),
    "academy_trust": (True, ("england",), 1, "director"),
    "university": (True, EVERYWHERE, 1, "authorised_officer"),
    "other_statutory": (True, EVERYWHERE, 1, "authorised_officer"),
    "company_shares": (True, EVERYWHERE, 1, "director"),
    "llp": (True, EVERYWHERE, 1, "member"),
    "sole_trader": (True, EVERYWHERE, 1, "individual"),
    "individual": (True, EVERYWHERE, 1, "individual"),
}
"""Section 4.2: whether it is a legal person, where it exists, how many sign at least, and who usually does."""


@pytest.mark.parametrize("name", RULES)
def test_a_form_is_as_the_law_has_it(name):
    form = LEGAL_FORMS[name]
    assert (form.is_legal_person, form.nations, form.least, form.signed_by[0]) == RULES[name]


def test_what_each_kind_says_of_charities_public_bodies_and_accounts():
    charities = {name: form.is_charity for name, form in LEGAL_FORMS.items()}
    assert {name for name, is_one in charities.items() if is_one} == {
        "charitable_company",
        "cio",
        "scio",
        "unincorporated_charity",
        "charitable_trust",
        "academy_trust",
    }
    undecided = {"constituted_group", "branch_of_parent", "registered_society", "school", "university"}
    assert {name for name, is_one in charities.items() if is_one is None} == undecided | {"other_statutory"}
    public = {name for name, form in LEGAL_FORMS.items() if form.is_public_body}
    assert public == {"local_council", "nhs_body", "academy_trust", "other_statutory"}
    assert [name for name, form in LEGAL_FORMS.items() if not form.has_account] == ["informal_group"]


def test_no_form_is_left_out():
    assert set(RULES) <= set(LEGAL_FORMS)


def test_a_block_says_who_is_bound_what_it_is_and_what_signing_means():
    block = LEGAL_FORMS["cio"].signature_block(PARTNER, ())
    assert (block.partner, block.particulars, block.words, block.authority) == (
        "Brook & Lane",
        (
            "Charitable incorporated organisation (CIO) · Charity number 1234567 · "
            "Principal office: 1 Quay Street, Brookhaven, BK1 2QS"
        ),
        "Signed for and on behalf of Brook & Lane, a charitable incorporated organisation, by its trustees.",
        "Trustees’ minute (date and reference)",
    )


@pytest.mark.parametrize("name", [name for name, rule in RULES.items() if not rule[0]])
def test_a_block_of_what_is_no_legal_person_warns_its_people_and_names_its_host(name):
    assert f"{LIABLE} {HOST}" in LEGAL_FORMS[name].signature_block(PARTNER, ()).words


@pytest.mark.parametrize("name", [name for name, rule in RULES.items() if rule[0]])
def test_a_legal_person_has_no_host(name):
    assert HOST not in LEGAL_FORMS[name].signature_block(PARTNER, ()).words


@pytest.mark.parametrize("name", ["unincorporated_charity", "charitable_trust"])
@pytest.mark.parametrize(
    ("nation", "is_there"), [("england", True), ("wales", True), ("scotland", False), ("northern_ireland", False)]
)
def test_section_333_is_a_law_of_england_and_wales(name, nation, is_there):
    form = LEGAL_FORMS[name].in_nation(nation)
    block = form.signature_block(PARTNER, ())
    said = [form.who_signs, block.words]
    assert ["section 333 of the Charities Act 2011" in words for words in said] == [is_there] * 2
    assert ("Section 333" in block.authority) is is_there
    assert ("s333" in form.grounds) is is_there
    assert form.least == 2


def test_no_other_form_may_rest_on_section_333():
    resting = {form.name for form in LEGAL_FORMS.values() if "s333" in form.grounds}
    assert resting == {"unincorporated_charity", "charitable_trust"}


def test_a_society_in_scotland_follows_scots_rules():
    society = LEGAL_FORMS["registered_society"]
    assert (society.in_nation("england").least, society.in_nation("scotland").least) == (2, 1)
    assert "authorised_officer" in society.in_nation("scotland").signed_by


def test_a_form_that_no_nation_changes_is_the_same_everywhere():
    assert LEGAL_FORMS["cic"].in_nation("scotland") is LEGAL_FORMS["cic"].in_nation("") is LEGAL_FORMS["cic"]


def test_trustees_who_are_not_named_yet_leave_a_gap_where_they_will_stand():
    block = LEGAL_FORMS["charitable_trust"].signature_block(Particulars("Quay Trust", ""), ())
    assert block.people == ("[Not answered yet: Names of the trustees]",)


def test_the_authority_that_a_person_has_is_printed_and_none_is_asked_for():
    signer = Signer("director", "Ade Bello", ground="minute", reference="Minute 7 of 3 November 2026")
    block = LEGAL_FORMS["cic"].signature_block(PARTNER, [signer])
    assert [line.authority for line in block.lines] == [
        "A minute of its board, committee or council: Minute 7 of 3 November 2026"
    ]
    assert block.authority == ""


def test_space_for_the_authority_stays_while_one_of_the_signers_has_not_said_it():
    signer = Signer("trustee", "Ade Bello", reference="Minute 7")
    block = LEGAL_FORMS["cio"].signature_block(PARTNER, [signer])
    assert [line.authority for line in block.lines] == ["Minute 7", ""]
    assert block.authority == "Trustees’ minute (date and reference)"


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
        ("local_council", [], ["proper_officer"]),
        ("charitable_trust", ["trustee"], ["trustee"]),
        ("charitable_company", ["secretary"], []),
        ("registered_society", ["committee_member"], ["secretary"]),
        ("registered_society", ["secretary"], ["committee_member"]),
        ("registered_society", ["authorised_officer"], ["committee_member"]),
        ("registered_society", ["committee_member", "committee_member"], []),
        ("registered_society", ["secretary", "secretary"], ["committee_member"]),
        ("registered_society", ["secretary", "committee_member", "secretary"], []),
        ("unincorporated_association", ["committee_member"], ["committee_member"]),
        ("informal_group", ["individual"], ["individual"]),
    ],
)
def test_a_block_with_too_few_people_is_filled_up_with_those_who_are_usual(form, known, added):
    signers = [Signer(capacity, name=f"Person {place}") for place, capacity in enumerate(known)]
    lines = LEGAL_FORMS[form].signature_block(PARTNER, signers).lines
    assert [line.name for line in lines] == [*(signer.name for signer in signers), *([""] * len(added))]
    assert [line.position for line in lines[len(known) :]] == [CAPACITIES[capacity] for capacity in added]


@pytest.mark.parametrize("parent", forms_that_bind_a_parent())
def test_a_branch_is_signed_for_as_its_larger_organisation_is(parent):
    branch, form = branch_of(LEGAL_FORMS[parent]), LEGAL_FORMS[parent]
    assert (branch.least, branch.once) == (form.least, form.once)
    assert set(branch.signed_by) == {*form.signed_by, "authorised_officer"}
    assert form.who_signs in branch.who_signs
    lines = branch.signature_block(PARTNER, ()).lines
    assert lines == form.signature_block(PARTNER, ()).lines


def test_an_officer_of_a_branch_signs_alone_but_only_with_a_permission_in_writing():
    branch = branch_of(LEGAL_FORMS["cio"])
    assert len(branch.signature_block(PARTNER, [Signer("authorised_officer")]).lines) == 1
    assert len(branch.signature_block(PARTNER, [Signer("trustee")]).lines) == 2
    assert branch.grounds_for("authorised_officer") == ("minute", "scheme_of_delegation", "letter")
    assert branch.grounds_for("trustee") == branch.grounds_for("") == LEGAL_FORMS["cio"].grounds


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
        ({"facts": ("charty_number",)}, "facts: “charty_number” is none of"),
        ({"said": ("trustee",)}, "said: “trustee” is none of"),
        ({"people": "trustee"}, "people: “trustee” is none of"),
        ({"nations": ("albion",)}, "nations: “albion” is none of"),
        ({"signed_by": ("king",)}, "signed_by: “king” is none of"),
        ({"grounds": ("custom",)}, "grounds: “custom” is none of"),
        ({"once": ("king",)}, "once: “king” is none of"),
        ({"alone": ("king",)}, "alone: “king” is none of"),
        ({"signed_by": ("trustee")}, "write signed_by as a tuple"),
        ({"signed_by": ()}, "say who signs"),
        ({"least": 0}, "say who signs"),
        ({"words": _("Signed by %(nam)s.")}, "words may use %(name)s"),
        ({"by_nation": {"scotland": LEGAL_FORMS["cio"]}}, "by_nation: “scotland” must be one of its nations"),
        ({"by_nation": {"wales": LEGAL_FORMS["scio"]}}, "by_nation: “wales” must be one of its nations, and hold this"),
    ],
)
def test_a_slip_in_a_form_is_named_at_start(slip, said):
    with pytest.raises(DeclarationError, match=re.escape(said)):
        replace(LEGAL_FORMS["cio"], **slip)


def test_forms_are_found_by_what_they_print_and_by_whether_they_are_a_legal_person():
    assert {"charitable_company", "company_guarantee", "cic"} <= set(forms_with("company_number"))
    assert {"charitable_company", "cio", "scio"} <= set(forms_with("charity_number"))
    assert {"charitable_trust", "unincorporated_charity"} <= set(forms_with("trustees"))
    assert {"cic", "cio", "informal_group"}.isdisjoint(forms_with("society_number"))
    assert {"unincorporated_association", "informal_group"} <= set(forms_without_legal_person())
    assert {"cio", "cic", "registered_society"}.isdisjoint(forms_without_legal_person())


def test_a_branch_belongs_to_a_legal_person_that_is_no_single_person_and_no_branch():
    parents = set(forms_that_bind_a_parent())
    assert {"cio", "charitable_company", "registered_society", "local_council"} <= parents
    assert parents.isdisjoint({"branch_of_parent", "individual", "sole_trader", "informal_group", "charitable_trust"})


def test_whatever_a_form_prints_is_asked_of_the_partners_that_have_it():
    questions = Partner.questions()
    for fact in FACTS:
        assert fact in questions, f"{fact} is in FACTS and no question of Partner"
        assert questions[fact].when == answered(".legal_form", *forms_with(fact))
