"""Step 12: the group's own clauses, and other papers that belong to the agreement (rows 63 and 55)."""

from collections.abc import Iterator

from agreements.interview import steps
from agreements.language import _
from agreements.questions import Choice, File, ListOf, LongText, OneOf, Row, Section, ShortText, printed

REPLACEABLE = {
    "purpose": Choice(_("What this agreement is for")),
    "history": Choice(_("What we have done together before")),
    "drivers": Choice(_("Why we came together")),
    "vision": Choice(_("What we want to change")),
    "added-value": Choice(_("Why we do it together")),
    "values": Choice(_("What we hold to")),
    "user-voice": Choice(_("How the people we serve have a say")),
    "stop-twice": Choice(_("What we stop doing twice")),
    "shape": Choice(_("Who leads, and who signs")),
    "commitment": Choice(_("How much each of us is in")),
    "contributions": Choice(_("What each of us brings")),
    "support": Choice(_("What each of us needs")),
    "small-partners": Choice(_("Fair terms for small partners")),
    "roles": Choice(_("Who has which role")),
    "responsibilities": Choice(_("Who does what")),
    "targets": Choice(_("What we will achieve")),
    "quality": Choice(_("How good the work will be")),
    "deciding": Choice(_("How we decide")),
    "talking": Choice(_("How we keep in touch")),
    "buy-in": Choice(_("How those who do the work have a say")),
    "people": Choice(_("Who to ask, and when people change")),
    "records": Choice(_("What we write down and report")),
    "publicity": Choice(_("What we say in public")),
    "money-first": Choice(_("Money and the work")),
    "funding": Choice(_("Where the money comes from")),
    "budget": Choice(_("How the money is shared and paid")),
    "repayment": Choice(_("Money left over or asked back")),
    "tax": Choice(_("Tax and accounts")),
    "things": Choice(_("Things and places")),
    "staff": Choice(_("Workers and volunteers")),
    "safeguarding": Choice(_("Keeping people safe")),
    "incidents": Choice(_("Risks, incidents and complaints")),
    "equality": Choice(_("Open to everyone")),
    "data": Choice(_("Personal data")),
    "confidentiality": Choice(_("What stays private")),
    "materials": Choice(_("What we make together")),
    "insurance": Choice(_("Insurance")),
    "not-part": Choice(_("What is not part of it")),
    "liability": Choice(_("Who pays if something goes wrong")),
    "conflicts": Choice(_("If somebody stands on two sides")),
    "exclusivity": Choice(_("If a partner wants to bid elsewhere")),
    "accountability": Choice(_("If one of us does not do its share")),
    "disagreements": Choice(_("If we disagree")),
    "beyond-control": Choice(_("What nobody could help")),
    "reviews": Choice(_("When we look at how it is going")),
    "changes": Choice(_("If we want to change this agreement")),
    "joining": Choice(_("If somebody wants to join us")),
    "leaving": Choice(_("If one of us wants to leave")),
    "removal": Choice(_("If we ask a partner to leave")),
    "ending": Choice(_("How this agreement ends")),
    "law": Choice(_("The law that holds")),
}
"""The clauses that a group may replace, by id, with their headings.

Not those that hold the paper together: who we are, our words, what binds, that we stay separate, the paper itself, how it
is signed. The others use the terms, and the schedules get their place there.
"""

_ANYWHERE = _("A section of the group’s own stands before the last ones, or in place of one of ours.")


class SpecialCondition(Row):
    """Row 63: a clause of the group's own."""

    names_itself_by = ("heading",)

    heading = ShortText(
        _("What is its heading?"),
        why=_("It stands in the list of contents."),
        example=_("The garden behind the room"),
        effect=printed(elsewhere=_ANYWHERE),
    )
    text = LongText(
        _("What does it say?"),
        hint=_("It is printed as you write it."),
        why=_("We do not change your words, so ask somebody to read them."),
        example=_("The garden stays open to everybody on the street, also when the warm room is closed."),
        effect=printed(elsewhere=_ANYWHERE),
    )
    replaces_clause = OneOf(
        _("Does it stand in place of a section of ours?"),
        REPLACEABLE,
        required=False,
        hint=_("Leave this open to add it to ours."),
        why=_("Then the agreement does not say two things about one matter."),
        effect=printed(elsewhere=_ANYWHERE),
    )

    def faults(self) -> Iterator[tuple[str, str]]:
        for other in self.interview.rows(SpecialCondition):
            if other is self or not self.replaces_clause:
                return
            if other.replaces_clause == self.replaces_clause:
                yield (
                    "replaces_clause",
                    _("Choose another section: “%(other)s” replaces it already.", other=other.label),
                )


class Special(Section):
    """Row 63: special conditions."""

    title = _("Sections of your own")
    step = steps.CHECK_AND_SIGN
    essential = False
    intro = _("Anything that we did not ask, in your own words.")

    conditions = ListOf(
        SpecialCondition,
        _("Which sections do you want to add, or to put in place of ours?"),
        one=_("section"),
        many=_("sections"),
        least=0,
        required=False,
        why=_("No list of questions knows all that matters to you."),
        effect=printed(elsewhere=_ANYWHERE),
    )


class OtherPaper(Row):
    """Row 55: a paper that goes with the agreement."""

    names_itself_by = ("paper",)

    paper = ShortText(
        _("Which paper is it?"),
        hint=_("With its date, so that nobody takes an old one."),
        why=_("Everyone should know exactly which paper is meant."),
        example=_("Safeguarding policy of Harbour Advice, 3 March 2026"),
        effect=printed("schedule-other-papers"),
    )
    required_by = ShortText(
        _("Who asks for it?"),
        required=False,
        why=_("Then you know who must be told when it changes."),
        example=_("The council, as a condition of the grant"),
        effect=printed("schedule-other-papers"),
    )
    file = File(
        _("Do you have it as a file?"),
        holds="document",
        required=False,
        hint=_("It is kept beside the agreement. The agreement prints its name and its code."),
        why=_("The code proves that a paper is the right one."),
        effect=printed("schedule-other-papers"),
    )


class OtherPapers(Section):
    """Row 55: schedules that the group brings. Ours are made from the answers."""

    title = _("Other papers")
    step = steps.CHECK_AND_SIGN
    essential = False

    papers = ListOf(
        OtherPaper,
        _("Which other papers go with this agreement?"),
        one=_("paper"),
        many=_("papers"),
        least=0,
        required=False,
        hint=_("A plan, a policy, a map of the building."),
        why=_("What is not named here can be forgotten."),
        effect=printed("housekeeping", "schedule-other-papers"),
    )
