"""Thousands of writes at once, and two hundred killed writers: the long form of two tests of the storage.

Measured and printed, and unlike the other benchmarks judged: no update may be lost at any speed.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import closing

import pytest

from planner.storage import Store
from tests.storage import load
from tests.storage.conftest import backend, cluster, fresh, migrated, server, url
from tests.storage.killing import kill_often
from tests.storage.samples import Ticking, begin
from tests.storage.test_killed import judge

__all__ = ["backend", "cluster", "fresh", "migrated", "server", "url"]
SIZES = {"sqlite": (10, 200), "postgresql": (50, 60)}
TIMES = 200


@pytest.fixture(scope="session", autouse=True)
def measured(request: pytest.FixtureRequest) -> None:
    """Skips where benchmarks are not measured, before any database is started."""
    if not request.config.getoption("benchmark_enable"):
        pytest.skip("takes minutes; tests/storage does the same in short, `make bench` at length")


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    """A store with one plan."""
    with closing(Store(url, Ticking())) as store:
        begin(store)
        yield store


@pytest.mark.usefixtures("store")
def test_thousands_of_writes_on_two_processes_lose_nothing(
    url: str, backend: str, capsys: pytest.CaptureFixture[str]
) -> None:
    writers, each = SIZES[backend]
    done = load.run(url, writers=writers, each=each, activities=40)
    with capsys.disabled():
        print(f"\n{backend}, {writers} writers: {done.told()}")
    assert done.errors == []
    assert done.written == done.acknowledged
    assert [entry[0] for entry in done.written] == list(range(2, writers * each + 2))
    assert sum(done.counts.values()) == writers * each
    assert done.audited.findings == ()


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL and fork are not known there")
def test_two_hundred_killed_writers_leave_all_that_was_acknowledged(
    store: Store, url: str, backend: str, capsys: pytest.CaptureFixture[str]
) -> None:
    began = time.monotonic()
    acknowledged = kill_often(url, TIMES)
    seconds = time.monotonic() - began
    with capsys.disabled():
        print(
            f"\n{backend}: {TIMES} writers killed in {seconds:.0f} s, {len(acknowledged)} writes acknowledged"
        )
    judge(store, acknowledged)
