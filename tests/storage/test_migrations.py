from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, select
from sqlalchemy.exc import DatabaseError

from planner.storage import StorageProblem, Store, database_url, dialect, tables
from planner.storage.accounts import AccountBook
from planner.storage.audit import standing_of
from planner.storage.migrate import FOLDER, HEAD, KNOWN
from planner.storage.rows import present_row
from planner.storage.tables import metadata
from tests.storage.cluster import Cluster
from tests.storage.conftest import DATABASE, Fresh
from tests.storage.samples import PLAN, Ticking, begin, tick, write

ROOT = Path(__file__).parents[2]
START = """
import sys
from datetime import UTC, datetime
from planner.storage import Store

Store(sys.argv[1], lambda: datetime.now(UTC)).migrate()
print("alembic" in sys.modules)
"""


def start(url: str) -> subprocess.Popen[str]:
    started = [sys.executable, "-c", START, url]
    return subprocess.Popen(started, cwd=ROOT, stdout=subprocess.PIPE, text=True)


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
    assert len(names) == 12
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


def upgrade(connection: Connection, revision: str) -> None:
    """Run the migrations up to one of them."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


@pytest.fixture
def before_seals(fresh: Fresh, backend: str, tmp_path: Path, request: pytest.FixtureRequest) -> str:
    """Address of a database as it was before entries were sealed, with a plan of three entries."""
    with closing(Store(fresh(), Ticking())) as store:
        begin(store)
        write(store, tick(note="é “kutip” 🏛"), tick("KOM-02"))
        content = store.entries(PLAN)
        state = store.state(PLAN)
    assert state is not None
    url = old_database(backend, tmp_path, request)
    engine = dialect.open_engine(url)
    hashless = [c.name for c in tables.record.c if c.name != "hash"]
    with dialect.writing(engine) as connection:
        upgrade(connection, "0001")
        plan = {"id": PLAN, "last_number": 3, "created_at": content[0].recorded_at}
        connection.execute(tables.plan.insert().values(plan))
        rows = [{"plan_id": PLAN, **entry.model_dump(exclude={"plan"})} for entry in content]
        assert set(rows[0]) == set(hashless)
        connection.execute(tables.record.insert(), rows)
        present = [present_row(PLAN, key, stands) for key, stands in standing_of(content).items()]
        connection.execute(tables.present.insert(), present)
    engine.dispose()
    return url


def old_database(backend: str, folder: Path, request: pytest.FixtureRequest) -> str:
    """Address of a database without tables."""
    if backend == "sqlite":
        return f"sqlite:///{folder / 'old.db'}"
    cluster: Cluster = request.getfixturevalue("cluster")
    return cluster.create(folder.name)


def test_a_record_from_before_seals_is_sealed_and_still_fixed(before_seals: str) -> None:
    with closing(Store(before_seals, Ticking())) as store:
        store.migrate()
        (audited,) = store.audit()
        assert (audited.entries, audited.findings) == (3, ())
        write(store, tick(note="sesudah pembaruan"))
        assert store.audit()[0].findings == ()
    engine = dialect.open_engine(before_seals)
    for statement in ("UPDATE record SET why = 'lain'", "DELETE FROM record"):
        with (
            pytest.raises(DatabaseError, match="record rows are never"),
            dialect.writing(engine) as connection,
        ):
            connection.exec_driver_sql(statement)
    engine.dispose()


def test_an_earlier_program_still_at_work_cannot_write_unsealed_entries(before_seals: str) -> None:
    with closing(Store(before_seals, Ticking())) as store:
        store.migrate()
    engine = dialect.open_engine(before_seals)
    with dialect.reading(engine) as connection:
        row = dict(connection.execute(select(tables.record).limit(1)).one()._mapping)
    del row["hash"]
    with pytest.raises(DatabaseError, match="sealed"), dialect.writing(engine) as connection:
        connection.execute(tables.record.insert().values({**row, "number": 4, "revision": 9}))
    engine.dispose()


def test_a_database_from_before_accounts_gets_them(before_seals: str) -> None:
    with closing(AccountBook(before_seals, Ticking())) as book:
        book.migrate()
        assert not book.any()
        book.add("dpmptsp", {"name": "DPMPTSP"}, None, by="mpp", must_change=False)
        assert [(entry.number, entry.what) for entry in book.log()] == [(1, "added")]


def test_postgresql_gets_the_tables_the_program_uses(server: Cluster) -> None:
    engine = dialect.open_engine(server.url(DATABASE))
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert context.get_current_revision() == HEAD
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_processes_that_start_together_on_an_empty_postgresql_all_succeed(cluster: Cluster) -> None:
    url = cluster.create("together")
    started = [start(url) for _ in range(3)]
    assert [(process.communicate(timeout=60)[1], process.returncode) for process in started] == [
        (None, 0)
    ] * 3


def test_a_postgresql_without_tables_says_so(cluster: Cluster) -> None:
    with closing(Store(cluster.create("bare"), Ticking())) as store, pytest.raises(StorageProblem) as problem:
        store.plans()
    assert 'relation "plan" does not exist' in problem.value.message


def test_a_postgresql_that_does_not_answer_says_so(cluster: Cluster) -> None:
    with (
        closing(Store(cluster.url("tidak-ada"), Ticking())) as store,
        pytest.raises(StorageProblem) as problem,
    ):
        store.plans()
    assert "tidak dapat dibuka" in problem.value.message
