"""The files that people choose as answers: kept by their hash, forgotten when no answer names them any more."""

from collections.abc import Mapping
from datetime import timedelta
from hashlib import sha256

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from agreements.attachments import Attachments
from agreements.errors import UnfitFile
from agreements.language import _
from service.storage.engine import writing
from service.storage.models import Answer, Attachment, now

MOST_STORED = 40 * 1024 * 1024
"""Bytes of files in one draft."""

UNNAMED_FOR = timedelta(days=1)
"""How long a file is kept that no answer names: the page that sent it may still be open in another window."""


def keep(draft_id: str, content: bytes) -> str:
    """Keep a file's content, and give its hash. The same content is kept once.

    Raises:
        UnfitFile: the draft would hold more than it may.
    """
    digest = sha256(content).hexdigest()
    with writing(draft_id) as session:
        kept = session.get(Attachment, (draft_id, digest))
        if kept:
            kept.kept_at = now()
        else:
            _forget_unnamed(session, draft_id)
            _check_room(session, draft_id, len(content))
            session.add(Attachment(draft_id=draft_id, sha256=digest, content=content))
    return digest


def contents(session: Session, draft_id: str) -> Attachments:
    """The content of every file of a draft."""
    found = select(Attachment.sha256, Attachment.content).where(Attachment.draft_id == draft_id)
    return dict(session.execute(found).all())


def _forget_unnamed(session: Session, draft_id: str) -> None:
    typed = session.scalars(select(Answer.typed).where(Answer.draft_id == draft_id))
    named = {answer.get("sha256") for answer in typed if isinstance(answer, Mapping)}
    old = (Attachment.draft_id == draft_id) & (Attachment.kept_at < now() - UNNAMED_FOR)
    session.execute(delete(Attachment).where(old & Attachment.sha256.not_in(named)))


def _check_room(session: Session, draft_id: str, more: int) -> None:
    size = func.coalesce(func.sum(func.length(Attachment.content)), 0)
    if session.scalars(select(size).where(Attachment.draft_id == draft_id)).one() + more > MOST_STORED:
        raise UnfitFile(_("The files of one agreement may have 40 MB together. Remove one, or choose a smaller one."))
