"""Dates set by hand, an imposed finish, and work that may wait; 1 June 2026 is a Monday."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from planner.domain.network import (
    Constraint,
    ConstraintType,
    Link,
    Network,
    Solution,
    Task,
    earliest_finishes,
    solve,
)
from planner.domain.workdays import WorkCalendar

START = date(2026, 6, 1)


def june(day: int) -> date:
    return date(2026, 6, day)


def on(kind: ConstraintType, day: int) -> Constraint:
    return Constraint(kind, june(day))


ALAP = Constraint("ALAP")


def network(*tasks: Task, links: tuple[Link, ...] = (), **more: Any) -> Network:
    """Tasks from 1 June, on five-day weeks unless one names ``seven``."""
    return Network(START, tasks, links, {"seven": WorkCalendar.week(7)}, **more)


def solved(*tasks: Task, links: tuple[Link, ...] = (), **more: Any) -> Solution:
    found = solve(network(*tasks, links=links, **more))
    assert isinstance(found, Solution), found
    return found


def days(solution: Solution, task: str) -> list[int]:
    """Early start and finish, late start and finish of a task as days of June."""
    return [day.day for day in solution.tasks[task][:4]]


def floats(solution: Solution, task: str) -> tuple[int, int]:
    return solution.tasks[task].total_float, solution.tasks[task].free_float


@pytest.mark.parametrize(
    ("constraint", "dates", "found"),
    [
        # two days of work beside ten that end on the 12th
        (on("SNET", 4), [4, 5, 11, 12], (5, 5)),
        (on("SNET", 6), [8, 9, 11, 12], (3, 3)),
        (on("FNET", 4), [3, 4, 11, 12], (6, 6)),
        (on("FNET", 6), [5, 8, 11, 12], (4, 4)),
        (on("SNLT", 4), [1, 2, 4, 5], (3, 3)),
        (on("SNLT", 7), [1, 2, 5, 8], (4, 4)),
        (on("FNLT", 4), [1, 2, 3, 4], (2, 2)),
        (on("FNLT", 7), [1, 2, 4, 5], (3, 3)),
        (on("FNLT", 30), [1, 2, 11, 12], (8, 8)),
        (on("MSO", 4), [4, 5, 4, 5], (0, 0)),
        (on("MSO", 6), [8, 9, 8, 9], (0, 0)),
        (on("MFO", 4), [3, 4, 3, 4], (0, 0)),
        (on("MFO", 7), [4, 5, 4, 5], (0, 0)),
        (ALAP, [11, 12, 11, 12], (0, 0)),
        (Constraint("ALAP", june(3)), [11, 12, 11, 12], (0, 0)),
    ],
)
def test_a_constraint_bounds_the_dates_of_work(
    constraint: Constraint, dates: list[int], found: tuple[int, int]
) -> None:
    solution = solved(Task("long", 10), Task("a", 2, constraint=constraint))
    assert (days(solution, "a"), floats(solution, "a")) == (dates, found)


@pytest.mark.parametrize(
    ("constraint", "dates", "total"),
    [
        (on("SNLT", 5), [8, 9, 5, 8], -1),
        (on("FNLT", 8), [8, 9, 5, 8], -1),
        (on("MSO", 3), [8, 9, 3, 4], -3),
        (on("MFO", 3), [8, 9, 2, 3], -4),
    ],
)
def test_a_date_that_cannot_be_met_gives_negative_float_and_moves_no_early_date(
    constraint: Constraint, dates: list[int], total: int
) -> None:
    solution = solved(Task("a", 5), Task("b", 2, constraint=constraint), links=(Link("a", "b"),))
    assert (days(solution, "b"), floats(solution, "b")) == (dates, (total, 0))
    assert (floats(solution, "a"), solution.tasks["a"].critical) == ((total, 0), True)
    assert solution.driving == (Link("a", "b"),)


def test_a_constraint_gives_the_work_before_it_float_and_pushes_the_work_behind_it() -> None:
    links = Link("a", "b"), Link("b", "c")
    solution = solved(Task("a", 2), Task("b", 1, constraint=on("MSO", 10)), Task("c", 1), links=links)
    assert (days(solution, "a"), floats(solution, "a")) == ([1, 2, 8, 9], (5, 5))
    assert days(solution, "c") == [11, 11, 11, 11]
    assert solution.driving == (Link("b", "c"),)


def test_a_constraint_stands_beside_an_earliest_day_and_a_deadline() -> None:
    early = Task("a", 2, not_before=june(4), deadline=june(8), constraint=on("FNLT", 10))
    late = Task("b", 2, not_before=june(3), deadline=june(10), constraint=on("SNET", 4))
    solution = solved(Task("long", 10), early, late)
    assert (days(solution, "a"), days(solution, "b")) == ([4, 5, 5, 8], [4, 5, 9, 10])


def test_the_earliest_day_of_the_network_outweighs_a_constraint_before_it() -> None:
    solution = solved(Task("a", 2, constraint=Constraint("MSO", date(2026, 5, 28))))
    assert (days(solution, "a")[:2], floats(solution, "a")) == ([1, 2], (-2, 0))


@pytest.mark.parametrize(
    ("constraint", "dates"),
    [
        (on("MSO", 6), [6, 8, 6, 8]),
        (on("MFO", 7), [5, 7, 5, 7]),
        (on("SNET", 6), [6, 8, 10, 12]),
        (on("FNLT", 7), [1, 3, 5, 7]),
        (ALAP, [10, 12, 10, 12]),
    ],
)
def test_calendar_days_keep_a_constraint_on_a_day_off(constraint: Constraint, dates: list[int]) -> None:
    solution = solved(Task("long", 10), Task("a", 3, "calendar", constraint=constraint))
    assert days(solution, "a") == dates


def test_a_constraint_on_a_day_off_follows_the_calendar_of_its_task() -> None:
    solution = solved(Task("long", 10), Task("a", 2, calendar="seven", constraint=on("MSO", 6)))
    assert days(solution, "a") == [6, 7, 6, 7]


class TestMilestones:
    @pytest.mark.parametrize(
        ("constraint", "day"),
        [
            (on("SNET", 10), 10),
            (on("SNET", 6), 8),
            (on("FNET", 10), 10),
            (on("FNET", 6), 8),
            (on("MSO", 10), 10),
            (on("MFO", 10), 10),
            (on("MFO", 6), 5),
            (ALAP, 15),
        ],
    )
    def test_a_constraint_sets_the_day_of_a_milestone(self, constraint: Constraint, day: int) -> None:
        links = (Link("a", "m"),)
        solution = solved(Task("a", 2), Task("m", constraint=constraint), Task("z", 11), links=links)
        assert days(solution, "m")[:2] == [day, day]
        assert solution.driving == ()

    def test_work_behind_a_milestone_starts_with_its_day_or_after_it(self) -> None:
        starts = Task("s", constraint=on("MSO", 10)), Task("f", constraint=on("MFO", 10))
        links = Link("s", "b"), Link("f", "c")
        solution = solved(*starts, Task("b", 1), Task("c", 1), links=links)
        assert (days(solution, "b")[:2], days(solution, "c")[:2]) == ([10, 10], [11, 11])

    @pytest.mark.parametrize("kind", ["SNLT", "FNLT", "MSO", "MFO"])
    def test_a_milestone_that_is_reached_on_its_last_day_is_in_time(self, kind: ConstraintType) -> None:
        solution = solved(Task("a", 3), Task("m", constraint=on(kind, 3)), links=(Link("a", "m"),))
        assert (days(solution, "m"), floats(solution, "m")) == ([3, 3, 3, 3], (0, 0))

    @pytest.mark.parametrize("kind", ["SNLT", "FNLT", "MSO", "MFO"])
    def test_a_milestone_reached_a_day_too_late_has_a_day_of_negative_float(
        self, kind: ConstraintType
    ) -> None:
        solution = solved(Task("a", 4), Task("m", constraint=on(kind, 3)), links=(Link("a", "m"),))
        assert (days(solution, "m"), floats(solution, "m")) == ([4, 4, 3, 3], (-1, 0))
        assert floats(solution, "a") == (-1, 0)

    @pytest.mark.parametrize("kind", ["SNLT", "FNLT"])
    def test_a_milestone_at_the_start_of_a_day_is_limited_like_one_at_its_end(
        self, kind: ConstraintType
    ) -> None:
        solution = solved(Task("m", constraint=on(kind, 3)), Task("z", 9))
        assert (days(solution, "m"), floats(solution, "m")) == ([1, 1, 3, 3], (2, 2))


class TestProgress:
    def test_what_is_begun_no_longer_minds_when_it_should_start(self) -> None:
        kinds: tuple[ConstraintType, ...] = ("SNET", "SNLT", "MSO")
        tasks = [Task(k, 4, actual_start=june(2), remaining=2, constraint=on(k, 9)) for k in kinds]
        solution = solved(*tasks, Task("z", 10), status_date=june(3))
        assert {tuple(days(solution, kind)) for kind in kinds} == {(2, 4, 2, 16)}

    def test_what_is_begun_still_minds_when_it_should_finish(self) -> None:
        tasks = [
            Task("on", 4, actual_start=june(2), remaining=2, constraint=on("MFO", 9)),
            Task("by", 4, actual_start=june(2), remaining=2, constraint=on("FNLT", 3)),
            Task("late", 4, actual_start=june(2), remaining=2, constraint=ALAP),
        ]
        solution = solved(*tasks, Task("z", 10), status_date=june(3))
        assert (days(solution, "on"), floats(solution, "on")) == ([2, 9, 2, 9], (0, 0))
        assert (days(solution, "by")[:2], floats(solution, "by")) == ([2, 4], (-1, 0))
        assert days(solution, "late")[:2] == [2, 4]

    def test_finished_work_minds_no_constraint(self) -> None:
        done = Task("a", 2, actual_finish=june(2), constraint=on("MSO", 9))
        assert days(solved(done), "a") == [1, 2, 1, 2]


class TestAsLateAsPossible:
    def test_work_waits_until_what_is_behind_it_needs_it(self) -> None:
        links = Link("a", "c"), Link("b", "c")
        tasks = Task("a", 2, constraint=ALAP), Task("b", 6), Task("c", 1)
        solution = solved(*tasks, links=links)
        assert (days(solution, "a"), floats(solution, "a")) == ([5, 8, 5, 8], (0, 0))
        assert solution.tasks["a"].critical
        assert solution.driving == links

    def test_it_uses_up_the_free_float_and_leaves_the_total_float_of_what_is_behind_it(self) -> None:
        links = Link("a", "c"), Link("b", "c")
        tasks = Task("a", 2, constraint=ALAP), Task("b", 4), Task("c", 1), Task("z", 10)
        solution = solved(*tasks, links=links)
        assert (days(solution, "a"), floats(solution, "a")) == ([3, 4, 10, 11], (5, 0))
        assert days(solution, "c")[:2] == [5, 5]

    def test_a_chain_of_it_moves_as_one_and_gives_its_predecessors_the_float(self) -> None:
        links = Link("p", "a"), Link("a", "b"), Link("b", "c", "FF"), Link("z", "c")
        late = Task("a", 1, constraint=ALAP), Task("b", 1, constraint=ALAP)
        solution = solved(Task("p", 1), *late, Task("c", 2), Task("z", 8), links=links)
        assert [days(solution, name)[:2] for name in "pabc"] == [[1, 1], [11, 11], [12, 12], [11, 12]]
        assert floats(solution, "p") == (7, 7)

    def test_starts_that_wait_for_it_hold_it_back(self) -> None:
        links = Link("a", "b", "SS", 1), Link("z", "b")
        solution = solved(Task("a", 5, constraint=ALAP), Task("b", 5), Task("z", 3), links=links)
        assert days(solution, "a")[:2] == [3, 9]

    def test_it_is_never_moved_into_negative_float(self) -> None:
        links = Link("a", "c"), Link("b", "c")
        tasks = Task("a", 2, constraint=ALAP), Task("b", 8), Task("c", 1, deadline=june(5))
        solution = solved(*tasks, links=links)
        assert (days(solution, "a"), floats(solution, "a")) == ([3, 4, 3, 4], (0, 4))
        assert floats(solution, "c") == (-4, 0)

    def test_it_never_moves_the_finish_whatever_is_imposed(self) -> None:
        tasks = Task("a", 2, constraint=ALAP), Task("b", 4)
        solution = solved(*tasks, finish_by=june(12))
        assert (days(solution, "a")[:2], solution.finish) == ([3, 4], june(4))
        assert floats(solution, "a") == (6, 6)

    def test_the_goal_itself_does_not_wait(self) -> None:
        tasks = Task("a", 2, constraint=ALAP), Task("goal", 1, constraint=ALAP), Task("z", 9)
        solution = solved(*tasks, links=(Link("a", "goal"),), goal="goal")
        assert (days(solution, "a")[:2], days(solution, "goal")[:2]) == ([1, 2], [3, 3])

    def test_the_early_finishes_alone_are_the_same(self) -> None:
        tasks = Task("a", 2, constraint=ALAP), Task("b", 4)
        assert earliest_finishes(network(*tasks)) == {"a": june(4), "b": june(4)}


class TestImposedFinish:
    def test_late_dates_run_back_from_it_when_it_is_too_early(self) -> None:
        solution = solved(Task("a", 5), Task("b", 3), links=(Link("a", "b"),), finish_by=june(8))
        assert [days(solution, name)[:2] for name in "ab"] == [[1, 5], [8, 10]]
        assert solution.tasks["a"][2:4] == (date(2026, 5, 28), june(3))
        assert [floats(solution, name) for name in "ab"] == [(-2, 0), (-2, 0)]
        assert solution.finish == june(10)

    def test_late_dates_run_back_from_it_when_there_is_time_left(self) -> None:
        solution = solved(Task("a", 5), Task("b", 3), links=(Link("a", "b"),), finish_by=june(14))
        assert [floats(solution, name) for name in "ab"] == [(2, 0), (2, 2)]
        assert days(solution, "b") == [8, 10, 10, 12]
        assert not solution.tasks["b"].critical

    def test_a_milestone_at_the_start_of_a_day_may_stand_on_the_last_day(self) -> None:
        solution = solved(Task("m"), Task("a", 1), finish_by=june(3))
        assert (days(solution, "m"), floats(solution, "m")) == ([1, 1, 3, 3], (2, 2))

    def test_with_a_goal_it_is_the_goal_that_must_finish_by_then(self) -> None:
        tasks = Task("a", 2), Task("goal", 1), Task("z", 9)
        solution = solved(*tasks, links=(Link("a", "goal"),), goal="goal", finish_by=june(5))
        assert [floats(solution, name) for name in ("a", "goal", "z")] == [(2, 0), (2, 2), (0, 0)]

    def test_long_before_the_start_it_is_still_measured(self) -> None:
        solution = solved(Task("a", 5), finish_by=date(2024, 6, 3))
        assert floats(solution, "a")[0] == WorkCalendar().between(june(6), date(2024, 6, 4))


def test_the_float_of_calendar_days_is_the_lesser_of_start_and_finish() -> None:
    """From Thursday to Saturday it may still run from Friday to Sunday: its finish gains no working day."""
    tasks = Task("x", 3), Task("a", 3, "calendar"), Task("b", 1)
    solution = solved(*tasks, links=(Link("x", "a"), Link("a", "b")))
    assert (days(solution, "a"), floats(solution, "a")) == ([4, 6, 5, 7], (0, 0))


def test_tasks_with_little_float_are_near_critical() -> None:
    tasks = [Task(str(n), 10 - n) for n in (0, 7, 5, 6, 1)]
    assert solved(*tasks).near_critical() == ("1", "5")
    assert solved(*tasks).near_critical(6) == ("1", "5", "6")
