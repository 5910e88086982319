import pydyf
import pytest

from agreements.rendering.pdf import page_references


@pytest.fixture
def paper(monkeypatch):
    """A PDF of two pages, as WeasyPrint begins it."""
    monkeypatch.setattr(pydyf, "PDF", pydyf.PDF)  # put back afterwards
    page_references.list_pages_once()
    pdf = pydyf.PDF()
    for _page in range(2):
        add_page(pdf)
    return pdf


def add_page(pdf):
    pdf.add_page(pydyf.Dictionary({"Type": "/Page", "Parent": pdf.pages.reference}))


def as_pydyf_lists_them(pdf):
    return tuple(f"{number} 0 R".encode() for number in pdf.pages["Kids"][::3])


def test_the_pages_are_listed_once(paper):
    assert paper.page_references is paper.page_references
    assert paper.page_references == as_pydyf_lists_them(paper)


def test_a_page_that_is_added_later_is_listed_too(paper):
    assert len(paper.page_references) == 2
    add_page(paper)
    assert len(paper.page_references) == 3
    assert paper.page_references == as_pydyf_lists_them(paper)
