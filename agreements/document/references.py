"""The references of a tree: which parts its words point to."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from agreements.document.nodes import Reference


def references(node: object) -> Iterator[Reference]:
    """Every reference in a node, or in several, in reading order."""
    if isinstance(node, Reference):
        yield node
    elif isinstance(node, tuple):
        for one in node:
            yield from references(one)
    elif is_dataclass(node):
        for part in fields(node):
            yield from references(getattr(node, part.name))
