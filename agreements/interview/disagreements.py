"""Step 10: sorting out disagreements (row 45)."""

from agreements.interview import steps
from agreements.language import _
from agreements.questions import (
    Choice,
    ListOf,
    OneOf,
    Row,
    Section,
    ShortText,
    WholeNumber,
    YesNo,
    answered,
    any_row,
    printed,
)

LADDER = {
    "people_involved": Choice(_("The people involved")),
    "managers": Choice(_("Managers who are not involved")),
    "chief_officers": Choice(_("Chief officers")),
    "chairs": Choice(_("Chairs")),
    "mediator": Choice(_("An independent mediator")),
    "own": Choice(_("Somebody else")),
}


class EscalationStep(Row):
    """Row 45: one step of the ladder."""

    names_itself_by = ("own_who",)

    who = OneOf(
        _("Who tries to settle it at this step?"),
        LADDER,
        hint=_("Name a role and not a person. Each step should bring in somebody new."),
        why=_("A ladder that leads back to the same two people leads nowhere."),
        effect=printed("disagreements"),
    )
    own_who = ShortText(
        _("Who is it?"),
        why=_("The agreement uses your words."),
        example=_("Two volunteers from different partners"),
        when=answered(".who", "own"),
        effect=printed("disagreements"),
    )
    days = WholeNumber(
        _("How many working days do they have?"),
        least=1,
        most=365,
        unit=_("working days"),
        why=_("Without a limit, a disagreement can sit for months."),
        example="5",
        effect=printed("disagreements"),
    )
    outcome = ShortText(
        _("What should come out of this step?"),
        required=False,
        why=_("Both sides then know when it is settled."),
        example=_("A short note of what both have agreed"),
        effect=printed("disagreements"),
    )
    independent = YesNo(
        _("Are they independent of all partners?"),
        required=False,
        why=_("Somebody from outside can often see a way that you cannot."),
        when=answered(".who", "own"),
        effect=printed("disagreements"),
    )

    @property
    def label(self) -> str:
        """Who tries: the group's own words, or ours."""
        who = self.who
        return LADDER[who].title if who and who != "own" else super().label


class Disagreements(Section):
    """Row 45: disagreements, clashes of personality among them (from the briefing)."""

    title = _("Sorting out disagreements")
    step = steps.WHEN_IT_GOES_WRONG
    intro = _("Disagreement is normal. It is easier to plan for it now, while you are on good terms.")

    escalation = ListOf(
        EscalationStep,
        _("What are the steps of your ladder?"),
        one=_("step"),
        many=_("steps"),
        hint=_("Three or four steps. Start with the people involved, end with somebody independent."),
        why=_("Partnerships should not fail because two people cannot get on."),
        effect=printed("disagreements"),
    )
    mediator_source = ShortText(
        _("Where will you find a mediator?"),
        why=_("It is hard to agree on one in the middle of a quarrel."),
        example=_("The mediation scheme of Brookhaven Community Action"),
        when=any_row(".escalation", "who", "mediator"),
        effect=printed("disagreements"),
    )
    cost_split = OneOf(
        _("Who pays the mediator?"),
        {
            "equal": Choice(_("We share the cost equally")),
            "by_size": Choice(_("We share the cost by our size"), _("Larger partners pay more.")),
        },
        why=_("A small group may not be able to pay the same as a large one."),
        when=any_row(".escalation", "who", "mediator"),
        effect=printed("disagreements"),
    )
    carry_on_serving = YesNo(
        _("Do services carry on while you sort it out?"),
        suggestion=True,
        why=_("The people you serve should not pay for your quarrel."),
        effect=printed("disagreements"),
    )
