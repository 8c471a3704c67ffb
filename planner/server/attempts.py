"""How often somebody may try to sign in: by address, and by the name they try.

Why only failures count narrowly: a whole office comes from one address at eight in the morning. The wide
limit on all tries of an address keeps the work of checking passwords small.
"""

from __future__ import annotations

import time
from math import ceil
from typing import Final

from limits import RateLimitItem, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

TRIES_OF_AN_ADDRESS: Final = RateLimitItemPerMinute(60, namespace="tries")
FAILURES_OF_AN_ADDRESS: Final = RateLimitItemPerMinute(10, namespace="address")
FAILURES_OF_A_LOGIN: Final = RateLimitItemPerMinute(5, namespace="login")


class Attempts:
    """Counts tries in moving windows of a minute, for this process."""

    def __init__(self) -> None:
        """Start with nothing counted."""
        self._windows = MovingWindowRateLimiter(MemoryStorage())

    def wait(self, address: str, login: str) -> int:
        """Seconds until the next try may be made; 0 for now, and then it is counted."""
        for window, key in ((FAILURES_OF_AN_ADDRESS, address), (FAILURES_OF_A_LOGIN, login)):
            if not self._windows.test(window, key):
                return self._left(window, key)
        if not self._windows.hit(TRIES_OF_AN_ADDRESS, address):
            return self._left(TRIES_OF_AN_ADDRESS, address)
        return 0

    def failed(self, address: str, login: str) -> None:
        """Count a failure."""
        self._windows.hit(FAILURES_OF_AN_ADDRESS, address)
        self._windows.hit(FAILURES_OF_A_LOGIN, login)

    def _left(self, window: RateLimitItem, key: str) -> int:
        return max(ceil(self._windows.get_window_stats(window, key).reset_time - time.time()), 1)
