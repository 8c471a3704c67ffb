"""Opening the workspace of this installation: its folders, its database, its clock."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache

from planner.catalog.library import Library
from planner.catalog.places import project_root, resource
from planner.storage.files import BucketPlace, FolderPlace, evidence_files, evidence_place
from planner.storage.location import database_url
from planner.storage.store import Store
from planner.workspace.evidence import upload_limit
from planner.workspace.facade import Workspace


def open_workspace(env: Mapping[str, str]) -> Workspace:
    """Workspace over ``MPP_DATABASE_URL`` and ``MPP_EVIDENCE`` (default: under data/local/), ready for use.

    Raises StorageProblem, with a sentence for the person, where the database cannot be used.
    """
    return _open(*_places(env), upload_limit(env))


def shared_workspace(env: Mapping[str, str]) -> Workspace:
    """The one workspace of this process for these settings: what it has read once, every visitor shares."""
    return _shared(*_places(env), upload_limit(env))


def _places(env: Mapping[str, str]) -> tuple[str, FolderPlace | BucketPlace]:
    root = project_root()
    return database_url(env, root), evidence_place(env, root)


def _open(address: str, evidence: FolderPlace | BucketPlace, most_bytes: int) -> Workspace:
    store = Store(address, _now)
    store.migrate()
    workspace = Workspace(library(), store, evidence_files(evidence), _now)
    workspace.most_bytes = most_bytes
    return workspace


_shared = cache(_open)


def library() -> Library:
    """The files that came with this installation."""
    return Library(resource("checklists"), resource("data"))


def _now() -> datetime:
    return datetime.now(UTC)
