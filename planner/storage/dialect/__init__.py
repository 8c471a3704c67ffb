"""All that differs between the databases: connecting, locking, triggers, what their errors mean.

SQLite is the default; the tests of the storage run on PostgreSQL too. No module outside this folder knows
which one it talks to.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, Table, create_engine, event, make_url
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError, DatabaseError, OperationalError, ProgrammingError
from sqlalchemy.exc import TimeoutError as NoConnectionFree
from sqlalchemy.pool import ConnectionPoolEntry

from planner.storage import problems
from planner.storage.dialect.guards import (
    lock_accounts,
    lock_schema,
    lock_tables,
    protect_account_log,
    protect_record,
    release_account_log,
    release_record,
    require_seals,
)
from planner.storage.problems import StorageProblem

__all__ = [
    "file_of",
    "file_url",
    "insert_if_absent",
    "lock_accounts",
    "lock_schema",
    "lock_tables",
    "meaning",
    "open_engine",
    "parse",
    "protect_account_log",
    "protect_record",
    "put_rows",
    "reading",
    "release_account_log",
    "release_record",
    "require_seals",
    "shown",
    "writing",
]
BUSY_SECONDS = 15
_WRITES = "mpp_writes"
_ONE_MOMENT: Mapping[str, Mapping[str, Any]] = {
    "sqlite": {},
    "postgresql": {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True},
}
_INSERT: Mapping[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


def parse(url: str) -> URL:
    """The address in its parts. Raises StorageProblem where it cannot be read or names no lasting place."""
    try:
        parts = make_url(url)
        backend = parts.get_dialect().name
    except (ArgumentError, ValueError) as error:
        raise problems.bad_address(_without_password(url)) from error
    if backend not in _INSERT:
        raise problems.unsupported(shown(parts), backend)
    if backend == "sqlite" and parts.database in (None, "", ":memory:"):
        raise problems.in_memory(url)
    return parts


def shown(url: URL) -> str:
    """The address as a person may see it: a file's path, or the address without its password."""
    if url.get_backend_name() == "sqlite" and url.database:
        return url.database
    return url.render_as_string(hide_password=True)


def _without_password(address: str) -> str:
    """An address that nobody could read, without any part of it that could be a password."""
    kind, mark, rest = address.partition("://") if "://" in address else ("", "", address)
    hidden, at, place = rest.rpartition("@")
    unclear = not at and not place.startswith("/") and ":" in place
    return f"{kind}{mark}{'***' if hidden or unclear else ''}{at}{'' if unclear else place}"


def file_url(path: Path) -> str:
    """The address of a database in one file."""
    return URL.create("sqlite", database=str(path)).render_as_string()


def file_of(url: URL) -> Path | None:
    """The file a database lives in; None where a server keeps it."""
    return Path(url.database or "") if url.get_backend_name() == "sqlite" else None


def open_engine(url: str) -> Engine:
    """An engine, not yet connected. JSON is stored compact, as UTF-8, without NaN."""
    parts = parse(url)
    to_json = partial(json.dumps, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    try:
        if file_of(parts) is None:
            return create_engine(parts, json_serializer=to_json, pool_pre_ping=True)
        engine = create_engine(parts, json_serializer=to_json, connect_args={"timeout": BUSY_SECONDS})
    except ModuleNotFoundError as error:
        raise problems.no_driver(shown(parts), error.name or parts.drivername) from error
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, entry: ConnectionPoolEntry) -> None:
    """The driver must not begin transactions by itself: ``_begin_sqlite`` says which kind."""
    connection.isolation_level = None
    for pragma in (
        f"busy_timeout={BUSY_SECONDS * 1000}",
        "journal_mode=WAL",
        "synchronous=NORMAL",
        "foreign_keys=ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    """A writer takes the write lock at once.

    Why: one that reads first and locks later is refused when another wrote in between.
    """
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction whose queries all see the same moment. Raises StorageProblem."""
    with _explained(engine), engine.connect() as connection:
        connection.execution_options(**_ONE_MOMENT[engine.dialect.name])
        with connection.begin():
            yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that writes: committed at the end, undone by any exception. Raises StorageProblem."""
    writer = engine.execution_options(**{_WRITES: True})
    with _explained(engine), writer.begin() as connection:
        yield connection


def insert_if_absent(connection: Connection, table: Table, row: Mapping[str, Any]) -> bool:
    """Insert one row unless its primary key is there; True where it was inserted.

    Another writer's uncommitted row of the same key is waited for.
    """
    statement = _insert(connection)(table).on_conflict_do_nothing().returning(*table.primary_key)
    return connection.execute(statement, dict(row)).one_or_none() is not None


def put_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows, or replace the columns of those whose primary key is there."""
    statement = _insert(connection)(table)
    keys = [column.name for column in table.primary_key]
    values = {column.name: statement.excluded[column.name] for column in table.c if column.name not in keys}
    statement = statement.on_conflict_do_update(index_elements=keys, set_=values)
    connection.execute(statement, [dict(row) for row in rows])


def _insert(connection: Connection) -> Any:
    return _INSERT[connection.dialect.name]


_MEANINGS = (
    ("unable to open database file", problems.cannot_open),
    ("readonly database", problems.read_only),
    ("file is not a database", problems.not_a_database),
    ("malformed", problems.not_a_database),
    ("database is locked", problems.busy),
    ("disk is full", problems.full),
)
_STATES = {
    "25006": problems.read_only,
    "40P01": problems.busy,
    "42501": problems.read_only,
    "53100": problems.full,
    "53300": problems.busy,
    "55P03": problems.busy,
}
"""PostgreSQL's codes (SQLSTATE): read-only, deadlock, no permission, disk full, nothing free."""
_NO_SUCH_TABLE = "42P01"


@contextmanager
def _explained(engine: Engine) -> Iterator[None]:
    """Faults of the place become a StorageProblem; faults of the program (a broken rule) pass unchanged.

    A complaint about no statement at all is about the address: an option in it that nobody knows.
    """
    try:
        yield
    except NoConnectionFree as error:
        raise problems.busy(shown(engine.url)) from error
    except DatabaseError as error:
        of_the_place = isinstance(error, OperationalError) or type(error) is DatabaseError
        of_the_place = of_the_place or (isinstance(error, ProgrammingError) and error.statement is None)
        if not of_the_place and _state(error) not in {*_STATES, _NO_SUCH_TABLE}:
            raise
        raise meaning(engine.url, error) from error


def meaning(url: URL, error: DatabaseError) -> StorageProblem:
    """What a refusal by the database means for the person."""
    where, detail, state = shown(url), str(error.orig), _state(error)
    if state in _STATES:
        return _STATES[state](where)
    for words, problem in _MEANINGS:
        if words in detail:
            return problem(where)
    if file_of(url) is None and state != _NO_SUCH_TABLE:
        return problems.cannot_open(where)
    return problems.unusable(where, detail.partition("\n")[0])


def _state(error: DatabaseError) -> str | None:
    """PostgreSQL's code for the fault; None for a connection that was refused, and for SQLite."""
    return getattr(error.orig, "sqlstate", None)
