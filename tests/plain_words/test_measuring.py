import pytest
import textstat

from setup.plain_words.measuring import length, long_words, reading_age

PROSE = [
    "The garden behind the school had been empty for ten years when the parents began to dig.",
    "They planted beans, potatoes and a row of apple trees along the northern wall.",
    "In the second summer every class had a bed of its own, and the kitchen cooked what they grew.",
]


def test_it_is_the_grade_of_the_library_and_five_years():
    grade = textstat.flesch_kincaid_grade(" ".join(PROSE))
    assert reading_age(PROSE) == pytest.approx(grade + 5, abs=0.3)


def test_long_sentences_make_a_text_harder():
    apart = ["We meet each month.", "We talk about the work.", "We write down what we say."]
    together = ["We meet each month and talk about the work and write down what we say."]
    assert reading_age(together) > reading_age(apart) + 1


def test_long_words_make_a_text_harder_and_are_named():
    assert reading_age(["We facilitate collaborative communication."]) > 20
    assert long_words(["We facilitate collaborative communication."]) == [
        "collaborative",
        "communication",
        "facilitate",
    ]


def test_a_word_that_we_explain_is_known_and_no_long_word():
    assert long_words(["The association asks the charities’ secretaries."]) == []
    assert reading_age(["The association asks."]) == reading_age(["The partner asks."])


def test_an_answer_counts_as_one_short_word():
    assert length("The host of … is … .") == 6
    assert reading_age(["The host is …."]) == reading_age(["The host is it."])


@pytest.mark.parametrize("word", ["£18,000", "2019", "partner’s", "e-mail", "Ysbyty", "don’t"])
def test_any_word_can_be_measured(word):
    assert reading_age([f"We know {word} well."]) < 9


def test_nothing_is_easy_to_read():
    assert reading_age([]) == 0
