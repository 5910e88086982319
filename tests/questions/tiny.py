"""Tiny interviews, one for each feature, so that a test reads without the real questions in mind."""

from collections.abc import Iterator

from agreements.questions import (
    Asked,
    Choice,
    Date,
    ForEach,
    Group,
    Interview,
    ListOf,
    LongText,
    Money,
    OneOf,
    OneRow,
    Printed,
    Row,
    Section,
    ShortText,
    SomeOf,
    SomeRows,
    WholeNumber,
    YesNo,
    all_of,
    answered,
    any_row,
    at_least,
    printed,
)

HERE: Printed = printed("here")
DRINKS = {"tea": Choice("Tea"), "coffee": Choice("Coffee"), "other": Choice("Something else")}


class Guest(Row):
    """Somebody who comes."""

    names_itself_by = ("nickname", "name")

    name = ShortText("What is the name?", why="To greet them.", effect=HERE)
    nickname = ShortText("What do friends say?", required=False, effect=HERE)
    drink = OneOf("What do they drink?", DRINKS, why="To have it there.", effect=HERE)
    which = ShortText("Which other drink?", why="To buy it.", when=answered(".drink", "other"), effect=HERE)
    friend: OneRow["Guest"] = OneRow("Guest", "Who is their friend?", required=False, effect=HERE)
    neighbours: SomeRows["Guest"] = SomeRows("Guest", "Who sits with them?", required=False, effect=HERE)

    def faults(self) -> Iterator[tuple[str, str]]:
        friend = self.get("friend")
        if friend and friend.id == self.id:
            yield "friend", "Choose somebody else."


class Guests(Section):
    """Who comes."""

    title = "Guests"
    step = "One"

    guests = ListOf(Guest, "Who comes?", one="guest", many="guests", least=2, most=5, why="To lay places.", effect=HERE)
    big_table = YesNo("Do you need the big table?", why="It is heavy.", when=at_least(3, "guests.guests"), effect=HERE)
    kettle = YesNo("Is there a kettle?", why="For tea.", when=any_row(".guests", "drink", "tea", "coffee"), effect=HERE)


class Gift(Group):
    """What one guest brings."""

    what = ShortText("What do they bring?", why="Not to have two cakes.", effect=HERE)
    recipe = LongText(
        "What is in it?",
        required=False,
        when=all_of(answered("@.drink", "tea", "other"), answered("day.sort", "long")),
        effect=HERE,
    )


class Day(Section):
    """When it is."""

    title = "Day"
    step = "Two"

    date = Date("When is it?", why="To keep it free.", effect=HERE)
    hours = WholeNumber("How long?", least=1, most=12, unit="hours", required=False, effect=HERE)
    sort = OneOf("What sort of day?", {"short": Choice("Short"), "long": Choice("Long")}, required=False, effect=HERE)
    colours = SomeOf(
        "Which colours?",
        {"red": Choice("Red"), "blue": Choice("Blue"), "green": Choice("Green")},
        required=False,
        effect=HERE,
    )


class Outing(Section):
    """What only a long day has, and nobody needs to plan."""

    title = "Outing"
    step = "Two"
    when = answered("day.sort", "long")
    essential = False

    cost = Money("What does it cost?", why="To share it.", effect=HERE)
    by = OneOf(
        "How do you go?",
        {"foot": Choice("On foot"), "coach": Choice("By coach", when=at_least(3, "guests.guests"))},
        required=False,
        effect=HERE,
    )


class Gifts(Section):
    """What they bring."""

    title = "Gifts"
    step = "Two"

    gifts = ForEach(Guest, Gift, "What does each bring?", why="To plan.", effect=HERE)


class Party(Interview):
    """A tiny interview with every kind of question."""

    guests = Asked(Guests)
    day = Asked(Day)
    outing = Asked(Outing)
    gifts = Asked(Gifts)
