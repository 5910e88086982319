"""Logs: one line for each request and each fault. Neither answers nor tokens nor ids of drafts are written."""

import logging
import sys
import time
import traceback
from types import TracebackType

import structlog
from flask import Flask, Response, g, has_request_context, request
from structlog.typing import EventDict, Processor

_SERVERS = ("gunicorn.error", "waitress")

log = structlog.stdlib.get_logger("agreements")


def configure_logs(level: str) -> None:
    """Send our logs and those of all libraries to the standard error stream: as JSON, unless a person is watching."""
    shared: list[Processor] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    form = structlog.dev.ConsoleRenderer() if sys.stderr.isatty() else structlog.processors.JSONRenderer()
    handler = logging.StreamHandler()
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[_keep_out_what_was_sent, *shared],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, form],
        )
    )
    logging.basicConfig(handlers=[handler], level=level.upper(), force=True)
    for library in ("alembic", "fontTools", "weasyprint", "flask_wtf", "waitress"):
        logging.getLogger(library).setLevel(max(logging.WARNING, logging.root.level))
    gunicorn = logging.getLogger("gunicorn.error")
    gunicorn.setLevel(max(logging.INFO, logging.root.level))  # below that it writes addresses


def _keep_out_what_was_sent(_logger: object, _method: str, event: EventDict) -> EventDict:
    """Keep of what libraries write only what cannot hold an address, a header or an answer."""
    record: logging.LogRecord = event["_record"]
    _kind, error, trace = event.pop("exc_info", None) or (None, None, None)
    if error:
        return {**event, "event": "fault", "rule": _rule(), "kind": type(error).__name__, "where": _places(trace)}
    if record.name in _SERVERS and record.levelno >= logging.WARNING:
        event["event"] = event["event"].partition(":")[0]  # after it they repeat what they could not read
    return event


def log_requests(app: Flask) -> None:
    """Write a line for each request."""
    app.before_request(_start_clock)
    app.after_request(_log_request)


def write_no_line() -> None:
    """Leave this request out of the log."""
    g.is_worth_a_line = False


def log_fault(error: BaseException) -> None:
    """Write down where a fault of ours arose. Its message may hold what a person typed, so it is left out."""
    log.error("fault", rule=_rule(), kind=type(error).__name__, where=_places(error.__traceback__))


def log_not_sent(error: OSError) -> None:
    """Write down why a message was not sent. What the mail server says may hold the address, so only its code is."""
    log.warning("message not sent", kind=type(error).__name__, code=getattr(error, "smtp_code", None))


def _places(trace: TracebackType | None) -> list[str]:
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)]


def _start_clock() -> None:
    g.started = time.perf_counter()


def _log_request(response: Response) -> Response:
    if not g.get("is_worth_a_line", True):
        return response
    started = g.get("started")
    took = round((time.perf_counter() - started) * 1000) if started else None
    log.info("request", method=request.method, rule=_rule(), status=response.status_code, milliseconds=took)
    return response


def _rule() -> str:
    """The pattern of the address, such as /resume/<token>: never the address itself."""
    return request.url_rule.rule if has_request_context() and request.url_rule else "(no page)"
