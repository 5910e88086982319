"""The examples: finished or drafts, as said here; true to the briefing; kept as text that a lawyer could read.

`pytest tests/test_examples.py --golden-update` writes the golden texts anew; read the difference before you commit it.
"""

import io
from pathlib import Path

import pikepdf
import pytest

from agreements import answer_files
from agreements.assembly import assemble
from agreements.attachments import attach
from agreements.document.nodes import SignatureBlock
from agreements.document.stamp import Status
from agreements.interview import Agreement
from agreements.interview.journey import asked_below, missing
from agreements.papers import make
from agreements.questions import Loaded

CHECKOUT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden"
NEW_HORIZONS = "f1-new-horizons"
FINISHED = (
    NEW_HORIZONS,
    "f2-brook-lane-welcome",
    "f2-glanfaes-croeso",
    "f3-northvale-draft-b",
    "f4-marsh-end-seed-swap",
    "f5-two-shores-boats",
)
FIRST_DRAFTS = ("f2-brook-lane-first-draft", "f3-northvale-draft-a")
"""As a group types alone: nothing malformed, and answers missing."""
NAMES = (*FINISHED, *FIRST_DRAFTS)


def loaded(name: str) -> Loaded:
    return Agreement.load(answer_files.read(CHECKOUT / "examples" / f"{name}.yaml"))


def test_every_example_is_known_here():
    assert sorted(NAMES) == sorted(file.stem for file in (CHECKOUT / "examples").glob("*.yaml"))


@pytest.mark.parametrize("name", NAMES)
def test_nothing_in_an_example_is_malformed(name):
    assert loaded(name).faults == ()


@pytest.mark.parametrize("name", FINISHED)
def test_nothing_is_missing_in_a_finished_example(name):
    assert missing(loaded(name).interview) == ()


@pytest.mark.parametrize("status", [Status.DRAFT, Status.FINAL])
def test_two_small_groups_with_the_essentials_alone_have_four_pages_to_read(status):
    paper = make(loaded("f4-marsh-end-seed-swap"), "pdf", status=status)
    with pikepdf.open(io.BytesIO(paper)) as file:
        assert len(file.pages) == 4


MISSING = {
    "f2-brook-lane-first-draft": {
        "history.first_steps",
        "people.people.neighbours.deputy_contact",
        "money.no_money_plan",
        "signing.personal_liability",
    },
    "f3-northvale-draft-a": {
        "buy_in.buy_in",
        "money.no_money_plan",
        "budget.payment_timing",
        "budget.pay_within_days",
        "data.data_role",
        "accountability.accountability_steps",
        "accountability.lead_answers_to",
    },
}
"""What each first draft has forgotten (domain, 5.2)."""


@pytest.mark.parametrize("name", FIRST_DRAFTS)
def test_a_first_draft_lacks_what_it_is_known_for(name):
    paths = {one.path for one in missing(loaded(name).interview)}
    assert {path for path in paths if "joint_several_ack" not in path} == MISSING[name]


