import pytest
from jinja2 import Environment

from agreements.document.nodes import (
    Blank,
    Cell,
    Column,
    Emphasis,
    Fact,
    FactList,
    Gap,
    Item,
    ItemList,
    LineBreak,
    Paragraph,
    Picture,
    Reference,
    Strong,
    SubHeading,
    Table,
    Term,
    Text,
)
from agreements.document.parsing import Parsed, mark_lines, parse
from agreements.errors import WordingError


def clause(body, *, numbered=False):
    return parse(f"<h2>Money</h2>{body}", "money.html", numbered=numbered).blocks


def paragraph(*inlines, **marks):
    return Paragraph(tuple(Text(part) if isinstance(part, str) else part for part in inlines), **marks)


def test_a_clause_has_a_title_and_blocks():
    parsed = parse("<h2>How we <!---->use money</h2>".replace("<!---->", ""), "money.html", numbered=True)
    assert parsed == Parsed("How we use money", ())


def test_a_clause_whose_conditions_are_all_false_is_empty():
    assert parse(" \n\t ", "money.html", numbered=True) == Parsed("", ())


def test_the_front_page_has_no_title():
    assert parse("<p>Between us.</p>", "front.html", numbered=False, title=False) == Parsed(
        "", (paragraph("Between us."),)
    )


def test_our_own_paragraphs_are_numbered_where_the_clause_is_and_typed_ones_never():
    blocks = clause('<p>Ours.</p><p class="typed">Theirs.</p><h3>A heading</h3>', numbered=True)
    assert blocks == (
        paragraph("Ours.", numbered=True),
        paragraph("Theirs.", typed=True),
        SubHeading((Text("A heading"),)),
    )


def test_paragraphs_in_lists_and_cells_are_not_numbered():
    (item_list,) = clause("<ol><li><p>One</p></li></ol>", numbered=True)
    assert item_list == ItemList((Item((paragraph("One"),)),), ordered=True)


def test_every_inline_is_read():
    (block,) = clause(
        "<p>a <strong>b <em>c</em></strong> <dfn>d</dfn><br/>e"
        '<a href="#leaving"></a> <blank>amount</blank> <gap>How much?</gap></p>'
    )
    assert block == paragraph(
        "a ",
        Strong((Text("b "), Emphasis((Text("c"),)))),
        " ",
        Term((Text("d"),)),
        LineBreak(),
        "e",
        Reference("leaving"),
        " ",
        Blank("amount"),
        " ",
        Gap("How much?"),
    )


def test_white_space_folds_as_in_html_and_no_break_spaces_stay():
    (block,) = clause("<p>\n  a \t<strong> b </strong>\n c\u00a0 d <br/>  e  </p>")
    assert block == paragraph("a ", Strong((Text("b "),)), "c\u00a0 d", LineBreak(), "e")


def test_typed_words_keep_their_line_breaks_and_empty_lines():
    (block,) = clause('<p class="typed">one<br/><br/> two</p>')
    assert block == paragraph("one", LineBreak(), LineBreak(), "two", typed=True)


def test_escaped_signs_come_back_as_they_were_typed():
    (block,) = clause('<p class="typed">R &amp; D &lt;b&gt; &#34; &#39; {{ 7 }} ]]&gt;</p>')
    assert block == paragraph("R & D <b> \" ' {{ 7 }} ]]>", typed=True)


def test_an_item_holds_words_or_blocks():
    (block,) = clause("<ul><li>One</li><li><p>Two</p><ol><li>a</li></ol></li></ul>")
    nested = ItemList((Item((paragraph("a"),)),), ordered=True)
    assert block == ItemList((Item((paragraph("One"),)), Item((paragraph("Two"), nested))))


def test_a_table_has_a_caption_columns_with_shares_and_rows():
    (block,) = clause(
        '<table><caption>Tasks</caption><thead><tr><th data-share="60">Task</th><th data-share="40">Who</th></tr>'
        "</thead><tbody><tr><th>Tea</th><td></td></tr><tr><th><p>Key</p></th><td>All</td></tr></tbody></table>"
    )
    assert block == Table(
        "Tasks",
        (Column("Task", 60), Column("Who", 40)),
        (
            (Cell((paragraph("Tea"),), header=True), Cell(())),
            (Cell((paragraph("Key"),), header=True), Cell((paragraph("All"),))),
        ),
    )


def test_facts_are_named():
    (block,) = clause("<dl><dt>Number</dt><dd>12</dd><dt>Address</dt><dd><p>1 Row</p><p>Town</p></dd></dl>")
    assert block == FactList(
        (Fact("Number", (paragraph("12"),)), Fact("Address", (paragraph("1 Row"), paragraph("Town"))))
    )


