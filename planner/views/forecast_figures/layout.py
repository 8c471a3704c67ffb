"""What all pictures of a forecast share: quiet axes, no buttons, Indonesian months."""

from __future__ import annotations

from typing import Any, Final

from planner.views.gantt.locale import GANTT_CONFIG
from planner.views.palette import FONT, Palette

FIGURE_CONFIG: Final[dict[str, Any]] = GANTT_CONFIG | {"displayModeBar": False}
MONTH_TICKS: Final = [
    {"dtickrange": [None, 21 * 86_400_000], "value": "%-d %b\n%Y"},
    {"dtickrange": [21 * 86_400_000, "M12"], "value": "%b\n%Y"},
    {"dtickrange": ["M12", None], "value": "%Y"},
]


def layout(palette: Palette, height: float, margin: dict[str, float]) -> dict[str, Any]:
    """A layout of ``height`` pixels without legend; nothing can be dragged, so that a phone still scrolls."""
    axis = {
        "gridcolor": palette.grid,
        "zeroline": False,
        "fixedrange": True,
        "tickfont": {"color": palette.muted, "size": 12},
    }
    return {
        "height": int(height),
        "margin": margin | {"autoexpand": False},
        "font": {"family": FONT, "size": 12, "color": palette.text},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": {
            "align": "left",
            "bgcolor": palette.background,
            "bordercolor": palette.muted,
            "font": {"family": FONT, "size": 13, "color": palette.text},
        },
        "xaxis": dict(axis),
        "yaxis": dict(axis),
    }
