"""Step 6: what each partner brings and needs, fair terms for small partners, and commitment (rows 17 to 19, 58, 60).

The briefing: know your capacity; local groups have much to offer; small groups can be more creative.
"""

from collections.abc import Iterator

from agreements.interview import steps
from agreements.interview.about_us import Partner
from agreements.interview.offering import ASSETS
from agreements.language import _
from agreements.questions import (
    Choice,
    Date,
    FindingOnly,
    ForEach,
    Group,
    ListOf,
    LongText,
    Money,
    OneOf,
    OneRow,
    Row,
    Section,
    ShortText,
    SomeOf,
    SomeRows,
    WholeNumber,
    YesNo,
    answered,
    printed,
)
from agreements.values import date_in_words, list_in_words

_NOT_MONEY = answered(".kind", *(kind for kind in ASSETS if kind != "money"))
_NEVER_PRINTED = _("This is never printed.")


class Contribution(Row):
    """Row 17: one thing that a partner brings."""

    names_itself_by = ("description",)

    partner = OneRow(
        Partner,
        _("Which partner brings it?"),
        why=_("Each thing comes from one partner, so that you know whom to ask."),
        effect=printed("contributions"),
    )
    kind = OneOf(
        _("What kind of thing is it?"),
        ASSETS,
        hint=_("Trust and ideas count as much as money."),
        why=_("Most groups think of money first. They often have more of the rest."),
        effect=printed("contributions"),
    )
    description = ShortText(
        _("What is it?"),
        why=_("Others can only plan with what they know of."),
        example=_("Volunteers who welcome people and serve tea"),
        effect=printed("contributions"),
    )
    amount = WholeNumber(
        _("How many, or how much?"),
        least=1,
        most=10_000_000,
        required=False,
        hint=_("A number."),
        why=_("It saves a wrong hope on either side."),
        example="6",
        when=_NOT_MONEY,
        effect=printed("contributions"),
    )
    unit = ShortText(
        _("Of what, and how often?"),
        required=False,
        why=_("A number alone can mean many things."),
        example=_("volunteers, one day a week"),
        when=_NOT_MONEY,
        effect=printed("contributions"),
    )
    money = Money(
        _("How much money?"),
        required=False,
        why=_("It saves a wrong hope on either side."),
        when=answered(".kind", "money"),
        effect=printed("contributions"),
    )
    from_date = Date(
        _("From when?"),
        required=False,
        why=_("What comes too late may not help."),
        effect=printed("contributions"),
    )
    to_date = Date(
        _("Until when?"),
        required=False,
        why=_("Others can then plan for the time after it."),
        effect=printed("contributions"),
    )
    firm = OneOf(
        _("How sure is it?"),
        {
            "promised": Choice(_("It is promised")),
            "hoped": Choice(_("It is hoped for")),
        },
        why=_("Trouble starts when one partner hopes and the other counts on it."),
        effect=printed("contributions"),
    )
    depends_on_funding = YesNo(
        _("Does it depend on money from outside?"),
        required=False,
        why=_("You then know what is left if the money does not come."),
        effect=printed("contributions"),
    )

    def faults(self) -> Iterator[tuple[str, str]]:
        if self.from_date and self.to_date and self.to_date < self.from_date:
            yield "to_date", _("Enter a date on or after %(start)s.", start=date_in_words(self.from_date))


class Strengths(Group):
    """Row 60: what one partner is good at (from the briefing: small groups allow for greater creativity)."""

    strengths = SomeOf(
        _("What is it good at?"),
        {
            "local_trust": Choice(_("Trust of local people"), _("People open the door to it.")),
            "creativity": Choice(_("Fresh ideas"), _("It has few rules, and can try things out.")),
            "speed": Choice(_("Speed"), _("It can decide today and begin tomorrow.")),
            "specialist": Choice(_("Special knowledge"), _("It knows one thing very well.")),
            "own": Choice(_("Another strength")),
        },
        required=False,
        hint=_("Ask the others. They often see it better."),
        why=_("Small groups bring things that large ones cannot buy."),
        effect=printed("contributions"),
    )
    own_strength = LongText(
        _("What else is it good at?"),
        why=_("Its own words say it best."),
        example=_("It has kept a list of who needs what on every street since 1998."),
        when=answered(".strengths", "own"),
        effect=printed("contributions"),
    )
    ways_of_working = LongText(
        _("How does it like to work?"),
        required=False,
        words=40,
        hint=_("How it decides, how to reach it, and what it cannot stand."),
        why=_("Most quarrels are about ways of working. Partners who know them are seldom surprised."),
        example=_("We decide together over tea. Please ring, and do not send long e-mails."),
        effect=printed("contributions"),
    )


