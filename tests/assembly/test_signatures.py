"""The signing part: a block for each partner, and nobody who signs is lost."""

import pytest

from agreements.assembly.signatures import signature_blocks
from agreements.document.canonical import words
from agreements.document.nodes import Paragraph, SignatureBlock
from agreements.interview import Agreement


def blocks(partners, signatories=()):
    loaded = Agreement.load({"partners": {"partners": partners}, "signing": {"signatories": list(signatories)}})
    assert loaded.faults == ()
    return [
        words(block.inlines) if isinstance(block, Paragraph) else block for block in signature_blocks(loaded.interview)
    ]


HARBOUR = {"id": "h", "legal_name": "Harbour Advice", "legal_form": "cio", "charity_number": "9999991"}
NEIGHBOURS = {"id": "n", "legal_name": "Brook Lane Neighbours", "known_as": "the Neighbours", "host": "h"}


def test_each_partner_has_a_block_in_the_order_of_the_partners():
    found = blocks([{**NEIGHBOURS, "legal_form": "informal_group"}, HARBOUR])
    assert [block.partner for block in found] == ["Brook Lane Neighbours", "Harbour Advice"]


def test_a_block_has_the_people_who_sign_for_its_partner_and_places_for_those_who_are_missing():
    people = [
        {"id": "1", "partner": "h", "person": "Margaret Osei", "capacity": "trustee", "position": "Chair"},
        {"id": "2", "partner": "n", "person": "Joan Whitlock", "capacity": "individual"},
    ]
    harbour, neighbours = blocks([HARBOUR, {**NEIGHBOURS, "legal_form": "informal_group"}], people)
    assert [(line.position, line.name) for line in harbour.lines] == [
        ("Chair (trustee)", "Margaret Osei"),
        ("Trustee", ""),
    ]
    assert [(line.position, line.name) for line in neighbours.lines] == [
        ("In their own name", "Joan Whitlock"),
        ("In their own name", ""),
    ]
    assert "Its host is Harbour Advice." in neighbours.words


def test_what_allows_a_person_to_sign_stands_with_that_person():
    person = {"id": "1", "partner": "h", "capacity": "trustee", "authority_basis": "minute", "authority_ref": "No. 7"}
    (harbour,) = blocks([HARBOUR], [person])
    assert [line.authority for line in harbour.lines] == ["A minute of its board, committee or council: No. 7", ""]


@pytest.mark.parametrize(("only_one", "lines"), [("yes", 1), ("no", 2), ("", 2)])
def test_a_cio_with_only_one_trustee_has_one_place_to_sign(only_one, lines):
    (harbour,) = blocks([{**HARBOUR, "only_one_trustee": only_one}])
    assert len(harbour.lines) == lines
    assert ("by its only trustee" in harbour.words) is (lines == 1)


@pytest.mark.parametrize(
    ("parent", "people"),
    [
        ("cio", ["Trustee", "Trustee"]),
        ("registered_society", ["Committee member", "Secretary"]),
        ("charitable_company", ["Director"]),
    ],
)
def test_as_many_sign_for_a_branch_as_for_the_larger_organisation(parent, people):
    (block,) = blocks([{**NEIGHBOURS, "legal_form": "branch_of_parent", "parent_form": parent}])
    assert [line.position for line in block.lines] == people


def test_a_branch_waits_with_one_place_while_nobody_knows_what_the_larger_organisation_is():
    (block,) = blocks([{**NEIGHBOURS, "legal_form": "branch_of_parent"}])
    assert len(block.lines) == 1


def test_only_a_cio_is_asked_whether_it_has_one_trustee():
    (trust,) = blocks([{**HARBOUR, "legal_form": "charitable_trust", "only_one_trustee": "yes"}])
    assert len(trust.lines) == 2


def test_the_trustees_of_a_trust_stand_in_its_block_each_on_a_line():
    (trust,) = blocks([{**HARBOUR, "legal_form": "charitable_trust", "trustees": "Ruth Adeyemi\n\nTom Ferris"}])
    assert trust.words.startswith("Signed for the people named below, as trustees of Harbour Advice, by all of them")
    assert trust.people == ("Ruth Adeyemi", "Tom Ferris")


def test_a_branch_binds_the_larger_organisation():
    branch = {**NEIGHBOURS, "legal_form": "branch_of_parent", "parent_body": "Northvale", "parent_form": "cio"}
    (block,) = blocks([branch])
    assert block.words == "Signed for and on behalf of Northvale, acting through its branch Brook Lane Neighbours."
    assert block.particulars == (
        "Branch of a larger organisation · Kind of the larger organisation: Charitable incorporated organisation (CIO)"
    )


def test_a_kind_that_nobody_is_sure_of_is_a_gap():
    assert blocks([{"id": "a", "legal_name": "Harbour", "legal_form": "unknown"}]) == [
        "Harbour: [Not answered yet: What kind of organisation is it?]"
    ]


def test_a_partner_without_a_kind_has_a_gap():
    assert blocks([{"id": "a", "legal_name": "Harbour"}, {"id": "c"}]) == [
        "Harbour: [Not answered yet: What kind of organisation is it?]",
        "not named yet: [Not answered yet: What is its full legal name?]",
    ]


@pytest.mark.parametrize(("known_as", "before"), [("", ""), ("The Trust", "The Trust ")])
def test_a_partner_without_a_legal_name_has_its_block_with_a_gap_for_the_name(known_as, before):
    partner = {"id": "a", "known_as": known_as, "legal_form": "charitable_trust", "trustees": "Ruth Adeyemi"}
    (block,) = blocks([partner], [{"id": "1", "partner": "a", "person": "Ruth Adeyemi", "capacity": "trustee"}])
    name = f"{before}[Not answered yet: What is its full legal name?]"
    assert block.partner == name
    assert f"as trustees of {name}, by all of them" in block.words
    assert block.people == ("Ruth Adeyemi",)
    assert [line.name for line in block.lines] == ["Ruth Adeyemi", ""]


def test_people_who_sign_for_such_a_partner_stand_under_it():
    people = [{"id": "1", "partner": "a", "person": "Joan", "position": "Chair"}, {"id": "2", "partner": "a"}]
    assert blocks([{"id": "a", "legal_name": "Harbour"}], people)[1:] == [
        "Joan, Chair: [Not answered yet: What kind of organisation is it?]",
        "not named yet: [Not answered yet: What kind of organisation is it?]",
    ]


def test_people_who_sign_for_nobody_yet_stand_last():
    *_, last = blocks([HARBOUR], [{"id": "1", "person": "Joan", "capacity": "trustee"}])
    assert last == "Joan: [Not answered yet: Which partner does this person sign for?]"


def test_somebody_whose_capacity_is_open_stands_in_the_block_with_a_gap():
    (harbour,) = blocks([HARBOUR], [{"id": "1", "partner": "h", "person": "Joan", "position": "Chair"}])
    assert isinstance(harbour, SignatureBlock)
    assert (harbour.lines[0].name, harbour.lines[0].position) == (
        "Joan",
        "Chair [Not answered yet: In what capacity do they sign?]",
    )


def test_nobody_signs_while_there_is_no_partner():
    assert blocks([]) == []
