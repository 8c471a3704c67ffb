"""The schedule as a picture: rows, time axis and figure of the work that remains before the opening."""

from __future__ import annotations

from planner.views.gantt.figure import gantt
from planner.views.gantt.locale import GANTT_CONFIG
from planner.views.gantt.rooms import sheet_share
from planner.views.gantt.rows import Row, rows

__all__ = ["GANTT_CONFIG", "Row", "gantt", "rows", "sheet_share"]
