from __future__ import annotations

import re
from datetime import date
from typing import Any

import plotly.graph_objects as go
import pytest

from planner.domain.readiness import readiness
from planner.views import labels
from planner.views.gantt import GANTT_CONFIG, gantt, rows
from planner.views.gantt.bars import DAY_MS
from planner.views.palette import DARK, LIGHT
from tests.views import world

ENGLISH = re.compile(
    r"\b(Jan 20|Feb 20)?(Aug|May|Oct|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|done|days?|today|not_started)\b"
)


def _draw(one: world.World, **options: Any) -> go.Figure:
    return gantt(*one.given, today=world.TODAY, **options)


def _trace(figure: go.Figure, name: str) -> Any:
    (trace,) = [trace for trace in figure.data if trace.type == "bar" and trace.name == name]
    return trace


def _ids(trace: Any) -> list[str]:
    return [custom[0] for custom in trace.customdata]


def test_every_row_has_one_label() -> None:
    small = world.small()
    assert len(_draw(small).layout.yaxis2.ticktext) == len(rows(*small.given)) == 9


def test_330_activities_unfolded_have_a_row_each_and_their_groups_and_stages_besides() -> None:
    large = world.large()
    figure = _draw(large, open_items=frozenset(large.work.by_item))
    assert len(figure.layout.yaxis2.tickvals) == 330 + 15 + 3 + 2
    assert len(figure.data) == 11


def test_what_holds_the_launch_has_accent_pattern_and_a_heavier_edge() -> None:
    figure = _draw(world.small())
    critical = _trace(figure, labels.BAR_CRITICAL)
    assert _ids(critical) == ["USL-01", "KSP-01.polres", "RSM-01"]
    assert critical.marker.pattern.shape == "/"
    assert critical.marker.color == LIGHT.accent
    ordinary = _trace(figure, labels.BAR_WORK)
    assert ordinary.marker.pattern.shape is None
    assert critical.marker.line.width > ordinary.marker.line.width
    assert critical.width > ordinary.width


def test_a_bar_spans_its_days_up_to_the_end_of_the_last() -> None:
    ordinary = _trace(_draw(world.small()), labels.BAR_WORK)
    place = _ids(ordinary).index("USL-02")
    assert ordinary.base[place] == "2026-11-23"
    assert ordinary.x[place] == 20 * DAY_MS


def test_running_work_that_holds_nothing_has_its_own_bar() -> None:
    small = world.small({"USL-02": world.Progress(status="in_progress", started_on=world.TODAY)})
    assert _ids(_trace(_draw(small), labels.BAR_RUNNING)) == ["USL-02"]


def test_float_is_a_thin_tail_that_cannot_be_pointed_at() -> None:
    tails = _trace(_draw(world.small()), labels.FLOAT)
    assert tails.hoverinfo == "skip"
    assert tails.width < 5
    assert list(tails.x) == [9 * DAY_MS, 15 * DAY_MS]


def test_done_work_is_a_thin_line_on_the_line_of_its_stage() -> None:
    done = _trace(_draw(world.small()), labels.BAR_DONE)
    assert list(done.base) == ["2026-03-02", "2026-10-05", "2026-10-05"]
    assert len(_trace(_draw(world.small(), show_done=True), labels.BAR_DONE).base) == 4


def test_a_bar_too_short_to_be_seen_gets_a_diamond() -> None:
    scatters = [trace for trace in _draw(world.small()).data if trace.type == "scatter"]
    (diamonds,) = [trace for trace in scatters if trace.mode == "markers"]
    assert _ids(diamonds) == ["KSP-02", "RSM-01"]
    assert list(diamonds.marker.color) == [LIGHT.hollow, LIGHT.accent]


def test_today_target_launch_and_gates_are_labelled() -> None:
    told = [re.sub("</?b>", "", note.text) for note in _draw(world.small()).layout.annotations]
    assert sorted(told) == [
        "Buka 14 Jun 2027, 31 hari kerja setelah target · Siap diresmikan",
        "Hari ini",
        "Target 30 Apr 2027",
        "Usulan siap dikirim",
    ]


def test_every_label_has_its_line() -> None:
    layout = _draw(world.small()).layout
    lines = [shape.x0 for shape in layout.shapes if shape.type == "line" and shape.yref == "paper"]
    assert len(lines) == 4
    assert {note.x for note in layout.annotations} == set(lines)


def test_the_first_view_is_today_to_launch() -> None:
    first, last = _draw(world.small()).layout.xaxis.range
    assert "2026-11-01" < first < "2026-11-23"
    assert "2027-06-14" < last < "2027-07-01"


