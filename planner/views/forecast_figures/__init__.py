"""The pictures of a forecast: probability curve, bars, agencies against time, the plan beside real regencies.

Strokes, marks and words tell apart what colours tell apart too. Draw them with ``FIGURE_CONFIG``, which holds
the Indonesian months.
"""

from __future__ import annotations

from planner.views.forecast_figures.bars import bar_chart
from planner.views.forecast_figures.layout import FIGURE_CONFIG
from planner.views.forecast_figures.probability import probability_curve
from planner.views.forecast_figures.regencies import outside_strip
from planner.views.forecast_figures.waiting import Choice, waiting_curve

__all__ = ["FIGURE_CONFIG", "Choice", "bar_chart", "outside_strip", "probability_curve", "waiting_curve"]
