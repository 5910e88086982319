"""Clause files: each branch is taken, each name and reference means something, every mistake is told by its line."""

from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from jinja2 import Template, nodes

from agreements import answer_files, resources
from agreements.assembly import clauses
from agreements.assembly.answers import Answers
from agreements.assembly.clauses import read_clause
from agreements.assembly.precedents import precedents
from agreements.document.nodes import Paragraph, Text
from agreements.errors import WordingError
from agreements.interview import INTERVIEWS, Agreement, Considering, Offering, Written
from agreements.interview.about_us import BINDING_SECTIONS, Partner
from agreements.questions import Contacts, ListOf, OneOf, Printed, Question, SomeOf, YesNo
from tests.answer_sets import KINDS, Raw, alike, complete, complete_asking, complete_of, row_id, variations

FOLDER = resources.templates() / "clauses" / "en"
CLAUSES = {
    clause_id: interview
    for interview in INTERVIEWS.values()
    for one in precedents(interview)
    for clause_id in sorted(one.ids)
}
"""Every clause, with the interview that fills it."""
FRONTS = {one.front for interview in INTERVIEWS.values() for one in precedents(interview)}
GLANCE = (FOLDER / "at-a-glance.html").read_text("utf-8")
EMPTY = Agreement.load({}).interview
COMPLETE = Agreement.load(complete()).interview
EMPTY_AND_COMPLETE = [
    agreement
    for kind in KINDS
    for agreement in (
        Agreement.load({"status": {"doc_kind": kind}}).interview,
        Agreement.load(complete_of(kind)).interview,
    )
]
_BINDING = {"doc_kind": "partnership", "binding_mode": "mixed", "binding_sections": list(BINDING_SECTIONS)}
EMPTY_AND_COMPLETE.append(Agreement.load({"status": _BINDING}).interview)


def test_every_clause_file_is_named_by_a_precedent_and_every_named_clause_is_there():
    assert {file.stem for file in FOLDER.glob("*.html")} == set(CLAUSES)


@pytest.mark.parametrize("is_empty", [True, False], ids=["empty", "complete"])
@pytest.mark.parametrize(("clause_id", "of"), CLAUSES.items())
def test_every_clause_can_be_read_whatever_is_answered(clause_id, of, is_empty):
    filled = of.load({} if is_empty else complete(of)).interview
    read_clause(clause_id, filled, numbered=True, title=clause_id not in FRONTS)


def test_a_clause_of_an_agreement_means_nothing_to_a_note():
    note = Considering.load({}).interview
    with pytest.raises(WordingError, match="nothing is declared as “vision”"):
        read_clause("vision", note, numbered=False)


# ---------------------------------------------------------------- every branch both ways

Branch = tuple[str, int, str]


class Branches:
    """Every branch of every clause file, and which of them have been taken."""

    def __init__(self) -> None:
        self.all: set[Branch] = set()
        self.taken: set[Branch] = set()

    def watched(self, clause_id: str) -> Template:
        """The template of a clause, which says when one of its branches is taken."""
        environment = clauses._ENVIRONMENT
        tree = environment.parse((FOLDER / f"{clause_id}.html").read_text("utf-8"))
        assert not list(tree.find_all(nodes.CondExpr)), "an “if” inside braces is not watched: write {% if %}"
        ifs = list(tree.find_all(nodes.If))
        elifs = [other for node in ifs for other in node.elif_]
        for node in ifs:
            self._mark(node.body, (clause_id, node.lineno, "if"))
            # A list of choices without an “else”: one of them is always chosen.
            if not any(node is other for other in elifs) and (node.else_ or not node.elif_):
                self._mark(node.else_, (clause_id, node.lineno, "else"))
        for loop in tree.find_all(nodes.For):
            self._mark(loop.body, (clause_id, loop.lineno, "loop"))
            if loop.else_:
                self._mark(loop.else_, (clause_id, loop.lineno, "empty"))
        return environment.from_string(tree, globals={"taken": self._take})

    def _mark(self, body: list[nodes.Node], branch: Branch) -> None:
        self.all.add(branch)
        call = nodes.Call(nodes.Name("taken", "load"), [nodes.Const(part) for part in branch], [], None, None)
        body.insert(0, nodes.Output([call]))

    def _take(self, *branch: Any) -> str:
        self.taken.add(branch)
        return ""

    def is_done(self, clause_id: str) -> bool:
        """Whether each branch of a clause has been taken."""
        return all(branch in self.taken for branch in self.all if branch[0] == clause_id)


