"""Declarations that are wrong are found at start, one tiny interview for each mistake."""

from typing import Any

import pytest

from agreements.errors import DeclarationError
from agreements.questions import (
    Asked,
    Choice,
    ForEach,
    Group,
    Interview,
    ListOf,
    OneOf,
    OneRow,
    Row,
    Section,
    ShortText,
    SomeOf,
    YesNo,
    answered,
    any_row,
    at_least,
)
from tests.questions.tiny import HERE

TEA = {"tea": Choice("Tea"), "coffee": Choice("Coffee")}


def text(**declared: Any) -> ShortText:
    """A question with nothing wrong but what is said."""
    return ShortText(**{"title": "What?", "why": "Because.", "effect": HERE, **declared})


class Guest(Row):
    """A row."""

    name = text()
    drink = OneOf("Which?", TEA, why="Because.", effect=HERE)


def guests(item: type[Row] = Guest) -> ListOf[Any]:
    """A list of guests."""
    return ListOf(item, "Who?", one="guest", many="guests", why="Because.", effect=HERE)


def of(**questions: Any) -> type[Interview]:
    """An interview of one section with these questions."""
    section = type("Only", (Section,), {"title": "Only", "step": "One", **questions})
    for name, question in questions.items():
        question.__set_name__(section, name)
    return type("Tiny", (Interview,), {"only": Asked(section)})


def mistake(**questions: Any) -> str:
    """What the check says of a section with these questions."""
    with pytest.raises(DeclarationError) as caught:
        of(**questions).check()
    return str(caught.value)


def test_what_is_in_order_passes():
    of(rows=guests(), a=YesNo("?", why="x", effect=HERE), b=text(when=answered(".a", True))).check()


def test_a_question_has_a_title():
    assert mistake(a=text(title="")) == "only.a has no title: write the question itself first."


def test_a_question_that_must_be_answered_says_why_we_ask():
    assert mistake(a=text(why="")) == "only.a must be answered, so say why we ask, with why=..."
    of(a=text(why="", required=False)).check()


@pytest.mark.parametrize("name", ["about", "accepted", "faults", "get", "id", "kept", "label", "path", "read"])
def test_a_question_is_not_named_by_a_word_of_ours(name):
    assert mistake(**{name: text()}) == f"only.{name}: “{name}” is a word of ours. Give the question another name."


@pytest.mark.parametrize("path", [".none", "none.a", "only.none", ".a.b"])
def test_a_condition_names_a_question_that_there_is(path):
    said = mistake(a=text(), b=text(when=answered(path, "x")))
    assert said.startswith(f"only.b: when= names {path!r}, which is no question.")


@pytest.mark.parametrize(
    ("looked_at", "value"),
    [
        (OneOf("?", TEA, why="x", effect=HERE), "tee"),
        (SomeOf("?", TEA, why="x", effect=HERE), "tee"),
        (YesNo("?", why="x", effect=HERE), "maybe"),
    ],
    ids=["one of", "some of", "yes or no"],
)
def test_a_condition_looks_for_an_answer_that_can_be_given(looked_at, value):
    expected = f"only.b is asked if '.a' is '{value}', which it can never be."
    assert mistake(a=looked_at, b=text(when=answered(".a", value))) == expected


def test_a_condition_does_not_look_for_a_choice_that_is_no_answer():
    unsure = {**TEA, "unsure": Choice("Not sure yet", undecided=True)}
    drink = OneOf("Which?", unsure, why="Because.", effect=HERE)
    assert "is 'unsure', which it can never be" in mistake(drink=drink, milk=text(when=answered(".drink", "unsure")))


def test_a_condition_on_any_row_looks_for_an_answer_that_can_be_given():
    of(rows=guests(), b=text(when=any_row(".rows", "drink", "tea"))).check()
    assert "which it can never be" in mistake(rows=guests(), b=text(when=any_row(".rows", "drink", "tee")))
    unknown = mistake(rows=guests(), b=text(when=any_row(".rows", "drnk", "tea")))
    assert unknown.startswith("only.b: when= names '.rows.drnk', which is no question. Did you mean “only.rows.drink”?")