class Capacity(Group):
    """Rows 2 and 17: what one partner can take on (from the briefing: know your capacity as an organisation)."""

    capacity_note = LongText(
        _("How much can it take on?"),
        required=False,
        words=40,
        hint=_("Hours, people and months. Say when it is too busy."),
        why=_("It is better to promise little and keep it."),
        example=_("Six of us can each give one afternoon a week. In August most of us are away."),
        effect=printed("contributions"),
    )
    capacity_hours_per_month = WholeNumber(
        _("How many hours a month can it give?"),
        most=100_000,
        unit=_("hours a month"),
        required=False,
        hint=_NEVER_PRINTED,
        why=_("You can then compare the hours that you have with the hours that you need."),
        effect=FindingOnly(),
    )
    size = OneOf(
        _("How many people does it pay?"),
        {
            "none_paid": Choice(_("Nobody")),
            "1-5": Choice(_("One to five")),
            "6-49": Choice(_("Six to 49")),
            "50+": Choice(_("50 or more")),
        },
        required=False,
        hint=_NEVER_PRINTED,
        why=_("Small groups may need fair terms of their own."),
        effect=FindingOnly(),
    )
    year_started = WholeNumber(
        _("In which year did it begin?"),
        least=1000,
        most=2199,
        required=False,
        hint=_NEVER_PRINTED,
        why=_("A new group has no name yet, and needs a fair start."),
        example="2019",
        effect=FindingOnly(),
    )
    annual_income_band = OneOf(
        _("How much money comes in each year?"),
        {
            "under_10k": Choice(_("Less than £10,000")),
            "10k_100k": Choice(_("£10,000 to £100,000")),
            "100k_1m": Choice(_("£100,000 to £1 million")),
            "over_1m": Choice(_("More than £1 million")),
        },
        required=False,
        hint=_NEVER_PRINTED,
        why=_("A group with little money cannot wait long to be paid."),
        effect=FindingOnly(),
    )
    delivers = YesNo(
        _("Will it do part of the work itself?"),
        required=False,
        hint=_NEVER_PRINTED,
        why=_("Whoever does the work needs time, insurance, and people who believe in it."),
        effect=FindingOnly(),
    )
    handles_money = YesNo(
        _("Will money for the work pass through its hands?"),
        required=False,
        hint=_NEVER_PRINTED,
        why=_("It needs a bank account, and somebody who keeps the books."),
        effect=FindingOnly(),
    )


class Contributions(Section):
    """Rows 17 and 60: capacity and assets, and what small groups bring (from the briefing: the exercise in pairs)."""

    title = _("What each of you brings")
    step = steps.OFFERS_AND_NEEDS
    intro = _("Small groups often think that they have little to give. People who trust you are worth a great deal.")

    contributions = ListOf(
        Contribution,
        _("What do you bring?"),
        one=_("thing you bring"),
        many=_("things you bring"),
        hint=_("At least one for each partner."),
        why=_("Each partner has something that the others need. It should not go unseen."),
        effect=printed("contributions"),
    )
    strengths = ForEach(
        Partner,
        Strengths,
        _("What is each partner good at?"),
        why=_("It is good to hear it said, and others know what to ask for."),
        effect=printed("contributions"),
    )
    capacity = ForEach(
        Partner,
        Capacity,
        _("What can each partner take on?"),
        why=_("Money is tempting. A promise that a partner cannot keep costs more than it brings."),
        effect=printed("contributions"),
    )

    @property
    def has_amounts(self) -> bool:
        """Whether any row says how much: else a column would stand empty."""
        rows = self.contributions or ()
        return any(row.get(name) is not None for row in rows for name in ("money", "amount", "unit"))

    @property
    def by_partner(self) -> tuple[Contribution, ...]:
        """What is brought, in the order of the partners; last what nobody is named for yet."""
        places = {partner.id: place for place, partner in enumerate(self.interview.read("partners.partners") or ())}
        rows = self.contributions or ()
        return tuple(sorted(rows, key=lambda row: places[row.partner.id] if row.partner else len(places)))


class SupportNeed(Row):
    """Row 18: one thing that a partner would like help with. It is open while nobody is named who helps."""

    names_itself_by = ("what",)

    partner = OneRow(
        Partner,
        _("Which partner needs help?"),
        why=_("Asking early is a strength. It lets others plan."),
        effect=printed("support"),
    )
    what = ShortText(
        _("What does it need help with?"),
        why=_("Others can only help with what they know of."),
        example=_("Somebody to ask when a question about benefits is too hard"),
        effect=printed("support"),
    )
    met_by: SomeRows[Partner] = SomeRows(
        Partner,
        _("Which partners will help?"),
        required=False,
        hint=_("Leave this empty while nobody can."),
        why=_("Help that nobody is down for does not come."),
        effect=printed("support"),
    )
    met_by_outside = ShortText(
        _("Will somebody else help?"),
        required=False,
        hint=_("Somebody who is not a partner."),
        why=_("You need not do everything yourselves."),
        example=_("Brookhaven Community Action, free of charge"),
        effect=printed("support"),
    )
    by_when = Date(
        _("By when does it need the help?"),
        required=False,
        why=_("Some help is only worth having in time."),
        effect=printed("support"),
    )

    def faults(self) -> Iterator[tuple[str, str]]:
        if self.partner and any(one.id == self.partner.id for one in self.met_by or ()):
            yield "met_by", _("Choose other partners: the one that needs the help cannot give it.")


