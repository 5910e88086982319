"""What a private link allows: to read, or to change. The second allows what the first does.

One table says which pages need less than the right to change. Whatever is not in it needs that: a new page that nobody
has thought about is closed to those who may only read.
"""

from collections.abc import Mapping
from enum import IntEnum

from service.language import _


class Right(IntEnum):
    """What a link allows, from little to much."""

    VIEW = 1
    EDIT = 2

    @property
    def words(self) -> str:
        """What holders of such a link may do."""
        return _("Read and download") if self is Right.VIEW else _("Read, download and change")

    @property
    def code(self) -> str:
        """How it is written in forms and in the database."""
        return self.name.lower()


RIGHTS: Mapping[str, Right] = {right.code: right for right in Right}

NEEDED: Mapping[str, Right] = {
    "papers.preview": Right.VIEW,
    "papers.choose": Right.VIEW,
    "papers.paper": Right.VIEW,
    "papers.document": Right.VIEW,
    "papers.calendar": Right.VIEW,
    "open_points.listing": Right.VIEW,
    "open_points.show_agenda": Right.VIEW,
    "open_points.paper": Right.VIEW,
    "links.listing": Right.VIEW,
    "links.finish": Right.VIEW,
    "links.ask_to_finish": Right.VIEW,
    "whole_draft.keeping": Right.VIEW,
    "whole_draft.leave_address": Right.VIEW,
}


def needed_for(endpoint: str | None) -> Right:
    """The right that a page of a draft needs."""
    return NEEDED.get(endpoint or "", Right.EDIT)
