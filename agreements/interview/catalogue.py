"""The questions as a list, for people who write answer files and for machines."""

from typing import TypedDict

from agreements.questions import ForEach, Interview, ListOf, OneOf, SomeOf


class Entry(TypedDict):
    """One question: its path in an answer file (`*` stands for a row's id), kind, how its answer is written, and more."""

    path: str
    kind: str
    written: str
    question: str
    hint: str
    why: str
    example: str
    required: bool
    needed_if: str
    choices: dict[str, str]
    asked_if: str


def catalogue(interview: type[Interview]) -> list[Entry]:
    """Every question of an interview, in asking order."""
    return [_entry(interview, path) for path, _question, _group in interview.every_question()]


def _entry(interview: type[Interview], path: str) -> Entry:
    question = interview.question(path)
    choices = question.choices if isinstance(question, OneOf | SomeOf) else {}
    return Entry(
        path=_with_rows(interview, path),
        kind=question.widget.replace("_", " "),
        written=question.written(),
        question=str(question.title),
        hint=str(question.hint),
        why=str(question.why),
        example=str(question.example),
        required=question.required,
        needed_if=interview.condition_in_words(question.needed_if, path) if question.needed_if else "",
        choices={name: str(choice.title) for name, choice in choices.items()},
        asked_if=interview.when_in_words(path),
    )


def _with_rows(interview: type[Interview], path: str) -> str:
    names = path.split(".")
    shown = names[:1]
    for end in range(1, len(names)):
        shown.append(names[end])
        is_last = end == len(names) - 1
        if not is_last and isinstance(interview.question(".".join(names[: end + 1])), ListOf | ForEach):
            shown.append("*")
    return ".".join(shown)
