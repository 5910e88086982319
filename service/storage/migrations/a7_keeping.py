"""The day on which a draft was last opened, and addresses for a notice before it is deleted.

They are filled and yet may be empty, as far as the database knows: to change that, SQLite would make the whole table
anew, and with the old one would go all that belongs to its rows.

Revision ID: a7
"""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "a7"
down_revision = "a6"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns. When older drafts were last opened is not known: their time begins today."""
    op.add_column("drafts", sa.Column("opened_on", sa.Date()))
    op.add_column("links", sa.Column("notice_to", sa.String(254)))
    op.add_column("links", sa.Column("notified_on", sa.Date()))
    drafts = sa.table("drafts", sa.column("opened_on", sa.Date()))
    op.execute(drafts.update().values(opened_on=datetime.now(UTC).date()))
    op.execute(sa.table("links", sa.column("notice_to", sa.String())).update().values(notice_to=""))


def downgrade() -> None:
    """Drop the columns."""
    op.drop_column("links", "notified_on")
    op.drop_column("links", "notice_to")
    op.drop_column("drafts", "opened_on")
