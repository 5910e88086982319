"""Step 7: who talks to whom, how, how often; how the people on the ground hear of it (rows 21 and 22)."""

from agreements.interview import steps
from agreements.interview.about_us import Partner
from agreements.language import _
from agreements.questions import (
    Choice,
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

AUDIENCES = {
    "boards": Choice(_("Trustees or committee members")),
    "managers": Choice(_("Managers")),
    "frontline": Choice(_("Workers on the ground")),
    "volunteers": Choice(_("Volunteers")),
    "users": Choice(_("People who use the service")),
    "funder": Choice(_("The funder")),
    "public": Choice(_("The public")),
}


class Channel(Row):
    """Row 21: one way of keeping in touch."""

    names_itself_by = ("own_name", "purpose")

    kind = OneOf(
        _("What is it?"),
        {
            "meeting": Choice(_("Meeting")),
            "phone": Choice(_("Phone call")),
            "email": Choice(_("E-mail")),
            "group_chat": Choice(_("Group chat")),
            "newsletter": Choice(_("Newsletter")),
            "shared_drive": Choice(_("Shared folder")),
            "noticeboard": Choice(_("Noticeboard")),
            "visit": Choice(_("Visit")),
        },
        why=_("Different news needs different ways."),
        effect=printed("talking"),
    )
    own_name = ShortText(
        _("What do you call it?"),
        required=False,
        hint=_("If it has a name of its own."),
        why=_("People know it by that name."),
        example=_("The Tuesday huddle"),
        effect=printed("talking"),
    )
    purpose = ShortText(
        _("What is it for?"),
        why=_("People come to a meeting when they know why."),
        example=_("Look at the month, share problems, decide what is next"),
        effect=printed("talking"),
    )
    audience = SomeOf(
        _("Who takes part?"),
        AUDIENCES,
        hint=_("Think of the people who do the work, and not only of managers."),
        why=_("Workers on the ground must be part of it too."),
        effect=printed("talking"),
    )
    frequency = ShortText(
        _("How often?"),
        why=_("What is planned happens. What is not planned waits for a crisis."),
        example=_("First Monday of the month, 5 pm"),
        effect=printed("talking"),
    )
    owner = OneRow(
        Partner,
        _("Which partner sees to it?"),
        why=_("Somebody has to call the meeting or write the message."),
        effect=printed("talking"),
    )
    decides = YesNo(
        _("Are decisions taken there?"),
        required=False,
        why=_("People prepare for a meeting that decides. They can miss one that only shares news."),
        when=answered(".kind", "meeting"),
        effect=printed("talking"),
    )
    chair_role = ShortText(
        _("Who leads it?"),
        required=False,
        hint=_("Name a role and not a person."),
        why=_("A meeting that nobody leads is long and decides little."),
        example=_("The chair, or each partner in turn"),
        when=answered(".kind", "meeting"),
        effect=printed("talking"),
    )
    notes_within_days = WholeNumber(
        _("Within how many working days do notes go out?"),
        least=1,
        most=60,
        unit=_("working days"),
        required=False,
        why=_("Those who could not come should hear soon."),
        example="5",
        when=answered(".kind", "meeting"),
        effect=printed("talking"),
    )
    accessible_notes = ShortText(
        _("How do you make sure that everyone can follow?"),
        required=False,
        hint=_("Think of people who see or hear badly, or who do not read much."),
        why=_("Whoever cannot follow is left out without anyone meaning it."),
        example=_("Notes in large print, and read out to those who want it"),
        effect=printed("talking"),
    )


class Talking(Section):
    """Row 21: communication structure (from the briefing: a structure that ensures effective communication)."""

    title = _("Keeping in touch")
    step = steps.DECIDING_AND_TALKING

    channels = ListOf(
        Channel,
        _("How will you keep in touch?"),
        one=_("way to keep in touch"),
        many=_("ways to keep in touch"),
        hint=_("At least one regular meeting, and one way that reaches the people who do the work."),
        why=_("Planned communication is one of the things that make partnerships work."),
        effect=printed("talking"),
    )
    bad_news_days = WholeNumber(
        _("Within how many working days do you tell each other bad news?"),
        least=1,
        most=30,
        unit=_("working days"),
        suggestion=2,
        why=_("Bad news is easier to bear when you hear it from your partner first."),
        effect=printed("talking"),
    )


class BuyInStep(Row):
    """Row 22: how the workers and volunteers of one partner hear of the vision and have a say in it."""

    names_itself_by = ("what",)

    partner = OneRow(
        Partner,
        _("Whose workers or volunteers is it for?"),
        hint=_("Add a step for each partner that does some of the work."),
        why=_("Each partner must reach its own people."),
        effect=printed("buy-in"),
    )
    what = ShortText(
        _("How do they hear what you want to change?"),
        why=_("People who only get tasks do not know what the tasks are for."),
        example=_("Half an hour at the volunteers’ supper, with time for questions"),
        effect=printed("buy-in"),
    )
    audience = SomeOf(
        _("Who is it for?"),
        {
            "frontline": AUDIENCES["frontline"],
            "volunteers": AUDIENCES["volunteers"],
            "managers": AUDIENCES["managers"],
            "board": AUDIENCES["boards"],
            "users": AUDIENCES["users"],
        },
        why=_("Nobody who does the work should be forgotten."),
        effect=printed("buy-in"),
    )
    by_when = ShortText(
        _("By when?"),
        why=_("It is best done before the work begins."),
        example=_("Before 5 January 2027"),
        effect=printed("buy-in"),
    )
    owner = ShortText(
        _("Who sees to it?"),
        hint=_("Name a role and not a person."),
        why=_("What is everybody’s job is nobody’s job."),
        example=_("The manager of the advice team"),
        effect=printed("buy-in"),
    )
    feedback_route = ShortText(
        _("How can they answer, and change something?"),
        required=False,
        why=_("People stand behind what they have helped to shape."),
        example=_("Their ideas are the first item of the next meeting"),
        effect=printed("buy-in"),
    )


class BuyIn(Section):
    """Row 22: buy-in of workers on the ground (from the briefing)."""

    title = _("The people who do the work")
    step = steps.DECIDING_AND_TALKING
    intro = _("A partnership that only managers know of does not work. The people on the ground carry it.")

    buy_in = ListOf(
        BuyInStep,
        _("How do workers and volunteers hear of it and have a say?"),
        one=_("step"),
        many=_("steps"),
        why=_("Workers and volunteers who share the vision are one of the things that make partnerships work."),
        effect=printed("buy-in"),
    )
    frontline_voice = LongText(
        _("How do workers and volunteers go on having a say?"),
        required=False,
        why=_("They see first what works and what does not."),
        example=_("Two of them come to every review. What they say is written down first."),
        effect=printed("buy-in"),
    )