TABLE = "<table><caption>Tasks</caption><thead><tr>{head}</tr></thead><tbody><tr>{row}</tr></tbody></table>"
HEAD = '<th data-share="50">Task</th><th data-share="50">Who</th>'


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<div>x</div>", "<div> has no place here"),
        ("<script>x</script>", "<script> has no place here"),
        ("words", "words outside a paragraph: “words”"),
        ("<p>a</p> and more", "words outside a paragraph: “and more”"),
        ("<p> </p>", "<p> is empty"),
        ("<p style='x'>a</p>", "takes no attribute “style”"),
        ("<p class='warning'>a</p>", "the only class is “typed”"),
        ("<p><img/></p>", "<img> has no place here"),
        ("<p>a <p>b</p></p>", "<p> has no place here"),
        ('<p class="typed"><strong>a</strong></p>', "<strong> has no place here"),
        ("<p><br>a</br></p>", "<br> holds nothing"),
        ('<p><a href="https://example.org"></a></p>', "a reference is written"),
        ('<p><a href="#"></a></p>', "a reference is written"),
        ('<p><a href="#leaving">see</a></p>', "a reference holds no words"),
        ("<p><blank> </blank></p>", "<blank> is empty"),
        ("<p><gap>a <em>b</em></gap></p>", "<gap> holds words only"),
        ("<!-- why -->", "a comment has no place here"),
        ("<h2>Again</h2>", "<h2> has no place here"),
        ("<ol></ol>", "<ol> is empty"),
        ("<ol><p>a</p></ol>", "<p> has no place here"),
        ("<ul><li></li></ul>", "<li> is empty"),
        ("<ul><li>a<p>b</p></li></ul>", "words outside a paragraph: “a”"),
        ("<ul><li><table></table></li></ul>", "<table> has no place here"),
        ("<dl><dt>a</dt></dl>", "each <dt> is followed by one <dd>"),
        ("<dl><dt>a</dt><dd>b</dd><dd>c</dd></dl>", "each <dt> is followed by one <dd>"),
        ("<table><caption>a</caption><tbody></tbody></table>", "a <caption>, a <thead> and a <tbody>"),
        (TABLE.format(head="<th>a</th>", row="<td>b</td>"), "each heading has its share"),
        (TABLE.format(head='<th data-share="9">a</th>', row="<td>b</td>"), "do not add up to 100"),
        (TABLE.format(head=HEAD, row="<td>a</td>"), "1 cells, and the table 2 columns"),
        (TABLE.format(head=HEAD, row='<td>a</td><td colspan="2">b</td>'), "takes no attribute “colspan”"),
        (TABLE.format(head=HEAD, row='<td>a</td><th data-share="1">b</th>'), "in the <thead> alone"),
        (TABLE.format(head=HEAD, row="<td>a</td><th></th>"), "<th> is empty"),
        ("<p>a &nbsp; b</p>", "not well formed"),
        ("<p>a", "not well formed"),
        ("</clause><clause>", "not well formed"),
        ("<p>\x0c</p>", "not well formed"),
    ],
)
def test_what_is_not_of_the_subset_is_refused(body, reason):
    with pytest.raises(WordingError, match=r"^money\.html:1: ") as error:
        clause(body)
    assert reason in str(error.value)


def test_a_clause_begins_with_its_title():
    with pytest.raises(WordingError, match="begin with the title"):
        parse("<p>a</p><h2>Money</h2>", "money.html", numbered=True)
    with pytest.raises(WordingError, match="<h2> has no place here"):
        parse("<h2>Money</h2>", "front.html", numbered=False, title=False)


def test_no_entity_and_no_outside_file_is_read(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("hidden")
    with pytest.raises(WordingError, match="not well formed"):
        parse(f'<!DOCTYPE p [<!ENTITY e SYSTEM "{secret.as_uri()}">]><h2>&e;</h2>', "a.html", numbered=True)


SOURCE = """<h2>Money</h2>
{# <p> in a comment #}
{% if "%}<p>" %}
<p>{{ "}} <em>" }} and <strong>more</strong></p>
{% endif %}
{% for row in [1, 2, 3] %}
<p>{{ row }}{{ '}} <em>' }}</p>
{% endfor %}
<p
 class="typed">x</p>
"""


def test_every_start_tag_is_marked_with_its_line_and_jinja_is_left_alone():
    marked = mark_lines(SOURCE)
    for unchanged in ("{# <p> in a comment #}", '{% if "%}<p>" %}', '{{ "}} <em>" }}', "{{ '}} <em>' }}"):
        assert unchanged in marked
    for line, tag in ((1, "h2"), (4, "p"), (4, "strong"), (7, "p"), (9, "p")):
        assert f'<{tag} data-line="{line}"' in marked
    assert marked.count("data-line") == 5


@pytest.mark.parametrize("fault", ["<u>wrong</u>", "<p>never closed", "<p>&unknown;</p>"])
def test_an_error_names_the_line_of_the_source_though_jinja_moved_it(fault):
    source = SOURCE + "\n\n<p>fine</p>\n" + fault
    markup = Environment(autoescape=True).from_string(mark_lines(source)).render()
    with pytest.raises(WordingError, match=r"^clauses/money\.html:14: "):
        parse(markup, "clauses/money.html", numbered=True)


def test_a_picture_is_named_and_prints_nothing_where_this_agreement_has_none():
    timeline = Picture(b"png", "Two days on a line", 160, 30)
    markup = '<h2>Reviews</h2><p>One.</p><img src="#timeline"/>'
    parsed = parse(markup, "reviews.html", numbered=False, pictures={"timeline": timeline})
    assert parsed.blocks == (paragraph("One."), timeline)
    assert parse(markup, "reviews.html", numbered=False).blocks == (paragraph("One."),)


@pytest.mark.parametrize(
    "markup",
    [
        "<img/>",
        '<img src="http://example.org/a.png"/>',
        '<img src="#a" alt="b"/>',
        '<img src="#a">words</img>',
        '<p><img src="#a"/></p>',
        '<ul><li><img src="#a"/></li></ul>',
    ],
)
def test_a_picture_stands_alone_and_only_its_name_is_written(markup):
    with pytest.raises(WordingError, match=r"money\.html:1"):
        clause(mark_lines(markup))
