"""Waves: what the launch waits for, and what comes when it is open already."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.activities import Work, work
from planner.domain.changes import AgencyChange, Change, NewAgencies, applied
from planner.domain.checklist import Checklist
from planner.domain.forecast import insight
from planner.domain.plan import Agency, PlannedDuration, Planning
from planner.domain.readiness import Readiness, readiness
from planner.domain.schedule import Schedule, schedule
from planner.domain.state import Evidence, Progress, State
from tests.domain.builders import SECRETARY, STAFF, TODAY, checklist, document, done, item, plan, state

ITEMS = checklist(
    item("AWL-01", days=3),
    item("KSP-01", per_agency=True, after=["AWL-01"], gates=["usulan"], evidence=["naskah"], weight=4),
    item("KSP-02", per_agency=True, after=["KSP-01"], days=4),
    item("KSP-03", after=[{"item": "KSP-02", "agencies": "all"}], weight=2),
    item("PRM-01", after=["KSP-03", {"gate": "usulan"}]),
    item("OPR-01", per_agency=True, after=["PRM-01"]),
    launch="PRM-01",
)
NAMES = ("bank", "bpjs", "pln", "polres")
FIRST = "polres"
"""An agency that stays in the first wave: a plan without any has stand-ins instead."""


def measured(now: State, of: Checklist = ITEMS) -> tuple[Work, Readiness]:
    todo = work(of, now.plan)
    return todo, readiness(of, todo, now)


def dated(now: State) -> Schedule:
    todo, ready = measured(now)
    return schedule(todo, now, ready, TODAY, frozenset())


def with_waves(now: State, waves: Mapping[str, int]) -> State:
    agencies = {slug: Agency(name=f"Instansi {slug}", wave=wave) for slug, wave in waves.items()}
    return now.model_copy(update={"plan": now.plan.model_copy(update={"agencies": agencies})})


def changed(now: State, *changes: Change) -> State:
    return applied(now, changes, STAFF, TODAY)


begun_on = st.integers(1, 9).map(lambda days: TODAY - timedelta(days))
progress = st.one_of(
    begun_on.map(lambda day: Progress(status="in_progress", started_on=day)),
    begun_on.map(lambda day: Progress(status="done", started_on=day, finished_on=TODAY, submitted_by=STAFF)),
    st.just(Progress(status="not_applicable", reason="Tidak perlu")),
)
spots = st.sampled_from(
    [*(f"{i}.{a}" for i in ("KSP-01", "KSP-02", "OPR-01") for a in NAMES), "AWL-01", "KSP-03"]
)
lasting = st.integers(0, 30).map(
    lambda days: Planning(duration=PlannedDuration(optimistic=days, likely=days, pessimistic=days))
)
waves = st.dictionaries(st.sampled_from(NAMES), st.integers(1, 3)).map(lambda w: {**w, FIRST: 1})


@st.composite
def plans(draw: st.DrawFn) -> State:
    """A plan with work of any length, done up to any point, by agencies of any waves."""
    begun = draw(st.dictionaries(spots, progress, max_size=5))
    files = [document(spot, "naskah") for spot in draw(st.sets(spots, max_size=3))]
    planning = draw(st.dictionaries(spots, lasting, max_size=5))
    now = state(plan().model_copy(update={"planning": planning}), begun, files)
    return with_waves(now, draw(waves))


@given(plans(), st.sampled_from(NAMES))
def test_an_agency_that_joins_the_first_wave_never_brings_the_launch_forward(now: State, slug: str) -> None:
    others = {s: a.wave for s, a in now.plan.agencies.items() if s != slug} or {"lain": 1}
    others = others if 1 in others.values() else {**others, "lain": 1}
    without, joined = with_waves(now, others), with_waves(now, {**others, slug: 1})
    assert dated(joined).launch >= dated(without).launch


@given(plans(), st.sampled_from(NAMES), st.integers(2, 4))
def test_an_agency_that_comes_later_never_puts_the_launch_back(now: State, slug: str, wave: int) -> None:
    anchored = {s: a.wave for s, a in now.plan.agencies.items()} | {"lain": 1, slug: 1}
    before = with_waves(now, anchored)
    after = changed(before, AgencyChange(agency=slug, wave=wave))
    assert dated(after).launch <= dated(before).launch


@given(plans())
def test_launch_gates_and_score_do_not_see_agencies_of_later_waves(now: State) -> None:
    first = {s: a.wave for s, a in now.plan.agencies.items() if a.wave == 1}
    alone = with_waves(now, first)
    (_, seen), (_, without) = measured(now), measured(alone)
    assert (seen.gates, seen.overall, seen.stages) == (without.gates, without.overall, without.stages)
    assert dated(now).launch == dated(alone).launch


@given(plans())
@settings(max_examples=15)
def test_the_forecast_waits_for_the_agencies_of_the_first_wave(now: State) -> None:
    todo, ready = measured(now)
    found = insight(todo, now, ready, TODAY, frozenset(), (), runs=20)
    waited_for = {a.agency for a in todo.activities.values() if a.agency is not None and not a.after_launch}
    assert waited_for == {s for s, a in now.plan.agencies.items() if a.wave == 1}
    assert found.agencies is not None
    assert set(found.agencies.median) == waited_for
    assert len(found.waiting) == len(waited_for)


@given(plans(), st.sampled_from(NAMES))
def test_an_agency_that_moves_keeps_all_it_has_done(now: State, slug: str) -> None:
    before = with_waves(now, {s: a.wave for s, a in now.plan.agencies.items()} | {"lain": 1, slug: 1})
    moved = changed(before, AgencyChange(agency=slug, wave=2))
    assert (moved.progress, moved.evidence) == (before.progress, before.evidence)
    (_, then), (_, there) = measured(before), measured(moved)
    assert there.activities == then.activities
    assert measured(changed(moved, AgencyChange(agency=slug, wave=1)))[1] == then


# One agency that has signed, one that has not.

SIGNED: Mapping[str, Progress] = {
    "AWL-01": done(on=TODAY),
    "KSP-01.polres": done(accepted_by=SECRETARY),
    "KSP-02.polres": done(on=TODAY),
    "KSP-01.bpjs": Progress(status="in_progress", started_on=date(2026, 2, 2)),
}
PROOF: list[Evidence] = [document("KSP-01.polres", "naskah"), document("KSP-01.bpjs", "naskah")]
TWO = state(plan("bpjs", "polres"), SIGNED, PROOF)


def told(now: State) -> tuple[float | None, int, int]:
    """Score, activities that count before the opening, and those that count apart."""
    found = measured(now)[1]
    return found.overall.score, found.overall.applicable, found.operation.applicable


def test_a_score_tells_what_moving_an_agency_changes() -> None:
    assert told(TWO) == ((1 + 2 + 0.5) / 9, 7, 2)
    later = changed(TWO, AgencyChange(agency="bpjs", wave=2))
    assert told(later) == ((1 + 4 + 1) / 9, 5, 4)
    assert measured(later)[1].gates[0].passed
    assert not measured(TWO)[1].gates[0].passed


def test_a_score_tells_what_an_agency_that_leaves_or_joins_changes() -> None:
    gone = changed(TWO, AgencyChange(agency="bpjs", active=False, reason="Belum siap"))
    assert told(gone) == ((1 + 4 + 1) / 9, 5, 1)
    back = changed(gone, NewAgencies(names=("Instansi bpjs",)))
    assert measured(back)[1] == measured(TWO)[1]
    assert told(changed(TWO, NewAgencies(names=("PLN",))))[1:] == (9, 3)


def test_work_of_a_later_wave_has_dates_of_its_own_behind_nothing_but_its_own() -> None:
    later = changed(TWO, AgencyChange(agency="bpjs", wave=2))
    dates = dated(later).dates
    assert dates["KSP-02.bpjs"].early_start > dates["KSP-01.bpjs"].early_finish
    assert not dates["KSP-02.bpjs"].critical
