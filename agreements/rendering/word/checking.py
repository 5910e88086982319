"""A house file looked through as a whole: everything that is wrong with it at once, and what is only worth knowing.

What is found here is what rendering refuses: both read a file with `safety` and `tags`.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from agreements.errors import HouseError
from agreements.language import _
from agreements.rendering.word import properties, safety, styles, tags
from agreements.rendering.word.findings import Finding
from agreements.rendering.word.house import blamed, opened
from agreements.rendering.word.package import packed, read_parts
from agreements.rendering.word.template import HouseTemplate


def checked(path: Path) -> tuple[Finding, ...]:
    """Everything found in a house file. It can be used if all of it is remarks."""
    found: list[Finding] = []
    try:
        parts = read_parts(path)
        found += safety.findings(parts)
        with blamed(path):
            template = HouseTemplate(BytesIO(packed(properties.without_own(parts))))
            found += tags.findings(template)
            found += _remarks(template)
        if all(one.is_remark for one in found):
            opened(path)
    except HouseError as error:
        if all(one.is_remark for one in found):
            found.append(Finding(str(error)))
    return tuple(dict.fromkeys(found))


def _remarks(template: HouseTemplate) -> Iterator[Finding]:
    lacking = styles.lacking(template.get_docx().styles.element)
    if lacking:
        sentence = _(
            "This file lacks some styles, so those parts will look as in our plain house: %(names)s.",
            names=", ".join(lacking),
        )
        yield Finding(sentence, is_remark=True)
