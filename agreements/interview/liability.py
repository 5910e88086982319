"""Step 10: who pays when something goes wrong, and what nobody could help (rows 40 and 52). Asked if anything binds."""

from agreements.interview import steps
from agreements.interview.about_us import BINDS, Partner
from agreements.interview.shape import HAS_LEAD
from agreements.language import _
from agreements.questions import Choice, ForEach, Group, Money, OneOf, Section, WholeNumber, YesNo, answered, printed

_JOINT = answered("liability.liability_mode", "joint_several")


class JointLiabilityOfPartner(Group):
    """Row 40: what one partner says of joint and several liability (domain, HC30)."""

    joint_several_ack = YesNo(
        _("Does this partner know that it could be asked for all of it?"),
        hint=_("Its trustees or committee must have talked about it."),
        why=_("It could have to pay for what another partner did. Nobody should find that out too late."),
        until_yes=_(
            "The trustees or committee of this partner must first talk about joint liability. The answer is yes when they "
            "have. If they do not want it, choose another answer to “Who pays if something goes wrong?”"
        ),
        when=_JOINT,
        effect=printed("liability"),
    )


class Liability(Section):
    """Row 40: liability. Never unlimited for a small group without advice."""

    title = _("Who pays if something goes wrong")
    step = steps.WHEN_IT_GOES_WRONG
    when = BINDS
    intro = _("What if people are hurt, a promise is broken, or money has to go back?")

    liability_mode = OneOf(
        _("Who pays if something goes wrong?"),
        {
            "each_own": Choice(_("Each partner, for what it did itself"), _("The usual choice, and the safest.")),
            "capped": Choice(
                _("Each partner, for what it did itself, up to a limit"), _("A limit protects a small partner.")
            ),
            "joint_several": Choice(
                _("All together, and each for all of it"),
                _("Any one of you could be asked for everything. Ask a solicitor first."),
            ),
            "lead_carries": Choice(
                _("The lead partner, to people outside"),
                _("It may then ask the partner that did it to pay."),
                when=HAS_LEAD,
            ),
        },
        hint=_("A funder may ask for one of these. Read its terms first."),
        why=_("When it happens it is too late to agree who pays."),
        effect=printed("liability"),
    )
    cap = Money(
        _("What is the most that one partner has to pay?"),
        least=100,
        hint=_("Ask what each partner’s insurance would pay."),
        why=_("Each partner should be able to pay it and live on."),
        example="10,000",
        when=answered(".liability_mode", "capped"),
        effect=printed("liability"),
    )
    indemnity = OneOf(
        _("If one partner must pay for what another did, does it get the money back?"),
        {
            "none": Choice(_("We leave that to the law")),
            "mutual_own_fault": Choice(_("Yes. The partner that did it pays it back")),
        },
        why=_("People outside may turn to whichever partner they find first."),
        when=answered(".liability_mode", "each_own", "capped"),
        effect=printed("liability"),
    )
    joint_several = ForEach(
        Partner,
        JointLiabilityOfPartner,
        _("Does each partner know what this means?"),
        why=_("It is the most dangerous promise in this paper."),
        when=_JOINT,
        effect=printed("liability"),
    )


class BeyondControl(Section):
    """Row 52: events outside the partners' control."""

    title = _("What nobody could help")
    step = steps.WHEN_IT_GOES_WRONG
    when = BINDS
    essential = False

    excused = YesNo(
        _("Is a partner excused if it could not help what happened?"),
        hint=_("A fire, a flood, a new disease, or a funder that closes down."),
        why=_("Without this, it could have to pay for a storm."),
        effect=printed("beyond-control"),
    )
    days_before_end = WholeNumber(
        _("After how many days do you decide whether to go on?"),
        least=1,
        most=365,
        unit=_("days"),
        suggestion=60,
        why=_("Nobody can wait for ever."),
        when=answered(".excused", True),
        effect=printed("beyond-control"),
    )
