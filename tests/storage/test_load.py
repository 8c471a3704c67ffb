"""Many writers on two processes: nothing is lost, nobody fails; `make bench` does the same with thousands."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from planner.storage import Store
from tests.storage import load
from tests.storage.samples import PLAN, tick, write

ROOT = Path(__file__).parents[2]
ONE_WRITE = """
import sys
from datetime import UTC, date, datetime
from planner.storage import Draft, Store

store = Store(sys.argv[1], lambda: datetime.now(UTC))
store.plans()
for line in sys.stdin:
    store.write("kota-contoh", [Draft("activity", "KOM-01", {"note": line.strip()}, None)],
                actor="Staf", effective_on=date(2024, 5, 6))
    print("written", flush=True)
"""
WRITERS = {"sqlite": 10, "postgresql": 50}


@pytest.mark.usefixtures("store")
def test_writers_on_two_processes_lose_nothing_and_the_record_is_complete(url: str, backend: str) -> None:
    writers = WRITERS[backend]
    done = load.run(url, writers=writers, each=6, activities=20)
    assert done.errors == []
    assert len(done.acknowledged) == writers * 6
    assert done.written == done.acknowledged
    assert [entry[0] for entry in done.written] == list(range(2, writers * 6 + 2))
    assert sum(done.counts.values()) == writers * 6
    assert done.audited.findings == ()


def test_another_process_sees_a_write_within_two_seconds_and_is_seen(store: Store, url: str) -> None:
    other = subprocess.Popen(
        [sys.executable, "-c", ONE_WRITE, url],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert other.stdin is not None
    assert other.stdout is not None
    for n in range(5):
        other.stdin.write(f"dari proses lain {n}\n")
        other.stdin.flush()
        assert other.stdout.readline() == "written\n"
        began = time.monotonic()
        number, state = store.last_number(PLAN), store.state(PLAN)
        assert time.monotonic() - began < 2
        assert state is not None
        assert (number, state.progress["KOM-01"].note) == (2 * n + 2, f"dari proses lain {n}")
        write(store, tick(note=f"dari sini {n}"))
    other.communicate(timeout=30)
    assert store.audit()[0].findings == ()
