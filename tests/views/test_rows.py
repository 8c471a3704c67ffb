from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.domain.activities import work
from planner.domain.readiness import readiness
from planner.domain.state import Assignment, Progress, State
from planner.domain.target import LatestDates, TargetDates
from planner.views import rows
from planner.views.rows import Filter, Show
from tests.views import world


def _matching(
    wanted: Filter,
    one: world.World | None = None,
    day: date = world.TODAY,
    target: TargetDates | None = None,
) -> list[str]:
    given = one or world.small()
    found = rows.matching(given.work, given.state.plan, given.readiness, given.schedule, target, day, wanted)
    return [activity.id for activity in found]


def test_without_a_filter_every_activity_is_listed_in_the_order_of_the_checklist() -> None:
    assert _matching(Filter()) == list(world.small().work.activities)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Filter(stage="usulan"), ["USL-01", "USL-02"]),
        (Filter(role="sekda"), []),
        (Filter(text="naskah BAKU"), ["KSP-02"]),
        (Filter(text="usl-0"), ["USL-01", "USL-02"]),
        (Filter(text="BPJS Kesehatan"), ["KSP-01.bpjs"]),
        (Filter(shows=frozenset({"critical"})), ["USL-01", "KSP-01.polres", "RSM-01"]),
        (Filter(shows=frozenset({"mine"}), mine="sekda"), []),
        (Filter(stage="komitmen", shows=frozenset({"mine"}), mine="dpmptsp"), ["KMT-01"]),
        (Filter(shows=frozenset({"mine"}), mine="sekda", assigned=frozenset({"USL-02"})), ["USL-02"]),
        (Filter(stage="komitmen", shows=frozenset({"unmet"})), []),
    ],
)
def test_a_filter_leaves_what_it_says(wanted: Filter, expected: list[str]) -> None:
    assert _matching(wanted) == expected


def test_work_is_late_after_its_latest_day_and_not_on_it() -> None:
    late: frozenset[Show] = frozenset({"late"})
    last = world.DATES["KSP-02"].late_finish
    assert "KSP-02" not in _matching(Filter(shows=late), day=last)
    assert "KSP-02" in _matching(Filter(shows=late), day=last + timedelta(days=1))


def test_work_past_a_limit_is_late_before_its_day() -> None:
    small = world.small()
    past = replace(world.DATES["USL-02"], total_float=-1)
    schedule = replace(small.schedule, dates={**world.DATES, "USL-02": past})
    wanted = Filter(stage="usulan", shows=frozenset({"late"}))
    assert _matching(wanted) == []
    assert _matching(wanted, replace(small, schedule=schedule)) == ["USL-02"]


def test_met_work_is_never_late() -> None:
    far = date(2030, 1, 1)
    assert "KMT-01" not in _matching(Filter(shows=frozenset({"late"})), day=far)


def test_the_rail_counts_met_of_applicable_work() -> None:
    small = world.small({"KSP-02": Progress(status="not_applicable", reason="sudah ada")})
    rail = rows.stage_rail(small.checklist, small.work, small.readiness)
    assert [(stage["met"], stage["total"]) for stage in rail] == [(1, 1), (0, 2), (0, 3), (0, 1)]


def _listed(
    one: world.World,
    tickable: Collection[str | None] = (None, "pln", "polres"),
    target: TargetDates | None = None,
) -> dict[str, dict[str, object]]:
    stages = rows.groups(
        one.checklist,
        one.state,
        one.readiness,
        one.schedule,
        target,
        world.TODAY,
        tuple(one.work.activities.values()),
        tickable,
        {"sekda": "Sekretaris daerah"},
    )
    found = [row for stage in stages for item in stage["items"] for row in item["rows"]]
    return {row["id"]: row for row in found}


def test_a_row_says_state_due_and_float_in_words() -> None:
    budget = _listed(world.small())["USL-02"]
    assert budget["state"] == "belum mulai"
    assert budget["due"] == "paling lambat 21 Des 2026"
    assert budget["float"] == "longgar 9 hari kerja"
    assert budget["tick"] is True


FOR_TARGET = TargetDates(
    world.TARGET,
    {
        "USL-01": LatestDates(date(2026, 10, 1), date(2026, 11, 19), -28),
        "USL-02": LatestDates(date(2026, 11, 1), date(2026, 12, 10), -9),
        "KSP-02": LatestDates(date(2026, 12, 1), date(2026, 12, 31), 4),
    },
    (),
)


def test_where_a_plan_has_a_target_its_limits_are_due_date_float_and_lateness() -> None:
    found = _listed(world.small(), target=FOR_TARGET)
    told = {i: (found[i]["due"], found[i]["float"], found[i]["tone"]) for i in FOR_TARGET.activities}
    assert told == {
        "USL-01": ("batas target 19 Nov 2026", "menahan peluncuran, terlambat 28 hari kerja", "late"),
        "USL-02": ("batas target 10 Des 2026", "terlambat 9 hari kerja", "late"),
        "KSP-02": ("batas target 31 Des 2026", "longgar 4 hari kerja", "calm"),
    }


