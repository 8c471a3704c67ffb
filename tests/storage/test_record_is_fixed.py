"""The database itself refuses to rewrite the record, whoever asks."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from planner.storage import Store, dialect, tables
from tests.storage.samples import PLAN, tick, write

ROW = f"'{PLAN}', 1, 1, '2024-01-02', '2024-01-01', 'x', 'plan', '{PLAN}', '{{}}', '{{}}', ''"


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
        f"kind, subject, before, after, why) VALUES (1, {ROW.replace('1, 1', '77, 77')})",
    ],
)
def test_a_row_of_the_record_cannot_be_changed_deleted_or_replaced(
    store: Store, tmp_path: Path, statement: str
) -> None:
    write(store, tick())
    before = store.entries(PLAN)
    connection = sqlite3.connect(tmp_path / "mpp.db")
    with pytest.raises(sqlite3.IntegrityError, match="record rows are never"):
        connection.execute(statement)
    connection.commit()
    connection.close()
    assert store.entries(PLAN) == before


def test_the_program_itself_is_refused_too(store: Store, tmp_path: Path) -> None:
    engine = dialect.open_engine(f"sqlite:///{tmp_path}/mpp.db")
    with (
        pytest.raises(IntegrityError, match="record rows are never changed"),
        dialect.writing(engine) as connection,
    ):
        connection.execute(tables.record.update().values(why="lain"))
    engine.dispose()


def test_the_record_still_grows(store: Store) -> None:
    assert write(store, tick()).entries[0].number == 2


def test_a_plan_with_a_record_cannot_be_deleted(store: Store, tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "mpp.db")
    connection.execute("PRAGMA foreign_keys=ON")
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        connection.execute("DELETE FROM plan")
    connection.close()
