"""The same networks in the same run: this engine, TaskJuggler and the schedulers of MPXJ, where installed.

The plan's own network has 22 agencies (without windows and finish-to-finish links, see ``common_networks``);
the larger one 1,000 activities. Every tool gives the same last day for every activity, and the ratio of its
time to that of this engine is printed. The forecast stands beside a straight loop over numpy arrays.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from planner.domain.forecast import forecast
from planner.domain.network import Compiled, Network, Solution, backward, compile_network, forward, solve
from tests.benchmarks import common_networks, mpxj_tools, taskjuggler
from tests.benchmarks.straight import straight_forecast
from tests.benchmarks.test_forecast_speed import drivers, scratch

NETWORKS: dict[str, Callable[[], Network]] = {
    "the plan's network": common_networks.of_the_plan,
    "1,000 activities": common_networks.layered,
}
ROUNDS = 15


@pytest.fixture(autouse=True)
def _measured_alone(request: pytest.FixtureRequest) -> None:
    """Skips where nothing is measured: these runs take seconds."""
    if not request.config.getoption("--benchmark-enable"):
        pytest.skip("other tools are timed by `make bench` alone")


@cache
def ours(which: str) -> tuple[Network, Solution, float]:
    """A network, its dates by this engine, and the best time of some rounds, from tasks to dates."""
    network = NETWORKS[which]()
    found = solve(network)
    assert isinstance(found, Solution)
    return network, found, best(lambda: solve(network))


def best(work: Callable[[], Any]) -> float:
    """Seconds of the fastest of some rounds."""
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return min(times)


def passes(network: Network) -> float:
    """Seconds of both passes over a compiled network."""
    net = compile_network(network)
    assert isinstance(net, Compiled)
    return best(lambda: backward(net, forward(net)))


def finishes(found: Solution) -> dict[str, date]:
    return {name: dates.ef for name, dates in found.tasks.items()}


def line(tool: str, seconds: float, own: float, note: str = "") -> str:
    """One line of the comparison: a tool's time and how many times this engine's it is."""
    return f"  {tool:<44} {seconds * 1000:9.1f} ms   {seconds / own:8.1f} x{note}"


@pytest.mark.parametrize("which", NETWORKS)
def test_taskjuggler_finds_the_same_dates(which: str, tmp_path: Path, capsys: Any) -> None:
    if not taskjuggler.installed():
        pytest.skip("TaskJuggler (tj3) is not installed")
    network, found, own = ours(which)
    run = taskjuggler.solved(network, found.finish, tmp_path)
    with capsys.disabled():
        print(f"\n{which}: {len(network.tasks)} activities, {len(network.links)} links")
        print(line("this engine, from tasks to dates", own, own))
        print(line("this engine, both passes alone", passes(network), own))
        print(line("TaskJuggler, scheduling alone", run.scheduling, own))
        print(line("TaskJuggler, whole run with report", run.whole, own))
    assert run.finishes == finishes(found)


@pytest.mark.parametrize("which", NETWORKS)
@pytest.mark.parametrize("scheduler", ["MicrosoftScheduler", "PrimaveraScheduler"])
def test_mpxj_finds_the_same_dates(which: str, scheduler: str, capsys: Any) -> None:
    missing = mpxj_tools.missing()
    if missing is not None:
        pytest.skip(missing)
    network, found, own = ours(which)
    run = mpxj_tools.solved(network, scheduler)
    with capsys.disabled():
        print(f"\n{which}: {len(network.tasks)} activities, {len(network.links)} links")
        print(line("this engine, from tasks to dates", own, own))
        print(line(f"MPXJ {scheduler}, warmed up", run.best, own))
        print(line(f"MPXJ {scheduler}, first run", run.first, own, "  (Java machine already started)"))
    assert run.finishes == finishes(found)


def test_the_forecast_beside_a_straight_loop(capsys: Any) -> None:
    given = scratch().given
    own = best(lambda: forecast(*given, drivers()))
    straight = straight_forecast(given)
    loop = best(straight)
    with capsys.disabled():
        print("\n10,000 runs of the plan; the loop knows no calendars, drivers, windows or other links")
        print(line("this forecast", own, own))
        print(line("straight loop over numpy arrays", loop, own))
    assert straight().shape == (10_000,)
