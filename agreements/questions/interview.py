"""The interview: sections in asking order, loaded from an answer set into typed answers and faults."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic, TypeVar, cast, overload

from agreements.errors import DeclarationError, Fault
from agreements.language import _
from agreements.questions.conditions import Condition, Is, all_of
from agreements.questions.declaration import check
from agreements.questions.fields import nearest
from agreements.questions.groups import Group, Row, Section
from agreements.questions.kinds import ForEach, ListOf, OneOf, OneRow, SomeOf, SomeRows, offered
from agreements.questions.open_points import OpenPoint
from agreements.questions.question import Question
from agreements.questions.text import shown

SectionT = TypeVar("SectionT", bound=Section)


class Asked(Generic[SectionT]):
    """A section's place in the interview: the section class on the interview class, the answers on a loaded one."""

    def __init__(self, section: type[SectionT]) -> None:
        self.section = section

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, interview: None, owner: type) -> type[SectionT]: ...

    @overload
    def __get__(self, interview: "Interview", owner: type) -> SectionT: ...

    def __get__(self, interview: "Interview | None", owner: type) -> type[SectionT] | SectionT:
        if interview is None:
            return self.section
        return cast(SectionT, interview.section(self.name))


@dataclass(frozen=True)
class Loaded:
    """An answer set after loading: the typed answers that were accepted, and the faults of the others.

    `open_points` are the questions that people marked as not settled; they are kept beside the answers.
    """

    interview: Any
    faults: tuple[Fault, ...]
    open_points: tuple[OpenPoint, ...] = ()


