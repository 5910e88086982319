"""The static check of names: every dotted name in a clause must be a question or property of the declaration.

StrictUndefined misses the branches that are not taken; this walks them all, before any answer is put in.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from difflib import get_close_matches
from typing import Any, TypeAlias, get_args, get_origin, get_type_hints

from jinja2 import nodes

from agreements.errors import WordingError
from agreements.questions import File, ForEach, Group, Interview, ListOf, OneOf, OneRow, Question, SomeRows
from agreements.values import AttachedFile


@dataclass(frozen=True)
class _RowsOf:
    """A name that stands for rows or groups of a class."""

    group: type[Group]


@dataclass(frozen=True)
class _Parts:
    """A name that stands for a value with parts of its own, such as a file's."""

    names: tuple[str, ...]


_FILE = _Parts((*(part.name for part in fields(AttachedFile)), "kept_as"))
_Meaning: TypeAlias = type[Group] | _RowsOf | _Parts | None
"""What a name stands for: a group, rows of one, a value with parts, or a plain value (None)."""
_Scope: TypeAlias = Mapping[str, _Meaning]


def check_names(template: nodes.Template, file: str, interview: type[Interview]) -> None:
    """Check every dotted name of a parsed clause against the interview that it is filled from.

    Raises WordingError for the first that means nothing.
    """
    scope: dict[str, _Meaning] = {**interview.sections(), "range": None}
    _Checker(file, interview).walk(template.body, scope)


@dataclass(frozen=True)
class _Checker:
    file: str
    interview: type[Interview]

    def walk(self, body: list[nodes.Node], scope: _Scope) -> None:
        for node in body:
            self.visit(node, scope)

    def visit(self, node: nodes.Node, scope: _Scope) -> None:
        if isinstance(node, nodes.For):
            self.loop(node, scope)
        elif isinstance(node, nodes.Getattr | nodes.Name):
            self.meaning(node, scope)
        elif isinstance(node, nodes.Test) and node.name == "asked":
            self.asked(node, scope)
        elif isinstance(node, nodes.Compare):
            self.compared(node, scope)
        elif isinstance(node, nodes.Stmt) and not isinstance(node, nodes.If | nodes.Output):
            raise WordingError(f"{self.file}:{node.lineno}: of all statements, a clause knows “if” and “for” alone.")
        else:
            self.walk(list(node.iter_child_nodes()), scope)

    def loop(self, node: nodes.For, scope: _Scope) -> None:
        rows = self.meaning(node.iter, scope)
        if not isinstance(node.target, nodes.Name):
            raise WordingError(f"{self.file}:{node.lineno}: a loop names one thing at a time.")
        inner = {**scope, "loop": None, node.target.name: rows.group if isinstance(rows, _RowsOf) else None}
        if node.test:
            self.visit(node.test, inner)
        self.walk(node.body, inner)
        self.walk(node.else_, scope)

    def asked(self, node: nodes.Test, scope: _Scope) -> None:
        group = self.meaning(node.node, scope)
        name = node.args[0] if len(node.args) == 1 else None
        if not isinstance(name, nodes.Const):
            raise WordingError(f'{self.file}:{node.lineno}: write “is asked("name")”, with the name of a question.')
        if not isinstance(group, type) or name.value not in group.questions():
            raise self.unknown(str(name.value), _names_of(group), node)

    def compared(self, node: nodes.Compare, scope: _Scope) -> None:
        self.walk(list(node.iter_child_nodes()), scope)
        question = self.question(node.expr, scope)
        if isinstance(question, OneOf):
            for operand in node.ops:
                if isinstance(operand.expr, nodes.Const) and operand.expr.value not in question.choices:
                    raise self.unknown(str(operand.expr.value), list(question.choices), node)

    def question(self, node: nodes.Node, scope: _Scope) -> Question[Any] | None:
        """The question that a dotted name stands for, if it is one."""
        whole = self.meaning(node.node, scope) if isinstance(node, nodes.Getattr) else None
        return whole.questions().get(node.attr) if isinstance(whole, type) and isinstance(node, nodes.Getattr) else None

    def meaning(self, node: nodes.Node, scope: _Scope) -> _Meaning:
        if isinstance(node, nodes.Name):
            if node.name not in scope:
                raise self.unknown(node.name, list(scope), node)
            return scope[node.name]
        if isinstance(node, nodes.Getattr):
            return self.part(node, self.meaning(node.node, scope))
        self.walk(list(node.iter_child_nodes()), scope)
        return None

    def part(self, node: nodes.Getattr, whole: _Meaning) -> _Meaning:
        if not isinstance(whole, type):
            if node.attr in _names_of(whole):
                return None
            raise self.unknown(node.attr, _names_of(whole), node)
        question = whole.questions().get(node.attr)
        if question is None:
            if node.attr == "about" and (about := self.about(whole)):
                return about
            if isinstance(own := getattr(whole, node.attr, None), property):
                return _meaning_of(own)
            raise self.unknown(node.attr, _names_of(whole), node)
        return self.below(question)

    def below(self, question: Question[Any]) -> _Meaning:
        """What the answer to a question is made of."""
        match question:
            case ListOf():
                return _RowsOf(question.item)
            case ForEach():
                return _RowsOf(question.group)
            case SomeRows():
                return _RowsOf(self.row_class(question.to))
            case OneRow():
                return self.row_class(question.to)
            case _:
                return _FILE if isinstance(question, File) else None

    def row_class(self, to: Any) -> type[Group]:
        return next(kind for kind in self.interview.lists() if to in (kind, kind.__name__))

    def about(self, group: type[Group]) -> type[Group] | None:
        """The class of the rows that a ForEach group is asked about."""
        for _path, question, _group in self.interview.every_question():
            if isinstance(question, ForEach) and question.group is group:
                return question.about
        return None

    def unknown(self, name: str, known: list[str], node: nodes.Node) -> WordingError:
        near = get_close_matches(name, known, n=1)
        hint = f" Did you mean “{near[0]}”?" if near else ""
        return WordingError(f"{self.file}:{node.lineno}: nothing is declared as “{name}”.{hint}")


def _meaning_of(own: property) -> _Meaning:
    """What a property stands for, by its annotation: rows of a class, or a plain value."""
    given = get_type_hints(own.fget).get("return")
    if get_origin(given) is tuple and isinstance(row := get_args(given)[0], type) and issubclass(row, Group):
        return _RowsOf(row)
    return None


def _names_of(meaning: _Meaning) -> list[str]:
    if isinstance(meaning, _Parts):
        return list(meaning.names)
    return list(meaning.questions()) if isinstance(meaning, type) else []
