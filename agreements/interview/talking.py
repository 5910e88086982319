"""Step 7: who talks to whom, how, how often (row 21)."""

from agreements.interview import steps
from agreements.interview.about_us import Partner
from agreements.language import _
from agreements.questions import (
    Choice,
    ListOf,
    OneOf,
    OneRow,
    Row,
    Section,
    ShortText,
    SomeOf,
    WholeNumber,
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

    names_itself_by = ("purpose",)

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
