"""Step 8: money left over or asked back, tax, things and places (rows 29 to 31)."""

from agreements.interview import steps
from agreements.interview.about_us import Partner
from agreements.interview.money import HAS_MONEY
from agreements.language import _
from agreements.questions import (
    Choice,
    ListOf,
    OneOf,
    OneRow,
    Row,
    Section,
    ShortText,
    SomeRows,
    YesNo,
    printed,
)


class Repayment(Section):
    """Row 29: too much spent, too little, and money that must go back."""

    title = _("Money left over or asked back")
    step = steps.MONEY
    essential = False
    when = HAS_MONEY

    clawback_rule = OneOf(
        _("Who pays if the funder asks for money back?"),
        {
            "who_caused_it": Choice(
                _("The partner that caused it"), _("Each pays back only what it spent wrongly or cannot show.")
            ),
            "in_proportion": Choice(_("All of us, each by its share of the budget")),
            "lead_only": Choice(_("The partner that holds the money")),
        },
        why=_("A small group may not be able to bear it. Settle it while all is well."),
        effect=printed("repayment"),
    )
    underspend_rule = OneOf(
        _("What happens to money that is left over?"),
        {
            "stays": Choice(_("It stays with the work"), _("If the funder lets you.")),
            "given_back": Choice(_("It goes back to the funder")),
        },
        required=False,
        why=_("Some funders want it back. Others let you use it."),
        effect=printed("repayment"),
    )
    overspend_rule = OneOf(
        _("What if a partner spends more than its share?"),
        {
            "pays_itself": Choice(_("It pays the rest itself")),
            "agreed_first": Choice(_("We share the rest, if we agreed to it before")),
        },
        required=False,
        why=_("One partner’s spending should not surprise the others."),
        effect=printed("repayment"),
    )
    moving_money_rule = OneOf(
        _("Who may move money from one line of the budget to another?"),
        {
            "holder_asks": Choice(_("The partner that holds it, once it has asked those concerned")),
            "all_agree": Choice(_("All partners together")),
        },
        required=False,
        why=_("Plans change. A share should not shrink behind a partner’s back."),
        effect=printed("repayment", "deciding"),
    )
    overpayment_rule = OneOf(
        _("What if a partner is paid too much by mistake?"),
        {
            "pays_back": Choice(_("It pays the sum back")),
            "next_payment": Choice(_("The sum comes off its next payment")),
        },
        required=False,
        why=_("It is nobody’s fault, and easy to settle."),
        effect=printed("repayment"),
    )


class Tax(Section):
    """Row 30: VAT, and money that is kept apart."""

    title = _("Tax and accounts")
    step = steps.MONEY
    essential = False
    when = HAS_MONEY

    vat_position = OneOf(
        _("Is VAT due on the money?"),
        {
            "grant_outside_scope": Choice(_("We think not: it is a grant")),
            "supply": Choice(_("We think so: it pays for a service")),
            "unsure": Choice(_("We do not know yet")),
        },
        hint=_("A grant is most often free of VAT, and payment for a service may not be. Ask an accountant."),
        why=_("A tax bill that comes late can eat the budget."),
        effect=printed("tax"),
    )
    ringfenced_account = YesNo(
        _("Is the money kept in a bank account of its own?"),
        required=False,
        why=_("Then nobody can spend it on other things by mistake."),
        effect=printed("tax"),
    )
    accounts_access = YesNo(
        _("May each partner see the accounts of the work?"),
        required=False,
        why=_("Trust grows when the books are open."),
        effect=printed("tax"),
    )


class Asset(Row):
    """Row 31: one thing that is used for the work."""

    names_itself_by = ("item",)

    item = ShortText(
        _("What is it?"),
        why=_("A name that all of you know is enough."),
        example=_("Tea urn and 30 cups"),
        effect=printed("things"),
    )
    owner = OneRow(
        Partner,
        _("Which partner owns it?"),
        hint=_("For a thing bought with a grant, the funder’s terms may say so."),
        why=_("The owner insures it and mends it."),
        effect=printed("things"),
    )
    who_uses = SomeRows(
        Partner,
        _("Who may use it?"),
        required=False,
        hint=_("Leave this empty if every partner may."),
        why=_("Then nobody has to ask each time."),
        effect=printed("things"),
    )
    on_ending = OneOf(
        _("Where does it go when you end?"),
        {
            "owner": Choice(_("Back to its owner")),
            "where_used": Choice(_("To those who still use it")),
            "sold": Choice(_("It is sold")),
            "funder_decides": Choice(_("As the funder decides")),
        },
        required=False,
        why=_("At the end people are tired, and things get lost."),
        effect=printed("things"),
    )


class Place(Row):
    """Row 31: a place where the work happens, and by what right."""

    names_itself_by = ("place",)

    place = ShortText(
        _("Which place is it?"),
        why=_("A name that all of you know is enough."),
        example=_("The back room of Brook Lane Hall"),
        effect=printed("things"),
    )
    basis = OneOf(
        _("By what right do you use it?"),
        {
            "own": Choice(_("One of us owns it")),
            "hire": Choice(_("We hire it by the hour or day")),
            "licence": Choice(_("We have leave to use it")),
            "lease": Choice(_("One of us has a lease")),
        },
        hint=_("Show a lease, or any right to land, to a solicitor."),
        why=_("You should know how fast you might have to move out."),
        effect=printed("things"),
    )


class Things(Section):
    """Row 31: things and places. No lease or other right to land is ever drafted here."""

    title = _("Things and places")
    step = steps.MONEY
    essential = False
    when = HAS_MONEY

    assets = ListOf(
        Asset,
        _("Which things do you use together?"),
        one=_("thing"),
        many=_("things"),
        required=False,
        hint=_("Only those that would be missed."),
        why=_("People quarrel about things more than one would think."),
        effect=printed("things", "ending"),
    )
    premises = ListOf(
        Place,
        _("Where does the work happen?"),
        one=_("place"),
        many=_("places"),
        required=False,
        why=_("The work stops when a place is lost."),
        effect=printed("things"),
    )

    @property
    def needs_solicitor(self) -> bool:
        """Whether a place is held by a lease or by leave, which is a matter for a paper of its own."""
        return any(one.basis in ("licence", "lease") for one in self.premises or ())
