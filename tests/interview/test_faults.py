"""Answers of the real interview that are wrong only together."""

import pytest

from agreements.interview import Agreement
from agreements.interview.about_us import Partner
from agreements.interview.vision_and_value import Values
from agreements.legal_forms import GROUNDS, LEGAL_FORMS, NATIONS
from agreements.questions.kinds import offered
from tests.answer_sets import complete


def faults(**sections):
    return [str(fault) for fault in Agreement.load(sections).faults]


def partner(partner_id, **answers):
    return {"id": partner_id, "legal_name": partner_id.title(), **answers}


@pytest.mark.parametrize("nation", ["scotland", "northern_ireland"])
def test_there_is_no_cio_in_scotland_or_northern_ireland(nation):
    (fault,) = faults(partners={"partners": [partner("a", legal_form="cio", nation=nation)]})
    assert fault == (
        "partners.partners.a.legal_form: Choose another answer: “Charitable incorporated organisation (CIO)” can be "
        "chosen only if “Which nation is it based in?” is answered “England” or “Wales”. "
        f"Your answer there is “{NATIONS[nation]}”."
    )


@pytest.mark.parametrize("nation", ["england", "wales"])
def test_there_is_one_in_england_and_wales(nation):
    assert faults(partners={"partners": [partner("a", legal_form="cio", nation=nation)]}) == []


@pytest.mark.parametrize(
    ("nation", "only_there"), [("england", {"cio", "academy_trust"}), ("wales", {"cio"}), ("scotland", {"scio"})]
)
def test_a_partner_is_offered_the_kinds_that_its_nation_has(nation, only_there):
    (one,) = Agreement.load({"partners": {"partners": [partner("a", nation=nation)]}}).interview.partners.partners
    found = set(offered(Partner.legal_form.choices, one))
    assert found & {"cio", "scio", "academy_trust"} == only_there
    assert {"charitable_company", "informal_group", "unknown"} <= found


def test_a_partner_whose_nation_is_open_is_offered_every_kind():
    (one,) = Agreement.load({"partners": {"partners": [partner("a")]}}).interview.partners.partners
    assert offered(Partner.legal_form.choices, one) == Partner.legal_form.choices


def test_a_form_that_is_wrong_for_its_nation_is_not_accepted():
    partners = {"partners": [partner("a", legal_form="cio", nation="scotland", charity_number="1234567")]}
    (one,) = Agreement.load({"partners": partners}).interview.partners.partners
    assert one.legal_form is None
    assert not one.is_asked("charity_number")


def test_a_group_is_not_its_own_host():
    partners = [partner("a", legal_form="informal_group", host="a")]
    assert faults(partners={"partners": partners}) == [
        "partners.partners.a.host: Choose another partner: a group cannot be its own host."
    ]


@pytest.mark.parametrize("form", ["informal_group", "unincorporated_association"])
def test_a_host_is_a_legal_person(form):
    partners = [partner("a", legal_form="informal_group", host="b"), partner("b", legal_form=form)]
    assert faults(partners={"partners": partners}) == [
        "partners.partners.a.host: Choose another partner: B is not a legal person itself."
    ]


@pytest.mark.parametrize(
    ("form", "capacity", "capacities"),
    [
        ("cio", "director", "trustee"),
        ("registered_society", "individual", "committee member or secretary"),
        ("informal_group", "trustee", "in their own name"),
        ("llp", "director", "member of a limited liability partnership or authorised officer"),
    ],
)
def test_nobody_signs_in_a_capacity_that_the_form_does_not_know(form, capacity, capacities):
    signatories = [{"id": "s", "partner": "a", "capacity": capacity}]
    (fault,) = faults(partners={"partners": [partner("a", legal_form=form)]}, signing={"signatories": signatories})
    assert fault.startswith("signing.signatories.s.capacity: Choose how they sign for A (")
    assert fault.endswith(f"): {capacities}.")


