from agreements.interview import Agreement
from agreements.interview.numbering import question_numbers, step_of, steps, topic_of
from tests.questions.tiny import Party


def test_steps_count_from_one_and_hold_every_section_once_in_order():
    assert [step.number for step in steps(Agreement)] == list(range(1, len(steps(Agreement)) + 1))
    assert [topic.name for step in steps(Agreement) for topic in step.topics] == list(Agreement.sections())


def test_a_topic_is_numbered_within_its_step_and_a_question_within_its_topic():
    assert topic_of(Agreement, "about").number == "1.1"
    assert topic_of(Agreement, "partners").number == "1.2"
    assert question_numbers(Agreement)["about.full_title"] == "1.1.1"
    assert question_numbers(Agreement)["about.short_name"] == "1.1.2"


def test_a_question_about_each_row_has_the_number_of_its_list_and_a_letter():
    numbers = question_numbers(Agreement)
    assert numbers["partners.partners"] == "1.2.1"
    assert numbers["partners.partners.legal_name"] == "1.2.1a"
    assert numbers["partners.partners.known_as"] == "1.2.1b"


def test_every_question_has_a_number_of_its_own():
    for interview in (Agreement, Party):
        numbers = question_numbers(interview)
        assert list(numbers) == [path for path, _question, _group in interview.every_question()]
        assert len(set(numbers.values())) == len(numbers)


def test_a_section_knows_its_step():
    vision = step_of(Agreement, "vision")
    assert vision.title == Agreement.sections()["vision"].step
    assert "added_value" in [topic.name for topic in vision.topics]