class AskedLater(Section):
    """A section that is asked because of a question that there is not."""

    title = "Later"
    step = "One"
    when = answered("only.z", "x")

    a = ShortText("?", why="x", effect=HERE)


class Later(Interview):
    """An interview with such a section."""

    only = Asked(AskedLater)


def test_the_conditions_of_a_section_and_of_a_choice_are_checked_too():
    late = {"tea": Choice("Tea", when=answered(".none", "x"))}
    said = mistake(a=text(), b=OneOf("?", late, why="x", effect=HERE))
    assert said.startswith("only.b: when= names '.none', which is no question.")
    with pytest.raises(DeclarationError, match=r"only\.a: when= names 'only\.z', which is no question"):
        Later.check()


def test_a_condition_looks_back_and_never_ahead_or_at_itself():
    ahead = mistake(a=text(when=answered(".b", "x")), b=text())
    assert ahead == "only.a is asked because of '.b', which is asked later. Move it below that question."
    assert (
        mistake(a=text(when=answered(".a", "x")))
        == "only.a is asked because of '.a', which is asked later. Move it below that question."
    )
    assert "which is asked later" in mistake(a=text(when=at_least(2, ".rows")), rows=guests())


def test_only_what_is_asked_for_each_row_can_look_at_the_row():
    assert (
        mistake(a=text(when=answered("@.drink", "tea")))
        == "only.a is not asked for each row of a list, so '@.drink' means nothing."
    )


def test_a_reference_points_to_a_list_that_there_is():
    assert mistake(a=OneRow(Guest, "?", why="x", effect=HERE)).startswith("only.a points to rows of")
    assert (
        mistake(a=OneRow("Guess", "?", why="x", effect=HERE))
        == "only.a points to rows of 'Guess', which no list holds."
    )
    of(rows=guests(), a=OneRow("Guest", "?", why="x", effect=HERE)).check()


def test_what_is_asked_for_each_row_needs_a_list_of_them():
    gift = type("Gift", (Group,), {})
    assert mistake(a=ForEach(Guest, gift, "?", why="x", effect=HERE)).startswith("only.a points to rows of")


def test_rows_of_a_class_stand_in_one_list():
    assert mistake(rows=guests(), others=guests()) == "only.others: another list holds rows of Guest already."


def test_a_list_stands_in_a_section():
    class Nested(Row):
        """A row with a list in it."""

        inner = guests()

    assert (
        mistake(rows=guests(Nested)) == "only.rows.inner: a list stands in a section, and not in a row of another list."
    )


def test_a_question_says_where_its_answer_goes():
    with pytest.raises(DeclarationError, match="say where the answer goes, with effect="):
        ShortText("What?", why="Because.")  # type: ignore[call-arg]  # that is the mistake


def test_a_question_is_told_nothing_that_it_does_not_know():
    with pytest.raises(DeclarationError, match="there is no requierd="):
        ShortText("What?", requierd=False, effect=HERE)  # type: ignore[call-arg]  # that is the mistake


def test_a_need_that_hangs_on_nothing_that_is_asked_is_named_and_so_is_one_that_adds_nothing():
    sort = OneOf("Which?", TEA, why="Because.", effect=HERE)
    assert "names '.srt', which is no question" in mistake(
        which=text(required=False, needed_if=answered(".srt", "tea")), sort=sort
    )
    assert "must always be answered, so needed_if= adds nothing" in mistake(
        sort=sort, which=text(needed_if=answered(".sort", "tea"))
    )


def test_a_need_may_hang_on_a_question_that_is_asked_later():
    sort = OneOf("Which?", TEA, why="Because.", effect=HERE)
    of(which=text(required=False, needed_if=answered(".sort", "tea")), sort=sort).check()
