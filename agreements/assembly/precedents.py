"""Precedents: a master text as the running order of its clauses and schedules."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError

from agreements.errors import WordingError
from agreements.resources import templates

_TEXTS = {"kind", "front", "glance"}
_LISTS = {"clauses", "schedules", "people"}


@dataclass(frozen=True)
class Precedent:
    """What kind of agreement it makes, its front page, the page that sums it up, and the ids of its clauses in order.

    `people` are the schedules that name people: they stand last, outside the fingerprint.
    """

    kind: str
    front: str
    glance: str
    clauses: tuple[str, ...]
    schedules: tuple[str, ...]
    people: tuple[str, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """Every clause and schedule it names."""
        return (self.front, self.glance, *self.clauses, *self.schedules, *self.people)


@cache
def reference_targets() -> frozenset[str]:
    """What a clause may refer to: every clause and schedule of every precedent, and the signatures."""
    names = [file.stem for file in (templates() / "precedents").glob("*.yaml")]
    return frozenset({"signatures"}.union(*(precedent(name).ids for name in names)))


@cache
def precedent(name: str) -> Precedent:
    """Read `templates/precedents/<name>.yaml`. Raises WordingError when it lacks a part or names one twice."""
    file = templates() / "precedents" / f"{name}.yaml"
    parts = _parts(file)
    texts: dict[str, str] = {name: parts[name] for name in _TEXTS}
    lists: dict[str, tuple[str, ...]] = {name: tuple(parts[name]) for name in _LISTS}
    read = Precedent(
        texts["kind"], texts["front"], texts["glance"], lists["clauses"], lists["schedules"], lists["people"]
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
    if fields != _TEXTS | _LISTS:
        wrong = ", ".join(sorted(map(str, fields ^ (_TEXTS | _LISTS))))
        raise WordingError(f"{file.name}:1: a precedent has {', '.join(sorted(_TEXTS | _LISTS))}; look at: {wrong}.")
    for field in fields:
        if not isinstance(parts[field], str if field in _TEXTS else list):
            raise WordingError(f"{file.name}:1: write {field} as a {'word' if field in _TEXTS else 'list'}.")
    return dict(parts)
