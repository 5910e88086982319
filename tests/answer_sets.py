"""Answer sets derived from the interview's declaration, so that a new question is tested from the day it is declared.

`complete()` answers every question, `variations()` gives other answers to one of them, `any_answers()` anything at all.
"""

import copy
import itertools
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from hashlib import sha256
from io import BytesIO
from typing import Any

from hypothesis import strategies as st
from PIL import Image

from agreements.interview import Agreement, Written
from agreements.interview.about_us import Partner
from agreements.interview.offering import ASSETS
from agreements.interview.own_wording import SpecialCondition
from agreements.interview.who_does_what import ROLES, Role
from agreements.interview.why_together import DRIVERS
from agreements.legal_forms import LEGAL_FORMS, LegalForm
from agreements.legal_forms.form import SCOTLAND
from agreements.questions import (
    Choice,
    Condition,
    Date,
    Email,
    File,
    ForEach,
    Group,
    ListOf,
    LongText,
    Money,
    OneOf,
    OneRow,
    Question,
    Row,
    ShortText,
    SomeOf,
    SomeRows,
    WholeNumber,
    YesNo,
)
from agreements.questions.conditions import AllOf, AnyOf, AnyRow, Is
from agreements.questions.text import has_ink, normalise, refusals

Raw = dict[str, Any]
ROWS = 3
"""Rows in a list, or more, so that each choice of its questions is chosen once."""

_NO_MONEY = [kind for kind in ASSETS if kind != "money"]
_ROLES_WITHOUT_MONEY = [kind for kind in ROLES if kind != "money"]

