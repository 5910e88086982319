"""Each field of the design is asked where `rows_of_the_domain.yaml` says, and needed as it says.

Or docs/omissions.md says why it is not.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from agreements import answer_files
from agreements.interview import INTERVIEWS, Agreement, Written
from agreements.interview.catalogue import catalogue

DOMAIN = answer_files.read(Path(__file__).parent / "rows_of_the_domain.yaml")
OMISSIONS = Path(__file__).parent.parent.parent / "docs" / "omissions.md"
LEFT_OUT = "left out"
ASKED = {name: {entry["path"] for entry in catalogue(interview)} for name, interview in INTERVIEWS.items()}


def places(row) -> Iterator[tuple[str, str]]:
    """Each field of a row with each place where it is asked."""
    for part in ("fields", "also"):
        for field, asked in row.get(part, {}).items():
            yield from ((field, path) for path in ([asked] if isinstance(asked, str) else asked))


def first_places(row, stars) -> Iterator[tuple[type[Written], str]]:
    """Where the fields with these stars are asked: the interview, and the path without stars for rows."""
    of = INTERVIEWS[row.get("interview", "agreement")]
    asked = dict(reversed([*places(row)]))
    for field in row.get(stars, ()):
        if asked[field] != LEFT_OUT:
            yield of, asked[field].replace(".*", "")


OPEN = Agreement.load(
    {"partners": {"partners": [{"id": "a"}]}, "support": {"managing": {"a": {"none_confirmed": "no"}}}}
).interview
ASKED_FOR = {f"{name}.{question}" for name in OPEN.sections() for question, _said in OPEN.section(name).gaps()}
"""What a section asks for because of other answers, where a partner needs help and does not say which."""


def how_needed(of: type[Written], path: str) -> str:
    """Whether an answer is needed to sign: "always", "on a condition", or "never"."""
    section_name, *names = path.split(".")
    section, question = of.sections()[section_name], of.question(path)
    on_the_way = [of.question(f"{section_name}.{names[0]}"), question]
    if question.needed_if or path in ASKED_FOR:
        return "on a condition"
    if not question.required:
        return "never"
    is_free = section.essential and not section.when and not any(one.when for one in on_the_way)
    return "always" if is_free else "on a condition"


def left_out(row):
    return [field for field, path in places(row) if path == LEFT_OUT]


def reasons() -> Iterator[tuple[str, str, str]]:
    """The table of what we left out: row, field, reason."""
    for line in OMISSIONS.read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.startswith("|") and not set(cells[0]) <= {"-"}:
            row, field, reason = cells
            yield row, field, reason


def test_it_has_every_row_of_the_design_in_order():
    assert list(DOMAIN) == list(range(1, 64))


@pytest.mark.parametrize("number", DOMAIN)
def test_each_field_of_a_row_is_a_question(number):
    row = DOMAIN[number]
    known = ASKED[row.get("interview", "agreement")] | {LEFT_OUT}
    assert [place for place in places(row) if place[1] not in known] == []


@pytest.mark.parametrize("number", [number for number in DOMAIN if left_out(DOMAIN[number])])
def test_what_is_left_out_has_its_reason(number):
    told = " ".join(field for row, field, reason in reasons() if row == str(number) and reason)
    assert [field for field in left_out(DOMAIN[number]) if f"`{field}`" not in told] == []


def test_what_is_asked_is_not_told_as_left_out():
    asked = {
        (str(number), f"`{field}`") for number, row in DOMAIN.items() for field, path in places(row) if path != LEFT_OUT
    }
    told = {(row, name) for row, field, _reason in reasons() for name in re.findall("`[^`]+`", field)}
    assert told & asked == set()


@pytest.mark.parametrize("number", [number for number in DOMAIN if DOMAIN[number].get("needed")])
def test_what_the_design_needs_to_sign_is_needed_where_it_is_asked(number):
    found = {path: how_needed(of, path) for of, path in first_places(DOMAIN[number], "needed")}
    assert [path for path, how in found.items() if how == "never"] == []


@pytest.mark.parametrize("number", [number for number in DOMAIN if DOMAIN[number].get("needed_if")])
def test_what_the_design_needs_on_a_condition_is_needed_on_one(number):
    found = {path: how_needed(of, path) for of, path in first_places(DOMAIN[number], "needed_if")}
    assert [path for path, how in found.items() if how != "on a condition"] == []


def test_what_the_design_lets_stay_open_and_what_it_needs_are_told_apart():
    paths = ("about.full_title", "ending.end_date", "history.history", "support.support_needs", "vision.area")
    assert [how_needed(Agreement, path) for path in paths] == [
        "always",
        "on a condition",
        "on a condition",
        "on a condition",
        "never",
    ]


def test_nothing_of_the_briefing_is_left_out():
    of_the_briefing = {number: row for number, row in DOMAIN.items() if row.get("briefing")}
    assert len(of_the_briefing) == 23
    assert [number for number, row in of_the_briefing.items() if left_out(row)] == []


def test_one_question_answers_for_two_rows_alone_where_the_design_reads_it_twice():
    seen: dict[tuple[str, str], int] = {}
    doubled = []
    for number, row in DOMAIN.items():
        for _field, path in places(row):
            place = (row.get("interview", "agreement"), path)
            if path != LEFT_OUT and seen.setdefault(place, number) != number:
                doubled.append((path, seen[place], number))
    assert doubled == [("small_partners.small_partner_terms", 5, 19)]
