from __future__ import annotations

from dataclasses import replace
from datetime import date

from planner.domain.state import Progress
from planner.views.gantt.rows import Row, rows
from tests.views import world


def _keys(found: tuple[Row, ...]) -> list[str]:
    return [row.key for row in found]


def _by_key(found: tuple[Row, ...]) -> dict[str, Row]:
    return {row.key: row for row in found}


def test_done_work_is_folded_into_the_line_of_its_stage() -> None:
    found = rows(*world.small().given)
    assert _keys(found) == [
        "stage:komitmen",
        "stage:usulan",
        "USL-01",
        "USL-02",
        "stage:kesepakatan",
        "KSP-02",
        "KSP-01",
        "stage:peresmian",
        "RSM-01",
    ]
    first = found[0]
    assert (first.done, first.total, first.finished) == (1, 1, True)
    assert (first.done_start, first.done_finish) == (date(2026, 3, 2), date(2026, 3, 11))
    assert first.start is None


def test_done_work_gets_rows_when_asked_for() -> None:
    found = rows(*world.small().given, show_done=True, open_items=frozenset({"KSP-01"}))
    assert {"KMT-01", "KSP-01.pln"} <= set(_keys(found))


def test_the_agencies_of_an_item_are_one_row_with_their_envelope() -> None:
    group = _by_key(rows(*world.small().given))["KSP-01"]
    assert (group.kind, group.total, group.done, group.unproven) == ("group", 3, 1, 1)
    assert (group.start, group.finish) == (date(2027, 1, 4), date(2027, 6, 2))
    assert group.lead == "KSP-01.polres"


def test_only_the_stretch_that_holds_the_launch_is_critical_in_a_group() -> None:
    group = _by_key(rows(*world.small().given))["KSP-01"]
    assert group.critical
    assert group.critical_runs == ((date(2027, 1, 4), date(2027, 6, 2)),)
    assert group.tail is None


def test_what_holds_the_launch_has_no_tail_whatever_its_latest_date() -> None:
    small = world.small()
    wide = replace(world.DATES["USL-01"], late_finish=date(2027, 1, 8))
    schedule = replace(small.schedule, dates={**world.DATES, "USL-01": wide})
    found = rows(small.checklist, small.work, small.state, small.readiness, schedule)
    assert _by_key(found)["USL-01"].tail is None


def test_an_unfolded_item_has_a_row_for_each_unfinished_agency() -> None:
    found = rows(*world.small().given, open_items=frozenset({"KSP-01"}))
    inside = [row for row in found if row.inside]
    assert [row.title for row in inside] == ["BPJS Kesehatan", "Polres"]
    assert inside[0].tail == date(2027, 3, 14)
    assert _by_key(found)["KSP-01"].opened


def test_a_folded_stage_is_one_line_that_shows_what_holds_the_launch() -> None:
    found = rows(*world.small().given, folded_stages=frozenset({"usulan"}))
    stage = _by_key(found)["stage:usulan"]
    assert "USL-01" not in _keys(found)
    assert not stage.opened
    assert stage.critical_runs == ((date(2026, 11, 2), date(2026, 12, 31)),)


def test_stretches_that_touch_are_one() -> None:
    given = world.small()
    dates = {
        **world.DATES,
        "USL-01": world.dated(date(2026, 11, 23), 5, critical=True),
        "USL-02": world.dated(date(2026, 11, 28), 5, critical=True),
    }
    schedule = replace(given.schedule, dates=dates)
    found = rows(given.checklist, given.work, given.state, given.readiness, schedule)
    assert _by_key(found)["stage:usulan"].critical_runs == ((date(2026, 11, 23), date(2026, 12, 2)),)


def test_work_after_the_opening_and_work_that_does_not_apply_have_no_row() -> None:
    gone = world.small({"KSP-02": Progress(status="not_applicable", reason="sudah ada")})
    keys = _keys(rows(*gone.given, show_done=True))
    assert "RSM-01" in keys
    assert not {"RSM-02", "KSP-02"} & set(keys)


def test_rows_stand_in_order_of_their_dates_within_a_stage() -> None:
    found = rows(*world.large().given)
    first_stage = [row.start for row in found if row.kind == "group" and row.stage == "tahap-1"]
    assert len(first_stage) == 5
    assert first_stage == sorted(first_stage, key=lambda day: day or date.min)


def test_every_unfinished_activity_is_counted_once_in_its_stage() -> None:
    found = rows(*world.large().given)
    assert sum(row.total for row in found if row.kind == "stage") == 331


def test_an_item_of_a_single_agency_is_a_plain_row_that_names_it() -> None:
    single = world.large(items=3, agencies=1)
    row = _by_key(rows(*single.given))["KSP-01"]
    assert (row.kind, row.agency, row.inside) == ("task", "Instansi nomor 1", False)
