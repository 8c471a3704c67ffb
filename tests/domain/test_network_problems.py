"""Networks without a solution say why, by code and ids."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from planner.domain.network import Constraint, Link, Network, NetworkProblem, Task, earliest_finishes, solve
from planner.domain.workdays import WorkCalendar

START = date(2026, 6, 1)
IDLE = WorkCalendar(frozenset())
A, B, C, D = (Task(name, 2) for name in "abcd")


@pytest.mark.parametrize(
    ("network", "problems"),
    [
        ({"tasks": ()}, [("empty",)]),
        ({"tasks": (A, B, A)}, [("duplicate_id", "a")]),
        (
            {"tasks": (A,), "links": (Link("a", "x"), Link("y", "a"))},
            [("unknown_id", "x"), ("unknown_id", "y")],
        ),
        ({"tasks": (A,), "goal": "x"}, [("unknown_id", "x")]),
        ({"tasks": (Task("a", -1), Task("b", 1, remaining=-1))}, [("negative_duration", i) for i in "ab"]),
        ({"tasks": (Task("a", 1, calendar="x"),)}, [("unknown_calendar", "a", "x")]),
        ({"tasks": (A,), "calendars": {"x": IDLE}}, [("no_work_days", "x")]),
        ({"tasks": (A,), "default": IDLE}, [("no_work_days", "")]),
        ({"tasks": (A,), "links": (Link("a", "a"),)}, [("cycle", "a")]),
        ({"tasks": (Task("a", 9_000_000),)}, [("beyond_calendar", "2026-06-01")]),
        ({"tasks": (Task("a", 1, constraint=Constraint("MSO")),)}, [("constraint_without_date", "a", "MSO")]),
        ({"tasks": (A,), "start": date(9999, 12, 1)}, [("beyond_calendar", "9999-12-01")]),
        ({"tasks": (A,), "start": date(1, 1, 2)}, [("beyond_calendar", "0001-01-02")]),
        ({"tasks": (A,), "finish_by": date(1, 1, 1)}, [("beyond_calendar", "0001-01-01")]),
        ({"tasks": (A,), "status_date": date(9999, 12, 31)}, [("beyond_calendar", "9999-12-31")]),
        (
            {"tasks": (Task("a", 1, constraint=Constraint("SNET", date(9999, 12, 31))),)},
            [("beyond_calendar", "a", "9999-12-31")],
        ),
        (
            {"tasks": (A, Task("b", 1, actual_start=date(1, 1, 1)), Task("c", 1, deadline=date.max))},
            [("beyond_calendar", "b", "0001-01-01")],
        ),
        ({"tasks": (Task("a", 1, deadline=date.max),)}, [("beyond_calendar", "a", "9999-12-31")]),
        ({"tasks": (Task("a", 9_000_000, deadline=date.max),)}, [("beyond_calendar", "2026-06-01")]),
    ],
)
def test_a_network_without_a_solution_names_everything_wrong(
    network: dict[str, Any], problems: list[tuple[Any, ...]]
) -> None:
    expected = tuple(NetworkProblem(code, tuple(ids)) for code, *ids in problems)
    assert solve(Network(**{"start": START} | network)) == expected


def test_a_cycle_is_named_in_the_order_of_its_links_from_its_first_task_without_what_hangs_on_it() -> None:
    links = Link("d", "a"), Link("a", "b"), Link("b", "c"), Link("c", "a"), Link("c", "e")
    found = solve(Network(START, (C, B, D, A, Task("e", 1)), links))
    assert found == (NetworkProblem("cycle", ("c", "a", "b")),)


def test_the_forward_pass_alone_names_the_same_problems() -> None:
    network = Network(START, (A, A))
    assert earliest_finishes(network) == solve(network)
