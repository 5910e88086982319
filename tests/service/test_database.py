"""The database, of either kind: its tables, and what holds of everything that is kept in it."""

import os
import subprocess
import sys
from datetime import UTC

import pytest
from alembic.autogenerate import compare_metadata
from flask import current_app
from sqlalchemy import func, select, text
from sqlalchemy.exc import IntegrityError

from service.app import create_app
from service.settings import SettingsError
from service.storage import links
from service.storage.engine import db, writing
from service.storage.models import Answer, Base, Draft, Link, ListRow, StoredPoint, today

DATABASES = ("sqlite", "postgresql")
AT_ONCE = 3


def test_the_migrations_make_what_the_models_say(app):
    with app.app_context():
        context = current_app.extensions["alembic"].migration_context
        assert compare_metadata(context, Base.metadata) == []


def test_the_columns_for_keeping_are_added_without_a_loss_and_time_begins_on_that_day(app, example):
    with app.app_context():
        answers = db.session.scalar(select(func.count()).select_from(Answer))
        db.session.rollback()
        alembic = current_app.extensions["alembic"]
        alembic.downgrade("a4")
        alembic.upgrade()
        assert db.session.scalar(select(func.count()).select_from(Answer)) == answers
        assert db.session.get_one(Draft, example.draft).opened_on == today()
        assert [link.notice_to for link in links.all_of(db.session, example.draft)] == [""]


STARTS = """
import os
import sys
from pathlib import Path
from service.app import create_app
from service.logs import configure_logs
from service.settings import Settings

configure_logs("warning")
settings = Settings(Path(sys.argv[1]), ("localhost",), False, 0, "error", "k" * 40, sys.argv[2])
print("ready", flush=True)
os.read(0, 1)
create_app(settings)
"""


def test_several_processes_may_start_at_once_on_an_empty_database(settings):
    command = [sys.executable, "-c", STARTS, str(settings.folder), settings.database_address]
    reading, writing_end = os.pipe()
    processes = [
        subprocess.Popen(command, stdin=reading, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _number in range(AT_ONCE)
    ]
    for process in processes:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
    os.write(writing_end, b"\n" * AT_ONCE)
    assert [(process.communicate()[1], process.returncode) for process in processes] == [("", 0)] * AT_ONCE
    for end in (reading, writing_end):
        os.close(end)
    test_the_migrations_make_what_the_models_say(create_app(settings))


def test_a_database_of_a_newer_version_is_told_and_left_as_it_is(app, settings):
    with app.app_context(), writing() as session:
        session.execute(text("UPDATE alembic_version SET version_num = 'z9'"))
    with pytest.raises(SettingsError, match="newer version of this program"):
        create_app(settings)
    with app.app_context():
        assert db.session.scalar(text("SELECT version_num FROM alembic_version")) == "z9"


def test_starting_again_keeps_every_draft(app, draft, settings):
    draft.open("sections/about").submit(full_title="Kept")
    again = create_app(settings)
    with again.app_context():
        assert db.session.query(Answer).filter_by(path="about.full_title").one().typed == "Kept"
    with again.app_context():
        db.engine.dispose()


def test_what_belongs_to_a_draft_goes_with_it(app, example):
    example.open("sections/vision").submit(**{"state:area": "come_back"})
    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(StoredPoint)) != 0
        with writing(example.draft) as session:
            session.delete(session.get(Draft, example.draft))
        for table in (Answer, Link, ListRow, StoredPoint):
            assert db.session.scalar(select(func.count()).select_from(table)) == 0


def test_moments_are_read_with_their_zone(app, draft):
    with app.app_context():
        assert db.session.get_one(Draft, draft.draft).begun_at.tzinfo is UTC


def test_an_error_of_the_database_does_not_repeat_the_answer(app, draft):
    def add_answer_of_nobody():
        with writing() as session:
            session.add(Answer(draft_id="nobody", path="a.b", typed="Secret"))

    with app.app_context(), pytest.raises(IntegrityError) as caught:
        add_answer_of_nobody()
    assert "Secret" not in str(caught.value)
