"""An offer joins an agreement as one partner’s: what it becomes, and that nothing is lost, changed or doubled."""

from copy import deepcopy

import pytest

from agreements.errors import InvalidAnswers, NotJoined
from agreements.interview.joining import join
from agreements.interview.loading import load

PARTNERS = {"partners": [{"id": "harbour", "known_as": "Harbour"}, {"id": "lane", "known_as": "the Neighbours"}]}
AGREEMENT = {"partners": PARTNERS}


def offer(**parts):
    """An offer of one room, and what is said besides it."""
    rooms = {"assets": [{"id": "room", "kind": "space", "what": "A room", "amount": "Tuesdays"}]}
    return {"of": "offer", "us": {"our_name": "Brook Lane Neighbours"}, "offer": rooms, **parts}


def listed(faults):
    return [str(fault) for fault in faults]


def test_what_is_offered_becomes_what_the_partner_brings():
    joined = join(AGREEMENT, offer(), "lane")
    assert joined.answers["contributions"]["contributions"] == [
        {"id": "lane-room", "partner": "lane", "kind": "space", "description": "A room", "unit": "Tuesdays"}
    ]
    assert listed(joined.joined) == ["contributions.contributions.lane-room: A room"]
    assert load(joined.answers).faults == ()


def test_what_is_needed_becomes_what_the_partner_needs():
    needs = {"what_we_need": [{"id": "help", "what": "Help with a policy", "by_when": "5 January 2027"}]}
    assert join(AGREEMENT, offer(need=needs), "lane").answers["support"]["support_needs"] == [
        {"id": "lane-help", "partner": "lane", "what": "Help with a policy", "by_when": "2027-01-05"}
    ]


def test_how_a_group_works_and_what_it_can_take_on_become_answers_about_the_partner():
    working = {"capacity": "One afternoon a week", "ways_of_working": "Please ring"}
    told = join(AGREEMENT, offer(working=working), "lane").answers["contributions"]
    assert told["capacity"] == {"lane": {"capacity_note": "One afternoon a week"}}
    assert told["strengths"] == {"lane": {"ways_of_working": "Please ring"}}


@pytest.mark.parametrize(
    ("amount", "becomes"), [("£250", {"money": "£250"}), (None, {}), ("a little", {})], ids=["pounds", "none", "words"]
)
def test_money_has_an_amount_in_pounds_or_none(amount, becomes):
    assets = {"assets": [{"id": "gift", "kind": "money", "what": "A gift", "amount": amount}]}
    joined = join(AGREEMENT, offer(offer=assets), "lane")
    [row] = joined.answers["contributions"]["contributions"]
    assert row == {"id": "lane-gift", "partner": "lane", "kind": "money", "description": "A gift", **becomes}
    left_out = ["offer.assets.gift.amount: “a little” is no amount in pounds. Write it into the agreement yourself."]
    assert listed(joined.left_out) == (left_out if amount == "a little" else [])


def test_what_has_no_place_in_an_agreement_is_told():
    said = {"what_we_offer": "People open the door to us."}
    [left_out] = join(AGREEMENT, offer(offer=said), "lane").left_out
    assert left_out.path == "offer.what_we_offer"


def test_joining_twice_adds_nothing():
    once = join(AGREEMENT, offer(working={"ways_of_working": "Please ring"}), "lane")
    twice = join(once.answers, offer(working={"ways_of_working": "Please ring"}), "lane")
    assert twice.answers == once.answers
    assert (twice.joined, twice.there_already) == ((), once.joined)


def test_two_partners_may_offer_the_same():
    both = join(join(AGREEMENT, offer(), "lane").answers, offer(), "harbour").answers
    assert [row["id"] for row in both["contributions"]["contributions"]] == ["lane-room", "harbour-room"]


