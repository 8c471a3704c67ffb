from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from planner.domain.state import Progress
from planner.domain.target import LatestDates, TargetDates
from planner.domain.variance import ActivityVariance, Variance
from planner.views import tables
from tests.views import world


@pytest.fixture
def small() -> world.World:
    return world.small()


def test_the_schedule_table_is_in_order_of_dates_and_numbers_stay_numbers(small: world.World) -> None:
    table = tables.schedule_table(*small.given)
    assert list(table.columns) == list(tables.SCHEDULE_COLUMNS)
    assert table["Mulai"].is_monotonic_increasing
    budget = table[table["Kode"] == "USL-02"].iloc[0]
    assert budget["Kelonggaran"] == 9
    assert budget["Keterangan"] == "longgar 9 hari kerja"
    assert budget["Status"] == "belum mulai"


def test_done_work_has_no_float_and_work_after_the_opening_holds_nothing(small: world.World) -> None:
    table = tables.schedule_table(*small.given).set_index("Kode")
    assert pd.isna(table.loc["KMT-01", "Kelonggaran"])
    assert table.loc["KMT-01", "Keterangan"] == ""
    assert table.loc["RSM-02", "Keterangan"] == ""


def test_work_that_does_not_apply_is_not_in_the_schedule_table() -> None:
    gone = world.small({"KSP-02": Progress(status="not_applicable", reason="sudah ada")})
    assert "KSP-02" not in set(tables.schedule_table(*gone.given)["Kode"])


def test_a_shown_table_reads_in_indonesian_and_keeps_its_values(small: world.World) -> None:
    table = tables.schedule_table(*small.given)
    html = tables.shown(table).to_html()
    assert "14 Jun 2027" in html
    assert table["Mulai"].dtype.kind == "M"


def test_an_empty_table_keeps_its_columns(small: world.World) -> None:
    table = tables.schedule_table(*small.given).head(0)
    assert list(table.columns) == list(tables.SCHEDULE_COLUMNS)
    assert "Kegiatan" in tables.shown(table).to_html()


def _target() -> TargetDates:
    day = date(2027, 1, 29)
    return TargetDates(world.TARGET, {"USL-02": LatestDates(day, day, -12)}, ())


def _variance() -> Variance:
    shifts = {"USL-02": ActivityVariance(3, 12), "KMT-01": ActivityVariance(0, -3)}
    return Variance("awal", "Rencana Januari", date(2026, 1, 5), 12, shifts, (), ())


def test_with_a_target_the_schedule_table_tells_by_when_work_must_be_over(small: world.World) -> None:
    table = tables.schedule_table(*small.given, _target())
    assert list(table.columns) == [*tables.SCHEDULE_COLUMNS, tables.TARGET_COLUMN]
    days = table.set_index("Kode")[tables.TARGET_COLUMN]
    assert days["USL-02"] == pd.Timestamp(2027, 1, 29)
    assert pd.isna(days["KMT-01"])
    assert "29 Jan 2027" in tables.shown(table).to_html()
    budget = table[table["Kode"] == "USL-02"].iloc[0]
    assert (budget["Kelonggaran"], budget["Keterangan"]) == (-12, "terlambat 12 hari kerja")


def test_after_the_opening_a_target_asks_for_nothing_more(small: world.World) -> None:
    nothing = TargetDates(world.TARGET, {}, ())
    assert list(tables.schedule_table(*small.given, nothing).columns) == list(tables.SCHEDULE_COLUMNS)


def test_with_a_baseline_the_schedule_table_tells_how_far_the_finish_has_moved(small: world.World) -> None:
    table = tables.schedule_table(*small.given, variance=_variance())
    assert list(table.columns) == [*tables.SCHEDULE_COLUMNS, tables.SHIFT_COLUMN]
    shifts = table.set_index("Kode")[tables.SHIFT_COLUMN]
    assert (shifts["USL-02"], shifts["KMT-01"]) == (12, -3)
    assert pd.isna(shifts["KSP-02"])


@pytest.mark.parametrize(("days", "told"), [(12, "+12"), (-3, "−3"), (0, "0"), (1200, "+1.200")])
def test_a_shift_is_read_with_its_sign(days: int, told: str) -> None:
    html = tables.shown(pd.DataFrame({tables.SHIFT_COLUMN: pd.array([days, None], dtype="Int64")})).to_html()
    assert f">{told}<" in html
    assert ">–<" in html
