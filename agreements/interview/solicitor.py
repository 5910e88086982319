"""Row 62: what a group should show to a solicitor before it signs. Said in the wizard, and never in a paper.

These are no faults, and nothing waits for them.
"""

from collections.abc import Callable, Iterable
from typing import Any

from agreements.interview import Agreement
from agreements.language import Message, _
from agreements.values import pounds

MOST_WITHOUT_ADVICE = 25_000_000
"""£250,000 in pence: our own choice, which somebody from practice should look at (domain, row 62)."""


def triggers(agreement: Agreement) -> tuple[str, ...]:
    """Why this group should see a solicitor: a sentence for each reason, none if there is none."""
    return tuple(sentence for holds, sentence in _TRIGGERS if holds(agreement))


def _has_right_to_land(agreement: Agreement) -> bool:
    return any(place.basis in ("lease", "licence") for place in _rows(agreement, "things.premises"))


def _moves_workers(agreement: Agreement) -> bool:
    return agreement.read("staff.tupe_flag") in ("possible", "yes")


def _is_joint_and_several(agreement: Agreement) -> bool:
    return bool(agreement.read("liability.liability_mode") == "joint_several")


def _founds_a_company(agreement: Agreement) -> bool:
    is_hub = agreement.read("shape.signs_with_funder") == "new_company"
    return bool(is_hub or agreement.read("shape.model") == "new_entity")


def _shares_sensitive_data_on_children(agreement: Agreement) -> bool:
    works_with_children = agreement.read("safeguarding.works_with_at_risk") in ("children", "both")
    return works_with_children and any(flow.special_category for flow in _rows(agreement, "data.data_flows"))


def _crosses_a_border(agreement: Agreement) -> bool:
    of_partners = {partner.nation for partner in _rows(agreement, "partners.partners") if partner.nation}
    return len(of_partners.union(agreement.about.work_nations or ())) > 1


def _has_much_money(agreement: Agreement) -> bool:
    cash = (one.amount or 0 for one in _rows(agreement, "funding.funding") if one.kind != "in_kind")
    return sum(cash) > MOST_WITHOUT_ADVICE


def _rows(agreement: Agreement, path: str) -> Iterable[Any]:
    return agreement.read(path) or ()


_TRIGGERS: tuple[tuple[Callable[[Agreement], bool], Message], ...] = (
    (
        _has_right_to_land,
        _("A lease, or leave to use a place, needs a paper of its own. It gives rights that are hard to undo."),
    ),
    (
        _moves_workers,
        _("Work may move from one employer to another. The workers may then move too, with their pay and rights."),
    ),
    (
        _is_joint_and_several,
        _("Any one of you could be asked to pay for all of you. Each partner should know what that means for it."),
    ),
    (
        _founds_a_company,
        _("You plan a new organisation of your own. It needs rules, owners and a board, and each board must agree."),
    ),
    (
        _shares_sensitive_data_on_children,
        _("You work with children, and share sensitive details such as health. The law guards these most of all."),
    ),
    (
        _crosses_a_border,
        _("You are based, or work, in more than one nation. Their laws differ on charities, signing and workers."),
    ),
    (
        _has_much_money,
        _(
            "The money is more than %(most)s. So much can be lost that advice is worth its price.",
            most=pounds(MOST_WITHOUT_ADVICE),
        ),
    ),
)
