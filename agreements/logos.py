"""The partners' logos, as pictures of one height for the head of page 1. They are looks, and no part of the text."""

from io import BytesIO
from typing import Final

from PIL import Image

from agreements.attachments import Attachments
from agreements.document.nodes import Picture
from agreements.interview import Agreement
from agreements.language import _

HIGHEST: Final = 15
WIDEST: Final = 60
"""Millimetres: a logo in the shape of a ribbon is lower than the others, or it would fill the line."""


def logos(agreement: Agreement, attachments: Attachments) -> tuple[Picture, ...]:
    """The logo of each partner that has one, in the order of the partners."""
    return tuple(
        _logo(str(partner.label), attachments[partner.logo.sha256])
        for partner in agreement.partners.partners or ()
        if partner.logo and partner.logo.sha256 in attachments
    )


def _logo(name: str, content: bytes) -> Picture:
    with Image.open(BytesIO(content), formats=("PNG",)) as image:
        across, down = image.size
    height = min(HIGHEST, WIDEST * down / across)
    return Picture(content, _("Logo of %(name)s", name=name), height * across / down, height)
