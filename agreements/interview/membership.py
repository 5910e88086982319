"""Step 11: who may join, and when a partner is asked to leave (rows 48 and 50)."""

from collections.abc import Iterator

from agreements.interview import steps
from agreements.language import _
from agreements.questions import Choice, OneOf, Section, SomeOf, YesNo, answered, printed

NEEDS_EVERYBODY = _("Choose that all must agree: under “Deciding” you said that this needs every partner.")
"""Said of a rule that asks for fewer than the group has said every one must agree to."""


class Joining(Section):
    """Row 48: new partners."""

    title = _("If somebody wants to join")
    step = steps.REVIEWS_CHANGE_ENDING

    joining_rule = OneOf(
        _("Can new partners join?"),
        {
            "closed": Choice(_("No"), _("You would have to change the agreement first.")),
            "all_agree": Choice(_("Yes, if all partners agree")),
            "two_thirds": Choice(_("Yes, if two thirds of the partners agree")),
        },
        why=_("A new partner shares the money, the work and the name."),
        effect=printed("joining", "schedule-joining"),
    )
    joining_checks = SomeOf(
        _("What do you do before a new partner joins?"),
        {
            "visited": Choice(_("Visit it")),
            "accounts_seen": Choice(_("Look at its accounts")),
            "references": Choice(_("Ask somebody who has worked with it")),
            "policies_seen": Choice(_("Read its rules on safety and safeguarding")),
            "vision_shared": Choice(_("Ask whether it shares your vision")),
        },
        required=False,
        why=_("It is easier to ask before than after."),
        when=answered(".joining_rule", "all_agree", "two_thirds"),
        effect=printed("joining"),
    )
    accession_form = YesNo(
        _("Do you want a form of one page that a new partner signs?"),
        hint=_("It stands at the end of the agreement. The others need not sign again."),
        why=_("Then nobody has to make a new agreement each time."),
        suggestion=True,
        when=answered(".joining_rule", "all_agree", "two_thirds"),
        effect=printed("joining", "schedule-joining"),
    )

    def faults(self) -> Iterator[tuple[str, str]]:
        if self.joining_rule == "two_thirds" and "join" in (self.interview.read("deciding.reserved_matters") or ()):
            yield "joining_rule", NEEDS_EVERYBODY


class Removal(Section):
    """Row 50: asking a partner to leave. Only after the steps of rows 44 and 45."""

    title = _("If you ask a partner to leave")
    step = steps.REVIEWS_CHANGE_ENDING
    essential = False

    removal_grounds = SomeOf(
        _("For which reasons may you ask a partner to leave?"),
        {
            "steps_failed": Choice(_("It does not do its share, and no step has helped")),
            "harm": Choice(_("It has harmed people, or put them at risk")),
            "law": Choice(_("It has broken the law in the work")),
            "good_name": Choice(_("It has badly harmed the good name of the others")),
            "cannot_go_on": Choice(_("It closes, or cannot pay what it owes")),
        },
        why=_("A partner should know what could end it."),
        effect=printed("removal"),
    )
    removal_vote = OneOf(
        _("Who decides it?"),
        {
            "all_others": Choice(_("All the other partners must agree")),
            "two_thirds": Choice(_("Two thirds of the other partners must agree")),
        },
        why=_("It should be hard, and yet possible."),
        effect=printed("removal"),
    )
    right_to_reply = YesNo(
        _("Is the partner told why, and heard first?"),
        why=_("Nobody should be judged without being heard."),
        suggestion=True,
        effect=printed("removal"),
    )
    suspension = YesNo(
        _("May you pause what the partner does while you look into it?"),
        required=False,
        why=_("Sometimes people must be kept safe at once."),
        effect=printed("removal"),
    )

    def faults(self) -> Iterator[tuple[str, str]]:
        if self.removal_vote == "two_thirds" and "leave" in (self.interview.read("deciding.reserved_matters") or ()):
            yield "removal_vote", NEEDS_EVERYBODY
