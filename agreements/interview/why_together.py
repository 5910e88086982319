"""Step 2: how the partners know each other, and what drives them (rows 5 and 6)."""

from collections.abc import Iterator

from agreements.interview import steps
from agreements.interview.about_us import Partner
from agreements.language import _
from agreements.questions import (
    Choice,
    Date,
    FindingOnly,
    ForEach,
    Group,
    ListOf,
    LongText,
    OneOf,
    OneRow,
    Row,
    Section,
    ShortText,
    SomeOf,
    WholeNumber,
    YesNo,
    answered,
    printed,
)

_KNOWN = answered(".kind", "joint_project", "referrals", "network", "same_people")
"""The condition of what is asked only of partners who have something behind them."""


class Relationship(Row):
    """Row 5: what two partners have done together."""

    partner_a = OneRow(
        Partner,
        _("Which partner?"),
        why=_("Two partners at a time: that is how people come to know each other."),
        effect=printed("history"),
    )
    partner_b = OneRow(
        Partner,
        _("And which other partner?"),
        why=_("Two partners at a time: that is how people come to know each other."),
        effect=printed("history"),
    )
    kind = OneOf(
        _("What have these two had to do with each other?"),
        {
            "joint_project": Choice(_("They have run something together")),
            "referrals": Choice(_("They have sent people to each other")),
            "network": Choice(_("They have met in the same network")),
            "same_people": Choice(_("Some of the same people work for both")),
            "none": Choice(_("Nothing yet")),
        },
        why=_("It is good to know how well you know each other before you promise much."),
        effect=printed("history"),
    )
    since_year = WholeNumber(
        _("Since which year?"),
        least=1800,
        most=2199,
        why=_("A long history is a strength. It is worth naming."),
        example="2019",
        when=_KNOWN,
        effect=printed("history"),
    )
    what_we_did = LongText(
        _("What have they done together?"),
        why=_("People who join later will not know."),
        example=_("A joint advice stall at the summer fair, every year."),
        when=_KNOWN,
        effect=printed("history"),
    )
    what_went_well = LongText(
        _("What went well?"),
        required=False,
        why=_("It shows what to keep."),
        example=_("Volunteers from both groups shared the shifts."),
        when=_KNOWN,
        effect=printed("history"),
    )
    what_we_learned = LongText(
        _("What did you learn?"),
        required=False,
        why=_("It shows what to do differently this time."),
        example=_("Agree who brings the keys."),
        when=_KNOWN,
        effect=printed("history"),
    )
    quality = WholeNumber(
        _("How well did it go, from 1 to 5?"),
        least=1,
        most=5,
        required=False,
        hint=_("1 means badly, 5 means very well. This is never printed."),
        why=_("If it went badly, talk about it before you begin."),
        when=_KNOWN,
        effect=FindingOnly(),
    )

    @property
    def label(self) -> str:
        """The two partners."""
        names = [partner.name for partner in (self.partner_a, self.partner_b) if partner]
        return _(" and ").join(names) or super().label

    def faults(self) -> Iterator[tuple[str, str]]:
        if self.partner_a and self.partner_b and self.partner_a.id == self.partner_b.id:
            yield "partner_b", _("Choose a different partner here.")


class Checked(Group):
    """Rows 2 and 5: what the others have looked at in one partner (from the briefing: know your partners)."""

    checks = SomeOf(
        _("What have the others looked at?"),
        {
            "accounts_seen": Choice(_("Its accounts")),
            "visited": Choice(_("Its work, on a visit")),
            "references": Choice(_("What people say who know it")),
            "policies_seen": Choice(_("Its policies")),
        },
        required=False,
        hint=_("This is never printed."),
        why=_("You can trust sooner when you have seen for yourselves how a partner works."),
        effect=FindingOnly(),
    )


