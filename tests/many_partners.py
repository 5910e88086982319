"""Agreements of very many partners: each with its details, tasks, offers, contacts and people who sign."""

import re
from typing import Any

from agreements.interview import Agreement
from agreements.interview.about_us import Partner
from agreements.interview.offers_and_needs import Contribution
from agreements.interview.signing import Signatory
from agreements.interview.who_does_what import Responsibility
from agreements.questions import ForEach
from tests.answer_sets import Raw, complete_of, row

MOST_CONTRIBUTIONS = 100


def name_of(place: int) -> str:
    """The full name of the partner at a place."""
    return f"Neighbours of Street Number {place} Together"


def task_of(place: int) -> str:
    """What the partner at a place has promised to do."""
    return f"Open the hall of street {place} every week"


def signer_of(place: int) -> str:
    """Who signs for the partner at a place."""
    return f"Joan Whitlock the {place}th"


def consortium_of(count: int) -> Raw:
    """A complete consortium agreement of so many partners, in words of a usual length. It has no fault."""
    answers = complete_of("consortium")
    places = range(count)
    answers["partners"]["partners"] = [
        row(Partner, "partners.partners", place) | {"legal_name": name_of(place), "known_as": f"Street {place}"}
        for place in places
    ]
    answers["responsibilities"]["responsibilities"] = [
        row(Responsibility, "responsibilities.responsibilities", place)
        | {"action": task_of(place), "accountable_partner": _id(place), "doers": [_id((place + 1) % count)]}
        for place in places
    ]
    answers["contributions"]["contributions"] = [
        row(Contribution, "contributions.contributions", place) | {"partner": _id(place)}
        for place in places[:MOST_CONTRIBUTIONS]
    ]
    # The one at the next place signs for the partner at this one.
    answers["signing"]["signatories"] = [
        row(Signatory, "signing.signatories", place + 1) | {"partner": _id(place), "person": signer_of(place)}
        for place in places
    ]
    for path, question, _group in Agreement.every_question():
        if isinstance(question, ForEach) and question.about is Partner:
            section, name = path.split(".")
            usual = list(answers[section][name].values())
            answers[section][name] = {_id(place): usual[place % len(usual)] for place in places}
    whole: Raw = _in_usual_words(answers)
    return whole


def _id(place: int) -> str:
    return f"partner-{place}"


def _in_usual_words(answers: Any) -> Any:
    """The same with one line for each text, without words that are too long for a column."""
    if isinstance(answers, dict):
        return {name: _in_usual_words(answer) for name, answer in answers.items()}
    if isinstance(answers, list):
        return [_in_usual_words(answer) for answer in answers]
    if isinstance(answers, str) and answers.lower().partition("words on ")[1]:
        return re.sub(r"[\w.]*\.(\w+)", lambda path: path[1].replace("_", " "), answers.split("\n")[0])
    return answers
