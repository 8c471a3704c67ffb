"""Stores on SQLite and on PostgreSQL: a test that asks for a store runs on both.

What only one of them has (a file; a server) is tested with ``sqlite_store`` or ``cluster``.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from planner.storage import Store, database_url
from scripts import postgres
from tests.storage.cluster import Cluster, running
from tests.storage.samples import PLAN, Ticking, begin

Fresh = Callable[[], str]
DATABASE = "mpp"


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty SQLite database with all tables, to be copied."""
    root = tmp_path_factory.mktemp("migrated")
    store = Store(database_url({}, root), Ticking())
    store.migrate()
    store.close()
    return root / "data" / "local" / "mpp.db"


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """The PostgreSQL of this test worker."""
    programs = postgres.find()
    if programs is None:
        pytest.skip("no PostgreSQL was found (see scripts/postgres.py)")
    with running(programs) as cluster:
        yield cluster


@pytest.fixture(scope="session")
def server(cluster: Cluster) -> Cluster:
    """The PostgreSQL with a database that has all tables."""
    store = Store(cluster.create(DATABASE), Ticking())
    store.migrate()
    store.close()
    return cluster


@pytest.fixture(params=["sqlite", "postgresql"])
def backend(request: pytest.FixtureRequest) -> str:
    """Which database the test runs on."""
    name: str = request.param
    return name


@pytest.fixture
def fresh(backend: str, request: pytest.FixtureRequest, tmp_path: Path) -> Fresh:
    """Gives the address of an empty database with all tables; on PostgreSQL it is the same one each time."""
    return on_postgresql(request) if backend == "postgresql" else on_sqlite(request, tmp_path)


def on_sqlite(request: pytest.FixtureRequest, folder: Path) -> Fresh:
    """A copy of the empty file each time."""
    migrated: Path = request.getfixturevalue("migrated")
    numbers = count(1)

    def copy() -> str:
        return f"sqlite:///{shutil.copyfile(migrated, folder / f'mpp-{next(numbers)}.db')}"

    return copy


def on_postgresql(request: pytest.FixtureRequest) -> Fresh:
    """The one database, emptied each time."""
    server: Cluster = request.getfixturevalue("server")

    def emptied() -> str:
        server.empty(DATABASE)
        return server.url(DATABASE)

    return emptied


@pytest.fixture
def url(fresh: Fresh) -> str:
    """Address of an empty database with all tables."""
    return fresh()


@pytest.fixture
def empty(url: str) -> Iterator[Store]:
    """A store without plans."""
    store = Store(url, Ticking())
    yield store
    store.close()


@pytest.fixture
def store(empty: Store) -> Store:
    """A store with one plan, begun on its first day."""
    begin(empty, PLAN)
    return empty


@pytest.fixture
def file(tmp_path: Path, migrated: Path) -> Path:
    """An empty SQLite database with all tables."""
    return shutil.copyfile(migrated, tmp_path / "mpp.db")


@pytest.fixture
def sqlite_store(file: Path) -> Iterator[Store]:
    """A store with one plan, in ``file``."""
    store = Store(f"sqlite:///{file}", Ticking())
    begin(store, PLAN)
    yield store
    store.close()
