"""Networks computed by Microsoft Project: every boundary and total float in working days from the start."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from planner.domain.network import Compiled, Link, Network, Task, backward, compile_network, forward
from tests.conformance.reading import NEEDS_CASES, msproject, msproject_files

START = date(2026, 6, 1)
FILES = msproject_files()


@NEEDS_CASES
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_microsoft_project_gives_the_same_boundaries_and_floats(file: Path) -> None:
    case = msproject(file)
    net = compile_network(
        Network(
            START,
            tuple(Task(str(task["id"]), task["duration"]) for task in case["activities"]),
            tuple(Link(str(a), str(b), kind, lag) for a, b, kind, lag in case["links"]),
        )
    )
    assert isinstance(net, Compiled)
    early = forward(net)
    late = backward(net, early)
    before = net.tables[0].before
    base = before[START.toordinal() - net.origin]
    found = {
        task.id: {
            "es": before[early.start[i]] - base,
            "ef": before[early.finish[i]] - base,
            "ls": before[late.start[i]] - base,
            "lf": before[late.finish[i]] - base,
            "total_float": late.total_float[i],
        }
        for i, task in enumerate(net.tasks)
    }
    assert found == {
        name: {key: values[key] for key in ("es", "ef", "ls", "lf", "total_float")}
        for name, values in case["expect"].items()
    }


@NEEDS_CASES
def test_all_24_networks_with_10310_activities_ran() -> None:
    counts = [len(msproject(file)["activities"]) for file in FILES]
    assert (len(counts), sum(counts)) == (24, 10_310)
