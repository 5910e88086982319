"""Step 8: what is asked when money is involved, and sums that add up to the penny."""

from datetime import date

import pytest

from agreements.assembly import assemble
from agreements.document.canonical import clause_text
from agreements.interview import Agreement
from agreements.interview.journey import missing, remarks, topics

PARTNERS = [{"id": "a", "legal_name": "Harbour"}, {"id": "b", "legal_name": "Six Friends"}]
TODAY = date(2026, 11, 25)
MONEY_TOPICS = {"funding", "budget", "repayment", "tax", "things"}


def agreement(**sections):
    loaded = Agreement.load({"partners": {"partners": PARTNERS}, "money": {"has_money": True}, **sections})
    assert loaded.faults == ()
    return loaded.interview


def words(part, interview):
    """The text of one clause or schedule, "" where it is not printed."""
    return next((clause_text(one) for one in assemble(interview).parts() if one.id == part), "")


def test_one_answer_closes_the_step_where_there_is_no_money():
    without = agreement(money={"has_money": False})
    assert not MONEY_TOPICS & set(topics(without))
    assert missing(without, "money") == ()
    assert words("money-first", without) == ""
    assert "Money. None of us pays or gets any" in words("not-part", without)


def test_where_there_is_money_all_topics_on_it_are_asked():
    assert set(topics(agreement())) >= MONEY_TOPICS


def test_until_it_is_said_whether_there_is_money_the_other_topics_wait():
    assert not MONEY_TOPICS & set(topics(agreement(money={})))


def test_topics_on_money_that_nobody_begins_are_not_missing():
    assert [gap for name in MONEY_TOPICS for gap in missing(agreement(), name)] == []


@pytest.mark.parametrize(
    ("answer", "expected"),
    [("decision_rule", "in the way that"), ("all_partners", "All partners together decide")],
)
def test_who_decides_when_money_changes_is_said(answer, expected):
    assert expected in words("money-first", agreement(money={"has_money": True, "funding_change_decision": answer}))


def lines(*amounts):
    """A budget with these amounts, by partner."""
    return {
        "budget_lines": [
            {"id": f"line-{place}", "item": f"Thing {place}", "partner": partner, "amount": amount}
            for place, (partner, amount) in enumerate(amounts)
        ]
    }


def test_the_budget_is_added_up_for_each_partner_and_in_all_to_the_penny():
    text = words("schedule-budget", agreement(budget=lines(("a", "0.10"), ("b", "1,000.45"), ("a", "0.20"))))
    sums = text[text.index("The sums") :]
    assert "£0.30" in sums
    assert "£1,000.45" in sums
    assert "£1,000.75" in sums


def test_a_partner_without_a_share_has_no_sum():
    text = words("schedule-budget", agreement(budget=lines(("a", "5"))))
    assert "Six Friends" not in text


def test_a_line_without_an_amount_yet_shows_a_gap_and_adds_nothing():
    budget = lines(("a", "5"), ("a", None))
    text = words("schedule-budget", agreement(budget=budget))
    assert "How much?" in text
    assert text.count("£5") == 3


def paid_from(source, *amounts):
    """Lines of the budget that one source pays for."""
    budget = lines(*(("a", amount) for amount in amounts))
    for line in budget["budget_lines"]:
        line["funding"] = source
    return budget


WINTER = {"id": "f", "funder": "Winter Fund", "amount": "18,000"}


def test_the_lines_of_each_source_are_added_up_beside_its_amount():
    budget = paid_from("f", "10,000", "9,000")
    budget["budget_lines"] += [{"id": "x", "item": "Tea", "partner": "b", "amount": "7"}]
    sources = {"funding": [WINTER, {"id": "g", "funder": "Nobody’s Fund", "amount": "3"}]}
    text = words("schedule-budget", agreement(funding=sources, budget=budget))
    sums = text[text.index("Which money pays for how much") :]
    assert "Winter Fund\t£19,000 of £18,000" in sums
    assert "No money named yet\t£7" in sums
    assert "Nobody’s Fund" not in sums