def usual_fillings(of: type[Written]) -> Iterator[Written]:
    """Nothing, and everything; of an agreement also each kind, few partners and none, empty rows, and the examples."""
    yield from (of.load({}).interview, of.load(complete(of)).interview)
    if of is Agreement:
        yield from EMPTY_AND_COMPLETE
        yield from (with_partners(2), with_partners(5))
        yield Agreement.load({**complete_asking("liability.joint_several"), "partners": {}}).interview
        yield Agreement.load(with_bare_rows()).interview
        contract = {"doc_kind": "partnership", "binding_mode": "binding"}
        private = {"confidential": "good_faith"}
        yield Agreement.load({**complete(), "status": contract, "confidentiality": private}).interview
        limited = {"liability_mode": "capped", "cap": "500", "indemnity": "mutual_own_fault"}
        yield Agreement.load({**complete(), "liability": limited}).interview
        agent = {"model": "managing_agent", "lead_partner": row_id(Partner, 0)}
        without_money = {**complete(), "money": {"has_money": False}, "liability": limited}
        yield Agreement.load({**without_money, "shape": agent}).interview
        for answers_to in ("deciding_group", "boards", "own"):
            led = {**complete()["accountability"], "lead_answers_to": answers_to}
            yield Agreement.load({**without_money, "accountability": led}).interview
        yield from (Agreement.load(answer_files.read(file)).interview for file in resources.examples().glob("*.yaml"))


def other_fillings(of: type[Written], path: str) -> Iterator[Written]:
    """One question without an answer, or with another choice; of an agreement also the same choice in all rows."""
    chooses = isinstance(of.question(path), OneOf | SomeOf | YesNo | ListOf)
    yield from (variation.after for variation in variations(path, of) if chooses or variation.answer is None)
    if of is Agreement:
        yield from (Agreement.load(answers).interview for answers in alike(path))


def may_change(path: str, question: Question[Any], clause_ids: Iterable[str]) -> bool:
    """Whether an answer may change one of these clauses, as its effect says, or the page at a glance by its text."""
    if "at-a-glance" in clause_ids and f"{path.partition('.')[0]}." in GLANCE:
        return True
    match question.effect:
        case Printed(elsewhere="", clauses=clauses):
            return bool(set(clauses) & set(clause_ids))
        case Printed():
            return True
        case Contacts():
            return "schedule-contacts" in clause_ids
        case _:
            return False


def with_partners(count: int) -> Written:
    """A complete agreement of only so many partners."""
    partners = complete()["partners"]["partners"][:count]
    agreement: Written = Agreement.load({**complete(), "partners": {"partners": partners}}).interview
    return agreement


def with_bare_rows() -> Raw:
    """A complete answer set in which every list but the partners has one row, with nothing answered in it."""
    answers = complete()
    for path, question, _group in Agreement.every_question():
        if isinstance(question, ListOf) and question.item is not Partner:
            section, name = path.split(".")
            answers[section][name] = [{"id": "bare"}]
    return answers


@pytest.mark.parametrize(("of", "least"), [(Agreement, 100), (Considering, 20), (Offering, 6)])
def test_every_branch_of_every_clause_is_taken(of, least):
    branches = Branches()
    watched = {clause_id: branches.watched(clause_id) for clause_id, interview in CLAUSES.items() if interview is of}

    def fill(filled: Written) -> None:
        sections = {name: Answers(filled.section(name)) for name in filled.sections()}
        for clause_id, template in list(watched.items()):
            template.render(sections)
            if branches.is_done(clause_id):
                del watched[clause_id]

    for filled in usual_fillings(of):
        fill(filled)
    for path, question, _group in of.every_question():
        if may_change(path, question, watched):
            for filled in other_fillings(of, path):
                fill(filled)
    assert len(branches.all) > least
    assert branches.all - branches.taken == set()


# ---------------------------------------------------------------- mistakes


@pytest.fixture
def written(tmp_path, monkeypatch):
    """Writes a clause file and gives its id, in a folder of templates that holds nothing else."""
    monkeypatch.setattr(clauses, "templates", lambda: tmp_path)
    clauses._template.cache_clear()
    (tmp_path / "clauses" / "en").mkdir(parents=True)

    def write(source: str) -> str:
        (tmp_path / "clauses" / "en" / "tried.html").write_text(source, "utf-8")
        return "tried"

    yield write
    clauses._template.cache_clear()


