"""The first tables: drafts, private links, rows of lists, answers.

Revision ID: a1
"""

import sqlalchemy as sa
from alembic import op

revision = "a1"
down_revision = None
branch_labels = ("default",)
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "drafts",
        sa.Column("id", sa.String(22), nullable=False),
        sa.Column("begun_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_drafts"),
    )
    op.create_table(
        "links",
        sa.Column("id", sa.String(22), nullable=False),
        sa.Column("draft_id", sa.String(22), nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_links"),
        sa.ForeignKeyConstraint(["draft_id"], ["drafts.id"], name="fk_links_draft_id_drafts", ondelete="CASCADE"),
        sa.UniqueConstraint("token_hash", name="uq_links_token_hash"),
    )
    op.create_index("ix_links_draft_id", "links", ["draft_id"])
    op.create_table(
        "list_rows",
        sa.Column("draft_id", sa.String(22), nullable=False),
        sa.Column("list_path", sa.String(100), nullable=False),
        sa.Column("row_id", sa.String(40), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("is_removed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("draft_id", "list_path", "row_id", name="pk_list_rows"),
        sa.ForeignKeyConstraint(["draft_id"], ["drafts.id"], name="fk_list_rows_draft_id_drafts", ondelete="CASCADE"),
    )
    op.create_table(
        "answers",
        sa.Column("draft_id", sa.String(22), nullable=False),
        sa.Column("path", sa.String(200), nullable=False),
        sa.Column("typed", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("draft_id", "path", name="pk_answers"),
        sa.ForeignKeyConstraint(["draft_id"], ["drafts.id"], name="fk_answers_draft_id_drafts", ondelete="CASCADE"),
    )


def downgrade() -> None:
    """Drop the tables."""
    for table in ("answers", "list_rows", "links", "drafts"):
        op.drop_table(table)
