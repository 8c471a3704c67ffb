"""The solved network, case by case; 1 June 2026 is a Monday and every day below lies in June 2026."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from planner.domain.network import Link, Network, Solution, Task, earliest_finishes, solve
from planner.domain.workdays import WorkCalendar

START = date(2026, 6, 1)
EVERY_DAY = WorkCalendar.week(7)
SIX_DAYS = WorkCalendar.week(6)


def june(day: int) -> date:
    return date(2026, 6, day)


def solved(*tasks: Task, links: tuple[Link, ...] = (), **network: Any) -> Solution:
    """Solution of tasks from 1 June, on five-day weeks unless a task names ``six`` or ``seven``."""
    calendars = {"six": SIX_DAYS, "seven": EVERY_DAY}
    found = solve(Network(network.pop("start", START), tasks, links, calendars, **network))
    assert isinstance(found, Solution), found
    return found


def days(solution: Solution, task: str) -> list[int]:
    """Early start and finish, late start and finish of a task as days of June."""
    return [day.day for day in solution.tasks[task][:4]]


def floats(solution: Solution, task: str) -> tuple[int, int]:
    return solution.tasks[task].total_float, solution.tasks[task].free_float


@pytest.mark.parametrize(
    ("kind", "lag", "unit", "first", "last"),
    [
        ("FS", 0, "work", 5, 8),
        ("FS", 2, "work", 9, 10),
        ("FS", 2, "calendar", 8, 9),
        ("FS", -2, "work", 3, 4),
        ("SS", 0, "work", 1, 2),
        ("SS", 3, "work", 4, 5),
        ("SS", 5, "calendar", 8, 9),
        ("FF", 0, "work", 3, 4),
        ("FF", 1, "work", 4, 5),
        ("FF", 2, "calendar", 5, 8),
        ("FF", -1, "work", 2, 3),
        ("SF", 0, "work", 1, 2),
        ("SF", 4, "work", 3, 4),
    ],
)
def test_two_days_after_four_stand_where_their_link_puts_them(
    kind: Any, lag: int, unit: Any, first: int, last: int
) -> None:
    found = solved(Task("a", 4), Task("b", 2), links=(Link("a", "b", kind, lag, unit),))
    assert days(found, "b")[:2] == [first, last]


def test_a_link_is_a_lower_bound_and_never_pulls_before_the_start_of_the_project() -> None:
    found = solved(Task("a", 1), Task("b", 3), links=(Link("a", "b", "FF"), Link("a", "b", "SS", -400)))
    assert days(found, "b")[:2] == [1, 3]


def test_a_lag_is_counted_in_the_calendar_of_the_predecessor() -> None:
    tasks = Task("a", 5), Task("b", 1, calendar="seven")
    assert days(solved(*tasks, links=(Link("a", "b", lag=1),)), "b")[:2] == [9, 9]
    assert days(solved(*tasks, links=(Link("b", "a", lag=5),)), "a")[:2] == [8, 12]


def test_a_task_on_another_calendar_starts_on_its_own_next_day() -> None:
    found = solved(
        Task("a", 5),
        Task("six", 2, calendar="six"),
        Task("seven", 2, calendar="seven"),
        links=(Link("a", "six"), Link("a", "seven")),
    )
    assert days(found, "six")[:2] == [6, 8]
    assert days(found, "seven")[:2] == [6, 7]


def test_work_that_must_not_finish_before_a_saturday_finishes_on_monday() -> None:
    found = solved(Task("a", 6, calendar="six"), Task("b", 2), links=(Link("a", "b", "FF"),))
    assert days(found, "b")[:2] == [5, 8]
    assert found.driving == (Link("a", "b", "FF"),)


def test_a_finish_that_a_monday_bounds_from_its_start_may_fall_on_friday() -> None:
    tasks = Task("x", 5), Task("a", 1), Task("b", 2)
    for link in (Link("a", "b", "SF"), Link("a", "b", "SF", 0, "calendar"), Link("a", "b", "FF", -1)):
        assert days(solved(*tasks, links=(Link("x", "a"), link)), "b")[:2] == [4, 5]
    lead = solved(*tasks, links=(Link("x", "a"), Link("a", "b", "FF", -1, "calendar")))
    assert days(lead, "b")[:2] == [5, 8]


def test_calendar_days_start_and_end_on_any_day() -> None:
    found = solved(
        Task("a", 5), Task("b", 2, "calendar"), Task("c", 1), links=(Link("a", "b"), Link("b", "c"))
    )
    assert days(found, "b") == [6, 7, 6, 7]
    assert days(found, "c") == [8, 8, 8, 8]


def test_calendar_days_obey_links_to_their_finish() -> None:
    found = solved(
        Task("a", 5),
        Task("b", 3, "calendar"),
        links=(Link("a", "b", "FF", 1, "calendar"), Link("a", "b", "SS")),
    )
    assert days(found, "b")[:2] == [4, 6]
    assert found.driving == (Link("a", "b", "FF", 1, "calendar"),)


def test_calendar_days_that_must_start_early_have_their_late_dates_from_that() -> None:
    found = solved(Task("b", 3, "calendar"), Task("c", 8), links=(Link("b", "c", "SS"),))
    assert days(found, "b") == [1, 3, 1, 3]
    assert floats(found, "b") == (0, 0)


def test_a_start_that_others_wait_for_limits_the_late_dates() -> None:
    found = solved(Task("a", 2), Task("b", 5), Task("c", 9), links=(Link("a", "b", "SS", 1),))
    assert days(found, "a") == [1, 2, 4, 5]
    assert floats(found, "a") == (3, 0)
    assert floats(found, "b") == (3, 3)


def test_late_dates_run_back_from_the_last_finish_and_only_tasks_without_float_are_critical() -> None:
    found = solved(Task("a", 3), Task("b", 5), Task("c", 2), links=(Link("a", "c"), Link("b", "c")))
    assert days(found, "a") == [1, 3, 3, 5]
    assert floats(found, "a") == (2, 2)
    assert [name for name, dates in found.tasks.items() if dates.critical] == ["b", "c"]
    assert found.finish == june(9)


def test_late_dates_run_back_from_the_goal_where_one_is_named() -> None:
    found = solved(
        Task("a", 3),
        Task("goal", 1),
        Task("rest", 9),
        links=(Link("a", "goal"), Link("a", "rest", "SS")),
        goal="goal",
    )
    assert floats(found, "goal") == (0, 0)
    assert floats(found, "a") == (0, 0)
    assert found.finish == june(11)


def test_a_deadline_makes_floats_negative_and_moves_no_early_date() -> None:
    found = solved(Task("a", 5), Task("b", 5, deadline=june(10)), links=(Link("a", "b"),))
    assert days(found, "b")[:2] == [8, 12]
    assert found.tasks["a"][2:4] == (date(2026, 5, 28), june(3))
    assert (floats(found, "a"), floats(found, "b")) == ((-2, 0), (-2, 0))
    assert found.tasks["a"].critical


def test_a_deadline_far_before_the_start_is_still_measured() -> None:
    found = solved(Task("a", 5), Task("b", 5, deadline=date(2026, 1, 2)), links=(Link("a", "b"),))
    assert floats(found, "b") == (-WorkCalendar().between(date(2026, 1, 3), june(13)), 0)


def test_nothing_starts_before_its_own_earliest_day() -> None:
    found = solved(Task("a", 2, not_before=june(6)), Task("b", 1), links=(Link("a", "b"),))
    assert days(found, "a") == [8, 9, 8, 9]
    assert days(solved(Task("a", 2, not_before=date(2026, 5, 1))), "a")[:2] == [1, 2]


class TestMilestones:
    def test_a_milestone_stands_on_the_day_its_predecessor_finishes(self) -> None:
        found = solved(Task("a", 5), Task("m"), Task("b", 1), links=(Link("a", "m"), Link("m", "b")))
        assert days(found, "m") == [5, 5, 5, 5]
        assert days(found, "b")[:2] == [8, 8]
        assert found.driving == (Link("a", "m"), Link("m", "b"))

    def test_a_milestone_at_the_start_of_the_project_stands_on_its_first_working_day(self) -> None:
        found = solved(
            Task("m"), Task("n"), Task("b", 2), links=(Link("m", "n"), Link("n", "b")), start=june(6)
        )
        assert days(found, "m") == days(found, "n") == [8, 8, 8, 8]
        assert days(found, "b")[:2] == [8, 9]

    def test_a_milestone_behind_one_at_the_start_of_a_day_counts_from_that_day(self) -> None:
        found = solved(Task("m"), Task("n"), links=(Link("m", "n", lag=2),))
        assert days(found, "n")[:2] == [3, 3]

    def test_a_milestone_set_by_a_start_stands_on_the_day_that_starts(self) -> None:
        found = solved(Task("a", 5), Task("b", 1), Task("m"), links=(Link("a", "b"), Link("b", "m", "SS")))
        assert days(found, "m") == [8, 8, 8, 8]

    def test_a_milestone_set_by_a_start_and_a_finish_alike_is_not_shown_before_the_start(self) -> None:
        links = Link("a", "b"), Link("a", "m"), Link("b", "m", "SS")
        found = solved(Task("a", 3), Task("b", 1), Task("m"), links=links)
        assert days(found, "m")[:2] == [4, 4]
        assert found.driving == links

    def test_a_milestone_whose_predecessor_ends_on_its_day_off_stands_on_the_next_working_day(self) -> None:
        found = solved(Task("a", 7, calendar="seven"), Task("m"), links=(Link("a", "m"),))
        assert days(found, "m") == [8, 8, 8, 8]

    def test_a_finish_to_finish_lag_sets_the_day_of_a_milestone(self) -> None:
        found = solved(Task("a", 4), Task("m"), links=(Link("a", "m", "FF", 1),))
        assert days(found, "m")[:2] == [5, 5]

    def test_the_latest_day_of_a_milestone_lies_as_many_working_days_later_as_its_float(self) -> None:
        found = solved(Task("a", 2), Task("m"), Task("s"), Task("z", 7), links=(Link("a", "m"),))
        assert days(found, "m") == [2, 2, 9, 9]
        assert floats(found, "m") == (5, 5)
        assert (days(found, "s"), floats(found, "s")) == ([1, 1, 9, 9], (6, 6))


class TestProgress:
    def test_finished_work_keeps_its_real_dates_and_is_never_critical(self) -> None:
        found = solved(
            Task("a", 5, actual_start=june(6), actual_finish=june(7)), Task("b", 1), links=(Link("a", "b"),)
        )
        assert days(found, "a") == [6, 7, 6, 7]
        assert (floats(found, "a"), found.tasks["a"].critical) == ((0, 0), False)
        assert days(found, "b")[:2] == [8, 8]

    def test_finished_work_without_a_start_took_its_duration_but_not_from_before_the_project(self) -> None:
        found = solved(
            Task("a", 3, actual_finish=june(8)),
            Task("b", 3, actual_finish=june(2)),
            Task("c", 3, actual_finish=date(2026, 5, 4)),
            Task("d", 3, "calendar", actual_finish=june(8)),
        )
        assert [days(found, name)[:2] for name in "abcd"] == [[4, 8], [1, 2], [4, 4], [6, 8]]

    def test_a_finish_before_the_start_counts_alone(self) -> None:
        found = solved(Task("a", 3, actual_start=june(9), actual_finish=june(4)))
        assert days(found, "a") == [4, 4, 4, 4]

    def test_work_in_progress_goes_on_from_the_status_date_with_what_remains(self) -> None:
        found = solved(
            Task("a", 9, actual_start=june(2), remaining=2),
            Task("b", 1),
            Task("c", 9),
            links=(Link("a", "b"),),
            status_date=june(11),
        )
        assert days(found, "a") == [2, 12, 2, 22]
        assert floats(found, "a") == (6, 0)
        assert days(found, "b")[:2] == [15, 15]

    def test_without_a_status_date_what_remains_follows_the_real_start(self) -> None:
        assert days(solved(Task("a", 9, actual_start=june(3), remaining=2)), "a") == [3, 4, 3, 4]

    def test_work_in_progress_with_nothing_recorded_as_remaining_keeps_its_duration(self) -> None:
        found = solved(Task("a", 3, actual_start=june(2)), status_date=june(4))
        assert days(found, "a")[:2] == [2, 8]

    def test_the_rest_of_work_begun_too_early_waits_for_its_predecessor(self) -> None:
        found = solved(
            Task("a", 5),
            Task("b", 4, actual_start=june(1), remaining=2),
            links=(Link("a", "b"),),
            status_date=june(2),
        )
        assert days(found, "b") == [1, 10, 1, 10]
        assert found.driving == found.out_of_sequence == (Link("a", "b"),)

    def test_a_real_start_is_past_moving_and_limits_no_late_date(self) -> None:
        found = solved(
            Task("a", 5, actual_start=june(1), remaining=1),
            Task("b", 4),
            Task("c", 8),
            links=(Link("a", "b", "SS"),),
            status_date=june(3),
        )
        assert days(found, "a") == [1, 3, 1, 12]
        assert floats(found, "a") == (7, 7)

    def test_unstarted_work_never_starts_before_the_status_date(self) -> None:
        found = solved(Task("a", 2), Task("m"), links=(Link("a", "m"),), status_date=june(6))
        assert (days(found, "a")[:2], days(found, "m")[:2]) == ([8, 9], [9, 9])

    def test_a_milestone_behind_finished_work_stands_on_the_status_date_until_it_is_reached(self) -> None:
        done = Task("a", 2, actual_start=june(1), actual_finish=june(2))
        found = solved(done, Task("m"), links=(Link("a", "m"),), status_date=june(10))
        assert (days(found, "m")[:2], found.driving) == ([10, 10], ())

    def test_work_with_nothing_left_ends_with_the_day_before_the_status_date_but_not_before_it_began(
        self,
    ) -> None:
        found = solved(
            Task("a", 4, actual_start=june(2), remaining=0),
            Task("b", 4, actual_start=june(8), remaining=0),
            Task("m", actual_start=june(3)),
            Task("c", 1),
            links=(Link("b", "c"),),
            status_date=june(8),
        )
        assert [days(found, name)[:2] for name in "abm"] == [[2, 5], [8, 8], [3, 5]]
        assert days(found, "c")[:2] == [9, 9]

    def test_finished_work_drives_what_follows_only_past_the_status_date(self) -> None:
        done = Task("a", 2, actual_start=june(1), actual_finish=june(2))
        links = Link("a", "b"), Link("a", "c", lag=9)
        found = solved(done, Task("b", 1), Task("c", 1), links=links, status_date=june(8))
        assert found.driving == (Link("a", "c", lag=9),)

    def test_what_is_finished_drives_nothing_into_itself(self) -> None:
        done = Task("b", 2, actual_start=june(1), actual_finish=june(12))
        found = solved(Task("a", 9), done, links=(Link("a", "b", "SS"),))
        assert (found.driving, found.out_of_sequence) == ((), ())


BEGUN = Task("b", 3, actual_start=june(3), remaining=1)
ENDED = Task("b", 3, actual_start=june(3), actual_finish=june(5))


@pytest.mark.parametrize(
    ("pred", "succ", "link", "broken"),
    [
        (Task("a", 5), BEGUN, Link("a", "b"), True),
        (Task("a", 2, actual_start=june(1), actual_finish=june(4)), BEGUN, Link("a", "b"), True),
        (Task("a", 2, actual_start=june(1), actual_finish=june(3)), BEGUN, Link("a", "b"), False),
        (Task("a", 2, actual_start=june(1), actual_finish=june(2)), BEGUN, Link("a", "b"), False),
        (Task("a", 2, actual_start=june(1), actual_finish=june(2)), BEGUN, Link("a", "b", lag=2), True),
        (Task("a", 9, actual_start=june(4)), BEGUN, Link("a", "b", "SS"), True),
        (Task("a", 9, actual_start=june(3)), BEGUN, Link("a", "b", "SS"), False),
        (Task("a", 9, actual_start=june(1)), BEGUN, Link("a", "b", "FF"), False),
        (Task("a", 9, actual_start=june(1)), ENDED, Link("a", "b", "FF"), True),
        (Task("a", 9, actual_start=june(1)), ENDED, Link("a", "b", "SF"), False),
        (Task("a", 9, actual_start=june(8)), ENDED, Link("a", "b", "SF"), False),
        (Task("a", 9, actual_start=june(9)), ENDED, Link("a", "b", "SF"), True),
        (Task("a", 9), Task("b", 3, actual_finish=june(5)), Link("a", "b"), False),
    ],
)
def test_progress_against_a_link_is_named_as_far_as_the_record_proves_it(
    pred: Task, succ: Task, link: Link, broken: bool
) -> None:
    found = solved(pred, succ, links=(link,), status_date=june(8))
    assert found.out_of_sequence == (link,) * broken


@pytest.mark.parametrize(
    ("successor", "link", "drives"),
    [
        (Task("b", 2), Link("a", "b"), True),
        (Task("b", 2), Link("a", "b", lag=-1), True),
        (Task("b", 9), Link("a", "b", "FF"), False),
        (Task("b", 2), Link("a", "b", "FF"), True),
        (Task("b", 2, not_before=june(15)), Link("a", "b"), False),
        (Task("b", 2, "calendar"), Link("a", "b"), True),
        (Task("b", 2, "calendar"), Link("a", "b", "FF"), True),
        (Task("b", 9, "calendar"), Link("a", "b", "FF"), False),
        (Task("b"), Link("a", "b"), True),
        (Task("b", not_before=june(15)), Link("a", "b"), False),
    ],
)
def test_a_link_drives_where_its_successor_could_not_be_earlier_because_of_it(
    successor: Task, link: Link, drives: bool
) -> None:
    assert solved(Task("a", 5), successor, links=(link,)).driving == (link,) * drives


def test_the_forward_pass_alone_gives_the_same_finishes() -> None:
    network = Network(
        START,
        (Task("a", 5), Task("m"), Task("b", 3, actual_start=june(2), remaining=0), Task("c", 2, "calendar")),
        (Link("a", "m"), Link("m", "c")),
    )
    full = solve(network)
    assert isinstance(full, Solution)
    assert earliest_finishes(network) == {name: dates.ef for name, dates in full.tasks.items()}
