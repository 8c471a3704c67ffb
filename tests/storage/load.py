"""Many writers at once: two processes, each with its share of threads, on the same few activities.

Each writer adds one to a count that stands in the note of an activity, on what it last saw of it. A write
that was lost, or laid over another's, would leave the count short.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from planner.storage import Draft, Stale, Store, Written
from planner.storage.findings import Audited
from tests.storage.samples import PLAN

ROOT = Path(__file__).parents[2]
DAY = date(2024, 5, 6)
PROCESSES = 2


@dataclass(frozen=True)
class Load:
    """What came of it: what the writers were told was written, refusals, errors, the record at the end."""

    acknowledged: list[list[Any]]
    refused: int
    errors: list[str]
    seconds: float
    written: list[list[Any]]
    counts: dict[str, int]
    audited: Audited

    def told(self) -> str:
        """One line of figures."""
        number = len(self.acknowledged)
        return (
            f"{number} writes in {self.seconds:.1f} s ({number / self.seconds:.0f}/s), {self.refused} refused"
        )


def run(url: str, *, writers: int, each: int, activities: int) -> Load:
    """Let ``writers`` in two processes make ``each`` writes; the plan must have been begun."""
    command = [
        sys.executable,
        "-m",
        "tests.storage.load",
        url,
        str(writers // PROCESSES),
        str(each),
        str(activities),
    ]
    started = [
        subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(PROCESSES)
    ]
    for process in started:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    began = time.monotonic()
    for process in started:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    told = [json.loads(process.communicate(timeout=300)[0]) for process in started]
    seconds = time.monotonic() - began
    store = Store(url, lambda: datetime.now(UTC))
    entries = store.entries(PLAN, since_number=1)
    (audited,) = store.audit(PLAN)
    state = store.state(PLAN)
    store.close()
    assert state is not None
    return Load(
        acknowledged=sorted(entry for one in told for entry in one["written"]),
        refused=sum(one["refused"] for one in told),
        errors=[error for one in told for error in one["errors"]],
        seconds=seconds,
        written=[[entry.number, entry.subject, entry.revision, entry.after["note"]] for entry in entries],
        counts={activity: int(progress.note) for activity, progress in state.progress.items()},
        audited=audited,
    )


def work(store: Store, writer: int, each: int, activities: int) -> dict[str, Any]:
    """One writer's day: ``each`` writes that were taken, on one activity after the other."""
    written: list[list[Any]] = []
    refused = 0
    for n in range(each):
        activity = f"KOM-{(writer * 7 + n) % activities:02d}"
        seen, count = 0, 0
        while True:
            draft = Draft("activity", activity, {"note": str(count + 1)}, seen)
            result = store.write(PLAN, [draft], actor=f"Staf {writer}", effective_on=DAY)
            if isinstance(result, Written):
                written += [[e.number, e.subject, e.revision, e.after["note"]] for e in result.entries]
                break
            assert isinstance(result, Stale)
            seen, count = result.revision, int(result.current["note"])
            refused += 1
    return {"written": written, "refused": refused}


def main(url: str, threads: int, each: int, activities: int) -> None:
    """One process of the load: says "ready", waits for a line, works, prints what it was told."""
    store = Store(url, lambda: datetime.now(UTC))
    store.plans()
    print("ready", flush=True)
    sys.stdin.readline()
    with ThreadPoolExecutor(threads) as pool:
        futures = [pool.submit(work, store, writer, each, activities) for writer in range(threads)]
    errors = [repr(future.exception()) for future in futures if future.exception()]
    results = [future.result() for future in futures if not future.exception()]
    written = [entry for result in results for entry in result["written"]]
    refused = sum(result["refused"] for result in results)
    print(json.dumps({"written": written, "refused": refused, "errors": errors}))


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
