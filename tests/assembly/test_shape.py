"""Who leads and who signs: the clause says in plain words what each choice means and does not mean."""

import pytest

from agreements.assembly import assemble
from agreements.document.canonical import clause_text
from agreements.interview import Agreement

PARTNERS = [{"id": "a", "legal_name": "Harbour"}, {"id": "b", "legal_name": "the Neighbours"}]


def clause(money=None, /, **shape):
    status = {"doc_kind": "memorandum"}
    answers = {"partners": {"partners": PARTNERS}, "status": status, "shape": shape, "money": money}
    document = assemble(Agreement.load(answers).interview)
    return clause_text(next(part for part in document.parts() if part.id == "shape"))


@pytest.mark.parametrize(
    ("shape", "said", "not_said"),
    [
        ({"model": "equal"}, "None of us leads", "lead partner"),
        (
            {"model": "lead_body", "lead_partner": "a"},
            "holds each grant and contract, and does its own",
            "pays the money on",
        ),
        (
            {"model": "managing_agent", "lead_partner": "a"},
            "takes on no more unless all the others agree",
            "does its own part",
        ),
        (
            {"model": "hub_spoke", "signs_with_funder": "each_partner", "hub_partner": "b"},
            "Each partner signs its own grant or contract",
            "new company",
        ),
        ({"model": "hub_spoke", "signs_with_funder": "new_company"}, "solicitor", "hub partner"),
        ({"model": "new_entity"}, "solicitor", "funder"),
    ],
)
def test_each_shape_has_words_of_its_own(shape, said, not_said):
    words = " ".join(clause(**shape).split())
    assert said in words
    assert not_said not in words


@pytest.mark.parametrize("model", ["lead_body", "managing_agent"])
def test_a_lead_partner_tells_the_others_and_does_not_decide_alone(model):
    words = " ".join(clause(model=model, lead_partner="a").split())
    assert "Our lead partner is Harbour." in words
    assert "cannot decide for us alone" in words
    assert "shows us the funder’s terms before it signs" in words


@pytest.mark.parametrize("model", ["lead_body", "managing_agent"])
def test_a_lead_partner_signs_with_no_funder_where_there_is_no_money(model):
    words = " ".join(clause({"has_money": False}, model=model, lead_partner="a").split())
    assert "Our lead partner is Harbour." in words
    assert "cannot decide for us alone" in words
    assert "fund" not in words


@pytest.mark.parametrize("shape", [{"model": "new_entity"}, {"model": "hub_spoke", "signs_with_funder": "new_company"}])
def test_nobody_acts_for_an_organisation_that_is_not_there_yet(shape):
    assert "nobody signs or spends in a name that is not there yet" in " ".join(clause(**shape).split())


@pytest.mark.parametrize(("model", "is_said"), [("lead_body", True), ("equal", False)])
def test_who_follows_a_lead_partner_that_leaves_is_agreed_in_time(model, is_said):
    parts = assemble(Agreement.load({"shape": {"model": model}}).interview).parts()
    leaving = clause_text(next(part for part in parts if part.id == "leaving"))
    assert ("we agree who takes over before its notice ends" in " ".join(leaving.split())) is is_said