def test_a_society_is_signed_for_as_its_own_nation_allows():
    signatories = [{"id": "s", "partner": "a", "capacity": "authorised_officer"}]
    society = {"legal_form": "registered_society"}
    for nation, is_wrong in (("england", True), ("scotland", False)):
        partners = {"partners": [partner("a", nation=nation, **society)]}
        assert bool(faults(partners=partners, signing={"signatories": signatories})) is is_wrong


@pytest.mark.parametrize(
    ("form", "nation", "is_wrong"),
    [
        ("charitable_trust", "wales", False),
        ("unincorporated_charity", "scotland", True),
        ("charitable_trust", "northern_ireland", True),
        ("cio", "england", True),
    ],
)
def test_only_trustees_of_a_charity_in_england_and_wales_sign_by_a_section_333_resolution(form, nation, is_wrong):
    signatories = [{"id": "s", "partner": "a", "authority_basis": "s333"}]
    partners = {"partners": [partner("a", legal_form=form, nation=nation)]}
    found = faults(partners=partners, signing={"signatories": signatories})
    sentence = (
        "signing.signatories.s.authority_basis: Choose another answer: “A resolution under section 333 of the "
        f"Charities Act 2011” lets nobody sign for A ({LEGAL_FORMS[form].title})."
    )
    assert found == ([sentence] if is_wrong else [])


def signing(*people, **branch):
    """What is wrong with people who sign for a and b, both of one kind: a CIO unless it is said."""
    of = branch or {"legal_form": "cio"}
    signatories = [{"id": f"s{place}", **one} for place, one in enumerate(people)]
    return faults(partners={"partners": [partner("a", **of), partner("b", **of)]}, signing={"signatories": signatories})


@pytest.mark.parametrize("again", ["Ade Bello", "ADE  BELLO", " ade bello "])
def test_one_person_does_not_count_twice_for_a_partner(again):
    sentence = (
        f"Name another person, or remove this entry: “{again.strip()}” signs for A already, and one person counts once."
    )
    assert signing({"partner": "a", "person": "Ade Bello"}, {"partner": "a", "person": again}) == [
        f"signing.signatories.s1.person: {sentence}"
    ]


@pytest.mark.parametrize(
    "second",
    [{"partner": "b", "person": "Ade Bello"}, {"partner": "a", "person": "Ada Bello"}, {"partner": "a"}],
)
def test_one_person_may_sign_for_two_partners_and_names_may_stay_open(second):
    assert signing({"partner": "a", "person": "Ade Bello"}, second) == []
    assert signing({"partner": "a"}, {"partner": "a"}, {"person": "Ade Bello"}, {"person": "Ade Bello"}) == []


@pytest.mark.parametrize(
    ("capacity", "parent", "is_wrong"),
    [
        ("director", "cio", True),
        ("trustee", "cio", False),
        ("authorised_officer", "cio", False),
        ("director", None, False),
    ],
)
def test_people_sign_for_a_branch_as_for_its_larger_organisation(capacity, parent, is_wrong):
    branch = {"legal_form": "branch_of_parent", "parent_form": parent}
    found = signing({"partner": "a", "capacity": capacity}, **branch)
    sentence = "Choose how they sign for A (Branch of a larger organisation): trustee or authorised officer."
    assert found == ([f"signing.signatories.s0.capacity: {sentence}"] if is_wrong else [])


@pytest.mark.parametrize(("ground", "is_wrong"), [("letter", False), ("governing_doc", True), ("statute", True)])
def test_an_officer_of_a_branch_signs_only_with_a_permission_in_writing(ground, is_wrong):
    branch = {"legal_form": "branch_of_parent", "parent_form": "cio"}
    found = signing({"partner": "a", "capacity": "authorised_officer", "authority_basis": ground}, **branch)
    sentence = (
        "signing.signatories.s0.authority_basis: Choose another answer: an officer of a branch signs only with a "
        f"permission in writing, and “{GROUNDS[ground]}” is none."
    )
    assert found == ([sentence] if is_wrong else [])
    assert signing({"partner": "a", "capacity": "trustee", "authority_basis": ground}, **branch) == []


