"""The facade that pages and commands know: snapshots of plans, changes to them, their record."""

from planner.storage.store import Invalid, Stale, Written
from planner.workspace.facade import Outcome, Refused, Workspace
from planner.workspace.snapshot import Broken, Missing, Snapshot, launch_holds

__all__ = [
    "Broken",
    "Invalid",
    "Missing",
    "Outcome",
    "Refused",
    "Snapshot",
    "Stale",
    "Workspace",
    "Written",
    "launch_holds",
]
