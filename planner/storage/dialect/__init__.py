"""All that differs between the databases: connecting, locking, triggers, what their errors mean.

SQLite is the default; the tests of the storage run on PostgreSQL too. No module outside this folder knows
which one it talks to.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any

from sqlalchemy import Connection, Engine, Table, create_engine, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DatabaseError
from sqlalchemy.exc import TimeoutError as NoConnectionFree
from sqlalchemy.pool import ConnectionPoolEntry

from planner.storage import problems
from planner.storage.dialect import faults
from planner.storage.dialect.address import file_of, file_url, parse, shown
from planner.storage.dialect.faults import meaning, no_row, of_the_place
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

__all__ = [
    "file_of",
    "file_url",
    "insert_if_absent",
    "lock_accounts",
    "lock_schema",
    "lock_tables",
    "meaning",
    "no_row",
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


def open_engine(url: str) -> Engine:
    """An engine, not yet connected. JSON is stored compact, as UTF-8, without NaN.

    Its errors tell no values: hashes of passwords are among them.
    """
    parts = parse(url)
    to_json = partial(json.dumps, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    create = partial(create_engine, parts, json_serializer=to_json, hide_parameters=True)
    try:
        if file_of(parts) is None:
            return create(pool_pre_ping=True)
        engine = create(connect_args={"timeout": BUSY_SECONDS})
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


@contextmanager
def _explained(engine: Engine) -> Iterator[None]:
    """Faults of the place become a StorageProblem; faults of the program (a broken rule) pass."""
    try:
        yield
    except NoConnectionFree as error:
        raise problems.busy(shown(engine.url)) from error
    except DatabaseError as error:
        if not of_the_place(error):
            faults.without_values(error)
            raise
        raise meaning(engine.url, error) from error