class Managing(Group):
    """Row 18: whether one partner has thought about it, and needs no help."""

    none_confirmed = YesNo(
        _("Can it do its part without help?"),
        hint=_("If not, say below what it needs."),
        why=_("It shows that you have asked, and have not just left it out."),
        effect=printed("support"),
    )


class Support(Section):
    """Row 18: what each needs support in (from the briefing: what they might need support in)."""

    title = _("What each of you needs")
    step = steps.OFFERS_AND_NEEDS

    managing = ForEach(
        Partner,
        Managing,
        _("Who can do without help?"),
        why=_("Everybody needs something. It is easier to say when all are asked."),
        effect=printed("support"),
    )
    support_needs = ListOf(
        SupportNeed,
        _("What do you need help with?"),
        one=_("need"),
        many=_("needs"),
        least=0,
        required=False,
        hint=_("Be frank. The larger partners need things too."),
        why=_("What you need may be just what another partner has to give."),
        effect=printed("support"),
    )

    def gaps(self) -> Iterator[tuple[str, str]]:
        """Whoever cannot do without help says what it needs."""
        for partner in self.unsaid:
            yield (
                "support_needs",
                _(
                    "Add a need of %(partner)s: the answer to “%(question)s” was no. Or change that answer.",
                    partner=partner.label,
                    question=Managing.none_confirmed.title,
                ),
            )

    @property
    def unsaid(self) -> tuple[Partner, ...]:
        """The partners that cannot do their part without help, and have not said what they need."""
        said = [need.partner for need in self.support_needs or ()]
        asking = [one.about for one in self.managing or () if one.none_confirmed is False]
        return tuple(partner for partner in asking if isinstance(partner, Partner) and partner not in said)

    @property
    def manage(self) -> str:
        """The partners that have said that they need no help, in words."""
        return list_in_words([one.about.label for one in self.managing or () if one.none_confirmed and one.about])


class SmallPartners(Section):
    """Row 19: partners of mixed sizes (from the briefing: groups that start out find it hard beside established ones)."""

    title = _("Small and large together")
    step = steps.OFFERS_AND_NEEDS
    essential = False
    intro = _("A small group beside a large one can feel that it has no say. A few fair terms help a lot.")

    small_partner_terms = SomeOf(
        _("What will you do for small partners?"),
        {
            "costs_of_meetings_paid": Choice(_("Pay what meetings cost them"), _("Fares, child care, lost time.")),
            "payment_in_advance": Choice(_("Pay them before the work, not after")),
            "plain_papers": Choice(_("Write short papers in plain words")),
            "buddy": Choice(_("Give them somebody to ask"), _("One person at a larger partner.")),
            "trial_period": Choice(_("Let them try first"), _("They can stop after the trial, with no hard feelings.")),
            "evening_meetings": Choice(_("Meet when volunteers are free")),
            "own": Choice(_("Something else")),
        },
        hint=_("A small partner here pays five people or fewer."),
        why=_("What is easy for a large group may sink a small one."),
        effect=printed("small-partners", "budget"),
    )
    own_terms = LongText(
        _("What else will you do for them?"),
        why=_("Ask the small partners what would help them most."),
        example=_("Harbour prints our leaflets free of charge."),
        when=answered(".small_partner_terms", "own"),
        effect=printed("small-partners"),
    )

    @property
    def are_paid_first(self) -> bool:
        """Whether small partners are paid before they do their part."""
        return "payment_in_advance" in (self.small_partner_terms or ())


class Committed(Group):
    """Row 58: how much one partner is in (from the briefing: a partner that was not as committed)."""

    commitment = LongText(
        _("What does it commit to?"),
        words=40,
        hint=_("What it will do even in a busy month."),
        why=_("Partnerships break when one partner is less committed than the others think."),
        example=_("We open the room every Tuesday, and one of us comes to every meeting."),
        effect=printed("commitment"),
    )
    decided_by = ShortText(
        _("Who there has decided this?"),
        required=False,
        hint=_("Its trustees, its committee, or a meeting of its members. Add the date if you know it."),
        why=_("A promise from one keen person is not yet a promise from the whole group."),
        example=_("All six of us, on 3 November 2026"),
        effect=printed("commitment"),
    )
    days_per_month = WholeNumber(
        _("How many days a month does this take?"),
        most=1000,
        unit=_("days a month"),
        required=False,
        hint=_NEVER_PRINTED,
        why=_("Working together takes longer than most people think."),
        effect=FindingOnly(),
    )


class Commitment(Section):
    """Row 58: commitment, partner by partner."""

    title = _("How much each of you is in")
    step = steps.OFFERS_AND_NEEDS
    essential = False

    committed = ForEach(
        Partner,
        Committed,
        _("What does each partner commit to?"),
        why=_("All of you should know how far you can count on each other."),
        effect=printed("commitment"),
    )
