"""“Our own offer and needs”: the exercise of the briefing, for one organisation alone."""

from agreements.interview import Offering
from agreements.interview.journey import missing


def test_it_needs_a_name_an_offer_and_a_need():
    assert [gap.path for gap in missing(Offering.load({}).interview)] == [
        "us.our_name",
        "offer.what_we_offer",
        "need.what_we_need",
    ]


def test_what_we_bring_and_need_is_called_by_its_words():
    rows = [{"id": "room", "what": "A room"}]
    loaded = Offering.load({"offer": {"assets": rows}, "need": {"what_we_need": rows}})
    assert loaded.faults == ()
    assert [row.label for row in (*loaded.interview.offer.assets, *loaded.interview.need.what_we_need)] == [
        "A room",
        "A room",
    ]
