"""The journey through the interview: what is asked, what is missing, how far a section is."""

import copy

import pytest

from agreements.interview import Agreement
from agreements.interview.journey import Progress, asked, asked_below, missing, progress, topics
from tests.answer_sets import complete
from tests.questions.tiny import Party


def loaded(**sections):
    return Agreement.load(sections)


def test_a_complete_answer_set_misses_nothing():
    assert missing(Agreement.load(complete()).interview) == ()


def test_an_empty_answer_set_misses_every_needed_question_in_asking_order():
    paths = [fault.path for fault in missing(loaded().interview)]
    assert paths[:6] == [
        "about.full_title",
        "about.short_name",
        "about.purpose_line",
        "about.work_nations",
        "about.start_date",
        "partners.partners",
    ]
    assert paths[-2:] == ["signing.signing_method", "signing.signatories"]
    assert "about.notice" not in paths


def test_what_is_missing_is_told_by_its_question_and_its_row():
    partners = [{"id": "a", "legal_name": "Harbour Advice"}, {"id": "b"}]
    messages = {
        fault.path: fault.message for fault in missing(loaded(partners={"partners": partners}).interview, "partners")
    }
    assert messages["partners.partners.a.nation"] == "Which nation is it based in? (Harbour Advice)"
    assert messages["partners.partners.b.legal_name"] == "What is its full legal name? (not named yet)"


def test_what_is_asked_about_each_partner_is_missing_for_each_partner():
    partners = [{"id": "a", "legal_name": "Harbour Advice"}, {"id": "b", "known_as": "Tŷ Gŵyr"}]
    messages = [str(fault) for fault in missing(loaded(partners={"partners": partners}).interview, "added_value")]
    assert messages[1:] == [
        "added_value.own.a.own_benefit: What does it gain? (Harbour Advice)",
        "added_value.own.b.own_benefit: What does it gain? (Tŷ Gŵyr)",
    ]


@pytest.mark.parametrize(
    ("rows", "message"),
    [([], "Who are the partners? Add at least two."), ([{"id": "a"}], "Who are the partners? Add at least two.")],
)
def test_a_list_with_too_few_rows_says_how_many_it_needs(rows, message):
    first = missing(loaded(partners={"partners": rows}).interview, "partners")[0]
    assert (first.path, first.message) == ("partners.partners", message)


def test_not_sure_yet_is_an_answer_still_to_be_given():
    unsure = loaded(partners={"partners": [{"id": "a", "legal_name": "Harbour", "legal_form": "unknown"}]})
    assert unsure.faults == ()
    paths = {fault.path: str(fault.message) for fault in missing(unsure.interview)}
    assert paths["partners.partners.a.legal_form"] == "What kind of organisation is it? (Harbour)"


def test_a_no_that_cannot_stand_is_still_to_be_settled_by_the_partner_that_gave_it():
    answers = complete()
    acknowledged = answers["liability"]["joint_several"]
    answers["status"]["binding_mode"] = "binding"
    answers["liability"]["liability_mode"] = "joint_several"
    assert missing(Agreement.load(answers).interview, "liability") == ()
    acknowledged["partner-1"]["joint_several_ack"] = False
    unsettled = Agreement.load(answers)
    assert unsettled.faults == ()
    (gap,) = missing(unsettled.interview)
    name = unsettled.interview.row("Partner", "partner-1").label
    assert str(gap) == (
        "liability.joint_several.partner-1.joint_several_ack: The trustees or committee of this partner must first "
        "talk about joint liability. The answer is yes when they have. If they do not want it, choose another answer "
        f"to “Who pays if something goes wrong?” ({name})"
    )
    assert progress(unsettled, "liability") is Progress.STARTED


def test_any_other_no_is_an_answer():
    assert missing(loaded(money={"has_money": False}).interview, "money") == ()


def test_partners_that_know_each_other_say_from_where_and_new_ones_how_they_begin():
    def history(is_new):
        answers = {"new_relationship": is_new}
        return [str(fault) for fault in missing(loaded(history=answers).interview, "history")]

    assert history(is_new=False) == ["history.history: What have you done together before? Add at least one."]
    assert history(is_new=True) == ["history.first_steps: What will you do first to get to know each other?"]
    assert history(is_new=None) == ["history.new_relationship: Are any of you new to each other?"]


