"""All that differs between the databases: connecting, locking, triggers, what their errors mean.

SQLite is the default; PostgreSQL is meant to run the same code. No other module knows which one it talks to.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, Table, create_engine, event, make_url
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError, DatabaseError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

from planner.storage import problems
from planner.storage.problems import StorageProblem

BUSY_SECONDS = 15
_WRITES = "mpp_writes"
_ONE_MOMENT: Mapping[str, Mapping[str, Any]] = {
    "sqlite": {},
    "postgresql": {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True},
}
_LOCK_SCHEMA: Mapping[str, tuple[str, ...]] = {
    "sqlite": (),
    "postgresql": ("SELECT pg_advisory_xact_lock(892021)",),
}
_INSERT: Mapping[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


def parse(url: str) -> URL:
    """The address in its parts. Raises StorageProblem where it cannot be read or names no lasting place."""
    try:
        parts = make_url(url)
        backend = parts.get_dialect().name
    except (ArgumentError, ValueError) as error:
        raise problems.bad_address(_without_password(url)) from error
    if backend not in _PROTECT:
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
    return re.sub(r"://.*@", "://***@", address)


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


def lock_schema(connection: Connection) -> None:
    """Let one process at a time change the tables; SQLite's writer already holds the only write lock."""
    for statement in _LOCK_SCHEMA[connection.dialect.name]:
        connection.exec_driver_sql(statement)


def insert_if_absent(connection: Connection, table: Table, row: Mapping[str, Any]) -> bool:
    """Insert one row unless its primary key is there; True where it was inserted.

    Another writer's uncommitted row of the same key is waited for.
    """
    statement = _insert(connection)(table).on_conflict_do_nothing()
    return connection.execute(statement, dict(row)).rowcount == 1


def put_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows, or replace the columns of those whose primary key is there."""
    statement = _insert(connection)(table)
    keys = [column.name for column in table.primary_key]
    values = {column.name: statement.excluded[column.name] for column in table.c if column.name not in keys}
    statement = statement.on_conflict_do_update(index_elements=keys, set_=values)
    connection.execute(statement, [dict(row) for row in rows])


def _insert(connection: Connection) -> Any:
    return _INSERT[connection.dialect.name]


_PROTECT: Mapping[str, tuple[str, ...]] = {
    "sqlite": (
        """
        CREATE TRIGGER record_no_update BEFORE UPDATE ON record
        BEGIN SELECT RAISE(ABORT, 'record rows are never changed'); END
        """,
        """
        CREATE TRIGGER record_no_delete BEFORE DELETE ON record
        BEGIN SELECT RAISE(ABORT, 'record rows are never deleted'); END
        """,
        """
        CREATE TRIGGER record_no_replace BEFORE INSERT ON record
        WHEN EXISTS (SELECT 1 FROM record WHERE plan_id = NEW.plan_id AND number = NEW.number)
          OR EXISTS (SELECT 1 FROM record WHERE plan_id = NEW.plan_id AND kind = NEW.kind
                     AND subject = NEW.subject AND revision = NEW.revision)
          OR EXISTS (SELECT 1 FROM record WHERE rowid = NEW.rowid)
        BEGIN SELECT RAISE(ABORT, 'record rows are never replaced'); END
        """,
    ),
    "postgresql": (
        """
        CREATE FUNCTION record_is_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION 'record rows are never changed or deleted' USING ERRCODE = 'restrict_violation';
        END $$
        """,
        """
        CREATE TRIGGER record_no_change BEFORE UPDATE OR DELETE ON record
        FOR EACH ROW EXECUTE FUNCTION record_is_fixed()
        """,
        """
        CREATE TRIGGER record_no_truncate BEFORE TRUNCATE ON record
        FOR EACH STATEMENT EXECUTE FUNCTION record_is_fixed()
        """,
    ),
}


def protect_record(connection: Connection) -> None:
    """Make the database itself refuse to change, delete, replace or empty rows of ``record``.

    Why the third SQLite trigger: INSERT OR REPLACE deletes the old row without firing a delete trigger. A
    migration that rebuilds the table (SQLite's batch mode) loses the triggers and must call this again.
    """
    for statement in _PROTECT[connection.dialect.name]:
        connection.exec_driver_sql(statement)


_MEANINGS = (
    ("unable to open database file", problems.cannot_open),
    ("readonly database", problems.read_only),
    ("file is not a database", problems.not_a_database),
    ("malformed", problems.not_a_database),
    ("database is locked", problems.busy),
    ("disk is full", problems.full),
)


@contextmanager
def _explained(engine: Engine) -> Iterator[None]:
    """Faults of the place become a StorageProblem; faults of the program (a broken rule) pass unchanged."""
    try:
        yield
    except DatabaseError as error:
        if not isinstance(error, OperationalError) and type(error) is not DatabaseError:
            raise
        raise meaning(engine.url, error) from error


def meaning(url: URL, error: DatabaseError) -> StorageProblem:
    """What a refusal by the database means for the person."""
    where, detail = shown(url), str(error.orig)
    for words, problem in _MEANINGS:
        if words in detail:
            return problem(where)
    if file_of(url) is None:
        return problems.cannot_open(where)
    return problems.unusable(where, detail)