@pytest.mark.parametrize("name", NAMES)
def test_an_example_reads_like_its_golden_text(name, request):
    made = make(loaded(name), "txt", status=Status.FINAL if name in FINISHED else Status.DRAFT).decode()
    golden = GOLDEN / f"{name}.txt"
    if request.config.getoption("--golden-update"):
        golden.write_text(made, "utf-8")
    assert made == golden.read_text("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_written_back_as_the_same_answers(name):
    raw = answer_files.read(CHECKOUT / "examples" / f"{name}.yaml")
    assert answer_files.parse(answer_files.write(raw), "again.yaml") == raw


def test_the_example_of_real_organisations_says_on_every_page_that_it_is_invented():
    assert loaded(NEW_HORIZONS).interview.about.notice == "Example: details invented"


FROM_THE_BRIEFING = {
    "New Horizons Partnership",
    "New Horizons",
    "We came together to create the New Horizons centre in Chelsea.",
    "Example: details invented",
    "Open Age",
    "Sixty Plus",
    "the Guinness Trust",
    "Chelsea",
    "00000000",
    "9999981",
    "9999982",
}
"""What the briefing says of them, the title we give the paper, and numbers that no register has given out."""


def test_every_word_in_it_is_from_the_briefing_or_marked_as_invented():
    interview = loaded(NEW_HORIZONS).interview
    asked = (one for name in interview.sections() for one in asked_below(interview.section(name)))
    typed = [(one.path, one.answer) for one in asked if one.question.widget in ("short_text", "long_text")]
    unmarked = {path: words for path, words in typed if words and "invented" not in words}
    assert {path for path, words in unmarked.items() if words not in FROM_THE_BRIEFING} == set()


NORTHVALE = ("f3-northvale-draft-a", "f3-northvale-draft-b")


@pytest.mark.parametrize("name", NORTHVALE)
def test_northvale_has_nine_full_partners_and_thirteen_associates(name):
    kinds = [one.membership for one in loaded(name).interview.shape.members]
    assert (kinds.count("full"), kinds.count("associate")) == (9, 13)


def test_each_of_the_22_partners_of_northvale_has_its_place_to_sign():
    document = assemble(loaded("f3-northvale-draft-b").interview)
    assert document.signing
    assert sum(isinstance(block, SignatureBlock) for block in document.signing.blocks) == 22


def test_northvale_can_lose_a_partner_and_win_one_and_its_lead_partner_answers_to_somebody():
    text = " ".join((GOLDEN / "f3-northvale-draft-b.txt").read_text("utf-8").split())
    assert "Form for a new partner" in text
    assert "90 days before it goes" in text
    assert "The lead partner answers to the group in which we decide" in text


def hours(name: str, partner: str) -> tuple[int, int]:
    """The hours a month that a partner needs for all targets, and those that it has."""
    interview = loaded(name).interview
    needs = sum(view.est_hours_per_month for view in interview.targets.views if view.partner.id == partner)
    has = next(one for one in interview.contributions.capacity if one.about.id == partner)
    return needs, has.capacity_hours_per_month


def test_the_hurried_bid_of_northvale_promises_more_hours_than_there_are_and_the_second_draft_does_not():
    assert hours("f3-northvale-draft-a", "minds") == (140, 90)
    assert hours("f3-northvale-draft-b", "minds") == (88, 90)


def test_the_targets_of_the_hurried_bid_are_guesses_that_one_partner_does_not_believe_in():
    targets = loaded("f3-northvale-draft-a").interview.targets
    assert {one.rationale_kind for one in targets.targets} == {"guess"}
    assert 2 in {view.confidence for view in targets.views}
    assert "guess" not in {one.rationale_kind for one in loaded("f3-northvale-draft-b").interview.targets.targets}


def test_brook_lane_found_what_it_lacked():
    before, after = (loaded(f"f2-brook-lane-{when}").interview for when in ("first-draft", "welcome"))
    assert (before.drivers.main_driver, after.drivers.main_driver) == ("funder_led", "community_need")
    assert (before.budget.payment_timing, after.budget.payment_timing) == ("arrears", "advance")
    assert (len(before.reviews.reviews), len(after.reviews.reviews)) == (1, 7)
    signers = [sum(one.partner.id == "harbour" for one in each.signing.signatories) for each in (before, after)]
    assert signers == [1, 2]


@pytest.mark.parametrize("name", NAMES)
def test_the_files_that_an_example_names_lie_beside_it_as_they_were(name):
    folder = CHECKOUT / "examples"
    assert attach(answer_files.read(folder / f"{name}.yaml"), folder).faults == ()


def test_northvale_names_the_file_of_its_funders_terms_and_its_code():
    (money,) = loaded("f3-northvale-draft-b").interview.funding.funding
    text = (GOLDEN / "f3-northvale-draft-b.txt").read_text("utf-8")
    assert "File: f3-northvale-terms.pdf" in text
    assert money.terms_file.sha256 in text


def test_two_shores_has_a_section_of_its_own_and_one_in_place_of_ours():
    clauses = {one.id: one.title for one in assemble(loaded("f5-two-shores-boats").interview).clauses}
    assert clauses["beyond-control"] == "When the wind, the ferry or worse says no"
    assert clauses["special-names"] == "The names of the boats"


@pytest.mark.parametrize("name", FINISHED)
def test_the_shares_of_a_finished_example_add_up_to_its_money(name):
    interview = loaded(name).interview
    if interview.money.has_money:
        shares, money = interview.budget.budget_lines, interview.funding.funding
        assert sum(one.amount for one in shares) == sum(one.amount for one in money) > 0


@pytest.mark.parametrize("name", FINISHED)
def test_every_safeguarding_lead_of_a_finished_example_can_be_rung(name):
    safeguarding = loaded(name).interview.safeguarding
    if safeguarding.works_with_at_risk != "none":
        assert all(one.lead_phone for one in safeguarding.leads)


def test_two_shores_has_no_cio_and_has_chosen_a_law():
    interview = loaded("f5-two-shores-boats").interview
    assert {one.legal_form for one in interview.partners.partners} == {"scio", "company_guarantee"}
    assert interview.law.governing_law == "scotland"
