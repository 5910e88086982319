"""From answers to a document: the clauses of a precedent, filled with an agreement's answers, as one numbered tree."""

from agreements.assembly.clauses import read_clause
from agreements.assembly.precedents import Precedent, precedent
from agreements.assembly.signatures import signature_blocks
from agreements.document.nodes import Clause, Document
from agreements.document.numbering import numbered
from agreements.interview import Agreement
from agreements.language import _

LANGUAGE = "en-GB"


def assemble(agreement: Agreement) -> Document:
    """Assemble an agreement, however incomplete: what must be answered and is not stands as a visible gap.

    Raises WordingError when a clause or the precedent is wrong.
    """
    chosen = precedent("memorandum")
    title = agreement.about.full_title or _("Agreement without a title yet")
    return numbered(
        Document(
            title=title,
            kind=chosen.kind,
            language=LANGUAGE,
            front=read_clause(chosen.front, agreement, numbered=False, title=False).blocks,
            clauses=_clauses(chosen.clauses, agreement, numbered=True),
            signing=Clause("signatures", _("Signatures"), signature_blocks(agreement), fingerprinted=False),
            schedules=_schedules(chosen, agreement),
            notice=agreement.about.notice or "",
        )
    )


def _schedules(chosen: Precedent, agreement: Agreement) -> tuple[Clause, ...]:
    facts = _clauses(chosen.schedules, agreement, numbered=False)
    people = _clauses(chosen.people, agreement, numbered=False, fingerprinted=False)
    return (*facts, *people)


def _clauses(
    ids: tuple[str, ...], agreement: Agreement, *, numbered: bool, fingerprinted: bool = True
) -> tuple[Clause, ...]:
    read = ((clause_id, read_clause(clause_id, agreement, numbered=numbered)) for clause_id in ids)
    return tuple(
        Clause(clause_id, clause.title, clause.blocks, fingerprinted=fingerprinted)
        for clause_id, clause in read
        if clause.blocks
    )
