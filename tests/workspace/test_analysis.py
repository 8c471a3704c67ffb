"""What pages and commands may ask of a plan beside its dates, through the door of the workspace."""

from __future__ import annotations

from datetime import date

from planner.domain.conflict import Demand
from planner.domain.plan import Baseline, BaselineDates, PlanSettings
from planner.workspace import Snapshot, plan_conflicts, plan_quality, plan_variance
from planner.workspace.snapshot import see
from tests.workspace.office import TODAY, Office


def seen(office: Office, target: date | None = None, **plan: object) -> Snapshot:
    """The plan of the office, with a target and whatever else is set."""
    now = office.seen()
    settings = now.state.plan.settings.model_copy(update={"target": target, "baseline": "awal"})
    changed = now.state.plan.model_copy(update={"settings": PlanSettings.model_validate(settings), **plan})
    state = now.state.model_copy(update={"plan": changed})
    found = see(office.workspace.library, state, TODAY, TODAY, now.version)
    assert isinstance(found, Snapshot)
    return found


def test_without_a_target_there_are_no_latest_dates_and_the_advice_is_to_set_one(started: Office) -> None:
    plan = seen(started)
    assert plan.target is None
    assert plan_conflicts(plan) == ()
    assert plan_quality(plan)[0].check == "no_target"


def test_a_target_too_soon_is_told_per_agency_as_a_conflict_and_as_advice(started: Office) -> None:
    plan = seen(started, TODAY)
    target = plan.target
    assert target is not None
    assert sorted(a.agency for a in target.agencies) == sorted(plan.state.plan.agencies)
    assert plan_conflicts(plan)[0].of == Demand("target", plan.work.launch)
    assert plan_conflicts(plan)[0].days == plan.schedule.behind_target
    assert plan_quality(plan)[0].check == "negative_float"


def test_a_plan_is_held_against_its_current_baseline_or_a_named_one(started: Office) -> None:
    days = started.seen().schedule.dates
    activities = {
        i: BaselineDates(start=d.early_start, finish=d.early_finish)
        for i, d in days.items()
        if not i.startswith("gate:")
    }
    launch = started.seen().schedule.launch
    same = Baseline(name="Awal", frozen_on=TODAY, launch=launch, activities=activities)
    earlier = same.model_copy(update={"name": "Lama", "launch": TODAY, "activities": {}})
    plan = seen(started, baselines={"awal": same, "lama": earlier})
    current, named = plan_variance(plan), plan_variance(plan, "lama")
    assert current is not None
    assert named is not None
    assert (current.baseline, current.launch, current.added, current.removed) == ("awal", 0, (), ())
    assert named.name == "Lama"
    assert named.launch > 0
    assert named.added == tuple(plan.work.activities)


def test_a_plan_without_that_baseline_has_no_variance(started: Office) -> None:
    assert plan_variance(seen(started)) is None
    assert plan_variance(seen(started), "lama") is None
    assert plan_variance(started.seen()) is None
