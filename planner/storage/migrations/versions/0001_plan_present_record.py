"""Plans, what stands now, and the record that cannot be rewritten."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from planner.storage import dialect

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Build the three tables and protect the record."""
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "plan",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("last_number", sa.Integer(), nullable=False),
        sa.Column("created_at", moment, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_plan"),
    )
    op.create_table(
        "present",
        sa.Column("plan_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.Column("last_actor", sa.String(), nullable=False),
        sa.Column("last_recorded_at", moment, nullable=False),
        sa.PrimaryKeyConstraint("plan_id", "kind", "subject", name="pk_present"),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name="fk_present_plan_id_plan"),
    )
    op.create_table(
        "record",
        sa.Column("plan_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("effective_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", moment, nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("plan_id", "number", name="pk_record"),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name="fk_record_plan_id_plan"),
        sa.UniqueConstraint(
            "plan_id", "kind", "subject", "revision", name="uq_record_plan_id_kind_subject_revision"
        ),
    )
    dialect.protect_record(op.get_bind())
