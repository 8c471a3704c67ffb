from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.views.gantt import timeline
from planner.views.gantt.rows import rows
from planner.views.gantt.timeline import Flag, Mark, Window
from planner.views.palette import LIGHT
from tests.views import world

YEAR = Window(date(2026, 11, 1), date(2027, 10, 31), 660)


def _view(one: world.World, *, show_done: bool = False) -> Window:
    found = rows(*one.given, show_done=show_done)
    return timeline.window(found, one.schedule, world.TODAY, 660, show_done=show_done)


def test_the_chart_opens_on_today_to_launch_with_a_margin() -> None:
    view = _view(world.small())
    assert view.first < world.TODAY
    assert world.TODAY - view.first < timedelta(days=15)
    assert world.LAUNCH < view.last < world.LAUNCH + timedelta(days=15)


def test_a_target_after_the_launch_is_in_view() -> None:
    late = world.small(target=date(2027, 12, 1), behind=-100)
    assert _view(late).last > date(2027, 12, 1)


def test_done_work_that_is_shown_is_in_view() -> None:
    assert _view(world.small(), show_done=True).first < date(2026, 3, 2)


def test_the_marks_are_today_target_launch_and_open_gates() -> None:
    small = world.small()
    found = timeline.marks(small.checklist, small.readiness, small.schedule, world.TODAY)
    assert {(mark.kind, mark.text) for mark in found} == {
        ("today", "Hari ini"),
        ("target", "Target 30 Apr 2027"),
        ("launch", "Buka 14 Jun 2027, 31 hari kerja setelah target · Siap diresmikan"),
        ("gate", "Usulan siap dikirim"),
    }


def test_terse_marks_leave_the_distance_out() -> None:
    small = world.small()
    found = timeline.marks(small.checklist, small.readiness, small.schedule, world.TODAY, terse=True)
    assert "Buka 14 Jun 2027 · Siap diresmikan" in {mark.text for mark in found}


def test_an_opened_regency_has_its_day_and_no_gates() -> None:
    siak = world.opened()
    found = timeline.marks(siak.checklist, siak.readiness, siak.schedule, world.TODAY)
    assert {mark.text for mark in found} == {"Hari ini", "Target 30 Apr 2027", "Dibuka 20 Nov 2026"}


def test_without_a_target_there_is_no_target_line() -> None:
    free = world.small(target=None, behind=None)
    found = timeline.marks(free.checklist, free.readiness, free.schedule, world.TODAY)
    assert "target" not in {mark.kind for mark in found}
    assert "Buka 14 Jun 2027 · Siap diresmikan" in {mark.text for mark in found}


def _reach(flag: Flag, view: Window) -> tuple[float, float]:
    pole = view.pixel(flag.mark.day)
    length = len(flag.mark.text) * timeline.CHARACTER_PX
    return {"left": (pole, pole + length), "right": (pole - length, pole)}[flag.anchor]


@given(
    st.lists(
        st.tuples(st.integers(0, 363), st.text("abc ", min_size=3, max_size=45)),
        min_size=1,
        max_size=9,
        unique_by=lambda pair: pair[0],
    )
)
def test_no_label_lies_on_another_or_on_the_line_of_another(pairs: list[tuple[int, str]]) -> None:
    marks = [Mark(YEAR.first + timedelta(days=day), "gate", text) for day, text in pairs]
    flags = timeline.lanes(marks, YEAR)
    assert len(flags) == len(marks)
    for one, other in combinations(flags, 2):
        (a, b), (c, d) = _reach(one, YEAR), _reach(other, YEAR)
        apart = b <= c or d <= a
        assert apart or one.lane != other.lane


def test_marks_out_of_view_have_no_flag() -> None:
    assert timeline.lanes([Mark(date(2030, 1, 1), "today", "Hari ini")], YEAR) == []


def test_a_flag_near_the_right_edge_hangs_to_the_left() -> None:
    flags = timeline.lanes([Mark(date(2027, 10, 25), "launch", "Buka 25 Okt 2027")], YEAR)
    assert [flag.anchor for flag in flags] == ["right"]


def test_weekends_show_only_where_there_is_room_for_them() -> None:
    month = Window(date(2026, 11, 2), date(2026, 11, 29), 660)
    assert timeline.idle_runs(month, 5, frozenset()) == [
        (date(2026, 11, 7), 2),
        (date(2026, 11, 14), 2),
        (date(2026, 11, 21), 2),
        (date(2026, 11, 28), 2),
    ]
    assert timeline.idle_runs(YEAR, 5, frozenset()) == []


def test_a_long_holiday_shows_even_in_a_year() -> None:
    feast = frozenset(date(2027, 3, day) for day in range(8, 13))
    assert timeline.idle_runs(YEAR, 5, feast) == [(date(2027, 3, 6), 9)]


def test_on_six_days_a_week_only_sunday_is_off() -> None:
    week = Window(date(2026, 11, 2), date(2026, 11, 9), 660)
    assert timeline.idle_runs(week, 6, frozenset()) == [(date(2026, 11, 8), 1)]


@pytest.mark.parametrize("kind", ["today", "target", "launch", "gate"])
def test_every_kind_of_line_has_its_own_stroke(kind: timeline.MarkKind) -> None:
    strokes = {
        other: tuple(v for k, v in timeline.line_style(other, LIGHT).items() if k != "color")
        for other in ("today", "target", "launch", "gate")
    }
    assert len([other for other in strokes if strokes[other] == strokes[kind]]) == 1


def _shapes(one: world.World) -> list[dict[str, object]]:
    return timeline.shapes([], one.schedule, [], frozenset(), 400, LIGHT)


def test_the_stretch_between_target_and_a_later_launch_is_shaded() -> None:
    (stretch,) = _shapes(world.small())
    assert (stretch["x0"], stretch["x1"]) == ("2027-04-30", "2027-06-14")


def test_nothing_is_shaded_when_the_launch_is_in_time() -> None:
    assert _shapes(world.small(target=date(2027, 12, 1), behind=-5)) == []
    assert _shapes(world.small(target=None, behind=None)) == []


def test_a_run_with_a_holiday_has_another_colour_than_a_weekend() -> None:
    small = world.small()
    schedule = replace(small.schedule, target=None)
    runs = [(date(2027, 1, 2), 2), (date(2027, 3, 6), 9)]
    bands = timeline.shapes([], schedule, runs, frozenset({date(2027, 3, 9)}), 400, LIGHT)
    assert [band["fillcolor"] for band in bands] == [LIGHT.band, LIGHT.holiday]
