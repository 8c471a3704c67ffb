"""A table as it was read: columns by what they mean, and rows of plain text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from planner.catalog.services_table.words import Column


@dataclass(frozen=True, slots=True)
class NotATable:
    """Why something given cannot be read as a table of services, as a sentence for who gave it."""

    message: str


@dataclass(frozen=True, slots=True)
class Line:
    """A row by its number in the table, counted from 1, and its cells by their columns; "": empty."""

    number: int
    cells: Mapping[Column, str]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with at least the required columns.

    ``titles`` are the headings of the known columns as they were written, ``ignored`` all other headings,
    ``unread`` the sheets of the same workbook that look like such tables too.
    """

    titles: Mapping[Column, str]
    ignored: tuple[str, ...]
    lines: tuple[Line, ...]
    unread: tuple[str, ...] = ()
