"""From answers to a document: the clauses of a precedent, filled with an agreement's answers, as one numbered tree."""

from collections.abc import Mapping
from dataclasses import replace

from agreements.assembly.clauses import read_clause
from agreements.assembly.defined_terms import with_used_terms
from agreements.assembly.precedents import Precedent, precedent
from agreements.assembly.signatures import signature_blocks
from agreements.assembly.special_conditions import SpecialConditions
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
    document = numbered(_document(chosen, interview, pictures, logos))
    if document.glance is None or layout_for(document) is Layout.COMPACT:
        return replace(document, layout=Layout.COMPACT, glance=None)
    return replace(document, layout=Layout.FULL)


def _document(
    chosen: Precedent, interview: Written, pictures: Mapping[str, Picture], logos: tuple[Picture, ...]
) -> Document:
    document = Document(
        title=interview.title,
        kind=chosen.kind,
        language=LANGUAGE,
        front=read_clause(chosen.front, interview, numbered=False, title=False).blocks,
        clauses=_clauses(chosen.clauses, interview, pictures, numbered=True),
        signing=None,
        schedules=_schedules(chosen, interview, pictures),
        notice=interview.notice,
        logos=logos,
    )
    return _of_agreement(document, chosen, interview) if isinstance(interview, Agreement) else document


def _of_agreement(document: Document, chosen: Precedent, agreement: Agreement) -> Document:
    """What only an agreement has: the group's own clauses, our terms, the page that sums up, the place to sign."""
    own = SpecialConditions.of(document.clauses, agreement)
    clauses = with_used_terms(own.among(document.clauses), document.front, document.schedules)
    glance = read_clause(chosen.glance, agreement, numbered=False)
    return replace(
        document,
        clauses=clauses,
        signing=Clause("signatures", _("Signatures"), signature_blocks(agreement), fingerprinted=False),
        glance=own.summed_up(Clause(chosen.glance, glance.title, glance.blocks, fingerprinted=False)),
    )


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
