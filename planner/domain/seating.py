"""Which counter is kept for whom on which day, and what cannot be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from planner.domain.counters import Floor, Seat
from planner.domain.plan import Agency

SeatProblem = Literal[
    "shared_day",
    "not_joint",
    "no_such_counter",
    "absent_agency",
    "never_comes",
    "too_few_counters",
    "unseated",
]


@dataclass(frozen=True, slots=True)
class SeatConflict:
    """Something about the counters that cannot be.

    ``shared_day``: several agencies at one counter on a day; ``not_joint``: several take turns at one counter
    by days, and not all of them may share one; ``no_such_counter``: the floor has no counter of this number;
    ``absent_agency``: a counter is kept for an agency on a day on which it does not come, or the mall is
    closed; ``never_comes``: an agency comes only on days on which the mall is closed; ``too_few_counters``:
    the agencies of a day want more counters than there are (``count`` more); ``unseated``: an agency of the
    first wave has fewer counters for visitors than it wants (``count`` fewer on the day on which most are
    missing).
    """

    problem: SeatProblem
    floor: str = ""
    counter: int = 0
    weekday: int = 0
    agencies: tuple[str, ...] = ()
    count: int = 0


def comes_on(agency: Agency, week: int) -> tuple[int, ...]:
    """Days of the week on which an agency comes, in a mall open on the first ``week`` of them."""
    return _in_week(agency.weekdays, week) if agency.weekdays else tuple(range(1, week + 1))


def kept_on(seat: Seat, agency: Agency, week: int) -> tuple[int, ...]:
    """Days of the week on which a counter is kept for an agency; none of its own: all on which it comes."""
    return _in_week(seat.weekdays, week) if seat.weekdays else comes_on(agency, week)


def _in_week(days: Sequence[int], week: int) -> tuple[int, ...]:
    return tuple(sorted({day for day in days if day <= week}))


def seat_conflicts(
    agencies: Mapping[str, Agency], floors: Mapping[str, Floor], seats: Mapping[str, Seat], week: int
) -> tuple[SeatConflict, ...]:
    """All conflicts over the counters of a mall that is open on the first ``week`` days of the week.

    Agencies and seats that are no longer active, and agencies of later waves without a seat, take no counter.
    """
    here = {slug: agency for slug, agency in agencies.items() if agency.active}
    taken = sorted(
        (seat for seat in seats.values() if seat.active and seat.agency in here),
        key=lambda seat: (seat.floor, seat.counter, seat.agency, seat.weekdays),
    )
    there = [seat for seat in taken if _is_there(seat, floors)]
    for_visitors = [seat for seat in there if floors[seat.floor].use == "service"]
    return (
        *(
            SeatConflict("no_such_counter", seat.floor, seat.counter, agencies=(seat.agency,))
            for seat in taken
            if not _is_there(seat, floors)
        ),
        *_absent(here, taken, week),
        *(
            SeatConflict("never_comes", agencies=(slug,))
            for slug, agency in sorted(here.items())
            if not comes_on(agency, week)
        ),
        *_shared(here, there, week),
        *_too_few(here, floors, for_visitors, week),
        *_unseated(here, for_visitors, week),
    )


def _is_there(seat: Seat, floors: Mapping[str, Floor]) -> bool:
    return seat.floor in floors and seat.counter <= floors[seat.floor].counters


def _absent(agencies: Mapping[str, Agency], taken: Sequence[Seat], week: int) -> list[SeatConflict]:
    return [
        SeatConflict("absent_agency", seat.floor, seat.counter, day, (seat.agency,))
        for seat in taken
        for day in sorted(set(seat.weekdays) - set(comes_on(agencies[seat.agency], week)))
    ]


def _shared(agencies: Mapping[str, Agency], there: Sequence[Seat], week: int) -> list[SeatConflict]:
    at: dict[tuple[str, int], dict[str, set[int]]] = {}
    for seat in there:
        days = at.setdefault((seat.floor, seat.counter), {}).setdefault(seat.agency, set())
        days.update(kept_on(seat, agencies[seat.agency], week))
    found = []
    for (floor, counter), days_of in at.items():
        on = {d: tuple(a for a, days in days_of.items() if d in days) for d in range(1, week + 1)}
        twice = [SeatConflict("shared_day", floor, counter, d, s) for d, s in on.items() if len(s) > 1]
        sharing = tuple(days_of)
        if not twice and len(sharing) > 1 and not all(agencies[slug].joint for slug in sharing):
            twice = [SeatConflict("not_joint", floor, counter, agencies=sharing)]
        found += twice
    return found


def _too_few(
    agencies: Mapping[str, Agency], floors: Mapping[str, Floor], for_visitors: Sequence[Seat], week: int
) -> list[SeatConflict]:
    """Only floors for visitors have room; whoever comes later takes what is kept for it already."""
    room = sum(floor.counters for floor in floors.values() if floor.use == "service")
    later = [seat for seat in for_visitors if agencies[seat.agency].wave > 1]
    found = []
    for day in range(1, week + 1):
        wants = {s: a.counters for s, a in agencies.items() if a.wave == 1 and day in comes_on(a, week)}
        for seat in later:
            if day in kept_on(seat, agencies[seat.agency], week):
                wants[seat.agency] = wants.get(seat.agency, 0) + 1
        more = sum(wants.values()) - room
        if more > 0:
            wanting = tuple(sorted(slug for slug, count in wants.items() if count))
            found.append(SeatConflict("too_few_counters", weekday=day, agencies=wanting, count=more))
    return found


def _unseated(agencies: Mapping[str, Agency], for_visitors: Sequence[Seat], week: int) -> list[SeatConflict]:
    found = []
    for slug, agency in sorted(agencies.items()):
        own = [kept_on(seat, agency, week) for seat in for_visitors if seat.agency == slug]
        missing = [agency.counters - sum(day in days for days in own) for day in comes_on(agency, week)]
        most = max(missing, default=0)
        if agency.wave == 1 and most > 0:
            found.append(SeatConflict("unseated", agencies=(slug,), count=most))
    return found
