"""Many write at once: every claim is judged against what truly stands."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from planner.domain.state import replay
from planner.storage import Draft, Stale, Store, Written
from tests.storage.samples import DAY, PLAN, SETTINGS, tick

ROOT = Path(__file__).parents[2]
WRITER = """
import sys
from datetime import UTC, date, datetime
from planner.storage import Draft, Store

store = Store(sys.argv[1], lambda: datetime.now(UTC))
print("ready", flush=True)
sys.stdin.readline()
for revision in range(20):
    draft = Draft("activity", "KOM-01", {"note": f"{sys.argv[2]} {revision}"}, revision)
    result = store.write("kota-contoh", [draft], actor=sys.argv[2], effective_on=date(2024, 5, 6))
    print(type(result).__name__)
"""


def test_of_several_threads_on_one_activity_exactly_one_wins(store: Store) -> None:
    threads = 8
    barrier = Barrier(threads)

    def claim(n: int) -> Written | Stale | object:
        barrier.wait()
        return store.write(PLAN, [tick(seen=0, note=f"utas {n}")], actor=f"Staf {n}", effective_on=DAY)

    with ThreadPoolExecutor(threads) as pool:
        results = list(pool.map(claim, range(threads)))
    (won,) = [result for result in results if isinstance(result, Written)]
    lost = [result for result in results if isinstance(result, Stale)]
    assert len(lost) == threads - 1
    assert {stale.actor for stale in lost} == {won.entries[0].actor}
    assert store.last_number(PLAN) == 2


def test_threads_on_different_activities_all_win_without_gaps(store: Store) -> None:
    def work(n: int) -> bool:
        result = store.write(PLAN, [tick(f"KOM-{n:02d}", 0)], actor="Staf", effective_on=DAY)
        return isinstance(result, Written) and store.state(PLAN) is not None

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(work, range(64)))
    entries = store.entries(PLAN)
    assert [entry.number for entry in entries] == list(range(1, 66))
    assert store.state(PLAN) == replay(PLAN, entries)


def test_of_two_processes_on_one_activity_exactly_one_wins_each_time(store: Store, url: str) -> None:
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, url, name],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for name in ("satu", "dua")
    ]
    for writer in writers:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("go\n")
        writer.stdin.flush()
    outcomes = [writer.communicate(timeout=60)[0].split() for writer in writers]
    won = sum(words.count("Written") for words in outcomes)
    told = sum(words.count("Stale") for words in outcomes)
    entries = store.entries(PLAN, kind="activity", subject="KOM-01")
    assert won + told == 40
    assert [entry.revision for entry in entries] == list(range(1, won + 1))
    assert won == 20
    assert store.state(PLAN) == replay(PLAN, store.entries(PLAN))


def test_of_two_threads_that_begin_one_plan_exactly_one_wins(empty: Store) -> None:
    barrier = Barrier(2)

    def start(name: str) -> object:
        barrier.wait()
        draft = Draft("plan", PLAN, {**SETTINGS, "name": name}, 0)
        return empty.write(PLAN, [draft], actor=name, effective_on=DAY)

    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(start, ("Kota Satu", "Kota Dua")))
    assert sorted(type(result).__name__ for result in results) == ["Stale", "Written"]
    assert empty.last_number(PLAN) == 1
