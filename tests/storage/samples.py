"""Plans and drafts the storage tests write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from planner.storage import Check, Draft, Store, Written

PLAN = "kota-contoh"
SETTINGS: Mapping[str, Any] = {
    "name": "Kota Contoh",
    "regency": "35.73",
    "checklist": "perpres-89-2021",
    "start": "2024-01-02",
}
FIRST_DAY = date(2024, 1, 2)
DAY = date(2024, 5, 6)


class Ticking:
    """A clock that is a minute later each time it is read."""

    def __init__(self) -> None:
        self.now = datetime(2024, 1, 1, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


def begin(store: Store, plan: str = PLAN) -> None:
    """Begin a plan with its settings on the first day."""
    written = store.write(plan, [Draft("plan", plan, SETTINGS, 0)], actor="Admin", effective_on=FIRST_DAY)
    assert isinstance(written, Written)


def tick(activity: str = "KOM-01", seen: int | None = None, **after: Any) -> Draft:
    """Progress on one activity; done where nothing else is said."""
    return Draft("activity", activity, after or {"status": "done"}, seen)


def write(
    store: Store, *drafts: Draft, on: date = DAY, actor: str = "Staf DPMPTSP", check: Check | None = None
) -> Written:
    """Write what must succeed."""
    written = store.write(PLAN, drafts, actor=actor, effective_on=on, check=check)
    assert isinstance(written, Written), written
    return written


def numbers(written: Written) -> Sequence[int]:
    """Numbers of the entries of a write."""
    return [entry.number for entry in written.entries]