class Interview:
    """The sections in asking order. Subclasses declare them with `Asked`; `load` makes one from an answer set."""

    def __init__(self, accepted: Mapping[str, Mapping[str, Any]]) -> None:
        self._sections: dict[str, Section] = {}
        for name, kind in self.sections().items():
            self._sections[name] = kind(self, name, dict(accepted.get(name, {})))
            self._make_rows(self._sections[name])
        for section in self._sections.values():
            self._make_each(section)

    def _make_rows(self, group: Group) -> None:
        for name, question in group.questions().items():
            if isinstance(question, ListOf):
                made = []
                for answers in group.kept.get(name) or ():
                    row = question.item(self, f"{group.path}.{name}.{answers['id']}", answers)
                    made.append(row)
                group.kept[name] = tuple(made)

    def _make_each(self, section: Section) -> None:
        for name, question in section.questions().items():
            if isinstance(question, ForEach):
                answers = section.kept.get(name) or {}
                section.kept[name] = tuple(
                    question.group(self, f"{section.path}.{name}.{row.id}", dict(answers.get(row.id, {})), row)
                    for row in self.rows(question.about)
                )

    @classmethod
    @cache
    def sections(cls) -> Mapping[str, type[Section]]:
        """The section classes by name, in asking order."""
        return {name: part.section for name, part in vars(cls).items() if isinstance(part, Asked)}

    @classmethod
    @cache
    def lists(cls) -> Mapping[type[Row], str]:
        """The path of the list that holds the rows of each class."""
        return {
            question.item: f"{section_name}.{name}"
            for section_name, section in cls.sections().items()
            for name, question in section.questions().items()
            if isinstance(question, ListOf)
        }

    @classmethod
    def question(cls, path: str) -> Question[Any]:
        """The question at a path of names ("partners.partners.legal_name"), without ids. Raises DeclarationError."""
        section_name, *names = path.split(".")
        group: type[Group] | None = cls.sections().get(section_name)
        question: Question[Any] | None = None
        for name in names:
            question = group.questions().get(name) if group else None
            group = group_of(question)
        if question is None:
            raise DeclarationError(f"No question has the path {path!r}.")
        return question

    @classmethod
    def every_question(cls) -> Iterator[tuple[str, Question[Any], type[Group]]]:
        """Every question with its path of names and the group that declares it, in asking order."""
        for section_name, section in cls.sections().items():
            yield from _questions_below(section_name, section)

    @classmethod
    def load(cls, raw: Any) -> Loaded:
        """Load an answer set: a mapping of sections. Nothing is raised: every fault comes back with its path."""
        if not isinstance(raw, Mapping):
            return Loaded(cls({}), (Fault("", _("Write the answers as named sections.")),))
        accepted: dict[str, dict[str, Any]] = {}
        faults: list[Fault] = []
        for name in raw:
            if name not in cls.sections():
                sentence = _(
                    "There is no section with this name.%(nearest)s", nearest=nearest(shown(name), [*cls.sections()])
                )
                faults.append(Fault(shown(name), sentence))
        for name, section in cls.sections().items():
            accepted[name], problems = section.load({} if raw.get(name) is None else raw[name])
            faults.extend(_flat(problems, name))
        interview = cls(accepted)
        faults.extend(_stray_groups(interview, accepted))
        faults.extend(_stray_references(interview))
        faults.extend(_stray_choices(interview))
        faults.extend(_at_odds(interview))
        groups = {group.path: group for group in interview.groups()}
        return Loaded(interview, tuple(dict.fromkeys(fault for fault in faults if _is_asked(fault.path, groups))))

    @classmethod
    def check(cls) -> None:
        """Check the declaration (see `declaration`). Called once at start. Raises DeclarationError."""
        check(cls)

    @classmethod
    def absolute(cls, named: str, path: str) -> str:
        """The path that a condition of the question at `path` means. Raises DeclarationError."""
        parent = path.rsplit(".", 1)[0]
        if named.startswith("@."):
            each = cls.question(parent) if "." in parent else None
            if not isinstance(each, ForEach):
                raise DeclarationError(f"{path} is not asked for each row of a list, so {named!r} means nothing.")
            return f"{cls.lists()[each.about]}{named[1:]}"
        return f"{parent}{named}" if named.startswith(".") else named

    @classmethod
    def when_in_words(cls, path: str) -> str:
        """The condition of the question at a path and of its section, in words; "" when it is always asked."""
        own = cls.question(path).when
        of_section = cls.sections()[path.partition(".")[0]].when if path.count(".") == 1 else None
        when = all_of(of_section, own) if own and of_section else own or of_section
        return cls.condition_in_words(when, path) if when else ""

    @classmethod
    def condition_in_words(cls, when: Condition, path: str) -> str:
        """A condition of the question at a path of names, or of one of its choices, in words."""

        def describe(named: str, value: object) -> str:
            looked_at = cls.absolute(named, path)
            return cls.question(looked_at).title if value is None else cls.one_value_in_words(looked_at, value)

        return when.in_words(describe)

    @classmethod
    def one_value_in_words(cls, path: str, value: object) -> str:
        """A value that a condition looks for in the answer at a path; of several choices, one of them."""
        question = cls.question(path)
        return question.in_words((value,) if isinstance(question, SomeOf) else value)

    def section(self, name: str) -> Section:
        """A section by its name."""
        return self._sections[name]

    def read(self, path: str) -> Any:
        """The answer at "section.question", or None when it is not answered or not asked."""
        section, name = path.split(".")
        return self._sections[section].get(name)

    def rows(self, to: type[Row] | str) -> tuple[Any, ...]:
        """The rows of a class, in the order of their list."""
        found = next(kind for kind in self.lists() if kind is to or kind.__name__ == to)
        return self.read(self.lists()[found]) or ()

    def row(self, to: type[Row] | str, row_id: str) -> Any:
        """The row of a class with an id, or None."""
        return next((row for row in self.rows(to) if row.id == row_id), None)

    def groups(self) -> Iterator[Group]:
        """Every group there is: sections, their rows, what is asked for each row."""
        for section in self._sections.values():
            yield section
            for name, question in section.questions().items():
                if isinstance(question, ListOf | ForEach):
                    yield from section.get(name) or ()


def group_of(question: Question[Any] | None) -> type[Group] | None:
    """The group whose questions a list or a ForEach asks; None for a simple question."""
    if isinstance(question, ListOf):
        return question.item
    return question.group if isinstance(question, ForEach) else None


def _questions_below(path: str, group: type[Group]) -> Iterator[tuple[str, Question[Any], type[Group]]]:
    for name, question in group.questions().items():
        yield f"{path}.{name}", question, group
        below = group_of(question)
        if below:
            yield from _questions_below(f"{path}.{name}", below)


