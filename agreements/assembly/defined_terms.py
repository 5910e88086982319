"""The terms that we define: each once, in the clause `words`, and only where the rest of the paper uses it.

Which terms a paper uses hangs on the answers, and on what the group has put in place of ours. So the clause defines all
that its answers allow, and what turns out to be unused is taken away again. The words that the group explains itself
stand in a list of their own, and stay.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from agreements.document.canonical import clause_text, text
from agreements.document.nodes import Block, Clause, FactList

DEFINING = "words"
"""The clause whose first list of facts holds our terms."""


def with_used_terms(
    clauses: Sequence[Clause], front: Sequence[Block], schedules: Sequence[Clause]
) -> tuple[Clause, ...]:
    """The clauses, with those of our terms defined that are used on the front page, in another clause or a schedule."""
    others = (clause for clause in (*clauses, *schedules) if clause.id != DEFINING)
    elsewhere = "\n".join((text(front), *map(clause_text, others))).casefold()
    return tuple(_defining(clause, elsewhere) if clause.id == DEFINING else clause for clause in clauses)


def _defining(clause: Clause, elsewhere: str) -> Clause:
    return replace(clause, blocks=tuple(_blocks(clause, elsewhere)))


def _blocks(clause: Clause, elsewhere: str) -> Iterator[Block]:
    ours = next(block for block in clause.blocks if isinstance(block, FactList))
    for block in clause.blocks:
        if block is ours:
            yield FactList(tuple(fact for fact in ours.facts if fact.name.casefold() in elsewhere))
        else:
            yield block
