from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from planner.storage import Store, database_url
from tests.storage.samples import PLAN, Ticking, begin

NewStore = Callable[[Path], Store]


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database with all tables, to be copied."""
    root = tmp_path_factory.mktemp("migrated")
    store = Store(database_url({}, root), Ticking())
    store.migrate()
    store.close()
    return root / "data" / "local" / "mpp.db"


@pytest.fixture(scope="session")
def new_store(migrated: Path) -> NewStore:
    """Makes a store on a fresh copy of the empty database, at the path given."""

    def make(file: Path) -> Store:
        shutil.copyfile(migrated, file)
        return Store(f"sqlite:///{file}", Ticking())

    return make


@pytest.fixture
def empty(tmp_path: Path, new_store: NewStore) -> Iterator[Store]:
    """A store without plans."""
    store = new_store(tmp_path / "mpp.db")
    yield store
    store.close()


@pytest.fixture
def store(empty: Store) -> Store:
    """A store with one plan, begun on its first day."""
    begin(empty, PLAN)
    return empty
