"""The files that pages need: style, scripts, picture. Their addresses change with them, so they may be kept."""

import hashlib
from functools import cache
from pathlib import Path

from flask import Blueprint, Flask, Response, abort, send_file

from service.settings import SettingsError

page_files = Blueprint("page_files", __name__, url_prefix="/assets")

_HERE = Path(__file__).parent
_YEAR = 365 * 24 * 60 * 60


@cache
def _built() -> Path:
    """What set-up makes: inside an installed package, or in the checkout."""
    installed = _HERE / "assets"
    return installed if installed.is_dir() else _HERE.parent / "build" / "assets"


@cache
def _files() -> dict[str, Path]:
    return {
        file.name: file
        for file in (
            _built() / "wizard.css",
            _built() / "govuk-frontend.min.js",
            _HERE / "scripts" / "wizard.js",
            _HERE / "scripts" / "typing.js",
            _HERE / "pictures" / "icon.svg",
        )
    }


def init_page_files(app: Flask) -> None:
    """Serve the files, and give templates `asset(name)`. Raises SettingsError when set-up has not made them."""
    absent = [name for name, file in _files().items() if not file.is_file()]
    if absent:
        raise SettingsError(f"The files of the pages are not there ({', '.join(absent)}). Run 'make setup' first.")
    app.register_blueprint(page_files)
    app.add_template_global(asset_address, "asset")


@cache
def asset_address(name: str) -> str:
    """The address of a file, with a mark of its content."""
    return f"/assets/{_content_mark()}/{name}"


@cache
def _content_mark() -> str:
    """The script imports a neighbour by its bare name, so all files share one mark."""
    content = b"".join(file.read_bytes() for file in _files().values())
    return hashlib.sha256(content).hexdigest()[:12]


@page_files.get("/<content_mark>/<name>")
def file(content_mark: str, name: str) -> Response:
    """One of the files."""
    if name not in _files() or content_mark != _content_mark():
        abort(404)
    response = send_file(_files()[name], max_age=_YEAR)
    response.headers["Cache-Control"] = f"public, max-age={_YEAR}, immutable"
    return response
