"""The facade that pages and commands know: snapshots of plans, changes to them, their record."""

from planner.domain.advice import Action, Hold
from planner.storage.problems import StorageProblem
from planner.storage.store import Invalid, Stale, Written
from planner.workspace.facade import Outcome, Refused, Workspace
from planner.workspace.opening import library, open_workspace, shared_workspace
from planner.workspace.snapshot import Broken, Missing, Snapshot, Version, launch_holds

__all__ = [
    "Action",
    "Broken",
    "Hold",
    "Invalid",
    "Missing",
    "Outcome",
    "Refused",
    "Snapshot",
    "Stale",
    "StorageProblem",
    "Version",
    "Workspace",
    "Written",
    "launch_holds",
    "library",
    "open_workspace",
    "shared_workspace",
]
