"""Which counter is kept for whom on which day, and what cannot be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from planner.domain.counters import Floor, Seat
from planner.domain.plan import Agency

SeatProblem = Literal["shared_day", "no_such_counter", "absent_agency", "too_few_counters", "unseated"]


@dataclass(frozen=True, slots=True)
class SeatConflict:
    """Something about the counters that cannot be.

    ``shared_day``: several agencies at one counter on a day; ``no_such_counter``: the floor has no counter of
    this number; ``absent_agency``: a counter is kept for an agency on a day on which it does not come;
    ``too_few_counters``: the agencies of a day want more counters than there are (``count`` more);
    ``unseated``: an agency of the first wave has fewer counters than it wants (``count`` fewer).
    """

    problem: SeatProblem
    floor: str = ""
    counter: int = 0
    weekday: int = 0
    agencies: tuple[str, ...] = ()
    count: int = 0


def comes_on(agency: Agency, week: int) -> tuple[int, ...]:
    """Days of the week on which an agency comes, in a mall open on the first ``week`` of them."""
    return agency.weekdays or tuple(range(1, week + 1))


def kept_on(seat: Seat, agency: Agency, week: int) -> tuple[int, ...]:
    """Days of the week on which a counter is kept for an agency; none of its own: all on which it comes."""
    return seat.weekdays or comes_on(agency, week)


def seat_conflicts(
    agencies: Mapping[str, Agency], floors: Mapping[str, Floor], seats: Mapping[str, Seat], week: int
) -> tuple[SeatConflict, ...]:
    """All conflicts over the counters of a mall that is open on the first ``week`` days of the week.

    Agencies and seats that are no longer active, and agencies of later waves without a seat, take no counter.
    """
    here = {slug: agency for slug, agency in agencies.items() if agency.active}
    taken = [seat for seat in seats.values() if seat.active and seat.agency in here]
    found = [
        SeatConflict("no_such_counter", seat.floor, seat.counter, agencies=(seat.agency,))
        for seat in taken
        if seat.floor not in floors or seat.counter > floors[seat.floor].counters
    ]
    at: dict[tuple[str, int, int], list[str]] = {}
    for seat in taken:
        absent = [d for d in seat.weekdays if d not in comes_on(here[seat.agency], week)]
        found += [SeatConflict("absent_agency", seat.floor, seat.counter, d, (seat.agency,)) for d in absent]
        for day in kept_on(seat, here[seat.agency], week):
            at.setdefault((seat.floor, seat.counter, day), []).append(seat.agency)
    found += [
        SeatConflict("shared_day", floor, counter, day, tuple(sorted(there)))
        for (floor, counter, day), there in sorted(at.items())
        if len(there) > 1
    ]
    return (*found, *_too_few(here, floors, week), *_unseated(here, taken))


def _too_few(agencies: Mapping[str, Agency], floors: Mapping[str, Floor], week: int) -> list[SeatConflict]:
    room = sum(floor.counters for floor in floors.values() if floor.use == "service")
    found = []
    for day in range(1, week + 1):
        first = {s: a for s, a in agencies.items() if a.wave == 1 and day in comes_on(a, week)}
        wanted = sum(agency.counters for agency in first.values())
        if wanted > room:
            found.append(
                SeatConflict(
                    "too_few_counters", weekday=day, agencies=tuple(sorted(first)), count=wanted - room
                )
            )
    return found


def _unseated(agencies: Mapping[str, Agency], taken: list[Seat]) -> list[SeatConflict]:
    counters: dict[str, set[tuple[str, int]]] = {}
    for seat in taken:
        counters.setdefault(seat.agency, set()).add((seat.floor, seat.counter))
    return [
        SeatConflict("unseated", agencies=(slug,), count=agency.counters - len(counters.get(slug, ())))
        for slug, agency in sorted(agencies.items())
        if agency.wave == 1 and len(counters.get(slug, ())) < agency.counters
    ]