def test_a_partner_that_cannot_do_without_help_says_what_it_needs():
    def support(*needs, **managing):
        partners = {"partners": [{"id": "a", "legal_name": "Harbour"}, {"id": "b", "legal_name": "Quay"}]}
        answers = {
            "managing": {one: {"none_confirmed": answer} for one, answer in managing.items()},
            "support_needs": [{"id": f"n{one}", "partner": one, "what": "Somebody to ask"} for one in needs],
        }
        return [str(fault) for fault in missing(loaded(partners=partners, support=answers).interview, "support")]

    sentence = "the answer to “Can it do its part without help?” was no. Or change that answer."
    assert support(a=True, b=True) == []
    assert support(a=False, b=True) == [f"support.support_needs: Add a need of Harbour: {sentence}"]
    assert support("b", a=False, b=False) == [f"support.support_needs: Add a need of Harbour: {sentence}"]
    assert support("a", a=False, b=True) == []
    assert support("b", a=True, b=True) == []


def test_things_bought_for_the_work_need_a_rule_where_there_is_money():
    def ending(money):
        found = missing(loaded(money={"has_money": money}, ending={"end_type": "rolling"}).interview, "ending")
        return [fault.path for fault in found]

    assert ending(money=True) == ["ending.users_plan", "ending.asset_rule"]
    assert ending(money=False) == ending(money=None) == ["ending.users_plan"]


def test_the_rows_of_a_list_that_need_not_have_any_are_asked():
    def history(**row):
        answers = {"new_relationship": False, "history": [{"id": "h", **row}]}
        return [fault.path for fault in missing(loaded(history=answers).interview, "history")]

    names = ("partner_a", "partner_b", "since_year", "what_we_did")
    assert history(kind="network") == [f"history.history.h.{name}" for name in names]


def test_a_question_that_is_not_asked_is_not_missing():
    def ending(**answers):
        return [fault.path for fault in missing(loaded(ending=answers).interview, "ending")]

    assert ending(end_type="rolling") == ["ending.users_plan"]
    assert ending(end_type="fixed") == ["ending.end_date", "ending.users_plan"]


def test_an_answer_with_a_fault_is_missing_too():
    assert "leaving.notice_days" in [
        fault.path for fault in missing(loaded(leaving={"notice_days": "ninety"}).interview, "leaving")
    ]


def test_only_what_is_asked_is_walked_through():
    section = loaded(ending={"end_type": "rolling"}).interview.ending
    assert [one.question.name for one in asked(section)] == [
        "end_type",
        "users_plan",
        "asset_rule",
        "records_holder",
        "sustainability",
    ]


def test_the_walk_goes_down_into_rows_and_into_what_is_asked_for_each():
    interview = loaded(partners={"partners": [{"id": "a"}]}).interview
    assert "partners.partners.a.legal_name" in [one.path for one in asked_below(interview.partners)]
    assert "added_value.own.a.own_benefit" in [one.path for one in asked_below(interview.added_value)]


def is_essential(section):
    """Whether something in it is needed from the beginning: what each partner needs waits for the partners."""
    return Agreement.sections()[section].essential and section != "support"


class TestTopics:
    def test_a_topic_that_is_not_asked_is_no_topic(self):
        short, long = (Party.load({"day": {"sort": sort}}).interview for sort in ("short", "long"))
        assert list(topics(short)) == ["guests", "day", "gifts"]
        assert list(topics(long)) == ["guests", "day", "outing", "gifts"]

    def test_what_is_also_worth_agreeing_is_missing_only_once_it_is_begun(self):
        day = {"day": {"date": "2027-03-09", "sort": "long"}}
        unbegun, begun = (Party.load({**day, **more}).interview for more in ({}, {"outing": {"by": "foot"}}))
        assert missing(unbegun, "outing") == ()
        assert [fault.path for fault in missing(begun, "outing")] == ["outing.cost"]


class TestProgress:
    @pytest.mark.parametrize("section", [name for name in topics(loaded().interview) if is_essential(name)])
    def test_a_section_without_an_answer_is_not_started(self, section):
        assert progress(loaded(), section) is Progress.NOT_STARTED

    def test_a_section_that_needs_no_answer_is_there_if_people_like(self):
        assert progress(loaded(), "user_voice") is Progress.OPTIONAL

    @pytest.mark.parametrize("section", list(Agreement.sections()))
    def test_a_section_with_every_answer_is_done(self, section):
        assert progress(Agreement.load(complete()), section) is Progress.DONE

    def test_a_section_with_some_answers_is_started(self):
        assert progress(loaded(about={"full_title": "Warm room"}), "about") is Progress.STARTED

    def test_a_section_with_one_fault_needs_a_change(self):
        answers = copy.deepcopy(complete())
        answers["leaving"]["notice_days"] = "ninety"
        assert progress(Agreement.load(answers), "leaving") is Progress.NEEDS_CHANGE
        assert progress(Agreement.load(answers), "ending") is Progress.DONE

    def test_what_each_partner_is_asked_counts_for_its_section(self):
        answers = complete()
        del answers["added_value"]["own"]["partner-1"]
        assert progress(Agreement.load(answers), "added_value") is Progress.STARTED