def mistake(clause_id: str, agreement: Agreement = COMPLETE) -> str:
    with pytest.raises(WordingError) as caught:
        read_clause(clause_id, agreement, numbered=True)
    return str(caught.value)


def test_a_clause_that_is_not_there_is_told_by_its_file(written):
    assert mistake("nowhere") == "nowhere.html:1: a precedent names this clause, but there is no such file."


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("<h2>T</h2>\n<p>{{ abuot.short_name }}</p>", "2: nothing is declared as “abuot”. Did you mean “about”?"),
        (
            "<h2>T</h2>\n<p>{{ about.short_nam }}</p>",
            "2: nothing is declared as “short_nam”. Did you mean “short_name”?",
        ),
        ("<h2>T</h2>\n{% if about.notice %}\n<p>\n{{ about.notise }}</p>{% endif %}", "4: nothing is declared"),
        (
            "<h2>T</h2>\n{% for one in partners.partners %}\n<p>x</p>\n{% else %}\n<p>{{ one.name }}</p>{% endfor %}",
            "5: nothing is declared as “one”.",
        ),
        (
            "<h2>T</h2>\n<p>{% if changes.amend_rule == 'two_third' %}x{% endif %}</p>",
            "2: nothing is declared as “two_th",
        ),
        (
            '<h2>T</h2>\n<p>See <a href="#talkin"></a>.</p>',
            "2: no precedent names a clause “talkin”. Did you mean “talking”?",
        ),
        ('<h2>T</h2>\n<img src="#timelin"/>', "2: there is no picture “timelin”. Did you mean “timeline”?"),
        ("<h2>T</h2>\n\n{% if about.notice %}", "3: Unexpected end of template."),
        ("<h2>T</h2>\n<p>{{ about.notice|shout }}</p>", "2: No filter named 'shout'."),
        ("<h2>T</h2>\n<p>{% if about is odd %}x{% endif %}</p>", "2: No test named 'odd' found."),
        ("<h2>T</h2>\n<p>one</p>\n<div>two</div>", "3: <div> has no place here."),
        ("<h2>T</h2>\n<p>one</p>\n<p>{{ leaving.notice_days }}</p>", "3: 1 cannot be printed as it is; use a filter"),
        ("<h2>T</h2>\n<p>one\n{{ partners.partners }}</p>", "3: "),
        ("<h2>T</h2>\n<p>{{ disagreements.carry_on_serving }}</p>", "2: True cannot be printed as it is"),
        (
            "<h2>T</h2>\n{% for partner in partners.partners %}\n<p>{{ partner.society_number }}</p>\n{% endfor %}",
            "3: this reads partners.partners.partner-0.society_number, which this group is not asked.",
        ),
    ],
)
def test_a_mistake_is_told_by_file_and_line(written, source, message):
    assert mistake(written(source)).startswith(f"tried.html:{message}")


@pytest.mark.parametrize(
    "source",
    [
        "{{ about.__class__ }}",
        "{{ about._group }}",
        "{{ about.full_title.upper() }}",
        "{{ range.__globals__ }}",
        "{{ cycler }}",
        "{{ self }}",
        "{{ config }}",
        "{{ partners.partners[0].legal_name }}",
        "{% include 'front.html' %}",
        "{% import 'front.html' as front %}",
        "{% set x = 1 %}",
        "{% macro x() %}{% endmacro %}",
        "{% for a, b in partners.partners %}{% endfor %}",
        "{% if about is asked(about) %}{% endif %}",
        "{% if about is asked('shortname') %}{% endif %}",
        "{% if partners.partners is asked('nation') %}{% endif %}",
    ],
)
def test_a_clause_reaches_nothing_but_answers(written, source):
    assert mistake(written(f"<h2>T</h2><p>{source}</p>"))


def test_answers_stand_in_a_clause_as_words_and_never_as_markup(written):
    agreement = Agreement.load({"about": {"short_name": "</p><h2>{{ x }}</h2> & <gap>y</gap>"}}).interview
    parsed = read_clause(written("<h2>T</h2><p>{{ about.short_name }}</p>"), agreement, numbered=False)
    assert parsed.blocks == (Paragraph((Text("</p><h2>{{ x }}</h2> & <gap>y</gap>"),)),)


def test_a_clause_of_which_nothing_holds_is_left_out(written):
    source = "{% if about.notice %}<h2>T</h2><p>{{ about.notice }}</p>{% endif %}"
    assert read_clause(written(source), EMPTY, numbered=True).blocks == ()
