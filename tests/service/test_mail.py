"""Messages: sent for real to a mail server, by TLS where it is not this machine; a header is one line."""

import socket
import ssl
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from flask import Flask
from flask_babel import Babel

from service import mail
from service.settings import MailServer
from tests.mail_server import mail_server
from tests.serving import free_port

ADDRESS = "asha@brook.example"


@pytest.fixture
def sending(settings):
    """Sends by the server at a port, with its settings changed."""

    def send(port, subject="Hello", *paragraphs, contact="", **changed):
        server = MailServer("127.0.0.1", port, "", "", speaks_tls_first=False, sender="agreements@host.example")
        app = Flask(__name__)
        Babel(app)
        mail.init_mail(app, replace(settings, mail_server=replace(server, **changed), contact=contact))
        with app.app_context():
            mail.send(ADDRESS, subject, *paragraphs)

    return send


def test_a_message_is_plain_text_from_us_to_one_address(received, sending):
    sending(received.port, "Private link: Tŷ Gŵyr", "Croeso.", "A link: https://host.example/resume/" + "x" * 90)
    (message,) = received.messages
    assert (message["From"], message["To"]) == ("Partnership agreements <agreements@host.example>", ADDRESS)
    assert message["Subject"] == "Private link: Tŷ Gŵyr"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Date"]
    assert message["Message-ID"].endswith("@host.example>")
    assert message.get_content_type() == "text/plain"
    assert message.get_content().splitlines() == ["Croeso.", "", "A link:", "https://host.example/resume/" + "x" * 90]
    assert received.envelopes[0].rcpt_tos == [ADDRESS]
    assert received.envelopes[0].mail_from == "agreements@host.example"


def test_a_message_says_who_runs_the_service_if_the_host_has_said_so(received, sending):
    sending(received.port, "Hello", "Words.", contact="Brook CVS, help@brook.example")
    lines = received.messages[0].get_content().splitlines()
    assert lines == ["Words.", "", "This service is run by: Brook CVS, help@brook.example"]


@pytest.mark.parametrize("break_", ["\n", "\r", "\r\n", "\r\n ", "\x0b", "\u2028", "\x85"])
def test_a_subject_with_broken_lines_adds_no_header(received, sending, break_):
    sending(received.port, f"Hello{break_}Bcc: other@example.org", "Words.")
    (message,) = received.messages
    assert message["Subject"] == "Hello Bcc: other@example.org"
    assert message["Bcc"] is None
    assert received.envelopes[0].rcpt_tos == [ADDRESS]


def test_an_address_that_is_none_is_not_even_tried(received, sending, monkeypatch):
    monkeypatch.setattr("tests.service.test_mail.ADDRESS", "a@b.example\r\nBcc: c@d.example")
    with pytest.raises(mail.NoSuchAddress):
        sending(received.port)
    assert received.envelopes == []


def test_an_address_that_the_server_refuses_for_good_is_told_apart_from_one_refused_for_the_moment(received, sending):
    received.answer_to_receiver = "550 No such user"
    with pytest.raises(mail.NoSuchAddress):
        sending(received.port)
    received.answer_to_receiver = "451 Try again later"
    with pytest.raises(mail.NotSent) as caught:
        sending(received.port)
    assert not isinstance(caught.value, mail.NoSuchAddress)


def test_a_server_that_is_away_is_said_and_not_an_error_of_ours(sending):
    with pytest.raises(mail.NotSent):
        sending(free_port())


def test_a_server_that_says_nothing_is_not_waited_for_long(sending, monkeypatch):
    monkeypatch.setattr(mail, "SECONDS", 0.1)
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(mail.NotSent):
        sending(silent.getsockname()[1])


def test_nothing_is_sent_where_there_is_no_mail_server(app):
    with app.app_context():
        assert not mail.can_send()
        with pytest.raises(mail.NotSent):
            mail.send(ADDRESS, "Hello")


@pytest.mark.parametrize("name", ["Win at casino.example", "https://casino", "write to a@b"])
def test_a_name_that_leads_somewhere_is_not_put_into_a_message(app, name):
    with app.app_context():
        assert mail.fit_name(name) == "A partnership agreement"
        assert mail.fit_name("Brook Lane Welcome (St. Mary’s)") == "Brook Lane Welcome (St. Mary’s)"


@pytest.fixture(scope="session")
def certificate(tmp_path_factory):
    """A file with a key and the certificate of a mail server at 127.0.0.1."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "mail.example")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(datetime.now(UTC) - timedelta(days=1))
        .not_valid_after(datetime.now(UTC) + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("mail.example")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path_factory.mktemp("tls") / "mail.pem"
    pem, plain = serialization.Encoding.PEM, serialization.NoEncryption()
    private = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, plain)
    file.write_bytes(private + made.public_bytes(pem))
    return file


@pytest.fixture
def as_if_elsewhere(monkeypatch):
    """The mail server at 127.0.0.1 has a name of its own, as if it were another machine."""
    connect = socket.create_connection
    monkeypatch.setattr(socket, "create_connection", lambda place, *rest: connect(("127.0.0.1", place[1]), *rest))
    return {"host": "mail.example"}


@pytest.fixture
def secure(certificate):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


@pytest.mark.parametrize("first", [True, False])
def test_elsewhere_the_name_and_the_message_travel_by_tls(
    secure, certificate, sending, monkeypatch, as_if_elsewhere, first
):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    login = {"user": "agreements", "password": "p@ss word", "speaks_tls_first": first}
    with mail_server(secure, first=first) as received:
        sending(received.port, "Hello", "Words.", **as_if_elsewhere, **login)
    assert len(received.messages) == 1
    assert received.logins == [("agreements", "p@ss word")]


@pytest.mark.parametrize("first", [True, False])
def test_a_server_that_cannot_prove_its_name_gets_neither_password_nor_message(secure, sending, as_if_elsewhere, first):
    login = {"user": "agreements", "password": "p@ss word", "speaks_tls_first": first}
    with mail_server(secure, first=first) as received, pytest.raises(mail.NotSent):
        sending(received.port, **as_if_elsewhere, **login)
    assert (received.messages, received.logins) == ([], [])


def test_a_server_elsewhere_that_speaks_no_tls_gets_nothing(received, sending, as_if_elsewhere):
    with pytest.raises(mail.NotSent):
        sending(received.port, **as_if_elsewhere)
    assert received.messages == []
