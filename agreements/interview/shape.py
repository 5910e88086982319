"""Step 4: who leads, and who signs with the funder (row 11)."""

from collections.abc import Iterator

from agreements.interview import steps
from agreements.interview.about_us import IS_CONSORTIUM, Partner
from agreements.language import _
from agreements.questions import Choice, ForEach, Group, OneOf, OneRow, Section, all_of, answered, printed

_IS_MEMORANDUM = answered("status.doc_kind", "memorandum")
"""A new organisation is planned in a memorandum alone; a solicitor writes what sets it up (domain, 5.1)."""


class Member(Group):
    """Row 11: how far one partner of a consortium is in (domain, section 2; N7)."""

    membership = OneOf(
        _("How far is it in?"),
        {
            "full": Choice(_("Full partner"), _("It shares in all the work and all the duties.")),
            "associate": Choice(_("Associate partner"), _("It supports the work, and does what it offers to do.")),
        },
        hint=_("A small group may want to begin as an associate."),
        why=_("Not every group can give the same. It should know what it is asked for."),
        effect=printed("schedule-partners"),
    )


class Shape(Section):
    """Row 11: the shape of the partnership (N5, N6, OTS, CU). “Hub and spoke” has two meanings; the group says which."""

    title = _("Who leads, and who signs")
    step = steps.WHO_DOES_WHAT

    model = OneOf(
        _("How do you want to be set up?"),
        {
            "equal": Choice(
                _("As equals"),
                _("Nobody leads. Each partner holds the money that it raises."),
                when=answered("status.doc_kind", "memorandum", "partnership"),
            ),
            "lead_body": Choice(
                _("One partner leads, and does part of the work"),
                _("It signs with the funder, and answers for the money."),
            ),
            "managing_agent": Choice(
                _("One partner leads, and the others do the work"),
                _("It signs with the funder, pays the money on, and reports."),
            ),
            "hub_spoke": Choice(
                _("One hub in the middle, and the others around it"),
                _("You say next who signs with the funder."),
            ),
            "new_entity": Choice(
                _("We want to own a new organisation together"),
                _("This paper covers the time until it is there. For all the rest, see a solicitor."),
                when=_IS_MEMORANDUM,
            ),
        },
        hint=_("Think of who would sign with a funder, and who would do the work."),
        why=_("People often think different things here. It is better to find out now."),
        effect=printed("shape", elsewhere=_("Where one partner leads, other clauses say what that means.")),
    )
    signs_with_funder = OneOf(
        _("Who signs with the funder?"),
        {
            "each_partner": Choice(
                _("Each of us"), _("Each partner has its own grant or contract. This paper ties them together.")
            ),
            "new_company": Choice(
                _("A new company that we will own together"),
                _("This paper covers the time until it is there. For all the rest, see a solicitor."),
                when=_IS_MEMORANDUM,
            ),
        },
        why=_("People mean two different things when they speak of a hub."),
        when=answered(".model", "hub_spoke"),
        effect=printed("words", "shape"),
    )
    lead_partner = OneRow(
        Partner,
        _("Which partner leads?"),
        hint=_("Choose the one that can do it best. It need not be the largest."),
        why=_("It answers to the funder for all of you."),
        when=answered(".model", "lead_body", "managing_agent"),
        effect=printed("words", "shape", elsewhere=_("Other clauses may say what the lead partner does.")),
    )
    hub_partner = OneRow(
        Partner,
        _("Which partner is the hub?"),
        hint=_("It calls you together, and keeps the whole in view."),
        why=_("Without somebody in the middle, each partner sees only its own part."),
        when=all_of(answered(".model", "hub_spoke"), answered(".signs_with_funder", "each_partner")),
        effect=printed("words", "shape"),
    )
    members = ForEach(
        Partner,
        Member,
        _("How far is each partner in?"),
        why=_("In a large group of partners, some give much and some give a little."),
        when=IS_CONSORTIUM,
        effect=printed("schedule-partners"),
    )

    def faults(self) -> Iterator[tuple[str, str]]:
        """The lead partner holds each grant and contract, so it can be no group whose money others hold."""
        lead = self.get("lead_partner")
        if lead and lead.needs_holder and self.interview.read("money.has_money"):
            yield (
                "lead_partner",
                _(
                    "%(instead)s Money is involved, and the lead partner holds each grant and contract.",
                    instead=lead.instead,
                ),
            )

    @property
    def plans_new_organisation(self) -> bool:
        """Whether a new organisation is planned, whichever way the group has said so."""
        return self.model == "new_entity" or self.get("signs_with_funder") == "new_company"


HAS_LEAD = answered("shape.model", "lead_body", "managing_agent")
"""The condition of what is asked only where one partner leads."""
