"""The group's own clauses (domain, row 63), put among ours.

One that replaces a clause of ours stands in its place, and keeps its id, so that references to it still find something.
The others stand before the paper's own clause.
"""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from agreements.assembly.filters import paragraphs
from agreements.document import labels
from agreements.document.nodes import Clause
from agreements.document.parsing import parse
from agreements.interview import Agreement
from agreements.interview.own_wording import REPLACEABLE, SpecialCondition
from agreements.language import _

BEFORE = "housekeeping"
"""The clause before which the group's additions stand."""
_OURS = Markup("<h2>{}</h2><p>{}</p>")
_GAP = Markup("<p><gap>{}</gap></p>")


def with_special_conditions(clauses: Sequence[Clause], agreement: Agreement) -> tuple[Clause, ...]:
    """The clauses with the group's own among them."""
    conditions = agreement.special.conditions or ()
    present = {clause.id for clause in clauses}
    replacing = {
        one.replaces_clause: one for one in conditions if one.replaces_clause and one.replaces_clause in present
    }
    added = [one for one in conditions if one.replaces_clause not in present]
    return tuple(_in_order(clauses, replacing, added))


def _in_order(
    clauses: Sequence[Clause],
    replacing: dict[str, SpecialCondition],
    added: Sequence[SpecialCondition],
) -> Iterator[Clause]:
    for clause in clauses:
        if clause.id == BEFORE:
            for one in added:
                yield _clause(f"special-{one.id}", one, _("We have agreed this as well:"))
        replaced = replacing.get(clause.id)
        yield _clause(clause.id, replaced, _in_place_of(clause.id)) if replaced else clause


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
