"""Clause files: read, checked against the declaration, filled with answers, and parsed into blocks.

A clause file sees one name for each section of the interview, the filters of `filters`, and `range`. Nothing else.
"""

import re
from collections.abc import Collection, Mapping
from difflib import get_close_matches
from functools import cache
from traceback import extract_tb

from jinja2 import StrictUndefined, Template, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from agreements.assembly.answers import Answers, finalize
from agreements.assembly.filters import FILTERS, is_asked, is_begun
from agreements.assembly.names import check_names
from agreements.assembly.pictures import PICTURES
from agreements.assembly.precedents import reference_targets
from agreements.document.nodes import Picture
from agreements.document.parsing import Parsed, mark_lines, parse
from agreements.errors import NotAsked, WordingError
from agreements.interview import Written
from agreements.resources import templates


def _environment() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        autoescape=True, undefined=StrictUndefined, finalize=finalize, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters = dict(FILTERS)
    environment.tests = {"asked": is_asked, "begun": is_begun, "sameas": environment.tests["sameas"]}
    environment.globals = {"range": range}
    return environment


_ENVIRONMENT = _environment()
_NO_PICTURES: Mapping[str, Picture] = {}


@cache
def _template(clause_id: str, interview: type[Written]) -> Template:
    file = templates() / "clauses" / "en" / f"{clause_id}.html"
    if not file.is_file():
        raise WordingError(f"{file.name}:1: a precedent names this clause, but there is no such file.")
    source = file.read_text("utf-8")
    try:
        check_names(_ENVIRONMENT.parse(source), file.name, interview)
        _check_targets(
            source, file.name, r'href="#([^"]*)"', reference_targets(interview), "no precedent names a clause"
        )
        _check_targets(source, file.name, r'src="#([^"]*)"', PICTURES, "there is no picture")
        return _ENVIRONMENT.from_string(mark_lines(source))
    except TemplateSyntaxError as error:
        raise WordingError(f"{file.name}:{error.lineno}: {error.message}") from error


def _check_targets(source: str, file: str, pattern: str, known: Collection[str], complaint: str) -> None:
    for reference in re.finditer(pattern, source):
        if reference[1] not in known:
            line = source.count("\n", 0, reference.start()) + 1
            near = get_close_matches(reference[1], sorted(known), n=1)
            hint = f" Did you mean “{near[0]}”?" if near else ""
            raise WordingError(f"{file}:{line}: {complaint} “{reference[1]}”.{hint}")


def read_clause(
    clause_id: str,
    interview: Written,
    *,
    numbered: bool,
    title: bool = True,
    pictures: Mapping[str, Picture] = _NO_PICTURES,
) -> Parsed:
    """Fill a clause with the answers of its interview and parse it. Raises WordingError, naming file and line."""
    sections = {name: Answers(interview.section(name)) for name in interview.sections()}
    template = _template(clause_id, type(interview))
    try:
        markup = template.render(sections)
    except NotAsked as error:
        place = f"{clause_id}.html:{_line(error)}"
        raise WordingError(
            f"{place}: this reads {error}, which this group is not asked. Ask first: {{% if ... is asked(...) %}}."
        ) from error
    except (TemplateError, WordingError) as error:
        raise WordingError(f"{clause_id}.html:{_line(error)}: {error}") from error
    return parse(markup, f"{clause_id}.html", numbered=numbered, title=title, pictures=pictures)


def _line(error: Exception) -> int:
    """The line of the clause file that was being filled in when the error arose."""
    lines = [frame.lineno for frame in extract_tb(error.__traceback__) if frame.filename == "<template>"]
    return lines[-1] or 1 if lines else 1
