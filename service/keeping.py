"""Keeps drafts for as long as we say and no longer: `python -m service.keeping`, to be run once a day.

Sends the notices that are due, then deletes what is over, and what was typed long ago and never saved. It may be run
as often as one likes, and killed at any time: the next run takes up what is left. A notice is noted after it was sent,
so at worst one is sent twice.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import click

from agreements.interview import Agreement
from agreements.values import date_in_words
from service import mail
from service.app import create_app
from service.in_hand import called
from service.language import _
from service.logs import configure_logs
from service.settings import SettingsError, read_settings
from service.storage import drafts, retention, unsaved
from service.storage.engine import db, leave_no_trace
from service.storage.models import today as this_day
from service.storage.retention import Notice


@dataclass(frozen=True)
class Kept:
    """What one run did."""

    notices: int
    not_sent: int
    deleted: int


def keep(today: date) -> Kept:
    """Send the notices that are due on this day, then delete what is over, and what was never saved."""
    sent = [_is_sent(notice, today) for notice in retention.due(db.session, today)]
    deleted = [draft for draft in retention.over(db.session, today) if retention.delete_if_over(draft, today)]
    unsaved.forget_old(today)
    leave_no_trace()  # also of what a run that was killed has deleted
    return Kept(notices=sum(sent), not_sent=len(sent) - sum(sent), deleted=len(deleted))


def _is_sent(notice: Notice, today: date) -> bool:
    """Send a notice. One that can never be sent counts as sent, so that it holds up nothing."""
    agreement: Agreement = Agreement.load(drafts.read(db.session, notice.draft_id).raw()).interview
    db.session.rollback()  # the database is not held while the mail server is waited for
    try:
        mail.send(notice.address, *_message(mail.fit_name(called(agreement)), notice))
    except mail.NoSuchAddress:
        retention.note_sent(notice, today)
        return False
    except mail.NotSent:
        return False
    retention.note_sent(notice, today)
    return True


def _message(name: str, notice: Notice) -> Iterator[str]:
    """The subject of a notice, then its paragraphs."""
    day = date_in_words(notice.ends_on)
    yield _("%(name)s will be deleted on %(day)s", name=name, day=day)
    yield _("You asked us to write before this agreement is deleted: %(name)s", name=name)
    yield _(
        "Nobody has opened it since %(last)s. On %(day)s we delete it, with all its answers and files.",
        last=date_in_words(notice.opened_on),
        day=day,
    )
    yield _("To keep it, open it before that day by your private link. If you have lost it, ask others who have one.")
    yield _("If you do not need it any more, you need do nothing. Your address is deleted with it.")
    yield _("If you did not expect this message, somebody left your address by mistake. You need do nothing.")


@click.command()
def run() -> None:
    """Send the notices that are due today, and delete the drafts that nobody has opened for twelve months."""
    try:
        settings = read_settings()
        configure_logs(settings.log_level)
        app = create_app(settings)
    except SettingsError as error:
        sys.exit(str(error))
    with app.app_context():
        kept = keep(this_day())
    click.echo(f"Notices sent: {kept.notices}, not sent: {kept.not_sent}. Drafts deleted: {kept.deleted}.")
    if kept.not_sent:
        sys.exit(1)


if __name__ == "__main__":
    run()
