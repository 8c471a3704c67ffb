"""The tables: plans, what stands now, and the record it is folded from.

``record`` is the truth and only grows; ``present`` is the fold of the record's entries of each subject, kept
so that a page need not replay. Both are written in the same transaction, nowhere else. ``hash`` is the seal
of an entry (``planner/storage/seal.py``), ``last_hash`` the seal of a plan's last one; the database refuses
an entry without one, though the column was added with an empty default.

Accounts are beside the plans: ``account`` and ``account_log`` (which only grows) stay, ``account_lock`` and
``account_session`` pass. A session is kept by the SHA-256 of its token, never by the token.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.types import TypeDecorator


def utc(moment: datetime) -> datetime:
    """The same moment in UTC; ValueError for one without a zone, which could be any of several."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    return moment.astimezone(UTC)


class Moment(TypeDecorator[datetime]):
    """A moment, always given with its zone and always returned in UTC.

    Why: some databases forget the zone, and a moment without one becomes another moment elsewhere.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To the database: in UTC."""
        return None if value is None else utc(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """From the database: a moment without a zone was stored in UTC."""
        if value is None:
            return None
        moment: datetime = value
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

plan = Table(
    "plan",
    metadata,
    Column("id", String, primary_key=True),
    Column("last_number", Integer, nullable=False),
    Column("last_hash", String(64), nullable=False, server_default=""),
    Column("created_at", Moment, nullable=False),
)

present = Table(
    "present",
    metadata,
    Column("plan_id", String, ForeignKey("plan.id"), primary_key=True),
    Column("kind", String, primary_key=True),
    Column("subject", String, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("data", JSON, nullable=False),
    Column("last_actor", String, nullable=False),
    Column("last_recorded_at", Moment, nullable=False),
)

record = Table(
    "record",
    metadata,
    Column("plan_id", String, ForeignKey("plan.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("revision", Integer, nullable=False),
    Column("effective_on", Date, nullable=False),
    Column("recorded_at", Moment, nullable=False),
    Column("actor", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("before", JSON, nullable=False),
    Column("after", JSON, nullable=False),
    Column("why", Text, nullable=False),
    Column("hash", String(64), nullable=False, server_default=""),
    UniqueConstraint("plan_id", "kind", "subject", "revision"),
)

account = Table(
    "account",
    metadata,
    Column("login", String, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("name", String, nullable=False),
    Column("email", String, unique=True),
    Column("wide", String),
    Column("province", String),
    Column("active", Boolean, nullable=False),
    Column("password", String),
    Column("must_change", Boolean, nullable=False),
    Column("created_at", Moment, nullable=False),
)

account_session = Table(
    "account_session",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("login", String, ForeignKey("account.login"), nullable=False, index=True),
    Column("begun_at", Moment, nullable=False),
    Column("used_at", Moment, nullable=False),
)

account_lock = Table(
    "account_lock",
    metadata,
    Column("login", String, primary_key=True),
    Column("tried_at", JSON, nullable=False),
    Column("last_at", Moment, nullable=False),
    Column("locked_until", Moment),
)

account_log = Table(
    "account_log",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("by", String, nullable=False),
    Column("login", String, nullable=False),
    Column("what", String, nullable=False),
    Column("before", JSON, nullable=False),
    Column("after", JSON, nullable=False),
)
