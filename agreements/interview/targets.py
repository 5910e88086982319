"""Step 5: what will be achieved, why that number, and how good the work will be (rows 15 and 16)."""

import datetime as dt
from collections.abc import Iterator, Sequence

from agreements.interview import steps, term
from agreements.interview.about_us import Partner
from agreements.interview.who_does_what import Responsibility
from agreements.language import _
from agreements.questions import (
    Choice,
    Date,
    FindingOnly,
    ListOf,
    LongText,
    OneOf,
    OneRow,
    Row,
    Section,
    ShortText,
    SomeRows,
    WholeNumber,
    printed,
)
from agreements.values import list_in_words


class Target(Row):
    """Row 15: one target with its agreed reason."""

    names_itself_by = ("statement",)

    statement = ShortText(
        _("What do you want to achieve?"),
        why=_("A target that everyone can repeat is one that everyone works for."),
        example=_("People come every week and feel welcome"),
        effect=printed("schedule-targets"),
    )
    measure = ShortText(
        _("How will you know?"),
        hint=_("What you will count or ask."),
        why=_("Otherwise each partner will judge in its own way."),
        example=_("Number of people who come on a Tuesday, from the door sheet"),
        effect=printed("schedule-targets"),
    )
    number = ShortText(
        _("What figure do you aim for?"),
        required=False,
        why=_("A figure makes it plain how much is enough."),
        example=_("25 people on an average Tuesday"),
        effect=printed("schedule-targets"),
    )
    baseline = ShortText(
        _("Where do you start from?"),
        required=False,
        why=_("A figure means little if nobody knows what it was before."),
        example=_("14 people came on an average evening last winter"),
        effect=printed("schedule-targets"),
    )
    due = Date(
        _("By when?"),
        why=_("You can then look at it in time to do something about it."),
        effect=printed("schedule-targets"),
    )
    owner = OneRow(
        Partner,
        _("Which partner answers for it?"),
        why=_("One partner watches it and speaks up early."),
        effect=printed("schedule-targets"),
    )
    rationale = LongText(
        _("Why this target?"),
        hint=_("The reason all of you believe in: past results, what people need, what you can do."),
        why=_("Partners work for a target when they know its reason, and agree with it."),
        example=_(
            "The room holds 30. Last winter 14 came without any publicity, and the school will now tell parents."
        ),
        effect=printed("schedule-targets"),
    )
    rationale_kind = OneOf(
        _("What does the figure rest on?"),
        {
            "past_results": Choice(_("What you have done before")),
            "need_data": Choice(_("What you know people need")),
            "capacity_sum": Choice(_("What you have counted that you can do")),
            "funder_set": Choice(_("What a funder asked for")),
            "guess": Choice(_("A guess")),
        },
        required=False,
        why=_("A guess is no shame, if you say so. Look for something better before you sign."),
        effect=printed("schedule-targets"),
    )
    set_by = OneOf(
        _("Who set it?"),
        {
            "partners": Choice(_("You, together")),
            "funder": Choice(_("A funder")),
            "lead": Choice(_("The partner that leads")),
        },
        required=False,
        why=_("People work for what they have chosen. What others chose needs more talk."),
        effect=printed("schedule-targets"),
    )
    evidence = LongText(
        _("What shows that the reason is true?"),
        required=False,
        hint=_("A count, a paper, or what people have told you."),
        why=_("Whoever doubts the figure can look for themselves."),
        example=_("The sheets from the kitchen, November 2025 to March 2026."),
        effect=printed("schedule-targets"),
    )
    tasks: SomeRows[Responsibility] = SomeRows(
        Responsibility,
        _("Which tasks lead to it?"),
        required=False,
        why=_("A target that no task leads to will not be met."),
        effect=printed("schedule-targets"),
    )
    agreed_by = SomeRows(
        Partner,
        _("Which partners have agreed to it?"),
        hint=_("Every partner that works for it should."),
        why=_("A target that was set for somebody is not their target."),
        effect=printed("schedule-targets"),
    )

    def remarks(self, today: dt.date) -> Iterator[str]:
        if self.due:
            yield from term.after_the_end(self.interview, self.due)

    def faults(self) -> Iterator[tuple[str, str]]:
        """A date before the start; a target for a partner that has not agreed to it, which the paper says there is not."""
        if self.due:
            yield from (("due", sentence) for sentence in term.before_the_start(self.interview, self.due))
        if self.agreed_by is not None:
            yield from self._not_agreed("owner", [self.owner] if self.owner else [])
            workers = [one for task in self.tasks or () for one in (task.accountable_partner, *(task.doers or ()))]
            yield from self._not_agreed("tasks", [one for one in workers if one and one != self.owner])

    def _not_agreed(self, asked: str, partners: Sequence[Partner]) -> Iterator[tuple[str, str]]:
        names = [partner.label for partner in dict.fromkeys(partners) if partner not in (self.agreed_by or ())]
        if names:
            yield (
                "agreed_by",
                _(
                    "Ask %(names)s, and choose them here once they agree. Or change your answer to “%(question)s”: "
                    "no target is set for a partner that has not agreed to it.",
                    names=list_in_words(names),
                    question=self.questions()[asked].title,
                ),
            )


