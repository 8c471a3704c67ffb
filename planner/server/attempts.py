"""How often somebody may try to sign in: as one name from one address, and from an address at all.

Why failures count for name and address together: a whole office comes from one address, and one who types
wrong there must not keep the others out; nor may a stranger elsewhere keep out a name by this (the lock in
the database, which does, tells of it). The wide limit on all tries of an address keeps the work of checking
passwords small.
"""

from __future__ import annotations

import time
from math import ceil
from typing import Final

from limits import RateLimitItem, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

TRIES_OF_AN_ADDRESS: Final = RateLimitItemPerMinute(60, namespace="tries")
FAILURES_OF_A_NAME_THERE: Final = RateLimitItemPerMinute(5, namespace="failures")


class Attempts:
    """Counts tries in moving windows of a minute, for this process."""

    def __init__(self) -> None:
        """Start with nothing counted."""
        self._windows = MovingWindowRateLimiter(MemoryStorage())

    def wait(self, address: str, login: str) -> int:
        """Seconds until the next try may be made; 0 for now, and then it is counted."""
        if not self._windows.test(FAILURES_OF_A_NAME_THERE, address, login):
            return self._left(FAILURES_OF_A_NAME_THERE, address, login)
        if not self._windows.hit(TRIES_OF_AN_ADDRESS, address):
            return self._left(TRIES_OF_AN_ADDRESS, address)
        return 0

    def failed(self, address: str, login: str) -> None:
        """Count a failure."""
        self._windows.hit(FAILURES_OF_A_NAME_THERE, address, login)

    def _left(self, window: RateLimitItem, *key: str) -> int:
        return max(ceil(self._windows.get_window_stats(window, *key).reset_time - time.time()), 1)
