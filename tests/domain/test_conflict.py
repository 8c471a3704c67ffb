"""Conflicts and the smallest sets of what would have to give, by hand and against every set there is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.activities import work
from planner.domain.checklist import Estimate
from planner.domain.conflict import Conflict, Demand, conflicts, smallest_sets
from planner.domain.plan import PlannedDuration, Planning
from planner.domain.readiness import readiness
from planner.domain.schedule import schedule
from planner.domain.state import STATUSES, Progress
from tests.domain.small_plans import SmallPlan, small_plan

START = date(2026, 6, 1)
TARGET = Demand("target", "AAA-09")


def june(day: int) -> date:
    return date(2026, 6, day)


def points(optimistic: int, likely: int) -> dict[str, int]:
    return {"optimistic": optimistic, "likely": likely, "pessimistic": likely}


def duration(of: str) -> Demand:
    return Demand("duration", of)


def found(
    items: dict[str, Any], progress: dict[str, Any] | None = None, day: date = START, **plan: Any
) -> tuple[Conflict, ...]:
    """Conflicts of a plan of these items; the launch AAA-09 takes a day."""
    case = {"plan": {"start": START, **plan}, "day": day, "items": items, "launch": "AAA-09"}
    return of(small_plan({**case, "progress": progress or {}}))


def of(plan: SmallPlan) -> tuple[Conflict, ...]:
    return conflicts(plan.work, plan.state, plan.readiness, plan.day, plan.holidays)


CHAIN: dict[str, Any] = {
    "AAA-01": {"days": 5},
    "AAA-02": {"days": 4, "after": ["AAA-01"]},
    "AAA-09": {"days": 1, "after": ["AAA-02"]},
}
PARALLEL: dict[str, Any] = {
    "AAA-01": {"days": 5},
    "AAA-02": {"days": 5},
    "AAA-09": {"days": 1, "after": ["AAA-01", "AAA-02"]},
}
EACH: dict[str, Any] = {
    "AAA-01": {"days": 5, "per": "agency"},
    "AAA-09": {"days": 1, "after": [{"item": "AAA-01", "agencies": "all"}]},
}


def test_a_plan_that_keeps_its_dates_has_no_conflict() -> None:
    assert found(CHAIN) == ()
    assert found(CHAIN, target=june(12)) == ()


def test_a_target_that_nothing_can_save_can_only_move_itself() -> None:
    assert found(CHAIN, target=june(11)) == (Conflict(TARGET, 1, ()),)


def test_an_opening_that_has_been_misses_no_target() -> None:
    opened = {"AAA-09": {"status": "done", "finished_on": START, "submitted_by": "staf"}}
    assert found(CHAIN, opened, target=date(2026, 5, 1)) == ()


def test_finished_work_gives_nothing_any_more() -> None:
    over = {"AAA-01": {"status": "done", "finished_on": june(3), "submitted_by": "staf"}}
    planning = {name: {"duration": points(2, 5)} for name in ("AAA-01", "AAA-02")}
    assert found(CHAIN, over, day=june(4), target=june(10), planning=planning)[0].sets == (
        (duration("AAA-02"),),
    )


def test_a_missed_day_off_still_counts_as_a_day() -> None:
    assert found({"AAA-09": {"days": 6}}, target=june(7))[0].days == 1


def test_each_duration_that_suffices_alone_is_named_the_strongest_first() -> None:
    planning = {"AAA-01": {"duration": points(4, 5)}, "AAA-02": {"duration": points(1, 4)}}
    assert found(CHAIN, target=june(11), planning=planning) == (
        Conflict(TARGET, 1, ((duration("AAA-02"),), (duration("AAA-01"),))),
    )
    assert found(CHAIN, target=june(10), planning=planning) == (
        Conflict(TARGET, 2, ((duration("AAA-02"),),)),
    )
    assert found(CHAIN, target=june(8), planning=planning) == (
        Conflict(TARGET, 4, ((duration("AAA-01"), duration("AAA-02")),)),
    )


def test_latest_days_long_before_the_plan_began_still_count() -> None:
    items = CHAIN | {"AAA-01": {"days": 700}, "AAA-02": {"days": 700, "after": ["AAA-01"]}}
    planning = {name: {"duration": points(1, 700)} for name in ("AAA-01", "AAA-02")}
    assert found(items, target=june(8), planning=planning)[0].sets == (
        (duration("AAA-01"), duration("AAA-02")),
    )


def test_parallel_chains_must_give_together() -> None:
    planning = {"AAA-01": {"duration": points(2, 5)}, "AAA-02": {"duration": points(2, 5)}}
    assert found(PARALLEL, target=june(5), planning=planning) == (
        Conflict(TARGET, 1, ((duration("AAA-01"), duration("AAA-02")),)),
    )


def test_work_that_is_in_time_is_not_asked_to_give() -> None:
    planning = {"AAA-01": {"duration": points(1, 5)}, "AAA-02": {"duration": points(1, 4)}}
    items = PARALLEL | {"AAA-02": {"days": 4}}
    assert found(items, target=june(5), planning=planning)[0].sets == ((duration("AAA-01"),),)


def test_work_in_progress_gives_of_what_remains_and_never_its_last_day() -> None:
    planning = {"AAA-01": {"duration": points(0, 10)}, "AAA-02": {"duration": points(5, 10)}}
    running = {
        "AAA-01": {"status": "in_progress", "started_on": date(2026, 5, 28), "remaining": 4},
        "AAA-02": {"status": "in_progress", "started_on": date(2026, 5, 28), "remaining": 3},
    }
    pair = (duration("AAA-02"), duration("AAA-01"))
    assert found(PARALLEL, running, target=june(3), planning=planning)[0].sets == (pair,)
    assert found(PARALLEL, running, target=june(2), planning=planning)[0].sets == ()
    assert found(CHAIN, running, target=june(4), planning=planning)[0].sets == (pair[::-1],)


def test_an_agency_that_is_late_alone_can_follow_or_be_quicker_itself() -> None:
    planning = {
        "AAA-01.bpjs": {"duration": points(2, 4)},
        "AAA-01.polres": {"duration": points(2, 5)},
    }
    assert found(EACH, target=june(5), planning=planning, agencies=["bpjs", "polres"]) == (
        Conflict(TARGET, 1, ((duration("AAA-01.polres"),), (Demand("agency", "polres"),))),
    )


def test_several_late_agencies_give_as_one_item() -> None:
    planning = {f"AAA-01.{a}": {"duration": points(2, 5)} for a in ("bpjs", "polres")}
    assert found(EACH, target=june(5), planning=planning, agencies=["bpjs", "polres"])[0].sets == (
        (duration("AAA-01"),),
    )


def test_only_the_worst_of_several_late_agencies_is_asked_where_that_suffices() -> None:
    items = EACH | {
        "AAA-01": {"days": 5, "per": "agency", "after": ["AAA-02"]},
        "AAA-02": {"days": 4},
    }
    planning = {
        "AAA-01.bpjs": {"duration": points(2, 5)},
        "AAA-01.polres": {"duration": points(2, 8)},
        "AAA-02": {"duration": points(2, 4)},
    }
    (conflict,) = found(items, target=june(10), planning=planning, agencies=["bpjs", "polres"])
    assert conflict == Conflict(TARGET, 5, ((duration("AAA-01"),),))
    (conflict,) = found(items, target=june(8), planning=planning, agencies=["bpjs", "polres"])
    assert conflict.sets == ((duration("AAA-02"), duration("AAA-01")),)
    planning["AAA-01.bpjs"] = {"duration": points(3, 3)}
    (conflict,) = found(items, target=june(8), planning=planning, agencies=["bpjs", "polres"])
    assert conflict.sets == (
        (duration("AAA-02"), duration("AAA-01.polres")),
        (duration("AAA-02"), Demand("agency", "polres")),
    )


def test_an_agency_that_is_in_time_once_something_else_gives_is_not_asked() -> None:
    items = EACH | {
        "AAA-01": {"days": 5, "per": "agency", "after": ["AAA-02"]},
        "AAA-02": {"days": 4},
    }
    planning = {
        "AAA-01.bpjs": {"duration": points(2, 3)},
        "AAA-01.polres": {"duration": points(2, 8)},
        "AAA-02": {"duration": points(2, 4)},
    }
    (conflict,) = found(items, target=june(8), planning=planning, agencies=["bpjs", "polres"])
    assert conflict.sets == (
        (duration("AAA-02"), duration("AAA-01.polres")),
        (duration("AAA-02"), Demand("agency", "polres")),
    )


def test_an_opening_waits_for_one_agency_at_least() -> None:
    assert found(EACH, target=june(5), agencies=["bpjs"])[0].sets == ()
    assert found(EACH, target=june(5), agencies=["bpjs", "polres"])[0].sets == ()


def test_money_that_is_there_earlier_can_end_a_conflict() -> None:
    items = CHAIN | {"AAA-02": {"days": 4, "after": ["AAA-01"], "funding": "apbd"}}
    items["AAA-01"] = {"days": 5, "gates": ["usulan"]}
    items["AAA-02"]["after"] = [{"gate": "usulan"}]
    late = [{"year": 2026, "budget": "original", "available_from": june(15), "spend_by": june(30)}]
    planning = {"AAA-02": {"duration": points(3, 4)}}
    assert found(items, target=june(12), windows=late, planning=planning) == (
        Conflict(TARGET, 5, ((Demand("budget", "AAA-02"),),)),
    )


def test_a_little_sooner_can_be_one_budget_sooner() -> None:
    items = CHAIN | {"AAA-02": {"days": 4, "after": ["AAA-01"], "funding": "apbd"}}
    tight = [{"year": 2026, "budget": "original", "available_from": START, "spend_by": june(10)}]
    planning = {"AAA-01": {"duration": points(4, 5)}}
    conflict = found(items, target=june(15), windows=tight, planning=planning)[0]
    assert conflict.sets == ((duration("AAA-01"),), (Demand("budget", "AAA-02"),))


def test_a_date_constraint_that_holds_work_back_can_be_dropped() -> None:
    planning = {"AAA-02": {"constraint": {"type": "SNET", "day": june(15)}}}
    assert found(CHAIN, target=june(12), planning=planning)[0].sets == ((Demand("constraint", "AAA-02"),),)


@pytest.mark.parametrize(
    ("kind", "day", "late"),
    [("SNLT", 4, 2), ("FNLT", 9, 2), ("MSO", 4, 2), ("MFO", 9, 2)],
)
def test_a_constraint_that_is_missed_is_a_conflict_of_its_own(kind: str, day: int, late: int) -> None:
    planning = {
        "AAA-01": {"duration": points(3, 5)},
        "AAA-02": {"constraint": {"type": kind, "day": june(day)}, "duration": points(2, 4)},
    }
    (conflict,) = found(CHAIN, planning=planning)
    assert (conflict.of, conflict.days) == (Demand("constraint", "AAA-02"), late)
    assert (duration("AAA-01"),) in conflict.sets


def test_constraints_that_are_kept_or_over_are_no_conflict() -> None:
    kept = {"AAA-02": {"constraint": {"type": "MSO", "day": june(8)}}}
    assert found(CHAIN, planning=kept) == ()
    over = {"AAA-01": {"status": "done", "finished_on": june(5), "submitted_by": "staf"}}
    missed = {"AAA-01": {"constraint": {"type": "FNLT", "day": june(2)}}}
    assert found(CHAIN, over, day=june(8), planning=missed) == ()


def test_a_constraint_of_an_agency_falls_away_with_it() -> None:
    planning = {"AAA-01.polres": {"constraint": {"type": "FNLT", "day": june(3)}}}
    (conflict,) = found(EACH, planning=planning, agencies=["bpjs", "polres"])
    assert conflict == Conflict(Demand("constraint", "AAA-01.polres"), 2, ((Demand("agency", "polres"),),))


def test_a_constraint_behind_the_launch_is_looked_at_too() -> None:
    items = CHAIN | {"AAA-10": {"days": 2, "after": ["AAA-09"]}}
    planning = {
        "AAA-01": {"duration": points(2, 5)},
        "AAA-10": {"constraint": {"type": "FNLT", "day": june(12)}},
    }
    assert found(items, planning=planning) == (
        Conflict(Demand("constraint", "AAA-10"), 2, ((duration("AAA-01"),),)),
    )


def test_work_that_waits_for_itself_has_no_conflicts_to_tell() -> None:
    with pytest.raises(ValueError, match="cycle"):
        found(CHAIN | {"AAA-01": {"days": 5, "after": ["AAA-02"]}})


NAMES = [Demand("duration", f"AAA-{n:02d}") for n in range(20)]


def by(worth: dict[str, int], late: int) -> Any:
    return lambda demands: late - sum(worth.get(d.subject, 0) for d in demands)


def test_beyond_the_shortlist_single_demands_are_still_all_tried() -> None:
    missed = by({NAMES[19].subject: 5, NAMES[0].subject: 4}, 5)
    assert smallest_sets(NAMES, missed, shortlist=1) == ((NAMES[19],),)


def test_pairs_are_chosen_among_those_that_move_the_date_most() -> None:
    missed = by({d.subject: n for n, d in enumerate(NAMES)}, 37)
    assert smallest_sets(NAMES, missed, shortlist=3) == ((NAMES[18], NAMES[19]),)


def test_what_no_solution_can_do_without_is_in_every_set() -> None:
    def missed(demands: Sequence[Demand]) -> int:
        return 1 - (NAMES[3] in demands and (NAMES[5] in demands or NAMES[7] in demands))

    assert smallest_sets(NAMES, missed) == ((NAMES[3], NAMES[5]), (NAMES[3], NAMES[7]))


def test_more_than_three_that_must_all_give_are_no_set() -> None:
    assert smallest_sets(NAMES[:4], by({d.subject: 1 for d in NAMES}, 4)) == ()
    assert smallest_sets(NAMES[:8], by({d.subject: 1 for d in NAMES}, 4)) == ()
    assert smallest_sets([], by({}, 1)) == ()


POSSIBLE = [
    *(duration(f"AAA-0{n}") for n in (1, 2, 3, 4)),
    Demand("budget", "AAA-02"),
    Demand("constraint", "AAA-03"),
    Demand("agency", "bpjs"),
    Demand("agency", "polres"),
]


def after(plan: SmallPlan, demands: Sequence[Demand]) -> date:
    """The launch after demands were given, by changing the plan itself and scheduling it anew."""
    now, done = plan.state.plan, dict(plan.state.progress)
    planning, agencies = dict(now.planning), dict(now.agencies)
    for kind, subject in demands:
        if kind == "agency":
            agencies[subject] = agencies[subject].model_copy(update={"active": False})
        if kind == "constraint":
            planning[subject] = planning[subject].model_copy(update={"constraint": None})
        for name in [a for a in plan.work.activities if kind == "duration" and a.startswith(subject)]:
            was = plan.work.activities[name].estimate
            low = max(1, was.optimistic)
            planned = PlannedDuration(optimistic=low, likely=low, pessimistic=low)
            planning[name] = planning.get(name, Planning()).model_copy(update={"duration": planned})
            left = {key: p for key, p in done.items() if key == name and p.remaining is not None}
            done |= {key: p.model_copy(update={"remaining": shorter(p, was)}) for key, p in left.items()}
    changed = now.model_copy(update={"planning": planning, "agencies": agencies})
    state = plan.state.model_copy(update={"plan": changed, "progress": done})
    todo = work(plan.checklist, changed)
    todo = todo.funded([subject for kind, subject in demands if kind == "budget"])
    return schedule(todo, state, readiness(plan.checklist, todo, state), plan.day, plan.holidays).launch


def shorter(running: Progress, was: Estimate) -> int:
    return max(1, -(-(running.remaining or 0) * was.optimistic // was.likely))


estimates = st.tuples(st.integers(0, 6), st.integers(1, 6)).map(lambda p: points(min(p), max(p)))
plans = st.fixed_dictionaries(
    {
        "planning": st.tuples(estimates, estimates, estimates, estimates, estimates, st.integers(0, 20)),
        "opens": st.integers(0, 20),
        "lasts": st.integers(0, 25),
        "remaining": st.none() | st.integers(1, 8),
        "links": st.sets(st.sampled_from([(1, 2), (1, 3), (2, 3), (1, 4), (2, 4), (3, 4)])),
        "early": st.integers(1, 15),
    }
)


def drawn(given: dict[str, Any]) -> SmallPlan:
    """Three items, the second paid from a short budget, the third held back, the fourth per agency."""
    one, two, three, bpjs, polres, held = given["planning"]
    opens = START + timedelta(given["opens"])
    waits = {n: [f"AAA-0{i}" for i, j in sorted(given["links"]) if j == n] for n in (1, 2, 3, 4)}
    items: dict[str, Any] = {f"AAA-0{n}": {"days": 3, "after": waits[n]} for n in (1, 2, 3, 4)}
    items["AAA-02"]["funding"], items["AAA-04"]["per"] = "apbd", "agency"
    every = [{"item": "AAA-04", "agencies": "all"}, "AAA-01", "AAA-02", "AAA-03"]
    items["AAA-09"] = {"days": 1, "after": every}
    begun = {"status": "in_progress", "started_on": START, "remaining": given["remaining"]}
    return small_plan(
        {
            "plan": {
                "start": START,
                "agencies": ["bpjs", "polres"],
                "windows": [
                    {
                        "year": 2026,
                        "budget": "original",
                        "available_from": opens,
                        "spend_by": opens + timedelta(given["lasts"]),
                    },
                    {
                        "year": 2026,
                        "budget": "revised",
                        "available_from": date(2026, 7, 20),
                        "spend_by": date(2026, 12, 1),
                    },
                ],
                "planning": {
                    "AAA-01": {"duration": one},
                    "AAA-02": {"duration": two},
                    "AAA-03": {
                        "duration": three,
                        "constraint": {"type": "SNET", "day": START + timedelta(held)},
                    },
                    "AAA-04.bpjs": {"duration": bpjs},
                    "AAA-04.polres": {"duration": polres},
                },
            },
            "day": START,
            "items": items,
            "launch": "AAA-09",
            "progress": {"AAA-01": begun} if given["remaining"] else {},
        }
    )


@settings(max_examples=60)
@given(plans)
def test_no_smaller_set_ends_a_conflict_and_every_named_set_does(given: dict[str, Any]) -> None:
    plan = drawn(given)
    target = plan.schedule.launch - timedelta(given["early"])
    wanted = plan.state.plan.settings.model_copy(update={"target": target})
    changed = plan.state.plan.model_copy(update={"settings": wanted})
    plan = SmallPlan(
        plan.checklist,
        plan.work,
        plan.state.model_copy(update={"plan": changed}),
        plan.readiness,
        plan.day,
        plan.holidays,
    )
    (conflict,) = of(plan)
    named = [after(plan, demands) for demands in conflict.sets]
    assert named == sorted(named)
    assert all(launch <= target for launch in named)
    size = len(conflict.sets[0]) if conflict.sets else 4
    assert {len(demands) for demands in conflict.sets} <= {size}
    smaller = [d for n in range(1, size) for d in combinations(POSSIBLE, n)]
    both = {Demand("agency", "bpjs"), Demand("agency", "polres")}
    assert [d for d in smaller if not both <= set(d) and after(plan, d) <= target] == []


odd_days = st.dates(date(2026, 4, 1), date(2026, 9, 1)) | st.sampled_from([date.min, date.max])
records = st.fixed_dictionaries(
    {
        "status": st.sampled_from(STATUSES),
        "started_on": st.none() | odd_days,
        "finished_on": st.none() | odd_days,
        "remaining": st.none() | st.integers(0, 2000),
    }
)
constraints = st.fixed_dictionaries(
    {"type": st.sampled_from(["SNLT", "FNLT", "MSO", "MFO"]), "day": odd_days}
)
names = st.sampled_from(["AAA-01", "AAA-02", "AAA-09"])


@given(st.dictionaries(names, records), st.dictionaries(names, constraints), odd_days)
def test_any_record_any_constraint_and_any_target_have_an_answer(
    progress: dict[str, Any], fixed: dict[str, Any], target: date
) -> None:
    planning = {name: {"constraint": wanted, "duration": points(1, 9)} for name, wanted in fixed.items()}
    told = found(CHAIN, progress, target=target, planning=planning)
    assert all(conflict.days > 0 for conflict in told)
    assert all(conflict.of not in demands for conflict in told for demands in conflict.sets)
