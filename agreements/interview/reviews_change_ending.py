"""Step 11: reviews, changes, leaving and ending (rows 46, 47, 49 and 51)."""

import datetime as dt
from collections.abc import Iterator

from agreements.interview import steps, term
from agreements.interview.about_us import Partner
from agreements.interview.membership import NEEDS_EVERYBODY
from agreements.interview.money import HAS_MONEY
from agreements.interview.talking import AUDIENCES
from agreements.language import _
from agreements.questions import (
    Choice,
    Date,
    Interview,
    ListOf,
    LongText,
    OneOf,
    OneRow,
    Proposal,
    Proposals,
    Row,
    Section,
    SomeOf,
    WholeNumber,
    answered,
    printed,
)
from agreements.review_dates import working_days
from agreements.review_dates.proposing import ProposedReview, propose
from agreements.values import date_in_words, weekday_in_words

REVIEW_KINDS = {
    "early": Choice(_("Early review"), _("Soon after the start: is this what we meant?")),
    "light": Choice(_("Short review"), _("An hour: what goes well, what does not, what next.")),
    "full": Choice(_("Full review"), _("Everything: targets and their reasons, tasks, money, how we work together.")),
    "end": Choice(_("Final review"), _("What we achieved, what we learned, what happens next.")),
}


class Review(Row):
    """Row 46: one review."""

    kind = OneOf(
        _("What kind of review is it?"),
        REVIEW_KINDS,
        why=_("Short ones often and full ones sometimes: that keeps it bearable."),
        effect=printed("schedule-reviews", in_calendar=True),
    )
    date = Date(
        _("On which day?"),
        why=_("A date in the diary is kept. “Soon” is not."),
        effect=printed("schedule-reviews", in_calendar=True),
    )
    led_by = OneRow(
        Partner,
        _("Which partner leads it?"),
        why=_("Somebody has to call it. Take turns."),
        effect=printed("schedule-reviews", in_calendar=True),
    )
    attendees = SomeOf(
        _("Who takes part?"),
        {name: AUDIENCES[name] for name in ("boards", "managers", "frontline", "volunteers", "users", "funder")},
        required=False,
        hint=_("Workers and volunteers see problems first."),
        why=_("A review without the people who do the work misses half of it."),
        effect=printed("schedule-reviews", in_calendar=True),
    )
    inputs = LongText(
        _("What do you need to have in front of you?"),
        required=False,
        why=_("Facts keep a review fair."),
        example=_("The door sheets since the last review"),
        effect=printed("schedule-reviews", in_calendar=True),
    )

    @property
    def label(self) -> str:
        """The kind and the date."""
        kind, day = self.kind, self.date
        words = [REVIEW_KINDS[kind].title if kind else "", date_in_words(day) if day else ""]
        return ", ".join(word for word in words if word) or super().label

    @classmethod
    def proposals(cls, interview: Interview, today: dt.date) -> Proposals:
        title = _("Dates we suggest")
        start, every = interview.read("about.start_date"), interview.read("reviews.review_every")
        if not start or not every:
            first = _(
                "Say when the agreement starts, and how often you look at how it is going. Then we suggest dates."
            )
            return Proposals(title, (first,))
        proposed = propose(start, interview.read("ending.end_date"), every, Reviews.reviews.most)
        counted_from = _("We counted these dates from the start on %(start)s.", start=date_in_words(start))
        theirs = _("They are only a start: you can change or remove each of them.")
        nations = nations_that_count(interview)
        return Proposals(
            title,
            (counted_from, *proposed.remarks, theirs),
            button=_("Add these dates"),
            rows=tuple(_proposal(review, nations, today) for review in proposed.reviews),
        )

    def remarks(self, today: dt.date) -> Iterator[str]:
        if self.date:
            yield from working_days.remarks(self.date, nations_that_count(self.interview), today)
            yield from term.after_the_end(self.interview, self.date)

    def faults(self) -> Iterator[tuple[str, str]]:
        """Nobody reviews what has not begun."""
        if self.date:
            yield from (("date", sentence) for sentence in term.before_the_start(self.interview, self.date))


def _proposal(review: ProposedReview, nations: tuple[str, ...], today: dt.date) -> Proposal:
    month_end = (review.month_end,) if review.month_end else ()
    return Proposal(
        answers={"kind": review.kind, "date": review.day.isoformat()},
        label=_(
            "%(kind)s, %(day)s",
            kind=REVIEW_KINDS[review.kind].title,
            day=weekday_in_words(review.day),
        ),
        remarks=(*month_end, *working_days.remarks(review.day, nations, today)),
    )


def nations_that_count(interview: Interview) -> tuple[str, ...]:
    """The nations whose bank holidays count: where the work happens, and where each partner is based ("Words we use")."""
    based_in = (partner.nation for partner in interview.rows(Partner) if partner.nation)
    return tuple(dict.fromkeys((*(interview.read("about.work_nations") or ()), *based_in)))


