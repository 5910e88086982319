"""Step 9: personal data, and what stays private (rows 36 and 37)."""

from collections.abc import Iterator

from agreements.interview import steps
from agreements.interview.about_us import BINDS, Partner
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
    SomeRows,
    WholeNumber,
    YesNo,
    all_of,
    answered,
    printed,
)


class DataFlow(Row):
    """Row 36: some personal data that goes from one partner to others."""

    names_itself_by = ("what",)

    what = ShortText(
        _("Which details are shared?"),
        hint=_("The kind of details. Never write down a real person’s details here."),
        why=_("Share no more than you need."),
        example=_("Name, phone number, and the day of the visit"),
        effect=printed("schedule-data"),
    )
    about_whom = ShortText(
        _("About whom?"),
        why=_("These people have a right to know."),
        example=_("People who book a place"),
        effect=printed("schedule-data"),
    )
    from_partner = OneRow(
        Partner,
        _("Which partner collects them?"),
        why=_("This partner is the one that people gave them to."),
        effect=printed("schedule-data"),
    )
    to_partners = SomeRows(
        Partner,
        _("Which partners get to see them?"),
        why=_("Only those that need them should."),
        effect=printed("schedule-data"),
    )
    special_category = YesNo(
        _("Do they say anything about health, faith, race, sex life or politics?"),
        hint=_("The law guards such details more strictly. Details of crimes have strict rules too."),
        why=_("You need a further ground in law to use them."),
        effect=printed("schedule-data"),
    )


SHARES = answered(".data_role", "separate_controllers", "joint_controllers", "processor")
JOINT = answered(".data_role", "joint_controllers")


class PersonalData(Section):
    """Row 36: who answers for shared personal data; `no` closes it with one click (D1, D2)."""

    title = _("Personal data")
    step = steps.PEOPLE_SAFETY_DATA

    shares_personal_data = YesNo(
        _("Do you share details that show who a person is?"),
        hint=_("Such as names, phone numbers, photos or case notes."),
        why=_("If so, the law asks that it is clear who answers for them."),
        effect=printed("data", "schedule-data", "ending", "not-part"),
    )
    data_role = OneOf(
        _("Who decides why and how these details are used?"),
        {
            "separate_controllers": Choice(
                _("Each partner for itself"), _("One passes details to another, and each uses them for its own work.")
            ),
            "joint_controllers": Choice(
                _("All of you together"),
                _("Such as one list that all of you use. You must then set out who does what."),
            ),
            "processor": Choice(
                _("One partner, and others work on its orders"), _("The two must then have a contract in writing.")
            ),
            "none": Choice(_("None of these: we share figures and no names")),
        },
        why=_("The law has other rules for each of these."),
        when=answered(".shares_personal_data", True),
        effect=printed("data", "schedule-data", "ending"),
    )
    controller = OneRow(
        Partner,
        _("Which partner decides?"),
        why=_("This partner answers for the details."),
        when=answered(".data_role", "processor"),
        effect=printed("data"),
    )
    data_flows = ListOf(
        DataFlow,
        _("What is shared, and between whom?"),
        one=_("kind of details"),
        many=_("kinds of details"),
        why=_("Once it is written down, you often find that you need less."),
        when=SHARES,
        effect=printed("schedule-data"),
    )
    purpose = LongText(
        _("What do you use the details for?"),
        why=_("You may use them for nothing else."),
        example=_("To keep a place for people who book, and to tell them if we close."),
        when=SHARES,
        effect=printed("schedule-data"),
    )
    lawful_basis = SomeOf(
        _("What is the ground in law?"),
        {
            "consent": Choice(_("The person has said yes"), _("The law calls it consent.")),
            "contract": Choice(_("A contract with the person needs it")),
            "legal_obligation": Choice(_("The law orders it")),
            "vital_interests": Choice(_("To save a life")),
            "public_task": Choice(_("A public task that the law sets")),
            "legitimate_interests": Choice(
                _("A fair need of ours that does not harm the person"), _("The law calls it a legitimate interest.")
            ),
        },
        why=_("Without a ground in law you may not use the details at all."),
        when=SHARES,
        effect=printed("schedule-data"),
    )
    retention = LongText(
        _("How long do you keep them?"),
        why=_("What is not kept cannot be lost."),
        example=_("Until three months after the last visit. Then the list is shredded."),
        when=SHARES,
        effect=printed("schedule-data"),
    )
    dpia = OneOf(
        _("Have you checked the risk to people’s privacy in writing?"),
        {
            "done": Choice(_("Yes")),
            "planned": Choice(_("Not yet, but before we share anything")),
            "not_needed": Choice(_("We looked, and need not")),
        },
        hint=_("The law asks for such a check when the risk is high. Its name is DPIA."),
        why=_("It shows what could go wrong while you can still change it."),
        when=SHARES,
        effect=printed("schedule-data"),
    )
    complaints_contact = OneRow(
        Partner,
        _("Which partner do people complain to about their details?"),
        why=_("Since 19 June 2026 the law asks for a clear way to complain."),
        when=SHARES,
        effect=printed("data"),
    )
    breach_hours = WholeNumber(
        _("Within how many hours do you tell each other that details were lost?"),
        least=1,
        most=72,
        unit=_("hours"),
        suggestion=24,
        hint=_("Or that the wrong person saw them."),
        why=_("The law leaves little time to report it."),
        when=SHARES,
        effect=printed("data"),
    )
    single_contact = OneRow(
        Partner,
        _("Which partner do people turn to with questions and requests?"),
        hint=_("They may still turn to any of you."),
        why=_("One address is easier than several."),
        when=JOINT,
        effect=printed("schedule-data"),
    )
    informs_people = OneRow(
        Partner,
        _("Which partner tells people how their details are used?"),
        why=_("The law asks you to tell them when you collect the details."),
        when=JOINT,
        effect=printed("schedule-data"),
    )
    keeps_safe = OneRow(
        Partner,
        _("Which partner keeps the details safe, and deletes them in time?"),
        why=_("A list that belongs to all is guarded by nobody."),
        when=JOINT,
        effect=printed("schedule-data"),
    )
    reports_breaches = OneRow(
        Partner,
        _("Which partner reports it if details are lost?"),
        why=_("There is no time then to find out who does it."),
        when=JOINT,
        effect=printed("schedule-data"),
    )

    @property
    def has_special_category(self) -> bool:
        """Whether any of the details are of the kinds that the law guards more strictly."""
        return any(flow.special_category for flow in self.get("data_flows") or ())


