"""What may come of asking for a change."""

from __future__ import annotations

from dataclasses import dataclass

from planner.domain.changes import Against
from planner.storage.store import Invalid, Stale, Written
from planner.workspace.snapshot import Broken, Missing


@dataclass(frozen=True, slots=True)
class Refused:
    """What was not written, and what speaks against it; ``position`` is its place (from 0) among several."""

    objections: tuple[Against, ...]
    position: int = 0


Outcome = Written | Stale | Invalid | Refused | Missing | Broken
