"""What would stand after changes, without a record."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain import verification
from planner.domain.activities import work
from planner.domain.changes import (
    ActivityChange,
    Against,
    AgencyChange,
    Change,
    FloorChange,
    Judged,
    NewAgencies,
    NewAgency,
    NewBaseline,
    NewFloor,
    NewServices,
    PlanningChange,
    ReviewChange,
    SeatChange,
    ServiceChange,
    ServiceRow,
    SettingsChange,
    applied,
    edited,
    judged,
)
from planner.domain.plan import (
    Agency,
    BaselineDates,
    FundingWindow,
    PlannedConstraint,
    PlannedDuration,
    Planning,
)
from planner.domain.services import COMPONENTS
from planner.domain.state import STATUSES, State, replay
from tests.domain.builders import PLAN_ID, SECRETARY, STAFF, START, TODAY, checklist, entry, item

TOMORROW = TODAY + timedelta(1)
ITEMS = checklist(
    item("KOM-01", verify=True),
    item("KSP-01", per_agency=True, gates=["usulan"]),
    item("PRM-01", after=["KOM-01", {"gate": "usulan"}]),
    launch="PRM-01",
)
SIX_DAYS = Planning(week=6)


def _begun(**agencies: dict[str, Any]) -> State:
    settings = {"name": "Kota Contoh", "regency": "35.73", "checklist": "contoh", "start": START.isoformat()}
    lines = [entry(1, "plan", PLAN_ID, settings)]
    lines += [entry(n, "agency", slug, fields) for n, (slug, fields) in enumerate(agencies.items(), 2)]
    found = replay(PLAN_ID, lines)
    assert found is not None
    return found


NOW = _begun(polres={"name": "Polres"}, bpjs={"name": "BPJS"})


def _judged(*changes: Change, now: State = NOW, actor: str = STAFF, on: date = TODAY) -> Judged:
    return judged(changes, ITEMS, now, actor, on, TODAY)


def _activities(now: State) -> set[str]:
    return set(work(ITEMS, now.plan).activities)


def test_nothing_asked_changes_nothing() -> None:
    assert _judged() == Judged(NOW)
    assert applied(NOW, (), STAFF, TODAY) == NOW


def test_each_change_is_judged_on_what_those_before_it_leave() -> None:
    joining, planning = NewAgencies(names=("PLN",)), PlanningChange(activity="KSP-01.pln", week=6)
    found = _judged(joining, planning)
    assert found.against == ()
    assert found.state.plan.planning == {"KSP-01.pln": SIX_DAYS}
    assert [(e.kind, e.subject) for e in found.edits] == [("agency", "pln"), ("planning", "KSP-01.pln")]
    assert _judged(planning, joining).against == (Against("unknown_activity"),)


def test_the_first_change_that_cannot_stand_ends_the_list_and_is_pointed_at() -> None:
    fine, twice = NewAgencies(names=("PLN",)), NewAgencies(names=("pln",))
    found = _judged(fine, twice, AgencyChange(agency="nobody", active=False))
    assert (found.against, found.position) == ((Against("duplicate_agency", "pln"),), 1)
    assert [e.subject for e in found.edits] == ["pln"]


def test_an_objection_that_holds_for_the_day_and_for_the_change_is_told_once() -> None:
    change = ActivityChange(activity="KOM-01", status="done", finished_on=TOMORROW)
    assert _judged(change, on=TOMORROW).against == (Against("future_date"),)
    assert _judged(SettingsChange(week=6), on=TOMORROW).against == (Against("future_date"),)


def test_an_agency_taken_out_takes_its_work_along_and_brings_it_back() -> None:
    begun = applied(NOW, [ActivityChange(activity="KSP-01.bpjs", status="in_progress")], STAFF, TODAY)
    gone = applied(begun, [AgencyChange(agency="bpjs", active=False, reason="Pindah")], STAFF, TODAY)
    assert "KSP-01.bpjs" not in _activities(gone)
    back = applied(gone, [NewAgencies(names=("BPJS",))], STAFF, TODAY)
    assert "KSP-01.bpjs" in _activities(back)
    assert back.progress["KSP-01.bpjs"].status == "in_progress"


def test_services_and_counters_of_an_agency_outlive_its_leaving() -> None:
    held = applied(
        NOW,
        [
            NewFloor(name="Dasar", counters=3),
            NewServices(rows=(ServiceRow(agency="bpjs", name="JKN", queue=True),)),
            SeatChange(floor="dasar", counter=2, agency="bpjs", weekdays=(1, 3)),
        ],
        STAFF,
        TODAY,
    )
    gone = applied(held, [AgencyChange(agency="bpjs", active=False, reason="Pindah")], STAFF, TODAY)
    assert (gone.plan.services, gone.plan.seats) == (held.plan.services, held.plan.seats)
    back = applied(gone, [NewAgency(name="Bpjs")], STAFF, TODAY)
    assert back.plan.agencies["bpjs"].reason == ""
    assert (set(back.plan.agencies), back.plan.services) == (set(held.plan.agencies), held.plan.services)


def test_a_service_that_comes_back_keeps_what_its_row_does_not_give() -> None:
    row = ServiceRow(agency="bpjs", name="JKN", cost="gratis", standard=COMPONENTS[:2])
    out: list[Change] = [NewServices(rows=(row,)), ServiceChange(service="bpjs.jkn", active=False)]
    again = NewServices(rows=(ServiceRow(agency="bpjs", name="jkn", duration="1 hari"),))
    (kept,) = applied(NOW, [*out, again], STAFF, TODAY).plan.services.values()
    assert (kept.cost, kept.standard, kept.duration, kept.active) == (
        "gratis",
        COMPONENTS[:2],
        "1 hari",
        True,
    )


def _in_waves(**waves: int) -> State:
    """The plan with these agencies alone, each in its wave."""
    agencies = {slug: Agency(name=f"Instansi {slug}", wave=wave) for slug, wave in waves.items()}
    return NOW.model_copy(update={"plan": NOW.plan.model_copy(update={"agencies": agencies})})


def _moved(**waves: int) -> list[AgencyChange]:
    return [AgencyChange(agency=slug, wave=wave) for slug, wave in waves.items()]


def _out(*slugs: str) -> list[AgencyChange]:
    return [AgencyChange(agency=slug, active=False, reason="Batal") for slug in slugs]


@pytest.mark.parametrize(
    ("stands", "changes", "empty"),
    [
        ({"a": 1, "b": 2}, _moved(a=2), 1),
        ({"a": 1, "b": 2}, _out("a"), 1),
        ({"a": 1, "b": 1}, _moved(b=7), 2),
        ({"a": 1, "b": 2, "c": 3}, _moved(b=3), 2),
        ({"a": 1, "b": 2, "c": 3}, _out("b"), 2),
        ({"a": 1, "b": 2}, [NewAgencies(names=("PLN",), wave=4)], 3),
        ({"a": 1, "b": 2}, [NewAgency(name="PLN", wave=4)], 3),
        ({"a": 1, "b": 4}, _moved(b=5), 4),
    ],
)
def test_a_wave_that_changes_leave_newly_empty_before_a_later_one_is_named(
    stands: dict[str, int], changes: list[Change], empty: int
) -> None:
    found = judged(changes, ITEMS, _in_waves(**stands), STAFF, TODAY, TODAY)
    assert found.against == (Against("wave_without_agencies", str(empty)),)
    assert (found.state, found.edits) == (_in_waves(**stands), ())


@pytest.mark.parametrize(
    ("stands", "changes"),
    [
        ({"a": 1, "b": 1}, _moved(b=2)),
        ({"a": 1, "b": 2, "c": 2}, _moved(b=1, c=1)),
        ({"a": 1, "b": 2, "c": 3}, _moved(b=3, c=2)),
        ({"a": 1, "b": 2}, _out("a", "b")),
        ({"a": 1, "b": 2}, [*_moved(a=2), *_out("b", "a")]),
        ({"a": 1}, _out("a")),
        ({}, [NewAgencies(names=("PLN",), wave=3)]),
        ({"a": 1, "b": 2}, _out("b")),
    ],
)
def test_waves_may_be_changed_where_none_is_empty_before_a_later_one_in_the_end(
    stands: dict[str, int], changes: list[Change]
) -> None:
    assert judged(changes, ITEMS, _in_waves(**stands), STAFF, TODAY, TODAY).against == ()


@pytest.mark.parametrize(
    "changes",
    [
        [AgencyChange(agency="b", contact="Bagian umum")],
        _moved(b=3),
        _out("b"),
        [NewAgencies(names=("PLN",))],
        [NewAgencies(names=("PLN",), wave=3)],
    ],
)
def test_a_plan_with_an_empty_wave_already_can_still_be_changed(changes: list[Change]) -> None:
    assert judged(changes, ITEMS, _in_waves(a=1, b=5), STAFF, TODAY, TODAY).against == ()


def test_of_several_changes_the_one_that_leaves_a_wave_empty_for_good_is_told() -> None:
    now = _in_waves(a=1, b=2, c=3)
    empties, fills, leaves = _moved(b=1)[0], NewAgencies(names=("PLN",), wave=2), _moved(c=5)[0]
    found = judged([empties, fills, leaves, *_moved(a=1)], ITEMS, now, STAFF, TODAY, TODAY)
    assert found.position == 2
    assert found.against == (Against("wave_without_agencies", "3"),)
    assert found.state == applied(now, [empties, fills], STAFF, TODAY)


def test_an_agency_of_a_later_wave_is_not_waited_for() -> None:
    later = applied(
        NOW, [AgencyChange(agency="bpjs", wave=2), NewAgencies(names=("PLN",), wave=3)], STAFF, TODAY
    )
    assert work(ITEMS, later.plan).gates["usulan"] == ("KSP-01.polres",)
    assert later.plan.taking_part == ("bpjs", "pln", "polres")


def test_the_dates_frozen_last_are_the_current_baseline_and_all_are_kept() -> None:
    first, second = (
        NewBaseline(name=name, launch=TODAY, activities={"PRM-01": BaselineDates(start=TODAY, finish=TODAY)})
        for name in ("Awal", "Kedua")
    )
    found = applied(NOW, [first, second], STAFF, TODAY).plan
    assert (list(found.baselines), found.settings.baseline) == (["awal", "kedua"], "kedua")
    assert found.baselines["awal"].frozen_on == TODAY
    assert _judged(first, first).against == (Against("duplicate_baseline"),)


def test_what_a_plan_sets_can_be_undone() -> None:
    done = applied(NOW, [PlanningChange(activity="KOM-01", week=6)], STAFF, TODAY)
    undone = applied(done, [PlanningChange(activity="KOM-01", week=None)], STAFF, TODAY)
    assert undone.plan.planning == {"KOM-01": Planning()}
    assert undone.revisions["planning", "KOM-01"] == 2


def test_a_change_that_changes_nothing_is_no_revision() -> None:
    once = applied(NOW, [SettingsChange(week=6)], STAFF, TODAY)
    assert once.revisions["plan", PLAN_ID] == 2
    assert applied(once, [SettingsChange(week=6)], STAFF, TODAY) == once
    assert applied(NOW, [PlanningChange(activity="KOM-01")], STAFF, TODAY) == NOW


def test_what_was_never_said_is_said_even_where_it_was_so_without_saying() -> None:
    assert applied(NOW, [SettingsChange(week=5)], STAFF, TODAY).revisions["plan", PLAN_ID] == 2


def test_a_review_lapses_with_what_is_done_after_it_and_stands_again_once_that_is_undone() -> None:
    reported = applied(NOW, [ActivityChange(activity="KOM-01", status="done")], STAFF, TODAY)
    accepted = applied(reported, [ReviewChange(activity="KOM-01", decision="accepted")], SECRETARY, TODAY)
    assert accepted.progress["KOM-01"].review is not None
    redone = applied(accepted, [ActivityChange(activity="KOM-01", finished_on=TOMORROW)], STAFF, TODAY)
    assert verification.lapsed(redone.progress["KOM-01"], ())
    day = accepted.progress["KOM-01"].finished_on
    undone = applied(redone, [ActivityChange(activity="KOM-01", finished_on=day)], STAFF, TODAY)
    assert not verification.lapsed(undone.progress["KOM-01"], ())


def test_the_state_before_is_left_as_it_was() -> None:
    before = NOW.model_copy(deep=True)
    applied(NOW, [NewAgencies(names=("PLN",)), SettingsChange(target=TOMORROW)], STAFF, TODAY)
    assert before == NOW


# Any list of changes.

WINDOW = FundingWindow(
    year=2026, budget="original", available_from=date(2026, 4, 1), spend_by=date(2026, 11, 30)
)
SPOTS = ["KOM-01", "KSP-01", "KSP-01.polres", "KSP-01.bpjs", "KSP-01.pln", "PRM-01"]
DAYS = st.dates(TODAY - timedelta(9), TOMORROW)
WEEKDAYS = st.lists(st.integers(1, 7), max_size=3).map(tuple)
changes: st.SearchStrategy[Change] = st.one_of(
    st.fixed_dictionaries(
        {"activity": st.sampled_from(SPOTS)},
        optional={
            "status": st.sampled_from(STATUSES),
            "started_on": st.none() | DAYS,
            "finished_on": st.none() | DAYS,
            "remaining": st.none() | st.integers(0, 9),
            "note": st.sampled_from(["", "a"]),
            "reason": st.sampled_from(["", "b"]),
        },
    ).map(ActivityChange.model_validate),
    st.builds(
        ReviewChange,
        activity=st.sampled_from(SPOTS),
        decision=st.sampled_from(["accepted", "returned"]),
        reason=st.sampled_from(["", "Kurang"]),
    ),
    st.fixed_dictionaries(
        {"agency": st.sampled_from(["polres", "bpjs", "pln"])},
        optional={
            "name": st.sampled_from(["Polres", "PLN", ""]),
            "wave": st.integers(1, 2),
            "active": st.booleans(),
            "reason": st.sampled_from(["", "Menunda"]),
            "weekdays": WEEKDAYS,
        },
    ).map(AgencyChange.model_validate),
    st.fixed_dictionaries(
        {"name": st.sampled_from(["PLN", "Samsat", "polres"])},
        optional={"wave": st.integers(1, 2), "weekdays": WEEKDAYS, "joint": st.booleans()},
    ).map(NewAgency.model_validate),
    st.lists(
        st.builds(
            ServiceRow,
            agency=st.sampled_from(["polres", "bpjs", "pln"]),
            name=st.sampled_from(["SKCK", "skck!", "JKN", "x"]),
        ),
        max_size=3,
    ).map(lambda rows: NewServices(rows=tuple(rows))),
    st.fixed_dictionaries(
        {"service": st.sampled_from(["polres.skck", "bpjs.jkn", "bpjs.skck"])},
        optional={
            "name": st.sampled_from(["SKCK", "Lain", ""]),
            "active": st.booleans(),
            "queue": st.none() | st.booleans(),
            "standard": st.lists(st.sampled_from(COMPONENTS[:3]), max_size=3).map(tuple),
        },
    ).map(ServiceChange.model_validate),
    st.builds(NewFloor, name=st.sampled_from(["Dasar", "dasar!", "x"]), counters=st.integers(0, 3)),
    st.fixed_dictionaries(
        {"floor": st.sampled_from(["dasar", "dasar-2"])},
        optional={"name": st.sampled_from(["Dasar", "Satu"]), "counters": st.integers(0, 3)},
    ).map(FloorChange.model_validate),
    st.fixed_dictionaries(
        {
            "floor": st.just("dasar"),
            "counter": st.integers(0, 3),
            "agency": st.sampled_from(["polres", "bpjs"]),
        },
        optional={"weekdays": WEEKDAYS, "active": st.booleans()},
    ).map(SeatChange.model_validate),
    st.fixed_dictionaries(
        {"names": st.lists(st.sampled_from(["PLN", "BPJS", "x", "警察"]), max_size=2).map(tuple)},
        optional={"wave": st.integers(1, 2)},
    ).map(NewAgencies.model_validate),
    st.fixed_dictionaries(
        {},
        optional={
            "name": st.sampled_from(["Kota Lain", "ab"]),
            "start": st.none() | DAYS,
            "target": st.none() | DAYS,
            "week": st.sampled_from([5, 6]),
            "days_off": st.lists(DAYS, max_size=3).map(tuple),
            "windows": st.sampled_from([(), (WINDOW,), (WINDOW, WINDOW)]),
            "baseline": st.sampled_from([None, "awal", "awal-2"]),
            "note": st.sampled_from(["", "catatan"]),
        },
    ).map(SettingsChange.model_validate),
    st.fixed_dictionaries(
        {"activity": st.sampled_from(SPOTS)},
        optional={
            "duration": st.none() | st.just(PlannedDuration(optimistic=1, likely=2, pessimistic=3)),
            "week": st.sampled_from([None, 5, 6, 7]),
            "constraint": st.sampled_from(
                [None, PlannedConstraint(type="ALAP"), PlannedConstraint(type="FNLT", day=TODAY)]
            ),
        },
    ).map(PlanningChange.model_validate),
    st.builds(
        NewBaseline,
        name=st.sampled_from(["Awal", "Awal?", "x"]),
        launch=st.just(TODAY),
        activities=st.sampled_from([{}, {"PRM-01": BaselineDates(start=TODAY, finish=TODAY)}]),
    ),
)


@given(st.lists(changes, max_size=6), st.sampled_from([STAFF, SECRETARY]), DAYS)
def test_changes_that_nothing_speaks_against_leave_a_state_that_can_be(
    asked: Sequence[Change], actor: str, on: date
) -> None:
    found = _judged(*asked, actor=actor, on=on)
    standing = asked[: found.position] if found.against else asked
    assert found.state == applied(NOW, standing, actor, on) == edited(NOW, found.edits)
    assert State.model_validate(found.state.model_dump()) == found.state


@pytest.mark.parametrize("count", [0, 1, 2])
def test_changes_may_be_made_in_one_list_or_one_after_another(count: int) -> None:
    asked: list[Change] = [
        NewAgencies(names=("PLN",)),
        AgencyChange(agency="pln", wave=2),
        PlanningChange(activity="KOM-01", week=7),
    ]
    parted = applied(applied(NOW, asked[:count], STAFF, TODAY), asked[count:], STAFF, TODAY)
    assert parted == applied(NOW, asked, STAFF, TODAY)
