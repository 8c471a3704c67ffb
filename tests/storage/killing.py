"""A writer that is killed in the midst of its work, again and again.

One process makes the writers by forking, since starting Python anew each time takes longer than the work.
Each writer tells every write that was acknowledged on the shared output before it makes the next one.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from datetime import UTC, date, datetime
from pathlib import Path
from typing import IO

from planner.storage import Draft, Store, Written
from tests.storage.samples import PLAN

ROOT = Path(__file__).parents[2]
SUBJECTS = 25
LONGEST = 0.12
"""Seconds a writer lives at most after its first write."""


def kill_often(url: str, times: int) -> list[tuple[int, str]]:
    """Kill a writer ``times`` times; number and note of every entry that was acknowledged, in order."""
    chance = random.Random(20261122)
    maker = subprocess.Popen(
        [sys.executable, "-m", "tests.storage.killing", url],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert maker.stdin is not None
    assert maker.stdout is not None
    acknowledged: list[tuple[int, str]] = []
    for _ in range(times):
        maker.stdin.write("go\n")
        maker.stdin.flush()
        writer = int(maker.stdout.readline().split()[1])
        acknowledged.append(_written(maker.stdout.readline()))
        time.sleep(chance.random() * LONGEST)
        os.kill(writer, signal.SIGKILL)
        acknowledged += _told(maker.stdout)
    maker.stdin.close()
    assert maker.wait(timeout=30) == 0
    return acknowledged


def _told(output: IO[str]) -> list[tuple[int, str]]:
    """What the writer said until its end was told."""
    told: list[tuple[int, str]] = []
    while (line := output.readline()) != "killed\n":
        told.append(_written(line))
    return told


def _written(line: str) -> tuple[int, str]:
    word, number, note = line.split()
    assert word == "written"
    return int(number), note


def main(url: str) -> None:
    """Fork a writer for each line read, and tell its process id and its end."""
    Store(url, lambda: datetime.now(UTC)).close()
    for line in sys.stdin:
        writer = os.fork()
        if writer == 0:
            work(url, f"{line.strip()}-{os.getpid()}")
        status = os.waitpid(writer, 0)[1]
        os.write(1, b"killed\n" if os.WTERMSIG(status) == signal.SIGKILL else b"ended by itself\n")


def work(url: str, name: str) -> None:
    """Write until killed: two activities at a time, so that half of it would show."""
    os.write(1, f"pid {os.getpid()}\n".encode())
    store = Store(url, lambda: datetime.now(UTC))
    n = 0
    while True:
        n += 1
        note = f"{name}-{n}"
        drafts = [
            Draft("activity", f"{part}-{n % SUBJECTS:02d}", {"note": note}, None) for part in ("A", "B")
        ]
        result = store.write(PLAN, drafts, actor="Staf", effective_on=date(2024, 5, 6))
        assert isinstance(result, Written)
        words = "".join(f"written {entry.number} {note}\n" for entry in result.entries)
        os.write(1, words.encode())


if __name__ == "__main__":
    main(sys.argv[1])
