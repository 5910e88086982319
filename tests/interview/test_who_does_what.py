"""Step 4: tasks. What is well formed and worth a second look."""

from datetime import date

import pytest

from agreements.interview import Agreement
from agreements.interview.journey import remarks

PARTNERS = [{"id": "a", "legal_name": "Harbour"}, {"id": "b", "legal_name": "the Neighbours"}]


def remarked(model, **task):
    answers = {
        "partners": {"partners": PARTNERS},
        "shape": {"model": model, "lead_partner": "a"},
        "responsibilities": {"responsibilities": [{"id": "t", **task}]},
    }
    loaded = Agreement.load(answers)
    assert loaded.faults == ()
    return remarks(loaded.interview, date(2026, 11, 25))


@pytest.mark.parametrize("task", [{"accountable_partner": "a"}, {"accountable_partner": "b", "doers": ["a", "b"]}])
def test_a_task_of_a_managing_agent_is_remarked(task):
    sentence = (
        "This gives your lead partner, Harbour, a part of its own. By “How do you want to be set up?” the others do "
        "the work. A task that belongs to leading is right here. Any other needs the yes of all."
    )
    assert remarked("managing_agent", **task) == (("responsibilities.responsibilities.t", sentence),)


@pytest.mark.parametrize(
    ("model", "task"),
    [
        ("managing_agent", {"accountable_partner": "b", "doers": ["b"]}),
        ("managing_agent", {}),
        ("lead_body", {"accountable_partner": "a"}),
        ("equal", {"accountable_partner": "a"}),
    ],
)
def test_any_other_task_is_not(model, task):
    assert remarked(model, **task) == ()
