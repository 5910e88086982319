"""A mail server of the tests' own, on a port of this machine. It keeps what it is sent, or refuses it as it is told."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from tests.serving import free_port


@dataclass
class Received:
    """What the server was sent: each message with its sender and receivers, and the names it was told."""

    messages: list[EmailMessage] = field(default_factory=list)
    envelopes: list[Envelope] = field(default_factory=list)
    logins: list[tuple[str, str]] = field(default_factory=list)
    answer_to_receiver: str = "250 OK"
    port: int = 0

    async def handle_RCPT(  # noqa: N802 - the name that aiosmtpd looks for
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        """Take a receiver, or refuse it."""
        if self.answer_to_receiver.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.answer_to_receiver

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Take a message."""
        content = envelope.content
        assert isinstance(content, bytes)
        self.messages.append(message_from_bytes(content, policy=policy.default))
        self.envelopes.append(envelope)
        return "250 OK"

    def log_in(self, _server: SMTP, _session: Session, _envelope: Envelope, _way: str, data: Any) -> AuthResult:
        """Let one user in."""
        assert isinstance(data, LoginPassword)
        self.logins.append((data.login.decode(), data.password.decode()))
        return AuthResult(success=data.password == b"p@ss word")


@contextmanager
def mail_server(secure: ssl.SSLContext | None = None, *, first: bool = False) -> Iterator[Received]:
    """Serve, and stop at the end. `secure` lets it speak TLS: from the first byte, or when it is asked to."""
    received = Received(port=free_port())
    controller = Controller(
        received,
        hostname="127.0.0.1",
        port=received.port,
        ssl_context=secure if first else None,
        tls_context=None if first else secure,
        authenticator=received.log_in,
        auth_require_tls=not first,
    )
    controller.start()
    try:
        yield received
    finally:
        controller.stop()