class Reviews(Section):
    """Row 46: review schedule (from the briefing: regular reviews, not just end of year reviews)."""

    title = _("Reviews")
    step = steps.REVIEWS_CHANGE_ENDING

    review_every = OneOf(
        _("How often do you look at how the partnership is going?"),
        {
            "6w": Choice(_("Every six weeks")),
            "quarterly": Choice(_("Every three months")),
            "4m": Choice(_("Every four months")),
            "6m": Choice(_("Every six months")),
            "12m": Choice(_("Once a year")),
        },
        hint=_("Once a year is seldom enough. Small problems grow."),
        why=_("Regular reviews find problems while they are small."),
        effect=printed("reviews"),
    )
    reviews = ListOf(
        Review,
        _("On which dates?"),
        one=_("review"),
        many=_("reviews"),
        hint=_("At least the first year."),
        why=_("The dates go into your calendars, and into the agreement."),
        effect=printed("schedule-reviews", in_calendar=True),
    )
    trigger_review_on = SomeOf(
        _("What makes you meet at once, without waiting for the next review?"),
        {
            "funding_change": Choice(_("Money is offered, cut or late")),
            "partner_change": Choice(_("A partner joins, leaves or changes a lot")),
            "missed_target": Choice(_("A target is missed")),
            "serious_incident": Choice(_("Somebody is harmed, or could have been")),
        },
        required=False,
        why=_("Some things cannot wait."),
        effect=printed("reviews"),
    )

    @property
    def first_date(self) -> dt.date | None:
        """The day of the first review that has one."""
        return min((review.date for review in self.reviews or () if review.date), default=None)


class Changes(Section):
    """Row 47: changing this agreement."""

    title = _("Changing the agreement")
    step = steps.REVIEWS_CHANGE_ENDING

    amend_rule = OneOf(
        _("How do you change this agreement?"),
        {
            "all_agree_in_writing": Choice(_("All partners agree in writing")),
            "two_thirds": Choice(_("Two thirds of the partners agree in writing")),
        },
        why=_("Nobody should find that the agreement has changed behind their back."),
        effect=printed("changes"),
    )
    small_change_by = OneRow(
        Partner,
        _("Which partner may write in small changes?"),
        required=False,
        hint=_("Such as a new contact or a corrected date. It tells the others."),
        why=_("Small changes should not need a meeting."),
        effect=printed("changes"),
    )

    def faults(self) -> Iterator[tuple[str, str]]:
        if self.amend_rule == "two_thirds" and "amend" in (self.interview.read("deciding.reserved_matters") or ()):
            yield "amend_rule", NEEDS_EVERYBODY


class Leaving(Section):
    """Row 49: leaving."""

    title = _("If one of you wants to leave")
    step = steps.REVIEWS_CHANGE_ENDING

    notice_days = WholeNumber(
        _("How many days before must a partner say that it is leaving?"),
        least=1,
        most=730,
        unit=_("days"),
        suggestion=90,
        why=_("The others need time to find another way."),
        effect=printed("leaving"),
    )
    leaving_duties = SomeOf(
        _("What does a partner do before it goes?"),
        {
            "handover": Choice(_("Hand over its tasks, papers and keys")),
            "return_money": Choice(_("Give back money it has not spent"), when=HAS_MONEY),
            "return_data": Choice(_("Give back or delete people’s details")),
            "tell_users": Choice(_("Tell the people it serves, together with the others")),
            "finish_commitments": Choice(_("Finish what it has promised")),
        },
        why=_("A good ending keeps the work going, and the friendship."),
        effect=printed("leaving"),
    )


class Ending(Section):
    """Row 51: ending, and what is left."""

    title = _("How it ends")
    step = steps.REVIEWS_CHANGE_ENDING

    end_type = OneOf(
        _("When does this agreement end?"),
        {
            "fixed": Choice(_("On a fixed date")),
            "rolling": Choice(_("It goes on until you end it")),
            "when_done": Choice(_("When the work is done")),
        },
        why=_("An agreement with no end is easily forgotten."),
        effect=printed("purpose", "ending"),
    )
    end_date = Date(
        _("On which date does it end?"),
        why=_("Everyone can then plan for what comes after."),
        when=answered(".end_type", "fixed"),
        effect=printed("purpose", "ending"),
    )
    users_plan = LongText(
        _("What happens to the people you serve when it ends?"),
        why=_("They should hear of it early, and know where to turn."),
        example=_(
            "We tell everyone who comes two months before. We write down where else they can go and take them there once."
        ),
        effect=printed("ending"),
    )
    asset_rule = OneOf(
        _("What happens to things you bought for the work?"),
        {
            "who_paid": Choice(_("Whoever paid for a thing keeps it")),
            "where_used": Choice(_("They stay where people go on using them")),
            "agree_then": Choice(_("We decide together before the end")),
        },
        required=False,
        needed_if=answered("money.has_money", True),
        why=_("It is easy to agree on this now, and hard later."),
        effect=printed("ending"),
    )
    records_holder = OneRow(
        Partner,
        _("Which partner keeps the records when it is over?"),
        required=False,
        why=_("People may have questions years later."),
        effect=printed("ending"),
    )
    sustainability = LongText(
        _("What should last when it is over?"),
        required=False,
        why=_("Good work can live on in other places."),
        example=_("The residents’ group carries on the Tuesday coffee by itself."),
        effect=printed("ending"),
    )

    @property
    def what_goes_on(self) -> tuple[str, ...]:
        """What still holds after the end, and for a partner that has left; claims only where anything binds."""
        read, section = self.interview.read, self.interview.section
        holds = {
            "secrets": read("confidentiality.confidential") in ("good_faith", "binding"),
            "details": section("data").is_asked("purpose"),
            "money": read("money.has_money"),
            "records": read("records.records_kept_years"),
            "insurance": section("insurance").is_begun,
            "claims": read("status.binding_mode") in ("mixed", "binding"),
        }
        return tuple(name for name, it_does in holds.items() if it_does)

    def faults(self) -> Iterator[tuple[str, str]]:
        end = self.get("end_date")
        if end:
            yield from (("end_date", sentence) for sentence in term.before_the_start(self.interview, end))
