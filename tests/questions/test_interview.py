"""Loading an answer set into typed answers and faults: the tiny interview of `tiny`."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreements.errors import DeclarationError, NotAsked
from agreements.questions import Asked, Interview, Section, WholeNumber, answered, offered, printed
from tests.questions.tiny import Day, Gifts, Guest, Guests, Outing, Party

ANN = {"id": "ann", "name": "Ann", "drink": "tea"}
BOB = {"id": "bob", "name": "Bob", "drink": "other", "which": "Juice"}
PARTY = {
    "guests": {"guests": [ANN, BOB], "kettle": "yes"},
    "day": {"date": "2027-06-21", "sort": "long"},
    "gifts": {"gifts": {"ann": {"what": "Cake", "recipe": "Eggs"}, "bob": {"what": "Bread"}}},
}


def load(**sections):
    return Party.load({**PARTY, **sections})


def faults(**sections):
    return {fault.path: fault.message for fault in load(**sections).faults}


class TestWhatIsAccepted:
    def test_answers_are_read_as_attributes_with_their_types(self):
        party = Party.load(PARTY).interview
        assert party.day.date == date(2027, 6, 21)
        assert party.guests.kettle is True
        assert [guest.name for guest in party.guests.guests] == ["Ann", "Bob"]
        assert party.day.hours is None

    def test_nothing_is_wrong_with_a_good_answer_set(self):
        assert Party.load(PARTY).faults == ()

    @pytest.mark.parametrize(
        "answers", [{}, {"day": None}, {"day": {}}, {"day": {"date": ""}}, {"day": {"date": None}}]
    )
    def test_a_draft_may_be_as_empty_as_it_likes(self, answers):
        loaded = Party.load(answers)
        assert loaded.faults == ()
        assert loaded.interview.day.date is None
        assert loaded.interview.guests.guests is None
        assert loaded.interview.gifts.gifts == ()

    def test_several_choices_come_in_the_order_of_their_declaration(self):
        assert load(day={"colours": ["green", "red"]}).interview.day.colours == ("red", "green")

    def test_references_become_rows_in_the_order_of_their_list(self):
        guests = [{**ANN, "friend": "bob", "neighbours": ["bob", "ann"]}, BOB]
        ann, bob = load(guests={"guests": guests}).interview.guests.guests
        assert ann.friend is bob
        assert ann.neighbours == (ann, bob)

    def test_a_row_knows_its_id_its_path_and_what_people_call_it(self):
        guests = [{**ANN, "nickname": "Annie"}, {"id": "x"}]
        ann, nobody = load(guests={"guests": guests}).interview.guests.guests
        assert (ann.id, ann.path, ann.label) == ("ann", "guests.guests.ann", "Annie")
        assert nobody.label == "not named yet"

    def test_what_is_asked_for_each_row_is_there_for_every_row_in_their_order(self):
        gifts = load(gifts={"gifts": {"bob": {"what": "Bread"}}}).interview.gifts.gifts
        assert [(gift.about.id, gift.what) for gift in gifts] == [("ann", None), ("bob", "Bread")]
        assert [gift.path for gift in gifts] == ["gifts.gifts.ann", "gifts.gifts.bob"]

    def test_the_answers_themselves_are_not_changed(self):
        raw = {"guests": {"guests": [dict(ANN)]}, "gifts": {"gifts": {"stray": {"what": "x"}}}}
        Party.load(raw)
        assert raw == {"guests": {"guests": [ANN]}, "gifts": {"gifts": {"stray": {"what": "x"}}}}


class TestWhatIsAsked:
    def test_a_question_that_is_not_asked_cannot_be_read(self):
        ann, bob = Party.load(PARTY).interview.guests.guests
        assert bob.which == "Juice"
        with pytest.raises(NotAsked, match=r"guests\.guests\.ann\.which"):
            _ = ann.which

    def test_get_gives_none_for_it(self):
        ann, bob = Party.load(PARTY).interview.guests.guests
        assert (ann.get("which"), bob.get("which")) == (None, "Juice")

    def test_its_answer_is_kept_and_its_faults_are_not_told(self):
        loaded = load(
            guests={"guests": [{**ANN, "which": "Milk"}, {**BOB, "id": "b", "drink": "tea", "which": "\x07"}]}, gifts={}
        )
        assert loaded.faults == ()
        assert loaded.interview.guests.guests[0].kept["which"] == "Milk"

    def test_what_is_asked_about_another_answer_follows_it(self):
        assert load().interview.gifts.gifts[0].recipe == "Eggs"
        short = load(day={"sort": "short"}).interview.gifts.gifts[0]
        assert not short.is_asked("recipe")
        assert not load(day={}).interview.gifts.gifts[0].is_asked("recipe")

    def test_a_condition_looks_at_the_row_that_a_group_is_about(self):
        coffee = load(guests={"guests": [{**ANN, "drink": "coffee"}, BOB]}).interview
        assert [gift.is_asked("recipe") for gift in coffee.gifts.gifts] == [False, True]

    def test_a_condition_may_count_rows_or_ask_for_any(self):
        assert not load().interview.guests.is_asked("big_table")
        three = load(guests={"guests": [ANN, BOB, {"id": "c"}]}).interview
        assert three.guests.is_asked("big_table")
        assert not load(guests={"guests": [BOB]}).interview.guests.is_asked("kettle")

    def test_a_section_that_is_not_asked_asks_none_of_its_questions(self):
        assert load(day={"sort": "long"}, outing={"cost": "5"}).interview.outing.cost == 500
        short = load(day={"sort": "short"}, outing={"cost": "five"})
        assert short.faults == ()
        assert not short.interview.outing.is_asked("cost")

    def test_a_choice_that_does_not_go_with_other_answers_is_told_and_not_accepted(self):
        day, outing = {"sort": "long"}, {"by": "coach"}
        few = load(guests={"guests": [ANN, BOB]}, day=day, outing=outing)
        (fault,) = few.faults
        assert str(fault) == (
            "outing.by: Choose another answer: “By coach” can be chosen only if “Who comes?” has 3 or more."
        )
        assert few.interview.outing.by is None
        many = load(guests={"guests": [ANN, BOB, {"id": "c"}]}, day=day, outing=outing)
        assert many.interview.outing.by == "coach"

    def test_a_choice_is_offered_while_it_is_open_what_it_depends_on(self):
        unknown = load(guests={}, day={"sort": "long"}).interview.outing
        assert list(offered(Outing.by.choices, unknown)) == ["foot", "coach"]
        few = load(guests={"guests": [ANN, BOB]}, day={"sort": "long"}).interview.outing
        assert list(offered(Outing.by.choices, few)) == ["foot"]

    def test_a_group_is_begun_once_anything_it_is_asked_is_answered(self):
        assert not load(day={"sort": "long"}).interview.outing.is_begun
        assert load(day={"sort": "long"}, outing={"by": "foot"}).interview.outing.is_begun
        assert not load(day={"sort": "short"}, outing={"by": "foot"}).interview.outing.is_begun
        assert not load(guests={"guests": [ANN]}, gifts={}).interview.gifts.is_begun
        assert load(guests={"guests": [ANN]}, gifts={"gifts": {"ann": {"what": "Cake"}}}).interview.gifts.is_begun

    def test_an_answer_with_a_fault_decides_nothing(self):
        loaded = load(guests={"guests": [ANN, {**BOB, "drink": "othr"}]})
        assert not loaded.interview.guests.guests[1].is_asked("which")


class TestFaults:
    def test_all_are_told_at_once_each_with_its_path(self):
        found = faults(
            guests={"guests": [{**ANN, "drink": "te", "friend": "zed"}, {**BOB, "name": "\x07"}], "kettel": "yes"},
            day={"date": "2027-02-30", "hours": "1.5", "colours": ["blu", "pink"]},
            gifts={"gifts": {"ann": {"what": ["x"]}, "bill": {"what": "x"}}},
            dai={},
        )
        assert list(found) == [
            "dai",
            "guests.guests.ann.drink",
            "guests.guests.bob.name",
            "guests.kettel",
            "day.date",
            "day.hours",
            "day.colours",
            "gifts.gifts.ann.what",
            "gifts.gifts.bill",
            "guests.guests.ann.friend",
        ]

    def test_unknown_names_suggest_the_nearest(self):
        found = faults(
            dai={},
            day={"dat": "2027-06-21"},
            guests={"guests": [{**ANN, "nam": "x"}, BOB]},
            gifts={"gifts": {"ann": {"waht": "x"}}},
        )
        assert found == {
            "dai": "There is no section with this name. Did you mean “day”?",
            "day.dat": "There is no question with this name. Did you mean “date”?",
            "guests.guests.ann.nam": "There is no question with this name. Did you mean “name”?",
            "gifts.gifts.ann.waht": "There is no question with this name. Did you mean “what”?",
        }

    def test_a_name_like_none_is_named_alone(self):
        assert faults(zzz=1) == {"zzz": "There is no section with this name."}

    @pytest.mark.parametrize("answers", [None, [], "x", 1, True, [("day", {})]], ids=repr)
    def test_an_answer_set_is_named_sections(self, answers):
        (fault,) = Party.load(answers).faults
        assert (fault.path, fault.message) == ("", "Write the answers as named sections.")

    @pytest.mark.parametrize("section", [[], "x", 1, True, [{"date": "x"}]], ids=repr)
    def test_a_section_is_named_answers(self, section):
        assert faults(day=section) == {"day": "Write this as named answers."}

    @pytest.mark.parametrize("row", [None, [], "x", 1])
    def test_a_row_is_named_answers(self, row):
        assert faults(guests={"guests": [ANN, BOB, row]}) == {"guests.guests.row-3": "Write this as named answers."}

    def test_a_reference_to_no_row_is_told_with_the_nearest_and_is_not_accepted(self):
        loaded = load(guests={"guests": [{**ANN, "friend": "bobb", "neighbours": ["bob", "zed", "abb"]}, BOB]})
        assert [(fault.path, fault.message) for fault in loaded.faults] == [
            (
                "guests.guests.ann.friend",
                "Write an id from the list it points to: ann, bob. “bobb” is not one. Did you mean “bob”?",
            ),
            ("guests.guests.ann.neighbours", "Write an id from the list it points to: ann, bob. “zed” is not one."),
            (
                "guests.guests.ann.neighbours",
                "Write an id from the list it points to: ann, bob. “abb” is not one. Did you mean “bob”?",
            ),
        ]
        assert loaded.interview.guests.guests[0].friend is None
        assert loaded.interview.guests.guests[0].neighbours is None

    def test_answers_for_a_row_that_is_not_there_are_told(self):
        found = faults(gifts={"gifts": {"bobb": {"what": "x"}}})
        assert list(found) == ["gifts.gifts.bobb"]
        assert found["gifts.gifts.bobb"].endswith("ann, bob. “bobb” is not one. Did you mean “bob”?")

    def test_a_reference_into_an_empty_list_says_that_it_is_empty(self):
        assert faults(guests={}, gifts={"gifts": {"ann": {"what": "x"}}}) == {
            "gifts.gifts.ann": "There is nothing to choose from yet: the list that this points to is empty."
        }

    def test_answers_that_are_wrong_together_are_told_and_not_accepted(self):
        loaded = load(guests={"guests": [{**ANN, "friend": "ann"}, BOB]})
        assert [str(fault) for fault in loaded.faults] == ["guests.guests.ann.friend: Choose somebody else."]
        assert loaded.interview.guests.guests[0].friend is None

    def test_a_list_that_is_too_long_is_refused_whole(self):
        loaded = load(guests={"guests": [{"id": f"g{number}"} for number in range(6)]}, gifts={})
        assert [str(fault) for fault in loaded.faults] == ["guests.guests: Keep this list to 5: it has 6."]
        assert loaded.interview.guests.guests is None

    def test_ids_given_twice_or_wrong_are_told_with_the_row(self):
        assert faults(guests={"guests": [ANN, ANN, {**BOB, "id": "B O B"}]}, gifts={}) == {
            "guests.guests.row-2.id": "Give each row an id of its own: “ann” is used twice.",
            "guests.guests.row-3.id": "Use up to 40 small letters, figures, “-” and “_” for an id.",
        }

    def test_names_that_no_screen_can_show_do_not_stand_in_the_path(self):
        loaded = Party.load({"\ud800\x1b": 1, "day": {"\x07": 1}, "gifts": {"gifts": {"\ud800": {}}}})
        assert [fault.path for fault in loaded.faults] == ["\ufffd\ufffd", "day.\ufffd", "gifts.gifts.\ufffd"]
        str(loaded.faults).encode()

    @pytest.mark.parametrize("name", [1, None, True, ("a",), 1.5])
    def test_names_that_are_no_text_are_unknown_names(self, name):
        assert [fault.path for fault in Party.load({name: {}, "day": {name: 1}}).faults] == [str(name), f"day.{name}"]

    def test_a_thousand_unknown_names_are_told_in_the_end(self):
        many = {f"unknown {number}": 1 for number in range(1000)}
        assert len(Party.load({"day": many, **many}).faults) == 2000


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary(),
        lambda below: (
            st.lists(below)
            | st.dictionaries(
                st.text()
                | st.integers()
                | st.sampled_from(["guests", "day", "gifts", "ann", "id", "name", "drink", "date", "colours"]),
                below,
            )
        ),
    )
)
def test_loading_never_raises(answers):
    for fault in Party.load(answers).faults:
        str(fault).encode()


class TestTheDeclaration:
    def test_sections_and_questions_come_in_asking_order(self):
        assert Party.sections() == {"guests": Guests, "day": Day, "outing": Outing, "gifts": Gifts}
        assert [path for path, _question, _group in Party.every_question()] == [
            "guests.guests",
            "guests.guests.name",
            "guests.guests.nickname",
            "guests.guests.drink",
            "guests.guests.which",
            "guests.guests.friend",
            "guests.guests.neighbours",
            "guests.big_table",
            "guests.kettle",
            "day.date",
            "day.hours",
            "day.sort",
            "day.colours",
            "outing.cost",
            "outing.by",
            "gifts.gifts",
            "gifts.gifts.what",
            "gifts.gifts.recipe",
        ]

    def test_a_question_is_found_by_its_path(self):
        assert Party.question("guests.guests.drink") is Guest.drink
        assert Party.question("gifts.gifts") is Gifts.gifts

    @pytest.mark.parametrize(
        "path", ["", "guests", "guests.none", "none.none", "day.date.day", "guests.guests.ann.name"]
    )
    def test_a_path_of_no_question_is_a_fault_of_ours(self, path):
        with pytest.raises(DeclarationError):
            Party.question(path)

    def test_conditions_can_be_read_aloud(self):
        assert Party.when_in_words("guests.guests.which") == "“What do they drink?” is answered “Something else”"
        assert Party.when_in_words("guests.big_table") == "“Who comes?” has 3 or more"
        assert Party.when_in_words("guests.kettle") == "any answer to “What do they drink?” is “Tea” or “Coffee”"
        assert Party.when_in_words("gifts.gifts.recipe") == (
            "“What do they drink?” is answered “Tea” or “Something else” and “What sort of day?” is answered “Long”"
        )
        assert Party.when_in_words("outing.cost") == "“What sort of day?” is answered “Long”"
        assert Party.when_in_words("day.date") == ""

    def test_a_condition_on_one_of_several_choices_can_be_read_aloud(self):
        class Bunting(Section):
            """What is asked only if some colours are chosen."""

            title = step = "Bunting"
            yards = WholeNumber(
                "How much?", most=9, required=False, when=answered("day.colours", "red", "blue"), effect=printed("here")
            )

        class Fair(Interview):
            """A day and its bunting."""

            day = Asked(Day)
            bunting = Asked(Bunting)

        assert Fair.when_in_words("bunting.yards") == "“Which colours?” is answered “Red” or “Blue”"

    def test_it_is_in_order(self):
        Party.check()

    def test_every_group_is_found(self):
        paths = [group.path for group in Party.load(PARTY).interview.groups()]
        assert paths == [
            "guests",
            "guests.guests.ann",
            "guests.guests.bob",
            "day",
            "outing",
            "gifts",
            "gifts.gifts.ann",
            "gifts.gifts.bob",
        ]

    def test_a_row_is_found_by_its_class_or_its_name_and_its_id(self):
        party = Party.load(PARTY).interview
        assert party.row(Guest, "bob") is party.row("Guest", "bob") is party.guests.guests[1]
        assert party.row(Guest, "zed") is None


def test_a_value_that_a_condition_looks_for_is_said_by_its_title_also_among_several_choices():
    assert Party.one_value_in_words("day.sort", "long") == "Long"
    assert Party.one_value_in_words("day.colours", "red") == "Red"
