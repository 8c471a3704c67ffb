"""The chart in every room it is given: a wide and a middling screen, a phone, and a sheet of paper."""

from __future__ import annotations

import plotly.graph_objects as go
import pytest

from planner.views.gantt import gantt, sheet_share
from planner.views.gantt.rooms import ROOMS, SHEET, Room
from planner.views.palette import LIGHT
from tests.views import world


def _draw(one: world.World, room: Room, *, unfolded: bool = False) -> go.Figure:
    opened = frozenset(one.work.by_item) if unfolded else frozenset[str]()
    return gantt(*one.given, today=world.TODAY, room=room, open_items=opened)


@pytest.mark.parametrize("unfolded", [False, True])
def test_a_printed_chart_of_a_page_of_rows_fits_a_sheet_in_both_directions(unfolded: bool) -> None:
    figure = _draw(world.small(), "print", unfolded=unfolded)
    share = sheet_share(figure) / 100
    assert 0.5 < share <= 1
    assert figure.layout.width * share <= SHEET[0]
    assert figure.layout.height * share <= SHEET[1]


def test_a_printed_chart_uses_the_width_of_its_sheet() -> None:
    figure = _draw(world.large(), "print")
    assert figure.layout.width * sheet_share(figure) / 100 > 0.85 * SHEET[0]


def test_a_printed_chart_of_hundreds_of_rows_goes_on_and_stays_readable() -> None:
    figure = _draw(world.large(), "print", unfolded=True)
    assert figure.layout.height > 4 * SHEET[1]
    assert sheet_share(figure) == 50


def test_only_a_printed_chart_has_a_width_of_its_own() -> None:
    rooms: list[Room] = ["wide", "middle", "narrow"]
    assert [_draw(world.small(), room).layout.width for room in rooms] == [None, None, None]


def test_the_less_room_the_narrower_the_names_and_the_more_lanes_for_the_labels() -> None:
    wide, middle = _draw(world.small(), "wide"), _draw(world.small(), "middle")
    assert middle.layout.margin.l == ROOMS["middle"].label < wide.layout.margin.l
    assert middle.layout.margin.t > wide.layout.margin.t


def test_on_a_phone_no_line_runs_through_the_letters_of_a_label() -> None:
    layout = _draw(world.small(), "narrow").layout
    grounds = [s for s in layout.shapes if s.type == "rect" and s.fillcolor == LIGHT.background]
    assert len(grounds) == len(layout.yaxis2.tickvals)
    assert all(
        ground.y0 < label < ground.y1 for ground, label in zip(grounds, layout.yaxis2.tickvals, strict=True)
    )
    drawn = [shape.fillcolor == LIGHT.background for shape in layout.shapes]
    assert not any(drawn[: len(drawn) - len(grounds)])
