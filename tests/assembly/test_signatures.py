"""The signing part: a block for each partner, and nobody who signs is lost."""

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
        ("Member of the group", "Joan Whitlock"),
        ("Member of the group", ""),
    ]
    assert "Its host is Harbour Advice." in neighbours.words


def test_a_partner_without_a_name_or_a_kind_has_a_gap():
    assert blocks([{"id": "a", "legal_name": "Harbour"}, {"id": "b", "legal_form": "cio"}, {"id": "c"}]) == [
        "Harbour: [Not answered yet: What kind of organisation is it?]",
        "not named yet: [Not answered yet: What is its full legal name?]",
        "not named yet: [Not answered yet: What is its full legal name?]",
    ]


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
