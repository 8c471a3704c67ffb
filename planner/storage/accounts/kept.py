"""Rows of accounts and of their log as values; a password's hash is not among them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, select

from planner.domain.accounts import Account, LogEntry
from planner.storage import tables

_account, _lock = tables.account.c, tables.account_lock.c


def accounts() -> Select[Any]:
    """The rows of all accounts, each with the lock that may lie on it."""
    joined = tables.account.outerjoin(tables.account_lock, _account.login == _lock.login)
    return select(tables.account, _lock.locked_until).select_from(joined)


def account(row: Row[Any], now: datetime) -> Account:
    """A row of ``accounts`` as it is at a moment."""
    locked: datetime | None = row.locked_until
    return Account(
        id=row.login,
        name=row.name,
        email=row.email,
        wide=row.wide,
        province=row.province,
        active=row.active,
        must_change=row.must_change,
        locked_until=locked if locked is not None and locked > now else None,
        created_at=row.created_at,
        revision=row.revision,
        password=row.password is not None,
    )


def log_entry(row: Row[Any]) -> LogEntry:
    """A row of the log."""
    return LogEntry(**row._mapping)
