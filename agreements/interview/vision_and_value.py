"""Step 3: what success looks like, and what is possible only together (rows 7 and 8)."""

from agreements.interview import steps
from agreements.interview.about_us import Partner
from agreements.language import _
from agreements.questions import ForEach, Group, LongText, Section, ShortText, printed


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
