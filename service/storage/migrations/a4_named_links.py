"""What a link allows, for whom it is, until when; withdrawn ones are kept.

Revision ID: a4
"""

import sqlalchemy as sa
from alembic import op

revision = "a4"
down_revision = "a3"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns. All links so far allow to change."""
    with op.batch_alter_table("links") as links:
        links.add_column(sa.Column("may", sa.String(7), nullable=False, server_default="edit"))
        links.add_column(sa.Column("name", sa.String(200), nullable=False, server_default=""))
        links.add_column(sa.Column("partner", sa.String(40), nullable=False, server_default=""))
        links.add_column(sa.Column("expires_at", sa.DateTime()))
        links.add_column(sa.Column("withdrawn_at", sa.DateTime()))
    with op.batch_alter_table("links") as links:
        for column in ("may", "name", "partner"):
            links.alter_column(column, server_default=None)


def downgrade() -> None:
    """Drop the columns."""
    with op.batch_alter_table("links") as links:
        for column in ("withdrawn_at", "expires_at", "partner", "name", "may"):
            links.drop_column(column)
