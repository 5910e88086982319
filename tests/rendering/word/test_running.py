"""What every page must say, in houses that do not say it."""

from agreements.document.numbering import numbered
from agreements.document.stamp import Status
from agreements.rendering.word import render_docx
from tests.rendering.word.houses import LETTERHEAD, letterhead, open_docx, plain_but
from tests.samples import rich_document, small_document, stamp

DOCUMENT = numbered(small_document())
DRAFT = stamp(Status.DRAFT)


def lines(running):
    return [paragraph.text for paragraph in running.paragraphs]


def codes(running):
    return "".join(code.text for code in running._element.iter("{*}instrText"))


def test_the_plain_house_says_everything_once():
    section = open_docx(render_docx(numbered(rich_document()), DRAFT, None)).sections[0]
    assert lines(section.footer) == ["Example: every detail is invented", f"{DRAFT.line}\tPage 1 of 1"]
    assert lines(section.header)[0].endswith("\tDraft: do not sign")


def test_a_final_copy_without_a_notice_says_neither():
    section = open_docx(render_docx(DOCUMENT, stamp(), None)).sections[0]
    assert lines(section.footer) == [f"{stamp().line}\tPage 1 of 1"]
    assert lines(section.header) == ["Brook Lane Welcome\t"]


def test_a_house_without_a_footer_gets_one_that_says_all(tmp_path):
    section = open_docx(render_docx(numbered(rich_document()), DRAFT, letterhead(tmp_path))).sections[0]
    assert lines(section.header) == [LETTERHEAD]
    assert lines(section.footer) == [
        "Draft: do not sign",
        "Example: every detail is invented",
        DRAFT.line,
        "Page 1 of 1",
    ]
    assert codes(section.footer).split() == ["PAGE", "NUMPAGES"]


def test_a_footer_keeps_its_words_and_gets_what_it_lacks(tmp_path):
    def with_footer(document):
        document.sections[0].footer.paragraphs[0].text = "Charity 1234567. {{ stamp }}"

    section = open_docx(render_docx(DOCUMENT, DRAFT, letterhead(tmp_path, with_footer))).sections[0]
    assert lines(section.footer) == [f"Charity 1234567. {DRAFT.line}", "Draft: do not sign", "Page 1 of 1"]


def test_a_stamp_that_is_printed_only_at_times_does_not_count(tmp_path):
    house = plain_but(tmp_path, {"word/footer.xml": {"{{ stamp }}": "{% if version == '1' %}{{ stamp }}{% endif %}"}})
    section = open_docx(render_docx(DOCUMENT, stamp(), house)).sections[0]
    assert lines(section.footer) == ["\tPage 1 of 1", stamp().line]


def test_first_and_even_pages_say_it_too(tmp_path):
    def with_more_pages(document):
        document.sections[0].different_first_page_header_footer = True
        document.sections[0].first_page_footer.paragraphs[0].text = "First page"
        document.settings.odd_and_even_pages_header_footer = True

    section = open_docx(render_docx(DOCUMENT, stamp(), letterhead(tmp_path, with_more_pages))).sections[0]
    assert lines(section.first_page_footer) == ["First page", stamp().line, "Page 1 of 1"]
    assert lines(section.even_page_footer) == [stamp().line, "Page 1 of 1"]
    assert lines(section.footer) == [stamp().line, "Page 1 of 1"]


def test_a_section_with_a_footer_of_its_own_says_it_too(tmp_path):
    def with_section(document):
        document.sections[0].footer.paragraphs[0].text = "{{ stamp }}"
        document.add_section().footer.is_linked_to_previous = False
        document.add_section()

    sections = open_docx(render_docx(DOCUMENT, stamp(), letterhead(tmp_path, with_section))).sections
    assert [stamp().line in lines(section.footer) for section in sections] == [True, True, True]
    assert lines(sections[1].footer).count(stamp().line) == 1
    assert sections[2].footer.is_linked_to_previous
