from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, get_args

import pytest

from planner.domain.advice import Action, Hold, Step, holds, next_actions
from planner.domain.checklist import Checklist
from planner.domain.limits import Limit
from planner.domain.plan import FundingWindow
from planner.domain.schedule import schedule
from planner.domain.state import Progress, Review, State
from planner.domain.target import target_dates
from tests.domain.builders import (
    SECRETARY,
    STAFF,
    TODAY,
    checklist,
    document,
    done,
    item,
    measured,
    plan,
    state,
)


def _actions(of: Checklist, now: State) -> tuple[Action, ...]:
    todo, ready = measured(of, now)
    given = (todo, now, ready, TODAY, ())
    return next_actions(of, todo, now, ready, schedule(*given), target_dates(*given))


def _items(of: Checklist, now: State) -> list[str]:
    return [action.item for action in _actions(of, now)]


ONE = checklist(item("KOM-01", evidence=["sk"], verify=True, role=STAFF), item("PRM-01"), launch="PRM-01")
LATE_MONEY = FundingWindow(
    year=2026, budget="original", available_from=date(2026, 6, 1), spend_by=date(2026, 12, 15)
)
PAID = checklist(
    item("KOM-01").model_copy(update={"funding": "apbd"}), item("PRM-01", after=["KOM-01"]), launch="PRM-01"
)
RETURNED = Progress(
    status="done", submitted_by=STAFF, review=Review(decision="returned", by=SECRETARY, reason="Kurang")
)
AGENCY_ITEM = checklist(item("KOM-01", per_agency=True), item("PRM-01"), launch="PRM-01")
STEPS: list[tuple[Step, str, Checklist, State]] = [
    ("list_agencies", STAFF, AGENCY_ITEM, state()),
    ("start", STAFF, ONE, state()),
    ("fund", STAFF, PAID, state(plan(windows=[LATE_MONEY]))),
    ("start", STAFF, PAID, state()),
    ("finish", STAFF, PAID, state(plan(windows=[LATE_MONEY]), {"KOM-01": Progress(status="in_progress")})),
    ("finish", STAFF, ONE, state(progress={"KOM-01": Progress(status="in_progress")})),
    ("attach", STAFF, ONE, state(progress={"KOM-01": done()})),
    ("accept", SECRETARY, ONE, state(progress={"KOM-01": done()}, evidence=[document("KOM-01", "sk")])),
    ("correct", STAFF, ONE, state(progress={"KOM-01": RETURNED}, evidence=[document("KOM-01", "sk")])),
    ("correct", STAFF, ONE, state(progress={"KOM-01": RETURNED})),
]


@pytest.mark.parametrize(("step", "role", "of", "now"), STEPS)
def test_the_next_step_is_named_with_the_role_whose_move_it_is(
    step: Step, role: str, of: Checklist, now: State
) -> None:
    (found,) = [action for action in _actions(of, now) if action.item == "KOM-01"]
    assert (found.step, found.role) == (step, role)


def test_every_step_has_its_case() -> None:
    assert {step for step, *_ in STEPS} == set(get_args(Step))


CHAIN = checklist(
    item("KOM-01"),
    item("KOM-02", after=["KOM-01"]),
    item("PRM-01", after=["KOM-02"]),
    item("PAN-01", after=["PRM-01"]),
    launch="PRM-01",
)


def test_only_work_that_waits_for_nothing_is_listed() -> None:
    assert _items(CHAIN, state()) == ["KOM-01"]
    assert _items(CHAIN, state(progress={"KOM-01": done()})) == ["KOM-02"]


def test_work_that_was_begun_early_is_listed_too() -> None:
    begun = state(progress={"KOM-02": Progress(status="in_progress", started_on=TODAY)})
    assert set(_items(CHAIN, begun)) == {"KOM-01", "KOM-02"}


def test_what_does_not_apply_holds_nobody_and_is_not_listed() -> None:
    aside = state(progress={"KOM-01": Progress(status="not_applicable", reason="Tidak ada")})
    assert _items(CHAIN, aside) == ["KOM-02"]


