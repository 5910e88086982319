import re
from base64 import b64decode
from dataclasses import replace
from itertools import pairwise

import pytest
from lxml import html as lxml_html

from agreements.document import labels
from agreements.document.nodes import Clause, Column, Layout, Paragraph, SignatureLine, Table, Text
from agreements.document.numbering import numbered
from agreements.document.stamp import Status
from agreements.rendering import html
from tests import samples
from tests.reading import agreed, printed

RICH = numbered(samples.rich_document())
SMALL = numbered(samples.small_document())


def tree(document):
    return lxml_html.fromstring(html.fragment(document, samples.stamp()))


def page(document, status=Status.FINAL):
    return html.render(document, samples.stamp(status)).decode()


def with_clause(*blocks):
    return numbered(replace(samples.small_document(), clauses=(Clause("why", "Why", blocks),), schedules=()))


def words_of(root):
    """What a reader sees: the name of a blank is for those who cannot see it."""
    for name in root.iter("title"):
        name.text = None
    for element in root.iter("br", "p", "td", "th", "h1", "h2", "h3", "caption", "li", "tr"):
        element.tail = f" {element.tail or ''}"
    return root.text_content()


@pytest.mark.parametrize("document", [RICH, SMALL], ids=["rich", "small"])
def test_the_fragment_says_every_word_in_order_and_no_other(document):
    assert printed(words_of(tree(document)), samples.stamp()) == agreed(document)


def test_nothing_typed_becomes_markup():
    document = with_clause(samples.typed(samples.MARKUP, "</p><script>alert(1)</script>"))
    root = tree(document)
    assert not root.xpath("//script|//b")
    assert samples.MARKUP in root.text_content()
    hostile = '"><script>alert(1)</script>'
    everywhere = numbered(replace(samples.rich_document(), title=hostile, language=hostile, notice=hostile))
    assert "<script" not in page(everywhere)


def test_headings_go_down_in_steps_and_carry_the_ids_of_their_clauses():
    root = tree(RICH)
    levels = [int(heading.tag[1]) for heading in root.xpath("//h1|//h2|//h3|//h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert [heading.get("id") for heading in root.iter("h2")] == [part.id for part in RICH.parts()]


def test_every_reference_leads_to_a_heading():
    root = tree(RICH)
    ids = {heading.get("id") for heading in root.iter("h2")}
    targets = [link.get("href") for link in root.iter("a")]
    assert len(targets) == 4
    assert {target[1:] for target in targets} <= ids


def test_labels_are_words_in_the_text():
    root = tree(RICH)
    (heading,) = root.xpath('//h2[@id="reviews"]')
    assert heading.text_content() == "Schedule A: When we look again"
    assert [label.text for label in root.xpath('//ol//span[@class="label"]')][:2] == ["(a) ", "(b) "]


def test_tables_name_their_columns_and_rows():
    tables = tree(RICH).xpath("//table[caption]")
    assert len(tables) == 4
    for table in tables:
        assert {cell.get("scope") for cell in table.xpath("thead//th")} == {"col"}
        assert {cell.get("scope") for cell in table.xpath("tbody//th")} == {"row"}
        columns, shares = table.xpath("thead//th"), table.xpath("colgroup/col")
        assert len(columns) == len(shares)


def test_words_that_run_from_right_to_left_say_so():
    document = with_clause(samples.typed(samples.ARABIC), samples.typed(f"Note: {samples.HEBREW}"))
    assert [p.get("dir") for p in tree(document).xpath('//p[@class="typed"]')] == ["rtl", None]


def test_our_own_sentence_runs_our_way_though_it_begins_with_an_arabic_name():
    ours = Paragraph((Text("مريم opens the room."),), numbered=True)
    assert not tree(with_clause(ours)).xpath('//section[1]//p[@dir="rtl"]')


def test_a_gap_is_marked_and_a_blank_says_what_it_is_for():
    root = tree(RICH)
    gaps = root.xpath('//mark[@class="gap"]/text()')
    assert "[Not answered yet: When does the work begin?]" in gaps
    assert [name.text for name in root.iter("title")] == [labels.blank("amount")]


def test_known_names_and_positions_are_printed_and_the_rest_is_ink():
    block = samples._signature_block(
        "We", SignatureLine("Chair", "Ama", "Letter"), SignatureLine(""), authority="Minute"
    )
    signing = replace(samples.signing(samples.small_document()), blocks=(block,))
    root = tree(numbered(replace(samples.small_document(), signing=signing)))
    fields = [
        (field.text_content().split(), len(field.xpath('span[@class="line"]')))
        for field in root.xpath('//p[contains(@class, "field")]')
    ]
    assert fields == [
        (["Signature"], 1),
        (["Name", "Ama"], 0),
        (["Position", "Chair"], 0),
        (["Date"], 1),
        (["Authority", "Letter"], 0),
        (["Signature"], 1),
        (["Name"], 1),
        (["Position"], 1),
        (["Date"], 1),
        (["Minute"], 1),
    ]


def test_each_signature_block_ends_with_the_fingerprint():
    blocks = tree(RICH).xpath('//div[@class="signature-block"]')
    assert len(blocks) == 6
    assert all(block[-1].text == labels.signed_text(samples.stamp()) for block in blocks)


def test_the_fragment_bears_no_style_and_no_script_for_a_strict_page():
    assert not re.search(r"<style|<script|\sstyle=|\son\w+=|javascript:", html.fragment(SMALL, samples.stamp()))


def test_the_page_is_whole_and_asks_for_nothing_from_outside():
    whole = page(RICH)
    root = lxml_html.document_fromstring(whole)
    assert root.get("lang") == "en-GB"
    assert root.findtext("head/title") == RICH.title
    assert not re.search(r"src=(?!\"data:image/png;base64,)|<link|<script|@import|url\(", whole)
    assert all(link.get("href", "").startswith("#") for link in root.iter("a"))


def test_the_page_bears_its_stamp_at_both_ends_and_a_draft_its_warning():
    final, draft = page(SMALL), page(SMALL, Status.DRAFT)
    assert final.count("Final, for signing · Version 3 · Fingerprint 0123 4567 89ab") == 2
    assert labels.NOT_FOR_SIGNING not in final
    assert labels.NOT_FOR_SIGNING in draft


def test_pictures_lie_in_the_page_in_their_size_and_are_described():
    first, second, timeline = tree(RICH).xpath("//img")
    assert [image.get("alt") for image in (first, second)] == ["Logo of Harbour Advice", "Logo of Tŷ Gŵyr & <Sons>"]
    assert (timeline.get("width"), timeline.get("height")) == ("605", "113")
    content = timeline.get("src").removeprefix("data:image/png;base64,")
    assert b64decode(content) == samples.picture("", 160, 30).content


def test_compact_clauses_stand_in_columns_except_the_last_and_those_with_a_wide_table():
    def clause(name, *blocks):
        return Clause(name, name.title(), (samples.words("Some words."), *blocks))

    wide = Table("Wide", tuple(Column("x", 20) for _ in range(5)), (tuple(samples.cell("x") for _ in range(5)),))
    clauses = (clause("one"), clause("two"), clause("three", wide), clause("four"), clause("five"))
    full = numbered(replace(samples.small_document(), clauses=clauses, schedules=()))
    compact = replace(full, layout=Layout.COMPACT)
    columns = tree(compact).xpath("//div[@class='columns']")
    assert [column.xpath(".//h2/@id") for column in columns] == [["one", "two"], ["four"]]
    assert not tree(full).xpath("//div[@class='columns']")
