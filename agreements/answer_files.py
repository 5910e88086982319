"""Answer files: an answer set kept as YAML 1.2 or JSON, read strictly and written for people.

Numbers and dates are read as they are typed: 00012345, 1.50 and 2027-03-27 are texts, and only a number that is written
as we write it, such as 25, is a number. So no answer loses a nought on its way.

Refused, with a sentence: more than 4 MiB, more than 20 levels deep, a key given twice, anchors and aliases (with them a
short file can stand for an endless one), anything that is not data.
"""

import io
import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from ruamel.yaml import YAML
from ruamel.yaml.composer import Composer, ComposerError, MaxDepthExceededError
from ruamel.yaml.constructor import ConstructorError, SafeConstructor
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import AliasEvent
from ruamel.yaml.representer import SafeRepresenter

from agreements.errors import UnreadableAnswers
from agreements.language import _

MOST_BYTES = 4 * 1024 * 1024
MOST_LEVELS = 20
_TAG = "tag:yaml.org,2002:"


def read(path: Path) -> Any:
    """Read an answer file: JSON when its name ends in .json, else YAML. Raises UnreadableAnswers."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        raise UnreadableAnswers(_("%(file)s cannot be opened: %(reason)s.", file=path, reason=reason)) from error
    return parse(content, path.name)


def parse(content: bytes, name: str) -> Any:
    """Parse the content of an answer file called `name`. Raises UnreadableAnswers."""
    if len(content) > MOST_BYTES:
        raise UnreadableAnswers(_("%(file)s is larger than 4 MB, the most an answer file may have.", file=name))
    try:
        text = content.decode("utf-8-sig")
        answers = _from_json(text) if name.lower().endswith(".json") else _from_yaml(text)
    except UnicodeDecodeError as error:
        raise UnreadableAnswers(_("%(file)s is not text. Save it as UTF-8.", file=name)) from error
    except (MaxDepthExceededError, RecursionError) as error:
        raise _too_deep(name) from error
    except MarkedYAMLError as error:
        raise UnreadableAnswers(_yaml_sentence(error, name)) from error
    except (YAMLError, ValueError) as error:
        raise UnreadableAnswers(_("%(file)s cannot be read: %(reason)s", file=name, reason=error)) from error
    if _levels(answers) > MOST_LEVELS:
        raise _too_deep(name)
    return answers


def write(answers: Mapping[str, Any]) -> bytes:
    """Write an answer set as YAML that `parse` reads back the same."""
    out = io.BytesIO()
    yaml = YAML(typ="safe", pure=True)
    yaml.Representer = _ReadableRepresenter
    yaml.default_flow_style = False
    yaml.allow_unicode = True
    yaml.sort_base_mapping_type_on_output = False  # type: ignore[assignment]  # typed as None, documented as bool
    yaml.width = 10_000
    yaml.dump(dict(answers), out)
    return out.getvalue()


class _ReadableRepresenter(SafeRepresenter):
    """Writes paragraphs as blocks, and what would be lost among plain letters, such as a rare line end, in quotes."""

    def represent_str(self, data: str) -> Any:
        rare = any(not letter.isprintable() and letter != "\n" for letter in data)
        style = '"' if rare else "|" if "\n" in data else None
        return self.represent_scalar(_TAG + "str", data, style=style)


_ReadableRepresenter.add_representer(str, _ReadableRepresenter.represent_str)


class _DataConstructor(SafeConstructor):
    """Makes texts, whole numbers, yes and no, lists and mappings, and nothing else."""

    def flatten_mapping(self, node: Any) -> None:
        """Merge nothing: `<<` is a name like any other, for a key that is merged could be given twice unseen."""

    def refuse(self, node: Any) -> NoReturn:
        """Refuse what is marked as something else."""
        raise ConstructorError(None, None, _("“!” has a meaning of its own here"), node.start_mark)


_DataConstructor.yaml_constructors = {
    _TAG + "null": SafeConstructor.construct_yaml_null,
    _TAG + "bool": SafeConstructor.construct_yaml_bool,
    _TAG + "int": lambda _constructor, node: _as_typed(node.value),
    _TAG + "float": SafeConstructor.construct_yaml_str,
    _TAG + "timestamp": SafeConstructor.construct_yaml_str,
    _TAG + "str": SafeConstructor.construct_yaml_str,
    _TAG + "merge": SafeConstructor.construct_yaml_str,
    _TAG + "value": SafeConstructor.construct_yaml_str,
    _TAG + "seq": SafeConstructor.construct_yaml_seq,
    _TAG + "map": SafeConstructor.construct_yaml_map,
    None: _DataConstructor.refuse,
}


class _ComposerWithoutAliases(Composer):
    def compose_node(self, parent: Any, index: Any) -> Any:
        event = self.parser.peek_event()
        if isinstance(event, AliasEvent) or event.anchor is not None:
            raise ComposerError(None, None, _("“&” and “*” have a meaning of their own here"), event.start_mark)
        return super().compose_node(parent, index)


def _from_yaml(text: str) -> Any:
    yaml = YAML(typ="safe", pure=True)
    yaml.Constructor = _DataConstructor
    yaml.Composer = _ComposerWithoutAliases
    yaml.max_depth = MOST_LEVELS
    return yaml.load(text)


def _from_json(text: str) -> Any:
    return json.loads(
        text, object_pairs_hook=_no_doubles, parse_constant=_no_constant, parse_int=_as_typed, parse_float=str
    )


def _as_typed(figures: str) -> int | str:
    """A whole number if it reads back as it was typed, else the text: a register's number may begin with a nought."""
    is_plain = figures.isascii() and figures.isdigit() and len(figures) < 16 and str(int(figures)) == figures
    return int(figures) if is_plain else figures


def _no_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    answers: dict[str, Any] = {}
    for key, value in pairs:
        if key in answers:
            raise ValueError(_("“%(key)s” is given twice.", key=key))
        answers[key] = value
    return answers


def _no_constant(word: str) -> Any:
    raise ValueError(_("“%(word)s” is not a number we can use.", word=word))


def _yaml_sentence(error: MarkedYAMLError, name: str) -> str:
    place = error.problem_mark or error.context_mark
    line = place.line + 1 if place else 1
    return _(
        "%(file)s, line %(line)s: %(problem)s. "
        "An answer that holds a colon or begins with a sign stands in quotation marks.",
        file=name,
        line=line,
        problem=error.problem or _("cannot be read"),
    )


def _too_deep(name: str) -> UnreadableAnswers:
    return UnreadableAnswers(_("%(file)s is nested too deep to be an answer file.", file=name))


def _levels(answers: Any, level: int = 1) -> int:
    if level > MOST_LEVELS or not isinstance(answers, Mapping | list):
        return level
    below = answers.values() if isinstance(answers, Mapping) else answers
    return max((_levels(part, level + 1) for part in below), default=level)


def plain(answers: Any) -> Any:
    """An answer set with dates as text, fit for JSON."""
    if isinstance(answers, Mapping):
        return {str(key): plain(value) for key, value in answers.items()}
    if isinstance(answers, list | tuple):
        return [plain(value) for value in answers]
    return answers.isoformat() if isinstance(answers, date) else answers
