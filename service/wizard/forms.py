"""What a form of questions brings.

Beside the answers, each form carries these fields:

    opened:<question>   the mark of what the page showed of this answer; a question without it was not on the page
    asked:<question>    there was a clash about this answer, and the form asks which to keep
    remove:<question>   the file that was chosen before is taken away
    keep:<question>     "mine" or "theirs": what the person decided
    state:<question>    whether it is settled, as a mark beside the answer; because:<question> the words to it
    point:<question>    the mark of what the page showed of that; asked-point: and keep-point: as for answers
    :then               "later" when the person wants to stop here
    :row                the id of a new row, so that a page that is sent twice makes one row
    :end                the last field: where it is missing, the form did not arrive whole
"""

from collections.abc import Mapping
from typing import Any, cast

from werkzeug.datastructures import MultiDict

from agreements.interview import Agreement
from agreements.questions import Question, group_of
from service.errors import NotWhole
from service.storage.merging import Keep, Posted
from service.typed import from_form, mark_from_form
from service.wizard.pages import Page, is_compound

Form = MultiDict[str, str]


def read_form(page: Page, form: Form) -> list[Posted]:
    """The answers that a form brings for a page. Raises NotWhole when its end is missing."""
    check_whole(form)
    return [posted for name, question in questions_of(page).items() if (posted := _posted(name, question, form))]


def read_points(page: Page, form: Form) -> list[Posted]:
    """What a form marks beside the questions of a page."""
    return [posted for name in questions_of(page) if (posted := _posted_point(name, form))]


def check_whole(form: Form) -> None:
    """Raise NotWhole when the end of a form is missing."""
    if ":end" not in form:
        raise NotWhole


def questions_of(page: Page) -> Mapping[str, Question[Any]]:
    """Every simple question that a page may ask, whether it asks it at present or not."""
    group = group_of(page.declared()) if page.name else Agreement.sections()[page.section]
    questions = group.questions() if group else {}
    return {name: question for name, question in questions.items() if not is_compound(question)}


def wants_to_stop(form: Form) -> bool:
    """Whether the person wants to come back later."""
    return form.get(":then") == "later"


def _posted(name: str, question: Question[Any], form: Form) -> Posted | None:
    opened = form.get(f"opened:{name}")
    typed = from_form(question, form)
    if opened is None or typed is None:
        return None
    return Posted(name, typed, opened, keep=_kept(form, f"keep:{name}"), is_asked_again=f"asked:{name}" in form)


def _posted_point(name: str, form: Form) -> Posted | None:
    opened, typed = form.get(f"point:{name}"), mark_from_form(name, form)
    if opened is None or typed is None:
        return None
    keep = _kept(form, f"keep-point:{name}")
    return Posted(name, typed, opened, keep=keep, is_asked_again=f"asked-point:{name}" in form)


def _kept(form: Form, field: str) -> Keep:
    keep = form.get(field, "")
    return cast(Keep, keep if keep in ("mine", "theirs") else "")
