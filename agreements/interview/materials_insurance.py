"""Step 9: who owns what is made, and who is insured for what (rows 38 and 39)."""

from agreements.interview import steps
from agreements.interview.about_us import Partner
from agreements.language import _
from agreements.questions import (
    Choice,
    Date,
    ListOf,
    Money,
    OneOf,
    OneRow,
    Row,
    Section,
    YesNo,
    answered,
    printed,
)


class Materials(Section):
    """Row 38: materials and ideas (IP; the rules are ours)."""

    title = _("What you make together")
    step = steps.PEOPLE_SAFETY_DATA
    essential = False

    ip_rule = OneOf(
        _("Who owns what you make for the work?"),
        {
            "maker_owns_all_may_use": Choice(_("Whoever made it, and all of us may use it")),
            "shared": Choice(_("All of us together")),
            "lead": Choice(_("One partner")),
            "open_licence": Choice(_("Anyone may use it"), _("The word for this is an open licence.")),
        },
        hint=_("Such as leaflets, courses, photos and software."),
        why=_("A good leaflet is used for years, and by others."),
        effect=printed("materials"),
    )
    ip_partner = OneRow(
        Partner,
        _("Which partner owns it?"),
        why=_("Others have to ask this partner."),
        when=answered(".ip_rule", "lead"),
        effect=printed("materials"),
    )
    after_leaving_use = YesNo(
        _("May a partner go on using it after it has left?"),
        required=False,
        why=_("It is a common quarrel when partners part."),
        effect=printed("materials"),
    )

    @property
    def must_be_whole(self) -> bool:
        """Also when this section is named as one that binds: it must then say something."""
        named = self.interview.read("status.binding_sections") or ()
        return "materials" in named or super().must_be_whole


class Cover(Row):
    """Row 39: one insurance cover of one partner."""

    names_itself_by = ("kind",)

    partner = OneRow(
        Partner,
        _("Which partner has it?"),
        why=_("Each partner insures its own work."),
        effect=printed("insurance"),
    )
    kind = OneOf(
        _("What does it cover?"),
        {
            "el": Choice(_("Workers who are hurt"), _("Its name is employers’ liability.")),
            "pl": Choice(_("Other people who are hurt"), _("Its name is public liability.")),
            "pi": Choice(_("Wrong advice"), _("Its name is professional indemnity.")),
            "trustee": Choice(_("Mistakes of trustees")),
            "motor": Choice(_("Cars and vans")),
            "contents": Choice(_("Things and rooms")),
        },
        why=_("One policy never covers all."),
        effect=printed("insurance"),
    )
    amount = Money(
        _("Up to how much?"),
        required=False,
        why=_("It may be less than you think."),
        example="5,000,000",
        effect=printed("insurance"),
    )
    expires = Date(
        _("When does it end?"),
        required=False,
        why=_("Somebody should ask before it does."),
        effect=printed("insurance"),
    )
    covers_volunteers = YesNo(
        _("Does it cover volunteers?"),
        required=False,
        why=_("It often does not, and they do not know."),
        effect=printed("insurance"),
    )

    @property
    def label(self) -> str:
        """What is covered, and whose cover it is."""
        said = [Cover.kind.in_words(self.kind)] if self.kind else []
        return ", ".join([*said, *([self.partner.label] if self.partner else [])]) or super().label


class Insurance(Section):
    """Row 39: the cover that each partner has (N9, INS)."""

    title = _("Insurance")
    step = steps.PEOPLE_SAFETY_DATA
    essential = False

    covers = ListOf(
        Cover,
        _("Which insurance does each partner have?"),
        one=_("cover"),
        many=_("covers"),
        hint=_("Look at the policy, and ask whether it covers this work."),
        why=_("You find out what is not covered before it matters."),
        effect=printed("insurance", "ending"),
    )
