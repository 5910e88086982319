"""What each legal form prints, nation by nation, kept as text that a lawyer can read.

`pytest tests/legal_forms --golden-update` writes the texts anew; read the difference before you commit it.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from agreements.assembly import assemble
from agreements.document.nodes import Paragraph, SignatureBlock, Text
from agreements.document.stamp import Stamp, Status
from agreements.interview import Agreement
from agreements.interview.signing import Signatory
from agreements.legal_forms import LEGAL_FORMS, NATIONS
from agreements.rendering import plain
from agreements.values import list_in_words
from tests import samples

GOLDEN = Path(__file__).parent.parent / "golden" / "signature-blocks"
NAMES = {
    "branch_of_parent": "Northvale Support, Brookhaven branch",
    "charitable_trust": "Quay Street Trust",
    "individual": "Ruth Adeyemi",
    "local_council": "Brookhaven Town Council",
    "sole_trader": "Ruth Adeyemi",
}
SPECIAL = {
    "cio-with-one-trustee": ("cio", {"only_one_trustee": "yes"}),
    "branch-of-parent-that-is-a-cio": ("branch_of_parent", {"parent_form": "cio", "parent_number": "1234567"}),
}
"""Answers that change who signs, and are not those of the papers below."""
CHARITY_NUMBERS = {"scotland": "SC012345", "northern_ireland": "NIC123456"}


def paper(form, nation, **more):
    """The signature block of a form in a nation, who may sign, and what Schedule A says: all invented."""
    number = CHARITY_NUMBERS.get(nation, "1234567")
    partner = {
        "id": "a",
        "legal_name": NAMES.get(form.name, "Brook Lane Together"),
        "nation": nation,
        "legal_form": form.name,
        "company_number": "01234567",
        "charity_number": number,
        "charity_number_if_any": number,
        "llp_number": "OC123456",
        "society_number": "12345R",
        "constitution_date": "2019-05-14",
        "trustees": "Ruth Adeyemi\nTom Ferris\nJoan Whitlock",
        "parent_body": "Northvale Support",
        "parent_form": "charitable_company",
        "parent_number": "01234567",
        "registered_address": "2 Quay Street\nBrookhaven",
        **more,
    }
    loaded = Agreement.load({"partners": {"partners": [partner]}})
    assert loaded.faults == ()
    document = assemble(loaded.interview)
    ((_name, advice),) = Signatory.advice(loaded.interview)
    signing = samples.signing(document)
    return replace(
        document,
        title=str(form.title),
        kind=str(form.hint),
        front=(Paragraph((Text(f"Who may sign: {advice}"),)),),
        clauses=(),
        signing=replace(signing, blocks=tuple(one for one in signing.blocks if isinstance(one, SignatureBlock))),
        schedules=tuple(one for one in document.schedules if one.id == "schedule-partners"),
    )


def papers():
    """A paper by file name for each form and each group of nations where it is the same but for the nation's name."""
    found = {}
    for form in LEGAL_FORMS.values():
        same: dict[str, list[str]] = {}
        for nation in form.nations:
            made = printed(paper(form, nation))
            same.setdefault(made.replace(f"     {NATIONS[nation]}\n", "     *\n"), []).append(nation)
        for made, nations in same.items():
            name = form.name if len(nations) == len(NATIONS) else "-".join([form.name, *nations])
            in_words = list_in_words([NATIONS[nation] for nation in nations])
            found[name.replace("_", "-")] = made.replace("     *\n", f"     {in_words}\n")
    for name, (of, more) in SPECIAL.items():
        found[name] = printed(paper(LEGAL_FORMS[of], "england", **more))
    return found


def printed(document):
    return plain.render(document, Stamp(Status.FINAL, 1, "0" * 64)).decode()


PAPERS = papers()


@pytest.mark.parametrize("name", PAPERS)
def test_a_form_prints_what_its_golden_text_says(name, request):
    golden = GOLDEN / f"{name}.txt"
    if request.config.getoption("--golden-update"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(PAPERS[name], "utf-8")
    assert PAPERS[name] == golden.read_text("utf-8")


def test_there_is_no_text_of_a_form_that_is_not_there():
    assert {file.stem for file in GOLDEN.glob("*.txt")} == set(PAPERS)


def test_no_gap_is_left_where_everything_is_answered():
    assert not [name for name, text in PAPERS.items() if "Not answered yet" in text]
