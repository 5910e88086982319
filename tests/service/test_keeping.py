"""Keeping: a notice in time, then everything is deleted for real; as often as one likes, and killed at any moment."""

from datetime import date, timedelta

import pytest
from click.testing import CliRunner
from dateutil.relativedelta import relativedelta
from sqlalchemy import select, update

from service import keeping, mail
from service.app import create_app
from service.keeping import Kept
from service.storage import drafts, links, retention
from service.storage.engine import db, writing
from service.storage.models import Draft

DATABASES = ("sqlite", "postgresql")
OPENED = date(2026, 11, 25)
NOTICE_DAY = date(2027, 10, 26)
END = date(2027, 11, 25)
DAY = timedelta(days=1)
MARKER = "Marker-of-what-is-deleted"


@pytest.fixture
def old(app, example):
    """A draft that was last opened on one day, by somebody who may have left an address."""

    def made(*addresses, opened_on=OPENED):
        example.open("sections/vision").submit(area=MARKER)
        with app.app_context():
            for address in addresses:
                link, _token = links.make(example.draft, links.Wanted())
                links.leave_address(example.draft, link.id, address)
            with writing() as session:
                session.execute(update(Draft).values(opened_on=opened_on))
        return example

    return made


@pytest.fixture
def keep(app):
    """Runs as on a day."""

    def run(day):
        with app.app_context():
            return keeping.keep(day)

    return run


def _drafts(app):
    with app.app_context():
        return list(db.session.scalars(select(Draft.id)))


def _files_with_marker(settings):
    found = [file for file in settings.folder.rglob("*") if file.is_file()]
    return [file.name for file in found if MARKER.encode() in file.read_bytes()]


def test_a_draft_is_kept_for_twelve_months_and_then_deleted(app, old, keep):
    old()
    assert keep(END - DAY) == Kept(notices=0, not_sent=0, deleted=0)
    assert _drafts(app) != []
    assert keep(END) == Kept(notices=0, not_sent=0, deleted=1)
    assert _drafts(app) == []
    assert keep(END) == Kept(notices=0, not_sent=0, deleted=0)


def test_what_is_deleted_stands_in_no_file_any_more(old, settings, keep, database_kind):
    old()
    assert bool(_files_with_marker(settings)) is (database_kind == "sqlite")
    keep(END)
    assert _files_with_marker(settings) == []


def test_a_notice_goes_out_thirty_days_before_and_once(app, old, keep, mailbox):
    old("asha@brook.example")
    assert keep(NOTICE_DAY - DAY).notices == 0
    assert keep(NOTICE_DAY) == Kept(notices=1, not_sent=0, deleted=0)
    for day in (NOTICE_DAY, NOTICE_DAY + DAY, END - DAY):
        assert keep(day) == Kept(notices=0, not_sent=0, deleted=0)
    assert keep(END).deleted == 1
    (message,) = mailbox.messages
    assert message["To"] == "asha@brook.example"
    assert message["Subject"] == "Brook Lane Welcome will be deleted on 25 November 2027"
    words = " ".join(message.get_content().split())
    assert "Nobody has opened it since 25 November 2026. On 25 November 2027 we delete it" in words
    assert "/resume/" not in words


def test_the_database_is_not_held_while_the_mail_server_is_waited_for(old, keep, monkeypatch):
    held = []
    old("asha@brook.example")
    monkeypatch.setattr(mail, "send", lambda *_message: held.append(db.session.in_transaction()))
    keep(NOTICE_DAY)
    assert held == [False]


def test_each_address_hears_once_of_a_draft_and_one_of_a_withdrawn_link_not_at_all(app, old, keep, mailbox):
    browser = old("asha@brook.example", "asha@brook.example", "ben@brook.example", "cai@brook.example")
    with app.app_context():
        gone = next(one for one in links.all_of(db.session, browser.draft) if one.notice_to.startswith("cai"))
        links.withdraw(browser.draft, gone.id)
    assert keep(NOTICE_DAY).notices == 2
    assert {message["To"] for message in mailbox.messages} == {"asha@brook.example", "ben@brook.example"}
    assert keep(NOTICE_DAY).notices == 0


def test_whoever_opens_it_after_the_notice_keeps_it_and_hears_again_a_year_later(app, old, keep, mailbox, monkeypatch):
    browser = old("asha@brook.example")
    keep(NOTICE_DAY)
    monkeypatch.setattr(drafts, "today", lambda: NOTICE_DAY)
    browser.open("preview")
    assert keep(END) == Kept(notices=0, not_sent=0, deleted=0)
    later = NOTICE_DAY + relativedelta(months=12)
    assert keep(later - retention.NOTICE).notices == 1
    assert keep(later).deleted == 1


