"""Questions that are marked as not settled.

Revision ID: a8
"""

import sqlalchemy as sa
from alembic import op

revision = "a8"
down_revision = "a7"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "open_points",
        sa.Column("draft_id", sa.String(22), nullable=False),
        sa.Column("path", sa.String(200), nullable=False),
        sa.Column("typed", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("draft_id", "path", name="pk_open_points"),
        sa.ForeignKeyConstraint(["draft_id"], ["drafts.id"], name="fk_open_points_draft_id_drafts", ondelete="CASCADE"),
    )


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("open_points")