def test_what_the_partner_typed_before_in_the_same_words_is_not_doubled():
    typed = {"id": "own", "partner": "lane", "kind": "space", "description": "A room", "firm": "promised"}
    agreement = {**AGREEMENT, "contributions": {"contributions": [typed]}}
    joined = join(agreement, offer(), "lane")
    assert joined.answers == agreement
    assert listed(joined.there_already) == ["contributions.contributions.lane-room: A room"]


def test_a_row_with_other_words_stays_as_it_is_and_is_told():
    typed = {"id": "lane-room", "partner": "lane", "kind": "space", "description": "A hall"}
    agreement = {**AGREEMENT, "contributions": {"contributions": [typed]}}
    joined = join(agreement, offer(), "lane")
    assert joined.answers == agreement
    assert [fault.path for fault in joined.left_out] == ["offer.assets.room"]


def test_an_answer_of_the_agreement_is_never_written_over():
    agreement = {**AGREEMENT, "contributions": {"capacity": {"lane": {"capacity_note": "Nothing in May"}}}}
    joined = join(agreement, offer(working={"capacity": "Much"}), "lane")
    assert joined.answers["contributions"]["capacity"]["lane"]["capacity_note"] == "Nothing in May"
    assert [fault.path for fault in joined.left_out] == ["working.capacity"]


def test_the_answers_that_are_given_stay_as_they_are_and_new_rows_come_last():
    typed = {"id": "tea", "partner": "harbour", "kind": "money", "description": "Tea"}
    agreement = {**AGREEMENT, "about": None, "contributions": {"contributions": [typed], "strengths": None}}
    before = deepcopy(agreement)
    joined = join(agreement, offer(), "lane")
    assert agreement == before
    assert [row["id"] for row in joined.answers["contributions"]["contributions"]] == ["tea", "lane-room"]


def test_an_id_that_would_be_too_long_is_shortened_and_the_same_every_time():
    partner = "p" * 40
    agreement = {"partners": {"partners": [{"id": partner}]}}
    once = join(agreement, offer(), partner)
    assert load(once.answers).faults == ()
    assert join(once.answers, offer(), partner).joined == ()


def test_faults_of_the_offer_are_all_told():
    faulty = offer(offer={"assets": [{"id": "room", "kind": "house"}]}, need={"what_we_need": "help"})
    with pytest.raises(InvalidAnswers) as refused:
        join(AGREEMENT, faulty, "lane")
    assert [fault.path for fault in refused.value.faults] == ["offer.assets.room.kind", "need.what_we_need"]


def test_faults_of_the_agreement_matter_only_where_the_offer_goes():
    elsewhere = {**AGREEMENT, "about": {"start_date": "soon"}}
    assert join(elsewhere, offer(), "lane").joined
    with pytest.raises(InvalidAnswers, match=r"contributions\.contributions"):
        join({**AGREEMENT, "contributions": {"contributions": "a room"}}, offer(), "lane")


def test_a_list_that_is_full_takes_no_more():
    full = [{"id": f"one-{number}", "partner": "harbour"} for number in range(100)]
    with pytest.raises(InvalidAnswers, match="Keep this list to 100"):
        join({**AGREEMENT, "contributions": {"contributions": full}}, offer(), "lane")


@pytest.mark.parametrize(
    ("answers", "offered", "sentence"),
    [
        (AGREEMENT, {"of": "considering"}, "The first file holds no offer. The first line of an offer is “of: offer”."),
        (AGREEMENT, {}, "The first file holds no offer"),
        (offer(), offer(), "An offer joins an agreement. The second file is one of another kind."),
        ({}, offer(), "The agreement has no partner with the id “lane”. Its partners are: none yet."),
        ({"partners": {"partners": [{"id": "harbour"}]}}, offer(), "Its partners are: harbour."),
    ],
)
def test_files_of_another_kind_and_partners_that_are_not_there_are_refused(answers, offered, sentence):
    with pytest.raises(NotJoined, match=sentence):
        join(answers, offered, "lane")