def test_a_notice_that_goes_out_late_puts_the_end_off_so_that_there_are_thirty_days(old, keep, mailbox):
    old("asha@brook.example")
    late = END + 10 * DAY
    assert keep(late) == Kept(notices=1, not_sent=0, deleted=0)
    assert mailbox.messages[0]["Subject"].endswith("will be deleted on 4 January 2028")
    assert keep(date(2028, 1, 3)).deleted == 0
    assert keep(date(2028, 1, 4)).deleted == 1


def test_a_notice_that_cannot_be_sent_is_tried_again_and_waited_for_but_not_for_ever(old, keep, mailbox):
    old("asha@brook.example")
    mailbox.answer_to_receiver = "451 Later"
    for day in (NOTICE_DAY, END, END + retention.LONGEST_WAIT - DAY):
        assert keep(day) == Kept(notices=0, not_sent=1, deleted=0)
    assert keep(END + retention.LONGEST_WAIT) == Kept(notices=0, not_sent=1, deleted=1)


def test_who_is_told_at_the_very_last_has_thirty_days_too(old, keep, mailbox):
    old("asha@brook.example")
    last = END + retention.LONGEST_WAIT
    assert keep(last) == Kept(notices=1, not_sent=0, deleted=0)
    assert keep(last + retention.NOTICE - DAY).deleted == 0
    assert keep(last + retention.NOTICE).deleted == 1


def test_an_address_that_does_not_exist_any_more_holds_nothing_up(old, keep, mailbox):
    old("asha@brook.example")
    mailbox.answer_to_receiver = "550 No such user"
    assert keep(NOTICE_DAY) == Kept(notices=0, not_sent=1, deleted=0)
    assert keep(END) == Kept(notices=0, not_sent=0, deleted=1)


class Killed(BaseException):
    """What a kill is to the code that runs."""


def _killed(*_arguments):
    raise Killed


@pytest.mark.parametrize(
    ("killed_at", "left"),
    [((mail, "send"), 1), ((retention, "note_sent"), 1), ((retention, "over"), 0)],
)
def test_notices_of_a_run_that_is_killed_are_sent_by_the_next(old, keep, mailbox, monkeypatch, killed_at, left):
    old("asha@brook.example")
    with monkeypatch.context() as patched:
        patched.setattr(*killed_at, _killed)
        with pytest.raises(Killed):
            keep(NOTICE_DAY)
    assert keep(NOTICE_DAY) == Kept(notices=left, not_sent=0, deleted=0)
    assert keep(END).deleted == 1


@pytest.mark.parametrize(("killed_at", "left"), [((retention, "delete_if_over"), 1), ((keeping, "leave_no_trace"), 0)])
def test_what_a_run_that_is_killed_has_not_deleted_is_deleted_by_the_next(
    old, keep, settings, monkeypatch, killed_at, left
):
    old()
    with monkeypatch.context() as patched:
        patched.setattr(*killed_at, _killed)
        with pytest.raises(Killed):
            keep(END)
    assert keep(END).deleted == left
    assert _files_with_marker(settings) == []


def test_a_draft_that_is_opened_while_the_others_are_deleted_stays(app, old):
    browser = old()
    with app.app_context():
        assert retention.over(db.session, END) == [browser.draft]
        with writing(browser.draft) as session:
            session.execute(update(Draft).values(opened_on=END))
        assert not retention.delete_if_over(browser.draft, END)
    assert _drafts(app) == [browser.draft]


def _run(monkeypatch, settings, **changed):
    """Run the command as a timer does, as on the day of the end."""
    monkeypatch.setattr(keeping, "this_day", lambda: END)
    monkeypatch.setenv("AGREEMENTS_FOLDER", str(settings.folder))
    monkeypatch.setenv("AGREEMENTS_DATABASE", settings.database_address)
    for name, value in changed.items():
        monkeypatch.setenv(name, value)
    made = []

    def noted(settings):
        made.append(create_app(settings))
        return made[0]

    monkeypatch.setattr(keeping, "create_app", noted)
    result = CliRunner().invoke(keeping.run)
    for app in made:
        with app.app_context():
            db.engine.dispose()
    return result


def test_the_command_says_what_it_did(old, settings, monkeypatch):
    old()
    result = _run(monkeypatch, settings)
    assert result.output.endswith("Notices sent: 0, not sent: 0. Drafts deleted: 1.\n")
    assert result.exit_code == 0


def test_the_command_ends_with_a_fault_when_a_notice_was_not_sent(old, settings, monkeypatch):
    old("asha@brook.example")
    result = _run(monkeypatch, settings)
    assert result.output.endswith("Notices sent: 0, not sent: 1. Drafts deleted: 0.\n")
    assert result.exit_code == 1
    assert "asha" not in result.output


def test_the_command_says_which_settings_cannot_be_used(settings, monkeypatch):
    result = _run(monkeypatch, settings, AGREEMENTS_SMTP="mail.example")
    assert result.exit_code == 1
    assert "AGREEMENTS_SMTP: Write smtp://" in result.output