def test_met_work_is_not_listed() -> None:
    met = state(progress={"KOM-01": done(), "KOM-02": done(), "PRM-01": done()})
    assert _items(CHAIN, met) == ["PAN-01"]


def test_work_after_the_opening_is_listed_once_the_mall_is_open() -> None:
    loose = checklist(item("PRM-01"), item("PAN-01", after=[_link("PRM-01", "FF")]), launch="PRM-01")
    assert _items(loose, state()) == ["PRM-01"]
    assert _items(loose, state(progress={"PRM-01": done()})) == ["PAN-01"]


def _link(name: str, kind: str) -> dict[str, Any]:
    return {"item": name, "type": kind}


@pytest.mark.parametrize(
    ("kind", "status", "listed"),
    [
        ("SS", "not_started", False),
        ("SS", "in_progress", True),
        ("FS", "in_progress", False),
        ("FF", "not_started", True),
        ("SF", "not_started", True),
    ],
)
def test_a_link_holds_the_start_only_where_it_speaks_of_the_start(
    kind: str, status: Any, listed: bool
) -> None:
    linked = checklist(
        item("KOM-01"), item("KOM-02", after=[_link("KOM-01", kind)]), item("PRM-01"), launch="PRM-01"
    )
    found = _items(linked, state(progress={"KOM-01": Progress(status=status)}))
    assert ("KOM-02" in found) is listed


GATED = checklist(
    item("USL-01", gates=["usulan"], evidence=["surat"]),
    item("SET-01", gates=["persetujuan"], after=[{"gate": "usulan"}]),
    item("KOM-01", days=400),
    item("PRM-01", after=["SET-01", "KOM-01"]),
    launch="PRM-01",
    gates=["usulan", "persetujuan"],
)


def test_what_waits_for_a_gate_is_listed_when_the_gate_is_passed() -> None:
    ticked = state(progress={"USL-01": done()})
    assert set(_items(GATED, ticked)) == {"USL-01", "KOM-01"}
    proven = state(progress={"USL-01": done(accepted_by=SECRETARY)}, evidence=[document("USL-01", "surat")])
    assert set(_items(GATED, proven)) == {"SET-01", "KOM-01"}


def test_a_gate_item_put_aside_does_not_free_what_waits_for_it() -> None:
    linked = checklist(item("USL-01", gates=["usulan"]), item("PRM-01", after=["USL-01"]), launch="PRM-01")
    aside = state(progress={"USL-01": Progress(status="not_applicable", reason="Tidak perlu")})
    assert _items(linked, aside) == ["USL-01"]


def test_gates_come_first_even_before_the_critical_path() -> None:
    first, second = _actions(GATED, state())
    assert (first.item, first.gate, first.critical) == ("USL-01", "usulan", False)
    assert (second.item, second.gate, second.critical) == ("KOM-01", None, True)


def test_earlier_gates_come_before_later_ones() -> None:
    both = checklist(
        item("SET-01", gates=["persetujuan"]),
        item("USL-01", gates=["usulan"]),
        item("USL-02", gates=["usulan", "persetujuan"]),
        item("PRM-01"),
        launch="PRM-01",
        gates=["usulan", "persetujuan"],
    )
    assert [(a.item, a.gate) for a in _actions(both, state())][:3] == [
        ("USL-01", "usulan"),
        ("USL-02", "usulan"),
        ("SET-01", "persetujuan"),
    ]


def test_a_passed_gate_is_not_what_an_action_serves() -> None:
    of = checklist(
        item("USL-01", gates=["usulan"]),
        item("SET-01", gates=["persetujuan"]),
        item("PRM-01"),
        launch="PRM-01",
        gates=["usulan", "persetujuan"],
    )
    (first, *_) = _actions(of, state(progress={"USL-01": done(accepted_by=SECRETARY)}))
    assert (first.item, first.gate) == ("SET-01", "persetujuan")


