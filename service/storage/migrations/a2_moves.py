"""How often dates in the calendar have moved.

Revision ID: a2
"""

import sqlalchemy as sa
from alembic import op

revision = "a2"
down_revision = "a1"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "moves",
        sa.Column("draft_id", sa.String(22), nullable=False),
        sa.Column("path", sa.String(200), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("draft_id", "path", name="pk_moves"),
        sa.ForeignKeyConstraint(["draft_id"], ["drafts.id"], name="fk_moves_draft_id_drafts", ondelete="CASCADE"),
    )


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("moves")
