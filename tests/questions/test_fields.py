"""What each kind of field takes and refuses: reliability.md's list of what form libraries let through, and more."""

import unicodedata
from datetime import UTC, date, datetime

import pytest
from marshmallow import ValidationError, missing

from agreements.questions.fields import (
    ChoiceField,
    DateField,
    EachField,
    EmailField,
    MoneyField,
    RowIdField,
    RowsField,
    SomeField,
    TextField,
    WholeNumberField,
    YesNoField,
    is_row_id,
    nearest,
)
from agreements.questions.kinds import MOST_PENCE

NESTED = [[], ["a"], {}, {"a": 1}, (1,), {1}, b"bytes", object(), date(2027, 1, 1), 1.5, float("nan")]
SHORT, LONG = TextField(200, 1), TextField(10_000, 500)
DAYS = WholeNumberField(1, 365)
DATE = DateField()
YES_NO = YesNoField()
MONEY = MoneyField(MOST_PENCE)
CHOICE = ChoiceField(["tea", "coffee"])
SOME = SomeField(ChoiceField(["tea", "coffee", "milk"]), most=3)
ROW = RowIdField()
EVERY_FIELD = [SHORT, LONG, DAYS, DATE, YES_NO, CHOICE, SOME, ROW]
# Every sign that a script counts with, every letter up to the Chinese, and what lies beyond them.
MANY_CHARACTERS = [
    *map(chr, range(0x3100)),
    *(chr(point) for point in range(0x3100, 0x110000) if unicodedata.category(chr(point)) in ("Nd", "Cf", "Cs", "Zs")),
    *"漢\uffff\ue000\U0010ffff",
]


def named(value):
    """A name for a test that is the same in every process."""
    return repr(value)[:20] if isinstance(value, str | int | float | list | dict | tuple) else type(value).__name__


def refusal(field, value):
    """What a field says of a value that it must refuse."""
    with pytest.raises(ValidationError) as caught:
        field.deserialize(value)
    return caught.value.messages


@pytest.mark.parametrize("field", EVERY_FIELD, ids=named)
@pytest.mark.parametrize("nothing", ["", " ", "\n\t", "\u00a0", "\u200b", "\ufeff", None])
def test_a_value_that_says_nothing_is_the_same_as_no_answer(field, nothing):
    assert field.deserialize(nothing) in (missing, None)


