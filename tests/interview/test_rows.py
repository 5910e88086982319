"""What people call the rows of the real interview, and what helps to fill them in."""

from typing import Any

import pytest

from agreements.interview import Agreement
from agreements.interview.signing import Signatory
from agreements.legal_forms import LEGAL_FORMS

PARTNERS = [
    {"id": "a", "legal_name": "Harbour Advice", "known_as": "Harbour"},
    {"id": "b", "legal_name": "Six Friends"},
]

GATES: dict[str, dict[str, Any]] = {
    "money": {"has_money": True},
    "data": {"shares_personal_data": True, "data_role": "processor"},
}
"""What opens the topics that are asked only on a condition."""


def label(section, name, **answers):
    """What people call the only row of a list."""
    own = {**GATES.get(section, {}), name: [{"id": "x", **answers}]}
    loaded = Agreement.load({"partners": {"partners": PARTNERS}, **GATES, section: own})
    assert loaded.faults == ()
    (row,) = getattr(loaded.interview.section(section), name)
    return row.label


@pytest.mark.parametrize(
    ("section", "name", "answers", "expected"),
    [
        ("history", "history", {"partner_a": "a", "partner_b": "b"}, "Harbour and Six Friends"),
        ("history", "history", {"partner_b": "b"}, "Six Friends"),
        ("history", "history", {}, "not named yet"),
        ("roles", "roles", {"kind": "data"}, "Personal data"),
        ("roles", "roles", {"kind": "chair"}, "Chair"),
        ("roles", "roles", {"kind": "own", "own_name": "Rota"}, "Rota"),
        ("roles", "roles", {}, "not named yet"),
        ("responsibilities", "responsibilities", {"action": "Open the room"}, "Open the room"),
        ("targets", "views", {"partner": "b"}, "Six Friends"),
        ("targets", "views", {}, "not named yet"),
        ("timetable", "activities", {"what": "Paint the room"}, "Paint the room"),
        ("quality", "standards", {"standard": "Two people are there"}, "Two people are there"),
        ("contributions", "contributions", {"description": "Tea"}, "Tea"),
        ("support", "support_needs", {"what": "A quiet room"}, "A quiet room"),
        ("targets", "targets", {"statement": "People come"}, "People come"),
        ("talking", "channels", {"purpose": "Look at the month"}, "Look at the month"),
        ("talking", "channels", {"purpose": "Look at the month", "own_name": "Huddle"}, "Huddle"),
        ("buy_in", "buy_in", {"what": "Tea for all"}, "Tea for all"),
        ("funding", "funding", {"funder": "Winter Fund"}, "Winter Fund"),
        ("budget", "budget_lines", {"item": "Tea"}, "Tea"),
        ("things", "assets", {"item": "Urn"}, "Urn"),
        ("things", "premises", {"place": "The hall"}, "The hall"),
        ("staff", "posts", {"job": "Adviser"}, "Adviser"),
        ("data", "data_flows", {"what": "Names"}, "Names"),
        ("accountability", "accountability_steps", {"action": "plan"}, "Agree a plan with dates"),
        ("accountability", "accountability_steps", {"action": "own", "own_action": "Lend somebody"}, "Lend somebody"),
        ("accountability", "accountability_steps", {}, "not named yet"),
        ("disagreements", "escalation", {"who": "chairs"}, "Chairs"),
        ("disagreements", "escalation", {"who": "own", "own_who": "Two volunteers"}, "Two volunteers"),
        ("disagreements", "escalation", {}, "not named yet"),
        ("reviews", "reviews", {"kind": "early", "date": "2027-03-02"}, "Early review, 2 March 2027"),
        ("reviews", "reviews", {"date": "2027-03-02"}, "2 March 2027"),
        ("reviews", "reviews", {}, "not named yet"),
        ("words", "glossary", {"term": "Warm room"}, "Warm room"),
        ("special", "conditions", {"heading": "The garden"}, "The garden"),
        ("other_papers", "papers", {"paper": "Map"}, "Map"),
        ("signing", "signatories", {"person": "Joan", "position": "Chair"}, "Joan"),
        ("signing", "signatories", {"position": "Chair"}, "Chair"),
    ],
)
def test_a_row_is_called_by_what_people_know_of_it(section, name, answers, expected):
    assert label(section, name, **answers) == expected


def test_a_partner_is_called_by_its_short_name_if_it_has_one():
    harbour, friends = Agreement.load({"partners": {"partners": PARTNERS}}).interview.partners.partners
    assert (harbour.name, friends.name) == ("Harbour", "Six Friends")


@pytest.mark.parametrize(
    ("about", "name"),
    [
        ({"full_title": "Warm Room Partnership", "short_name": "Warm Room"}, "Warm Room"),
        ({"full_title": "Warm Room Partnership"}, "Warm Room Partnership"),
        ({}, ""),
    ],
)
def test_an_agreement_is_called_by_the_work_or_its_title(about, name):
    assert Agreement.load({"about": about}).interview.name == name


def test_who_may_sign_is_told_for_each_partner_whose_kind_is_known():
    partners = [{**PARTNERS[0], "legal_form": "cio"}, PARTNERS[1]]
    interview = Agreement.load({"partners": {"partners": partners}}).interview
    assert list(Signatory.advice(interview)) == [("Harbour", LEGAL_FORMS["cio"].who_signs)]
