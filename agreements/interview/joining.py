"""An organisation’s own offer and needs, taken into an agreement as one partner’s (row 57).

Nothing that stands in the agreement is changed or doubled. A row gets an id made of the partner’s and its own, so that
joining the same offer a second time adds nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from agreements.answer_files import plain
from agreements.errors import Fault, InvalidAnswers, NotJoined
from agreements.interview import Agreement, Offering
from agreements.interview.about_us import Partner
from agreements.interview.loading import kind, load, sections
from agreements.interview.offers_and_needs import Contribution, SupportNeed
from agreements.language import _
from agreements.questions import Row
from agreements.questions.fields import is_row_id

_OTHER_WORDS = _("The agreement has a row with this id and other words. Change it there.")
_ANSWERED = _("The agreement has an answer of its own here.")
_NO_PLACE = _("The agreement has no such question. Read it again when you say what you are good at.")


@dataclass(frozen=True)
class Joined:
    """The agreement’s answers with the offer in them, and what became of each part of the offer, by path."""

    answers: Mapping[str, Any]
    joined: tuple[Fault, ...]
    there_already: tuple[Fault, ...]
    left_out: tuple[Fault, ...]


def join(answers: Mapping[str, Any], offer: Mapping[str, Any], partner: str) -> Joined:
    """Take an offer into the answers of an agreement, as what one partner brings and needs.

    Raises:
        NotJoined: one of the two is of another kind, or the agreement has no such partner.
        InvalidAnswers: the offer has faults, or the agreement has some where the offer would go.
    """
    agreement, offering = _agreement(answers, partner), _offering(offer)
    joining = _Joining(plain(answers), agreement, partner)
    joining.take_contributions(offering)
    joining.take_needs(offering)
    joining.take_answer("strengths", "ways_of_working", offering, "ways_of_working")
    joining.take_answer("capacity", "capacity_note", offering, "capacity")
    if offering.offer.what_we_offer:
        joining.left_out.append(Fault("offer.what_we_offer", _NO_PLACE))
    faults = [fault for fault in load(joining.answers).faults if fault not in load(answers).faults]
    if faults:
        raise InvalidAnswers(faults)
    return Joined(joining.answers, tuple(joining.joined), tuple(joining.there_already), tuple(joining.left_out))


def _agreement(answers: Mapping[str, Any], partner: str) -> Agreement:
    if kind(answers) != "agreement":
        raise NotJoined(_("An offer joins an agreement. The second file is one of another kind."))
    loaded = load(answers)
    agreement: Agreement = loaded.interview
    concerned = [fault for fault in loaded.faults if _is_concerned(fault.path)]
    if concerned:
        raise InvalidAnswers(concerned)
    known = [one.id for one in agreement.rows(Partner)]
    if partner not in known:
        raise NotJoined(
            _(
                "The agreement has no partner with the id “%(partner)s”. Its partners are: %(known)s.",
                partner=partner,
                known=", ".join(known) or _("none yet"),
            )
        )
    return agreement


def _is_concerned(path: str) -> bool:
    return path in {"partners", "partners.partners"} or path.partition(".")[0] in {"contributions", "support"}


def _offering(offer: Mapping[str, Any]) -> Offering:
    if kind(offer) != "offer":
        raise NotJoined(_("The first file holds no offer. The first line of an offer is “of: offer”."))
    loaded = Offering.load(sections(offer))
    if loaded.faults:
        raise InvalidAnswers(loaded.faults)
    offering: Offering = loaded.interview
    return offering


@dataclass
class _Joining:
    answers: Any
    agreement: Agreement
    partner: str
    joined: list[Fault] = field(default_factory=list)
    there_already: list[Fault] = field(default_factory=list)
    left_out: list[Fault] = field(default_factory=list)

    def take_contributions(self, offering: Offering) -> None:
        for asset in offering.offer.assets or ():
            answers = {"kind": asset.kind, "description": asset.what, **self._how_much(asset)}
            self._take_row("contributions.contributions", Contribution, asset, answers)

    def _how_much(self, asset: Row) -> Mapping[str, Any]:
        """What is offered in words has its place among the words of a contribution; of money, only an amount has one."""
        amount = asset.get("amount")
        if asset.get("kind") != "money":
            return {"unit": amount}
        if amount and "money" not in Contribution.load({"money": amount})[0]:
            sentence = _("“%(amount)s” is no amount in pounds. Write it into the agreement yourself.", amount=amount)
            self.left_out.append(Fault(f"{asset.path}.amount", sentence))
            return {}
        return {"money": amount}

    def take_needs(self, offering: Offering) -> None:
        for need in offering.need.what_we_need or ():
            by_when = need.by_when.isoformat() if need.by_when else None
            self._take_row("support.support_needs", SupportNeed, need, {"what": need.what, "by_when": by_when})

    def _take_row(self, path: str, item: type[Row], offered: Row, answers: Mapping[str, Any]) -> None:
        row_id = _row_id(self.partner, offered.id)
        place = f"{path}.{row_id}"
        same_id = [row for row in self.agreement.rows(item) if row.id == row_id]
        if any(self._says_the_same(row, answers) for row in self.agreement.rows(item)):
            self.there_already.append(Fault(place, offered.label))
        elif same_id:
            self.left_out.append(Fault(offered.path, _OTHER_WORDS))
        else:
            given = {name: answer for name, answer in answers.items() if answer is not None}
            section, name = path.split(".")
            _below(_below(self.answers, section, {}), name, []).append({"id": row_id, "partner": self.partner, **given})
            self.joined.append(Fault(place, offered.label))

    def _says_the_same(self, row: Row, answers: Mapping[str, Any]) -> bool:
        whose = row.get("partner")
        told = {name: row.get(name) for name in ("kind", *row.names_itself_by) if name in answers}
        return bool(whose) and whose.id == self.partner and told == {name: answers[name] for name in told}

    def take_answer(self, name: str, question: str, offering: Offering, offered: str) -> None:
        """Take an answer about the partner, if the agreement has none."""
        answer = offering.working.get(offered)
        if not answer:
            return
        place = f"contributions.{name}.{self.partner}.{question}"
        group = _below(_below(_below(self.answers, "contributions", {}), name, {}), self.partner, {})
        if group.get(question) == answer:
            self.there_already.append(Fault(place, answer))
        elif group.get(question):
            self.left_out.append(Fault(f"working.{offered}", _ANSWERED))
        else:
            group[question] = answer
            self.joined.append(Fault(place, answer))


def _row_id(partner: str, row: str) -> str:
    joined = f"{partner}-{row}"
    return joined if is_row_id(joined) else sha256(joined.encode()).hexdigest()[:40]


def _below(group: Any, name: str, empty: Any) -> Any:
    """What stands under a name; where nothing does, an empty one that does from now on."""
    group[name] = group.get(name) or empty
    return group[name]