_MAY_BIND = all_of(answered("status.doc_kind", "partnership", "consortium"), BINDS)


class Confidentiality(Section):
    """Row 37: what stays private, for how long, and freedom of information."""

    title = _("What stays private")
    step = steps.PEOPLE_SAFETY_DATA

    confidential = OneOf(
        _("Do you keep each other’s private papers private?"),
        {
            "none": Choice(_("Nothing we share is private")),
            "good_faith": Choice(_("Yes, in good faith")),
            "binding": Choice(_("Yes, and it binds us"), _("A court can enforce it."), when=_MAY_BIND),
        },
        why=_("People speak openly when they know who will hear of it."),
        effect=printed("confidentiality", "ending", "not-part"),
    )
    years_after = WholeNumber(
        _("For how many years after the end?"),
        least=1,
        most=20,
        unit=_("years"),
        suggestion=2,
        required=False,
        why=_("Some things stay private after you have parted."),
        when=answered(".confidential", "good_faith", "binding"),
        effect=printed("confidentiality"),
    )
    public_body_partner = YesNo(
        _("Is any partner a public body?"),
        required=False,
        hint=_("Such as a council, a school or part of the health service."),
        why=_("The law may make it show papers to anyone who asks."),
        effect=printed("confidentiality"),
    )

    def faults(self) -> Iterator[tuple[str, str]]:
        for partner in self.interview.rows(Partner):
            form = partner.deciding_form
            if form and form.is_public_body and self.public_body_partner is False:
                yield (
                    "public_body_partner",
                    _(
                        "Answer yes, or change the kind of %(partner)s: it is “%(kind)s” now, and that is a public body.",
                        partner=partner.label,
                        kind=form.title,
                    ),
                )
                return
