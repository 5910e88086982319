"""Two people on one draft: different answers merge, the same answer is asked about, nothing is lost in silence."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.storage.merging import Posted, mark, merge

DATABASES = ("sqlite", "postgresql")


def test_different_answers_on_one_page_merge(example, other):
    example.open("sections/vision")
    other.open("sections/vision").submit(area="Brook Lane")
    example.submit(who_benefits="Everybody")
    assert example.status == 200
    example.open("sections/vision")
    assert (example.value("area"), example.value("who_benefits")) == ("Brook Lane", "Everybody")


def test_the_same_change_by_both_is_no_clash(example, other):
    example.open("sections/vision")
    other.open("sections/vision").submit(area="Brook Lane")
    example.submit(area="Brook Lane")
    assert example.status == 200


@pytest.fixture
def clash(example, other):
    example.open("sections/vision")
    other.open("sections/vision").submit(area="Theirs")
    return example.submit(area="Mine", who_benefits="Everybody")


def test_the_same_answer_changed_by_both_shows_both_and_asks(clash, other):
    assert clash.status == 409
    assert clash.title.startswith("Error: ")
    assert clash.errors() == [("#keep-area", "Which area do you work in? Choose which answer to keep.")]
    assert "The other one: Theirs" in clash.text
    assert clash.value("area") == "Mine"
    assert "Everything else is saved." in clash.text
    assert "go on and come back to it" not in clash.links()
    assert other.open("sections/vision").value("area") == "Theirs"


def test_a_clash_holds_up_no_other_answer(clash, other):
    assert other.open("sections/vision").value("who_benefits") == "Everybody"


@pytest.mark.parametrize(("kept", "stored"), [("mine", "Mine"), ("theirs", "Theirs")])
def test_the_person_decides_which_answer_stays(clash, kept, stored):
    clash.submit(**{"keep:area": kept})
    assert clash.status == 200
    assert clash.open("sections/vision").value("area") == stored


def test_a_clash_without_a_decision_is_asked_about_again(clash):
    clash.submit(area="Mine, better")
    assert clash.status == 409
    assert clash.value("area") == "Mine, better"


def test_a_third_change_while_a_person_decides_is_a_clash_again(clash, other):
    other.open("sections/vision").submit(area="Third")
    clash.submit(**{"keep:area": "mine"})
    assert clash.status == 409
    assert "The other one: Third" in clash.text


def test_choices_and_dates_are_shown_in_words_in_a_clash(example, other):
    example.open("sections/ending")
    other.open("sections/ending").submit(end_type="rolling", **{"end_date-day": "1"})
    example.submit(end_type="when_done", **{"end_date-day": "2"})
    assert "The other one: It goes on until you end it" in example.text


def test_rows_added_by_both_are_both_there(example, other):
    example.open("sections/roles/roles/add")
    other.open("sections/roles/roles/add").submit(kind="chair", holder_person="Ana Cook")
    example.submit(kind="chair", holder_person="Bo Driver")
    example.open("sections/roles/roles")
    assert "Cook" in example.text
    assert "Driver" in example.text


def test_what_is_typed_in_a_row_that_another_removed_is_kept_and_can_be_put_back(example, other):
    example.open("sections/roles/roles/rows/rota")
    other.open("sections/roles/roles/rows/rota/remove").submit(other.form(action="remove"))
    example.submit(own_name="Rota, and keys")
    assert example.status == 409
    assert example.heading == "This was removed while you were typing"
    example.submit(example.form(action="put-back"))
    assert "Rota, and keys" in example.text


TEXTS = st.sampled_from(["", "a", "b", "c"])


@given(before=st.none() | TEXTS, now=st.none() | TEXTS, mine=TEXTS)
def test_an_answer_is_never_overwritten_unless_the_page_showed_it(before, now, mine):
    stored = {} if now is None else {"q": now}
    changes, clashes = merge(stored, [Posted("q", mine, mark(before))])
    if changes:
        assert now == before
        assert mine != before
    if now != before and mine not in (before, now):
        assert clashes["q"].theirs == now
        assert clashes["q"].mine == mine


def test_ten_thousand_saves_by_three_people_lose_nothing_in_silence():
    """A model of three open pages: each change is stored, or its author was told of the clash."""
    chance = random.Random(4)
    names = ["a", "b", "c"]
    stored: dict[str, str] = {}
    opened = [dict(stored) for _person in range(3)]
    for number in range(10_000):
        person = chance.randrange(3)
        page = opened[person]
        changed = chance.sample(names, chance.randint(0, 3))
        posted = [
            Posted(name, f"{person}:{number}" if name in changed else page.get(name, ""), mark(page.get(name)))
            for name in names
            if name in changed or name in page
        ]
        changes, clashes = merge(stored, posted)
        for name in changed:
            assert (name in changes) != (name in clashes)
        for name, clash in clashes.items():
            assert clash.theirs == stored[name] != page.get(name)
        assert set(changes) <= set(changed)
        stored.update(changes)
        opened[person] = dict(stored)