def test_without_gates_the_critical_path_comes_first_then_the_least_float() -> None:
    of = checklist(
        item("KOM-01", days=3),
        item("KOM-02", days=9),
        item("KOM-03", days=6),
        item("PRM-01", after=["KOM-01", "KOM-02", "KOM-03"]),
        launch="PRM-01",
    )
    found = _actions(of, state())
    assert [(a.item, a.critical, a.limit.total_float) for a in found] == [
        ("KOM-02", True, 0),
        ("KOM-03", False, 3),
        ("KOM-01", False, 6),
    ]


def test_agencies_at_the_same_step_of_an_item_are_one_action() -> None:
    of = checklist(
        item("KSP-01", per_agency=True, evidence=["pks"], days=10),
        item("PRM-01", after=["KSP-01"]),
        launch="PRM-01",
    )
    begun = Progress(status="in_progress", started_on=TODAY, remaining=3)
    now = state(plan("bpjs", "pln", "polres", "samsat"), {"KSP-01.pln": done(), "KSP-01.samsat": begun})
    groups = {a.step: a for a in _actions(of, now)}
    assert groups["start"].activities == ("KSP-01.bpjs", "KSP-01.polres")
    assert groups["attach"].activities == ("KSP-01.pln",)
    assert groups["finish"].activities == ("KSP-01.samsat",)
    assert (groups["start"].critical, groups["finish"].critical) == (True, False)
    assert groups["start"].limit.latest == date(2026, 3, 13)


# Money.

LONG_BEFORE_MONEY = checklist(
    item("KOM-01", days=9),
    item("KOM-02", after=["KOM-01"], days=20).model_copy(update={"funding": "apbd"}),
    item("KOM-03", days=30),
    item("PRM-01", after=["KOM-02", "KOM-03"]),
    launch="PRM-01",
)


def test_money_that_the_launch_waits_for_is_asked_for_before_the_work_itself_can_begin() -> None:
    found = _actions(LONG_BEFORE_MONEY, state(plan(windows=[LATE_MONEY])))
    assert [(a.item, a.step, a.critical) for a in found] == [
        ("KOM-02", "fund", True),
        ("KOM-03", "start", False),
        ("KOM-01", "start", False),
    ]


def test_money_that_is_there_in_time_is_nobodys_next_step() -> None:
    in_time = LATE_MONEY.model_copy(update={"available_from": date(2026, 3, 13)})
    found = _actions(LONG_BEFORE_MONEY, state(plan(windows=[in_time])))
    assert [(a.item, a.step) for a in found] == [("KOM-03", "start"), ("KOM-01", "start")]


def test_agencies_that_wait_for_the_same_money_are_one_action() -> None:
    of = checklist(
        item("KSP-01", per_agency=True).model_copy(update={"funding": "apbd"}),
        item("PRM-01", after=["KSP-01"]),
        launch="PRM-01",
    )
    (action,) = _actions(of, state(plan("bpjs", "polres", windows=[LATE_MONEY])))
    assert (action.step, action.activities) == ("fund", ("KSP-01.bpjs", "KSP-01.polres"))


def test_work_that_waits_for_money_without_holding_the_launch_is_nobodys_next_step() -> None:
    of = checklist(
        item("KOM-01", days=90),
        item("KOM-02").model_copy(update={"funding": "apbd"}),
        item("PRM-01", after=["KOM-01", "KOM-02"]),
        launch="PRM-01",
    )
    found = _actions(of, state(plan(windows=[LATE_MONEY])))
    assert [(a.item, a.step) for a in found] == [("KOM-01", "start")]


def test_money_without_which_the_target_is_missed_is_asked_for_too() -> None:
    of = checklist(
        item("KOM-01", days=90),
        item("KOM-02").model_copy(update={"funding": "apbd"}),
        item("PRM-01", after=["KOM-01", "KOM-02"]),
        launch="PRM-01",
    )
    found = _actions(of, state(plan(windows=[LATE_MONEY], target=date(2026, 4, 30))))
    (fund,) = [action for action in found if action.step == "fund"]
    assert (fund.item, fund.critical, fund.limit.to_target) == ("KOM-02", False, True)
    assert fund.limit.total_float < 0


# What a target asks for.