@pytest.mark.parametrize(
    ("form", "fact", "number", "nation", "write"),
    [
        ("cic", "company_number", "1234567", "england", "Write all eight characters"),
        ("cio", "charity_number", "SC012345", "wales", "Write the six or seven figures"),
        ("scio", "charity_number", "012345", "scotland", "Write SC and the six figures"),
        ("charitable_trust", "charity_number_if_any", "1234567", "northern_ireland", "Write NIC and the six figures"),
        ("llp", "llp_number", "01234567", "england", "Write two letters and six figures"),
    ],
)
def test_a_number_that_its_register_cannot_have_given_is_told(form, fact, number, nation, write):
    partners = {"partners": [partner("a", legal_form=form, nation=nation, **{fact: number})]}
    (fault,) = faults(partners=partners)
    assert fault.startswith(f"partners.partners.a.{fact}: {write}")


def test_a_number_that_is_not_asked_for_cannot_be_wrong():
    assert faults(partners={"partners": [partner("a", legal_form="informal_group", company_number="12")]}) == []


def test_every_capacity_of_a_form_is_taken():
    for form in LEGAL_FORMS.values():
        for capacity in form.signed_by:
            signatories = [{"id": "s", "partner": "a", "capacity": capacity}]
            partners = [partner("a", legal_form=form.name)]
            assert faults(partners={"partners": partners}, signing={"signatories": signatories}) == []


def test_a_company_has_no_host_so_nothing_is_wrong_with_it():
    assert faults(partners={"partners": [partner("a", legal_form="cic", host="a")]}) == []


@pytest.mark.parametrize(
    ("first", "second", "path"),
    [
        ({"legal_name": "Harbour"}, {"legal_name": "HARBOUR"}, "legal_name"),
        ({"legal_name": "Harbour"}, {"legal_name": "Other", "known_as": "harbour"}, "known_as"),
        ({"legal_name": "Other", "known_as": "Harbour"}, {"legal_name": "Harbour"}, "legal_name"),
    ],
)
def test_two_partners_do_not_share_a_name(first, second, path):
    partners = [{"id": "a", **first}, {"id": "b", **second}]
    name = second[path]
    assert faults(partners={"partners": partners}) == [
        f"partners.partners.b.{path}: Give each partner a name of its own: “{name}” is used twice."
    ]


def test_partners_without_a_name_yet_are_not_the_same():
    assert faults(partners={"partners": [{"id": "a"}, {"id": "b"}]}) == []


def test_a_partner_has_no_history_with_itself():
    history = [{"id": "h", "partner_a": "a", "partner_b": "a"}]
    assert faults(partners={"partners": [partner("a")]}, history={"history": history}) == [
        "history.history.h.partner_b: Choose a different partner here."
    ]


def test_what_counts_most_is_one_of_the_reasons():
    (fault,) = faults(drivers={"drivers": ["community_need", "funder_led"], "main_driver": "our_own_idea"})
    assert fault == (
        "drivers.main_driver: Choose another answer: “It is our own idea” can be chosen only if “Why are you doing "
        "this?” is answered “It is our own idea”. Your answer there is “People here need it and a funder asked us to "
        "work together”."
    )
    assert faults(drivers={"drivers": ["community_need", "funder_led"], "main_driver": "funder_led"}) == []


@pytest.mark.parametrize(
    ("kind", "model", "is_offered"),
    [
        ("memorandum", "equal", True),
        ("partnership", "equal", True),
        ("consortium", "equal", False),
        ("memorandum", "new_entity", True),
        ("partnership", "new_entity", False),
        ("consortium", "lead_body", True),
    ],
)
def test_a_consortium_has_a_lead_and_only_a_memorandum_plans_a_new_organisation(kind, model, is_offered):
    partners = [partner(str(number)) for number in range(6)]
    found = faults(partners={"partners": partners}, status={"doc_kind": kind}, shape={"model": model})
    assert [fault.partition(":")[0] for fault in found] == ([] if is_offered else ["shape.model"])


