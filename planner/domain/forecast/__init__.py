"""Forecast: when a plan opens with which probability, what moves that date, and what real regencies took."""

from planner.domain.forecast.outside import (
    DAYS_IN_MONTH,
    OutsideView,
    months_between,
    outside_view,
    share_within,
)

__all__ = ["DAYS_IN_MONTH", "OutsideView", "months_between", "outside_view", "share_within"]
