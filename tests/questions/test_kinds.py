"""Kinds of question: what their answers are called in words."""

from datetime import date

import pytest

from agreements.questions import YesNo
from tests.questions.tiny import HERE, Day, Gifts, Guest, Guests, Party

ANN_AND_BOB = {"guests": {"guests": [{"id": "a", "name": "Ann"}, {"id": "b", "name": "Bob"}]}}


@pytest.mark.parametrize(
    ("question", "answer", "words"),
    [
        (Guest.name, "Ann", "Ann"),
        (Day.hours, 3, "3 hours"),
        (Day.date, date(2027, 6, 1), "1 June 2027"),
        (Guests.kettle, True, "Yes"),
        (Guests.kettle, False, "No"),
        (Guest.drink, "other", "Something else"),
        (Day.colours, ("red", "blue", "green"), "Red, blue and green"),
    ],
)
def test_an_answer_is_told_in_words(question, answer, words):
    assert question.in_words(answer) == words


def test_rows_are_told_by_what_people_call_them():
    party = Party.load(ANN_AND_BOB).interview
    guests = party.guests.guests
    assert Guest.friend.in_words(guests[0]) == "Ann"
    assert Guest.neighbours.in_words(guests) == "Ann and Bob"
    assert Guests.guests.in_words(guests) == "Ann and Bob"
    assert Gifts.gifts.in_words(party.gifts.gifts) == "Ann and Bob"


def test_a_question_is_itself_on_its_class_and_its_answer_on_a_group():
    day = Party.load({"day": {"hours": 3}}).interview.day
    assert Day.hours.title == "How long?"
    assert day.hours == 3


@pytest.mark.parametrize(
    ("question", "answer", "to_do"),
    [
        (Guests.kettle, None, "Is there a kettle?"),
        (Guests.kettle, False, ""),
        (Guest.friend, None, "Who is their friend?"),
        (YesNo("Are you ready?", until_yes="Get ready.", effect=HERE), None, "Are you ready?"),
        (YesNo("Are you ready?", until_yes="Get ready.", effect=HERE), False, "Get ready."),
        (YesNo("Are you ready?", until_yes="Get ready.", effect=HERE), True, ""),
    ],
)
def test_a_question_says_what_must_still_be_done(question, answer, to_do):
    assert question.to_do(answer) == to_do