def test_a_hub_that_is_a_new_company_is_planned_in_a_memorandum_alone():
    hub = {"model": "hub_spoke", "signs_with_funder": "new_company"}
    assert faults(status={"doc_kind": "memorandum"}, shape=hub) == []
    (fault,) = faults(status={"doc_kind": "partnership"}, shape=hub)
    assert fault.startswith("shape.signs_with_funder: Choose another answer: “A new company")


@pytest.mark.parametrize("count", [6, 7])
def test_six_ground_rules_are_enough(count):
    chosen = list(Values.values.choices)[:count]
    expected = ["values.values: Choose six at most: nobody can keep more in mind."] if count > 6 else []
    assert faults(values={"values": chosen, "own_value": "Tea first"}) == expected


@pytest.mark.parametrize(("until", "is_wrong"), [("2027-01-04", True), ("2027-01-05", False)])
def test_what_a_partner_brings_does_not_stop_before_it_starts(until, is_wrong):
    contributions = [{"id": "tea", "from_date": "2027-01-05", "to_date": until}]
    sentence = "contributions.contributions.tea.to_date: Enter a date on or after 5 January 2027."
    assert faults(contributions={"contributions": contributions}) == ([sentence] if is_wrong else [])


@pytest.mark.parametrize(("end", "is_wrong"), [("2027-01-04", True), ("2027-01-05", False)])
def test_a_stage_is_not_done_before_it_starts(end, is_wrong):
    activities = [{"id": "paint", "start": "2027-01-05", "end": end}]
    sentence = "timetable.activities.paint.end: Enter a date on or after 5 January 2027."
    assert faults(timetable={"activities": activities}) == ([sentence] if is_wrong else [])


def test_a_partner_says_once_how_sure_it_is_of_a_target():
    views = [{"id": str(number), "target": target, "partner": "a"} for number, target in enumerate("xyx")]
    targets = {"targets": [{"id": "x"}, {"id": "y"}], "views": views}
    assert faults(partners={"partners": [partner("a")]}, targets=targets) == [
        "targets.views.2.target: Say it once: you have said before how sure A is."
    ]


def test_nobody_meets_a_need_of_its_own():
    needs = [{"id": "n", "partner": "a", "met_by": ["a", "b"]}]
    assert faults(partners={"partners": [partner("a"), partner("b")]}, support={"support_needs": needs}) == [
        "support.support_needs.n.met_by: Choose other partners: the one that needs the help cannot give it."
    ]


def test_a_role_does_not_answer_to_itself():
    roles = [{"id": "chair", "answers_to": "chair"}, {"id": "money", "answers_to": "chair"}]
    assert faults(roles={"roles": roles}) == [
        "roles.roles.chair.answers_to: Choose another role: a role does not answer to itself."
    ]


def target(**answers):
    """What is wrong with a target of four partners, in which a and b do one task and c another."""
    tasks = [
        {"id": "tea", "accountable_partner": "a", "doers": ["a", "b"]},
        {"id": "door", "accountable_partner": "c"},
    ]
    return faults(
        partners={"partners": [partner(one) for one in "abcd"]},
        responsibilities={"responsibilities": tasks},
        targets={"targets": [{"id": "t", **answers}]},
    )


@pytest.mark.parametrize(
    ("answers", "asked", "names"),
    [
        ({"owner": "d", "agreed_by": ["a"]}, "Which partner answers for it?", "D"),
        ({"tasks": ["tea"], "agreed_by": ["a"]}, "Which tasks lead to it?", "B"),
        ({"tasks": ["tea", "door"], "agreed_by": ["d"]}, "Which tasks lead to it?", "A, B and C"),
        ({"owner": "a", "tasks": ["tea"], "agreed_by": ["b"]}, "Which partner answers for it?", "A"),
    ],
)
def test_no_target_is_set_for_a_partner_that_has_not_agreed_to_it(answers, asked, names):
    sentence = (
        f"Ask {names}, and choose them here once they agree. Or change your answer to “{asked}”: "
        "no target is set for a partner that has not agreed to it."
    )
    assert target(**answers) == [f"targets.targets.t.agreed_by: {sentence}"]


