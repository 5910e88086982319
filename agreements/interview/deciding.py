"""Step 7: who decides what, and how (row 20)."""

from collections.abc import Iterator

from agreements.interview import steps
from agreements.interview.about_us import IS_CONSORTIUM, Partner
from agreements.language import _
from agreements.questions import (
    Choice,
    OneOf,
    OneRow,
    Section,
    ShortText,
    SomeOf,
    WholeNumber,
    answered,
    printed,
)


class Deciding(Section):
    """Row 20: deciding. The trustees' final say over their own charity stands in the clause on independence."""

    title = _("Deciding")
    step = steps.DECIDING_AND_TALKING

    decision_body = ShortText(
        _("What do you call the group in which you decide together?"),
        hint=_("Each partner sends somebody to it."),
        why=_("Everyone should know where a matter is decided."),
        example=_("The steering group"),
        effect=printed("deciding"),
    )
    decision_rule = OneOf(
        _("How do you decide?"),
        {
            "consensus_then_vote": Choice(
                _("We try to agree, and vote if we cannot"), _("More than half of the votes decide.")
            ),
            "consensus": Choice(
                _("We all agree"), _("We talk until each partner that is there can live with the answer.")
            ),
            "majority": Choice(_("We vote"), _("More than half of the votes decide.")),
            "two_thirds": Choice(_("We vote, and two thirds must say yes")),
            "unanimous": Choice(_("Every partner must say yes"), _("One partner can stop a decision.")),
        },
        why=_("A group that has no rule is led by whoever talks most."),
        effect=printed("deciding"),
    )
    reserved_matters = SomeOf(
        _("Which matters need every partner to say yes?"),
        {
            "join": Choice(_("Taking in a new partner")),
            "leave": Choice(_("Asking a partner to leave")),
            "budget": Choice(_("The budget")),
            "targets": Choice(_("The targets")),
            "publicity_risk": Choice(_("Anything that could harm a partner’s good name")),
            "amend": Choice(_("Changing this agreement")),
            "end": Choice(_("Ending the work together")),
        },
        required=False,
        hint=_("Choose few. When a partner is asked to leave, all the others must say yes."),
        why=_("No partner should be outvoted in what matters most to it."),
        effect=printed("deciding"),
    )
    votes_per_partner = WholeNumber(
        _("How many votes does each partner have?"),
        least=1,
        most=10,
        unit=_("votes"),
        suggestion=1,
        why=_("One each is usual, whether a partner is large or small."),
        when=answered(".decision_rule", "consensus_then_vote", "majority", "two_thirds"),
        effect=printed("deciding"),
    )
    quorum = WholeNumber(
        _("How many partners must be there to decide?"),
        least=1,
        most=200,
        unit=_("partners"),
        why=_("If not, two people could decide for all."),
        example="2",
        when=answered("status.doc_kind", "memorandum", "partnership"),
        effect=printed("deciding"),
    )
    quorum_percent = WholeNumber(
        _("What share of the partners must be there to decide?"),
        least=1,
        most=100,
        unit=_("in each hundred"),
        suggestion=50,
        why=_("The number of partners may change. A share stays right."),
        when=IS_CONSORTIUM,
        effect=printed("deciding"),
    )
    deadlock = OneOf(
        _("What happens when you cannot decide?"),
        {
            "chair": Choice(
                _("Whoever leads the meeting has one more vote"),
                when=answered(".decision_rule", "consensus_then_vote", "majority"),
            ),
            "ladder": Choice(_("We take the steps for sorting out disagreements")),
            "defer": Choice(_("We leave things as they are, and look at it again at the next meeting")),
        },
        why=_("With two partners, or an even number, it will happen one day."),
        effect=printed("deciding"),
    )
    delegated_to: OneRow[Partner] = OneRow(
        Partner,
        _("Which partner may decide small matters between meetings?"),
        required=False,
        why=_("Not every small matter can wait for a meeting."),
        effect=printed("deciding"),
    )

    def faults(self) -> Iterator[tuple[str, str]]:
        partners = self.interview.rows(Partner)
        quorum = self.get("quorum")
        if quorum and partners and quorum > len(partners):
            yield (
                "quorum",
                _("Enter a smaller number: there are %(count)s partners, and more cannot come.", count=len(partners)),
            )
