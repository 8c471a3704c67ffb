"""What only one database understands is written in one folder."""

from __future__ import annotations

import re
from pathlib import Path
from typing import cast

from sqlalchemy import Connection
from sqlalchemy.dialects import postgresql

from planner import storage
from planner.storage import dialect

FOLDER = Path(storage.__file__).parent
DIALECT = sorted(Path(dialect.__file__).parent.glob("*.py"))
ONLY_THERE = re.compile(
    r"PRAGMA|CREATE |TRIGGER|RAISE|ON CONFLICT|on_conflict|BEGIN|TRUNCATE|plpgsql|\bpg_|sqlalchemy\.dialects"
    r"|sqlite_|postgresql_|sqlite3|psycopg|\bdialect\.name|\btext\(|exec_driver_sql|isolation_level"
)


def test_the_words_of_one_database_are_found_in_the_dialect_module() -> None:
    found = {word for path in DIALECT for word in ONLY_THERE.findall(path.read_text(encoding="utf-8"))}
    assert {"PRAGMA", "TRIGGER", "on_conflict", "plpgsql", "exec_driver_sql"} <= found


def test_no_other_module_knows_which_database_it_talks_to() -> None:
    modules = [path for path in FOLDER.rglob("*.py") if path not in DIALECT]
    assert len(modules) >= 10
    offences = {
        str(path.relative_to(FOLDER)): words
        for path in modules
        if (words := ONLY_THERE.findall(path.read_text(encoding="utf-8")))
    }
    assert offences == {}


class Listening:
    """Stands for a connection to PostgreSQL and notes what it is told."""

    def __init__(self) -> None:
        self.dialect = postgresql.dialect()
        self.told: list[str] = []

    def exec_driver_sql(self, statement: str) -> None:
        self.told.append(" ".join(statement.split()))


def test_postgresql_is_told_to_refuse_changing_deleting_and_emptying_the_record() -> None:
    listening = Listening()
    dialect.protect_record(cast("Connection", listening))
    assert [statement.split(" FOR EACH")[0] for statement in listening.told[1:]] == [
        "CREATE TRIGGER record_no_change BEFORE UPDATE OR DELETE ON record",
        "CREATE TRIGGER record_no_truncate BEFORE TRUNCATE ON record",
    ]


def test_postgresql_lets_one_process_at_a_time_change_the_tables() -> None:
    listening = Listening()
    dialect.lock_schema(cast("Connection", listening))
    assert [statement.split("(")[0] for statement in listening.told] == ["SELECT pg_advisory_xact_lock"]