def test_holidays_given_and_days_off_of_the_plan_are_both_drawn() -> None:
    small = world.small()
    feast = {date(2027, 3, day) for day in range(8, 13)}
    bands = [
        shape for shape in _draw(small, holidays=feast).layout.shapes if shape.fillcolor == LIGHT.holiday
    ]
    assert [(band.x0, band.x1) for band in bands] == [("2027-03-06", "2027-03-15")]
    settings = small.state.plan.settings.model_copy(update={"days_off": tuple(sorted(feast))})
    own = small.state.plan.model_copy(update={"settings": settings})
    state = small.state.model_copy(update={"plan": own})
    again = gantt(small.checklist, small.work, state, small.readiness, small.schedule, today=world.TODAY)
    assert len([s for s in again.layout.shapes if s.fillcolor == LIGHT.holiday]) == 1


def test_labels_are_not_measured_against_each_other() -> None:
    assert _draw(world.small()).layout.yaxis2.ticklabeloverflow == "allow"


def test_the_axis_that_answers_the_pointer_is_not_shifted() -> None:
    layout = _draw(world.small()).layout
    assert layout.yaxis.shift is None
    assert layout.yaxis.range == layout.yaxis2.range


@pytest.mark.parametrize("compact", [False, True])
def test_nothing_that_can_be_read_is_english(compact: bool) -> None:
    figure = _draw(
        world.small(), show_done=True, open_items=frozenset({"KSP-01"}), room="narrow" if compact else "wide"
    )
    told = [*figure.layout.yaxis2.ticktext]
    told += [note.text for note in figure.layout.annotations]
    told += [
        custom[2] for trace in figure.data if trace.customdata is not None for custom in trace.customdata
    ]
    told += [trace.name for trace in figure.data if trace.showlegend]
    assert len(told) > 40
    assert not [text for text in told if ENGLISH.search(re.sub("<[^>]+>", " ", text))]


def test_a_phone_has_labels_above_the_bars_and_scrolls_past_the_chart() -> None:
    figure = _draw(world.small(), room="narrow")
    ordinary = _trace(figure, labels.BAR_WORK)
    assert figure.layout.margin.l < 20
    assert figure.layout.dragmode is False
    assert not set(ordinary.y) & set(figure.layout.yaxis2.tickvals)
    assert _trace(figure, labels.BAR_CRITICAL_SHORT).showlegend


def test_the_dark_chart_uses_the_dark_colours() -> None:
    figure = _draw(world.small(), theme="dark")
    assert _trace(figure, labels.BAR_CRITICAL).marker.color == DARK.accent
    assert figure.layout.font.color == DARK.text


def test_a_folded_stage_is_one_row_with_what_holds_the_launch_on_it() -> None:
    small = world.small()
    figure = _draw(small, folded_stages=frozenset(s.stage for s in small.checklist.stages))
    assert len(figure.layout.yaxis2.ticktext) == 4
    assert _ids(_trace(figure, labels.BAR_CRITICAL)) == ["USL-01", "KSP-01.polres", "RSM-01"]


def test_an_opened_regency_can_be_looked_back_on() -> None:
    siak = world.opened()
    figure = _draw(siak, show_done=True)
    assert figure.layout.xaxis.range[0] < "2026-03-02"
    assert not _trace(figure, labels.BAR_WORK).showlegend
    assert [trace.name for trace in figure.data if trace.showlegend] == [labels.BAR_DONE]


def test_a_plan_without_dates_gives_an_empty_chart() -> None:
    small = world.small()
    bare = small.schedule.__class__(world.TODAY, world.LAUNCH, None, None, {}, (), ())
    figure = gantt(small.checklist, small.work, small.state, small.readiness, bare, today=world.TODAY)
    assert len(figure.layout.yaxis2.ticktext) == 0


def test_without_agencies_the_stand_in_is_drawn() -> None:
    listed, own = world.checklist(), world.plan({})
    activities = world.work(listed, own)
    state = world.State(plan=own)
    dates = {**world.DATES, "KSP-01": world.dated(date(2027, 1, 4), 20, 3)}
    schedule = world.small().schedule.__class__(world.TODAY, world.LAUNCH, None, None, dates, (), ())
    figure = gantt(
        listed, activities, state, readiness(listed, activities, state), schedule, today=world.TODAY
    )
    assert any("Perjanjian kerja sama ditandatangani" in text for text in figure.layout.yaxis2.ticktext)


def test_the_chart_speaks_indonesian_to_plotly() -> None:
    locale = GANTT_CONFIG["locales"][GANTT_CONFIG["locale"]]
    assert locale["format"]["shortMonths"][4:12] == ["Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"]
    assert len(locale["format"]["months"]) == 12
    assert len(locale["format"]["days"]) == 7
    assert locale["format"]["decimal"] == ","


def test_every_button_of_the_chart_has_an_indonesian_name() -> None:
    names = {
        "zoomIn2d": "Zoom in",
        "zoomOut2d": "Zoom out",
        "resetScale2d": "Reset axes",
        "toImage": "Download plot as a PNG",
    }
    (buttons,) = GANTT_CONFIG["modeBarButtons"]
    assert set(buttons) == set(names)
    assert {names[button] for button in buttons} <= set(GANTT_CONFIG["locales"]["id"]["dictionary"])
