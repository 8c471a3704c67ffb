from __future__ import annotations

from datetime import date

from planner.domain.target import AgencyLatest, TargetDates
from planner.domain.variance import ActivityVariance, Variance
from planner.views import schedule_tables
from tests.views import world

READY, LATEST = date(2027, 6, 2), date(2027, 5, 14)


def _limits(*floats: int) -> TargetDates:
    agencies = ("polres", "bpjs", "pln")
    found = [
        AgencyLatest(agency, f"KSP-01.{agency}", READY, LATEST, room)
        for agency, room in zip(agencies, floats, strict=False)
    ]
    return TargetDates(world.TARGET, {}, tuple(found))


def _moved(**shifts: tuple[int, int]) -> Variance:
    activities = {
        key.replace("__", ".").replace("_", "-"): ActivityVariance(*days) for key, days in shifts.items()
    }
    return Variance("awal", "Rencana Januari", date(2026, 1, 5), 0, activities, (), ())


def test_an_agency_that_is_too_late_is_told_by_word_and_sign() -> None:
    table = schedule_tables.agency_limits(world.plan(), world.checklist(), _limits(-13, 0, 4))
    assert table.iloc[0].to_dict() == {
        "Instansi": "Polres",
        "Batas target": "14 Mei 2027",
        "Dengan laju sekarang": "2 Jun 2027",
        "Jarak": "▼ terlambat 13 hari kerja",
        "Yang menentukan": "Perjanjian kerja sama ditandatangani",
    }
    assert list(table["Jarak"])[1:] == ["✓ tanpa kelonggaran", "✓ longgar 4 hari kerja"]


def test_without_agencies_the_table_keeps_its_columns() -> None:
    table = schedule_tables.agency_limits(world.plan(), world.checklist(), _limits())
    assert list(table.columns) == list(schedule_tables.LIMIT_COLUMNS)
    assert table.empty


def test_agencies_whose_work_moved_alike_share_a_row_and_the_most_shifted_stands_first() -> None:
    moved = _moved(
        KSP_01__polres=(5, 5), KSP_01__bpjs=(5, 5), KSP_01__pln=(2, 9), USL_01=(0, 7), KMT_01=(0, 0)
    )
    table = schedule_tables.moved(world.plan(), world.checklist(), moved)
    assert list(table.columns) == list(schedule_tables.MOVED_COLUMNS)
    assert [tuple(row)[::2] for row in table.itertuples(index=False)] == [
        ("KSP-01", "PLN"),
        ("USL-01", ""),
        ("KSP-01", "2 instansi"),
    ]


def test_a_plan_that_has_not_moved_has_no_rows() -> None:
    assert schedule_tables.moved(world.plan(), world.checklist(), _moved(KMT_01=(0, 0))).empty
