"""A table of agencies and services, pasted or uploaded as people keep it, and what it gives to a plan."""

from planner.catalog.services_table.reading import MOST_BYTES, MOST_ROWS, read_table
from planner.catalog.services_table.rows import Row, new_agencies, service_rows
from planner.catalog.services_table.table import Line, NotATable, Table
from planner.catalog.services_table.workbook import template

__all__ = [
    "MOST_BYTES",
    "MOST_ROWS",
    "Line",
    "NotATable",
    "Row",
    "Table",
    "new_agencies",
    "read_table",
    "service_rows",
    "template",
]
