"""Open points of an answer file: read with the answers, no fault of theirs, told where they have no place."""

import pytest

from agreements.errors import Fault
from agreements.interview.journey import asked_below
from agreements.interview.loading import load
from agreements.interview.open_points import not_agreed, places, to_come_back_to
from tests.answer_sets import complete

REASON = {"state": "not_agreed", "because": "The council has not met."}


def loaded(**points):
    return load({**complete(), "open_points": {path.replace("__", "."): mark for path, mark in points.items()}})


def test_open_points_come_in_asking_order_and_change_no_answer():
    found = loaded(changes__amend_rule=REASON, about__full_title={"state": "come_back"})
    assert found.faults == ()
    assert [point.path for point in found.open_points] == ["about.full_title", "changes.amend_rule"]
    assert found.interview.about.full_title == load(complete()).interview.about.full_title


def test_a_point_about_a_row_names_the_row():
    row = complete()["partners"]["partners"][0]
    found = loaded(**{f"partners__partners__{row['id']}__legal_name": REASON})
    assert [fault.message for fault in not_agreed(found)] == [
        f"Not agreed yet: What is its full legal name? ({row['known_as']})"
    ]


def test_what_to_come_back_to_is_told_apart_from_what_is_not_agreed():
    found = loaded(about__full_title={"state": "come_back", "because": "Ask Jo."})
    assert not_agreed(found) == ()
    assert [fault.path for fault in to_come_back_to(found)] == ["about.full_title"]


@pytest.mark.parametrize("path", ["about.no_such_question", "partners.partners", "partners.partners.nobody.legal_name"])
def test_a_point_without_a_question_is_a_fault(path):
    found = load({**complete(), "open_points": {path: REASON}})
    assert found.faults == (Fault(f"open_points.{path}", "There is no question at this place."),)
    assert found.open_points == ()


def test_open_points_that_are_no_mapping_are_a_fault():
    assert [fault.path for fault in load({**complete(), "open_points": ["vision.area"]}).faults] == ["open_points"]


def test_a_point_about_a_question_that_is_not_asked_is_kept_and_says_nothing():
    empty = load({}).interview
    asked = {one.path for name in empty.sections() for one in asked_below(empty.section(name))}
    path = min(places(empty) - asked)
    found = load({"open_points": {path: REASON}})
    assert (found.open_points, found.faults) == ((), ())