@pytest.mark.parametrize(
    "answers",
    [
        {"owner": "d", "agreed_by": ["d", "a"]},
        {"owner": "a", "tasks": ["tea"], "agreed_by": ["a", "b"]},
        {"owner": "a", "tasks": ["tea", "door"]},
        {"agreed_by": ["a"]},
    ],
)
def test_a_target_to_which_all_agreed_or_nobody_has_been_asked_yet_is_well_formed(answers):
    assert target(**answers) == []


@pytest.mark.parametrize(("quorum", "is_wrong"), [(2, False), (3, True)])
def test_no_more_partners_can_be_there_than_there_are(quorum, is_wrong):
    found = faults(
        partners={"partners": [partner("a"), partner("b")]},
        status={"doc_kind": "memorandum"},
        deciding={"quorum": quorum},
    )
    sentence = "deciding.quorum: Enter a smaller number: there are 2 partners, and more cannot come."
    assert found == ([sentence] if is_wrong else [])


@pytest.mark.parametrize(("rule", "is_offered"), [("majority", True), ("consensus", False), ("two_thirds", False)])
def test_one_more_vote_helps_only_where_more_than_half_decide(rule, is_offered):
    found = faults(deciding={"decision_rule": rule, "deadlock": "chair"})
    assert [fault.partition(":")[0] for fault in found] == ([] if is_offered else ["deciding.deadlock"])


@pytest.mark.parametrize(
    ("section", "question", "matter"),
    [
        ("changes", "amend_rule", "amend"),
        ("joining", "joining_rule", "join"),
        ("removal", "removal_vote", "leave"),
    ],
)
def test_what_needs_every_partner_in_one_place_does_not_need_fewer_in_another(section, question, matter):
    answers = {section: {question: "two_thirds"}}
    assert faults(deciding={"reserved_matters": ["budget"]}, **answers) == []
    assert faults(deciding={"reserved_matters": [matter]}, **answers) == [
        f"{section}.{question}: Choose that all must agree: under “Deciding” you said that this needs every partner."
    ]


def test_two_sections_of_the_group_do_not_replace_the_same_one():
    def own(*replaced):
        return {
            "conditions": [
                {"id": f"c{at}", "heading": f"H{at}", "replaces_clause": one} for at, one in enumerate(replaced)
            ]
        }

    assert faults(special=own("leaving", "ending", None, None)) == []
    assert faults(special=own("leaving", "leaving")) == [
        "special.conditions.c1.replaces_clause: Choose another section: “H0” replaces it already."
    ]


@pytest.mark.parametrize(
    ("name", "title", "closed"),
    [
        ("money", "Money", {"money": {"has_money": False}}),
        ("data", "Personal data", {"data": {"shares_personal_data": False}}),
        ("confidentiality", "What stays private", {"confidentiality": {"confidential": "none"}}),
        ("confidentiality", "What stays private", {"confidentiality": {"confidential": "good_faith"}}),
    ],
)
def test_a_section_whose_topic_is_closed_or_is_a_promise_of_good_faith_cannot_bind(name, title, closed):
    status = {"doc_kind": "partnership", "binding_mode": "mixed", "binding_sections": [name, "liability"]}
    assert faults(status=status) == []
    assert faults(status=status, **closed) == [
        f"status.binding_sections: Take out “{title}”: by your answer to it, it binds nobody."
    ]


HOLDERS = [
    partner("harbour", legal_form="cio"),
    partner("friends", legal_form="informal_group", host="harbour"),
    partner("six", legal_form="informal_group"),
    partner("club", legal_form="unincorporated_association"),
    partner("tenants", legal_form="constituted_group", host="harbour"),
]
OTHERS_HOLD = "Others hold the money of such a group."
HOST = "Choose Harbour, the host of %s."
NO_HOST = "Choose another partner than Six, such as one that acts as its host."


