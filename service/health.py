"""Whether the service can work, for whoever watches over it: one line, without a cookie, and without names."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryFile

from flask import Blueprint, Flask, Response, current_app
from sqlalchemy.exc import DBAPIError

from service.logs import log_fault, write_no_line
from service.storage.engine import is_newest

health = Blueprint("health", __name__)


def init_health(app: Flask, folder: Path) -> None:
    """Give the application its page of health. The folder is the one that the service keeps its files in."""
    app.config["FOLDER"] = folder
    app.register_blueprint(health)


@health.get("/healthz")
def show() -> Response:
    """200 when all is well, 503 with what is wrong. It is asked for every few seconds: only faults are logged."""
    faults = [*_faults()]
    if not faults:
        write_no_line()
    return Response("\n".join([*(faults or ["ok"]), ""]), 503 if faults else 200, mimetype="text/plain")


def _faults() -> Iterator[str]:
    try:
        if not is_newest():
            yield "The database is of another version of this program."
    except DBAPIError as error:
        log_fault(error)
        yield "The database does not answer."
    try:
        with TemporaryFile(dir=current_app.config["FOLDER"]) as file:
            file.write(b"written")
    except OSError as error:
        log_fault(error)
        yield "The folder cannot be written."
