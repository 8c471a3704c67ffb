"""What holds for every network, whatever its tasks, links and calendars."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.network import (
    Compiled,
    Constraint,
    ConstraintType,
    Link,
    LinkType,
    Network,
    Solution,
    Task,
    Unit,
    backward,
    compile_network,
    forward,
    solve,
)
from planner.domain.workdays import WorkCalendar

START = date(2026, 6, 1)
EXAMPLES = settings(deadline=None, max_examples=60)

calendars = st.builds(
    WorkCalendar,
    st.frozensets(st.integers(1, 7), min_size=1),
    st.frozensets(st.dates(date(2026, 5, 20), date(2026, 8, 1)), max_size=12),
)
kinds: st.SearchStrategy[LinkType] = st.sampled_from(get_args(LinkType))
units: st.SearchStrategy[Unit] = st.sampled_from(get_args(Unit))
near = st.dates(date(2026, 5, 15), date(2026, 7, 15))
constraint_types: st.SearchStrategy[ConstraintType] = st.sampled_from(get_args(ConstraintType))
constraints = st.builds(Constraint, constraint_types, near)
EARLY = ("SNET", "FNET", "ALAP")


@st.composite
def networks(
    draw: st.DrawFn,
    progress: bool = False,
    plain: bool = False,
    least: int = 1,
    limits: st.SearchStrategy[Constraint | None] | None = None,
) -> Network:
    """Random networks without cycles; ``plain``: one calendar, working days only, no milestones."""
    count = draw(st.integers(least, 9))
    names = {} if plain else {"x": draw(calendars), "y": draw(calendars)}
    tasks = []
    for i in range(count):
        task = Task(f"t{i}", draw(st.integers(int(plain), 12)))
        if not plain:
            name = draw(st.sampled_from([None, "x", "y"]))
            task = replace(task, unit=draw(units), calendar=name, not_before=draw(st.none() | near))
        if limits is not None:
            task = replace(task, constraint=draw(limits))
        if progress:
            task = replace(
                task, actual_start=draw(st.none() | near), remaining=draw(st.none() | st.integers(0, 9))
            )
            task = replace(task, actual_finish=draw(st.none() | near), deadline=draw(st.none() | near))
        tasks.append(task)
    pairs = [(i, j) for i in range(count) for j in range(i + 1, count)]
    joined = draw(st.lists(st.sampled_from(pairs), max_size=14)) if pairs else []
    lag_units = units.filter(lambda unit: unit == "work") if plain else units
    links = tuple(
        Link(f"t{i}", f"t{j}", draw(kinds), draw(st.integers(-4, 6)), draw(lag_units)) for i, j in joined
    )
    return Network(
        START,
        tuple(draw(st.permutations(tasks))),
        links,
        names,
        default=draw(calendars),
        status_date=draw(st.none() | near) if progress else None,
        finish_by=draw(st.none() | near) if limits is not None and progress else None,
    )


any_limits = st.none() | constraints
unpostponed = st.none() | constraints.filter(lambda limit: limit.type != "ALAP")
early_limits = st.none() | constraints.filter(lambda limit: limit.type in EARLY)


def solved(network: Network) -> Solution:
    found = solve(network)
    assert isinstance(found, Solution), found
    return found


def calendar_of(network: Network, task: Task) -> WorkCalendar:
    return network.default if task.calendar is None else network.calendars[task.calendar]


@EXAMPLES
@given(networks(limits=early_limits))
def test_no_task_is_late_before_it_is_early_and_no_float_is_negative(network: Network) -> None:
    for dates in solved(network).tasks.values():
        assert dates.es <= dates.ef
        assert dates.es <= dates.ls
        assert dates.ef <= dates.lf
        assert 0 <= dates.free_float <= dates.total_float


@EXAMPLES
@given(networks(progress=True, limits=any_limits))
def test_any_progress_and_constraint_still_gives_every_task_its_dates(network: Network) -> None:
    solution = solved(network)
    assert solution.tasks.keys() == {task.id for task in network.tasks}
    assert all(dates.es <= dates.ef for dates in solution.tasks.values())
    assert all(dates.free_float >= 0 for dates in solution.tasks.values())


@EXAMPLES
@given(networks(progress=True, limits=any_limits))
def test_what_is_left_comes_at_or_after_the_status_date_and_what_is_done_stays(network: Network) -> None:
    solution = solved(network)
    low = network.status_date or START
    for task in network.tasks:
        dates = solution.tasks[task.id]
        recorded = task.actual_start, task.actual_finish
        assert (dates.ef if task.actual_finish else None) == task.actual_finish
        assert recorded != (None, None) or dates.es >= low
        assert dates.critical <= (task.actual_finish is None)


@EXAMPLES
@given(networks(limits=any_limits))
def test_working_days_start_and_end_on_working_days_of_their_own_calendar(network: Network) -> None:
    solution = solved(network)
    for task in [task for task in network.tasks if task.unit == "work" or task.duration == 0]:
        own = calendar_of(network, task)
        assert all(own.is_work(day) for day in solution.tasks[task.id][:4])
        first, last = solution.tasks[task.id][:2]
        assert own.between(first, last + timedelta(days=1)) == max(1, task.duration)


@EXAMPLES
@given(networks(plain=True))
def test_a_critical_chain_of_driving_links_runs_from_the_start_to_the_finish(network: Network) -> None:
    solution = solved(network)
    reached = {name for name, dates in solution.tasks.items() if dates.ef == solution.finish}
    assert all(solution.tasks[name].critical for name in reached)
    first = min(dates.es for dates in solution.tasks.values())
    grew = True
    while grew:
        found = {k.predecessor for k in solution.driving if k.successor in reached} - reached
        grew = bool(found)
        reached |= found
    assert first in {solution.tasks[name].es for name in reached}


@EXAMPLES
@given(networks(progress=True, least=2, limits=unpostponed), kinds, st.integers(-4, 6), st.data())
def test_one_more_link_never_finishes_earlier(
    network: Network, kind: LinkType, lag: int, data: st.DataObject
) -> None:
    ids = sorted(task.id for task in network.tasks)
    order = data.draw(st.lists(st.sampled_from(ids), min_size=2, max_size=2, unique=True).map(sorted))
    more = replace(network, links=(*network.links, Link(order[0], order[1], kind, lag)))
    assert all(b >= a for a, b in zip(forward_of(network), forward_of(more), strict=True))


def forward_of(network: Network) -> list[int]:
    """Early finishes as ordinals, in the order of the tasks."""
    net = compile_network(network)
    assert isinstance(net, Compiled), net
    return [net.origin + boundary for boundary in forward(net).finish]


@EXAMPLES
@given(networks(plain=True), st.integers(1, 60))
def test_a_week_later_everything_is_a_week_later(network: Network, weeks: int) -> None:
    week = timedelta(weeks=weeks)
    moved = WorkCalendar(network.default.work_days, frozenset(day + week for day in network.default.days_off))
    then = solved(replace(network, start=START + week, default=moved))
    assert {name: (d.es - week, d.ef - week, d.ls - week, d.lf - week) for name, d in then.tasks.items()} == {
        name: dates[:4] for name, dates in solved(network).tasks.items()
    }


@EXAMPLES
@given(networks(limits=unpostponed), st.lists(st.booleans(), min_size=9, max_size=9))
def test_work_as_late_as_possible_uses_up_its_free_float_and_moves_nothing_else(
    network: Network, late: list[bool]
) -> None:
    network = replace(network, tasks=tuple(replace(t, deadline=None, constraint=None) for t in network.tasks))
    waiting = tuple(
        replace(task, constraint=Constraint("ALAP")) if wait else task
        for task, wait in zip(network.tasks, late, strict=False)
    )
    early, moved = solved(network), solved(replace(network, tasks=waiting))
    assert moved.finish == early.finish
    for task in waiting:
        before, after = early.tasks[task.id], moved.tasks[task.id]
        assert after.free_float == 0 or task.constraint is None
        assert after[:2] == before[:2] or task.constraint is not None
        assert after.es >= before.es
        assert after[2:4] == before[2:4]


@EXAMPLES
@given(networks(progress=True, limits=unpostponed))
def test_late_limits_move_no_early_date(network: Network) -> None:
    """Deadlines, no-later-thans and the imposed finish turn floats negative, nothing more."""
    free = tuple(
        replace(t, deadline=None, constraint=t.constraint if limit_of(t) in EARLY else None)
        for t in network.tasks
    )
    bound = tuple(
        replace(t, constraint=None if limit_of(t) in ("MSO", "MFO") else t.constraint) for t in network.tasks
    )
    without = forward_of(replace(network, tasks=free, finish_by=None))
    assert forward_of(replace(network, tasks=bound)) == without


def limit_of(task: Task) -> str:
    return "" if task.constraint is None else task.constraint.type


@EXAMPLES
@given(networks(limits=early_limits))
def test_every_link_without_lag_holds_between_the_dates_of_work(network: Network) -> None:
    dates = solved(network).tasks
    work = {task.id for task in network.tasks if task.duration}
    pairs = [(k.type, dates[k.predecessor], dates[k.successor]) for k in network.links if holds(k, work)]
    assert all(b.es > a.ef for kind, a, b in pairs if kind == "FS")
    assert all(b.es >= a.es for kind, a, b in pairs if kind == "SS")
    assert all(b.ef >= a.ef for kind, a, b in pairs if kind == "FF")


def holds(link: Link, work: set[str]) -> bool:
    return link.lag == 0 and {link.predecessor, link.successor} <= work


@EXAMPLES
@given(networks(plain=True))
def test_read_backwards_in_time_a_network_swaps_early_and_late(network: Network) -> None:
    """In working days from the start: early start of the mirror = finish less late finish of the network."""
    there = boundaries(network)
    swapped: dict[LinkType, LinkType] = {"FS": "FS", "SS": "FF", "FF": "SS", "SF": "SF"}
    links = tuple(Link(k.successor, k.predecessor, swapped[k.type], k.lag) for k in network.links)
    back = boundaries(replace(network, links=links))
    end = max(row[1] for row in there.values())
    late = {name: (end - row[3], end - row[2]) for name, row in there.items()}
    assert {name: row[:2] for name, row in back.items()} == late


def boundaries(network: Network) -> dict[str, tuple[int, ...]]:
    """Early and late boundaries of every task in working days from the start."""
    net = compile_network(network)
    assert isinstance(net, Compiled), net
    early = forward(net)
    late = backward(net, early)
    before = net.tables[0].before
    base = before[START.toordinal() - net.origin]
    rows = zip(early.start, early.finish, late.start, late.finish, strict=True)
    return {task.id: tuple(before[b] - base for b in row) for task, row in zip(net.tasks, rows, strict=True)}


MIDDLE = date(2026, 6, 15).toordinal() * 2
SWAPPED: dict[str, ConstraintType] = {
    "SNET": "FNLT",
    "FNLT": "SNET",
    "SNLT": "FNET",
    "FNET": "SNLT",
    "MSO": "MFO",
    "MFO": "MSO",
}
TURNED: dict[LinkType, LinkType] = {"FS": "FS", "SS": "FF", "FF": "SS", "SF": "SF"}


@st.composite
def reversible(draw: st.DrawFn) -> Network:
    """Networks that say the same backwards: mixed calendars, calendar days, constraints, an imposed finish.

    A lag in working days joins two pieces of work on the same calendar, since it is counted in that of the
    predecessor; SF without lag does too. There are no milestones: whether one stands at the end of a day or
    at its start is told by what comes before it.
    """
    names = {"x": draw(calendars), "y": draw(calendars)}
    tasks = [
        Task(
            f"t{i}",
            draw(st.integers(1, 9)),
            draw(units),
            draw(st.sampled_from([None, "x", "y"])),
            constraint=draw(unpostponed),
        )
        for i in range(draw(st.integers(2, 8)))
    ]
    numbers = st.integers(0, len(tasks) - 1)
    pairs = st.tuples(numbers, numbers).filter(lambda pair: pair[0] < pair[1])
    links = []
    for i, j in draw(st.lists(pairs, max_size=12)):
        alike = tasks[i].calendar == tasks[j].calendar and tasks[i].unit == tasks[j].unit == "work"
        unit = draw(units) if alike else "calendar"
        kind, lag = draw(kinds), draw(st.integers(-4, 6))
        links.append(Link(f"t{i}", f"t{j}", kind, lag or int(kind == "SF" and not alike), unit))
    return Network(START, tuple(tasks), tuple(links), names, draw(calendars), finish_by=draw(near))


def turned(network: Network) -> Network:
    """The same network read backwards in time, about the middle of June."""

    def day(of: date) -> date:
        return date.fromordinal(MIDDLE - of.toordinal())

    def calendar(of: WorkCalendar) -> WorkCalendar:
        monday = date(2026, 6, 1).toordinal()
        week = {day(date.fromordinal(monday + n - 1)).isoweekday() for n in of.work_days}
        return WorkCalendar(frozenset(week), frozenset(map(day, of.days_off)))

    tasks = tuple(
        task
        if task.constraint is None or task.constraint.day is None
        else replace(task, constraint=Constraint(SWAPPED[task.constraint.type], day(task.constraint.day)))
        for task in network.tasks
    )
    assert network.finish_by is not None
    return Network(
        day(network.finish_by),
        tasks,
        tuple(Link(k.successor, k.predecessor, TURNED[k.type], k.lag, k.lag_unit) for k in network.links),
        {name: calendar(of) for name, of in network.calendars.items()},
        calendar(network.default),
        finish_by=day(network.start),
    )


@settings(deadline=None, max_examples=150)
@given(reversible())
def test_with_constraints_and_mixed_calendars_too_a_network_read_backwards_swaps_early_and_late(
    network: Network,
) -> None:
    there, back = solved(network), solved(turned(network))
    for name, dates in there.tasks.items():
        mirror = back.tasks[name]
        days = (mirror.lf, mirror.ls, mirror.ef, mirror.es)
        assert tuple(date.fromordinal(MIDDLE - d.toordinal()) for d in days) == dates[:4]
        assert mirror.total_float == dates.total_float
