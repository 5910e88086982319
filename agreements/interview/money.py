"""Step 8: purpose before money, who gives it and who holds it, what it is for (rows 26 to 28, and 61)."""

import datetime as dt
from collections.abc import Iterator, Sequence

from agreements.interview import steps
from agreements.interview.about_us import Partner
from agreements.language import _
from agreements.questions import (
    Choice,
    File,
    ListOf,
    LongText,
    OneOf,
    OneRow,
    Row,
    Section,
    ShortText,
    WholeNumber,
    YesNo,
    answered,
    printed,
)
from agreements.questions import Money as Amount
from agreements.values import pounds

HAS_MONEY = answered("money.has_money", True)
"""The condition of what is asked only where money is involved."""


class Money(Section):
    """Row 26: partners, not money, in control; row 61: delivery before money (both from the briefing)."""

    title = _("Money and the work")
    step = steps.MONEY

    has_money = YesNo(
        _("Is any money involved?"),
        hint=_("A grant, a contract, gifts, or what you spend yourselves. Answer no if none of you pays or gets any."),
        why=_("If not, you can skip all other topics about money."),
        effect=printed("money-first", "not-part", elsewhere=_("Without money, the clauses on money fall away.")),
    )
    money_principle = YesNo(
        _("Do you agree that the work comes first, and money second?"),
        hint=_("You may then say no to money that does not serve your vision."),
        why=_("Partners should steer the work. Money should not."),
        when=HAS_MONEY,
        effect=printed("money-first"),
    )
    no_money_plan = LongText(
        _("What will you still do if the money stops?"),
        why=_("Money ends. The people you serve are still there."),
        example=_("The Neighbours still meet on Tuesdays, in a kitchen. Harbour gives advice by phone."),
        when=HAS_MONEY,
        effect=printed("money-first"),
    )
    funding_change_decision = OneOf(
        _("Who decides when money is offered, cut or late?"),
        {
            "decision_rule": Choice(_("We decide as we decide all else")),
            "all_partners": Choice(_("All partners must agree")),
        },
        why=_("This is a time when one partner may be tempted to decide alone."),
        when=HAS_MONEY,
        effect=printed("money-first"),
    )
    bid_promise = YesNo(
        _("Do you promise to bid only for what you can do?"),
        required=False,
        hint=_("A bid is a request for a grant or a contract."),
        why=_("A bid made in a hurry often promises too much."),
        when=HAS_MONEY,
        effect=printed("money-first"),
    )
    who_checks_capacity = OneRow(
        Partner,
        _("Which partner asks each of you, before a bid, what you can do?"),
        required=False,
        why=_("The question must be asked before the promise is made."),
        when=answered(".bid_promise", True),
        effect=printed("money-first"),
    )

    def faults(self) -> Iterator[tuple[str, str]]:
        """Where no money is involved, no answer before can speak of any (rows 12, 17 and 19)."""
        if self.has_money is False:
            for promise in self._promises:
                yield "has_money", _("Answer yes, or take out %(promise)s: that takes money.", promise=promise)
                return

    @property
    def _promises(self) -> Iterator[str]:
        path = "small_partners.small_partner_terms"
        for term in self.interview.read(path) or ():
            if term in _PAID_TERMS:
                title = self.interview.one_value_in_words(path, term)
                yield _("“%(term)s” under “%(question)s”", term=title, question=self.interview.question(path).title)
        for one in self.interview.read("contributions.contributions") or ():
            if one.kind == "money":
                yield _("“%(what)s” from what you bring", what=one.label)
        for one in self.interview.read("roles.roles") or ():
            if one.kind == "money":
                yield _("“%(what)s” from your roles", what=one.label)


_PAID_TERMS = ("costs_of_meetings_paid", "payment_in_advance")


