"""What there are worksheets of: each an interview, with the words that head its sheets."""

from dataclasses import dataclass

from agreements.interview import INTERVIEWS
from agreements.language import Message, _
from agreements.questions import Interview
from agreements.worksheets.space import ONE_PAGE, ROOMY, Space


@dataclass(frozen=True)
class Subject:
    """An interview on paper: the title of its sheets, what to do with them, and how much room they give.

    Where all of it is on one page, `one_part` heads it.
    """

    interview: type[Interview]
    title: Message
    intro: tuple[Message, ...]
    space: Space = ROOMY
    one_part: Message | None = None

    @property
    def has_more_than_essentials(self) -> bool:
        """Whether its sheets come short and long."""
        return not all(section.essential for section in self.interview.sections().values())


_HOW = _("Tick a box, or write on a line. Leave open what you do not know yet.")
_NUMBERS = _("The numbers are those of the wizard, so that one of you can type it in later.")

ESSENTIALS = _(
    "These sheets ask for the essentials. Where a number is left out, the long worksheets ask for more that is worth "
    "agreeing."
)
_MORE_ROOM = _("If a table has too little room for you, print its page twice.")

AGREEMENT = Subject(INTERVIEWS["agreement"], _("Our agreement: worksheets"), (_HOW, _NUMBERS, _MORE_ROOM))

SUBJECTS = {
    "agreement": AGREEMENT,
    "considering": Subject(INTERVIEWS["considering"], _("Should we work together?"), (_HOW,)),
    "offer": Subject(
        INTERVIEWS["offer"],
        _("Our own offer and needs"),
        (_("One sheet for each organisation. Then tell each other what you wrote."),),
        ONE_PAGE,
        _("First alone, then in pairs"),
    ),
}
"""All of them, by the name of the interview."""
