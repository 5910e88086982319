"""From answers to a document: the clauses of a precedent, filled with an agreement's answers, as one numbered tree."""

from collections.abc import Mapping
from dataclasses import replace

from agreements.assembly.clauses import read_clause
from agreements.assembly.precedents import Precedent, precedent
from agreements.assembly.signatures import signature_blocks
from agreements.document.layout import layout_for
from agreements.document.nodes import Clause, Document, Layout, Picture
from agreements.document.numbering import numbered
from agreements.interview import Agreement
from agreements.language import LANGUAGE, _

_NO_PICTURES: Mapping[str, Picture] = {}


def assemble(
    agreement: Agreement, pictures: Mapping[str, Picture] = _NO_PICTURES, logos: tuple[Picture, ...] = ()
) -> Document:
    """Assemble an agreement, however incomplete: what must be answered and is not stands as a visible gap.

    Args:
        agreement: the accepted answers.
        pictures: those that clause text may show, by a name of `pictures.PICTURES`.
        logos: shown in a row above the title.

    Raises WordingError when a clause or the precedent is wrong.
    """
    chosen = precedent(agreement.status.precedent)
    title = agreement.about.full_title or _("Agreement without a title yet")
    (glance,) = _clauses((chosen.glance,), agreement, pictures, numbered=False, fingerprinted=False)
    document = numbered(
        Document(
            title=title,
            kind=chosen.kind,
            language=LANGUAGE,
            front=read_clause(chosen.front, agreement, numbered=False, title=False).blocks,
            clauses=_clauses(chosen.clauses, agreement, pictures, numbered=True),
            signing=Clause("signatures", _("Signatures"), signature_blocks(agreement), fingerprinted=False),
            schedules=_schedules(chosen, agreement, pictures),
            notice=agreement.about.notice or "",
            logos=logos,
            glance=glance,
        )
    )
    if layout_for(document) is Layout.COMPACT:
        return replace(document, layout=Layout.COMPACT, glance=None)
    return replace(document, layout=Layout.FULL)


def _schedules(chosen: Precedent, agreement: Agreement, pictures: Mapping[str, Picture]) -> tuple[Clause, ...]:
    facts = _clauses(chosen.schedules, agreement, pictures, numbered=False)
    people = _clauses(chosen.people, agreement, pictures, numbered=False, fingerprinted=False)
    return (*facts, *people)


def _clauses(
    ids: tuple[str, ...],
    agreement: Agreement,
    pictures: Mapping[str, Picture],
    *,
    numbered: bool,
    fingerprinted: bool = True,
) -> tuple[Clause, ...]:
    read = ((clause_id, read_clause(clause_id, agreement, numbered=numbered, pictures=pictures)) for clause_id in ids)
    return tuple(
        Clause(clause_id, clause.title, clause.blocks, fingerprinted=fingerprinted)
        for clause_id, clause in read
        if clause.blocks
    )
