"""Step 5: what will be achieved, and why that number (row 15)."""

from agreements.interview import steps
from agreements.interview.about_us import Partner
from agreements.language import _
from agreements.questions import Date, ListOf, LongText, OneRow, Row, Section, ShortText, SomeRows, printed


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
    agreed_by = SomeRows(
        Partner,
        _("Which partners have agreed to it?"),
        hint=_("Every partner that works for it should."),
        why=_("A target that was set for somebody is not their target."),
        effect=printed("schedule-targets"),
    )


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