# What cannot be chosen freely, because it must agree with another answer: by path, for the row at a place.
_FITTING: dict[str, Callable[[int], Any]] = {
    "partners.partners.legal_form": lambda place: _form(place).name,
    "partners.partners.nation": lambda place: _form(place).nations[0],
    "partners.partners.company_number": lambda place: f"{place:08}",
    "partners.partners.llp_number": lambda place: f"OC{place:06}",
    "partners.partners.charity_number": lambda place: _charity_number(_form(place)),
    "partners.partners.charity_number_if_any": lambda place: _charity_number(_form(place)),
    "partners.partners.host": lambda place: row_id(Partner, 0 if place else 1),
    "history.history.partner_b": lambda place: row_id(Partner, place + 1),
    "signing.signatories.partner": lambda place: row_id(Partner, _signs_for(place)),
    "signing.signatories.capacity": lambda place: _form(_signs_for(place)).signed_by[0],
    # It goes together with each legal form and each capacity.
    "signing.signatories.authority_basis": lambda _place: "minute",
    "ending.end_date": lambda _place: "2029-12-31",
    # Later than the start, also when that is a day later.
    "reviews.reviews.date": lambda place: (date(2027, 2, 2) + timedelta(days=place)).isoformat(),
    "targets.targets.due": lambda place: (date(2027, 2, 2) + timedelta(days=place)).isoformat(),
    # Whoever answers for it, and whoever does a task that leads to it.
    "targets.targets.agreed_by": lambda _place: [row_id(Partner, place) for place in range(row_count(Partner))],
    # Matters whose rule no other question asks for.
    "deciding.reserved_matters": lambda _place: ["budget", "targets"],
    # It goes together with each rule.
    "deciding.deadlock": lambda _place: "ladder",
    "safeguarding.works_with_at_risk": lambda _place: "both",
    # So that each clause of ours stands in it.
    "special.conditions.replaces_clause": lambda _place: None,
    # So that money may be involved or not.
    "roles.roles.kind": lambda place: _ROLES_WITHOUT_MONEY[place % len(_ROLES_WITHOUT_MONEY)],
    "contributions.contributions.kind": lambda place: _NO_MONEY[place % len(_NO_MONEY)],
    "leaving.leaving_duties": lambda _place: ["handover", "tell_users"],
    "small_partners.small_partner_terms": lambda _place: ["plain_papers", "own"],
    # So that it matters whether small partners are paid first.
    "budget.payment_timing": lambda _place: "monthly",
    # The lead partner holds each grant and contract, which come first.
    "funding.funding.holder": lambda place: row_id(Partner, 0 if place < 2 else place),
    "joining.joining_rule": lambda _place: "all_agree",
    # It goes together with each shape, a lead partner or none.
    "accountability.accountability_steps.applies_to": lambda place: ("all", "delivering")[place % 2],
    # Their topics can never be closed.
    "status.binding_sections": lambda _place: ["liability", "materials"],
    # The kind in which most is asked.
    "status.doc_kind": lambda _place: "consortium",
    "status.binding_mode": lambda _place: "mixed",
    "drivers.drivers": lambda _place: list(DRIVERS),
    "shape.model": lambda _place: "lead_body",
    # Two from one partner, so that their order is seen.
    "contributions.contributions.partner": lambda place: row_id(Partner, place // 2),
    "support.support_needs.met_by": lambda place: [row_id(Partner, place + 1), row_id(Partner, place + 2)],
    "roles.roles.answers_to": lambda place: row_id(Role, place + 1),
}


_FORMS = (
    "charitable_company",
    "company_guarantee",
    "cio",
    "scio",
    "registered_society",
    "unincorporated_charity",
    "unincorporated_association",
    "informal_group",
    "branch_of_parent",
    "llp",
)
"""The legal forms of the partners: some for each question that only some are asked. All have tests of their own."""


def _form(partner: int) -> LegalForm:
    """The legal form of the partner at a place."""
    return LEGAL_FORMS[_FORMS[partner % len(_FORMS)]]


def _charity_number(form: LegalForm) -> str:
    """A charity number as the register in the nation of a partner gives it."""
    return "SC012345" if form.nations[0] == SCOTLAND else "1234567"


def _signs_for(signatory: int) -> int:
    """The place of the partner for whom the signatory at a place signs: two for the first, then one for each."""
    return max(0, signatory - 1)


def row_id(kind: type[Row], place: int) -> str:
    """The id of the row at a place of a complete answer set, counted round and round."""
    return f"{kind.__name__.lower()}-{place % row_count(kind)}"


def row_count(kind: type[Group]) -> int:
    """How many rows a list has, so that each choice is chosen in one of them; of partners, one for each form above.

    A section to replace is never chosen.
    """
    if kind is Partner:
        return len(_FORMS)
    choices = [
        len(question.choices)
        for question in kind.questions().values()
        if isinstance(question, OneOf) and question is not SpecialCondition.replaces_clause
    ]
    return max([ROWS, *choices])


def complete(of: type[Written] = Agreement) -> Raw:
    """An answer to every question there is, those that are not asked among them. No fault, and nothing missing."""
    return {name: _group(section, name) for name, section in of.sections().items()}


KINDS = ("memorandum", "partnership", "consortium")


def complete_of(kind: str) -> Raw:
    """The same for one kind of agreement."""
    answers = complete()
    answers["status"]["doc_kind"] = kind
    return answers


def _group(group: type[Group], path: str, place: int = 0) -> Raw:
    return {name: _answer(question, f"{path}.{name}", place) for name, question in group.questions().items()}


def _answer(question: Question[Any], path: str, place: int) -> Any:  # noqa: PLR0911, PLR0912, C901  # a line for each kind
    if path in _FITTING:
        return _FITTING[path](place)
    match question:
        case ListOf():
            return [row(question.item, path, number) for number in range(row_count(question.item))]
        case ForEach():
            return {
                row_id(question.about, number): _group(question.group, path, number)
                for number in range(row_count(question.about))
            }
        case WholeNumber():
            return question.least + place
        case Money():
            return 1000 + place
        case Date():
            return (date(2027, 1, 5) + timedelta(days=place)).isoformat()
        case YesNo():
            return "yes"
        case OneOf():
            return list(question.choices)[place % len(question.choices)]
        case SomeOf():
            return list(question.choices)[:2]
        case OneRow():
            return row_id(_held(question.to), place)
        case SomeRows():
            return [row_id(_held(question.to), place), row_id(_held(question.to), place + 1)]
        case Email():
            return f"{question.name}-{place}@example.org"
        case File():
            return _attached(question, place)
        case LongText():
            return f"First words on {path}, {place}.\nSecond line.\n\nA second paragraph."
        case _:
            return f"Words on {path}, {place}"


_ANOTHER = 99


def _attached(question: File, place: int) -> Raw:
    name, content = _file(question.holds, place)
    return {"name": name, "sha256": sha256(content).hexdigest()}


@cache
def _file(holds: str, place: int) -> tuple[str, bytes]:
    """The name and the content of a file that a complete answer set has at a place."""
    if holds == "document":
        return f"{place}.pdf", f"%PDF-1.7 {place}".encode()
    content = BytesIO()
    Image.new("RGB", (20 + place, 10)).save(content, "PNG")
    return f"{place}.png", content.getvalue()


def files() -> dict[str, bytes]:
    """The content of every file that a complete answer set, or one of its variations, has, by its name."""
    kinds = {question.holds for _path, question, _group in Agreement.every_question() if isinstance(question, File)}
    return dict(_file(holds, place) for holds in kinds for place in range(_ANOTHER + 1))


def attachments() -> dict[str, bytes]:
    """The same contents by their hash."""
    return {sha256(content).hexdigest(): content for content in files().values()}


def row(kind: type[Row], path: str, place: int) -> Raw:
    """One row of a complete answer set, or one more."""
    return {"id": f"{kind.__name__.lower()}-{place}", **_group(kind, path, place)}


def _held(to: type[Row] | str) -> type[Row]:
    return next(kind for kind in Agreement.lists() if to in (kind, kind.__name__))


@dataclass(frozen=True)
class Variation:
    """Two interviews that differ in one question, at `path` (with ids): answered in another way, or not at all."""

    path: str
    answer: Any
    before: Written
    after: Written


def variations(names: str, of: type[Written] = Agreement) -> Iterator[Variation]:
    """Other answers to the question at a path of names, where it is asked first and last, in sets without a fault."""
    question, name = of.question(names), names.rpartition(".")[2]
    raw = complete_asking(names, of)
    before = _loaded(json.dumps(raw), of)
    asking = [one.path for one in before.groups() if one.questions().get(name) is question and one.is_asked(name)]
    for path in dict.fromkeys((asking[0], asking[-1])):
        for other in _others(question, _raw_group(raw, path)[name], names):
            answers = copy.deepcopy(raw)
            if isinstance(question, OneOf) and other:
                _offer(answers, question.choices[other], names, path, of)
            offering = before if answers == raw else _loaded(json.dumps(answers), of)
            _raw_group(answers, path)[name] = other
            after = of.load(answers)
            if not after.faults:
                yield Variation(f"{path}.{name}", other, offering, after.interview)


def _offer(answers: Raw, choice: Choice, names: str, path: str, of: type[Written]) -> None:
    """Give the answers without which a choice is not offered."""
    group = next(one for one in _loaded(json.dumps(answers), of).groups() if one.path == path)
    if choice.when and not choice.when.holds(group.read):
        _meet(answers, choice.when, names, path, of)


@cache
def _loaded(answers: str, of: type[Written]) -> Written:
    interview: Written = of.load(json.loads(answers)).interview
    return interview


def complete_asking(names: str, of: type[Written] = Agreement) -> Raw:
    """A complete answer set in which the question at a path of names is asked, whatever its conditions are."""
    answers = complete(of)
    _settle(answers, names, _first_group(names, of), of)
    return answers


def _first_group(names: str, of: type[Written]) -> str:
    """The path, with an id, of the first group that a question may be asked in."""
    section, *rest = names.split(".")
    if len(rest) == 1:
        return section
    outer = of.question(f"{section}.{rest[0]}")
    about = outer.about if isinstance(outer, ForEach) else outer.item if isinstance(outer, ListOf) else Partner
    return f"{section}.{rest[0]}.{row_id(about, 0)}"


def _settle(answers: Raw, names: str, group: str, of: type[Written]) -> None:
    """Give the answers on which a question and its section depend, unless it is asked already."""
    name = names.rpartition(".")[2]
    question = of.question(names)
    groups = _loaded(json.dumps(answers), of).groups()
    if any(one.questions().get(name) is question and one.is_asked(name) for one in groups):
        return
    section, *rest = names.split(".")
    if len(rest) > 1:
        _settle(answers, f"{section}.{rest[0]}", section, of)
    for when in (of.sections()[names.partition(".")[0]].when, question.when):
        if when:
            _meet(answers, when, names, group, of)


def _meet(answers: Raw, when: Condition, names: str, group: str, of: type[Written]) -> None:
    match when:
        case AllOf():
            for one in when.conditions:
                _meet(answers, one, names, group, of)
        case AnyOf():
            _meet(answers, when.conditions[0], names, group, of)
        case Is():
            looked_at = of.absolute(when.path, names)
            place = group if when.path.startswith(".") else _first_group(looked_at, of)
            _settle(answers, looked_at, place, of)
            looked_for = [when.values[0]] if isinstance(of.question(looked_at), SomeOf) else when.values[0]
            _raw_group(answers, place)[looked_at.rpartition(".")[2]] = looked_for
        case AnyRow():
            looked_at = f"{of.absolute(when.path, names)}.{when.question}"
            _raw_group(answers, _first_group(looked_at, of))[when.question] = when.values[0]


def _raw_group(answers: Raw, path: str) -> Raw:
    found: Any = answers
    for name in path.split("."):
        found = found[name] if isinstance(found, dict) else next(one for one in found if one["id"] == name)
    raw: Raw = found
    return raw


def _others(question: Question[Any], answer: Any, names: str) -> Iterator[Any]:  # noqa: C901, PLR0912  # a line for each
    match question:
        case ListOf():
            yield [*answer, row(question.item, names, len(answer))]
            yield [*answer[1:], answer[0]]
            if question.item is not Partner:
                yield answer[1:]
                yield None
            return
        case ForEach():
            yield {key: value for key, value in answer.items() if key != min(answer)}
        case WholeNumber() | Money():
            yield answer + 1
        case Date():
            yield (date.fromisoformat(answer) + timedelta(days=1)).isoformat()
        case YesNo():
            yield "no"
        case OneOf():
            yield from (choice for choice in question.choices if choice != answer)
        case SomeOf():
            yield from ([choice] for choice in question.choices)
        case OneRow():
            kind = _held(question.to)
            places = range(row_count(kind))
            yield next(row_id(kind, place) for place in places if _fits(names, row_id(kind, place), answer))
        case SomeRows():
            yield answer[:1]
        case Email():
            yield "other@example.org"
        case File():
            yield _attached(question, _ANOTHER)
        case _ if names in _FITTING:
            yield answer[:-1] + ("8" if answer[-1] == "7" else "7")
        case _:
            yield f"Other words on {names}"
    if answer is not None:
        yield None


def alike(names: str) -> Iterator[Raw]:
    """Complete answer sets in which every row of a list gives the same answer to a question: each choice in turn."""
    question = Agreement.question(names)
    section, rows, *below = names.split(".")
    if not below or not isinstance(Agreement.question(f"{section}.{rows}"), ListOf):
        return
    for choice in question.choices if isinstance(question, OneOf) else ("no",) if isinstance(question, YesNo) else ():
        answers = complete_asking(names)
        for one in answers[section][rows]:
            one[below[0]] = choice
        yield answers


def _fits(names: str, other: str, answer: str) -> bool:
    """Whether another row may be chosen: the second of two partners cannot be the first."""
    taken = {"history.history.partner_a": row_id(Partner, 1), "history.history.partner_b": row_id(Partner, 0)}
    return other not in (answer, taken.get(names))


AWKWARD = (
    "R & D <b>bold</b> \"double\" 'single' ]]> <!-- --> &amp; <gap>x</gap>",
    "{{ 7 * 7 }} {% raw %} {# #} {_ \\a \\1 %s %(a)s ${x}",
    "سنلتقي كل شهر (Harbour, 2027)",
    "ניפגש בכל חודש",
    "Tŷ Gŵyr 🙂 🏠 🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f ☐ €",
    "আমরা প্রতি মাসে",
    "one\r\ntwo\tthree\u2028four\u00a0five",
    "  - a list\n\n\n  - with   spaces  \n",
    "e\u0301 \u200bzero\u00adwidth\ufeff \u0007 \u202eturned \ud800 \ue000 \uffff",
    "",
    " ",
    "\u200b",
    "yes",
    "no",
    "null",
    "2027-03-27",
    "1,000",
    "12",
)
"""Words that some program between a form and a paper may take for its own, or lose."""

_letters = st.one_of(st.characters(), st.characters(categories=["Cs", "Cc", "Cf", "Co", "Cn", "Zs"]))
_words = st.one_of(
    st.sampled_from(AWKWARD),
    st.text(_letters, max_size=40),
    st.text(st.sampled_from("abcé &<>\"'{}%\n"), max_size=60),
    st.builds(
        lambda letter, count: letter * count, st.sampled_from("wÅक"), st.sampled_from([199, 201, 10_000, 10_001])
    ),
)
_plain = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), _words, st.dates(), st.binary(max_size=4))
_wrong = st.recursive(_plain, lambda below: st.lists(below, max_size=3) | st.dictionaries(_words, below, max_size=3))


