"""Our own sentences in the source of a clause: every branch of every `{% if %}`, without what a group typed.

The source is filled in as often as it takes for every branch to have been taken once, whatever the conditions say, with
a stand-in for every answer. Headings and names of columns are labels, and no sentences.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from jinja2 import Environment, nodes

from setup.plain_words.measuring import UNKNOWN
from setup.plain_words.sentences import sentences_of

_NOT_OURS = re.compile(r'<p class="typed">.*?</p>|<(h2|caption|thead|dt|blank|gap)\b.*?</\1>|<!--.*?-->', re.DOTALL)
_REFERENCE = re.compile(r"<a\b.*?</a>", re.DOTALL)
_AMONG_WORDS = re.compile(r"</?(?:strong|em|dfn)>")
_TAG = re.compile(r"<[^>]*>")

_STAND_INS: dict[str, Callable[[list[str]], str]] = {
    "paragraphs": lambda _words: f'<p class="typed">{UNKNOWN}</p>',
    "counted": lambda words: f"ten {words[-1]}",
    "figures": lambda _words: "10",
    "weekday": lambda _words: "10 May",
}


def clause_sentences(file: Path) -> list[str]:
    """Every sentence of ours in a clause file, once, in order."""
    source = _Source(file.read_text("utf-8"))
    found: dict[str, None] = {}
    for markup in source.fillings():
        for words in _runs(markup):
            found.update(dict.fromkeys(sentences_of(words)))
    return list(found)


class _Source:
    """A clause's source, filled in with stand-ins. `taken` counts how often each branch was taken."""

    def __init__(self, text: str) -> None:
        self.tree = Environment(trim_blocks=True, lstrip_blocks=True, autoescape=True).parse(text)
        self.taken: Counter[int] = Counter()
        self.known: dict[int, None] = {}

    def fillings(self) -> Iterator[str]:
        while True:
            yield self.filled(self.tree.body)
            if all(self.taken[branch] for branch in self.known):
                return

    def filled(self, body: list[nodes.Node]) -> str:
        return "".join(map(self.node, body))

    def node(self, node: nodes.Node) -> str:
        if isinstance(node, nodes.TemplateData):
            return node.data
        if isinstance(node, nodes.Output):
            return self.filled(list(node.nodes))
        if isinstance(node, nodes.If):
            return self.one_of([node.body, *(other.body for other in node.elif_), node.else_])
        if isinstance(node, nodes.For):
            return self.one_of([node.body, node.else_])
        return _stand_in(node)

    def one_of(self, branches: list[list[nodes.Node]]) -> str:
        """The branch that was taken least often so far. One that says nothing is never taken."""
        said = [branch for branch in branches if branch]
        self.known.update((id(branch), None) for branch in said)
        branch = min(said, key=lambda one: self.taken[id(one)])
        self.taken[id(branch)] += 1
        return self.filled(branch)


def _stand_in(expression: nodes.Node) -> str:
    if isinstance(expression, nodes.Filter) and expression.name in _STAND_INS:
        return _STAND_INS[expression.name]([str(one.value) for one in expression.args if isinstance(one, nodes.Const)])
    return UNKNOWN


def _runs(markup: str) -> list[str]:
    """The runs of words that are ours: whatever stands between two tags that are not among words."""
    ours = _REFERENCE.sub("Section 9", _NOT_OURS.sub("<br/>", markup))
    return _TAG.split(_AMONG_WORDS.sub("", ours))