def test_where_no_line_names_its_money_nothing_is_added_up_by_source():
    text = words("schedule-budget", agreement(funding={"funding": [WINTER]}, budget=lines(("a", "5"))))
    assert "Which money pays for how much" not in text


@pytest.mark.parametrize(
    ("amounts", "place"), [(("18,000",), None), (("18,000", "0.01"), 1), (("20,000", "1"), 0), (("9,000", None), None)]
)
def test_a_budget_above_its_money_is_no_fault_and_is_remarked_once(amounts, place):
    over = agreement(funding={"funding": [WINTER]}, budget=paid_from("f", *amounts))
    noticed = [path for path, _sentence in remarks(over, TODAY)]
    assert noticed == ([] if place is None else [f"budget.budget_lines.line-{place}"])


def test_the_remark_names_the_money_and_both_sums():
    over = agreement(funding={"funding": [WINTER]}, budget=paid_from("f", "18,000", "500.50"))
    ((_path, sentence),) = remarks(over, TODAY)
    assert sentence == (
        "The lines that “Winter Fund” pays for come to £18,500.50. That is more than its amount, £18,000."
    )


@pytest.mark.parametrize(
    ("timing", "terms", "is_said"),
    [
        ("monthly", ["payment_in_advance"], True),
        ("quarterly", ["payment_in_advance"], True),
        ("monthly", ["buddy"], False),
        ("advance", ["payment_in_advance"], False),
    ],
)
def test_what_small_partners_were_promised_stands_beside_when_the_others_are_paid(timing, terms, is_said):
    text = words("budget", agreement(budget={"payment_timing": timing}, small_partners={"small_partner_terms": terms}))
    assert ("The share of a small partner is due at the beginning of that time" in text) is is_said


FUNDED = {"id": "f", "funder": "Winter Fund"}


@pytest.mark.parametrize(("status", "is_warned"), [("hoped", True), ("applied", True), ("awarded", False)])
def test_money_that_is_not_awarded_is_not_counted_on(status, is_warned):
    text = words("funding", agreement(funding={"funding": [{**FUNDED, "status": status}]}))
    assert ("is not there yet" in text) is is_warned


def test_the_funders_terms_have_a_schedule_if_they_are_attached():
    attached = agreement(funding={"funding": [{**FUNDED, "terms_attached": True}]})
    assert "Winter Fund" in words("schedule-funder-terms", attached)


def test_a_file_of_terms_is_named_with_its_code():
    file = {"name": "terms.pdf", "sha256": "ab" * 32}
    filed = agreement(funding={"funding": [{**FUNDED, "terms_attached": True, "terms_file": file}]})
    assert "terms.pdf" in words("schedule-funder-terms", filed)
    assert "ab" * 32 in words("schedule-funder-terms", filed).replace("\n", "")


def test_without_attached_terms_there_is_no_such_schedule():
    missing_terms = agreement(funding={"funding": [{**FUNDED, "terms_attached": False}]})
    assert words("schedule-funder-terms", missing_terms) == ""


@pytest.mark.parametrize(("basis", "is_told"), [("own", False), ("hire", False), ("licence", True), ("lease", True)])
def test_a_right_to_a_place_is_left_to_a_solicitor(basis, is_told):
    premises = [{"id": "p", "place": "Brook Lane Hall", "basis": basis}]
    assert ("a solicitor has seen" in words("things", agreement(things={"premises": premises}))) is is_told


def test_the_share_of_a_hosted_group_goes_to_its_host():
    hosted = [PARTNERS[0], {**PARTNERS[1], "legal_form": "unincorporated_association", "host": "a"}]
    with_host = agreement(partners={"partners": hosted}, budget=lines(("b", "120")))
    assert "Paid through a host (#partners): Six Friends." in words("budget", with_host)
    assert "This is who is host to whom:\nHarbour, for Six Friends\n" in words("partners", with_host)
    assert "Paid through a host" not in words("budget", agreement(budget=lines(("b", "120"))))


def test_what_is_owed_is_paid_after_the_end_too():
    says = "Money that is still owed is paid."
    assert says in words("ending", agreement())
    assert says not in words("ending", agreement(money={"has_money": False}))
