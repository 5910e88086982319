"""Precedents: a master text as the running order of its clauses and schedules."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError

from agreements.errors import WordingError
from agreements.interview import INTERVIEWS, Written
from agreements.resources import templates

_TEXTS = {"kind", "front", "glance", "interview"}
_AGREEMENT = "agreement"
_OF_AGREEMENT = {"kind", "front", "glance", "clauses", "schedules", "people"}
_OF_NOTE = {"interview", "kind", "front", "clauses"}


@dataclass(frozen=True)
class Precedent:
    """What kind of agreement it makes, its front page, the page that sums it up, and the ids of its clauses in order.

    `people` are the schedules that name people: they stand last, outside the fingerprint. `interview` is the name of
    the interview whose answers fill it. A precedent that names another than an agreement makes a note that nobody
    signs: it has a front page and clauses alone.
    """

    kind: str
    front: str
    clauses: tuple[str, ...]
    glance: str = ""
    schedules: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    interview: str = _AGREEMENT

    @property
    def ids(self) -> tuple[str, ...]:
        """Every clause and schedule it names."""
        pages = (page for page in (self.front, self.glance) if page)
        return (*pages, *self.clauses, *self.schedules, *self.people)


@cache
def precedents(interview: type[Written]) -> tuple[Precedent, ...]:
    """Every precedent that is filled from an interview."""
    everyone = [precedent(file.stem) for file in sorted((templates() / "precedents").glob("*.yaml"))]
    return tuple(one for one in everyone if INTERVIEWS[one.interview] is interview)


@cache
def reference_targets(interview: type[Written]) -> frozenset[str]:
    """What a clause may refer to: every clause and schedule of its interview’s precedents, and the signatures."""
    return frozenset({"signatures"}.union(*(one.ids for one in precedents(interview))))


@cache
def precedent(name: str) -> Precedent:
    """Read `templates/precedents/<name>.yaml`. Raises WordingError when it lacks a part or names one twice."""
    file = templates() / "precedents" / f"{name}.yaml"
    parts = _parts(file)
    texts: dict[str, str] = {name: part for name, part in parts.items() if name in _TEXTS}
    lists: dict[str, tuple[str, ...]] = {name: tuple(part) for name, part in parts.items() if name not in _TEXTS}
    read = Precedent(
        texts["kind"],
        texts["front"],
        lists["clauses"],
        texts.get("glance", ""),
        lists.get("schedules", ()),
        lists.get("people", ()),
        texts.get("interview", _AGREEMENT),
    )
    doubles = {clause_id for clause_id in read.ids if read.ids.count(clause_id) > 1}
    if doubles:
        raise WordingError(f"{file.name}:1: named twice: {', '.join(sorted(doubles))}.")
    return read


def _parts(file: Path) -> dict[str, Any]:
    if not file.is_file():
        raise WordingError(f"{file.name}:1: there is no such precedent.")
    try:
        parts = YAML(typ="safe", pure=True).load(file.read_text("utf-8"))
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise WordingError(f"{file.name}:{line}: {error.problem}.") from error
    fields = set(parts) if isinstance(parts, dict) else set()
    known = _OF_NOTE if "interview" in fields else _OF_AGREEMENT
    if fields != known:
        wrong = ", ".join(sorted(map(str, fields ^ known)))
        raise WordingError(f"{file.name}:1: a precedent has {', '.join(sorted(known))}; look at: {wrong}.")
    for field in fields:
        if not isinstance(parts[field], str if field in _TEXTS else list):
            raise WordingError(f"{file.name}:1: write {field} as a {'word' if field in _TEXTS else 'list'}.")
    if parts.get("interview", _AGREEMENT) not in INTERVIEWS:
        raise WordingError(f"{file.name}:1: write one of these as interview: {', '.join(INTERVIEWS)}.")
    return dict(parts)
