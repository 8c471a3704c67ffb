"""The plan view of the floors: every counter as a box, for the component that draws them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from planner.domain.counters import Floor, Seat
from planner.domain.plan import Plan
from planner.domain.seating import SeatConflict
from planner.views import floor_words as words
from planner.views import floors, formats, labels, sentences


def floor_plan(plan: Plan, conflicts: Sequence[SeatConflict]) -> list[dict[str, Any]]:
    """Floors from the ground up as JSON values: name, what is told of it, columns and its boxes in order.

    A box has its number, ``told`` for those who cannot see it, the seats (short name, full name, days) and
    ``marks``: what does not fit there, in words. Seats at numbers that a floor does not have stand after its
    last counter, as ``outside``.
    """
    marks = floors.marks(conflicts)
    return [_floor(plan, slug, floor, marks) for slug, floor in floors.floors(plan).items()]


def _floor(
    plan: Plan, slug: str, floor: Floor, marks: dict[tuple[str, int], tuple[str, ...]]
) -> dict[str, Any]:
    at: dict[int, list[Seat]] = {}
    for seat in floors.seats(plan, slug).values():
        at.setdefault(seat.counter, []).append(seat)
    numbers = [*range(1, floor.counters + 1), *(n for n in sorted(at) if n > floor.counters)]
    count = formats.number(floor.counters)
    return {
        "id": slug,
        "name": floor.name,
        "use": floor.use,
        "told": words.FLOOR_TOLD.format(use=labels.FLOOR_USE[floor.use], count=count),
        "alt": words.PLAN_ALT.format(floor=floor.name, count=count, columns=floor.columns),
        "columns": floor.columns,
        "boxes": [_box(plan, floor, n, at.get(n, []), marks.get((slug, n), ())) for n in numbers],
    }


def _box(plan: Plan, floor: Floor, number: int, seats: list[Seat], marks: tuple[str, ...]) -> dict[str, Any]:
    known = [
        {
            "name": floors.short(plan.agencies[seat.agency].name),
            "full": plan.agencies[seat.agency].name,
            "days": floors.seat_days(plan, seat),
            "every": floors.seat_days(plan, seat) == words.EVERY_DAY,
        }
        for seat in seats
    ]
    seated = [words.SEAT_TOLD.format(agency=one["full"], days=one["days"]) for one in known]
    told = "; ".join([sentences.listed(seated) or words.FREE, *marks])
    return {
        "number": number,
        "seats": known,
        "marks": list(marks),
        "outside": number > floor.counters,
        "told": words.CELL.format(counter=number, floor=floor.name, told=told),
    }
