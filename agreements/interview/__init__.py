"""The interview: what a group is asked, in asking order. Two short paths stand beside it, each an interview of its own."""

from collections.abc import Mapping

from agreements.interview.about_us import About, Partners, Status
from agreements.interview.accountability import Accountability
from agreements.interview.considering import Considering
from agreements.interview.deciding import Deciding
from agreements.interview.disagreements import Disagreements
from agreements.interview.independence import Conflicts, Exclusivity, Independence
from agreements.interview.law_and_words import Law, Words
from agreements.interview.liability import BeyondControl, Liability
from agreements.interview.materials_insurance import Insurance, Materials
from agreements.interview.membership import Joining, Removal
from agreements.interview.money import Budget, FundingPart, Money
from agreements.interview.money_rules import Repayment, Tax, Things
from agreements.interview.offering import Offering
from agreements.interview.offers_and_needs import Commitment, Contributions, SmallPartners, Support
from agreements.interview.own_wording import OtherPapers, Special
from agreements.interview.people import People
from agreements.interview.people_and_safety import Equality, Incidents, Safeguarding, Staff
from agreements.interview.personal_data import Confidentiality, PersonalData
from agreements.interview.records_publicity import Publicity, Records
from agreements.interview.reviews_change_ending import Changes, Ending, Leaving, Reviews
from agreements.interview.shape import Shape
from agreements.interview.signing import SigningPart
from agreements.interview.talking import BuyIn, Talking
from agreements.interview.targets import Quality, Targets
from agreements.interview.vision_and_value import AddedValue, StopTwice, UserVoice, Values, Vision
from agreements.interview.who_does_what import Responsibilities, Roles, Timetable
from agreements.interview.why_together import Drivers, History
from agreements.interview.written import Written
from agreements.language import _
from agreements.questions import Asked


class Agreement(Written):
    """The typed facts of one agreement. `Agreement.load` makes it from an answer set."""

    about = Asked(About)
    partners = Asked(Partners)
    status = Asked(Status)
    history = Asked(History)
    drivers = Asked(Drivers)
    vision = Asked(Vision)
    added_value = Asked(AddedValue)
    values = Asked(Values)
    user_voice = Asked(UserVoice)
    stop_twice = Asked(StopTwice)
    shape = Asked(Shape)
    roles = Asked(Roles)
    responsibilities = Asked(Responsibilities)
    timetable = Asked(Timetable)
    targets = Asked(Targets)
    quality = Asked(Quality)
    contributions = Asked(Contributions)
    support = Asked(Support)
    small_partners = Asked(SmallPartners)
    commitment = Asked(Commitment)
    deciding = Asked(Deciding)
    talking = Asked(Talking)
    buy_in = Asked(BuyIn)
    people = Asked(People)
    records = Asked(Records)
    publicity = Asked(Publicity)
    money = Asked(Money)
    funding = Asked(FundingPart)
    budget = Asked(Budget)
    repayment = Asked(Repayment)
    tax = Asked(Tax)
    things = Asked(Things)
    staff = Asked(Staff)
    safeguarding = Asked(Safeguarding)
    incidents = Asked(Incidents)
    equality = Asked(Equality)
    data = Asked(PersonalData)
    confidentiality = Asked(Confidentiality)
    materials = Asked(Materials)
    insurance = Asked(Insurance)
    liability = Asked(Liability)
    conflicts = Asked(Conflicts)
    independence = Asked(Independence)
    exclusivity = Asked(Exclusivity)
    accountability = Asked(Accountability)
    disagreements = Asked(Disagreements)
    beyond_control = Asked(BeyondControl)
    reviews = Asked(Reviews)
    changes = Asked(Changes)
    joining = Asked(Joining)
    leaving = Asked(Leaving)
    removal = Asked(Removal)
    ending = Asked(Ending)
    law = Asked(Law)
    words = Asked(Words)
    special = Asked(Special)
    other_papers = Asked(OtherPapers)
    signing = Asked(SigningPart)

    @property
    def name(self) -> str:
        """What people call the work, or the agreement; "" while it has no name."""
        return self.about.short_name or self.about.full_title or ""

    @property
    def precedent(self) -> str:
        """The master text of the chosen kind."""
        return self.status.precedent

    @property
    def title(self) -> str:
        """The agreement's own title."""
        return self.about.full_title or _("Agreement without a title yet")

    @property
    def notice(self) -> str:
        """What the group wants to be said on every page."""
        return self.about.notice or ""


Agreement.check()

INTERVIEWS: Mapping[str, type[Written]] = {
    "agreement": Agreement,
    "considering": Considering,
    "offer": Offering,
}
"""Every interview by the name that answer files, precedents and the command line call it."""

__all__ = ["INTERVIEWS", "Agreement", "Considering", "Offering", "Written"]
