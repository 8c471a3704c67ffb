"""Whether the work can be reached: asked by whoever watches over the server."""

from __future__ import annotations

import os
from functools import cache

from planner.workspace import StorageProblem, Workspace, open_workspace


def database_ok() -> bool:
    """Whether the plans can be read now."""
    try:
        _workspace().plans()
    except StorageProblem:
        return False
    return True


@cache
def _workspace() -> Workspace:
    return open_workspace(os.environ)
