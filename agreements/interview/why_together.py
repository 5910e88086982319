"""Step 2: how the partners know each other (row 5)."""

from collections.abc import Iterator

from agreements.interview import steps
from agreements.interview.about_us import Partner
from agreements.language import _
from agreements.questions import ListOf, LongText, OneRow, Row, Section, WholeNumber, YesNo, answered, printed


class Relationship(Row):
    """Row 5: what two partners have done together."""

    partner_a = OneRow(
        Partner,
        _("Which partner?"),
        why=_("Two partners at a time: that is how people come to know each other."),
        effect=printed("history"),
    )
    partner_b = OneRow(
        Partner,
        _("And which other partner?"),
        why=_("Two partners at a time: that is how people come to know each other."),
        effect=printed("history"),
    )
    since_year = WholeNumber(
        _("Since which year have they worked together?"),
        least=1800,
        most=2199,
        why=_("A long history is a strength. It is worth naming."),
        example="2019",
        effect=printed("history"),
    )
    what_we_did = LongText(
        _("What have they done together?"),
        why=_("People who join later will not know."),
        example=_("A joint advice stall at the summer fair, every year."),
        effect=printed("history"),
    )
    what_went_well = LongText(
        _("What went well?"),
        required=False,
        why=_("It shows what to keep."),
        example=_("Volunteers from both groups shared the shifts."),
        effect=printed("history"),
    )
    what_we_learned = LongText(
        _("What did you learn?"),
        required=False,
        why=_("It shows what to do differently this time."),
        example=_("Agree who brings the keys."),
        effect=printed("history"),
    )

    @property
    def label(self) -> str:
        """The two partners."""
        names = [partner.name for partner in (self.partner_a, self.partner_b) if partner]
        return _(" and ").join(names) or super().label

    def faults(self) -> Iterator[tuple[str, str]]:
        if self.partner_a and self.partner_b and self.partner_a.id == self.partner_b.id:
            yield "partner_b", _("Choose a different partner here.")


class History(Section):
    """Row 5: history of working together (from the briefing: partnerships work that have a history)."""

    title = _("Your history together")
    step = steps.WHY_TOGETHER
    intro = _(
        "Partners who have worked together before know what to expect of each other. If you have not, say how you will begin."
    )

    history = ListOf(
        Relationship,
        _("What have you done together before?"),
        one=_("shared history"),
        many=_("shared histories"),
        least=0,
        required=False,
        hint=_("One entry for each pair of partners that has worked together."),
        why=_("A shared record is one of the things that make partnerships work."),
        effect=printed("history"),
    )
    new_relationship = YesNo(
        _("Are any of you new to each other?"),
        required=False,
        why=_("New partners need a little time to learn how the other works."),
        effect=printed("history"),
    )
    first_steps = LongText(
        _("What will you do first to get to know each other?"),
        hint=_("A visit, a short trial, a small job done together."),
        why=_("It is easier to part as friends after a trial than in the middle of the work."),
        example=_("We run the warm room for eight weeks as a trial, then sit down and decide whether to go on."),
        when=answered(".new_relationship", True),
        effect=printed("history"),
    )
