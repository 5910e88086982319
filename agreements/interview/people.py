"""Step 7: two people at each partner, so that nothing hangs on one (row 23)."""

from agreements.interview import steps
from agreements.interview.about_us import Partner
from agreements.language import _
from agreements.questions import (
    Contacts,
    Email,
    FindingOnly,
    ForEach,
    Group,
    Section,
    ShortText,
    WholeNumber,
    YesNo,
    printed,
)

_MAY_CHANGE = _("The name goes into the list of contacts only. You can change it without signing again.")


class PeopleOfPartner(Group):
    """Row 23: the people to ask at one partner."""

    main_contact = ShortText(
        _("Who is the main contact?"),
        hint=_MAY_CHANGE,
        why=_("The others need to know whom to ask."),
        example=_("Sam Okafor"),
        autocomplete="off",
        effect=Contacts(),
    )
    main_position = ShortText(
        _("What is the main contact’s position?"), required=False, example=_("Manager"), effect=Contacts()
    )
    main_phone = ShortText(
        _("What is the main contact’s phone number?"), required=False, autocomplete="off", effect=Contacts()
    )
    main_email = Email(
        _("What is the main contact’s e-mail address?"), required=False, autocomplete="off", effect=Contacts()
    )
    deputy_contact = ShortText(
        _("Who stands in for the main contact?"),
        hint=_("Somebody else, who knows what is going on."),
        why=_("A partnership must not hang on one person. People fall ill, and people leave."),
        example=_("Priya Nair"),
        autocomplete="off",
        effect=Contacts(),
    )
    deputy_position = ShortText(
        _("What is that person’s position?"), required=False, example=_("Adviser"), effect=Contacts()
    )
    deputy_phone = ShortText(
        _("What is that person’s phone number?"), required=False, autocomplete="off", effect=Contacts()
    )
    deputy_email = Email(
        _("What is that person’s e-mail address?"), required=False, autocomplete="off", effect=Contacts()
    )
    notices_email = Email(
        _("To which e-mail address may formal letters go?"),
        required=False,
        hint=_("One that somebody reads when people are away."),
        why=_("A letter about leaving or a change should not get lost."),
        autocomplete="off",
        effect=Contacts(),
    )
    linked_elsewhere = YesNo(
        _("Does anybody here also work for another partner, or help to run it?"),
        required=False,
        hint=_("The answer is never printed."),
        why=_("It is no fault. It should be known, and written down as a conflict of interest."),
        effect=FindingOnly(),
    )


class People(Section):
    """Row 23: people and personalities (from the briefing: not dependent on two individuals)."""

    title = _("People to ask")
    step = steps.DECIDING_AND_TALKING
    intro = _("Good work often rests on two people who get on. Plan for the day when one of them leaves.")

    people = ForEach(
        Partner,
        PeopleOfPartner,
        _("Who are the people to ask at each partner?"),
        why=_("Two people at each partner keep the work going when one is away."),
        effect=Contacts(),
    )
    new_contact_days = WholeNumber(
        _("Within how many working days does a partner name somebody new?"),
        least=1,
        most=60,
        unit=_("working days"),
        suggestion=5,
        hint=_("When one of its two people leaves."),
        why=_("Otherwise letters go to somebody who is not there any more."),
        effect=printed("people"),
    )
    handover_note = YesNo(
        _("Does somebody who leaves write a handover note?"),
        suggestion=True,
        why=_("What one person knows should not leave with that person."),
        effect=printed("people"),
    )
