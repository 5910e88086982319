"""The history of each draft: events, and what was typed in them.

Revision ID: a5
"""

import sqlalchemy as sa
from alembic import op

revision = "a5"
down_revision = "a4"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables. What happened before has no history."""
    op.create_table(
        "events",
        sa.Column("draft_id", sa.String(22), nullable=False),
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("happened_at", sa.DateTime, nullable=False),
        sa.Column("link_id", sa.String(22), nullable=False),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("path", sa.String(200), nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("commitment", sa.String(64), nullable=False),
        sa.Column("chain", sa.String(64), nullable=False),
        sa.ForeignKeyConstraint(["draft_id"], ["drafts.id"], name="fk_events_draft_id_drafts", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("draft_id", "number", name="pk_events"),
    )
    op.create_table(
        "event_texts",
        sa.Column("draft_id", sa.String(22), nullable=False),
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("salt", sa.String(22), nullable=False),
        sa.Column("old", sa.JSON, nullable=False),
        sa.Column("new", sa.JSON, nullable=False),
        sa.ForeignKeyConstraint(
            ["draft_id", "number"],
            ["events.draft_id", "events.number"],
            name="fk_event_texts_draft_id_events",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("draft_id", "number", name="pk_event_texts"),
    )


def downgrade() -> None:
    """Drop the tables."""
    op.drop_table("event_texts")
    op.drop_table("events")
