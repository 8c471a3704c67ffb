"""Rows of plain text out of tables that were pasted or saved as text."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Final

Grid = Sequence[tuple[int, tuple[str, ...]]]
"""Filled rows by their numbers, counted from 1."""

MOST_COLUMNS: Final = 100
MOST_FILLED: Final = 5_020
"""Filled rows that are read at most: those a table may have, and titles above it."""
LONGEST_GAP: Final = 1_000
"""A table ends where more empty rows than these follow."""
_PARTED_BY: Final = ("\t", ";", ",")
_SEPARATORS: Final = ";, \"'"


def plain(text: str) -> str:
    """A cell without what cannot be seen, on one line."""
    return " ".join("".join(c for c in text if c.isprintable() or c.isspace()).split())


def kept(rows: Iterable[Sequence[str]]) -> Grid | None:
    """Rows with something in them; None: there are more than a table may have."""
    found: list[tuple[int, tuple[str, ...]]] = []
    last = 0
    for number, row in enumerate(rows, 1):
        cells = tuple(plain(cell) for cell in row[:MOST_COLUMNS])
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
    if not plain(text).strip(_SEPARATORS):
        return ([],)
    first, _, rest = text.partition("\n")
    if first.strip().casefold().startswith("sep=") and len(first.strip()) == len("sep=") + 1:
        text, marks = "\n" + rest, (first.strip()[-1],)
    found = []
    for mark in marks:
        try:
            found.append(kept(csv.reader(StringIO(text, newline=""), delimiter=mark)))
        except (csv.Error, ValueError, TypeError):
            continue
    return found
