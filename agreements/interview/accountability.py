"""Step 10: what happens when a partner, or the lead, does not do its share (row 44)."""

from agreements.interview import steps
from agreements.interview.shape import HAS_LEAD
from agreements.language import _
from agreements.questions import (
    Choice,
    ListOf,
    LongText,
    OneOf,
    Row,
    Section,
    ShortText,
    WholeNumber,
    answered,
    printed,
)

ACTIONS = {
    "talk": Choice(_("Talk, and ask what would help")),
    "plan": Choice(_("Agree a plan with dates")),
    "reallocate": Choice(_("Pause the task, or give it to another partner")),
    "board": Choice(_("Write to the partner’s board or committee")),
    "own": Choice(_("Something else")),
}


class AccountabilityStep(Row):
    """Row 44: one step, in the order of the list."""

    names_itself_by = ("own_action",)

    trigger = ShortText(
        _("What has to happen first?"),
        hint=_("Something that anybody can see."),
        why=_("Then nobody can say that it came out of the blue."),
        example=_("A task is two weeks late"),
        effect=printed("accountability"),
    )
    action = OneOf(
        _("What do you do then?"),
        ACTIONS,
        hint=_("Begin with help."),
        why=_("A fair step that everybody knows is easier to take."),
        effect=printed("accountability"),
    )
    own_action = ShortText(
        _("What is it?"),
        why=_("The agreement uses your words."),
        example=_("Another partner lends somebody for a month"),
        when=answered(".action", "own"),
        effect=printed("accountability"),
    )
    who = ShortText(
        _("Who does it?"),
        hint=_("Name a role and not a person."),
        why=_("It is hard to be the one who speaks up. So agree now who does."),
        example=_("The chair of our meetings"),
        effect=printed("accountability"),
    )
    days = WholeNumber(
        _("Within how many working days?"),
        least=1,
        most=365,
        unit=_("working days"),
        why=_("Small troubles grow while people wait."),
        example="5",
        effect=printed("accountability"),
    )
    applies_to = OneOf(
        _("Whom is this step for?"),
        {
            "all": Choice(_("Every partner")),
            "lead_only": Choice(_("Only the lead partner"), when=HAS_LEAD),
            "delivering": Choice(_("Partners that do some of the work")),
        },
        hint=_("If one partner leads, it must answer to somebody as well."),
        why=_("A rule that does not hold for the strongest is not fair."),
        effect=printed("accountability"),
    )

    @property
    def label(self) -> str:
        """What is done: the group's own words, or ours."""
        action = self.action
        return ACTIONS[action].title if action and action != "own" else super().label


class Accountability(Section):
    """Row 44: shared accountability (from the briefing)."""

    title = _("If a partner does not do its share")
    step = steps.WHEN_IT_GOES_WRONG
    intro = _("Partners answer to each other. Say now, kindly, what you will do when something slips.")

    how_we_notice = LongText(
        _("How will you notice that something slips?"),
        why=_("What nobody looks at goes wrong in silence."),
        example=_("We go through the list of tasks at each monthly meeting."),
        effect=printed("accountability"),
    )
    accountability_steps = ListOf(
        AccountabilityStep,
        _("What do you do about it, step by step?"),
        one=_("step"),
        many=_("steps"),
        hint=_("Two steps or more. The first is a talk."),
        why=_("Everybody should know what comes next, before it comes."),
        effect=printed("accountability"),
    )
    lead_answers_to = OneOf(
        _("To whom does the lead partner answer?"),
        {
            "deciding_group": Choice(_("To the group in which you decide")),
            "boards": Choice(_("To the boards and committees of all the other partners")),
            "own": Choice(_("To somebody else")),
        },
        why=_("The partners answer to the lead partner. Somebody must be able to ask it the same questions."),
        when=HAS_LEAD,
        effect=printed("accountability"),
    )
    lead_answers_to_own = ShortText(
        _("Who is it?"),
        hint=_("Name a role and not a person."),
        why=_("The agreement uses your words."),
        example=_("Two partners chosen each year by the small groups"),
        when=answered(".lead_answers_to", "own"),
        effect=printed("accountability"),
    )

    @property
    def is_for_all(self) -> bool:
        """Whether each step is for every partner: else the table says for whom."""
        return all(step.applies_to in (None, "all") for step in self.accountability_steps or ())
