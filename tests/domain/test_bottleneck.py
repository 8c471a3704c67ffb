"""Which agency is furthest behind, which step most of them wait for, and by when each must be ready."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest

from planner.domain.activities import Work
from planner.domain.bottleneck import (
    Bottleneck,
    agency_limits,
    bottleneck,
    limit_of,
    open_requirements,
)
from planner.domain.checklist import Checklist, PipelineStep
from planner.domain.limits import Limit
from planner.domain.pipeline import pipeline
from planner.domain.plan import PlannedDuration, Planning
from planner.domain.readiness import Readiness
from planner.domain.schedule import Schedule, schedule
from planner.domain.target import AgencyLatest, LatestDates, TargetDates, target_dates
from planner.domain.workdays import WorkCalendar
from tests.domain import builders
from tests.domain.builders import TODAY

FAR = TODAY + timedelta(days=400)
STEPS = (
    PipelineStep(id="bersedia", title="Bersedia", items=("AAA-01",)),
    PipelineStep(id="pks", title="PKS", items=("AAA-02",)),
    PipelineStep(id="hadir", title="Hadir", items=("AAA-03",)),
)


@dataclass(frozen=True)
class Found:
    """A plan and what follows from it."""

    work: Work
    readiness: Readiness
    schedule: Schedule
    target: TargetDates | None
    limits: dict[str, AgencyLatest]
    first: Bottleneck

    def target_dates(self, agency: str) -> dict[str, LatestDates]:
        assert self.target is not None
        return {i: dates for i, dates in self.target.activities.items() if i.endswith(f".{agency}")}

    def limit(self, activity: str) -> Limit | None:
        return limit_of(self.work.activities[activity], self.readiness, self.schedule, self.target)


def _checklist(last: Mapping[str, Any]) -> Checklist:
    third = builders.item("AAA-03", per_agency=True, after=("AAA-02",))
    third = third.model_copy(update={"duration": third.duration.model_copy(update=last)})
    whole = builders.checklist(
        builders.item("AAA-01", per_agency=True),
        builders.item("AAA-02", per_agency=True, after=("AAA-01",)),
        third,
        builders.item("AAA-06", per_agency=True, days=1),
        builders.item("AAA-04", after=("AAA-03", "AAA-06")),
        builders.item("AAA-05", per_agency=True, after=("AAA-04",)),
        launch="AAA-04",
    )
    return whole.model_copy(update={"head": whole.head.model_copy(update={"pipeline": STEPS})})


def found(
    done: tuple[str, ...] = (),
    *,
    agencies: tuple[str, ...] = ("bpn", "pln", "polres"),
    later: tuple[str, ...] = (),
    slow: str | None = None,
    target: date | None = None,
    calendar_week: bool = False,
) -> Found:
    """Agencies whose activities in ``done`` are over; ``slow`` takes thrice as long as its checklist says.

    ``calendar_week``: the last work before the opening takes seven calendar days.
    """
    checklist = _checklist(last={"unit": "calendar", "likely": 7, "pessimistic": 7} if calendar_week else {})
    plan = builders.plan(*agencies, target=target)
    waves = {
        slug: one.model_copy(update={"wave": 1 + (slug in later)}) for slug, one in plan.agencies.items()
    }
    longer = Planning(duration=PlannedDuration(optimistic=15, likely=15, pessimistic=15))
    planning = {slow: longer} if slow else {}
    plan = plan.model_copy(update={"agencies": waves, "planning": planning})
    progress = {activity: builders.done(on=TODAY) for activity in done}
    state = builders.state(plan, progress)
    work, ready = builders.measured(checklist, state)
    dates = schedule(work, state, ready, TODAY, ())
    wanted = target_dates(work, state, ready, TODAY, ())
    limits = agency_limits(work, ready, dates, wanted, WorkCalendar())
    first = bottleneck(checklist, work, ready, pipeline(checklist, work, ready), limits)
    return Found(work, ready, dates, wanted, limits, first)


def behind(of: Found) -> list[str]:
    return [limit.agency for limit in of.first.behind]


def tightest(of: Found) -> list[str]:
    return [limit.agency for limit in of.first.tightest]


def test_the_agency_with_the_least_float_is_furthest_behind() -> None:
    of = found(slow="AAA-03.pln")
    assert behind(of) == tightest(of) == ["pln"]


@pytest.mark.parametrize("target", [None, FAR])
def test_of_agencies_with_the_same_float_the_one_with_most_open_is_furthest_behind(
    target: date | None,
) -> None:
    of = found(("AAA-06.bpn", "AAA-06.polres"), target=target)
    assert len({limit.total_float for limit in of.limits.values()}) == 1
    assert behind(of) == ["pln"]
    assert tightest(of) == ["pln", "bpn", "polres"]


def test_agencies_that_are_alike_are_all_told() -> None:
    of = found(("AAA-06.bpn",))
    assert behind(of) == ["pln", "polres"]
    assert behind(found()) == tightest(found()) == ["bpn", "pln", "polres"]


def test_the_work_that_is_named_is_the_one_with_the_least_float() -> None:
    of = found(slow="AAA-02.polres", target=TODAY + timedelta(days=1))
    (limit,) = of.first.tightest
    least = min(dates.total_float for dates in of.target_dates("polres").values())
    assert of.target_dates("polres")[limit.activity].total_float == limit.total_float == least


def test_an_agency_is_ready_on_a_working_day_where_its_work_is_counted_in_calendar_days() -> None:
    of = found(calendar_week=True)
    assert {limit.latest.isoweekday() for limit in of.limits.values()} == {5}
    assert of.schedule.dates["AAA-03.bpn"].late_finish.isoweekday() == 7


def test_the_float_of_an_agency_runs_to_the_target_where_there_is_one() -> None:
    loose, tight = found(target=FAR), found(target=TODAY + timedelta(days=1))
    assert loose.limits["bpn"].total_float > 0
    assert tight.limits["bpn"].total_float < 0
    assert loose.target is not None
    assert loose.limits["bpn"] == next(a for a in loose.target.agencies if a.agency == "bpn")


def test_without_a_target_the_float_runs_to_the_launch() -> None:
    of = found(slow="AAA-02.polres")
    assert (of.limits["polres"].total_float, of.limits["bpn"].total_float) == (0, 10)
    own = [
        dates for i, dates in of.schedule.dates.items() if i.endswith(".bpn") and not i.startswith("AAA-05")
    ]
    assert of.limits["bpn"].latest == max(dates.late_finish for dates in own)
    assert of.limits["bpn"].ready == max(dates.early_finish for dates in own)
    assert of.limits["bpn"].activity == "AAA-01.bpn"


def test_the_step_is_the_one_most_agencies_wait_for_next() -> None:
    of = found(("AAA-01.bpn", "AAA-01.pln"))
    assert (of.first.step, of.first.waiting) == ("pks", ("bpn", "pln"))


def test_of_steps_as_many_wait_for_the_one_with_the_least_float_is_named() -> None:
    of = found(("AAA-01.bpn",), agencies=("bpn", "pln"), slow="AAA-03.bpn")
    assert (of.first.step, of.first.waiting) == ("pks", ("bpn",))


def test_of_steps_that_are_alike_the_earlier_one_is_named() -> None:
    of = found(("AAA-01.bpn", "AAA-02.bpn", "AAA-03.bpn", "AAA-01.pln", "AAA-02.pln", "AAA-03.pln"))
    assert (of.first.step, of.first.waiting) == ("bersedia", ("polres",))


def test_agencies_of_later_waves_are_neither_behind_nor_awaited() -> None:
    of = found(("AAA-01.bpn",), later=("pln", "polres"), slow="AAA-01.pln")
    assert of.first.agencies == ("bpn",)
    assert set(of.limits) == {"bpn"}
    assert (behind(of), of.first.step, of.first.waiting) == (["bpn"], "pks", ("bpn",))
    assert of.limit("AAA-01.pln") is None


def test_nobody_is_behind_where_all_have_done_everything() -> None:
    every = tuple(f"AAA-0{n}.{a}" for n in (1, 2, 3, 6) for a in ("bpn", "pln", "polres"))
    of = found(every)
    assert (of.first.tightest, of.first.behind) == ((), ())
    assert (of.first.step, of.first.waiting) == (None, ())
    assert of.limits == {}


def test_after_the_opening_no_agency_has_a_limit() -> None:
    of = found(("AAA-04",))
    assert of.readiness.opened_on == TODAY
    assert of.limits == {}
    assert behind(of) == []


def test_without_agencies_there_is_nothing_to_look_at() -> None:
    assert found(agencies=()).first == Bottleneck((), (), (), None, ())


def test_work_after_the_opening_is_no_open_requirement_of_the_first_wave() -> None:
    of = found(("AAA-01.bpn",), later=("polres",))
    assert open_requirements(of.work, of.readiness) == {"bpn": 3, "pln": 4, "polres": 5}


def test_finished_work_has_no_limit_and_unfinished_work_that_of_the_target() -> None:
    of = found(("AAA-01.bpn",), target=FAR)
    assert of.target is not None
    assert of.limit("AAA-01.bpn") is None
    wanted = of.target.activities["AAA-02.bpn"]
    assert of.limit("AAA-02.bpn") == Limit(wanted.finish, wanted.total_float, to_target=True)


def test_work_the_target_does_not_ask_for_keeps_the_dates_of_the_schedule() -> None:
    of = found(target=FAR)
    dates = of.schedule.dates["AAA-05.bpn"]
    assert of.limit("AAA-05.bpn") == Limit(dates.late_finish, dates.total_float)


def test_a_stand_in_has_no_limit() -> None:
    assert found(agencies=()).limit("AAA-01") is None


@pytest.mark.parametrize(
    ("limit", "passed"),
    [
        (Limit(TODAY, 0), False),
        (Limit(TODAY - timedelta(days=1), 0), True),
        (Limit(TODAY + timedelta(days=30), -1), True),
        (Limit(TODAY + timedelta(days=30), 3), False),
    ],
)
def test_a_limit_is_passed_when_its_day_is_over_or_out_of_reach(limit: Limit, passed: bool) -> None:
    assert limit.passed(TODAY) is passed
