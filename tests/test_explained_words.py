import pytest

from agreements import explained_words as module
from agreements.errors import WordingError
from agreements.explained_words import explained_words
from setup import word_list


@pytest.fixture
def reads(tmp_path, monkeypatch):
    """Read a list of one's own."""
    (tmp_path / "words").mkdir()
    monkeypatch.setattr(module, "templates", lambda: tmp_path)

    def reads(text):
        (tmp_path / "words" / "en.yaml").write_text(text, "utf-8")
        return explained_words.__wrapped__()

    return reads


def test_words_stand_in_the_order_of_the_alphabet(reads):
    words = reads("trustee: One who runs it.\ncharity:\n  means: A body.\n  also: [charities]\n")
    assert [one.title for one in words] == ["Charity", "Trustee"]
    assert words[0].also == ("charities",)


@pytest.mark.parametrize("entry", ["trustee:", "trustee: {also: [x]}", "trustee: {means: x, menas: y}", "a: [\n"])
def test_an_entry_that_explains_nothing_is_refused(reads, entry):
    with pytest.raises(WordingError, match=r"^en\.yaml:[12]: "):
        reads(entry)


def test_a_word_has_a_place_on_a_page():
    assert module.ExplainedWord("legal person", "A body.").anchor == "legal-person"


def test_the_page_of_words_in_docs_is_the_same_list():
    assert word_list.FILE.read_text("utf-8") == word_list.as_markdown(), "run python -m setup.word_list"
