"""What clauses see: gaps, choices, rows, and what must say how it is meant."""

from datetime import date

import pytest
from markupsafe import Markup, escape

from agreements.assembly.answers import Answers, Chosen, Unanswered, finalize
from agreements.errors import NotAsked, WordingError
from agreements.interview import Agreement
from agreements.interview.about_us import About, Partner
from agreements.interview.reviews_change_ending import Ending
from tests.answer_sets import complete

EMPTY = Agreement.load({}).interview
COMPLETE = Agreement.load(complete()).interview


class TestUnanswered:
    def test_what_must_be_answered_prints_as_a_gap_with_its_question(self):
        assert escape(Answers(EMPTY.about).full_title) == Markup("<gap>What is this agreement called?</gap>")

    def test_what_need_not_be_answered_prints_nothing(self):
        assert escape(Answers(EMPTY.about).notice) == ""

    def test_it_is_false_and_has_nothing_in_it(self):
        unanswered = Answers(EMPTY.partners).partners
        assert not unanswered
        assert len(unanswered) == 0
        assert list(unanswered) == []

    def test_whatever_is_read_of_it_is_unanswered_too(self):
        assert escape(Answers(EMPTY.ending).records_holder.name) == ""
        gap = Answers(EMPTY.responsibilities).responsibilities.accountable_partner.name
        assert "What has to be done" in escape(gap)

    def test_its_inner_workings_are_not_for_clauses(self):
        with pytest.raises(AttributeError):
            _ = Unanswered(About.full_title, needed=True).__wrapped__

    def test_a_title_with_signs_does_not_become_markup(self):
        question = Partner.legal_name
        assert Unanswered(question, needed=True).__html__() == f"<gap>{escape(question.title)}</gap>"


class TestChosen:
    def test_it_compares_by_its_name_and_prints_its_title(self):
        chosen = Answers(COMPLETE.ending).end_type
        assert chosen == "fixed"
        assert escape(chosen) == "On a fixed date"

    def test_several_choices_are_each_one(self):
        duties = Answers(COMPLETE.leaving).leaving_duties
        assert [(duty, str(escape(duty))) for duty in duties] == [
            ("handover", "Hand over its tasks, papers and keys"),
            ("tell_users", "Tell the people it serves, together with the others"),
        ]

    def test_a_title_is_escaped(self):
        chosen = Chosen.of(Ending.end_type, "fixed")
        chosen.words = "<b> & more"
        assert escape(chosen) == "&lt;b&gt; &amp; more"


class TestAnswers:
    def test_rows_and_groups_are_answers_again(self):
        partner = Answers(COMPLETE.partners).partners[0]
        assert isinstance(partner, Answers)
        assert partner.name == "Words on partners.partners.known_as, 0"
        assert Answers(COMPLETE.added_value).own[1].about.name == "Words on partners.partners.known_as, 1"
        assert Answers(COMPLETE.ending).records_holder.name == "Words on partners.partners.known_as, 0"

    def test_whether_something_is_asked_can_be_told_before_it_is_read(self):
        partners = Answers(COMPLETE.partners).partners
        assert [partner.is_asked("society_number") for partner in partners].count(True) == 1

    def test_what_is_not_asked_cannot_be_read(self):
        with pytest.raises(NotAsked):
            _ = Answers(COMPLETE.partners).partners[0].society_number

    def test_an_answer_of_no_is_an_answer(self):
        disagreements = Agreement.load({"disagreements": {"carry_on_serving": "no"}}).interview.disagreements
        assert Answers(disagreements).carry_on_serving is False

    def test_inner_names_are_not_for_clauses(self):
        with pytest.raises(AttributeError):
            _ = Answers(EMPTY.about)._secret


class TestWhatBracesPrint:
    def test_a_date_in_words(self):
        assert finalize(date(2027, 3, 27)) == "27 March 2027"

    @pytest.mark.parametrize("words", ["", "words", Markup("<p>x</p>")])
    def test_words_as_they_are(self, words):
        assert finalize(words) is words

    @pytest.mark.parametrize("value", [True, False, 0, 5, (), ("a",), None, Answers(EMPTY.about)])
    def test_anything_else_must_say_how_it_is_meant(self, value):
        with pytest.raises(WordingError, match="cannot be printed as it is"):
            finalize(value)