@st.composite
def any_answers(draw: st.DrawFn, of: type[Written] = Agreement) -> Raw:
    """An answer set as somebody might send it: right, half done, wrong, or hostile, in every place."""
    ids = {kind: draw(_ids) for kind in of.lists()}
    answers = {name: draw(_any_group(section, ids)) for name, section in of.sections().items() if draw(_mostly)}
    if draw(_seldom):
        answers[draw(_words)] = draw(_wrong)
    return answers


_ids = st.lists(st.sampled_from(["a", "b", "c", "row-1", "row-2", "x" * 40]), unique=True, max_size=4)
_mostly = st.sampled_from([True] * 7 + [False])
_seldom = st.sampled_from([False] * 15 + [True])
_Ids = dict[type[Row], list[str]]


@st.composite
def _any_group(draw: st.DrawFn, group: type[Group], ids: _Ids) -> Any:
    if draw(_seldom):
        return draw(_wrong)
    answers = {name: draw(_any_answer(question, ids)) for name, question in group.questions().items() if draw(_mostly)}
    if draw(_seldom):
        answers[draw(_words)] = draw(_wrong)
    return answers


@st.composite
def _any_answer(draw: st.DrawFn, question: Question[Any], ids: _Ids) -> Any:
    return draw(_wrong) if draw(_seldom) else draw(_likely(question, ids))


