"""Step 7: notes and figures, credit and the press (rows 24 and 25)."""

from agreements.interview import steps
from agreements.interview.about_us import Partner
from agreements.interview.talking import AUDIENCES
from agreements.language import _
from agreements.questions import Choice, OneOf, OneRow, Section, ShortText, SomeOf, WholeNumber, answered, printed


class Records(Section):
    """Row 24: records and reporting."""

    title = _("Notes and figures")
    step = steps.DECIDING_AND_TALKING
    essential = False

    report_frequency = OneOf(
        _("How often does each partner send its figures?"),
        {
            "monthly": Choice(_("Every month")),
            "quarterly": Choice(_("Every three months")),
            "6m": Choice(_("Every six months")),
            "12m": Choice(_("Once a year")),
        },
        why=_("You can only see how it is going when the figures are there."),
        effect=printed("records"),
    )
    recorder = OneRow(
        Partner,
        _("Which partner collects them?"),
        why=_("Somebody has to ask, and put them together."),
        effect=printed("records"),
    )
    report_to = SomeOf(
        _("Who gets to see them?"),
        {name: AUDIENCES[name] for name in ("boards", "managers", "frontline", "volunteers", "users", "funder")},
        required=False,
        why=_("Those who did the work like to see what came of it."),
        effect=printed("records"),
    )
    records_kept_years = WholeNumber(
        _("For how many years are notes and figures kept?"),
        least=1,
        most=50,
        unit=_("years"),
        required=False,
        hint=_("A funder often says how long. Six years is usual for accounts."),
        why=_("People may have questions later."),
        example="6",
        effect=printed("records", "ending"),
    )


class Publicity(Section):
    """Row 25: publicity and branding."""

    title = _("Publicity")
    step = steps.DECIDING_AND_TALKING
    essential = False

    credit_line = ShortText(
        _("How do you name the partners when you speak of the work in public?"),
        why=_("Small partners are easily left out."),
        example=_("Brook Lane Welcome: Harbour Advice and Brook Lane Neighbours"),
        effect=printed("publicity"),
    )
    logo_use = OneOf(
        _("When may a partner use another’s logo?"),
        {
            "ask_each_time": Choice(_("After it has asked, each time")),
            "agreed_list": Choice(_("On the things that we have agreed on"), _("Such as leaflets and the website.")),
        },
        why=_("A logo speaks for its owner."),
        effect=printed("publicity"),
    )
    spokesperson = OneRow(
        Partner,
        _("Which partner answers the press?"),
        required=False,
        why=_("A reporter calls whoever is nearest."),
        effect=printed("publicity"),
    )
    approval_days = WholeNumber(
        _("How many working days does a partner have to say yes or no?"),
        least=1,
        most=30,
        unit=_("working days"),
        required=False,
        why=_("Then nobody waits for ever."),
        example="3",
        when=answered(".logo_use", "ask_each_time"),
        effect=printed("publicity"),
    )
