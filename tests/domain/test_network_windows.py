"""Work that must begin and end inside a window; 1 June 2026 is a Monday, weeks have five days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.network import (
    Constraint,
    ConstraintType,
    Link,
    LinkType,
    Network,
    NetworkProblem,
    Solution,
    Task,
    TaskDates,
    Window,
    solve,
)
from planner.domain.workdays import WorkCalendar
from tests.domain.test_network_properties import (
    calendars,
    early_limits,
    forward_of,
    kinds,
    near,
    networks,
    solved,
    units,
    unpostponed,
)

START = date(2026, 6, 1)
SEVEN = {"seven": WorkCalendar.week(7)}
EXAMPLES = settings(deadline=None, max_examples=60)


def june(day: int) -> date:
    return date(2026, 6, day)


def open_in(*days: tuple[int, int]) -> tuple[Window, ...]:
    """Windows by their first and last day of June."""
    return tuple(Window(june(first), june(last)) for first, last in days)


def dates(*tasks: Task, links: tuple[Link, ...] = (), of: str = "a", **more: Any) -> TaskDates:
    found = solve(Network(START, tasks, links, SEVEN, **more))
    assert isinstance(found, Solution), found
    return found.tasks[of]


def early(found: TaskDates) -> list[int]:
    return [found.es.day, found.ef.day]


def late(found: TaskDates) -> list[int]:
    return [found.ls.day, found.lf.day]


@pytest.mark.parametrize(
    ("windows", "place"),
    [
        ([(3, 12)], [3, 5]),  # begins when the window opens
        ([(1, 3)], [1, 3]),  # just fits
        ([(1, 2), (10, 30)], [10, 12]),  # a day too short: the next window
        ([(10, 30), (1, 2)], [10, 12]),  # in whatever order they are told
        ([(1, 2), (4, 5), (10, 30)], [10, 12]),  # the first window that it fits into
        ([(6, 9), (15, 30)], [15, 17]),  # four days that hold two of work
        ([(6, 10)], [8, 10]),  # opens on a Saturday
        ([(1, 2), (1, 4)], [1, 3]),  # two that open on one day
        ([(2, 9), (1, 4)], [1, 3]),  # two that overlap
        ([(1, 2), (2, 9)], [2, 4]),
        ([], [1, 3]),  # no window: nothing binds
    ],
)
def test_work_lies_in_the_first_window_that_it_fits_into(
    windows: list[tuple[int, int]], place: list[int]
) -> None:
    assert early(dates(Task("a", 3, windows=open_in(*windows)))) == place


@pytest.mark.parametrize(
    ("windows", "place"),
    [
        ([(3, 4), (10, 11)], [3, 5]),  # as soon as one is open
        ([(6, 7), (10, 11)], [10, 12]),  # a window without a working day counts for nothing
        ([(6, 7)], [1, 3]),  # at once where none has a day of work
    ],
)
def test_work_that_fits_into_no_window_begins_as_soon_as_one_is_open(
    windows: list[tuple[int, int]], place: list[int]
) -> None:
    assert early(dates(Task("a", 3, windows=open_in(*windows)))) == place


def test_windows_before_the_origin_and_far_behind_the_work_change_nothing() -> None:
    before = Window(date(1999, 1, 1), date(2026, 5, 29))
    after = Window(date(2045, 1, 1), date(2045, 12, 15))
    assert early(dates(Task("a", 3, windows=(before, *open_in((4, 30)), after)))) == [4, 8]
    assert dates(Task("a", 3, windows=(before, after)))[:2] == (date(2045, 1, 2), date(2045, 1, 4))
    assert early(dates(Task("a", 3, windows=(before,)))) == [1, 3]


def test_a_window_that_is_open_from_the_first_to_the_last_of_all_days_changes_nothing() -> None:
    always = Window(date(1, 1, 1), date(9999, 12, 31))
    assert early(dates(Task("a", 3, windows=(always,)))) == [1, 3]


def test_a_window_beyond_every_calendar_is_a_problem_and_no_crash() -> None:
    found = solve(Network(START, (Task("a", 3, windows=(Window(date(9999, 12, 1), date(9999, 12, 31)),)),)))
    assert found == (NetworkProblem("beyond_calendar", ("a", "9999-12-01")),)


@pytest.mark.parametrize(
    ("windows", "place"),
    [
        ([(1, 7)], [1, 7]),
        ([(6, 12)], [6, 12]),  # calendar days begin on a Saturday too
        ([(1, 6), (13, 30)], [13, 19]),
        ([(20, 21), (27, 28)], [20, 26]),  # fits into none
    ],
)
def test_calendar_days_count_every_day_of_a_window(windows: list[tuple[int, int]], place: list[int]) -> None:
    found = dates(Task("a", 7, "calendar", windows=open_in(*windows)))
    assert early(found) == place


def test_work_counts_the_days_of_its_own_calendar_in_a_window() -> None:
    """Friday 5 to Tuesday 9 June hold three working days of five, five of seven."""
    windows = open_in((5, 9), (15, 30))
    assert early(dates(Task("a", 4, windows=windows))) == [15, 18]
    assert early(dates(Task("a", 4, calendar="seven", windows=windows))) == [5, 8]


@pytest.mark.parametrize("kind", ["FF", "SF"])
def test_a_link_that_pushes_the_finish_over_the_close_moves_work_to_the_next_window(kind: LinkType) -> None:
    tasks = Task("b", 8), Task("a", 3, windows=open_in((1, 9), (15, 30)))
    link = Link("b", "a", kind, 0 if kind == "FF" else 8)
    assert early(dates(*tasks, links=(link,))) == [15, 17]
    roomy = replace(tasks[1], windows=open_in((1, 10), (15, 30)))
    assert early(dates(tasks[0], roomy, links=(link,))) == [8, 10]


def test_a_finish_that_no_window_allows_is_pushed_out_of_all_of_them() -> None:
    tasks = Task("b", 18), Task("a", 3, windows=open_in((1, 9)))
    assert early(dates(*tasks, links=(Link("b", "a", "FF"),))) == [22, 24]


@pytest.mark.parametrize(
    ("task", "place"),
    [
        (Task("a", 5, windows=open_in((1, 4), (15, 17))), [15, 19]),  # the 8th to the 12th by the link alone
        (Task("a", 8, windows=open_in((1, 4), (15, 17))), [3, 12]),  # begins while the first is still open
        (Task("a", 7, windows=open_in((1, 3), (4, 4), (15, 17))), [4, 12]),  # or while the second is
        (Task("a", 5, windows=open_in((1, 4))), [8, 12]),  # where none opens any more the link alone counts
        (Task("a", 7, "calendar", windows=open_in((1, 4), (15, 17))), [15, 21]),
        (Task("a", 9, "calendar", windows=open_in((1, 4), (15, 17))), [4, 12]),
    ],
)
def test_work_too_long_that_a_finish_pulls_back_begins_while_a_window_is_open(
    task: Task, place: list[int]
) -> None:
    assert early(dates(Task("b", 10), task, links=(Link("b", "a", "FF"),))) == place


def test_contracts_of_several_years_begin_while_the_books_are_open() -> None:
    """Ready on 24 January, when the finish of the other contract lets them: the books open in February."""
    years = tuple(Window(date(year, 2, 1), date(year, 12, 15)) for year in range(2027, 2031))
    tasks = Task("b", 310), Task("a", 250, windows=years)
    found = solve(Network(date(2027, 11, 1), tasks, (Link("b", "a", "FF"),)))
    assert isinstance(found, Solution), found
    assert (found.ready["a"], found.tasks["a"].es) == (date(2028, 1, 24), date(2028, 2, 1))


@pytest.mark.parametrize(
    ("task", "place"),
    [
        (Task("a", 3, actual_start=june(2), remaining=2), [2, 4]),
        (Task("a", 3, actual_start=june(2), remaining=0), [2, 2]),
        (Task("a", 3, actual_start=june(1), actual_finish=june(4)), [1, 4]),
        (Task("a"), [3, 3]),
    ],
)
def test_windows_bind_neither_what_is_begun_nor_milestones(task: Task, place: list[int]) -> None:
    bound = replace(task, windows=open_in((15, 30)))
    assert early(dates(bound, status_date=june(3))) == place


@pytest.mark.parametrize(
    ("kind", "day", "place"),
    [
        ("SNET", 10, [15, 17]),  # from the 10th only two days of the first window are left
        ("SNET", 9, [9, 11]),
        ("SNET", 17, [17, 19]),
        ("FNET", 10, [8, 10]),
        ("FNET", 12, [15, 17]),
        ("MSO", 13, [15, 17]),
        ("MFO", 13, [15, 17]),
        ("SNLT", 1, [2, 4]),
        ("FNLT", 2, [2, 4]),
    ],
)
def test_a_constraint_and_a_window_bind_together(kind: ConstraintType, day: int, place: list[int]) -> None:
    task = Task("a", 3, windows=open_in((2, 11), (15, 30)), constraint=Constraint(kind, june(day)))
    assert early(dates(task)) == place


def test_an_earliest_day_and_a_window_bind_together() -> None:
    task = Task("a", 3, windows=open_in((1, 11), (15, 30)), not_before=june(10))
    assert early(dates(task)) == [15, 17]


def test_a_deadline_that_only_a_closed_window_could_meet_gives_negative_float() -> None:
    found = dates(Task("a", 3, windows=open_in((15, 30)), deadline=june(5)))
    assert (early(found), late(found), found.total_float) == ([15, 17], [3, 5], -8)


def test_work_may_be_as_late_as_its_windows_let_it() -> None:
    """Beside ten days that end on 12 June; the last place in a window ends on the 9th, none on the 12th."""
    beside = Task("long", 10)
    found = dates(beside, Task("a", 3, windows=open_in((1, 9), (12, 30))))
    assert (early(found), late(found), found.total_float, found.free_float) == ([1, 3], [5, 9], 4, 4)
    found = dates(beside, Task("a", 3, windows=open_in((1, 4), (10, 30))))
    assert (early(found), late(found), found.total_float, found.free_float) == ([1, 3], [10, 12], 7, 7)


def test_work_too_long_for_its_windows_may_begin_late_only_where_one_is_open() -> None:
    found = dates(Task("long", 20), Task("a", 5, windows=open_in((3, 5), (10, 12), (25, 30))))
    assert (early(found), late(found), found.total_float) == ([3, 9], [12, 18], 7)


def test_calendar_days_too_long_for_their_windows_may_begin_late_only_where_one_is_open() -> None:
    windows = open_in((3, 5), (10, 12), (25, 30))
    found = dates(Task("long", 20), Task("a", 9, "calendar", windows=windows))
    assert (early(found), late(found), found.total_float) == ([3, 11], [12, 20], 6)


def test_work_that_begins_when_no_window_opens_any_more_is_late_without_one() -> None:
    found = dates(Task("long", 10), Task("a", 3, windows=open_in((1, 2))), status_date=june(3))
    assert (early(found), late(found)) == ([3, 5], [12, 16])


def test_what_comes_before_work_that_waits_for_its_window_has_time_until_it_opens() -> None:
    tasks = Task("b", 2), Task("a", 3, windows=open_in((10, 30)))
    before = dates(*tasks, links=(Link("b", "a"),), of="b")
    assert (early(before), late(before)) == ([1, 2], [8, 9])
    assert (before.total_float, before.free_float, before.critical) == (5, 5, False)


def test_as_late_as_possible_stays_inside_a_window() -> None:
    waiting = Task("a", 3, constraint=Constraint("ALAP"), windows=open_in((1, 9), (12, 30)))
    found = dates(Task("long", 10), waiting)
    assert (early(found), found.free_float) == ([5, 9], 0)


def solution(*tasks: Task, links: tuple[Link, ...] = (), **more: Any) -> Solution:
    return solved(Network(START, tasks, links, SEVEN, **more))


def test_the_solution_tells_when_work_could_begin_but_for_its_windows() -> None:
    waiting = Task("a", 3, windows=open_in((15, 30)))
    assert solution(waiting).ready == {"a": START}
    assert solution(Task("b", 5), waiting, links=(Link("b", "a"),)).ready == {"a": june(8)}
    assert solution(Task("b", 12), waiting, links=(Link("b", "a", "FF"),)).ready == {"a": june(12)}
    assert solution(Task("b", 12)).ready == {}


def test_calendar_days_could_begin_on_a_day_off() -> None:
    days = Task("a", 3, "calendar", not_before=june(6), windows=open_in((1, 30)))
    found = solution(days)
    assert (found.ready["a"], found.tasks["a"].es) == (june(6), june(6))


def test_work_as_late_as_possible_that_money_does_not_hold_is_ready_where_it_stands() -> None:
    waiting = Task("a", 3, constraint=Constraint("ALAP"), windows=open_in((1, 30)))
    assert solution(Task("long", 10), waiting).ready == {"a": june(10)}
    held = replace(waiting, windows=open_in((4, 30)))
    assert solution(Task("long", 10), held).ready == {"a": START}


def test_no_link_drives_work_that_waits_for_its_window() -> None:
    tasks = Task("b", 2), Task("a", 3, windows=open_in((10, 30))), Task("c", 1)
    found = solution(*tasks, links=(Link("b", "a"), Link("a", "c")))
    assert found.driving == (Link("a", "c"),)


FAR = Window(date(2027, 1, 1), date(2029, 12, 31))
"""A window into which all work fits at last, as the plans of a regency always have one."""

some_windows = st.lists(
    st.tuples(near, st.integers(0, 25)).map(lambda w: Window(w[0], w[0] + timedelta(days=w[1]))), max_size=3
)


@st.composite
def windowed(draw: st.DrawFn, /, far: bool = True, **more: Any) -> Network:
    """Random networks in which some tasks have windows; ``far``: a last one that holds any work."""
    network = draw(networks(**more))
    lists = [draw(st.none() | some_windows) for _ in network.tasks]
    tasks = (
        replace(task, windows=() if found is None else (*found, *([FAR] if far else [])))
        for task, found in zip(network.tasks, lists, strict=True)
    )
    return replace(network, tasks=tuple(tasks))


short_windows = st.lists(
    st.tuples(near, st.integers(0, 4)).map(lambda w: Window(w[0], w[0] + timedelta(days=w[1]))), min_size=1
)


@st.composite
def pulled(draw: st.DrawFn) -> Network:
    """Work with windows that are mostly too short for it, whose finish waits for other work."""
    other = Task("b", draw(st.integers(1, 30)))
    work = Task(
        *("a", draw(st.integers(1, 15)), draw(units), draw(st.sampled_from([None, "x"]))),
        windows=tuple(draw(short_windows)),
    )
    link = Link("b", "a", draw(st.sampled_from(["FF", "SF"])), draw(st.integers(-4, 20)))
    return Network(START, (other, work), (link,), {"x": draw(calendars)}, default=draw(calendars))


def funded(network: Network) -> list[Task]:
    """The tasks that windows bind."""
    return [t for t in network.tasks if t.windows and t.duration and not (t.actual_start or t.actual_finish)]


def inside(task: Task, first: date, last: date) -> bool:
    return any(w.first <= first and last <= w.last for w in task.windows)


@EXAMPLES
@given(windowed(limits=st.none() | early_limits))
def test_unstarted_work_lies_in_a_window_early_and_late(network: Network) -> None:
    found = solved(network).tasks
    for task in funded(network):
        row = found[task.id]
        assert inside(task, row.es, row.ef)
        assert inside(task, row.ls, row.lf)


@EXAMPLES
@given(windowed(limits=early_limits))
def test_with_windows_too_no_task_is_late_before_it_is_early(network: Network) -> None:
    for row in solved(network).tasks.values():
        assert row.es <= row.ls
        assert row.ef <= row.lf
        assert 0 <= row.free_float <= row.total_float


@EXAMPLES
@given(windowed(far=False, progress=True, limits=st.none() | unpostponed))
def test_any_windows_and_progress_still_give_every_task_its_dates(network: Network) -> None:
    found = solved(network)
    assert all(row.es <= row.ef for row in found.tasks.values())
    assert all(row.free_float >= 0 for row in found.tasks.values())
    assert found.ready.keys() <= {task.id for task in network.tasks if task.windows}


@EXAMPLES
@given(windowed(far=False))
def test_work_that_lies_in_no_window_fits_into_none_from_where_it_could_begin(network: Network) -> None:
    starts = tuple(link for link in network.links if link.type in ("FS", "SS"))
    network = replace(network, links=starts)
    found = solved(network)
    outside = [t for t in funded(network) if not inside(t, *found.tasks[t.id][:2])]
    left = [
        (days_of(network, t, max(w.first, found.ready[t.id]), w.last), t.duration)
        for t in outside
        for w in t.windows
    ]
    assert all(days < needed for days, needed in left)


@EXAMPLES
@given(pulled() | windowed(far=False, limits=st.none() | early_limits))
def test_work_that_fits_into_no_window_begins_in_one_that_is_open_as_long_as_any_is(network: Network) -> None:
    found = solved(network).tasks
    outside = [
        (t, found[t.id].es)
        for t in funded(network)
        if not any(w.first <= found[t.id].es <= w.last for w in t.windows)
    ]
    days = [days_of(network, t, max(w.first, first), w.last) for t, first in outside for w in t.windows]
    assert max(days, default=0) <= 0


def days_of(network: Network, task: Task, first: date, last: date) -> int:
    """Days of a task between two days, both included."""
    calendar = network.default if task.calendar is None else network.calendars[task.calendar]
    whole = WorkCalendar.week(7) if task.unit == "calendar" else calendar
    return whole.between(first, last + timedelta(days=1))


@EXAMPLES
@given(pulled() | windowed(far=False, progress=True, limits=unpostponed), st.integers(0, 20))
def test_a_later_start_never_finishes_earlier(network: Network, days: int) -> None:
    later = replace(network, start=network.start + timedelta(days=days))
    assert all(b >= a for a, b in zip(forward_of(network), forward_of(later), strict=True))


@EXAMPLES
@given(windowed(far=False, progress=True, least=2, limits=unpostponed), kinds, st.integers(-4, 6), st.data())
def test_with_windows_too_one_more_link_never_finishes_earlier(
    network: Network, kind: LinkType, lag: int, data: st.DataObject
) -> None:
    ids = sorted(task.id for task in network.tasks)
    order = data.draw(st.lists(st.sampled_from(ids), min_size=2, max_size=2, unique=True).map(sorted))
    more = replace(network, links=(*network.links, Link(order[0], order[1], kind, lag)))
    assert all(b >= a for a, b in zip(forward_of(network), forward_of(more), strict=True))


@EXAMPLES
@given(windowed(limits=unpostponed), st.data())
def test_closing_a_window_never_brings_anything_forward_while_another_holds_the_work(
    network: Network, data: st.DataObject
) -> None:
    closed = data.draw(st.sampled_from(network.tasks))
    kept = data.draw(st.sets(st.sampled_from(closed.windows))) if closed.windows else set()
    fewer = tuple(w for w in closed.windows if w in kept or w == FAR)
    tasks = tuple(replace(t, windows=fewer) if t is closed else t for t in network.tasks)
    assert all(
        b >= a for a, b in zip(forward_of(network), forward_of(replace(network, tasks=tasks)), strict=True)
    )


@EXAMPLES
@given(windowed(), st.data())
def test_work_may_move_by_its_total_float_and_no_day_more_without_moving_the_finish(
    network: Network, data: st.DataObject
) -> None:
    network = work_only(network)
    task = data.draw(st.sampled_from(network.tasks))
    found = solved(network)
    row = found.tasks[task.id]
    assert solved(begun_on(network, task, row.ls)).finish == found.finish
    assert solved(begun_on(network, task, row.ls + timedelta(days=1))).finish > found.finish


@EXAMPLES
@given(windowed(), st.data())
def test_work_may_move_by_its_free_float_without_moving_any_other(
    network: Network, data: st.DataObject
) -> None:
    network = work_only(network)
    task = data.draw(st.sampled_from(network.tasks))
    before = solved(network)
    row = before.tasks[task.id]
    own = network.default if task.calendar is None else network.calendars[task.calendar]
    day = row.es
    while own.between(row.es, day) < row.free_float or not own.is_work(day):
        day += timedelta(days=1)
    after = solved(begun_on(network, task, day)).tasks
    assert {i: d[:2] for i, d in after.items() if i != task.id} == {
        i: d[:2] for i, d in before.tasks.items() if i != task.id
    }


def work_only(network: Network) -> Network:
    """The network with work alone, in working days, without earliest days."""
    tasks = (replace(t, duration=max(1, t.duration), unit="work", not_before=None) for t in network.tasks)
    return replace(network, tasks=tuple(tasks))


def begun_on(network: Network, task: Task, day: date) -> Network:
    tasks = (replace(t, constraint=Constraint("SNET", day)) if t.id == task.id else t for t in network.tasks)
    return replace(network, tasks=tuple(tasks))
