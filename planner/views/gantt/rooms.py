"""The room a chart has: on a screen of some width, or on a sheet of paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal

import plotly.graph_objects as go

RIGHT_PX: Final = 14
HEAD_PX: Final = 120
"""What legend, marks and months take at most above the rows of a printed chart."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much room there is: the ``label`` column and the ``plot`` in pixels, the rest in letters and lines.

    ``text`` and ``hover`` are the letters in a line of a label and of what is shown on pointing; ``above``:
    labels stand above their bars, since a phone has no room for a column; ``short``: lines of a short legend
    and pixels of its words (0: as they need), ``long``: entries on a line of a long one and pixels of words;
    ``gap``: pixels between two rows.
    """

    label: int
    plot: int
    text: int
    hover: int
    above: bool
    short: tuple[int, int]
    long: tuple[int, int]
    gap: int = 9


WIDE: Final = Sizes(label=372, plot=630, text=58, hover=64, above=False, short=(1, 0), long=(3, 98))
MIDDLE: Final = Sizes(label=236, plot=290, text=34, hover=52, above=False, short=(2, 64), long=(3, 98))
COMPACT: Final = Sizes(label=6, plot=340, text=51, hover=42, above=True, short=(2, 64), long=(2, 104))
PRINT: Final = Sizes(label=480, plot=1000, text=74, hover=64, above=False, short=(1, 0), long=(8, 150), gap=5)

Room = Literal["wide", "middle", "narrow", "print"]
ROOMS: Final[Mapping[Room, Sizes]] = {"wide": WIDE, "middle": MIDDLE, "narrow": COMPACT, "print": PRINT}
SHEET: Final = (1494, 1000)
"""Pixels of an A3 sheet on its side within its margins, a line of the page above the chart left out."""
SMALLEST: Final = 50
STEP: Final = 5


def sheet_share(figure: go.Figure) -> int:
    """Per cent of its size, in steps of 5 and not below 50, at which a printed chart fits an A3 sheet."""
    wide, high = SHEET
    fits = min(100 * wide / figure.layout.width, 100 * high / figure.layout.height)
    return max(SMALLEST, min(100, int(fits // STEP) * STEP))


def as_the_sheet(sizes: Sizes, height: float) -> Sizes:
    """A plot so wide that the chart, made smaller as a whole, fills a sheet of paper in both directions."""
    wide, high = SHEET
    width = max(wide, int((height + HEAD_PX) * wide / high))
    return replace(sizes, plot=width - sizes.label - RIGHT_PX)