def _likely(question: Question[Any], ids: _Ids) -> st.SearchStrategy[Any]:  # noqa: PLR0911, C901  # a line for each kind
    match question:
        case ListOf():
            group = _any_group(question.item, ids)
            return st.tuples(*(st.tuples(st.just(one), group) for one in ids[question.item])).map(_with_ids)
        case ForEach():
            kept = [*ids[question.about], "stray"]
            return st.dictionaries(st.sampled_from(kept), _any_group(question.group, ids), max_size=len(kept))
        case WholeNumber():
            return st.integers(question.least - 1, question.most + 1) | st.sampled_from(["1,0", "٣", "7", 1.9])
        case Money():
            return st.integers(-1, 10**12) | st.sampled_from(["£1,000", "250.50", "1.005", "12 p", 2.5])
        case Date():
            parts = st.fixed_dictionaries({part: st.sampled_from(["", "1", "31", "2027", "x"]) for part in _DATE_PARTS})
            return st.dates().map(date.isoformat) | st.dates() | parts
        case YesNo():
            return st.sampled_from(["yes", "no", True, False, "maybe"])
        case OneOf():
            return st.sampled_from([*question.choices] * 4 + ["unknown"])
        case SomeOf():
            return st.lists(st.sampled_from([*question.choices] * 4 + ["unknown"]), max_size=4)
        case OneRow():
            return st.sampled_from(ids[_held(question.to)] * 6 + ["stray"])
        case SomeRows():
            return st.lists(st.sampled_from(ids[_held(question.to)] * 6 + ["stray"]), max_size=4)
        case File():
            return st.fixed_dictionaries({"name": _words, "sha256": st.sampled_from(["", "ab" * 32, "AB" * 32, "x"])})
        case _:
            return _words


@st.composite
def awkward_answers(draw: st.DrawFn) -> Raw:
    """A complete answer set without a fault, in which people typed whatever may be typed."""
    texts = draw(st.lists(_words.map(normalise).filter(_is_accepted), min_size=8, max_size=24))
    turn = itertools.cycle(texts)
    answers = complete()
    for group in Agreement.load(answers).interview.groups():
        raw = _raw_group(answers, group.path)
        for name, question in group.questions().items():
            if isinstance(question, LongText):
                raw[name] = next(turn)
            elif isinstance(question, ShortText) and raw[name].startswith("Words on "):
                # Short, on one line; and no two partners have the same name. Numbers stay as their register has them.
                raw[name] = f"{' '.join(next(turn).split())[:150]} {group.path[-1]}"
    return answers


def _is_accepted(text: str) -> bool:
    return has_ink(text) and not list(refusals(text)) and len(text) <= 10_000


_DATE_PARTS = ("day", "month", "year")


def _with_ids(rows: tuple[tuple[str, Any], ...]) -> list[Any]:
    return [{"id": one, **group} if isinstance(group, dict) else group for one, group in rows]
