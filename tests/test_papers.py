"""Papers of an answer set: drafts of anything, final copies of what is finished."""

import pytest

from agreements.document.canonical import canonical_text
from agreements.document.nodes import Document
from agreements.document.stamp import Stamp, Status
from agreements.errors import NotFinal
from agreements.interview import Agreement
from agreements.interview.loading import load
from agreements.papers import PAPERS, check_final, drawn_up, in_the_way, make
from tests.answer_sets import complete

COMPLETE = Agreement.load(complete())
EMPTY = Agreement.load({})
FAULTY = Agreement.load({**complete(), "leaving": {"notice_days": "ninety", "leaving_duties": ["handover"]}})


class Asked:
    """A renderer that keeps what it is asked for."""

    def __init__(self):
        self.orders = []

    def __call__(self, document, stamp, extension, house):
        self.orders.append((document, stamp, extension, house))
        return b"paper"


def test_every_kind_of_paper_says_what_it_is():
    assert list(PAPERS) == ["docx", "pdf", "html", "txt", "ics"]
    assert all(paper.title and paper.extension == name and "/" in paper.media_type for name, paper in PAPERS.items())


def test_an_agreement_is_drawn_up_with_the_fingerprint_of_its_text():
    document, stamp = drawn_up(COMPLETE.interview)
    assert isinstance(document, Document)
    assert (stamp.status, stamp.version, len(stamp.fingerprint)) == (Status.DRAFT, 1, 64)
    assert drawn_up(EMPTY.interview)[1].fingerprint != stamp.fingerprint


def test_a_final_copy_has_the_fingerprint_of_the_draft_that_was_read():
    _draft, draft_stamp = drawn_up(COMPLETE.interview)
    final, final_stamp = drawn_up(COMPLETE.interview, Status.FINAL)
    assert final_stamp == Stamp(Status.FINAL, 1, draft_stamp.fingerprint)
    assert canonical_text(final) == canonical_text(_draft)


@pytest.mark.parametrize("loaded", [EMPTY, FAULTY, COMPLETE], ids=["empty", "faulty", "complete"])
def test_a_draft_is_made_of_anything(loaded):
    assert make(loaded, "txt")


def test_a_final_copy_is_made_of_what_is_finished():
    assert b"Final" in make(COMPLETE, "txt", status=Status.FINAL)


@pytest.mark.parametrize("paper", PAPERS)
def test_no_final_copy_is_made_while_answers_are_missing(paper):
    with pytest.raises(NotFinal) as caught:
        make(EMPTY, paper, status=Status.FINAL)
    assert len(caught.value.missing) > 20


def test_no_final_copy_is_made_while_an_answer_is_wrong_and_it_is_named_once():
    with pytest.raises(NotFinal) as caught:
        check_final(FAULTY)
    assert [str(fault) for fault in caught.value.missing] == [
        "leaving.notice_days: Enter a whole number in figures, from 1 to 730."
    ]


def test_what_the_writer_is_asked_for_is_passed_on(tmp_path):
    asked = Asked()
    paper = make(COMPLETE, "docx", status=Status.FINAL, version=3, house=tmp_path / "house.docx", renderer=asked)
    ((document, stamp, extension, house),) = asked.orders
    assert paper == b"paper"
    assert (document.title, stamp.status, stamp.version) == ("Words on about.full_title, 0", Status.FINAL, 3)
    assert (extension, house) == ("docx", tmp_path / "house.docx")


def test_the_calendar_needs_no_writer():
    asked = Asked()
    assert make(COMPLETE, "ics", renderer=asked).startswith(b"BEGIN:VCALENDAR")
    assert asked.orders == []


def test_no_final_copy_is_made_while_something_is_not_agreed():
    marks = {"about.full_title": {"state": "not_agreed", "because": "Not talked about."}}
    with pytest.raises(NotFinal) as refused:
        check_final(load({**complete(), "open_points": marks}))
    assert [fault.path for fault in refused.value.missing] == ["about.full_title"]


def test_what_people_want_to_come_back_to_holds_up_no_final_copy():
    check_final(load({**complete(), "open_points": {"about.full_title": {"state": "come_back"}}}))


def test_each_place_is_named_once_among_what_stands_in_the_way():
    marks = {"about.full_title": {"state": "not_agreed", "because": "Not talked about."}}
    paths = [fault.path for fault in in_the_way(load({"open_points": marks}))]
    assert paths.count("about.full_title") == 1
