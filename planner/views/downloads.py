"""Tables as files that open in a spreadsheet."""

from __future__ import annotations

import pandas as pd

from planner.domain.cells import harmless


def csv_file(table: pd.DataFrame) -> bytes:
    """A table as CSV, without its index, in UTF-8 with a mark by which Excel knows it.

    What people typed stays text: where a spreadsheet would take a cell for a formula, it gets an apostrophe.
    """
    safe = table.map(lambda cell: harmless(cell) if isinstance(cell, str) else cell)
    safe.columns = pd.Index([harmless(str(name)) for name in table.columns])
    return safe.to_csv(index=False).encode("utf-8-sig")
