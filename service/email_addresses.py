"""What an e-mail address looks like, where we write to it ourselves.

Narrower than the standard: one address, in plain letters, without quotes, comments or spaces. So nothing that is typed
there can become a second address or another line of a message.
"""

import re
from typing import Any

from wtforms import StringField
from wtforms.form import BaseForm
from wtforms.validators import ValidationError

from service.language import _

LONGEST_ADDRESS = 254
"""Longer ones cannot be written to (RFC 5321)."""
_LONGEST_NAME = 64
_NAME = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_ADDRESS = re.compile(rf"(?P<name>{_NAME}(?:\.{_NAME})*)@{_LABEL}(?:\.{_LABEL})+")


def is_email_address(text: str) -> bool:
    """Whether we would write to this address."""
    found = _ADDRESS.fullmatch(text)
    return found is not None and len(text) <= LONGEST_ADDRESS and len(found["name"]) <= _LONGEST_NAME


class AddressField(StringField):
    """A place to type one e-mail address in."""

    def __init__(self, *, is_needed: bool, **options: Any) -> None:
        super().__init__(filters=[lambda typed: (typed or "").strip()], **options)
        self.is_needed = is_needed

    def pre_validate(self, form: BaseForm) -> None:
        """Refuse what we would not write to."""
        if (self.data or self.is_needed) and not is_email_address(self.data or ""):
            raise ValidationError(_("Enter one e-mail address, such as name@example.org."))