class View(Row):
    """Row 15: what one partner thinks of one target (HC12, HC14). Never printed: or nobody would be frank."""

    target = OneRow(
        Target,
        _("Which target?"),
        why=_("A partner may be sure of one and not of another."),
        effect=FindingOnly(),
    )
    partner = OneRow(
        Partner,
        _("Which partner?"),
        why=_("Each partner says for itself how sure it is."),
        effect=FindingOnly(),
    )
    confidence = WholeNumber(
        _("How sure is it that you will get there, from 1 to 5?"),
        least=1,
        most=5,
        required=False,
        hint=_("1 means not at all, 5 means very sure."),
        why=_("If a partner is not sure, talk before you promise."),
        effect=FindingOnly(),
    )
    est_hours_per_month = WholeNumber(
        _("How many hours a month will this take it?"),
        most=100_000,
        unit=_("hours a month"),
        required=False,
        hint=_("A rough figure will do."),
        why=_("You can then see whether it has that much time."),
        effect=FindingOnly(),
    )

    @property
    def label(self) -> str:
        """The partner and the target."""
        return ": ".join(one.label for one in (self.partner, self.target) if one) or super().label

    def faults(self) -> Iterator[tuple[str, str]]:
        for other in self.interview.rows(View):
            if other is self:
                return
            if self.partner and self.target and (other.partner, other.target) == (self.partner, self.target):
                yield "target", _("Say it once: you have said before how sure %(name)s is.", name=self.partner.label)


class Targets(Section):
    """Row 15: targets and agreed reasons (from the briefing: the agreed rationale for target setting)."""

    title = _("Targets and their reasons")
    step = steps.TARGETS

    targets = ListOf(
        Target,
        _("What will you achieve?"),
        one=_("target"),
        many=_("targets"),
        hint=_("Two or three that matter are better than ten."),
        why=_("You can only review what you said you would do."),
        effect=printed("schedule-targets"),
    )
    views = ListOf(
        View,
        _("How sure is each partner?"),
        one=_("view"),
        many=_("views"),
        least=0,
        required=False,
        most=300,
        hint=_("Ask each partner alone. This is never printed."),
        why=_("It is better to hear a doubt now than to miss a target later."),
        effect=FindingOnly(),
    )


class Standard(Row):
    """Row 16: one thing that will be good enough, and how you check it."""

    names_itself_by = ("standard",)

    standard = ShortText(
        _("What will always be true of your work?"),
        hint=_("Begin with “At least” if you can."),
        why=_("People have different ideas of good enough."),
        example=_("At least two people are in the room whenever it is open"),
        effect=printed("quality"),
    )
    how_checked = ShortText(
        _("How do you check it?"),
        why=_("What nobody checks is soon forgotten."),
        example=_("The rota on the wall, once a month"),
        effect=printed("quality"),
    )


class Quality(Section):
    """Row 16: the quality of the work (BF)."""

    title = _("How good the work will be")
    step = steps.TARGETS
    essential = False

    standards = ListOf(
        Standard,
        _("What do you promise about how well you do it?"),
        one=_("standard"),
        many=_("standards"),
        hint=_("Three or four that matter are better than ten."),
        why=_("The people you serve should get the same from each partner."),
        effect=printed("quality"),
    )
