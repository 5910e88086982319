"""The agreement as a tagged PDF (PDF/UA-1), printed by WeasyPrint from the same HTML as the page."""

import re

from agreements.document import labels
from agreements.document.nodes import Document
from agreements.document.stamp import Stamp
from agreements.rendering import html
from agreements.rendering.furniture import furnish
from agreements.rendering.pdf.printing import print_page
from agreements.rendering.pdf.soft_breaks import soften
from agreements.rendering.pdf.typefaces import families


def render(document: Document, stamp: Stamp) -> bytes:
    """The PDF of a numbered document: the same bytes for the same document and stamp, whenever it is made.

    Raises:
        RenderingError: it would have too many pages, or WeasyPrint complained of something.
    """
    page = furnish(
        "print/agreement.html",
        document=document,
        stamp=stamp,
        agreement=html.fragment(document, stamp, soften),
        soften=soften,
        labels=labels,
        page_number=re.split(r"\{pages?\}", labels.PAGE_NUMBER),
        families=families(),
    )
    return print_page(page)