class History(Section):
    """Row 5: history of working together (from the briefing: partnerships work that have a history)."""

    title = _("Your history together")
    step = steps.WHY_TOGETHER
    intro = _(
        "Partners who have worked together before know what to expect of each other. If you have not, say how you will begin."
    )

    history = ListOf(
        Relationship,
        _("What have you done together before?"),
        one=_("shared history"),
        many=_("shared histories"),
        required=False,
        needed_if=answered(".new_relationship", False),
        hint=_("One entry for each pair of partners that has worked together."),
        why=_("A shared record is one of the things that make partnerships work."),
        effect=printed("history"),
    )
    new_relationship = YesNo(
        _("Are any of you new to each other?"),
        why=_("New partners need a little time to learn how the other works."),
        effect=printed("history"),
    )
    first_steps = LongText(
        _("What will you do first to get to know each other?"),
        hint=_("A visit, a short trial, a small job done together."),
        why=_("It is easier to part as friends after a trial than in the middle of the work."),
        example=_("We run the warm room for eight weeks as a trial, then sit down and decide whether to go on."),
        when=answered(".new_relationship", True),
        effect=printed("history"),
    )
    checked = ForEach(
        Partner,
        Checked,
        _("What do you know of each partner?"),
        why=_("Partners who are new to each other need to see how the others work, and what they can do."),
        when=answered(".new_relationship", True),
        effect=FindingOnly(),
    )


DRIVERS = {
    "our_own_idea": _("It is our own idea"),
    "community_need": _("People here need it"),
    "public_services": _("The council or the state wants groups like ours to run services"),
    "public_opinion_duplication": _("People want groups like ours to stop doing the same thing twice"),
    "regulator_encouragement": _("Those who watch over charities want them to think about working together"),
    "funder_led": _("A funder asked us to work together"),
    "contract_bid": _("We want to win a contract together"),
}
"""The briefing’s four drivers (the state, public opinion, the regulator, funders), and ours."""


class Drivers(Section):
    """Row 6: who or what is behind this (from the briefing: partners in control, and not the money)."""

    title = _("What is behind this")
    step = steps.WHY_TOGETHER
    intro = _("Some partnerships grow, and some are asked for. Both can work, if the partners decide what they want.")

    drivers = SomeOf(
        _("Why are you doing this?"),
        {name: Choice(title) for name, title in DRIVERS.items()},
        hint=_("Choose all that are true."),
        why=_("A reason that nobody says out loud causes trouble later."),
        effect=printed("drivers"),
    )
    main_driver = OneOf(
        _("Which of these counts most?"),
        {name: Choice(title, when=answered(".drivers", name)) for name, title in DRIVERS.items()},
        hint=_("Choose one of those that you have just chosen."),
        why=_("If it is money alone, what do you do on the day it stops?"),
        effect=printed("drivers"),
    )
    idea_came_from = ShortText(
        _("Who had the idea?"),
        required=False,
        why=_("People work hardest for what they have thought of themselves."),
        example=_("Two neighbours, over tea"),
        effect=printed("drivers"),
    )
    would_do_without_money = OneOf(
        _("Would you do it without money from outside?"),
        {
            "yes": Choice(_("Yes")),
            "smaller": Choice(_("Yes, but less of it")),
            "no": Choice(_("No")),
        },
        why=_("Money should help you to do what you want. It should not decide what you want."),
        effect=printed("drivers"),
    )
    created_for_bid = YesNo(
        _("Did you come together to bid for money?"),
        required=False,
        hint=_("This is never printed."),
        why=_("A bid in a hurry often promises too much. Then the work is in trouble from the first day."),
        when=answered(".drivers", "public_services", "funder_led", "contract_bid"),
        effect=FindingOnly(),
    )
    bid_deadline = Date(
        _("When must the bid be in?"),
        required=False,
        hint=_("This is never printed."),
        why=_("You need time to ask each partner what it can really do."),
        when=answered(".created_for_bid", True),
        effect=FindingOnly(),
    )
