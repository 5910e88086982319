"""Step 10: conflicts of interest, staying separate, bidding elsewhere (rows 41, 42 and 43).

That the partners are no legal partnership and nobody's agent is not asked: the clause always says so (domain, row 42).
"""

from collections.abc import Iterator

from agreements.interview import steps
from agreements.interview.about_us import IS_CONSORTIUM, Partner
from agreements.language import _
from agreements.questions import (
    Choice,
    Contacts,
    ListOf,
    LongText,
    OneOf,
    Row,
    Section,
    ShortText,
    YesNo,
    answered,
    printed,
)


class Conflict(Row):
    """Row 41: somebody who has an interest on two sides. It names a person, so it stands with the contacts."""

    names_itself_by = ("person",)

    person = ShortText(
        _("Who is it?"),
        hint=_("The name goes into the list of contacts only."),
        why=_("The others should know of it."),
        example=_("Sam Okafor"),
        autocomplete="off",
        effect=Contacts(),
    )
    interest = ShortText(
        _("What ties this person to two sides?"),
        why=_("It is no fault. It is a fault to hide it."),
        example=_("Works for Harbour, and is a trustee of the Quay Trust"),
        effect=Contacts(),
    )
    action = ShortText(
        _("What do you do about it?"),
        why=_("Then a decision can stand, and nobody talks behind their back."),
        example=_("Does not vote on money for either of them"),
        effect=Contacts(),
    )


class Conflicts(Section):
    """Row 41: conflicts of interest."""

    title = _("Standing on two sides")
    step = steps.WHEN_IT_GOES_WRONG

    conflicts_rule = YesNo(
        _("Do you want a rule for somebody who stands on two sides?"),
        hint=_("Such as a person who works for one partner and helps to run another."),
        why=_("Charities must deal with such ties openly."),
        suggestion=True,
        effect=printed("conflicts", "schedule-contacts"),
    )
    conflicts_register = ListOf(
        Conflict,
        _("Which ties do you know of?"),
        one=_("tie"),
        many=_("ties"),
        least=0,
        required=False,
        hint=_("It is fine if there are none."),
        why=_("What is written down early does no harm."),
        when=answered(".conflicts_rule", True),
        effect=Contacts(),
    )


class Independence(Section):
    """Row 42: independence, no agency."""

    title = _("Staying separate")
    step = steps.WHEN_IT_GOES_WRONG
    intro = _("The agreement says that you stay separate. None of you can sign or promise for another.")

    non_charity_partner = YesNo(
        _("Is any of you not a charity?"),
        hint=_("A firm, a council and most small clubs are not."),
        why=_("A charity’s money may go only to what the charity is there for."),
        effect=printed("independence"),
    )

    @property
    def may_have_charity(self) -> bool:
        """Whether any partner is a charity, as far as their kinds tell."""
        forms = [partner.deciding_form for partner in self.interview.rows(Partner)]
        return not forms or any(form is None or form.is_charity is not False for form in forms)

    def faults(self) -> Iterator[tuple[str, str]]:
        """The kind of a partner may say that it is no charity."""
        for partner in self.interview.rows(Partner):
            form = partner.deciding_form
            if form and form.is_charity is False and self.non_charity_partner is False:
                yield (
                    "non_charity_partner",
                    _(
                        "Answer yes, or change the kind of %(partner)s: it is “%(kind)s” now, and that is no charity.",
                        partner=partner.label,
                        kind=form.title,
                    ),
                )
                return


class Exclusivity(Section):
    """Row 43: exclusivity and other bids. Narrow, and only for a time: competition law may forbid more."""

    title = _("Bidding elsewhere")
    step = steps.WHEN_IT_GOES_WRONG
    when = IS_CONSORTIUM
    essential = False

    exclusivity = OneOf(
        _("May a partner bid against you?"),
        {
            "none": Choice(_("Yes, at any time")),
            "this_bid_only": Choice(
                _("Not for the contract that we bid for together"),
                _("Only until that contract is given. Ask a solicitor whether the law allows it."),
            ),
        },
        why=_("A partner that helps to write your bid knows your prices."),
        effect=printed("exclusivity"),
    )
    bid_conflict_rule = LongText(
        _("What do you do when a partner wants to bid elsewhere?"),
        required=False,
        why=_("It is better to hear it from the partner itself."),
        example=_("It tells us before it bids. It does not see our prices from that day."),
        effect=printed("exclusivity"),
    )
