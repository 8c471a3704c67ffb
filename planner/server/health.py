"""Whether the work can be reached: asked by whoever watches over the server."""

from __future__ import annotations

from planner.server.startup import wait_until_loaded, workspace


def database_ok() -> bool:
    """Whether the plans can be read now; the answer waits until the server has loaded what it needs."""
    wait_until_loaded()
    from planner.workspace import StorageProblem

    try:
        workspace().plans()
    except StorageProblem:
        return False
    return True
