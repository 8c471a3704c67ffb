"""What people did: the record, its present state and the evidence files."""

from planner.storage.changes import Check, Draft, Invalid, Stale, Written
from planner.storage.files import EvidenceFiles, FolderFiles
from planner.storage.location import database_url
from planner.storage.problems import StorageProblem
from planner.storage.store import Store

__all__ = [
    "Check",
    "Draft",
    "EvidenceFiles",
    "FolderFiles",
    "Invalid",
    "Stale",
    "StorageProblem",
    "Store",
    "Written",
    "database_url",
]
