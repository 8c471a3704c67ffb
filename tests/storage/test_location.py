from __future__ import annotations

import sqlite3
import subprocess
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError, OperationalError

from planner.launch import to_install
from planner.storage import StorageProblem, Store, database_url, dialect, tables
from tests.storage.samples import DAY, PLAN, Ticking, begin, tick


def test_without_an_address_work_is_kept_in_a_file_under_the_root(tmp_path: Path) -> None:
    url = database_url({}, tmp_path)
    assert url == f"sqlite:///{tmp_path}/data/local/mpp.db"
    assert (tmp_path / "data" / "local").is_dir()


def test_an_empty_address_counts_as_none(tmp_path: Path) -> None:
    assert database_url({"MPP_DATABASE_URL": " "}, tmp_path) == database_url({}, tmp_path)


def test_the_folder_of_a_given_file_is_made(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/simpan/di sini/mpp.db"
    assert database_url({"MPP_DATABASE_URL": url}, tmp_path) == url
    assert (tmp_path / "simpan" / "di sini").is_dir()


def test_a_server_needs_no_folder(tmp_path: Path) -> None:
    url = "postgresql://mpp:rahasia@localhost/mpp"
    assert database_url({"MPP_DATABASE_URL": url}, tmp_path) == url
    assert list(tmp_path.iterdir()) == []


def test_odd_characters_in_the_folder_are_no_obstacle(tmp_path: Path) -> None:
    root = tmp_path / "a b#c%41?d"
    store = Store(database_url({}, root), Ticking())
    store.migrate()
    begin(store)
    assert (root / "data" / "local" / "mpp.db").is_file()
    store.close()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where a folder should be")
    with pytest.raises(StorageProblem) as problem:
        database_url({}, tmp_path)
    assert problem.value.message == (
        f"Folder '{tmp_path}/data/local' tidak dapat dibuat atau ditulisi. "
        "Beri izin tulis pada folder itu atau pilih folder lain."
    )


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("mpp.db", "Alamat basis data 'mpp.db' tidak dapat dibaca."),
        ("foo://a:rahasia@b/c", "Alamat basis data 'foo://***@b/c' tidak dapat dibaca."),
        (
            "postgresql://a:rahasia@b:port/c",
            "Alamat basis data 'postgresql://***@b:port/c' tidak dapat dibaca.",
        ),
        ("://a:rahasia", "Alamat basis data '://***' tidak dapat dibaca."),
        ("a:rahasia@b", "Alamat basis data '***@b' tidak dapat dibaca."),
        ("a:rahasia", "Alamat basis data '***' tidak dapat dibaca."),
        ("sqlite://", "Alamat basis data 'sqlite://' tidak menunjuk berkas"),
        ("sqlite:///:memory:", "Alamat basis data 'sqlite:///:memory:' tidak menunjuk berkas"),
        ("mysql://a:rahasia@b/c", "Basis data 'mysql' pada alamat 'mysql://a:***@b/c' tidak didukung"),
    ],
)
def test_an_address_that_cannot_be_used_is_told_without_its_password(
    tmp_path: Path, address: str, message: str
) -> None:
    for use in (
        lambda: database_url({"MPP_DATABASE_URL": address}, tmp_path),
        lambda: Store(address, Ticking()),
    ):
        with pytest.raises(StorageProblem) as problem:
            use()
        assert problem.value.message.startswith(message)


def test_a_missing_driver_is_named_with_the_command_that_installs_the_one_in_use() -> None:
    with pytest.raises(StorageProblem, match=r"Penggerak basis data 'pg8000' .* belum terpasang") as problem:
        Store("postgresql+pg8000://a:rahasia@b/c", Ticking())
    assert problem.value.message.endswith(to_install("postgres"))


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    (tmp_path / "mpp.db").write_text("Ini bukan basis data." * 100)
    with pytest.raises(StorageProblem, match=r"bukan basis data SQLite atau sudah rusak"):
        Store(f"sqlite:///{tmp_path}/mpp.db", Ticking()).migrate()


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageProblem, match=r"tidak dapat dibuka"):
        Store(f"sqlite:///{tmp_path}", Ticking()).migrate()


def test_a_database_held_by_another_for_too_long_is_told(
    sqlite_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialect, "BUSY_SECONDS", 0)
    holder = sqlite3.connect(tmp_path / "mpp.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    hasty = Store(f"sqlite:///{tmp_path}/mpp.db", Ticking())
    with pytest.raises(StorageProblem, match=r"sedang dipakai proses lain"):
        hasty.write(PLAN, [tick()], actor="Staf", effective_on=DAY)
    assert hasty.last_number(PLAN) == 1
    holder.close()
    hasty.close()


@pytest.mark.parametrize(
    ("url", "detail", "message"),
    [
        ("sqlite:////srv/mpp.db", "attempt to write a readonly database", "hanya dapat dibaca"),
        ("sqlite:////srv/mpp.db", "database or disk is full", "penuh"),
        ("sqlite:////srv/mpp.db", "database disk image is malformed", "sudah rusak"),
        ("sqlite:////srv/mpp.db", "no such table: plan", "tidak dapat dipakai: no such table: plan"),
        ("postgresql+psycopg://a:b@c/d", "connection refused", "tidak dapat dibuka"),
    ],
)
def test_what_the_database_says_is_put_into_words(url: str, detail: str, message: str) -> None:
    error = OperationalError("SELECT 1", None, Exception(detail))
    assert message in dialect.meaning(dialect.parse(url), error).message


def test_a_store_that_was_not_migrated_says_so(tmp_path: Path) -> None:
    with pytest.raises(StorageProblem, match="no such table"):
        Store(f"sqlite:///{tmp_path}/mpp.db", Ticking()).plans()


def test_the_database_waits_logs_ahead_and_keeps_its_references(sqlite_store: Store, tmp_path: Path) -> None:
    engine = dialect.open_engine(f"sqlite:///{tmp_path}/mpp.db")
    with dialect.reading(engine) as connection:
        asked = ("busy_timeout", "journal_mode", "synchronous", "foreign_keys")
        settings = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in asked]
    assert settings == [15000, "wal", 1, 1]
    engine.dispose()


def test_opening_the_store_needs_no_migration_tool() -> None:
    command = "import sys, planner.storage; print('alembic' in sys.modules)"
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", command], cwd=root, capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"


def test_a_broken_rule_of_a_table_tells_no_values(store: Store, url: str) -> None:
    row = {"login": "budi", "revision": 1, "name": None, "active": True, "password": "rahasia" * 2}
    row |= {"must_change": False, "created_at": datetime(2024, 1, 2, tzinfo=UTC)}
    engine = dialect.open_engine(url)
    with pytest.raises(IntegrityError) as broken, dialect.writing(engine) as connection:
        connection.execute(tables.account.insert(), row)
    engine.dispose()
    said = "".join(traceback.format_exception(broken.value))
    assert "name" in said
    assert "rahasia" * 2 not in said
