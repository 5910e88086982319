"""The fields of a house file, and what its tags may do: name a field, or ask about one.

A house file comes from outside, and its tags are a program. So they are read before they run: anything but the
fields below, `if`, comparisons and a few filters is refused with a sentence about what to write instead. There are no
loops, because no field is a list, and because a loop in a loop can keep a machine busy for a day. What passes
then runs in Jinja's sandbox, where a name that is not there is an error and every value is escaped.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from textwrap import shorten
from typing import Final

from jinja2 import Environment, StrictUndefined, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from agreements.document import labels
from agreements.document.nodes import Document
from agreements.document.sheet import Sheet
from agreements.document.stamp import Stamp, Status
from agreements.errors import HouseError
from agreements.language import Message, _
from agreements.rendering.word.markup import as_references

BODY: Final = "body"
FILTERS: Final = ("capitalize", "lower", "title", "trim", "upper")
_LONGEST_SHORT_TITLE: Final = 70
_ALLOWED: Final = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Const,
    nodes.If,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Compare,
    nodes.Operand,
    nodes.Filter,
)


def _short_title(title: str) -> str:
    return title if len(title) <= _LONGEST_SHORT_TITLE else f"{title[: _LONGEST_SHORT_TITLE - 1].rstrip()}…"


_VALUES: Final[Mapping[str, Callable[[Document, Stamp], str]]] = {
    "title": lambda document, _stamp: document.title,
    "short_title": lambda document, _stamp: _short_title(document.title),
    "kind": lambda document, _stamp: document.kind,
    "status": lambda _document, stamp: stamp.status.value,
    "version": lambda _document, stamp: str(stamp.version),
    "fingerprint": lambda _document, stamp: stamp.fingerprint,
    "stamp": lambda _document, stamp: stamp.line,
    "draft": lambda _document, stamp: labels.NOT_FOR_SIGNING if stamp.status is Status.DRAFT else "",
    "notice": lambda document, _stamp: document.notice,
}
FIELDS: Final = (*_VALUES, BODY)
"""The names of all fields. Each holds text; `body` holds the agreement."""


def filled(document: Document, stamp: Stamp, body: str) -> dict[str, str]:
    """What each field prints. `body` is XML and stands as it is; all others are escaped where they are printed."""
    texts = {name: value(document, stamp) for name, value in _VALUES.items()}
    return {**texts, BODY: Markup(body)}  # noqa: S704 - our own XML


def filled_for_sheet(sheet: Sheet, body: str) -> dict[str, str]:
    """What each field prints on a worksheet, whose foot stands where an agreement has its stamp."""
    texts = {"title": sheet.title, "short_title": _short_title(sheet.title), "kind": sheet.kind, "stamp": sheet.foot}
    return {**dict.fromkeys(_VALUES, ""), **texts, BODY: Markup(body)}  # noqa: S704 - our own XML


def environment() -> Environment:
    """Jinja for house files: a sandbox with nothing in it but the filters above."""
    jinja = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined, finalize=_exact)
    jinja.globals.clear()
    jinja.tests.clear()
    jinja.filters = {name: jinja.filters[name] for name in FILTERS}
    return jinja


def _exact(value: object) -> object:
    return value if isinstance(value, Markup) else Markup(as_references(escape(value)))  # noqa: S704 - just escaped


def parsed(source: str, place: str) -> nodes.Template:
    """The tags of one part of a house file, if they do no more than they may.

    Args:
        source: the part's XML after docxtpl has made its tags readable.
        place: where the tags stand, in words for the person who wrote them.

    Raises:
        HouseError: a tag is broken, does something that is not allowed, or names no field.
    """
    try:
        template = environment().parse(source)
    except TemplateSyntaxError as error:
        raise HouseError(incomplete(place, _near(source, error.lineno))) from error
    for node in _all(template):
        _check(node, place)
    return template


def printed(template: nodes.Template) -> tuple[str, ...]:
    """The fields that the tags print in every case, once for each time."""
    return tuple(_printed(template.body))


def _printed(body: Iterable[nodes.Node]) -> Iterable[str]:
    for node in body:
        if isinstance(node, nodes.Output):
            yield from (child.name for child in node.nodes if isinstance(child, nodes.Name))
        elif isinstance(node, nodes.If) and isinstance(node.test, nodes.Name):
            yield from (name for name in _printed(node.body) if name == node.test.name != BODY)


def named(template: nodes.Template) -> list[str]:
    """Every field the tags name, as often as they do."""
    return [name.name for name in template.find_all(nodes.Name)]


def _all(node: nodes.Node) -> Iterable[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _all(child)


def _check(node: nodes.Node, place: str) -> None:
    if isinstance(node, nodes.Name) and node.name not in FIELDS:
        nearest = get_close_matches(node.name, FIELDS, n=1, cutoff=0.5)
        raise HouseError(
            _(
                "There is no field {{ %(name)s }}, which stands %(place)s. %(advice)s",
                name=node.name,
                place=place,
                advice=_("Did you mean {{ %(name)s }}?", name=nearest[0])
                if nearest
                else _("The fields are: %(names)s.", names=", ".join(FIELDS)),
            )
        )
    if isinstance(node, nodes.Filter) and node.name in FILTERS and not (node.args or node.kwargs):
        return
    if isinstance(node, nodes.Filter) or not isinstance(node, _ALLOWED):
        raise HouseError(too_much(place))


def incomplete(place: str, words: str) -> Message:
    """What is said of a tag that is broken, and the words it stands in."""
    return _(
        "A field %(place)s is not complete, near “%(near)s”. Write it like %(whole)s, with two curly brackets on "
        "each side.",
        place=place,
        near=shorten(words, 60, placeholder=" …"),
        whole="{{p body }}" if BODY in words else "{{ title }}",
    )


def too_much(place: str) -> Message:
    """What is said of a tag that is not allowed."""
    return _(
        "A tag %(place)s does more than a house file may. Use only fields such as {{ title }}, and "
        "{%% if draft %%} ... {%% endif %%} around them.",
        place=place,
    )


def _near(source: str, line: int) -> str:
    lines = source.splitlines()
    return re.sub(r"<[^>]*>", " ", lines[line - 1]) if line <= len(lines) else ""
