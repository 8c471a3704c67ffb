"""Opening the workspace of this installation: its folders, its database, its clock."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from planner.catalog.library import Library
from planner.catalog.places import project_root, resource
from planner.storage.files import EvidenceFiles
from planner.storage.location import database_url
from planner.storage.store import Store
from planner.workspace.facade import Workspace

EVIDENCE_FOLDER = "MPP_EVIDENCE"


def open_workspace(env: Mapping[str, str]) -> Workspace:
    """Workspace over ``MPP_DATABASE_URL`` and ``MPP_EVIDENCE`` (default: under data/local/), ready for use.

    Raises StorageProblem, with a sentence for the person, where the database cannot be used.
    """
    return _open(*_places(env))


def shared_workspace(env: Mapping[str, str]) -> Workspace:
    """The one workspace of this process for these settings: what it has read once, every visitor shares."""
    return _shared(*_places(env))


def _places(env: Mapping[str, str]) -> tuple[str, Path]:
    root = project_root()
    evidence = Path(env.get(EVIDENCE_FOLDER) or root / "data" / "local" / "evidence")
    return database_url(env, root), evidence


def _open(address: str, evidence: Path) -> Workspace:
    store = Store(address, _now)
    store.migrate()
    return Workspace(library(), store, EvidenceFiles(evidence), _now)


_shared = cache(_open)


def library() -> Library:
    """The files that came with this installation."""
    return Library(resource("checklists"), resource("data"))


def _now() -> datetime:
    return datetime.now(UTC)
