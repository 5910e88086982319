"""Step 4: named jobs, who answers for each task, and when each stage is due (rows 12 to 14)."""

from collections.abc import Iterator

from agreements.interview import steps
from agreements.interview.about_us import Partner
from agreements.language import _
from agreements.questions import (
    Choice,
    Contacts,
    Date,
    ListOf,
    LongText,
    OneOf,
    OneRow,
    Row,
    Section,
    ShortText,
    SomeRows,
    answered,
    at_least,
    printed,
)

ROLES = {
    "chair": Choice(_("Chair"), _("Calls our meetings, runs them fairly, and sees that what we decide is done.")),
    "secretary": Choice(
        _("Secretary"), _("Sends out papers, writes notes of what we decide, and keeps this agreement.")
    ),
    "money": Choice(_("Money"), _("Keeps the accounts of the work, and tells every partner how the money stands.")),
    "safeguarding": Choice(_("Safeguarding"), _("Is the first person to tell when somebody may be at risk of harm.")),
    "data": Choice(
        _("Personal data"), _("Sees that people’s details are kept safe, and answers questions about them.")
    ),
    "publicity": Choice(_("Publicity"), _("Answers the press. Sees that every partner is named, and is asked first.")),
    "own": Choice(_("Another role")),
}
"""Each role with what it means, as the page and the agreement say it (domain, row 12)."""


class Role(Row):
    """Row 12: a named job in the partnership."""

    names_itself_by = ("own_name",)

    kind = OneOf(
        _("Which role is it?"),
        ROLES,
        why=_("A job that has a name gets done."),
        effect=printed("roles", "schedule-contacts"),
    )
    own_name = ShortText(
        _("What do you call this role?"),
        why=_("The agreement uses your word for it."),
        example=_("Volunteer rota"),
        when=answered(".kind", "own"),
        effect=printed("roles", "schedule-contacts"),
    )
    means = LongText(
        _("What does whoever has this role do?"),
        why=_("Others then know what they can ask for."),
        example=_("Makes the rota each Friday and finds somebody when a volunteer is ill."),
        when=answered(".kind", "own"),
        effect=printed("roles"),
    )
    holder_partner = OneRow(
        Partner,
        _("Which partner has this role?"),
        why=_("A role belongs to a partner, so that it does not end when one person leaves."),
        effect=printed("roles", "schedule-contacts"),
    )
    holder_person = ShortText(
        _("Who does it for that partner at present?"),
        required=False,
        hint=_("The name goes into the list of contacts only. You can change it without signing again."),
        why=_("People want to know whom to ask for."),
        example=_("Sam Okafor"),
        autocomplete="off",
        effect=Contacts(),
    )
    term_ends = Date(
        _("When does it pass to somebody else?"),
        required=False,
        hint=_("Leave this empty if you have not agreed on it."),
        why=_("A job that is passed on does not wear one group out."),
        effect=printed("roles"),
    )
    answers_to: OneRow["Role"] = OneRow(
        "Role",
        _("Which role does it answer to?"),
        required=False,
        hint=_("Leave this empty if it answers to all of you."),
        why=_("Then it is clear whom to tell first."),
        effect=printed("roles"),
    )

    @property
    def label(self) -> str:
        """The role's name: the group's own, or ours."""
        kind = self.kind
        return ROLES[kind].title if kind and kind != "own" else super().label

    @property
    def meaning(self) -> str:
        """What one of our roles means; the group says itself what a role of its own means."""
        return ROLES[self.kind].hint if self.kind else ""

    def faults(self) -> Iterator[tuple[str, str]]:
        if self.answers_to and self.answers_to.id == self.id:
            yield "answers_to", _("Choose another role: a role does not answer to itself.")


class Roles(Section):
    """Row 12: roles (from the briefing: roles written into a partnership agreement)."""

    title = _("Roles")
    step = steps.WHO_DOES_WHAT

    roles = ListOf(
        Role,
        _("Which roles do you need?"),
        one=_("role"),
        many=_("roles"),
        hint=_("Most partnerships need somebody to call meetings, and somebody to write notes."),
        why=_("Everyone should know who holds which job."),
        effect=printed("roles", "schedule-contacts"),
    )


class Responsibility(Row):
    """Row 13: one task, and exactly one partner that answers for it."""

    names_itself_by = ("action",)

    action = ShortText(
        _("What has to be done?"),
        hint=_("Begin with a verb."),
        why=_("A task that is not written down is done by nobody, or twice."),
        example=_("Open the room, heat it and lock it up"),
        effect=printed("schedule-who-does-what"),
    )
    accountable_partner = OneRow(
        Partner,
        _("Which partner answers for it?"),
        hint=_("Exactly one. It need not do the work itself."),
        why=_("When two answer for a task, nobody does."),
        effect=printed("schedule-who-does-what"),
    )
    doers = SomeRows(
        Partner,
        _("Who does the work?"),
        required=False,
        hint=_("Leave this empty if the partner that answers for it does it alone."),
        why=_("Several can help, as long as one answers."),
        effect=printed("schedule-who-does-what"),
    )
    consulted = SomeRows(
        Partner,
        _("Who is asked first?"),
        required=False,
        why=_("Some decisions touch others. Ask them before, not after."),
        when=at_least(3, "partners.partners"),
        effect=printed("schedule-who-does-what"),
    )
    informed = SomeRows(
        Partner,
        _("Who is told?"),
        required=False,
        why=_("Nobody should be surprised."),
        when=at_least(3, "partners.partners"),
        effect=printed("schedule-who-does-what"),
    )
    by_when = ShortText(
        _("By when, or how often?"),
        required=False,
        why=_("Then everyone can see whether it was done."),
        example=_("Every Tuesday by 9.30 am"),
        effect=printed("schedule-who-does-what"),
    )
    standard = LongText(
        _("How well must it be done?"),
        required=False,
        why=_("People have different ideas of good enough."),
        example=_("The room is at 19 degrees or warmer, and hot drinks ready when the door opens."),
        effect=printed("schedule-who-does-what"),
    )


class Responsibilities(Section):
    """Row 13: responsibilities (from the briefing: responsibilities written into a partnership agreement)."""

    title = _("Who does what")
    step = steps.WHO_DOES_WHAT

    responsibilities = ListOf(
        Responsibility,
        _("What has to be done, and who answers for it?"),
        one=_("task"),
        many=_("tasks"),
        most=300,
        hint=_("Start with the tasks that would stop the work if nobody did them."),
        why=_("This table is the part of the agreement that people look up most."),
        effect=printed("schedule-who-does-what"),
    )

    @property
    def with_others(self) -> bool:
        """Whether anybody is asked first or told: else two columns of the table would stand empty."""
        return any(task.get("consulted") or task.get("informed") for task in self.responsibilities or ())
