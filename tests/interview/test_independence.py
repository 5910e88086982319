"""Step 10: that each partner stays itself, and what is said of charities where there may be one."""

import pytest

from agreements.assembly import assemble
from agreements.document.canonical import clause_text
from agreements.interview import Agreement


def clause(*forms):
    partners = [{"id": f"p{place}", "legal_name": f"P{place}", "legal_form": form} for place, form in enumerate(forms)]
    loaded = Agreement.load({"partners": {"partners": partners}, "independence": {"non_charity_partner": True}})
    assert loaded.faults == ()
    return next(clause_text(one) for one in assemble(loaded.interview).parts() if one.id == "independence")


@pytest.mark.parametrize(
    ("forms", "is_said"),
    [
        (("unincorporated_association", "cic"), False),
        (("unincorporated_association", "cio"), True),
        (("unincorporated_association", "constituted_group"), True),
        (("cic", None), True),
        ((), True),
    ],
)
def test_the_money_of_charities_is_spoken_of_where_a_partner_may_be_one(forms, is_said):
    assert ("A partner that is a charity uses its money" in clause(*forms)) is is_said
