"""What protects the pages: headers on every answer, limits on what comes in, and on how often."""

import secrets
from collections.abc import Callable

from flask import Flask, Response, g, request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_wtf.csrf import CSRFProtect
from secure import (
    CrossOriginOpenerPolicy,
    CrossOriginResourcePolicy,
    PermissionsPolicy,
    ReferrerPolicy,
    Secure,
    StrictTransportSecurity,
    XContentTypeOptions,
    XFrameOptions,
)
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.middleware.proxy_fix import ProxyFix

from service.settings import Settings

MOST_BYTES = 1024 * 1024
"""The body of one request."""
MOST_UPLOADED = 6 * MOST_BYTES
"""The body of a page of questions that brings files."""
MOST_FIELDS = 2_000
"""Fields in one form: a page with a box for each of 200 partners, several times over."""
YEAR = 365 * 24 * 60 * 60
NEW_DRAFTS = "60 per hour"
"""Drafts begun from one address: a room of people behind one connection may begin theirs together."""
WRONG_LINKS = "20 per hour"
"""Links tried from one address that open nothing. Those that do are not counted."""
MESSAGES = "30 per hour"
"""Messages sent for one address: enough to send each of many partners a link of its own."""
ALL_MESSAGES = "300 per hour"
"""Messages sent for everybody together, so that the mail server keeps its good name."""

csrf = CSRFProtect()
limiter = Limiter(get_remote_address, storage_uri="memory://", strategy="moving-window")


def init_security(app: Flask, settings: Settings) -> None:
    """Put the protections in place. Call it before other functions that look at requests."""
    prefix = "__Host-" if settings.is_behind_tls else ""
    app.config.update(
        SECRET_KEY=settings.secret_key,
        TRUSTED_HOSTS=list(settings.hosts),
        SESSION_COOKIE_NAME=f"{prefix}agreements",
        SESSION_COOKIE_SECURE=settings.is_behind_tls,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_REFRESH_EACH_REQUEST=False,
        PERMANENT_SESSION_LIFETIME=YEAR,
        MAX_CONTENT_LENGTH=MOST_BYTES,
        MAX_FORM_MEMORY_SIZE=MOST_BYTES,
        MAX_FORM_PARTS=MOST_FIELDS,
        WTF_CSRF_TIME_LIMIT=None,  # a page that was open over lunch can still be saved
        RATELIMIT_HEADERS_ENABLED=True,
    )
    if settings.proxies:
        hops = settings.proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
    app.before_request(_let_files_in)
    app.before_request(_limit_fields)
    app.context_processor(lambda: {"cspNonce": _nonce()})
    app.after_request(_headers(settings))
    csrf.init_app(app)
    limiter.init_app(app)


def wrong_link(response: Response) -> bool:
    """Whether an answer says that a link opens nothing."""
    return response.status_code == 404


def was_read(response: Response) -> bool:
    """Whether a form was sent that could be read: what is to be put right first is not counted as a try."""
    return response.status_code != 422


def _let_files_in() -> None:
    """Let pages that take files bring more than others."""
    takes_files = request.blueprint == "wizard" or request.endpoint == "start.open_file"
    if takes_files and request.mimetype == "multipart/form-data":
        request.max_content_length = MOST_UPLOADED


def _limit_fields() -> None:
    """Refuse forms with too many fields before they are taken apart. Werkzeug counts those of multipart forms alone."""
    if request.mimetype == "application/x-www-form-urlencoded":
        body = request.get_data(parse_form_data=False)
        if body.count(b"&") >= MOST_FIELDS:
            raise RequestEntityTooLarge


def _nonce() -> str:
    if "nonce" not in g:
        g.nonce = secrets.token_urlsafe(16)
    return str(g.nonce)


def _headers(settings: Settings) -> Callable[[Response], Response]:
    always = Secure(
        referrer=ReferrerPolicy().same_origin(),  # none at all would break the protection of forms over https
        xcto=XContentTypeOptions().nosniff(),
        xfo=XFrameOptions().deny(),
        coop=CrossOriginOpenerPolicy().same_origin(),
        corp=CrossOriginResourcePolicy().same_origin(),
        permissions=PermissionsPolicy().geolocation().microphone().camera(),
        hsts=StrictTransportSecurity().max_age(YEAR) if settings.is_behind_tls else None,
    ).headers

    def add_headers(response: Response) -> Response:
        response.headers.update(always)
        response.headers["Content-Security-Policy"] = _content_policy()
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        if not response.cache_control.immutable:
            response.headers["Cache-Control"] = "no-store"
        return response

    return add_headers


def _content_policy() -> str:
    """Only our own files, and only scripts that carry the number of this very page."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'nonce-{_nonce()}'",
            "style-src 'self'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
            "object-src 'none'",
        )
    )
