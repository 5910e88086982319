"""The page of health: well, or what is wrong, for whoever watches over the service."""

import shutil
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import text

from service.storage.engine import writing

DATABASES = ("sqlite", "postgresql")


def _asked(app):
    answer = app.test_client().get("/healthz")
    return answer.status_code, answer.get_data(as_text=True)


@pytest.fixture
def without_database(app, settings):
    """The service runs, and its database is gone."""
    if settings.database.get_backend_name() == "sqlite":
        Path(settings.database.database).write_bytes(b"no database any more" * 100)
    else:
        elsewhere = settings.database_address.replace(f"/{settings.database.database}?", "/postgres?")
        with psycopg.connect(elsewhere, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {settings.database.database} WITH (FORCE)")
    return app


def test_it_is_well_and_says_so_without_a_cookie(app):
    answer = app.test_client().get("/healthz")
    assert (answer.status_code, answer.get_data(as_text=True), answer.mimetype) == (200, "ok\n", "text/plain")
    assert "Set-Cookie" not in answer.headers
    assert answer.headers["Cache-Control"] == "no-store"


def test_it_may_be_asked_as_often_as_one_likes(app):
    assert {_asked(app)[0] for _time in range(100)} == {200}


def test_a_database_of_another_version_is_told(app):
    with app.app_context(), writing() as session:
        session.execute(text("UPDATE alembic_version SET version_num = 'a1'"))
    assert _asked(app) == (503, "The database is of another version of this program.\n")


def test_a_database_that_does_not_answer_is_told_without_its_name(without_database):
    assert _asked(without_database) == (503, "The database does not answer.\n")


def test_a_folder_that_is_not_there_any_more_is_told(app, settings):
    shutil.rmtree(settings.folder)
    status, said = _asked(app)
    assert status == 503
    assert "The folder cannot be written.\n" in said


def test_it_is_no_way_round_the_names_of_the_service(app):
    assert app.test_client().get("/healthz", headers={"Host": "evil.example"}).status_code == 400
