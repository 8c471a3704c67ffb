"""The passes over many runs give, run by run, what the network engine gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.forecast.chains import driving_share
from planner.domain.forecast.passes import Runs
from planner.domain.network import (
    Compiled,
    Link,
    LinkType,
    Network,
    Solution,
    Task,
    compile_network,
    forward,
    solve,
)
from planner.domain.network.compiled import FINISHED
from planner.domain.workdays import WorkCalendar
from tests.domain.test_network_properties import unpostponed
from tests.domain.test_network_windows import pulled, windowed

RUNS = 3
START = date(2026, 6, 1)


def left(task: Task) -> int:
    return task.duration if task.remaining is None else task.remaining


def lasting(task: Task, days: int) -> Task:
    return replace(task, duration=days) if task.remaining is None else replace(task, remaining=days)


@st.composite
def variants(draw: st.DrawFn, progress: bool = False) -> list[Network]:
    """A network with other durations of its unfinished work in each run; what takes no time never does.

    Windows and constraints (but ALAP, which moves no finish) are those of the network engine.
    """
    whole = draw(pulled() | windowed(far=draw(st.booleans()), progress=progress, limits=unpostponed))
    return [
        replace(
            whole,
            tasks=tuple(
                lasting(t, draw(st.integers(1, 15))) if left(t) and not t.actual_finish else t
                for t in whole.tasks
            ),
        )
        for _ in range(RUNS)
    ]


def compiled(network: Network) -> Compiled:
    found = compile_network(network)
    assert isinstance(found, Compiled), found
    return found


def together(networks: Sequence[Network]) -> Runs:
    """The runs of all variants at once."""
    columns = list(zip(*(network.tasks for network in networks), strict=True))
    longest = tuple(max(column, key=left) for column in columns)
    days = [np.array([left(task) for task in column]) if left(column[0]) else 0 for column in columns]
    return Runs(compiled(replace(networks[0], tasks=longest)), days, len(networks))


@settings(max_examples=80)
@given(st.booleans().flatmap(variants))
def test_every_run_has_the_boundaries_of_the_network_engine(networks: list[Network]) -> None:
    runs = together(networks)
    unfinished = [i for i, stage in enumerate(runs.net.stage) if stage != FINISHED]
    for run, network in enumerate(networks):
        net = compiled(network)
        early, shift = forward(net), net.origin - runs.net.origin
        finish = [int(runs.finished(i).boundary[run]) - shift for i in range(len(net.tasks))]
        begun = [int(runs.begun(i).boundary[run]) - shift for i in unfinished]
        assert finish == early.finish
        assert begun == [early.resume[i] for i in unfinished]


@settings(max_examples=60)
@given(st.booleans().flatmap(variants))
def test_every_run_shows_the_last_days_that_the_engine_shows(networks: list[Network]) -> None:
    runs = together(networks)
    for run, network in enumerate(networks):
        solution = solve(network)
        assert isinstance(solution, Solution)
        shown = {t.id: int(runs.last_days(i)[run]) for i, t in enumerate(network.tasks)}
        assert shown == {name: dates.ef.toordinal() for name, dates in solution.tasks.items()}


@settings(max_examples=60)
@given(st.booleans().flatmap(variants), st.data())
def test_the_chain_to_a_task_is_that_of_the_driving_links(
    networks: list[Network], data: st.DataObject
) -> None:
    runs = together(networks)
    goal = data.draw(st.sampled_from([task.id for task in networks[0].tasks]))
    shares = {runs.net.tasks[i].id: s for i, s in driving_share(runs, _number(runs, goal)).items()}
    chains = [chain(network, goal) for network in networks]
    found = {name: share for name, share in shares.items() if share}
    assert found == {
        name: pytest.approx(sum(name in c for c in chains) / len(chains)) for name in set().union(*chains)
    }


def _number(runs: Runs, name: str) -> int:
    return next(i for i, task in enumerate(runs.net.tasks) if task.id == name)


def chain(network: Network, goal: str) -> set[str]:
    """Unfinished tasks on the links that drive ``goal``."""
    solution = solve(network)
    assert isinstance(solution, Solution)
    finished = {task.id for task in network.tasks if task.actual_finish}
    found, ahead = {goal} - finished, [goal][: goal not in finished]
    while ahead:
        name = ahead.pop()
        before = {k.predecessor for k in solution.driving if k.successor == name} - finished - found
        found |= before
        ahead += before
    return found


def simple(*links: Link, goal: int = 5) -> Network:
    tasks = (Task("a", 3), Task("b", 20), Task("c", goal))
    return Network(START, tasks, links, default=WorkCalendar())


def test_a_left_out_task_holds_nothing() -> None:
    net = compiled(simple(Link("a", "c"), Link("b", "c", "SS", 2), Link("b", "c")))
    assert Runs(net, [3, 20, 5], 2).last_days(2).tolist() == [date(2026, 7, 3).toordinal()] * 2
    assert Runs(net, [3, 20, 5], 1, left_out={1}).last_days(2).tolist() == [date(2026, 6, 10).toordinal()]


@pytest.mark.parametrize("second", [Task("b", 20), Task("b", 28, "calendar"), Task("b")])
@pytest.mark.parametrize("kind", ["FS", "SS"])
def test_a_task_that_is_present_in_some_runs_holds_only_those(second: Task, kind: LinkType) -> None:
    links = (Link("a", "c"), Link("b", "c", kind, 2), Link("z", "b"))
    tasks = (Task("a", 3), second, Task("c", 5), Task("z", 40))
    net = compiled(Network(START, tasks, links))
    days = [3, second.duration, 5, 40]
    alone = Runs(net, days, 1, left_out={1}).last_days(2)[0]
    held = Runs(net, days, 1).last_days(2)[0]
    found = Runs(net, days, 2, present={1: np.array([1, 0])}).last_days(2)
    assert held > alone
    assert found.tolist() == [held, alone]


def test_a_milestone_behind_one_that_is_present_in_some_runs_is_held_only_in_those() -> None:
    links = (Link("z", "b"), Link("b", "c"))
    net = compiled(Network(START, (Task("z", 40), Task("b"), Task("c")), links))
    held, alone = Runs(net, [40, 0, 0], 2, present={1: np.array([1, 0])}).last_days(2)
    assert date.fromordinal(int(held)) == date(2026, 7, 24)
    assert date.fromordinal(int(alone)) == START


def test_a_stretch_of_more_than_eighty_years_is_reckoned_in_larger_numbers() -> None:
    links = tuple(Link(f"t{i}", f"t{i + 1}") for i in range(20))
    whole = Network(START, tuple(Task(f"t{i}", 1_500) for i in range(21)), links)
    runs = Runs(compiled(whole), [1_500] * 21, 2)
    solution = solve(whole)
    assert isinstance(solution, Solution)
    assert runs.like.dtype == np.int32
    assert runs.last_days(20).tolist() == [solution.finish.toordinal()] * 2


def test_every_kind_of_place_agrees_with_the_engine_in_one_network() -> None:
    begun, over = date(2026, 5, 27), date(2026, 5, 29)
    tasks = (
        Task("over", 3, actual_finish=over),
        Task("begun", 9, actual_start=begun, remaining=4),
        Task("emptied", 5, actual_start=begun, remaining=0),
        Task("six", 4, calendar="six"),
        Task("mark", calendar="six"),
        Task("five", 3),
        Task("through", 5, "calendar"),
        Task("opened"),
        Task("last", 2, not_before=date(2026, 6, 20)),
    )
    links = (
        Link("over", "begun"),
        Link("over", "mark", "FS", 2),
        Link("over", "opened", "SF", 1),
        Link("begun", "emptied"),
        Link("begun", "opened", "SS", 3),
        Link("begun", "five", "SF", 2),
        Link("six", "mark"),
        Link("mark", "five"),
        Link("mark", "opened"),
        Link("five", "through", "SS", 1, "calendar"),
        Link("five", "through", "FF", -1),
        Link("through", "last", "SS", -2),
        Link("through", "last", "FF"),
        Link("emptied", "last"),
        Link("opened", "last"),
    )
    six = WorkCalendar.week(6, [date(2026, 6, 6)])
    whole = Network(START, tasks, links, {"six": six}, status_date=date(2026, 6, 3))
    longer = replace(whole, tasks=tuple(lasting(t, left(t) + 7) if left(t) else t for t in tasks))
    for run, network in enumerate((whole, longer)):
        solution = solve(network)
        assert isinstance(solution, Solution)
        runs = together((whole, longer))
        shown = {t.id: int(runs.last_days(i)[run]) for i, t in enumerate(tasks)}
        assert shown == {name: dates.ef.toordinal() for name, dates in solution.tasks.items()}
        driving = driving_share(together((network,)), len(tasks) - 1)
        assert {tasks[i].id for i, share in driving.items() if share} == chain(network, "last")
