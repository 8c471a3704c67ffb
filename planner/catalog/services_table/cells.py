"""Rows of plain text out of tables that were pasted or saved as text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from planner.domain.cells import visible

Grid = Sequence[tuple[int, tuple[str, ...]]]
"""Filled rows by their numbers, counted from 1."""

MOST_COLUMNS: Final = 100
MOST_FILLED: Final = 5_020
"""Filled rows that are read at most: those a table may have, and titles above it."""
LONGEST_GAP: Final = 1_000
"""A table ends where more empty rows than these follow."""
_PARTED_BY: Final = ("\t", ";", ",")
_SEPARATORS: Final = ";, \"'"
_NEVER_BETWEEN: Final = '"\r\n'
_LINE_END: Final = r"\r\n|\r|\n|\Z"
_FEWEST_IN_A_PATTERN: Final = 4
"""Cells of a row from which on as many separators within one cell are rather those of rows."""


def kept(rows: Iterable[Sequence[str]]) -> Grid | None:
    """Rows with something in them; None: there are more than a table may have."""
    found: list[tuple[int, tuple[str, ...]]] = []
    last = 0
    for number, row in enumerate(rows, 1):
        cells = tuple(visible(cell) for cell in row[:MOST_COLUMNS])
        if any(cells):
            found.append((number, cells))
            last = number
        if len(found) > MOST_FILLED:
            return None
        if number - last > LONGEST_GAP:
            break
    return found


def text_grids(text: str) -> Sequence[Grid | None]:
    """The ways in which a text can be parted into cells; none where it cannot be."""
    text = text.removeprefix("\ufeff")
    marks: tuple[str, ...] = _PARTED_BY
    if not visible(text).strip(_SEPARATORS):
        return ([],)
    first, _, rest = text.partition("\n")
    if first.strip().casefold().startswith("sep=") and len(first.strip()) == len("sep=") + 1:
        text, marks = "\n" + rest, (first.strip()[-1],)
    return [kept(_rows(text, mark)) for mark in marks if mark not in _NEVER_BETWEEN]


def _rows(text: str, mark: str) -> Iterator[list[str]]:
    """Rows of cells parted by ``mark``; a cell in quotes may hold line breaks.

    Why not the reader of the standard library: where a quote is opened and never closed, it takes all rows
    that follow for one cell. Here such a quote is a letter like any other.
    """
    between = re.escape(mark)
    quoted = re.compile(rf'"([^"]*(?:""[^"]*)*)"(?={between}|{_LINE_END})')
    ending = re.compile(rf"[{between}\r\n]")
    line_end = re.compile(_LINE_END)
    at, width, row = 0, 0, list[str]()
    while at < len(text) or row:
        cell = quoted.match(text, at)
        if cell is not None and not _holds_rows(cell[1], mark, width):
            row.append(cell[1].replace('""', '"'))
            at = cell.end()
        else:
            end = ending.search(text, at)
            start, at = at, len(text) if end is None else end.start()
            row.append(text[start:at])
        ends = line_end.match(text, at)
        if ends is None:
            at += 1
            continue
        yield row
        at, width, row = ends.end(), max(width, len(row)), []


def _holds_rows(cell: str, mark: str, width: int) -> bool:
    """Whether a cell in quotes is rather several rows, between two quotes that have nothing to do with it."""
    breaks = len(cell.splitlines()) - 1
    if breaks < 1 or mark == "\t":
        return breaks > 0 and mark in cell
    return width >= _FEWEST_IN_A_PATTERN and cell.count(mark) == breaks * (width - 1)