def held(holder, kind="grant", **sections):
    funding = {"funding": [{"id": "f", "kind": kind, "holder": holder}]}
    partners = {"partners": HOLDERS}
    return faults(**{"partners": partners, "money": {"has_money": True}, "funding": funding, **sections})


@pytest.mark.parametrize(
    ("holder", "sentence"),
    [
        ("harbour", None),
        ("club", None),
        ("friends", f"{HOST % 'Friends'} {OTHERS_HOLD}"),
        ("tenants", f"{HOST % 'Tenants'} {OTHERS_HOLD}"),
        ("six", f"{NO_HOST} {OTHERS_HOLD}"),
    ],
)
@pytest.mark.parametrize("kind", ["grant", "contract", "donations", "own"])
def test_a_group_without_a_body_or_with_a_host_holds_no_money(kind, holder, sentence):
    assert held(holder, kind) == ([f"funding.funding.f.holder: {sentence}"] if sentence else [])


def test_such_a_group_may_give_things_and_time():
    assert held("six", "in_kind") == []


@pytest.mark.parametrize("model", ["lead_body", "managing_agent"])
@pytest.mark.parametrize(
    ("kind", "is_wrong"),
    [("grant", True), ("contract", True), ("donations", False), ("own", False), ("in_kind", False)],
)
def test_the_lead_partner_holds_each_grant_and_contract(model, kind, is_wrong):
    lead = {"model": model, "lead_partner": "harbour"}
    sentence = (
        "funding.funding.f.holder: Choose your lead partner, Harbour: the one that leads holds each grant and "
        "contract. If that is wrong, change “How do you want to be set up?” first."
    )
    assert held("club", kind, shape=lead) == ([sentence] if is_wrong else [])
    assert held("harbour", kind, shape=lead) == []


def test_without_a_lead_partner_any_partner_may_hold_a_grant():
    assert held("club", shape={"model": "equal", "lead_partner": "harbour"}) == []


@pytest.mark.parametrize(
    ("lead", "instead"), [("friends", HOST % "Friends"), ("six", NO_HOST), ("club", None), ("harbour", None)]
)
def test_a_group_that_holds_no_money_does_not_lead_where_there_is_money(lead, instead):
    shape = {"model": "lead_body", "lead_partner": lead}
    sentence = f"{instead} Money is involved, and the lead partner holds each grant and contract."
    partners = {"partners": HOLDERS}
    assert faults(partners=partners, shape=shape, money={"has_money": False}) == []
    found = faults(partners=partners, shape=shape, money={"has_money": True})
    assert found == ([f"shape.lead_partner: {sentence}"] if instead else [])


@pytest.mark.parametrize(
    ("employer", "instead"),
    [("friends", HOST % "Friends"), ("tenants", HOST % "Tenants"), ("six", NO_HOST), ("club", None), ("harbour", None)],
)
def test_a_group_that_holds_no_money_employs_nobody(employer, instead):
    found = faults(partners={"partners": HOLDERS}, staff={"posts": [{"id": "p", "employer": employer}]})
    expected = f"staff.posts.p.employer: {instead} Such a group employs nobody itself."
    assert found == ([expected] if instead else [])


@pytest.mark.parametrize(
    ("promise", "what"),
    [
        (
            {"small_partners": {"small_partner_terms": ["plain_papers", "costs_of_meetings_paid"]}},
            "“Pay what meetings cost them” under “What will you do for small partners?”",
        ),
        (
            {"small_partners": {"small_partner_terms": ["payment_in_advance"]}},
            "“Pay them before the work, not after” under “What will you do for small partners?”",
        ),
        (
            {"contributions": {"contributions": [{"id": "c", "kind": "money", "description": "£400 for seeds"}]}},
            "“£400 for seeds” from what you bring",
        ),
        ({"roles": {"roles": [{"id": "r", "kind": "money"}]}}, "“Money” from your roles"),
        ({"small_partners": {"small_partner_terms": ["plain_papers", "buddy"]}}, None),
        ({"contributions": {"contributions": [{"id": "c", "kind": "time", "description": "An hour"}]}}, None),
    ],
)
def test_who_promises_money_says_that_money_is_involved(promise, what):
    sentence = f"money.has_money: Answer yes, or take out {what}: that takes money."
    assert faults(money={"has_money": False}, **promise) == ([sentence] if what else [])
    assert faults(money={"has_money": True}, **promise) == []


