"""The text of a clause as XML, with every error told by the line of the file that a person can edit."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from lxml import etree

from agreements.errors import WordingError

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from lxml.etree import _Element

_LINE = "data-line"
_SPACE = " \t\n\r\f"

# What Jinja reads, whole, so that no tag inside it is marked; or the beginning of a tag.
_JINJA_OR_TAG = re.compile(
    r"""\{\{(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|.)*?\}\}"""
    r"""|\{%(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|.)*?%\}"""
    r"""|\{\#.*?\#\}"""
    r"""|<!--.*?-->"""
    r"""|(?P<tag><[A-Za-z][A-Za-z0-9]*)""",
    re.DOTALL,
)

_ATTRIBUTES = {"a": {"href"}, "img": {"src"}, "p": {"class"}, "th": {"data-share"}}


def mark_lines(source: str) -> str:
    """Put `data-line="N"` on every start tag of a clause's source, before Jinja moves the lines."""

    def marked(match: re.Match[str]) -> str:
        if match["tag"] is None:
            return match[0]
        line = source.count("\n", 0, match.start()) + 1
        return f'{match["tag"]} {_LINE}="{line}"'

    return _JINJA_OR_TAG.sub(marked, source)


def fold(text: str | None) -> str:
    """White space folded to single spaces as HTML does; a no-break space is a letter."""
    return re.sub(f"[{_SPACE}]+", " ", text or "")


@dataclass(frozen=True)
class Source:
    """One file of wording: reads its markup, and refuses what is not expected, by line."""

    file: str

    def root(self, markup: str) -> "_Element":
        """The markup as one element. No entity is resolved and nothing is fetched."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            return etree.fromstring(f"<clause>{markup}</clause>", parser)
        except etree.XMLSyntaxError as error:
            before = "\n".join(markup.split("\n")[: error.lineno])
            line = (re.findall(f'{_LINE}="([0-9]+)"', before) or ["1"])[-1]
            raise WordingError(f"{self.file}:{line}: not well formed: {_reason(error)}") from error

    def children(self, element: "_Element", allowed: "AbstractSet[str]") -> "list[_Element]":
        """The children of an element that holds no words of its own."""
        self._refuse_words(element.text, element)
        for child in element:
            self.check(child, allowed)
            self._refuse_words(child.tail, child)
        return list(element)

    def check(self, element: "_Element", allowed: "AbstractSet[str]") -> None:
        """Refuse an element, or an attribute, that has no place here."""
        if element.tag not in allowed:
            self.fail(element, f"{_name(element)} has no place here. Use one of: {', '.join(sorted(allowed))}.")
        unknown = set(element.attrib) - {_LINE} - _ATTRIBUTES.get(str(element.tag), set())
        if unknown:
            self.fail(element, f"<{element.tag}> takes no attribute “{min(map(str, unknown))}”.")

    def words_only(self, element: "_Element") -> str:
        """The words of an element that holds nothing else, and must hold some."""
        for child in element:
            self.fail(child, f"<{element.tag}> holds words only.")
        words = fold(element.text).strip(_SPACE)
        if not words:
            self.fail(element, f"<{element.tag}> is empty.")
        return words

    def fail(self, element: "_Element", message: str) -> NoReturn:
        """Raise a WordingError at the line where this element, or what holds it, was written."""
        line = next((e.get(_LINE) for e in (element, *element.iterancestors()) if e.get(_LINE)), "1")
        raise WordingError(f"{self.file}:{line}: {message}")

    def _refuse_words(self, text: str | None, beside: "_Element") -> None:
        words = fold(text).strip(_SPACE)
        if words:
            self.fail(beside, f"words outside a paragraph: “{words[:60]}”")


def _name(element: "_Element") -> str:
    tag: object = element.tag
    return f"<{tag}>" if isinstance(tag, str) else "a comment"


def _reason(error: etree.XMLSyntaxError) -> str:
    """What libxml2 says, without its lines: those of the text after Jinja, which nobody has open."""
    return re.sub(r",? line [0-9]+(, column [0-9]+)?", "", error.msg)