def test_work_that_the_target_does_not_ask_for_goes_by_the_launch_on_the_present_course() -> None:
    assert _listed(world.small(), target=FOR_TARGET)["KSP-01.bpjs"]["due"].startswith("paling lambat ")


def test_the_filter_of_the_late_shows_what_is_late_for_the_target() -> None:
    late = Filter(shows=frozenset({"late"}))
    assert _matching(late) == ["KSP-01.pln"]
    assert _matching(late, target=FOR_TARGET) == ["USL-01", "USL-02", "KSP-01.pln"]


def test_a_done_row_says_its_day_and_no_float() -> None:
    done = _listed(world.small())["KMT-01"]
    assert (done["due"], done["float"], done["tone"]) == ("11 Mar 2026", "", "over")


def test_the_agencies_of_an_item_go_by_their_names() -> None:
    assert _listed(world.small())["KSP-01.polres"]["name"] == "Polres"


def test_a_row_says_who_is_to_do_the_work_and_that_it_is_overdue() -> None:
    small = world.small()
    given = {
        "USL-01": Assignment(person="sekda", due=world.TODAY - timedelta(days=2)),
        "USL-02": Assignment(person="sekda", due=world.TODAY),
    }
    listed = _listed(replace(small, state=small.state.model_copy(update={"assignments": given})))
    assert [(listed[a]["assigned"], listed[a]["overdue"]) for a in ("USL-01", "USL-02", "KSP-02")] == [
        ("ditugaskan kepada Sekretaris daerah, lewat batas waktu 2 hari (21 Nov 2026)", True),
        ("ditugaskan kepada Sekretaris daerah, batas waktu 23 Nov 2026", False),
        ("", False),
    ]


def test_nothing_can_be_ticked_where_writing_is_off() -> None:
    assert not [row for row in _listed(world.small(), ()).values() if row["tick"]]


def test_only_the_work_of_agencies_that_may_be_ticked_is() -> None:
    assert [key for key, row in _listed(world.small(), ("polres",)).items() if row["tick"]] == [
        key for key in world.small().work.activities if key.endswith(".polres")
    ]


def test_work_that_waits_for_agencies_cannot_be_ticked_and_asks_for_no_files() -> None:
    small = world.small()
    own = world.plan(agencies={})
    activities = work(small.checklist, own)
    state = State(plan=own)
    alone = replace(
        small, work=activities, state=state, readiness=readiness(small.checklist, activities, state)
    )
    row = _listed(alone)["KSP-01"]
    assert (row["tick"], row["evidence"]) == (False, "")


@pytest.mark.parametrize(
    ("progress", "tone"),
    [
        ({}, "calm"),
        ({"KSP-02": Progress(status="not_applicable", reason="sudah ada")}, "over"),
    ],
)
def test_a_row_is_as_loud_as_its_work_is_pressing(progress: dict[str, Progress], tone: str) -> None:
    assert _listed(world.small(progress))["KSP-02"]["tone"] == tone


def test_what_holds_the_launch_is_louder_and_what_is_late_loudest() -> None:
    small = world.small()
    listed = _listed(small)
    assert (listed["USL-01"]["tone"], listed["USL-01"]["float"]) == ("holds", "menahan peluncuran")
    past = replace(world.DATES["USL-01"], total_float=-4)
    late = replace(small, schedule=replace(small.schedule, dates={**world.DATES, "USL-01": past}))
    assert _listed(late)["USL-01"]["tone"] == "late"


def test_a_row_counts_the_proof_that_is_asked_for() -> None:
    listed = _listed(world.small())
    assert listed["KMT-01"]["evidence"] == "bukti 1/1"
    assert listed["KSP-01.pln"]["evidence"] == "bukti 0/1"


def test_what_does_not_apply_is_not_ticked_from_the_list() -> None:
    aside = {"KSP-02": Progress(status="not_applicable", reason="sudah ada")}
    row = _listed(world.small(aside))["KSP-02"]
    assert (row["tick"], row["state"], row["due"]) == (False, "tidak berlaku", "")


def test_where_all_is_proven_the_last_stage_is_shown() -> None:
    small = world.small()
    proven = {
        stage: replace(tally, submitted=0, in_progress=0, not_started=0)
        for stage, tally in small.readiness.stages.items()
    }
    done = replace(small.readiness, stages=proven)
    assert rows.current_stage(small.checklist, done) == "peresmian"


def test_the_current_stage_is_the_first_that_is_not_proven() -> None:
    small = world.small()
    assert rows.current_stage(small.checklist, small.readiness) == "usulan"


def test_only_known_filters_are_taken_from_an_address() -> None:
    assert rows.known_shows(["late", "drop table"]) == frozenset({"late"})
