"""The database itself refuses to rewrite the record, whoever asks."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import LiteralString

import pytest
from psycopg.errors import RestrictViolation
from sqlalchemy.exc import IntegrityError

from planner.storage import Store, dialect, tables
from tests.storage.cluster import Cluster
from tests.storage.conftest import DATABASE
from tests.storage.samples import PLAN, Ticking, begin, tick, write

SEAL = "0" * 64
ROW = f"'{PLAN}', 1, 1, '2024-01-02', '2024-01-01', 'x', 'plan', '{PLAN}', '{{}}', '{{}}', '', '{SEAL}'"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE record SET why = 'lain' WHERE number = 1",
        "UPDATE OR REPLACE record SET number = 1 WHERE number = 2",
        "UPDATE record SET number = 99",
        "DELETE FROM record WHERE number = 2",
        "DELETE FROM record",
        f"INSERT OR REPLACE INTO record VALUES ({ROW})",
        f"INSERT OR REPLACE INTO record VALUES ({ROW.replace('1, 1', '77, 1')})",
        f"INSERT INTO record VALUES ({ROW}) ON CONFLICT DO UPDATE SET why = 'lain'",
        "INSERT OR REPLACE INTO record (rowid, plan_id, number, revision, effective_on, recorded_at, actor, "
        f"kind, subject, before, after, why, hash) VALUES (1, {ROW.replace('1, 1', '77, 77')})",
    ],
)
def test_a_row_of_the_record_cannot_be_changed_deleted_or_replaced(
    sqlite_store: Store, file: Path, statement: str
) -> None:
    write(sqlite_store, tick())
    before = sqlite_store.entries(PLAN)
    connection = sqlite3.connect(file)
    with pytest.raises(sqlite3.IntegrityError, match="record rows are never"):
        connection.execute(statement)
    connection.commit()
    connection.close()
    assert sqlite_store.entries(PLAN) == before


def test_the_program_itself_is_refused_too(store: Store, url: str) -> None:
    engine = dialect.open_engine(url)
    with (
        pytest.raises(IntegrityError, match="record rows are never changed"),
        dialect.writing(engine) as connection,
    ):
        connection.execute(tables.record.update().values(why="lain"))
    engine.dispose()


def test_the_record_still_grows(store: Store) -> None:
    assert write(store, tick()).entries[0].number == 2


def test_a_plan_with_a_record_cannot_be_deleted(sqlite_store: Store, file: Path) -> None:
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA foreign_keys=ON")
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        connection.execute("DELETE FROM plan")
    connection.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE record SET why = 'lain' WHERE number = 1",
        "UPDATE record SET number = 99",
        "DELETE FROM record WHERE number = 2",
        "TRUNCATE record",
        "TRUNCATE plan CASCADE",
        f"INSERT INTO record VALUES ({ROW}) ON CONFLICT (plan_id, number) DO UPDATE SET why = 'lain'",
    ],
)
def test_postgresql_refuses_to_change_delete_or_empty_the_record(
    server: Cluster, statement: LiteralString
) -> None:
    server.empty(DATABASE)
    with closing(Store(server.url(DATABASE), Ticking())) as store:
        begin(store)
        write(store, tick())
        before = store.entries(PLAN)
        with (
            server.connect(DATABASE) as connection,
            pytest.raises(RestrictViolation, match="record rows are never"),
        ):
            connection.execute(statement)
        assert store.entries(PLAN) == before


def test_an_entry_without_a_seal_is_refused(store: Store, url: str) -> None:
    engine = dialect.open_engine(url)
    row = {**store.entries(PLAN)[0].model_dump(exclude={"plan"}), "plan_id": PLAN, "number": 2, "revision": 2}
    with pytest.raises(IntegrityError, match="sealed"), dialect.writing(engine) as connection:
        connection.execute(tables.record.insert().values(row))
    engine.dispose()
