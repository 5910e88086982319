"""Step 9, its first half: workers, people at risk, incidents, equality."""

import pytest

from agreements.assembly import assemble
from agreements.document.canonical import clause_text
from agreements.interview import Agreement
from agreements.interview.journey import missing

PARTNERS = [{"id": "a", "legal_name": "Harbour"}, {"id": "b", "legal_name": "Six Friends"}]


def agreement(**sections):
    loaded = Agreement.load({"partners": {"partners": PARTNERS}, **sections})
    assert loaded.faults == ()
    return loaded.interview


def words(part, interview):
    """The text of one clause or schedule, "" where it is not printed."""
    return next((clause_text(one) for one in assemble(interview).parts() if one.id == part), "")


def test_one_answer_closes_safeguarding_where_nobody_is_at_risk():
    without = agreement(safeguarding={"works_with_at_risk": "none"})
    assert missing(without, "safeguarding") == ()
    assert words("safeguarding", without) == ""
    assert "nobody is left in our care" in words("not-part", without)
    assert "Safeguarding leads" not in words("schedule-contacts", without)


@pytest.mark.parametrize("who", ["children", "adults", "both"])
def test_where_people_are_at_risk_each_partner_needs_a_lead_and_a_policy(who):
    needed = {gap.path for gap in missing(agreement(safeguarding={"works_with_at_risk": who}), "safeguarding")}
    each = {f"safeguarding.leads.{one}.{name}" for one in "ab" for name in ("safeguarding_lead", "policy_date")}
    assert needed == each | {"safeguarding.whose_policy_applies", "safeguarding.report_within_hours"}


def test_a_safeguarding_lead_is_named_in_the_contacts_alone():
    leads = {"a": {"safeguarding_lead": "Sam Okafor", "policy_date": "2026-04-14"}}
    named = agreement(safeguarding={"works_with_at_risk": "both", "leads": leads})
    assert "Sam Okafor" in words("schedule-contacts", named)
    assert "Sam Okafor" not in words("safeguarding", named)
    assert "Harbour\t14 April 2026" in words("safeguarding", named)


def test_the_number_of_a_safeguarding_lead_stands_beside_the_name_and_nowhere_else():
    leads = {"a": {"safeguarding_lead": "Sam Okafor", "lead_phone": "01632 960101"}}
    rung = agreement(safeguarding={"works_with_at_risk": "both", "leads": leads})
    assert "Harbour\tSam Okafor\t01632 960101" in words("schedule-contacts", rung)
    assert "01632 960101" not in words("safeguarding", rung)


def test_a_number_that_nobody_gave_leaves_room_to_write_it_in():
    leads = {"a": {"safeguarding_lead": "Sam Okafor"}}
    unknown = agreement(safeguarding={"works_with_at_risk": "both", "leads": leads})
    assert "safeguarding.leads.a.lead_phone" not in {gap.path for gap in missing(unknown, "safeguarding")}
    row = next(line for line in words("schedule-contacts", unknown).splitlines() if "Harbour\tSam Okafor" in line)
    assert row.count("\t") == 2


@pytest.mark.parametrize("flag", ["possible", "yes"])
def test_where_work_moves_between_employers_the_paper_says_to_take_advice(flag):
    assert "take legal advice" in words("staff", agreement(staff={"tupe_flag": flag}))


def test_where_no_work_moves_it_does_not():
    assert "legal advice" not in words("staff", agreement(staff={"tupe_flag": "no"}))


def test_a_worker_who_is_lent_stays_with_the_employer():
    posts = [{"id": "p", "job": "Adviser", "seconded": True}]
    assert "stays with the employer" in words("staff", agreement(staff={"posts": posts}))


def test_a_report_to_a_regulator_is_spoken_of_once_where_people_are_at_risk():
    says = "Each charity decides for itself whether to report"
    at_risk = {"works_with_at_risk": "adults"}
    assert says in words("safeguarding", agreement(safeguarding=at_risk))
    both = agreement(safeguarding=at_risk, incidents={"complaints_route": "own"})
    assert says not in words("safeguarding", both)
    assert says in words("incidents", both)


def test_each_charity_decides_itself_on_a_report_to_its_regulator():
    text = words("incidents", agreement(incidents={"complaints_route": "own"}))
    assert "Each charity decides for itself whether to report" in text


@pytest.mark.parametrize(
    ("nations", "has_act", "has_own"),
    [
        (["england"], True, False),
        (["wales", "scotland"], True, False),
        (["northern_ireland"], False, True),
        (["scotland", "northern_ireland"], True, True),
        (None, False, False),
    ],
)
def test_the_law_of_equality_is_named_by_nation(nations, has_act, has_own):
    text = words("equality", agreement(about={"work_nations": nations}, equality={"equality_commitment": True}))
    assert ("Equality Act 2010" in text) is has_act
    assert ("Northern Ireland has laws of its own" in text) is has_own


def test_people_at_risk_may_be_named_before_any_partner_is():
    early = agreement(partners={}, safeguarding={"works_with_at_risk": "children"})
    assert "children" in words("safeguarding", early)
    assert "Safeguarding leads" not in words("schedule-contacts", early)
