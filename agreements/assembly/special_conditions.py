"""The group's own clauses (domain, row 63), put among ours.

One that replaces a clause of ours stands in its place, and keeps its id, so that references to it still find something.
It names the schedules that only the replaced clause named. The others stand before the paper's own clause.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from agreements.assembly.filters import paragraphs
from agreements.document import labels
from agreements.document.nodes import Cell, Clause, Paragraph, Reference, Table, Text
from agreements.document.parsing import parse
from agreements.document.references import references
from agreements.interview import Agreement
from agreements.interview.own_wording import REPLACEABLE, SpecialCondition
from agreements.language import _

BEFORE = "housekeeping"
"""The clause before which the group's additions stand."""
_OURS = Markup("<h2>{}</h2><p>{}</p>")
_GAP = Markup("<p><gap>{}</gap></p>")


@dataclass(frozen=True)
class SpecialConditions:
    """Which of our clauses the group's own replace, by id, and which it adds."""

    replacing: Mapping[str, SpecialCondition]
    added: Sequence[SpecialCondition]

    @classmethod
    def of(cls, clauses: Sequence[Clause], agreement: Agreement) -> "SpecialConditions":
        """Those of an agreement with these clauses. What replaces a clause that it has not is added."""
        conditions = agreement.special.conditions or ()
        present = {clause.id for clause in clauses}
        return cls(
            {one.replaces_clause: one for one in conditions if one.replaces_clause and one.replaces_clause in present},
            [one for one in conditions if one.replaces_clause not in present],
        )

    def among(self, clauses: Sequence[Clause]) -> tuple[Clause, ...]:
        """The clauses with the group's own among them."""
        return tuple(self._in_order(clauses))

    def _in_order(self, clauses: Sequence[Clause]) -> Iterator[Clause]:
        clause_ids = {clause.id for clause in clauses}
        kept = tuple(clause for clause in clauses if clause.id not in self.replacing)
        named = clause_ids.union(one.target for one in references(kept))
        for clause in clauses:
            if clause.id == BEFORE:
                for one in self.added:
                    yield _clause(f"special-{one.id}", one, _("We have agreed this as well:"))
            if clause.id not in self.replacing:
                yield clause
                continue
            own = _clause(clause.id, self.replacing[clause.id], _in_place_of(clause.id))
            unnamed = dict.fromkeys(one.target for one in references(clause) if one.target not in named)
            yield replace(own, blocks=(*own.blocks, *(_goes_with_it(schedule) for schedule in unnamed)))

    def summed_up(self, glance: Clause) -> Clause:
        """The page that sums up the clauses, where it would sum up one that is replaced."""
        return replace(
            glance,
            blocks=tuple(
                replace(block, rows=tuple(self._summed_up(row) for row in block.rows))
                if isinstance(block, Table)
                else block
                for block in glance.blocks
            ),
        )

    def _summed_up(self, row: tuple[Cell, ...]) -> tuple[Cell, ...]:
        asked, _in_short, more = row
        if not any(one.target in self.replacing for one in references(more)):
            return row
        return (asked, Cell((Paragraph((Text(_("We have put this in our own words.")),)),)), more)


def _in_place_of(clause_id: str) -> str:
    return _(
        "This section is in our own words. It stands in place of the usual section “%(title)s”.",
        title=REPLACEABLE[clause_id].title,
    )


def _clause(clause_id: str, condition: SpecialCondition, introduction: str) -> Clause:
    heading = condition.heading or labels.gap(SpecialCondition.heading.title)
    words = paragraphs(condition.text) if condition.text else _GAP.format(SpecialCondition.text.title)
    read = parse(_OURS.format(heading, introduction) + words, clause_id, numbered=True)
    return Clause(clause_id, read.title, read.blocks)


def _goes_with_it(schedule: str) -> Paragraph:
    """Names a schedule. What stands in it was asked for the replaced clause, and the group may still want it."""
    return Paragraph((Reference(schedule), Text(f" {_('goes with this section.')}")), numbered=True)
