"""What is typed and not saved yet.

Revision ID: a6
"""

import sqlalchemy as sa
from alembic import op

revision = "a6"
down_revision = "a5"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "unsaved",
        sa.Column("draft_id", sa.String(22), nullable=False),
        sa.Column("browser", sa.String(22), nullable=False),
        sa.Column("path", sa.String(200), nullable=False),
        sa.Column("typed_at", sa.DateTime, nullable=False),
        sa.Column("answers", sa.JSON, nullable=False),
        sa.Column("points", sa.JSON, nullable=False),
        sa.ForeignKeyConstraint(["draft_id"], ["drafts.id"], name="fk_unsaved_draft_id_drafts", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("draft_id", "browser", "path", name="pk_unsaved"),
    )


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("unsaved")
