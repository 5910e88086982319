"""Precedents: the running order of an agreement, and what can be wrong with it."""

import pytest

from agreements.assembly import precedents
from agreements.assembly.precedents import precedent
from agreements.errors import WordingError

GOOD = """
kind: Memorandum
front: front
glance: glance
clauses: [one, two]
schedules: [three]
people: [four]
"""


@pytest.fixture
def written(tmp_path, monkeypatch):
    """Writes a precedent in a folder of templates that holds nothing else."""
    monkeypatch.setattr(precedents, "templates", lambda: tmp_path)
    precedent.cache_clear()
    (tmp_path / "precedents").mkdir()
    yield lambda text: (tmp_path / "precedents" / "tried.yaml").write_text(text, "utf-8")
    precedent.cache_clear()


def mistake():
    with pytest.raises(WordingError) as caught:
        precedent("tried")
    return str(caught.value)


def test_it_says_what_stands_where(written):
    written(GOOD)
    read = precedent("tried")
    assert (read.kind, read.ids) == ("Memorandum", ("front", "glance", "one", "two", "three", "four"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            GOOD.replace("people", "peopel"),
            "1: a precedent has clauses, front, glance, kind, people, schedules; look at: peopel",
        ),
        (GOOD.replace("kind: Memorandum\n", ""), "1: a precedent has"),
        (GOOD.replace("[three]", "[two]"), "1: named twice: two."),
        (GOOD.replace("[one, two]", "one"), "1: write clauses as a list."),
        (GOOD.replace("front: front", "front: [front]"), "1: write front as a word."),
        ("- one", "1: a precedent has"),
        ("", "1: a precedent has"),
        (GOOD + "kind: Twice\n", "8: found duplicate key"),
        ("a: b: c", "1: mapping values are not allowed here."),
    ],
)
def test_a_mistake_is_told_by_file_and_line(written, text, message):
    written(text)
    assert mistake().startswith(f"tried.yaml:{message}")


@pytest.mark.usefixtures("written")
def test_a_precedent_that_is_not_there_is_told():
    assert mistake() == "tried.yaml:1: there is no such precedent."


def test_the_memorandum_says_serious_things_first():
    read = precedent("memorandum")
    assert read.clauses.index("status") < read.clauses.index("vision")
    assert read.clauses.index("independence") < read.clauses.index("vision")
    assert read.clauses[-1] == "signing"
