"""A short path before any agreement, for row 56: should we work together?

One organisation asks itself, before step 1. The briefing: apply “one and one make three” when you consider working
together. It ends in a note of one page for its board: go on, not now, or find out more first.
"""

from agreements.interview.written import Written
from agreements.language import _
from agreements.questions import (
    Asked,
    Choice,
    Date,
    ListOf,
    LongText,
    OneOf,
    Row,
    Section,
    ShortText,
    answered,
    printed,
)


class Idea(Section):
    """Row 56: who is thinking of working with whom, and on what."""

    title = _("The idea")
    step = _("The idea")

    our_name = ShortText(
        _("What is your organisation called?"),
        why=_("Your board should see at once whose note this is."),
        example=_("Harbour Advice"),
        autocomplete="organization",
        effect=printed("front"),
    )
    with_whom = ShortText(
        _("Who might you work with?"),
        hint=_("One name or several."),
        why=_("The note asks about them, and about nobody else."),
        example=_("Brook Lane Neighbours"),
        effect=printed("front", "note-next"),
    )
    what = LongText(
        _("What might you do together?"),
        required=False,
        words=40,
        hint=_("A sentence or two will do."),
        why=_("A board can weigh a plan. It cannot weigh a name."),
        example=_("A warm room with free advice on Brook Lane, one day a week through the winter."),
        effect=printed("front"),
    )
    dated = Date(
        _("What is the date of this note?"),
        required=False,
        why=_("Whoever finds it next year will know how old it is."),
        effect=printed("front"),
    )


class Weighing(Section):
    """Row 56: what speaks for it, and what it costs (SEED, “one and one make three”; N3)."""

    title = _("Weighing it up")
    step = _("Weighing it up")
    intro = _("Working together takes time. It is worth it when you can do more together than each of you can alone.")

    added_value = LongText(
        _("What could you do together that neither of you could do alone?"),
        words=60,
        hint=_("If you cannot think of anything, say so. That is an answer too."),
        why=_("One and one should make three. If they only make two, you may not need a partnership."),
        example=_("Neighbours open the door to each other. We know the rules. Together we could help much earlier."),
        effect=printed("note-weighing"),
    )
    overlap = LongText(
        _("What do you both do already?"),
        required=False,
        words=40,
        hint=_("The same work, the same people or the same street."),
        why=_("Where you do the same thing twice, you could share it. Where you compete, say so now."),
        example=_("We both hear about heating bills. Nobody on Brook Lane comes to our office about them."),
        effect=printed("note-weighing"),
    )
    our_aims_served = LongText(
        _("Which of your own aims would it serve?"),
        required=False,
        words=40,
        hint=_("Look at what your constitution says you are for."),
        why=_("A board may spend time and money only on what its organisation is for."),
        example=_("To relieve poverty in Brookhaven by giving advice."),
        effect=printed("note-weighing"),
    )
    cost_to_us = LongText(
        _("What would it cost you?"),
        required=False,
        words=40,
        hint=_("Time, money, attention, and what you would have to leave undone."),
        why=_("Most partnerships take more time than people expect."),
        example=_("One adviser for two hours a week, and about a day a month of our manager’s time."),
        effect=printed("note-weighing"),
    )
    could_do_alone = OneOf(
        _("Could you do it alone?"),
        {
            "yes": Choice(_("Yes")),
            "partly": Choice(_("Partly")),
            "no": Choice(_("No")),
        },
        required=False,
        why=_("If you could, it may be simpler to do it alone, or to help each other now and then."),
        effect=printed("note-weighing"),
    )


class ToFindOut(Row):
    """Row 56: one thing to find out before deciding."""

    names_itself_by = ("what",)

    what = ShortText(
        _("What do you need to know?"),
        why=_("A question that is written down gets an answer."),
        example=_("Does our insurance cover advice in somebody else’s room?"),
        effect=printed("note-next"),
    )
    who = ShortText(
        _("Who finds out?"),
        why=_("What everybody could ask, nobody asks."),
        example=_("Sam Okafor"),
        autocomplete="off",
        effect=printed("note-next"),
    )
    by_when = Date(
        _("By when?"),
        why=_("Then you can decide at a meeting, and not put it off for ever."),
        effect=printed("note-next"),
    )


class Decision(Section):
    """Row 56: go on, not now, or find out more. “Not now” is a good ending, with its reasons kept."""

    title = _("Your answer")
    step = _("Your answer")
    intro = _("“Not now” is a good answer. It saves both of you time, and the door stays open.")

    decision = OneOf(
        _("What is your answer?"),
        {
            "go_on": Choice(_("Go on"), _("You talk with them, and begin an agreement together.")),
            "not_now": Choice(_("Not now"), _("You keep your reasons, and may look at it again.")),
            "find_out_more": Choice(_("Find out more first"), _("You list what you need to know.")),
        },
        why=_("A board needs a plain answer to say yes or no to."),
        effect=printed("front", "note-reasons", "note-next"),
    )
    reasons = LongText(
        _("What are your reasons?"),
        words=60,
        hint=_("The two or three that weighed most. Keep it kind: they may read it one day."),
        why=_("In a year nobody will remember them. Then you would start again from nothing."),
        example=_("We are moving office until May. We would promise time that we do not have."),
        effect=printed("note-reasons"),
    )
    to_find_out = ListOf(
        ToFindOut,
        _("What do you need to find out?"),
        one=_("question to find out"),
        many=_("questions to find out"),
        hint=_("Only what would change your answer."),
        why=_("Otherwise “find out more” is a slow way to say no."),
        when=answered(".decision", "find_out_more"),
        effect=printed("note-next"),
    )
    look_again = Date(
        _("When will you look at it again?"),
        why=_("A date keeps the door open. Without one, “not now” means never."),
        when=answered(".decision", "not_now", "find_out_more"),
        effect=printed("note-next"),
    )


class Considering(Written):
    """The typed answers of one organisation that thinks about working with another."""

    idea = Asked(Idea)
    weighing = Asked(Weighing)
    decision = Asked(Decision)

    @property
    def precedent(self) -> str:
        """A note for the board."""
        return "board-note"

    @property
    def title(self) -> str:
        """The question that the note answers."""
        whom = self.idea.with_whom
        return _("Should we work with %(whom)s?", whom=whom) if whom else _("Should we work together?")


Considering.check()
