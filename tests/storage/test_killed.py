"""A writer killed at any moment leaves all that it was told was written, and nothing by halves."""

from __future__ import annotations

import sys

import pytest

from planner.domain.state import replay
from planner.storage import Store
from tests.storage.killing import kill_often
from tests.storage.samples import PLAN

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL and fork are not known there")


def test_every_acknowledged_write_is_there_after_the_writer_was_killed(store: Store, url: str) -> None:
    judge(store, kill_often(url, 10))


def judge(store: Store, acknowledged: list[tuple[int, str]]) -> None:
    """The record holds all that was acknowledged, whole writes only, and is sound."""
    entries = store.entries(PLAN, since_number=1)
    there = {entry.number: entry.after["note"] for entry in entries}
    pairs = [(one.subject, other.subject) for one, other in zip(entries[::2], entries[1::2], strict=True)]
    assert len(acknowledged) > 20
    assert [(number, note) for number, note in acknowledged if there.get(number) != note] == []
    assert [pair for pair in pairs if pair[0].replace("A-", "B-") != pair[1]] == []
    assert store.audit()[0].findings == ()
    assert store.state(PLAN) == replay(PLAN, store.entries(PLAN))
