from __future__ import annotations

from datetime import date
from typing import Any, get_args

import plotly.graph_objects as go
import pytest

from planner.domain.forecast import WaitingFor
from planner.views import forecast_figures as figures
from planner.views.outlook import Bar, Way
from planner.views.palette import PALETTES, Theme
from tests.views.test_outlook import DAY, FIRST, TARGET, told

WAYS = (Way("Kabupaten Siak", "Gagasan sampai peresmian", 41.4), Way("Kabupaten Barru", "Komitmen", 10.8))
BARS = [Bar("Anggaran", "tanpa ini", 12.0, "12,0 hari"), Bar("Gedung & lahan", "tanpa ini", 3.0, "3,0 hari")]
WAITING = [WaitingFor(n, date(2028, 3, n), date(2028, 5, n)) for n in range(1, 5)]


def texts(figure: go.Figure) -> list[str]:
    return [note.text.removeprefix("<b>").removesuffix("</b>") for note in figure.layout.annotations]


def test_the_curve_rises_from_never_to_always_and_marks_both_dates() -> None:
    curve, points = figures.probability_curve(told()).data
    assert list(curve.y) == sorted(curve.y)
    assert (curve.y[0], curve.y[-1]) == (0, 1)
    assert dict(zip(curve.x, curve.y, strict=True))["2028-02-19"] == 0.5
    assert list(points.x) == ["2028-02-19 12:00", "2028-03-20 12:00"]
    assert list(points.y) == [0.5, 0.8]
    assert curve.customdata[1] == "paling lambat 1 Jan 2028: 1%"


def test_the_days_that_count_are_named_on_the_curve() -> None:
    named = {"Hari ini", "Target 3 Jan 2028", "P50 19 Feb 2028", "P80 20 Mar 2028"}
    assert set(texts(figures.probability_curve(told()))) == named
    assert "Per 23 Nov 2026" in texts(figures.probability_curve(told(), past=True))
    assert len(texts(figures.probability_curve(told(None)))) == 3


def test_every_line_on_the_curve_has_a_stroke_of_its_own() -> None:
    lines = figures.probability_curve(told()).layout.shapes
    assert len({(line.line.dash, line.line.width) for line in lines}) == 4


def test_target_and_today_are_in_view_even_where_no_run_opens() -> None:
    low, high = figures.probability_curve(told()).layout.xaxis.range
    assert date.fromisoformat(low) < DAY < FIRST < TARGET < date.fromisoformat(high)


def test_each_bar_stands_under_its_title() -> None:
    figure = figures.bar_chart(BARS)
    (drawn,) = figure.data
    assert list(drawn.x) == [12.0, 3.0]
    assert list(drawn.text) == ["<b>12,0 hari</b>", "<b>3,0 hari</b>"]
    assert [text.split("<br>")[0] for text in texts(figure)] == ["Anggaran", "Gedung &amp; lahan"]
    places = [note.y for note in figure.layout.annotations]
    assert places[0] < drawn.y[0] < places[1] < drawn.y[1]


def test_a_long_title_takes_two_lines_and_room_for_them() -> None:
    short, long = (figures.bar_chart([Bar(t, "", 1, "1")], letters=20) for t in ("Renovasi", "kata " * 7))
    assert long.layout.height - short.layout.height == 16


def test_agencies_are_drawn_against_both_dates_and_the_plans_own_number_is_marked() -> None:
    figure = figures.waiting_curve(WAITING)
    p50, p80 = figure.data
    assert (p50.name, p80.name) == ("P50", "P80")
    assert list(p50.x) == [1, 2, 3, 4]
    assert (p50.y[0], p80.y[-1]) == ("2028-03-01", "2028-05-04")
    assert p50.line.dash != p80.line.dash
    assert p80.customdata[0] == "1 instansi: P80 1 Mei 2028"
    assert texts(figure) == ["P50", "P80", "rencana ini: 4 instansi"]
    assert figure.layout.shapes[0].x0 == 4


def test_a_choice_of_other_agencies_stands_on_the_curve_with_its_own_dates() -> None:
    choice = figures.Choice(3, date(2028, 3, 9), date(2028, 5, 9), "pilihan sekarang: 3 instansi")
    figure = figures.waiting_curve(WAITING, choice=choice)
    *curve, own = figure.data
    assert list(own.x) == [3, 3]
    assert list(own.y) == ["2028-03-09", "2028-05-09"]
    assert own.customdata[1] == "pilihan sekarang: 3 instansi: P80 9 Mei 2028"
    assert own.marker.color not in {line.marker.color for line in curve}
    assert "pilihan sekarang: 3 instansi" in texts(figure)
    assert figure.layout.shapes[0].x0 == 3


@pytest.mark.parametrize(("count", "anchor"), [(1, "left"), (4, "right")])
def test_the_name_of_the_choice_stands_on_the_side_that_has_room(count: int, anchor: str) -> None:
    figure = figures.waiting_curve(WAITING, choice=figures.Choice(count, DAY, DAY, "pilihan"))
    (named,) = [note for note in figure.layout.annotations if note.text == "pilihan"]
    assert named.xanchor == anchor


def test_every_regency_is_named_on_the_axis_and_in_what_is_shown_on_pointing() -> None:
    figure = figures.outside_strip(WAYS, told(), date(2027, 1, 1))
    real, spread, own = figure.data
    assert list(real.x) == [10.8, 41.4]
    assert real.customdata[1] == "Kabupaten Siak: 41,4 bulan<br>Gagasan sampai peresmian"
    names = ["Kabupaten Barru", "Kabupaten Siak", "<b>Rencana ini (P50)</b>"]
    assert list(figure.layout.yaxis.ticktext) == names
    assert list(spread.x) == [12.3, 14.9]
    assert list(own.x) == [13.6]
    assert real.marker.symbol != own.marker.symbol


def everything(theme: Theme, compact: bool) -> list[go.Figure]:
    return [
        figures.probability_curve(told(), theme=theme, compact=compact),
        figures.bar_chart(BARS, theme=theme),
        figures.waiting_curve(WAITING, theme=theme, compact=compact),
        figures.outside_strip(WAYS, told(), date(2027, 1, 1), theme=theme, compact=compact),
    ]


@pytest.mark.parametrize("theme", get_args(Theme))
@pytest.mark.parametrize("compact", [False, True])
def test_the_figures_wear_the_theme_and_can_be_scrolled_past(theme: Theme, compact: bool) -> None:
    for figure in everything(theme, compact):
        assert figure.layout.font.color == PALETTES[theme].text
        assert figure.layout.dragmode is False
        assert figure.layout.xaxis.fixedrange
        assert figure.layout.height > 0


def test_months_are_indonesian_and_no_button_stands_over_a_figure() -> None:
    config: dict[str, Any] = figures.FIGURE_CONFIG
    assert config["displayModeBar"] is False
    assert config["locales"]["id"]["format"]["shortMonths"][4] == "Mei"
