from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from planner.storage import StorageProblem, Store, database_url
from planner.storage.migrate import FOLDER, HEAD, KNOWN
from planner.storage.tables import metadata
from tests.storage.samples import PLAN, Ticking, begin

ROOT = Path(__file__).parents[2]
START = """
import sys
from datetime import UTC, datetime
from planner.storage import Store

Store(sys.argv[1], lambda: datetime.now(UTC)).migrate()
print("alembic" in sys.modules)
"""


def start(url: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", START, url]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def test_an_empty_database_gets_its_tables_and_getting_them_again_changes_nothing(tmp_path: Path) -> None:
    store = Store(database_url({}, tmp_path), Ticking())
    store.migrate()
    begin(store)
    store.migrate()
    assert store.plans() == (PLAN,)
    store.close()


def test_the_migrations_build_the_tables_the_program_uses(migrated: Path) -> None:
    engine = create_engine(f"sqlite:///{migrated}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert context.get_current_revision() == HEAD
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_the_comparison_of_tables_notices_a_missing_one(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'bare.db'}")
    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)
    assert {difference[1].name for difference in differences if difference[0] == "add_table"} == set(
        metadata.tables
    )
    engine.dispose()


def test_every_constraint_of_the_migrations_has_the_name_of_the_convention(migrated: Path) -> None:
    connection = sqlite3.connect(migrated)
    names = [f"CONSTRAINT {c.name} " for table in metadata.tables.values() for c in table.constraints]
    built = " ".join(
        row[0] for row in connection.execute("SELECT sql FROM sqlite_master WHERE type = 'table'")
    )
    connection.close()
    assert len(names) == 6
    assert [name for name in names if name not in built] == []


def test_the_program_knows_every_migration_in_order() -> None:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    walked = [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()]
    assert tuple(reversed(walked)) == KNOWN


def test_a_database_in_form_is_opened_without_loading_the_migration_tool(tmp_path: Path) -> None:
    url = database_url({}, tmp_path)
    assert [start(url).communicate(timeout=60)[0] for _ in range(2)] == ["True\n", "False\n"]


def test_processes_that_start_together_on_an_empty_database_all_succeed(tmp_path: Path) -> None:
    url = database_url({}, tmp_path)
    started = [start(url) for _ in range(3)]
    assert [(process.communicate(timeout=60)[1], process.returncode) for process in started] == [
        (None, 0)
    ] * 3


def test_a_database_of_a_later_program_is_left_alone(tmp_path: Path, migrated: Path) -> None:
    file = tmp_path / "later.db"
    file.write_bytes(migrated.read_bytes())
    connection = sqlite3.connect(file)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    with pytest.raises(StorageProblem) as problem:
        Store(f"sqlite:///{file}", Ticking()).migrate()
    assert problem.value.message == (
        f"Basis data '{file}' dibuat oleh versi aplikasi yang lebih baru (skema 9999). "
        "Perbarui aplikasi ini, lalu jalankan lagi."
    )


def test_a_migration_that_fails_leaves_the_database_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "other.db"
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE present (something)")
    connection.commit()
    with pytest.raises(StorageProblem, match="table present already exists"):
        Store(f"sqlite:///{file}", Ticking()).migrate()
    assert [row[0] for row in connection.execute("SELECT name FROM sqlite_master")] == ["present"]
    connection.close()
