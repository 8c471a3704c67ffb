"""An installation of its own for every test of the screens: database, evidence, clock, checklists."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
import streamlit as st
from streamlit.components.v2 import manifest_scanner

from planner.catalog.library import Library
from planner.storage.files import FolderFiles
from planner.storage.store import Store
from planner.ui import style
from planner.workspace import Workspace, opening
from tests.ui.screen import Screen

NOW = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
DATABASE = "mpp.db"


def _now() -> datetime:
    return NOW


@pytest.fixture(scope="session", autouse=True)
def scanned_once() -> Iterator[None]:
    """Which installed packages bring components is found out once, not anew for every run of a page.

    Why: reading the metadata of every installed package takes longer than drawing a page.
    """
    with pytest.MonkeyPatch.context() as patch:
        once = cache(manifest_scanner.scan_component_manifests)
        patch.setattr(manifest_scanner, "scan_component_manifests", once)
        yield


def _workspace(database: Path, evidence: Path, library: Library) -> Workspace:
    store = Store(f"sqlite:///{database.as_posix()}", _now)
    store.migrate()
    return Workspace(library, store, FolderFiles(evidence), _now)


@pytest.fixture(scope="session")
def library() -> Library:
    """The files of this installation, read once for all tests."""
    return opening.library()


@pytest.fixture(scope="session")
def demos(tmp_path_factory: pytest.TempPathFactory, library: Library) -> Path:
    """A folder with a database that holds the demo plans, and their evidence."""
    folder = tmp_path_factory.mktemp("demos")
    _workspace(folder / DATABASE, folder / "evidence", library).load_demos()
    return folder


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, library: Library) -> Iterator[Path]:
    """The folder of a fresh installation without any plan, which the app will open on 23 November 2026."""
    monkeypatch.setenv("MPP_DATABASE_URL", f"sqlite:///{(tmp_path / DATABASE).as_posix()}")
    monkeypatch.setenv("MPP_EVIDENCE", str(tmp_path / "evidence"))
    monkeypatch.setattr(opening, "_now", _now)
    monkeypatch.setattr(opening, "library", lambda: library)
    monkeypatch.setattr(style, "narrow", lambda: False)
    st.cache_resource.clear()
    yield tmp_path
    st.cache_resource.clear()


@pytest.fixture
def installation(empty: Path, demos: Path) -> Path:
    """The folder of an installation with a fresh copy of the demo plans and their evidence."""
    for file in demos.glob(f"{DATABASE}*"):
        shutil.copy(file, empty / file.name)
    shutil.copytree(demos / "evidence", empty / "evidence", copy_function=os.link)
    return empty


@pytest.fixture
def workspace(installation: Path, library: Library) -> Workspace:
    """The same plans as the app has, for another person and for what a page should say."""
    return _workspace(installation / DATABASE, installation / "evidence", library)


@pytest.fixture
def screen(installation: Path) -> Screen:
    """The app of a visitor who has opened nothing yet, with the demo plans."""
    return Screen()
