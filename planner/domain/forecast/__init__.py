"""Forecast: when a plan opens with which probability, what moves that date, and what real regencies took.

Monte Carlo on the network of the schedule. ``pert`` and ``streams`` draw, ``plan`` says what is uncertain,
``simulation`` puts draws and risk drivers together, ``moments`` and ``passes`` are the engine's forward pass
over all runs at once, ``chains`` and ``agencies`` look behind the date, ``api`` gives the results.

Funding windows and other limits on where work may lie belong to ``passes.Runs._finish``, the one place that
places a task; a network that carries them in its bounds has them honoured in every run.
"""

from planner.domain.forecast.api import RUNS, SEED, forecast, insight
from planner.domain.forecast.outside import (
    DAYS_IN_MONTH,
    OutsideView,
    months_between,
    outside_view,
    share_within,
)
from planner.domain.forecast.result import AgenciesReady, DriverEffect, Forecast, Insight, WaitingFor

__all__ = [
    "DAYS_IN_MONTH",
    "RUNS",
    "SEED",
    "AgenciesReady",
    "DriverEffect",
    "Forecast",
    "Insight",
    "OutsideView",
    "WaitingFor",
    "forecast",
    "insight",
    "months_between",
    "outside_view",
    "share_within",
]
