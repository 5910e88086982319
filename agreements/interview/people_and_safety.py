"""Step 9: workers and volunteers, people at risk, incidents, equality (rows 32 to 35)."""

from collections.abc import Iterator

from agreements.interview import steps
from agreements.interview.about_us import Partner
from agreements.interview.money import HAS_MONEY
from agreements.language import _
from agreements.questions import (
    Choice,
    Contacts,
    Date,
    ForEach,
    Group,
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


class Post(Row):
    """Row 32: one paid post."""

    names_itself_by = ("job",)

    job = ShortText(
        _("What is the post called?"),
        why=_("Posts stay. People come and go."),
        example=_("Advice worker"),
        effect=printed("staff"),
    )
    employer = OneRow(
        Partner,
        _("Which partner is the employer?"),
        why=_("Each worker has exactly one."),
        effect=printed("staff"),
    )
    line_manager = OneRow(
        Partner,
        _("Which partner manages the post from day to day?"),
        why=_("A worker with two bosses has none."),
        effect=printed("staff"),
    )
    funded_by = ShortText(
        _("What money pays for it?"),
        required=False,
        why=_("When that money ends, the post may end too."),
        example=_("Brookhaven Winter Fund"),
        effect=printed("staff"),
    )
    seconded = YesNo(
        _("Is the worker lent to another partner?"),
        required=False,
        why=_("A worker who is lent stays with the employer."),
        effect=printed("staff"),
    )

    def faults(self) -> Iterator[tuple[str, str]]:
        if self.employer and self.employer.needs_holder:
            yield "employer", _("%(instead)s Such a group employs nobody itself.", instead=self.employer.instead)


class Staff(Section):
    """Row 32: employer, line manager, loan and transfer of workers, volunteers (T1, N6)."""

    title = _("Workers and volunteers")
    step = steps.PEOPLE_SAFETY_DATA
    essential = False

    posts = ListOf(
        Post,
        _("Which paid posts does the work have?"),
        one=_("post"),
        many=_("posts"),
        required=False,
        why=_("It must be clear who employs each worker."),
        effect=printed("staff"),
    )
    tupe_flag = OneOf(
        _("Does any work move from one employer to another?"),
        {
            "no": Choice(_("No")),
            "possible": Choice(_("It may"), _("Get advice before you sign.")),
            "yes": Choice(_("Yes"), _("Get advice before you sign.")),
        },
        hint=_("Such as when one partner takes over a service from another."),
        why=_("The workers may then move too, with their rights. It has cost a charity dear."),
        effect=printed("staff"),
    )
    volunteers_managed_by = OneOf(
        _("Who looks after volunteers?"),
        {
            "own": Choice(_("Each partner its own")),
            "one": Choice(_("One partner all of them")),
        },
        required=False,
        why=_("A volunteer should know whom to ask."),
        effect=printed("staff"),
    )
    volunteers_partner = OneRow(
        Partner,
        _("Which partner looks after all volunteers?"),
        why=_("A volunteer should know whom to ask."),
        when=answered(".volunteers_managed_by", "one"),
        effect=printed("staff"),
    )

    @property
    def has_seconded(self) -> bool:
        """Whether any worker is lent to another partner."""
        return any(post.seconded for post in self.posts or ())


class SafeguardingAt(Group):
    """Row 33: the lead and the policy of one partner."""

    safeguarding_lead = ShortText(
        _("Who is its safeguarding lead?"),
        hint=_("The name goes into the list of contacts only."),
        why=_("Somebody who is worried needs a name."),
        example=_("Sam Okafor"),
        autocomplete="off",
        effect=Contacts(),
    )
    lead_phone = ShortText(
        _("On which number can that person be rung?"),
        required=False,
        hint=_("One that is answered while you work. Left open, it can be filled in by hand."),
        why=_("Somebody who is worried cannot wait for an answer to an e-mail."),
        example="01632 960101",
        autocomplete="off",
        effect=Contacts(),
    )
    policy_date = Date(
        _("What is the date of its safeguarding policy?"),
        hint=_("The day on which it was last looked at."),
        why=_("A policy that is years old may not fit any more."),
        effect=printed("safeguarding"),
    )


AT_RISK = answered(".works_with_at_risk", "children", "adults", "both")


class Safeguarding(Section):
    """Row 33: safeguarding; `none` closes it with one click (N8, CC3)."""

    title = _("Keeping people safe")
    step = steps.PEOPLE_SAFETY_DATA

    works_with_at_risk = OneOf(
        _("Does the work bring you together with people at risk?"),
        {
            "none": Choice(_("No")),
            "children": Choice(_("With children or young people")),
            "adults": Choice(_("With adults who may be at risk of harm")),
            "both": Choice(_("With both")),
        },
        hint=_("Think of all who come, and not only of those you plan for."),
        why=_("If so, you need to agree how to keep them safe."),
        effect=printed("safeguarding", "schedule-contacts", "not-part"),
    )
    leads = ForEach(
        Partner,
        SafeguardingAt,
        _("Who leads on safeguarding at each partner?"),
        why=_("Each partner needs somebody to tell."),
        when=AT_RISK,
        effect=printed("safeguarding", "schedule-contacts"),
    )
    whose_policy_applies = OneOf(
        _("Whose policy do you follow?"),
        {
            "own": Choice(_("Each partner its own")),
            "lead": Choice(_("All of us that of one partner")),
            "host_site": Choice(_("That of whoever runs the place where we are")),
        },
        why=_("In a crisis nobody should ask which rules hold."),
        when=AT_RISK,
        effect=printed("safeguarding"),
    )
    policy_partner = OneRow(
        Partner,
        _("Which partner’s policy is it?"),
        why=_("All of you need to read it."),
        when=answered(".whose_policy_applies", "lead"),
        effect=printed("safeguarding"),
    )
    report_within_hours = WholeNumber(
        _("Within how many hours do you tell each other of a worry?"),
        least=1,
        most=120,
        unit=_("hours"),
        suggestion=24,
        why=_("One partner may know what the other has not seen."),
        when=AT_RISK,
        effect=printed("safeguarding"),
    )
    checks_required = LongText(
        _("Which checks do people pass before they start?"),
        required=False,
        hint=_("The four nations have different checks of criminal records. Ask what yours allows."),
        why=_("Each partner relies on the checks of the others."),
        example=_("Two references, and a check of criminal records for advisers"),
        when=AT_RISK,
        effect=printed("safeguarding"),
    )


class Incidents(Section):
    """Row 34: risks, incidents and complaints (CC3)."""

    title = _("Risks, incidents and complaints")
    step = steps.PEOPLE_SAFETY_DATA
    essential = False

    complaints_route = OneOf(
        _("Who answers a complaint?"),
        {
            "own": Choice(_("The partner that it is about")),
            "lead": Choice(_("One partner answers them all")),
            "shared": Choice(_("Partners that it is not about"), _("This needs three partners or more.")),
        },
        why=_("People who complain should not be sent from door to door."),
        effect=printed("incidents"),
    )
    complaints_partner = OneRow(
        Partner,
        _("Which partner answers complaints?"),
        why=_("You can then give people one address."),
        when=answered(".complaints_route", "lead"),
        effect=printed("incidents"),
    )
    risk_owner = OneRow(
        Partner,
        _("Which partner keeps the list of risks?"),
        required=False,
        why=_("What could go wrong should be looked at before it does."),
        effect=printed("incidents"),
    )
    incident_notice_days = WholeNumber(
        _("Within how many working days do you tell each other of an incident?"),
        least=1,
        most=30,
        unit=_("working days"),
        suggestion=1,
        required=False,
        hint=_("Such as when somebody is hurt, or money is stolen."),
        why=_("A charity may have to report it, and needs to know in time."),
        effect=printed("incidents"),
    )


class Equality(Section):
    """Row 35: equality, access and language."""

    title = _("Open to everyone")
    step = steps.PEOPLE_SAFETY_DATA
    essential = False

    equality_commitment = YesNo(
        _("Do you promise to plan the work so that everyone can take part?"),
        why=_("It is easier to plan for everyone than to mend it later."),
        effect=printed("equality"),
    )
    access_needs = LongText(
        _("What do people need so that they can take part?"),
        required=False,
        why=_("A promise that names nothing changes nothing."),
        example=_("A ramp at the side door, large print, and a quiet corner"),
        effect=printed("equality"),
    )
    working_languages = SomeOf(
        _("In which languages do you work?"),
        {
            "en": Choice(_("English")),
            "cy": Choice(_("Welsh")),
            "bsl": Choice(_("British Sign Language")),
            "own": Choice(_("Other languages")),
        },
        required=False,
        hint=_("A funder in Wales may ask for Welsh and English alike."),
        why=_("People take part in the language in which they feel at home."),
        effect=printed("equality"),
    )
    own_languages = ShortText(
        _("Which other languages?"),
        why=_("Then people know that they are meant."),
        example=_("Arabic and Polish"),
        when=answered(".working_languages", "own"),
        effect=printed("equality"),
    )
    costs_met_by = OneOf(
        _("Who pays for it?"),
        {
            "own": Choice(_("Each partner for the people it brings")),
            "work": Choice(_("The money for the work"), when=HAS_MONEY),
            "by_size": Choice(_("All of us, by our size"), when=HAS_MONEY),
        },
        required=False,
        hint=_("Such as for somebody who signs, or for a taxi."),
        why=_("A cost that nobody planned for is a reason to say no."),
        effect=printed("equality"),
    )

    @property
    def in_great_britain(self) -> bool:
        """Whether the work happens in England, Wales or Scotland, where the Equality Act 2010 holds."""
        return any(nation in self._nations for nation in ("england", "wales", "scotland"))

    @property
    def in_northern_ireland(self) -> bool:
        """Whether the work happens in Northern Ireland, which has equality law of its own."""
        return "northern_ireland" in self._nations

    @property
    def _nations(self) -> tuple[str, ...]:
        return self.interview.read("about.work_nations") or ()
