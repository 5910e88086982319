"""Step 3: what success looks like, what is possible only together, and what you hold to (rows 7 to 10, and 59)."""

from collections.abc import Iterator

from agreements.interview import steps
from agreements.interview.about_us import Partner
from agreements.language import _
from agreements.questions import Choice, ForEach, Group, LongText, Section, ShortText, SomeOf, YesNo, answered, printed


class Vision(Section):
    """Row 7: vision (from the briefing: a clear vision about what the partnership wants to achieve)."""

    title = _("Your vision")
    step = steps.VISION_AND_VALUE

    vision = LongText(
        _("What do you want to change?"),
        words=80,
        hint=_("One or two sentences that every worker and volunteer could repeat."),
        why=_("A partnership works when everyone in it wants the same thing, and can say it."),
        example=_(
            "Nobody on Brook Lane is cold or alone on a winter Tuesday, and everyone knows where to turn with a worry."
        ),
        effect=printed("vision"),
    )
    who_benefits = LongText(
        _("Who is it for?"),
        why=_("When you have to choose, you choose for these people."),
        example=_("People who live on or near Brook Lane, above all older people and families on low incomes."),
        effect=printed("vision"),
    )
    area = ShortText(
        _("Which area do you work in?"),
        required=False,
        why=_("It tells others whether this is for them."),
        example=_("Brook Lane and the streets around it, Brookhaven"),
        effect=printed("vision"),
    )


class OwnBenefit(Group):
    """Row 8: what one partner gains."""

    own_benefit = LongText(
        _("What does it gain?"),
        hint=_("Be frank. Wanting something for yourself is healthy."),
        why=_("A partner that gains nothing will not stay."),
        example=_("It reaches people who would never come to its office."),
        effect=printed("added-value"),
    )
    own_aims_served = LongText(
        _("Which of its own aims does this serve?"),
        required=False,
        why=_("Its trustees or members will ask."),
        example=_("To relieve poverty in Brookhaven by giving advice."),
        effect=printed("added-value"),
    )


class AddedValue(Section):
    """Row 8: added value (from the briefing: one and one make three)."""

    title = _("Better together")
    step = steps.VISION_AND_VALUE

    added_value_joint = LongText(
        _("What can you do together that none of you could do alone?"),
        why=_("Working together takes time. This is the reason to spend it."),
        example=_("Neighbours trust each other and open the door. Advisers know the rules. Together we help early."),
        effect=printed("added-value"),
    )
    own = ForEach(
        Partner,
        OwnBenefit,
        _("What does each partner gain?"),
        why=_("Each partner needs a reason of its own."),
        effect=printed("added-value"),
    )


class Values(Section):
    """Row 9: ground rules that people can point to (PG, TPI)."""

    title = _("Your ground rules")
    step = steps.VISION_AND_VALUE

    values = SomeOf(
        _("What do you want to hold to?"),
        {
            "honesty": Choice(_("Honesty"), _("We say what we think.")),
            "respect": Choice(_("Respect"), _("We listen, also when we disagree.")),
            "equal_voice": Choice(_("An equal voice"), _("Small partners count as much as large ones.")),
            "no_surprises": Choice(_("No surprises"), _("We tell each other early.")),
            "share_credit": Choice(_("Shared praise"), _("What goes well belongs to all of us.")),
            "keep_promises": Choice(_("Kept promises"), _("We promise only what we can do.")),
            "own": Choice(_("Something of your own")),
        },
        hint=_("Choose the few that matter to you, six at most."),
        why=_("When you are stuck one day, you can come back to these."),
        effect=printed("values"),
    )
    own_value = LongText(
        _("What else do you want to hold to?"),
        hint=_("In your own words."),
        why=_("Your own words mean more to you than ours."),
        example=_("Whoever comes through the door gets a cup of tea first."),
        when=answered(".values", "own"),
        effect=printed("values"),
    )

    def faults(self) -> Iterator[tuple[str, str]]:
        if len(self.values or ()) > MOST_VALUES:
            yield "values", _("Choose six at most: nobody can keep more in mind.")


MOST_VALUES = 6
"""Domain, row 9."""


class UserVoice(Section):
    """Row 10: how the people you serve have a say (N3, KM)."""

    title = _("The people you serve")
    step = steps.VISION_AND_VALUE
    essential = False

    user_voice = LongText(
        _("How do the people you serve have a say?"),
        hint=_("What they can do, how often, and who listens."),
        why=_("They know best what works, and what does not."),
        example=_("A box for ideas at the door, and a talk over tea on the first Tuesday of each month."),
        effect=printed("user-voice"),
    )
    user_rep_on_group = YesNo(
        _("Does one of them sit with you when you decide?"),
        required=False,
        why=_("It is harder to forget people who are in the room."),
        effect=printed("user-voice"),
    )


class StopTwice(Section):
    """Row 59: what you will stop doing twice (from the briefing: public opinion, and to avoid duplication)."""

    title = _("What you will stop doing twice")
    step = steps.VISION_AND_VALUE
    essential = False

    stop_duplicating = LongText(
        _("What do several of you do now, that one of you could do for all?"),
        hint=_("Think of leaflets, training, opening hours, and forms that people fill in twice."),
        why=_("It saves time and money. The people you serve tell their story only once."),
        example=_("Both of us print a list of local help. From May there is one list."),
        effect=printed("stop-twice"),
    )
