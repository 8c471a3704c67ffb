"""A workspace on a real database, a small checklist on disk and a clock that stands still."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.catalog.library import Library
from planner.catalog.places import resource
from planner.storage.files import FolderFiles
from planner.storage.store import Store
from planner.workspace import Workspace
from tests.workspace.office import PLAN, Clock, Office, begin

SMALL_CHECKLIST = Path(__file__).parents[1] / "broken" / "base"


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with all tables and no plan, to be copied."""
    file = tmp_path_factory.mktemp("empty") / "mpp.db"
    store = Store(f"sqlite:///{file}", Clock())
    store.migrate()
    store.close()
    return file


@pytest.fixture
def office(tmp_path: Path, empty_database: Path) -> Iterator[Office]:
    """A workspace without plans."""
    clock = Clock()
    shutil.copyfile(empty_database, tmp_path / "mpp.db")
    shutil.copytree(SMALL_CHECKLIST, tmp_path / "checklists" / "contoh")
    store = Store(f"sqlite:///{tmp_path / 'mpp.db'}", clock)
    library = Library(tmp_path / "checklists", resource("data"))
    yield Office(Workspace(library, store, FolderFiles(tmp_path / "evidence"), clock), tmp_path, clock)
    store.close()


@pytest.fixture
def started(office: Office) -> Office:
    """A workspace with one plan of two agencies, begun on its first day."""
    begin(office, PLAN)
    return office