def _flat(problems: Mapping[str, Any] | list[Any], path: str) -> Iterator[Fault]:
    if isinstance(problems, Mapping):
        for name, below in problems.items():
            yield from _flat(below, path if name == "_schema" else f"{path}.{shown(name)}")
    else:
        for sentence in problems:
            yield Fault(path, sentence)


def _is_asked(path: str, groups: Mapping[str, Group]) -> bool:
    """Whether a faulty answer is asked at all; what is off the path is kept and not used."""
    names = path.split(".")
    for end in range(1, len(names)):
        group = groups.get(".".join(names[:end]))
        if group and names[end] in group.questions() and not group.is_asked(names[end]):
            return False
    return True


def _stray_groups(interview: Interview, accepted: Mapping[str, Mapping[str, Any]]) -> Iterator[Fault]:
    """What was answered for each row of a list, but for a row that is not there."""
    for section_name, section in interview.sections().items():
        for name, question in section.questions().items():
            if isinstance(question, ForEach):
                known = [row.id for row in interview.rows(question.about)]
                for row_id in accepted[section_name].get(name) or {}:
                    if row_id not in known:
                        yield Fault(f"{section_name}.{name}.{shown(row_id)}", _no_such_row(row_id, known))


def _stray_references(interview: Interview) -> Iterator[Fault]:
    """References to rows that are not there. What is wrong is dropped from the accepted answers."""
    for group in interview.groups():
        for name, question in group.questions().items():
            if isinstance(question, OneRow | SomeRows):
                known = [row.id for row in interview.rows(question.to)]
                given = group.kept.get(name) or ()
                for row_id in (given,) if isinstance(given, str) else given:
                    if row_id not in known:
                        yield Fault(f"{group.path}.{name}", _no_such_row(row_id, known))
                        group.kept.pop(name, None)


def _no_such_row(row_id: str, known: list[str]) -> str:
    if not known:
        return _("There is nothing to choose from yet: the list that this points to is empty.")
    return _(
        "Write an id from the list it points to: %(known)s. “%(id)s” is not one.%(nearest)s",
        known=", ".join(known[:8]) + (" ..." if len(known) > 8 else ""),
        id=shown(row_id),
        nearest=nearest(shown(row_id), known),
    )


def _stray_choices(interview: Interview) -> Iterator[Fault]:
    """Choices that are not offered, because of other answers. What is wrong is dropped from the accepted answers."""
    for group in interview.groups():
        for name, question in group.questions().items():
            if isinstance(question, OneOf | SomeOf) and group.is_asked(name):
                known = offered(question.choices, group)
                given = group.kept.get(name) or ()
                for chosen in (given,) if isinstance(given, str) else given:
                    when = question.choices[chosen].when
                    if when and chosen not in known:
                        yield Fault(f"{group.path}.{name}", _not_offered(group, question, chosen, when))
                        group.kept.pop(name, None)


def _not_offered(group: Group, question: OneOf | SomeOf, chosen: str, when: Condition) -> str:
    """On which other answer a choice hangs, and what that answer is, where it is a single one."""
    path = ".".join([*group.path.split(".")[:2], question.name])
    values = {
        "choice": question.choices[chosen].title,
        "condition": group.interview.condition_in_words(when, path),
    }
    if not isinstance(when, Is):
        return _("Choose another answer: “%(choice)s” can be chosen only if %(condition)s.", **values)
    looked_at = group.interview.question(group.interview.absolute(when.path, path))
    return _(
        "Choose another answer: “%(choice)s” can be chosen only if %(condition)s. Your answer there is “%(answer)s”.",
        answer=looked_at.in_words(group.read(when.path)),
        **values,
    )


def _at_odds(interview: Interview) -> Iterator[Fault]:
    """Answers that are wrong only together. What is wrong is dropped from the accepted answers."""
    for group in interview.groups():
        for name, sentence in list(group.faults()):
            yield Fault(f"{group.path}.{name}", sentence)
            group.kept.pop(name, None)
