"""A short path before any partner is known: our own offer and needs (row 57).

The briefing’s exercise in pairs: what an organisation has to offer in a partnership, and what it might need support
in. Filled in by one organisation alone, it is a paper of one page, and joins an agreement later.
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
    printed,
)

ASSETS = {
    "time": Choice(_("Time")),
    "people": Choice(_("People")),
    "skills": Choice(_("Skills")),
    "space": Choice(_("Space")),
    "equipment": Choice(_("Equipment")),
    "money": Choice(_("Money")),
    "reputation": Choice(_("A good name")),
    "networks": Choice(_("People we know")),
    "ideas": Choice(_("Ideas")),
}
"""The kinds of asset that a partner may bring (domain, row 17)."""


class Us(Section):
    """Row 57: whose offer this is."""

    title = _("Your organisation")
    step = _("Your organisation")

    our_name = ShortText(
        _("What is your organisation called?"),
        why=_("Others will lay your paper beside their own."),
        example=_("Brook Lane Neighbours"),
        autocomplete="organization",
        effect=printed("front"),
    )


class Asset(Row):
    """Row 57: one thing that an organisation could bring, of a kind of row 17."""

    names_itself_by = ("what",)

    kind = OneOf(
        _("What kind of thing is it?"),
        ASSETS,
        why=_("Most groups think of money first. They often have more of the rest."),
        effect=printed("our-offer"),
    )
    what = ShortText(
        _("What is it?"),
        why=_("Others can only ask for what they know of."),
        example=_("A room with a kitchen, on the ground floor"),
        effect=printed("our-offer"),
    )
    amount = ShortText(
        _("How much, or how often?"),
        required=False,
        why=_("It saves a wrong hope on either side."),
        example=_("Tuesdays, 9 am to 3 pm"),
        effect=printed("our-offer"),
    )


class Offer(Section):
    """Row 57: what we offer, and our assets (from the briefing: local groups have much to offer)."""

    title = _("What you offer")
    step = _("What you offer")
    intro = _("Small groups often think that they have little to give. People who trust you are worth a great deal.")

    what_we_offer = LongText(
        _("What do you have to offer a partner?"),
        words=60,
        hint=_("Say it as you would to somebody you have just met."),
        why=_("It is the first thing that another group wants to know."),
        example=_("We live here. People open the door to us, and tell us what is wrong before it gets worse."),
        effect=printed("our-offer"),
    )
    assets = ListOf(
        Asset,
        _("What could you bring?"),
        one=_("thing you could bring"),
        many=_("things you could bring"),
        least=0,
        required=False,
        hint=_("Time, people, skills, space, equipment, money, a good name, people you know, ideas."),
        why=_("A list shows you how much you have. You can use it again in an agreement."),
        effect=printed("our-offer"),
    )


class Need(Row):
    """Row 57: one thing that an organisation would like help with, as in row 18."""

    names_itself_by = ("what",)

    what = ShortText(
        _("What would you like help with?"),
        why=_("Asking early is a strength. It lets others plan."),
        example=_("Somebody to ask when a question about benefits is too hard"),
        effect=printed("our-needs"),
    )
    by_when = Date(
        _("By when do you need it?"),
        required=False,
        why=_("Some help is only worth having in time."),
        effect=printed("our-needs"),
    )


class Needs(Section):
    """Row 57: what we need (from the briefing: what they might need support in)."""

    title = _("What you need")
    step = _("What you need")

    what_we_need = ListOf(
        Need,
        _("What do you need support in?"),
        one=_("need"),
        many=_("needs"),
        hint=_("Be frank. Everybody needs something."),
        why=_("Your need may be just what another group has to give."),
        effect=printed("our-needs"),
    )


class Working(Section):
    """Row 57: capacity and ways of working (from the briefing: know your capacity, know your partners)."""

    title = _("How you work")
    step = _("How you work")

    capacity = LongText(
        _("How much can you take on?"),
        required=False,
        words=40,
        hint=_("Hours, people and months. Say when you are too busy."),
        why=_("It is better to promise little and keep it."),
        example=_("Six of us can each give one afternoon a week. In August most of us are away."),
        effect=printed("our-ways"),
    )
    ways_of_working = LongText(
        _("How do you like to work?"),
        required=False,
        words=40,
        hint=_("How you decide, how you like to be reached, and what you cannot stand."),
        why=_("Most quarrels are about ways of working. Partners who know them are seldom surprised."),
        example=_("We decide together over tea. Please ring, and do not send long e-mails."),
        effect=printed("our-ways"),
    )


class Offering(Written):
    """The typed answers of one organisation about its own offer and needs."""

    us = Asked(Us)
    offer = Asked(Offer)
    need = Asked(Needs)
    working = Asked(Working)

    @property
    def precedent(self) -> str:
        """One page to lay beside another group’s."""
        return "offer"

    @property
    def title(self) -> str:
        """Whose page it is."""
        return self.us.our_name or _("An organisation without a name yet")


Offering.check()
