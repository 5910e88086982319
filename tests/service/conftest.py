"""A wizard of its own for every test, and a browser to use it with."""

from dataclasses import replace

import pytest
from jinja2 import FileSystemBytecodeCache

from service.app import create_app
from service.mail import init_mail
from service.security import limiter
from service.settings import MailServer, Settings
from service.storage.engine import db
from tests import postgresql
from tests.mail_server import mail_server
from tests.service.browsing import Browser

HOSTS = ("localhost", "wizard.example")


def pytest_generate_tests(metafunc):
    """A module says with DATABASES on which kinds its tests are made: what is kept must not depend on which it is."""
    if "database_kind" in metafunc.fixturenames:
        kinds = getattr(metafunc.module, "DATABASES", ("sqlite",))
        metafunc.parametrize("database_kind", kinds, scope="session")


@pytest.fixture(scope="session")
def postgresql_server():
    with postgresql.server() as server:
        yield server


@pytest.fixture
def database_address(database_kind, request):
    """The address of an empty database; for SQLite, none is said."""
    if database_kind == "sqlite":
        return ""
    return request.getfixturevalue("postgresql_server").new_database()


@pytest.fixture
def settings(tmp_path, database_address):
    return Settings(
        folder=tmp_path,
        hosts=HOSTS,
        is_behind_tls=False,
        proxies=0,
        log_level="warning",
        secret_key="k" * 40,
        database_address=database_address,
    )


@pytest.fixture(scope="session")
def compiled_pages(tmp_path_factory):
    """Each test has an application of its own; compiling the pages once is enough for all."""
    return FileSystemBytecodeCache(str(tmp_path_factory.mktemp("pages")))


@pytest.fixture
def app(settings, compiled_pages):
    made = create_app(settings)
    made.jinja_env.bytecode_cache = compiled_pages
    yield made
    limiter.reset()
    with made.app_context():
        db.engine.dispose()


@pytest.fixture
def received():
    """What a mail server was sent."""
    with mail_server() as server:
        yield server


@pytest.fixture
def mail_settings(settings, received):
    """The settings of a wizard that sends its messages by that server."""
    server = MailServer("127.0.0.1", received.port, "", "", speaks_tls_first=False, sender="agreements@host.example")
    return replace(settings, mail_server=server)


@pytest.fixture
def mailbox(app, mail_settings, received):
    """The wizard sends messages: what its server received."""
    init_mail(app, mail_settings)
    return received


@pytest.fixture
def visitor(app):
    return Browser(app)


@pytest.fixture
def draft(visitor):
    """A browser on the list of tasks of a new draft."""
    return visitor.begin()


@pytest.fixture
def example(visitor):
    """The same, on a draft that began as the example Brook Lane Welcome."""
    return visitor.begin("f2-brook-lane-welcome")


@pytest.fixture
def other(app, example):
    """Another person with the same private link."""
    second = Browser(app)
    second.open(example.link).submit(second.form(action="/resume/"))
    second.draft = example.draft
    return second
