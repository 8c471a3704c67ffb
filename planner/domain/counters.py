"""Floors with counters, and the agencies that stand at them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from planner.domain.checklist import Frozen, Slug

FloorUse = Literal["service", "support"]
Weekday = Annotated[int, Field(ge=1, le=7)]


class Floor(Frozen):
    """A floor with counters numbered from 1, drawn row by row with ``columns`` of them in each row.

    ``level`` orders the floors from the ground up; ``use`` tells a floor for visitors from one for back
    office, which may have counters too.
    """

    name: Annotated[str, Field(min_length=2, max_length=60)]
    level: Annotated[int, Field(ge=-2, le=60)] = 0
    use: FloorUse = "service"
    counters: Annotated[int, Field(ge=0, le=200)] = 0
    columns: Annotated[int, Field(ge=1, le=20)] = 6


class Seat(Frozen):
    """An agency at a counter on some days of the week (ISO, 1 = Monday), or without any on every working day.

    ``active`` False: given up, history kept.
    """

    floor: Slug
    counter: Annotated[int, Field(ge=1, le=200)]
    agency: Slug
    weekdays: tuple[Weekday, ...] = ()
    active: bool = True
