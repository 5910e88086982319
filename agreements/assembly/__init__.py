"""From answers to a document: the clauses of a precedent, filled with an agreement's answers, as one numbered tree."""

from collections.abc import Mapping
from dataclasses import replace

from agreements.assembly.clauses import read_clause
from agreements.assembly.precedents import Precedent, precedent
from agreements.assembly.signatures import signature_blocks
from agreements.assembly.special_conditions import with_special_conditions
from agreements.document.layout import layout_for
from agreements.document.nodes import Clause, Document, Layout, Picture
from agreements.document.numbering import numbered
from agreements.errors import WordingError
from agreements.interview import INTERVIEWS, Agreement, Written
from agreements.language import LANGUAGE, _

_NO_PICTURES: Mapping[str, Picture] = {}


def assemble(
    interview: Written, pictures: Mapping[str, Picture] = _NO_PICTURES, logos: tuple[Picture, ...] = ()
) -> Document:
    """Assemble an agreement or a note, however incomplete: what is needed and not answered stands as a visible gap.

    Args:
        interview: the accepted answers.
        pictures: those that clause text may show, by a name of `pictures.PICTURES`.
        logos: shown in a row above the title.

    Raises WordingError when a clause or the precedent is wrong.
    """
    chosen = precedent(interview.precedent)
    if type(interview) is not INTERVIEWS[chosen.interview]:
        raise WordingError(f"{interview.precedent}.yaml:1: “interview” names another interview than this one.")
    document = numbered(
        Document(
            title=interview.title,
            kind=chosen.kind,
            language=LANGUAGE,
            front=read_clause(chosen.front, interview, numbered=False, title=False).blocks,
            clauses=_numbered_clauses(chosen, interview, pictures),
            signing=_signing(interview) if isinstance(interview, Agreement) else None,
            schedules=_schedules(chosen, interview, pictures),
            notice=interview.notice,
            logos=logos,
            glance=_glance(chosen, interview, pictures),
        )
    )
    if document.glance is None or layout_for(document) is Layout.COMPACT:
        return replace(document, layout=Layout.COMPACT, glance=None)
    return replace(document, layout=Layout.FULL)


def _glance(chosen: Precedent, interview: Written, pictures: Mapping[str, Picture]) -> Clause | None:
    ids = (chosen.glance,) if chosen.glance else ()
    return next(iter(_clauses(ids, interview, pictures, numbered=False, fingerprinted=False)), None)


def _signing(agreement: Agreement) -> Clause:
    return Clause("signatures", _("Signatures"), signature_blocks(agreement), fingerprinted=False)


def _numbered_clauses(chosen: Precedent, interview: Written, pictures: Mapping[str, Picture]) -> tuple[Clause, ...]:
    clauses = _clauses(chosen.clauses, interview, pictures, numbered=True)
    return with_special_conditions(clauses, interview) if isinstance(interview, Agreement) else clauses


def _schedules(chosen: Precedent, interview: Written, pictures: Mapping[str, Picture]) -> tuple[Clause, ...]:
    facts = _clauses(chosen.schedules, interview, pictures, numbered=False)
    people = _clauses(chosen.people, interview, pictures, numbered=False, fingerprinted=False)
    return (*facts, *people)


def _clauses(
    ids: tuple[str, ...],
    interview: Written,
    pictures: Mapping[str, Picture],
    *,
    numbered: bool,
    fingerprinted: bool = True,
) -> tuple[Clause, ...]:
    read = ((clause_id, read_clause(clause_id, interview, numbered=numbered, pictures=pictures)) for clause_id in ids)
    return tuple(
        Clause(clause_id, clause.title, clause.blocks, fingerprinted=fingerprinted)
        for clause_id, clause in read
        if clause.blocks
    )