def test_where_there_is_a_target_a_step_is_due_by_it() -> None:
    sooner = date(2026, 3, 10)
    (step,) = _actions(CHAIN, state(plan(target=sooner)))
    assert step.limit.to_target
    assert step.limit.latest < sooner
    (free,) = _actions(CHAIN, state())
    assert (free.limit.to_target, free.limit.total_float) == (False, 0)


# What holds the launch.


def _action(name: str, *, critical: bool = True) -> Action:
    return Action(name, (name,), "start", STAFF, None, critical, Limit(TODAY, 0))


def _saved(days: dict[str, int]) -> Callable[[Action], int]:
    def ask(action: Action) -> int:
        return sum(days[activity] for activity in action.activities)

    return ask


def test_money_holds_the_launch_like_work_does() -> None:
    fund = Action("KOM-02", ("KOM-02",), "fund", STAFF, None, True, Limit(TODAY, 0))
    found = holds([_action("KOM-01"), fund], _saved({"KOM-01": 3, "KOM-02": 9}))
    assert found == (Hold(fund, 9), Hold(_action("KOM-01"), 3))


def test_what_holds_the_launch_longest_comes_first() -> None:
    saved = _saved({"KOM-01": 3, "KOM-02": 9})
    found = holds([_action("KOM-01"), _action("KOM-02")], saved)
    assert found == (Hold(_action("KOM-02"), 9), Hold(_action("KOM-01"), 3))


def test_no_more_is_named_than_asked_for() -> None:
    saved = _saved({f"KOM-0{n}": n for n in range(1, 10)})
    actions = [_action(f"KOM-0{n}") for n in range(1, 10)]
    assert [hold.days for hold in holds(actions, saved)] == [9, 8, 7, 6, 5]
    assert [hold.days for hold in holds(actions, saved, most=2)] == [9, 8]


def test_critical_work_that_alone_brings_no_day_is_named_last_with_none() -> None:
    found = holds([_action("KOM-01"), _action("KOM-02")], _saved({"KOM-01": 0, "KOM-02": 2}))
    assert [(hold.action.item, hold.days) for hold in found] == [("KOM-02", 2), ("KOM-01", 0)]


def _late(name: str, days: int, gate: str | None = None, step: Step = "start") -> Action:
    return Action(name, (name,), step, STAFF, gate, False, Limit(TODAY, -days, to_target=True))


def test_behind_what_holds_the_launch_stands_what_is_late_for_the_target_gates_first() -> None:
    late = [_late("KOM-02", 9), _late("KOM-03", 12), _late("USL-01", 4, gate="usulan")]
    found = holds([*late, _action("KOM-01")], _saved({"KOM-01": 3}))
    assert [(hold.action.item, hold.days) for hold in found] == [
        ("KOM-01", 3),
        ("USL-01", None),
        ("KOM-03", None),
        ("KOM-02", None),
    ]


def test_an_item_that_is_late_in_several_ways_or_holds_the_launch_is_named_once() -> None:
    steps = [_late("KOM-02", 9), _late("KOM-02", 12, step="finish"), _late("KOM-01", 2)]
    found = holds([*steps, _action("KOM-01")], _saved({"KOM-01": 3}))
    assert [(hold.action.item, hold.action.step) for hold in found] == [
        ("KOM-01", "start"),
        ("KOM-02", "finish"),
    ]


def test_what_is_late_fills_only_the_places_that_are_left() -> None:
    late = [_late(f"KOM-0{n}", n) for n in range(2, 9)]
    assert len(holds([*late, _action("KOM-01")], _saved({"KOM-01": 3}))) == 5


def test_what_keeps_to_the_target_or_misses_a_limit_of_its_own_is_not_named() -> None:
    in_time = Action("KOM-01", ("KOM-01",), "start", STAFF, None, False, Limit(TODAY, 4, to_target=True))
    own = Action("KOM-02", ("KOM-02",), "start", STAFF, None, False, Limit(TODAY, -4))
    assert holds([in_time, own], _saved({})) == ()


def test_work_with_float_holds_nothing() -> None:
    assert holds([_action("KOM-01", critical=False)], _saved({"KOM-01": 9})) == ()
