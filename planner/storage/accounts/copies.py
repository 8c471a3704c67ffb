"""Accounts in a backup: who may sign in, with the hashes of passwords, and the log; never a session."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Annotated, Any, Final

from pydantic import AwareDatetime, Field
from sqlalchemy import Connection, Table, func, select

from planner.domain.accounts import AccountEvent
from planner.domain.checklist import Frozen
from planner.domain.people import Login, WideRole
from planner.storage import dialect, tables

ACCOUNTS: Final = "accounts/accounts.jsonl"
LOG: Final = "accounts/log.jsonl"
PARTS: Final = (ACCOUNTS, LOG)


class AccountLine(Frozen):
    """An account, as one line tells it."""

    login: Login
    revision: Annotated[int, Field(ge=1)]
    name: str
    email: str | None
    wide: WideRole | None
    province: str | None
    active: bool
    password: str | None
    must_change: bool
    created_at: AwareDatetime


class LogLine(Frozen):
    """An entry of the log, as one line tells it; their order is that of the lines."""

    at: AwareDatetime
    by: str
    login: str
    what: AccountEvent
    before: dict[str, Any]
    after: dict[str, Any]


_LINES: Final = ((ACCOUNTS, tables.account, AccountLine), (LOG, tables.account_log, LogLine))


def count(connection: Connection) -> int:
    """How many accounts there are."""
    return connection.scalar(select(func.count()).select_from(tables.account)) or 0


def lines(connection: Connection) -> Iterator[tuple[str, list[str]]]:
    """The parts of a backup that tell of accounts, by name; none where there are no accounts."""
    if count(connection):
        for part, table, model in _LINES:
            columns = [table.c[name] for name in model.model_fields]
            rows = connection.execute(select(*columns).order_by(*table.primary_key))
            yield part, [_line(row._mapping) for row in rows]


def rows_of(part: str, text: str) -> list[dict[str, Any]]:
    """The rows that a part of a backup tells of. ValueError where it is none."""
    (model,) = (model for name, _, model in _LINES if name == part)
    return [model.model_validate_json(one).model_dump() for one in text.split("\n") if one]


def lay_in(connection: Connection, parts: Mapping[str, Iterable[Mapping[str, Any]]]) -> None:
    """Put the accounts of a backup in the place of those here, and sign everybody out."""
    dialect.release_account_log(connection)
    emptied: tuple[Table, ...] = (
        tables.account_session,
        tables.account_lock,
        tables.account_log,
        tables.account,
    )
    for table in emptied:
        connection.execute(table.delete())
    for part, table, _ in _LINES:
        rows = [dict(row) for row in parts[part]]
        if rows:
            connection.execute(table.insert(), rows)
    dialect.protect_account_log(connection)


def _line(row: Mapping[Any, Any]) -> str:
    told = {
        name: tables.utc(value).isoformat() if isinstance(value, datetime) else value
        for name, value in row.items()
    }
    return json.dumps(told, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