class Funding(Row):
    """Row 27: money from one source."""

    names_itself_by = ("funder",)

    funder = ShortText(
        _("Who gives the money?"),
        hint=_("A partner may give it too."),
        why=_("The one who gives it may ask how it was spent."),
        example=_("Brookhaven Winter Fund"),
        effect=printed("funding", "schedule-budget", "schedule-funder-terms"),
    )
    kind = OneOf(
        _("What kind of money is it?"),
        {
            "grant": Choice(_("A grant"), _("Given for a purpose.")),
            "contract": Choice(_("A contract"), _("Paid for a service.")),
            "donations": Choice(_("Gifts"), _("From people or firms.")),
            "own": Choice(_("A partner’s own money")),
            "in_kind": Choice(_("Things or time, and not cash")),
        },
        why=_("The law treats a grant and a contract in different ways."),
        effect=printed("funding"),
    )
    amount = Amount(
        _("How much is it?"),
        hint=_("For things or time, what they would cost."),
        why=_("Every partner should know the whole sum."),
        example="18,000",
        effect=printed("funding", "schedule-budget"),
    )
    period = ShortText(
        _("What time is it for?"),
        why=_("Money that must be spent by a day needs a plan."),
        example=_("January to December 2027"),
        effect=printed("funding"),
    )
    status = OneOf(
        _("How sure is it?"),
        {
            "hoped": Choice(_("Hoped for")),
            "applied": Choice(_("Applied for")),
            "awarded": Choice(_("Awarded")),
        },
        why=_("Nobody should spend what is only hoped for."),
        effect=printed("funding"),
    )
    holder = OneRow(
        Partner,
        _("Which partner holds it?"),
        hint=_("It must be a body that can have a bank account."),
        why=_("This partner signs for the money, and answers for it."),
        effect=printed("funding"),
    )
    funder_contact = OneRow(
        Partner,
        _("Which partner keeps in touch with the funder?"),
        required=False,
        hint=_("Leave this empty if it is the partner that holds the money."),
        why=_("The funder should hear one voice."),
        effect=printed("funding"),
    )
    restricted = YesNo(
        _("May it be spent on one purpose alone?"),
        required=False,
        hint=_("The letter of the funder says so."),
        why=_("Such money is kept apart in the books."),
        effect=printed("funding"),
    )
    clawback = YesNo(
        _("May the funder ask for money back?"),
        required=False,
        why=_("All of you should know of it before you spend."),
        effect=printed("funding"),
    )
    reports_due = ShortText(
        _("When are reports due?"),
        required=False,
        why=_("A late report can stop the next payment."),
        example=_("31 July 2027 and 31 January 2028"),
        effect=printed("funding"),
    )
    terms_attached = YesNo(
        _("Will you attach the funder’s terms?"),
        hint=_("Attach them if you can. Each partner has to keep to them in its own part."),
        why=_("A partner cannot keep to terms that it has not read."),
        effect=printed(
            "funding",
            "schedule-funder-terms",
            elsewhere=_("Where any terms are attached, they are in the list of schedules."),
        ),
    )
    terms_file = File(
        _("Which file holds the terms?"),
        holds="document",
        required=False,
        hint=_("A PDF, Word or OpenDocument file of up to 5 MB. Leave this empty if you have them on paper alone."),
        why=_("The agreement then says which file it is, so that nobody can swap it for another."),
        when=answered(".terms_attached", True),
        effect=printed("schedule-funder-terms"),
    )

    @property
    def lines(self) -> "tuple[BudgetLine, ...]":
        """The lines of the budget that it pays for."""
        return tuple(line for line in self.interview.rows(BudgetLine) if line.funding and line.funding.id == self.id)

    def faults(self) -> Iterator[tuple[str, str]]:
        """Who holds it must be able to, and where one partner leads, it holds each grant and contract (row 11)."""
        holder, lead = self.holder, self.interview.read("shape.lead_partner")
        if not holder:
            return
        if lead and lead.id != holder.id and self.kind in ("grant", "contract"):
            yield (
                "holder",
                _(
                    "Choose your lead partner, %(lead)s: the one that leads holds each grant and contract. "
                    "If that is wrong, change “%(question)s” first.",
                    lead=lead.label,
                    question=self.interview.question("shape.model").title,
                ),
            )
        elif holder.needs_holder and self.kind != "in_kind":
            yield "holder", _("%(instead)s Others hold the money of such a group.", instead=holder.instead)


class FundingPart(Section):
    """Row 27: funding, and the body that answers for it."""

    title = _("Where the money comes from")
    step = steps.MONEY
    essential = False
    when = HAS_MONEY

    funding = ListOf(
        Funding,
        _("What money is there?"),
        one=_("sum of money"),
        many=_("sums of money"),
        hint=_("Add one for each funder, and for what you give yourselves."),
        why=_("Everyone should see who gives what, and who holds it."),
        effect=printed("funding", "schedule-budget", "schedule-funder-terms"),
    )

    @property
    def has_terms(self) -> bool:
        """Whether the terms of any funder are attached."""
        return any(one.terms_attached for one in self.funding or ())

    @property
    def is_unsure(self) -> bool:
        """Whether any of the money is not awarded yet."""
        return any(one.status in ("hoped", "applied") for one in self.funding or ())


