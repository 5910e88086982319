"""The layout: compact up to six pages, full above, by an estimate that a printed paper bears out."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from agreements.document.layout import compact_pages, layout_for
from agreements.document.nodes import Clause, Document, Layout
from agreements.document.numbering import numbered
from agreements.rendering.pdf import render
from tests.samples import bullets, rich_document, small_document, stamp, typed
from tests.samples import numbered as paragraph


def of_length(paragraphs: int) -> Document:
    """An agreement with this many numbered paragraphs of two lines."""
    words = "Each partner tells the others about bad news within two days, before they hear it. " * 2
    blocks = tuple(paragraph(words) for _place in range(paragraphs))
    return numbered(replace(small_document(), clauses=(Clause("long", "Long", blocks), *small_document().clauses)))


def printed_pages(document: Document) -> int:
    """The pages that the compact PDF has."""
    pdf = render(replace(document, layout=Layout.COMPACT, glance=None), stamp())
    return len(pikepdf.open(BytesIO(pdf)).pages)


def test_a_short_agreement_is_compact_and_a_long_one_full():
    assert layout_for(of_length(10)) is Layout.COMPACT
    assert layout_for(of_length(300)) is Layout.FULL


@pytest.mark.parametrize(
    "document",
    [
        of_length(20),
        of_length(100),
        of_length(125),
        numbered(rich_document()),
        numbered(
            replace(
                small_document(),
                clauses=(
                    Clause("a", "Lists", tuple(bullets("one", "two", "three, which is longer") for _ in range(30))),
                    Clause("b", "Own words", tuple(typed("A line.", "Another line.") for _ in range(40))),
                    *small_document().clauses,
                ),
            )
        ),
    ],
    ids=["short", "four pages", "five pages", "every kind of block", "lists and own words"],
)
def test_the_estimate_is_within_a_page_in_seven_of_the_printed_paper(document):
    found, estimate = printed_pages(document), compact_pages(document)
    assert found - 1 <= estimate <= found * 1.15 + 0.5


def test_the_page_at_a_glance_does_not_count():
    document = of_length(10)
    assert compact_pages(replace(document, glance=Clause("glance", "At a glance", document.front))) == compact_pages(
        document
    )
