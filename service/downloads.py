"""Files that a browser is given to keep, each with a name that fits any system."""

import io
import re

from flask import Response, send_file

from agreements.interview import Agreement
from agreements.papers import Paper
from service.in_hand import called

_UNFIT = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')


def download(agreement: Agreement, what: str, paper: Paper, content: bytes) -> Response:
    """A paper, named after the agreement and what it is."""
    return sent(agreement, what, paper.extension, paper.media_type, content)


def sent(agreement: Agreement, what: str, extension: str, media_type: str, content: bytes) -> Response:
    """A file of any kind, named in the same way."""
    name = f"{_file_name(called(agreement))} - {what}.{extension}"
    return send_file(io.BytesIO(content), mimetype=media_type, as_attachment=True, download_name=name)


def _file_name(text: str) -> str:
    """A text as it may stand in the name of a file on any system."""
    return " ".join(_UNFIT.sub(" ", text).split()).strip(" .")[:80].strip(" .") or "agreement"