class BudgetLine(Row):
    """Row 28: what one partner spends on one thing."""

    names_itself_by = ("item",)

    item = ShortText(
        _("What is the money for?"),
        why=_("A sum without a purpose cannot be checked."),
        example=_("Heating and hire of the room"),
        effect=printed("schedule-budget"),
    )
    partner = OneRow(
        Partner,
        _("Which partner’s share is it?"),
        why=_("The sums are added up for each partner."),
        effect=printed("schedule-budget"),
    )
    amount = Amount(
        _("How much?"),
        hint=_("With any VAT in it."),
        why=_("We add it up for you."),
        example="4,200",
        effect=printed("schedule-budget"),
    )
    funding = OneRow(
        Funding,
        _("Which money pays for it?"),
        required=False,
        why=_("Some money may be spent on one purpose alone."),
        effect=printed("schedule-budget"),
    )

    def remarks(self, today: dt.date) -> Iterator[str]:
        """Said once for each source: at the line with which its money is all spent, and more."""
        source = self.funding
        if not source or source.amount is None:
            return
        lines = source.lines
        before = lines[: [line.id for line in lines].index(self.id)]
        if _sum(before) <= source.amount < _sum((*before, self)):
            yield _(
                "The lines that “%(source)s” pays for come to %(sum)s. That is more than its amount, %(amount)s.",
                source=source.label,
                sum=pounds(_sum(lines)),
                amount=pounds(source.amount),
            )


def _sum(lines: Sequence[BudgetLine]) -> int:
    return sum(line.amount or 0 for line in lines)


class Budget(Section):
    """Row 28: shares, fees and when they are paid."""

    title = _("Budget and payments")
    step = steps.MONEY
    essential = False
    when = HAS_MONEY

    budget_lines = ListOf(
        BudgetLine,
        _("Who spends how much on what?"),
        one=_("line of the budget"),
        many=_("lines of the budget"),
        hint=_("We add up the sums, for each partner and in all."),
        why=_("Most quarrels about money are about sums that nobody wrote down."),
        effect=printed("budget", "schedule-budget"),
    )
    payment_timing = OneOf(
        _("When does each partner get its share?"),
        {
            "advance": Choice(_("Before each quarter"), _("Fair to small groups, which cannot wait for money.")),
            "monthly": Choice(_("After each month")),
            "quarterly": Choice(_("After each quarter")),
            "on_results": Choice(_("When a result is reached"), _("This can sink a small group.")),
            "arrears": Choice(_("After it has spent the money"), _("This can sink a small group.")),
        },
        why=_("A partner that waits too long for money may have to stop."),
        effect=printed("budget"),
    )
    pay_within_days = WholeNumber(
        _("Within how many working days is it paid?"),
        least=1,
        most=90,
        unit=_("working days"),
        suggestion=10,
        hint=_("Counted from the day on which it falls due."),
        why=_("Then each partner can plan."),
        effect=printed("budget"),
    )
    pay_if_funder_late = OneOf(
        _("What if the funder pays late?"),
        {
            "no": Choice(_("We all wait")),
            "lead_bridges": Choice(_("The partner that holds the money pays from its own")),
        },
        required=False,
        why=_("It happens often. Small groups feel it first."),
        effect=printed("budget"),
    )
    claim_evidence = LongText(
        _("What must a partner show to be paid?"),
        required=False,
        why=_("Ask for no more than the funder asks for."),
        example=_("Bills for all sums above £50, and the sheet from the door"),
        effect=printed("budget"),
    )
    lead_fee = OneOf(
        _("What does the partner that holds the money get for that?"),
        {
            "none": Choice(_("Nothing")),
            "actual_cost": Choice(_("What it costs, and no more")),
            "fixed": Choice(_("A fixed sum")),
            "percent": Choice(_("A share in the hundred")),
        },
        why=_("Books, reports and payments take time. All should see what they cost."),
        effect=printed("budget"),
    )
    lead_fee_amount = Amount(
        _("How much is the fixed sum?"),
        why=_("A fee that is not named grows."),
        example="900",
        when=answered(".lead_fee", "fixed"),
        effect=printed("budget"),
    )
    lead_fee_percent = WholeNumber(
        _("How many pounds of each hundred?"),
        least=1,
        most=50,
        unit=_("pounds of each hundred"),
        why=_("A fee that is not named grows."),
        example="5",
        when=answered(".lead_fee", "percent"),
        effect=printed("budget"),
    )

    @property
    def by_source(self) -> tuple[Funding, ...]:
        """The money that any line names, in the order of its list."""
        return tuple(source for source in self.interview.rows(Funding) if source.lines)

    @property
    def without_source(self) -> tuple[BudgetLine, ...]:
        """The lines that do not name the money that pays for them."""
        return tuple(line for line in self.budget_lines or () if not line.funding)

    def faults(self) -> Iterator[tuple[str, str]]:
        """Small partners that are paid before their part cannot wait until it is done (row 19)."""
        path, term = "small_partners.small_partner_terms", "payment_in_advance"
        if self.get("payment_timing") in ("on_results", "arrears") and term in (self.interview.read(path) or ()):
            yield (
                "payment_timing",
                _(
                    "Choose another time, or take out “%(term)s” under “%(question)s”. "
                    "Nobody can be paid both before the work and after it.",
                    term=self.interview.one_value_in_words(path, term),
                    question=self.interview.question(path).title,
                ),
            )
