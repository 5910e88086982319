"""Step 4: named jobs, who answers for each task, and when each stage is due (rows 12 to 14)."""

import datetime as dt
from collections.abc import Iterator, Sequence

from agreements.document.numbering import letters
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
from agreements.values import date_in_words

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

    @property
    def has_people(self) -> bool:
        """Whether anybody is named for a role."""
        return any(role.holder_person for role in self.roles or ())


class Responsibility(Row):
    """Row 13: one task, and exactly one partner that answers for it."""

    names_itself_by = ("action",)

    action = ShortText(
        _("What has to be done?"),
        hint=_("Begin with a verb."),
        why=_("A task that is not written down is done by nobody, or twice."),
        example=_("Open the room, heat it and lock it up"),
        effect=printed("schedule-who-does-what", "schedule-targets"),
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

    def remarks(self, today: dt.date) -> Iterator[str]:
        """A managing agent leads, and the others do the work (domain, 5.1). Whether a task is of the work, people know."""
        lead = self.interview.read("shape.lead_partner")
        if lead and self.interview.read("shape.model") == "managing_agent" and self._is_part_of(lead):
            yield _(
                "This gives your lead partner, %(lead)s, a part of its own. By “%(question)s” the others do the work. "
                "A task that belongs to leading is right here. Any other needs the yes of all.",
                lead=lead.label,
                question=self.interview.question("shape.model").title,
            )

    def _is_part_of(self, partner: Partner) -> bool:
        answering = (self.accountable_partner,) if self.accountable_partner else ()
        return any(one.id == partner.id for one in (*answering, *(self.doers or ())))

    @property
    def parts(self) -> tuple[str, ...]:
        """For each partner in order, the letters of its parts in this task; a dash for none."""
        return tuple(" ".join(self._letters(partner.id)) or "–" for partner in self.interview.rows(Partner))

    @property
    def doers_by_letter(self) -> str:
        """The partners that do it, each by its letter; while nobody else is named, the partner that answers for it."""
        answering = (self.accountable_partner,) if self.accountable_partner else ()
        return self._by_letter(self.doers or answering)

    @property
    def consulted_by_letter(self) -> str:
        """The partners that are asked first, each by its letter."""
        return self._by_letter(self.get("consulted") or ())

    @property
    def informed_by_letter(self) -> str:
        """The partners that are told, each by its letter."""
        return self._by_letter(self.get("informed") or ())

    def _by_letter(self, partners: Sequence[Partner]) -> str:
        ids = {partner.id for partner in partners}
        in_order = enumerate(self.interview.rows(Partner), 1)
        return ", ".join(letters(place) for place, partner in in_order if partner.id in ids) or "–"

    def _letters(self, partner: str) -> Iterator[str]:
        accountable = self.accountable_partner
        answering = (accountable,) if accountable else ()
        for letter, partners in (
            (_("A"), answering),
            (_("D"), self.doers or answering),
            (_("F"), self.get("consulted") or ()),
            (_("T"), self.get("informed") or ()),
        ):
            if any(one.id == partner for one in partners):
                yield letter


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
        effect=printed("schedule-who-does-what", "schedule-targets"),
    )

    @property
    def with_others(self) -> bool:
        """Whether anybody is asked first or told: else two columns of the table would stand empty."""
        return any(task.get("consulted") or task.get("informed") for task in self.responsibilities or ())

    @property
    def has_column_for_each(self) -> bool:
        """Whether the partners are few enough for a column each (design: up to six)."""
        return len(self.interview.rows(Partner)) <= MOST_COLUMNS

    @property
    def partners_by_letter(self) -> str:
        """What each letter stands for, where there is no room for a column each (design: names by letter)."""
        partners = enumerate(self.interview.rows(Partner), 1)
        return ", ".join(f"{letters(place)} = {partner.name}" for place, partner in partners)

    @property
    def share_for_when(self) -> int:
        """Hundredths of the table's width for when: none above four partners, where it stands below the task."""
        return 20 if len(self.interview.rows(Partner)) <= 4 else 0

    @property
    def share_for_partner(self) -> int:
        """Hundredths for one partner: less, the more there are."""
        count = max(1, len(self.interview.rows(Partner)))
        return min(16, 48 // count) if self.share_for_when else 60 // count

    @property
    def share_for_task(self) -> int:
        """What is left for the task."""
        return 100 - self.share_for_when - self.share_for_partner * len(self.interview.rows(Partner))


MOST_COLUMNS = 6


class Activity(Row):
    """Row 14: one stage of the work."""

    names_itself_by = ("what",)

    what = ShortText(
        _("What happens?"),
        why=_("A plan that is written down can be followed."),
        example=_("Paint the room and put up shelves"),
        effect=printed("schedule-timetable"),
    )
    who = OneRow(
        Partner,
        _("Which partner sees to it?"),
        why=_("Somebody has to begin."),
        effect=printed("schedule-timetable"),
    )
    start = Date(
        _("When does it start?"),
        why=_("Others need to know when to be ready."),
        effect=printed("schedule-timetable"),
    )
    end = Date(
        _("When is it done?"),
        why=_("You can see in time whether it will be late."),
        effect=printed("schedule-timetable"),
    )

    def faults(self) -> Iterator[tuple[str, str]]:
        if self.start and self.end and self.end < self.start:
            yield "end", _("Enter a date on or after %(start)s.", start=date_in_words(self.start))


class Timetable(Section):
    """Row 14: stages and dates (BF, TPI)."""

    title = _("When each stage happens")
    step = steps.WHO_DOES_WHAT
    essential = False

    activities = ListOf(
        Activity,
        _("Which stages does the work have?"),
        one=_("stage"),
        many=_("stages"),
        hint=_("Only what has a beginning and an end. What happens every week is a task."),
        why=_("One partner can often start only when another has finished."),
        effect=printed("responsibilities", "schedule-timetable"),
    )
