"""Reads what stands inside a paragraph: words, and the few elements that may stand among them."""

from typing import TYPE_CHECKING

from agreements.document.marked_source import Source, fold
from agreements.document.nodes import (
    Blank,
    Emphasis,
    Gap,
    Inline,
    LineBreak,
    Reference,
    Strong,
    Term,
    Text,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from lxml.etree import _Element

INLINE = frozenset({"strong", "em", "dfn", "br", "a", "blank", "gap"})
TYPED = frozenset({"br", "gap"})

_NESTING: dict[str, type[Strong | Emphasis | Term]] = {"strong": Strong, "em": Emphasis, "dfn": Term}


def read_inlines(source: Source, element: "_Element", allowed: "AbstractSet[str]" = INLINE) -> tuple[Inline, ...]:
    """The inlines of an element, its white space folded, with none at the ends and around line breaks.

    Raises:
        WordingError: something else stands among the words.
    """
    inlines, _ = _trimmed(list(_raw(source, element, allowed)), edge=True)
    backwards, _ = _trimmed(inlines, edge=True, backwards=True)
    return tuple(backwards)


def _raw(source: Source, element: "_Element", allowed: "AbstractSet[str]") -> "Iterator[Inline]":
    if element.text:
        yield Text(fold(element.text))
    for child in element:
        source.check(child, allowed)
        yield _inline(source, child, allowed)
        if child.tail:
            yield Text(fold(child.tail))


def _inline(source: Source, element: "_Element", allowed: "AbstractSet[str]") -> Inline:
    match element.tag:
        case "strong" | "em" | "dfn":
            return _NESTING[element.tag](tuple(_raw(source, element, allowed)))
        case "blank":
            return Blank(source.words_only(element))
        case "gap":
            return Gap(source.words_only(element))
        case "a":
            return _reference(source, element)
        case _:
            if element.text or len(element):
                source.fail(element, "<br> holds nothing: write <br/>.")
            return LineBreak()


def _reference(source: Source, element: "_Element") -> Reference:
    target = element.get("href", "")
    if not target.startswith("#") or target == "#":
        source.fail(element, 'a reference is written <a href="#clause-id"></a>.')
    if element.text or len(element):
        source.fail(element, "a reference holds no words: they follow from what it points to.")
    return Reference(target[1:])


def _trimmed(inlines: "Sequence[Inline]", *, edge: bool, backwards: bool = False) -> tuple[list[Inline], bool]:
    """Drop each space that follows an edge (an end, a line break, another space), read in one direction."""
    kept: list[Inline] = []
    for inline in reversed(inlines) if backwards else inlines:
        match inline:
            case Text(words=words):
                if edge:
                    words = words.rstrip(" ") if backwards else words.lstrip(" ")
                if words:
                    kept.append(Text(words))
                    edge = words[0 if backwards else -1] == " "
            case Strong(inlines=inner) | Emphasis(inlines=inner) | Term(inlines=inner):
                within, edge = _trimmed(inner, edge=edge, backwards=backwards)
                kept.append(type(inline)(tuple(within)))
            case _:
                kept.append(inline)
                edge = isinstance(inline, LineBreak)
    return (kept[::-1] if backwards else kept), edge
