"""What stands around the bars: baseline, waiting for money, date constraints."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import plotly.graph_objects as go
import pytest

from planner.domain.network import ConstraintType
from planner.domain.plan import PlannedConstraint
from planner.views import labels
from planner.views import schedule_words as words
from planner.views.gantt import gantt, rows
from planner.views.gantt.bars import DAY_MS
from planner.views.gantt.figure import LEGEND_LINE_PX
from planner.views.gantt.overlays import UNDER_PX
from tests.views import world
from tests.views.gantt import planned

DAY = timedelta(days=1)


def _draw(one: world.World, **options: Any) -> go.Figure:
    return gantt(*one.given, today=world.TODAY, **options)


def _named(figure: go.Figure, name: str) -> list[Any]:
    return [trace for trace in figure.data if trace.name == name]


def _names(figure: go.Figure) -> set[str]:
    return {trace.name for trace in figure.data if trace.showlegend}


def _key(one: world.World, row: str, **options: Any) -> Any:
    (found,) = (r for r in rows(*one.given, **options) if r.key == row)
    return found


def test_without_baseline_money_and_constraints_nothing_stands_around_the_bars() -> None:
    names = _names(_draw(world.small()))
    assert not {words.BAR_BASELINE, words.BAR_MONEY, words.MARK_LIMIT} & names


def test_the_baseline_is_a_thin_line_under_the_bar_of_the_same_work() -> None:
    figure = _draw(planned.with_baseline(world.small()))
    (line,) = _named(figure, words.BAR_BASELINE)
    (ordinary,) = (t for t in figure.data if t.type == "bar" and t.name == labels.BAR_WORK)
    place = [custom[0] for custom in ordinary.customdata].index("USL-02")
    under = ordinary.y[place] + UNDER_PX
    assert [x for x, y in zip(line.x, line.y, strict=True) if y == under] == [
        "2026-11-09",
        "2026-11-29",
        None,
    ]
    assert line.line.width < 3
    assert line.showlegend


def test_every_row_that_the_baseline_knows_has_its_line() -> None:
    one = planned.with_baseline(world.small(), "USL-02")
    (line,) = _named(_draw(one), words.BAR_BASELINE)
    told = [row for row in rows(*one.given) if row.planned is not None]
    assert len(line.x) == 3 * len(told) == 3 * 8
    assert _key(one, "USL-02").planned is None


def test_a_group_is_compared_with_the_baseline_of_what_is_left_of_it() -> None:
    group = _key(planned.with_baseline(world.small()), "KSP-01")
    assert group.planned == (date(2026, 12, 21), date(2027, 5, 19))


def test_done_work_is_compared_with_its_own_baseline() -> None:
    done = _key(planned.with_baseline(world.small()), "KMT-01", show_done=True)
    assert done.planned == (date(2026, 2, 16), date(2026, 2, 25))


def test_a_baseline_too_short_to_be_seen_is_a_dash() -> None:
    figure = _draw(planned.with_baseline(world.small()))
    (dashes,) = (t for t in figure.data if t.type == "scatter" and t.marker.symbol == "line-ew")
    assert "2027-05-31 12:00" in dashes.x


def test_where_every_baseline_is_long_there_are_no_dashes() -> None:
    one = planned.with_baseline(world.small(), "KSP-02", "RSM-01")
    assert not [t for t in _draw(one).data if t.type == "scatter" and t.marker.symbol == "line-ew"]


def test_a_baseline_that_is_not_the_current_one_is_not_drawn() -> None:
    one = planned.with_baseline(world.small())
    settings = one.state.plan.settings.model_copy(update={"baseline": None})
    plan = one.state.plan.model_copy(update={"settings": settings})
    none = replace(one, state=one.state.model_copy(update={"plan": plan}))
    assert words.BAR_BASELINE not in _names(_draw(none))


def test_days_idle_for_money_stretch_from_when_work_could_begin_to_its_bar() -> None:
    early = replace(planned.ASSUMED, ready=date(2026, 11, 25))
    figure = _draw(planned.with_money(world.small(), KSP_02=early))
    (idle,) = _named(figure, words.BAR_MONEY)
    assert list(idle.base) == ["2026-11-25"]
    assert list(idle.x) == [6 * DAY_MS]
    assert idle.marker.pattern.shape == "."
    assert idle.customdata[0][0] == "KSP-02"


def test_money_that_is_there_in_time_draws_nothing() -> None:
    in_time = replace(planned.ASSUMED, waits=False)
    assert words.BAR_MONEY not in _names(_draw(planned.with_money(world.small(), KSP_02=in_time)))


def test_done_work_waits_for_no_money() -> None:
    row = _key(planned.with_money(world.small(), KMT_01=planned.ASSUMED), "KMT-01", show_done=True)
    assert (row.money, row.moneyless, row.ready) == (None, 0, None)


def test_only_the_own_row_of_work_stands_idle_for_money() -> None:
    one = planned.with_money(world.small(), KSP_01__bpjs=planned.ASSUMED, KSP_01__polres=planned.SET)
    folded = _key(one, "KSP-01")
    assert (folded.ready, folded.moneyless, folded.money) == (world.TODAY, 2, planned.SET)
    unfolded = {row.key: row.ready for row in rows(*one.given, open_items=frozenset({"KSP-01"}))}
    assert unfolded["KSP-01"] is None
    assert unfolded["KSP-01.bpjs"] == unfolded["KSP-01.polres"] == world.TODAY


def test_a_folded_item_whose_other_work_has_begun_is_not_idle() -> None:
    late = replace(planned.ASSUMED, ready=date(2027, 2, 1))
    assert _key(planned.with_money(world.small(), KSP_01__bpjs=late), "KSP-01").ready is None


@pytest.mark.parametrize(
    ("kind", "symbol"),
    [
        ("SNET", "triangle-right"),
        ("FNET", "triangle-right"),
        ("SNLT", "triangle-left"),
        ("FNLT", "triangle-left"),
        ("MSO", "square"),
        ("MFO", "square"),
    ],
)
def test_a_date_constraint_is_a_mark_on_its_day_whose_shape_tells_its_kind(
    kind: ConstraintType, symbol: str
) -> None:
    limit = PlannedConstraint(type=kind, day=date(2026, 12, 4))
    (marks,) = _named(_draw(planned.with_limit(world.small(), "USL-02", limit)), words.MARK_LIMIT)
    assert list(marks.x) == ["2026-12-04 12:00"]
    assert list(marks.marker.symbol) == [symbol]
    assert marks.customdata[0][0] == "USL-02"


def test_work_to_be_done_as_late_as_possible_has_no_mark() -> None:
    one = planned.with_limit(world.small(), "USL-02", PlannedConstraint(type="ALAP"))
    assert words.MARK_LIMIT not in _names(_draw(one))
    assert _key(one, "USL-02").limits == (PlannedConstraint(type="ALAP"),)


def test_the_constraint_of_an_agency_shows_on_its_own_row_where_there_is_one() -> None:
    limit = PlannedConstraint(type="FNLT", day=date(2027, 3, 1))
    one = planned.with_limit(world.small(), "KSP-01.bpjs", limit)
    assert _key(one, "KSP-01").limits == (limit,)
    unfolded = {row.key: row.limits for row in rows(*one.given, open_items=frozenset({"KSP-01"}))}
    assert unfolded["KSP-01"] == ()
    assert unfolded["KSP-01.bpjs"] == (limit,)


def test_the_legend_has_room_for_all_it_names() -> None:
    limit = PlannedConstraint(type="FNLT", day=date(2027, 3, 1))
    full = planned.with_money(planned.with_baseline(world.small()), KSP_02=planned.ASSUMED)
    full = planned.with_limit(full, "USL-02", limit)
    assert len(_names(_draw(full))) > len(_names(_draw(world.small())))
    wide = [_draw(one).layout.margin.t for one in (world.small(), full)]
    narrow = [_draw(one, room="narrow").layout.margin.t for one in (world.small(), full)]
    assert wide[1] == wide[0] + 2 * LEGEND_LINE_PX
    assert narrow[1] == narrow[0] + 2 * LEGEND_LINE_PX
