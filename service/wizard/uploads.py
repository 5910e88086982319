"""Files that a form brings: checked, kept, and put into the form in the place of what was chosen before."""

import re
from collections.abc import Mapping
from typing import Final

from werkzeug.datastructures import FileStorage, MultiDict

from agreements.attachments import MOST_BYTES, rightly_ended, taken
from agreements.errors import UnfitFile
from agreements.questions import File
from agreements.questions.text import has_ink, normalise, refusals
from service import in_hand
from service.language import _, said
from service.storage import attached
from service.wizard.forms import Form, check_whole, questions_of
from service.wizard.pages import Page

_LONGEST_NAME: Final = 190


def take_in(page: Page, form: Form, files: MultiDict[str, FileStorage]) -> tuple[Form, Mapping[str, str]]:
    """The form with each file that it brings in its place, and a sentence for each that cannot be kept, by question.

    Where a file cannot be kept, what was chosen before stays. Raises NotWhole when the end of the form is missing.
    """
    check_whole(form)
    filled: Form = MultiDict(form)
    refused: dict[str, str] = {}
    for name, question in questions_of(page).items():
        file = files.get(name)
        if isinstance(question, File) and file and file.filename:
            try:
                content = taken(question.holds, file.stream.read(MOST_BYTES[question.holds] + 1))
                filled[f"{name}-sha256"] = attached.keep(in_hand.draft_id(), content)
                filled[f"{name}-name"] = _name(file.filename, question, content)
                filled.poplist(f"remove:{name}")
            except UnfitFile as error:
                refused[name] = said(str(error))
    return filled, refused


def _name(given: str, question: File, content: bytes) -> str:
    """What the file is called, without the folders that some browsers tell, and in letters that can be printed."""
    name = normalise(re.split(r"[/\\]", given)[-1])[:_LONGEST_NAME]
    is_fit = has_ink(name) and "\n" not in name and not list(refusals(name))
    name = name if is_fit else _("File without a name")
    return rightly_ended(name, content) if question.holds == "document" else name
