"""Conditions: each kind on its own."""

import pytest

from agreements.questions import all_of, answered, any_of, any_row, at_least


class FakeRow:
    """A row with one answer."""

    def __init__(self, drink):
        self.drink = drink

    def get(self, _name):
        return self.drink


def describe(path, value):
    return f"the answer at {path}" if value is None else f"{value} drinks"


@pytest.mark.parametrize(
    ("condition", "answer", "holds"),
    [
        (answered("a.drink", "tea"), "tea", True),
        (answered("a.drink", "tea", "coffee"), "coffee", True),
        (answered("a.drink", "tea"), "coffee", False),
        (answered("a.drink", "tea"), None, False),
        (answered("a.drink", True), True, True),
        (answered("a.drink", True), False, False),
        (answered("a.drinks", "tea"), ("coffee", "tea"), True),
        (answered("a.drinks", "tea"), ("coffee",), False),
        (answered("a.drinks", "tea"), (), False),
        (at_least(2, "a.rows"), (1, 2), True),
        (at_least(2, "a.rows"), (1,), False),
        (at_least(2, "a.rows"), None, False),
        (any_row("a.rows", "drink", "tea"), (FakeRow("coffee"), FakeRow("tea")), True),
        (any_row("a.rows", "drink", "tea"), (FakeRow("coffee"),), False),
        (any_row("a.rows", "drink", "tea"), (FakeRow(None),), False),
        (any_row("a.rows", "drink", "tea"), (), False),
        (any_row("a.rows", "drink", "tea"), None, False),
    ],
)
def test_a_condition_holds_of_the_answers_it_names(condition, answer, holds):
    assert condition.holds({condition.path: answer}.get) is holds


@pytest.mark.parametrize(("first", "second"), [(True, True), (True, False), (False, True), (False, False)])
def test_all_of_several_conditions_hold_only_together(first, second):
    both = all_of(answered("a", True), answered("b", True))
    assert both.holds({"a": first, "b": second}.get) is (first and second)


@pytest.mark.parametrize(("first", "second"), [(True, True), (True, False), (False, True), (False, False)])
def test_any_of_several_conditions_is_enough(first, second):
    either = any_of(answered("a", True), answered("b", True))
    assert either.holds({"a": first, "b": second}.get) is (first or second)


@pytest.mark.parametrize(
    "condition",
    [
        answered("a", "tea"),
        at_least(2, "a"),
        any_row("a", "drink", "tea"),
        all_of(answered("a", "tea"), answered("b", "tea")),
        any_of(answered("b", "tea"), answered("a", "tea")),
    ],
)
def test_a_condition_is_settled_once_all_that_it_looks_at_is_answered(condition):
    assert condition.is_settled({"a": (), "b": "milk"}.get)
    assert not condition.is_settled({"b": "tea"}.get)
    assert not condition.is_settled({}.get)


def test_one_condition_that_does_not_hold_settles_all_of_several():
    both = all_of(answered("a", "tea"), answered("b", "tea"))
    assert both.is_settled({"b": "milk"}.get)
    assert not both.holds({"b": "milk"}.get)


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (answered("a.b", "tea"), "“the answer at a.b” is answered “tea drinks”"),
        (answered("a.b", "tea", "milk"), "“the answer at a.b” is answered “tea drinks” or “milk drinks”"),
        (at_least(3, "a.b"), "“the answer at a.b” has 3 or more"),
        (any_row("a.b", "c", "tea"), "any answer to “the answer at a.b.c” is “tea drinks”"),
        (
            all_of(answered("a", "tea"), at_least(2, "b")),
            "“the answer at a” is answered “tea drinks” and “the answer at b” has 2 or more",
        ),
        (
            any_of(answered("a", "tea"), at_least(2, "b")),
            "“the answer at a” is answered “tea drinks” or “the answer at b” has 2 or more",
        ),
    ],
)
def test_a_condition_can_be_read_aloud(condition, words):
    assert condition.in_words(describe) == words


def test_a_condition_on_an_answer_names_one_at_least():
    with pytest.raises(TypeError):
        answered("a.drink")  # type: ignore[call-arg]  # that is the mistake


def test_words_with_a_percent_sign_do_no_harm():
    assert "100 %" in all_of(answered("a", "x")).in_words(lambda _path, _value: "100 % sure")


@pytest.mark.parametrize(
    ("condition", "looked_for"),
    [
        (answered("a.b", "tea", "milk"), [("a.b", ("tea", "milk"))]),
        (at_least(3, "a.b"), [("a.b", ())]),
        (any_row("a.b", "c", "tea"), [("a.b.c", ("tea",))]),
        (all_of(answered("a.b", 1), at_least(2, "c.d")), [("a.b", (1,)), ("c.d", ())]),
        (any_of(answered("a.b", 1), at_least(2, "c.d")), [("a.b", (1,)), ("c.d", ())]),
    ],
)
def test_a_condition_tells_what_it_looks_for_so_that_it_can_be_checked(condition, looked_for):
    assert list(condition.looks_for()) == looked_for