class TestText:
    @pytest.mark.parametrize(
        "text", ["a", "  a ", "no", "null", "2027-01-01", "007", "<b>", "{{ x }}", "=1+1", "-", "0"]
    )
    def test_text_is_kept_as_typed_but_for_space_around_it(self, text):
        assert SHORT.deserialize(text) == text.strip()

    def test_a_whole_number_from_a_file_is_its_figures(self):
        assert SHORT.deserialize(25) == "25"
        assert SHORT.deserialize(0) == "0"

    @pytest.mark.parametrize("value", [True, False, *NESTED], ids=named)
    def test_anything_else_is_asked_for_as_text(self, value):
        assert refusal(SHORT, value) == ["Write this as text; in an answer file, put it in quotation marks."]

    def test_a_text_may_be_as_long_as_its_limit_and_is_never_cut(self):
        assert SHORT.deserialize("w" * 200) == "w" * 200
        assert refusal(SHORT, "w" * 203) == ["Shorten this by 3: it may have 200 characters."]
        assert LONG.deserialize("w" * 10_000) == "w" * 10_000
        assert refusal(LONG, "w" * 10_001) == ["Shorten this by 1: it may have 10000 characters."]

    def test_the_limit_counts_letters_and_not_bytes(self):
        assert SHORT.deserialize("🏠" * 200) == "🏠" * 200
        assert SHORT.deserialize("e\u0301" * 200) == "é" * 200

    def test_a_short_text_is_one_line(self):
        assert refusal(SHORT, "one\ntwo") == ["Write this on one line."]
        assert SHORT.deserialize("one\n") == "one"

    def test_a_long_text_has_up_to_500_lines(self):
        assert LONG.deserialize("a\n" * 499 + "a") == "a\n" * 499 + "a"
        assert refusal(LONG, "a\n" * 500 + "a") == ["Use fewer lines: there are 501, and there may be 500."]

    def test_everything_wrong_is_said_at_once(self):
        assert len(refusal(SHORT, "w" * 201 + "\x07\ud800\n漢")) == 5

    def test_a_text_without_ink_is_refused(self):
        assert refusal(SHORT, "\u200c\u0301") == ["Enter words that can be read."]

    @pytest.mark.parametrize(
        "text", ["a\x00b", "a\x0bb", "a\x0cb", "a\x1bb", "a\x1cb", "a\ud800b", "a\ufffeb", "a\u202eb"]
    )
    def test_characters_that_break_papers_are_refused(self, text):
        (sentence,) = refusal(SHORT, text)
        assert f"U+{ord(text[1]):04X}" in sentence

    @pytest.mark.parametrize("control", ["\x00", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x1f"])
    def test_a_control_character_at_an_end_is_refused_too_and_not_dropped(self, control):
        assert refusal(SHORT, f"a{control}")
        assert refusal(SHORT, f"{control}a")


class TestEmail:
    @pytest.mark.parametrize("typed", ["a@b.org", " sam.okafor+room@harbour-advice.example ", "ŵyn@tŷ.cymru"])
    def test_what_looks_like_an_address_is_taken(self, typed):
        assert EmailField().deserialize(typed) == typed.strip()

    @pytest.mark.parametrize("typed", ["sam", "sam@harbour", "@harbour.org", "sam@harbour.", "a b@c.org", "a@b@c.org"])
    def test_the_rest_is_refused_with_an_example(self, typed):
        assert refusal(EmailField(), typed) == ["Enter an e-mail address, such as name@example.org."]


class TestWholeNumber:
    @pytest.mark.parametrize(
        ("typed", "number"), [("1", 1), ("365", 365), (" 5 ", 5), (5, 5), ("007", 7), ("\u200b5", 5)]
    )
    def test_plain_figures_are_a_number(self, typed, number):
        assert DAYS.deserialize(typed) == number

    def test_commas_may_stand_between_thousands(self):
        assert WholeNumberField(0, 10_000_000).deserialize("1,234,567") == 1_234_567

    @pytest.mark.parametrize(
        "typed",
        [
            "0",
            "366",
            "-1",
            "1.9",
            "1.0",
            "1,0",
            "1,0000",
            "١٢",
            "１２",
            "1e2",
            "+5",
            "0x10",
            "1_0",
            "five",
            "5 days",
            "½",
            "9" * 5000,
            "1\n2",
            True,
            False,
            1.9,
            1.0,
            10**30,
            -5,
            *NESTED,
        ],
        ids=named,
    )
    def test_anything_else_is_refused(self, typed):
        assert refusal(DAYS, typed) == ["Enter a whole number in figures, from 1 to 365."]

    def test_large_limits_are_told_with_commas_and_years_without(self):
        assert refusal(WholeNumberField(0, 100_000), "x") == ["Enter a whole number in figures, from 0 to 100,000."]
        assert refusal(WholeNumberField(1800, 2199), "x") == ["Enter a whole number in figures, from 1800 to 2199."]

    def test_the_figures_of_other_scripts_are_refused_every_one(self):
        taken = [character for character in MANY_CHARACTERS if character.isdecimal() and takes(DAYS, character)]
        assert taken == list("123456789")


class TestDate:
    @pytest.mark.parametrize(
        "typed",
        [
            "2027-03-09",
            " 2027-03-09 ",
            date(2027, 3, 9),
            {"day": "9", "month": "3", "year": "2027"},
            {"day": " 09 ", "month": "03", "year": "2027"},
            {"day": 9, "month": 3, "year": 2027},
            {"day": "9", "month": "March", "year": "2027"},
            "9/3/2027",
            "09/03/2027",
            "9.3.2027",
            "9 March 2027",
            "9 mar 2027",
        ],
        ids=named,
    )
    def test_a_date_in_one_piece_or_in_three_parts_is_taken(self, typed):
        assert DATE.deserialize(typed) == date(2027, 3, 9)

    @pytest.mark.parametrize(
        "typed",
        [
            "20270309",
            "2027-W10-2",
            "2027-068",
            "2027-3-9",
            "9 Marsh 2027",
            "9 March 27",
            "March 9 2027",
            "9/13/2027",
            "2027-03-09T00:00",
            "２０２７-03-09",
            "2027-02-29",
            "2027-13-01",
            "2027-00-10",
            "0001-01-01",
            "1799-12-31",
            "2200-01-01",
            "9999-12-31",
            "tomorrow",
            20270309,
            1.5,
            True,
            b"2027-03-09",
            [],
            ["2027-03-09"],
            (2027, 3, 9),
            datetime(2027, 3, 9, tzinfo=UTC),
            date(1, 1, 1),
        ],
        ids=named,
    )
    def test_anything_else_is_refused(self, typed):
        assert refusal(DATE, typed) == ["Enter a real date, with day, month and year, such as 27 March 2027."]

    @pytest.mark.parametrize(
        "parts",
        [
            {"day": "9", "month": "3"},
            {"day": "9", "month": "3", "year": ""},
            {"day": "", "month": "", "year": "2027"},
            {"day": "9", "month": "3", "year": "27"},
            {"day": "9", "month": "3", "year": "20270"},
            {"day": "31", "month": "4", "year": "2027"},
            {"day": "٩", "month": "3", "year": "2027"},
            {"day": "²", "month": "3", "year": "2027"},
            {"day": "9", "month": "Marsh", "year": "2027"},
            {"day": 0, "month": 0, "year": 0},
            {"day": True, "month": 3, "year": 2027},
            {"day": ["9"], "month": "3", "year": "2027"},
            {"day": "9", "month": "3", "year": "2027", "hour": "1"},
            {"date": "2027-03-09"},
        ],
        ids=named,
    )
    def test_parts_that_are_no_date_are_refused(self, parts):
        assert refusal(DATE, parts)

    @pytest.mark.parametrize(
        ("month", "number"), [("January", 1), ("jan", 1), ("Sep", 9), ("Sept", 9), ("DECEMBER", 12)]
    )
    def test_a_month_may_be_written_as_a_word(self, month, number):
        assert DATE.deserialize(f"9 {month} 2027") == date(2027, number, 9)

    @pytest.mark.parametrize("parts", [{}, {"day": "", "month": " ", "year": None}])
    def test_three_empty_parts_are_no_answer(self, parts):
        assert DATE.deserialize(parts) is missing

    def test_the_first_and_the_last_day_are_taken(self):
        assert DATE.deserialize("1800-01-01") == date(1800, 1, 1)
        assert DATE.deserialize("2199-12-31") == date(2199, 12, 31)


NOT_MONEY = [value for value in NESTED if value != 1.5]


class TestMoney:
    @pytest.mark.parametrize(
        ("typed", "pence"),
        [
            ("18000", 1_800_000),
            ("£18,000", 1_800_000),
            ("£ 250.5", 25_050),
            ("0.09", 9),
            (18_000, 1_800_000),
            (250.5, 25_050),
            ("1,000,000,000", 100_000_000_000),
        ],
    )
    def test_an_amount_in_pounds_is_kept_in_pence(self, typed, pence):
        assert MONEY.deserialize(typed) == pence

    @pytest.mark.parametrize(
        "typed",
        [
            "-1",
            "1.005",
            "1,00",
            "12 p",
            "1e3",
            "€5",
            "٣",
            "1,000,000,001",
            True,
            float("nan"),
            -2.5,
            *(one for one in NESTED if one != 1.5),
        ],
        ids=named,
    )
    def test_anything_else_is_refused(self, typed):
        assert refusal(MONEY, typed) == ["Enter an amount in pounds, such as 18,000 or 250.50, up to £1,000,000,000."]

    def test_an_amount_below_the_least_says_what_the_least_is(self):
        assert refusal(MoneyField(MOST_PENCE, least=100), "0.99") == ["Enter an amount of £1 or more."]
        assert MoneyField(MOST_PENCE, least=100).deserialize("1") == 100

    @pytest.mark.parametrize("typed", ["0", "£0.00", 0])
    def test_no_money_is_no_amount(self, typed):
        assert refusal(MONEY, typed) == ["Enter more than £0, or leave this open."]


class TestYesNo:
    @pytest.mark.parametrize(("typed", "answer"), [("yes", True), ("no", False), (True, True), (False, False)])
    def test_yes_and_no_are_taken(self, typed, answer):
        assert YES_NO.deserialize(typed) is answer

    @pytest.mark.parametrize("typed", ["Yes", "y", "true", "on", "1", "0", 1, 0, *NESTED], ids=named)
    def test_anything_else_is_refused(self, typed):
        assert refusal(YES_NO, typed) == ["Choose yes or no."]


class TestChoice:
    def test_the_name_of_a_choice_is_taken(self):
        assert CHOICE.deserialize("tea") == "tea"

    @pytest.mark.parametrize("typed", ["Tea", "tea,coffee", 1, True, *NESTED], ids=named)
    def test_anything_else_is_refused(self, typed):
        (sentence,) = refusal(CHOICE, typed)
        assert sentence.startswith("Choose one of the answers listed; “")

    def test_the_nearest_choice_is_named(self):
        assert refusal(CHOICE, "cofee") == [
            "Choose one of the answers listed; “cofee” is not one. Did you mean “coffee”?"
        ]

    def test_the_message_quotes_little_and_nothing_that_a_screen_would_obey(self):
        (sentence,) = refusal(CHOICE, "\x1b[31m\ud800" + "x" * 10_000)
        assert "\x1b" not in sentence
        assert len(sentence) < 150
        sentence.encode()


class TestSome:
    def test_several_choices_are_taken_once_each(self):
        assert SOME.deserialize(["tea", "milk", "tea"]) == ("tea", "milk")

    @pytest.mark.parametrize("nothing", [[], [""], [None, " "]])
    def test_none_chosen_is_no_answer(self, nothing):
        assert SOME.deserialize(nothing) is missing

    @pytest.mark.parametrize("typed", ["tea", 1, True, {"tea": 1}, {"tea"}, b"tea"], ids=named)
    def test_what_is_no_list_is_refused(self, typed):
        assert refusal(SOME, typed) == ["Write this as a list."]

    def test_every_wrong_choice_is_named(self):
        assert len(refusal(SOME, ["tee", "tea", ["milk"]])) == 2

    def test_more_than_there_are_is_refused_before_it_is_read(self):
        assert refusal(SOME, ["tea"] * 4) == ["Choose at most 3."]


class TestRowId:
    @pytest.mark.parametrize("typed", ["a", "open-age", "row_1", "0", "x" * 40, 7])
    def test_an_id_is_taken(self, typed):
        assert ROW.deserialize(typed) == str(typed)

    @pytest.mark.parametrize(
        "typed", ["A", "a b", "a.b", "é", "x" * 41, "a\n", "a/../b", True, 1.0, *NESTED], ids=named
    )
    def test_anything_else_is_refused(self, typed):
        if typed == "a\n":
            assert not is_row_id(typed)
        else:
            assert refusal(ROW, typed) == ["Name a row by its id: up to 40 small letters, figures, “-” and “_”."]


def takes(field, value):
    """Whether a field takes a value and makes something of it."""
    try:
        return field.deserialize(value) not in (missing, None)
    except ValidationError:
        return False


@pytest.mark.parametrize(
    ("field", "valid"), [(DAYS, "5"), (DATE, "2027-03-09"), (YES_NO, "yes"), (CHOICE, "tea"), (ROW, "a")], ids=named
)
def test_no_character_slips_into_a_field_that_is_no_text(field, valid):
    for character in MANY_CHARACTERS:
        if takes(field, f"{valid}{character}"):
            accepted = field.deserialize(f"{valid}{character}")
            assert accepted == field.deserialize(valid) or (character.isascii() and character.isprintable())


def a_row(raw):
    """A stand-in for a group's loader: takes {"name": text}, and knows nothing else."""
    if not isinstance(raw, dict):
        return {}, {"_schema": ["Write this as named answers."]}
    if raw.get("name") == "bad":
        return {}, {"name": ["Choose another."]}
    return {"name": raw["name"]} if "name" in raw else {}, {}


class TestRows:
    rows = RowsField(a_row, most=3)

    def test_rows_are_kept_in_their_order_with_their_ids(self):
        loaded = self.rows.deserialize([{"id": "b", "name": "B"}, {"id": "a", "name": "A"}])
        assert loaded == [{"id": "b", "name": "B"}, {"id": "a", "name": "A"}]

    @pytest.mark.parametrize("nothing", ["", None])
    def test_a_row_without_an_id_is_named_by_its_place(self, nothing):
        loaded = self.rows.deserialize([{"id": "a"}, {"id": nothing, "name": "B"}, {}])
        assert [row["id"] for row in loaded] == ["a", "row-2", "row-3"]

    def test_a_place_whose_name_is_taken_gets_another(self):
        assert [row["id"] for row in self.rows.deserialize([{}, {"id": "row-1"}])] == ["row-1-2", "row-1"]
        assert [row["id"] for row in self.rows.deserialize([{"id": "row-2"}, {}])] == ["row-2", "row-2-2"]

    def test_an_id_that_is_given_twice_is_refused_and_both_rows_stay_apart(self):
        with pytest.raises(ValidationError) as caught:
            self.rows.deserialize([{"id": "row-2", "name": "A"}, {"id": "row-2", "name": "B"}])
        assert caught.value.messages == {"row-2-2": {"id": ["Give each row an id of its own: “row-2” is used twice."]}}
        assert caught.value.valid_data == [{"id": "row-2", "name": "A"}, {"id": "row-2-2", "name": "B"}]

    @pytest.mark.parametrize("bad", ["A", "x" * 41, True, 1.0, [], {"a": 1}, "a.b", "\ud800"], ids=named)
    def test_an_id_that_is_none_is_refused_by_its_place(self, bad):
        assert refusal(self.rows, [{"id": bad}]) == {
            "row-1": {"id": ["Use up to 40 small letters, figures, “-” and “_” for an id."]}
        }

    def test_a_number_may_be_an_id(self):
        assert self.rows.deserialize([{"id": 7}]) == [{"id": "7"}]

    def test_every_fault_of_every_row_is_told_with_its_row_and_the_good_rows_stay(self):
        with pytest.raises(ValidationError) as caught:
            self.rows.deserialize([{"id": "a", "name": "bad"}, {"id": "b", "name": "B"}, "x"])
        assert caught.value.messages == {
            "a": {"name": ["Choose another."]},
            "row-3": {"_schema": ["Write this as named answers."]},
        }
        assert caught.value.valid_data == [{"id": "a"}, {"id": "b", "name": "B"}, {"id": "row-3"}]

    @pytest.mark.parametrize("value", ["x", 1, {"a": {}}, {1}, b"x", True], ids=named)
    def test_what_is_no_list_is_refused(self, value):
        assert refusal(self.rows, value) == ["Write this as a list, one row under the other."]

    def test_more_rows_than_the_list_may_have_are_refused(self):
        assert refusal(self.rows, [{}] * 4) == ["Keep this list to 3: it has 4."]
        assert len(self.rows.deserialize([{}] * 3)) == 3


class TestEach:
    each = EachField(a_row, most=2)

    def test_answers_are_kept_by_the_id_of_what_they_are_about(self):
        assert self.each.deserialize({"a": {"name": "A"}, 7: {"name": "B"}}) == {"a": {"name": "A"}, "7": {"name": "B"}}

    def test_faults_are_told_by_the_id_and_the_rest_is_kept(self):
        with pytest.raises(ValidationError) as caught:
            self.each.deserialize({"a": {"name": "bad"}, "b": {"name": "B"}})
        assert caught.value.messages == {"a": {"name": ["Choose another."]}}
        assert caught.value.valid_data == {"a": {}, "b": {"name": "B"}}

    @pytest.mark.parametrize("value", ["x", 1, [], [{"name": "A"}], b"x", True], ids=named)
    def test_what_is_not_named_by_id_is_refused(self, value):
        assert refusal(self.each, value) == ["Write this as one entry for each, named by its id."]

    def test_more_entries_than_there_may_be_are_refused(self):
        assert refusal(self.each, {"a": {}, "b": {}, "c": {}}) == ["Keep this to 2: it has 3."]


def test_the_nearest_name_is_suggested_and_none_when_none_is_near():
    assert nearest("legal_nam", ["legal_name", "known_as"]) == " Did you mean “legal_name”?"
    assert nearest("zzz", ["legal_name", "known_as"]) == ""