@pytest.mark.parametrize(
    ("answer", "title"), [("work", "The money for the work"), ("by_size", "All of us, by our size"), ("own", None)]
)
def test_nobody_shares_a_cost_where_no_money_is_involved(answer, title):
    equality = {"costs_met_by": answer}
    sentence = (
        f"equality.costs_met_by: Choose another answer: “{title}” can be chosen only if "
        "“Is any money involved?” is answered “Yes”. "
        "Your answer there is “No”."
    )
    assert faults(money={"has_money": False}, equality=equality) == ([sentence] if title else [])
    assert faults(money={"has_money": True}, equality=equality) == []
    assert faults(equality=equality) == []


@pytest.mark.parametrize(
    ("timing", "is_wrong"),
    [("advance", False), ("monthly", False), ("quarterly", False), ("on_results", True), ("arrears", True)],
)
def test_small_partners_are_not_paid_both_before_and_after(timing, is_wrong):
    def found(*terms):
        promised = {"small_partner_terms": list(terms)}
        return faults(money={"has_money": True}, small_partners=promised, budget={"payment_timing": timing})

    sentence = (
        "budget.payment_timing: Choose another time, or take out “Pay them before the work, not after” under "
        "“What will you do for small partners?”. Nobody can be paid both before the work and after it."
    )
    assert found("payment_in_advance", "buddy") == ([sentence] if is_wrong else [])
    assert found("buddy") == []


def of_kind(form, **more):
    return {"partners": [partner("harbour", legal_form="cio"), partner("other", legal_form=form, **more)]}


@pytest.mark.parametrize(
    ("form", "is_decided"),
    [
        ("company_shares", True),
        ("cic", True),
        ("local_council", True),
        ("nhs_body", True),
        ("unincorporated_association", True),
        ("informal_group", True),
        ("charitable_company", False),
        ("academy_trust", False),
        ("constituted_group", False),
        ("registered_society", False),
        ("university", False),
        ("unknown", False),
    ],
)
def test_where_the_kind_of_a_partner_says_that_it_is_no_charity_nobody_says_that_all_are(form, is_decided):
    found = faults(partners=of_kind(form), independence={"non_charity_partner": False})
    title = Partner.legal_form.choices[form].title
    sentence = f"Answer yes, or change the kind of Other: it is “{title}” now, and that is no charity."
    assert found == ([f"independence.non_charity_partner: {sentence}"] if is_decided else [])
    assert faults(partners=of_kind(form), independence={"non_charity_partner": True}) == []


@pytest.mark.parametrize(
    ("form", "is_decided"),
    [
        ("local_council", True),
        ("nhs_body", True),
        ("other_statutory", True),
        ("academy_trust", True),
        ("school", False),
    ],
)
def test_where_the_kind_of_a_partner_says_that_it_is_a_public_body_nobody_says_that_none_is(form, is_decided):
    found = faults(partners=of_kind(form), confidentiality={"public_body_partner": False})
    title = Partner.legal_form.choices[form].title
    sentence = f"Answer yes, or change the kind of Other: it is “{title}” now, and that is a public body."
    assert found == ([f"confidentiality.public_body_partner: {sentence}"] if is_decided else [])
    assert faults(partners=of_kind(form), confidentiality={"public_body_partner": True}) == []


@pytest.mark.parametrize(("parent", "is_wrong"), [("cic", True), ("cio", False)])
def test_a_branch_is_a_charity_if_the_larger_organisation_is_one(parent, is_wrong):
    found = faults(
        partners=of_kind("branch_of_parent", parent_form=parent), independence={"non_charity_partner": False}
    )
    assert bool(found) is is_wrong


def test_nothing_is_wrong_with_a_complete_answer_set():
    assert Agreement.load(complete()).faults == ()
