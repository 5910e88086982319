"""Messages by e-mail: short, plain text, to one address, by the mail server that the host has named.

Nothing travels unprotected: the connection begins with TLS or goes over to it, unless the mail server is this machine.
"""

import re
import smtplib
import ssl
from collections.abc import Iterable, Iterator
from contextlib import suppress
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from textwrap import fill

from flask import Flask, current_app

from service.email_addresses import is_email_address
from service.language import _
from service.logs import log_not_sent
from service.settings import MailServer, Settings
from service.storage.models import now

SECONDS = 10
"""How long each step of sending may take."""
THIS_MACHINE = ("localhost", "127.0.0.1", "::1")
WIDTH = 72
"""Characters in a line. An address is never broken."""
_SETTINGS = "agreements.mail"
_MADE_A_LINK = re.compile(r"://|@|\w\.\w")
"""What programs that show messages make a link of."""


class NotSent(Exception):
    """A message was not sent: the mail server is away, or did not want it. Another time it may work."""


class NoSuchAddress(NotSent):
    """A message was not sent, because the mail server takes none for this address."""


def init_mail(app: Flask, settings: Settings) -> None:
    """Give the application its mail server, if it has one, and who is behind its messages."""
    app.extensions[_SETTINGS] = settings


def can_send() -> bool:
    """Whether this service sends messages."""
    return _settings().mail_server is not None


def fit_name(name: str) -> str:
    """What a message calls an agreement: its name, unless that could lead somewhere. We carry nobody's advertising."""
    return _("A partnership agreement") if _MADE_A_LINK.search(name) else name


def send(address: str, subject: str, *paragraphs: str) -> None:
    """Send one message. Raises NotSent, or NoSuchAddress."""
    server = _settings().mail_server
    if server is None:
        raise NotSent
    message = _message(server, address, subject, [*paragraphs, *_signature()])
    try:
        connection = _connected(server)
        try:
            connection.send_message(message, from_addr=server.sender, to_addrs=[address])
            with suppress(OSError):
                connection.quit()  # it has the message already, whatever becomes of this
        finally:
            connection.close()
    except OSError as error:  # those of smtplib and of ssl are of this family
        log_not_sent(error)
        raise (NoSuchAddress if _is_of_no_use(error) else NotSent) from error


def _settings() -> Settings:
    settings: Settings = current_app.extensions[_SETTINGS]
    return settings


def _is_of_no_use(error: OSError) -> bool:
    """Whether the server refuses this address for good, and not for the moment."""
    if not isinstance(error, smtplib.SMTPRecipientsRefused):
        return False
    return all(code >= 500 for code, _reason in error.recipients.values())


def _message(server: MailServer, address: str, subject: str, paragraphs: Iterable[str]) -> EmailMessage:
    if not is_email_address(address):
        raise NoSuchAddress
    message = EmailMessage()
    message["From"] = Address(_("Partnership agreements"), addr_spec=server.sender)
    message["To"] = Address(addr_spec=address)
    message["Subject"] = " ".join(subject.split())
    message["Date"] = format_datetime(now())
    message["Message-ID"] = make_msgid(domain=_domain(server))
    message["Auto-Submitted"] = "auto-generated"  # so that answering machines leave it alone
    lines = (fill(one, WIDTH, break_long_words=False, break_on_hyphens=False) for one in paragraphs)
    message.set_content("\n\n".join(lines) + "\n", cte="quoted-printable")  # base64 looks like spam
    return message


def _signature() -> Iterator[str]:
    contact = _settings().contact
    if contact:
        yield _("This service is run by: %(contact)s", contact=contact)


def _connected(server: MailServer) -> smtplib.SMTP:
    secure = ssl.create_default_context()
    # Our own name is given to it, since looking for this machine's may take long.
    if server.speaks_tls_first:
        connection: smtplib.SMTP = smtplib.SMTP_SSL(
            server.host, server.port, local_hostname=_domain(server), timeout=SECONDS, context=secure
        )
    else:
        connection = smtplib.SMTP(server.host, server.port, local_hostname=_domain(server), timeout=SECONDS)
    try:
        if not server.speaks_tls_first and server.host not in THIS_MACHINE:
            connection.starttls(context=secure)
        if server.user:
            connection.login(server.user, server.password)
    except BaseException:
        connection.close()
        raise
    return connection


def _domain(server: MailServer) -> str:
    return server.sender.rpartition("@")[2]
