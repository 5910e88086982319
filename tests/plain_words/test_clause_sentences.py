import pytest

from setup.plain_words.clause_sentences import clause_sentences


@pytest.fixture
def read(tmp_path):
    def read(source):
        file = tmp_path / "clause.html"
        file.write_text(source, "utf-8")
        return clause_sentences(file)

    return read


def test_every_branch_is_read_once_also_one_within_another(read):
    source = """
<h2>Money</h2>
{% if a.kind == "x" %}<p>We save.</p>
{% elif a.kind == "y" %}{% if a.more %}<p>We spend a little.</p>{% else %}<p>We spend all.</p>{% endif %}
{% else %}<p>We wait.</p>{% endif %}
"""
    assert sorted(read(source)) == ["We save.", "We spend a little.", "We spend all.", "We wait."]


def test_what_a_group_typed_is_not_ours(read):
    assert read("<h2>Why</h2><p>This is why:</p>{{ a.reason|paragraphs }}<p>{{ a.gap }}</p>") == ["This is why:"]


def test_answers_in_a_sentence_are_stood_in_for(read):
    source = '<p>The host of {{ p.name }} is {{ p.host.name }}. It waits {{ a.days|counted("day", "days") }}.</p>'
    assert read(source) == ["The host of … is ….", "It waits ten days."]


def test_a_reference_is_a_section_and_words_within_words_stay(read):
    source = '<p>We <strong>stop</strong>, as <a href="#leaving"></a> says: <blank>date</blank></p>'
    assert read(source) == ["We stop, as Section 9 says:"]


def test_items_and_cells_are_sentences_of_their_own_and_headings_are_none(read):
    source = """
<ul>
  {% for one in a.many %}<li>{% if one == "x" %}hands over{% elif one == "y" %}says why{% endif %}</li>{% endfor %}
</ul>
<table><caption>Jobs</caption>
<thead><tr><th>Who does it</th></tr></thead>
<tbody><tr><td>Calls us.</td></tr></tbody></table>
"""
    assert sorted(read(source)) == ["Calls us.", "hands over", "says why"]


def test_the_gap_of_an_empty_list_is_not_ours_and_its_sentence_is(read):
    source = "{% for one in a.many %}<p>We know {{ one.name }}.</p>{% else %}<p>We know nobody.</p>{% endfor %}"
    assert read(source) == ["We know ….", "We know nobody."]
