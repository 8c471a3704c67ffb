"""Accounts, their sessions, their failed sign-ins, and the log of them that cannot be rewritten."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from planner.storage import dialect

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Build the four tables and protect the log."""
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "account",
        sa.Column("login", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("wide", sa.String(), nullable=True),
        sa.Column("province", sa.String(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("password", sa.String(), nullable=True),
        sa.Column("must_change", sa.Boolean(), nullable=False),
        sa.Column("created_at", moment, nullable=False),
        sa.PrimaryKeyConstraint("login", name="pk_account"),
        sa.UniqueConstraint("email", name="uq_account_email"),
    )
    op.create_table(
        "account_session",
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("login", sa.String(), nullable=False),
        sa.Column("begun_at", moment, nullable=False),
        sa.Column("used_at", moment, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_account_session"),
        sa.ForeignKeyConstraint(["login"], ["account.login"], name="fk_account_session_login_account"),
    )
    op.create_index("ix_account_session_login", "account_session", ["login"])
    op.create_table(
        "account_lock",
        sa.Column("login", sa.String(), nullable=False),
        sa.Column("tried_at", sa.JSON(), nullable=False),
        sa.Column("last_at", moment, nullable=False),
        sa.Column("locked_until", moment, nullable=True),
        sa.PrimaryKeyConstraint("login", name="pk_account_lock"),
    )
    op.create_table(
        "account_log",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", moment, nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("login", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_account_log"),
    )
    dialect.protect_account_log(op.get_bind())
