"""What is kept of accounts, as values; a password's hash is not among them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, select

from planner.domain.accounts import AccountEvent, AccountFault
from planner.domain.people import WideRole
from planner.storage import tables


@dataclass(frozen=True, slots=True)
class Account:
    """Someone who may sign in; ``id`` is the login, under which the record knows them.

    ``locked_until``: too many sign-ins failed. ``must_change``: the password was given by somebody else.
    ``password``: whether there is one; without, only an identity provider lets this person in.
    """

    id: str
    name: str
    email: str | None
    wide: WideRole | None
    province: str | None
    active: bool
    must_change: bool
    locked_until: datetime | None
    created_at: datetime
    revision: int
    password: bool


@dataclass(frozen=True, slots=True)
class AccountRefused:
    """An account that was not made or changed, and why.

    ``current`` and ``by``, ``at``: where somebody else changed it first, what stands now, and whose it is.
    """

    code: AccountFault
    about: str = ""
    current: Account | None = None
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One thing that happened to an account: by whom, when, and what became of what."""

    number: int
    at: datetime
    by: str
    login: str
    what: AccountEvent
    before: Mapping[str, Any]
    after: Mapping[str, Any]


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
