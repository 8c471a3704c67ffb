"""Floors and their counters in words: how many are taken, what cannot be, who stands where on which days."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

import pandas as pd
from babel.dates import get_day_names

from planner.domain.counters import Floor, Seat
from planner.domain.plan import Plan
from planner.domain.seating import SeatConflict, kept_on
from planner.views import floor_words as words
from planner.views import formats, labels, sentences
from planner.views.waves import names

SHORT_LETTERS: Final = 22
SHORTER: Final[Mapping[str, str]] = {
    "Kementerian": "Kem.",
    "Pengadilan": "Peng.",
    "Kejaksaan": "Kej.",
    "Kabupaten": "Kab.",
    "Kantor": "Ktr.",
    "Provinsi": "Prov.",
    "Badan": "Bdn.",
    "Dinas": "Din.",
}
_ABBREVIATION = re.compile(r"\(([^()]{2,22})\)\s*$")


def floors(plan: Plan) -> dict[str, Floor]:
    """The floors of a plan by id, from the ground up."""
    ordered = sorted(plan.floors.items(), key=lambda pair: (pair[1].level, pair[1].name.casefold()))
    return dict(ordered)


def seats(plan: Plan, floor: str | None = None) -> dict[str, Seat]:
    """Seats that are held, by id: of agencies that take part, in order of floors and counters."""
    place = {slug: number for number, slug in enumerate(floors(plan))}
    held = [
        (key, seat)
        for key, seat in plan.seats.items()
        if seat.active and plan.agencies[seat.agency].active and floor in (None, seat.floor)
    ]
    return dict(sorted(held, key=lambda pair: (place.get(pair[1].floor, 99), pair[1].counter, pair[0])))


def first_free(plan: Plan, floor: str) -> int:
    """The first counter of a floor that nobody has; 1 where all are taken."""
    taken = {seat.counter for seat in seats(plan, floor).values()}
    return next((n for n in range(1, plan.floors[floor].counters + 1) if n not in taken), 1)


def without_counter(plan: Plan, floor: str) -> int:
    """How many counters of a floor are kept for agencies and are not there."""
    return len(
        {seat.counter for seat in seats(plan, floor).values() if seat.counter > plan.floors[floor].counters}
    )


def counters_sentence(plan: Plan, conflicts: Sequence[SeatConflict]) -> str:
    """How many counters for visitors are taken and free, and how many things do not fit."""
    if not plan.floors:
        return words.NO_FLOORS
    service = {slug: floor for slug, floor in plan.floors.items() if floor.use == "service"}
    total = sum(floor.counters for floor in service.values())
    count = len(conflict_lines(plan, conflicts))
    problems = words.PROBLEMS.format(count=formats.number(count)) if count else words.NO_PROBLEMS
    if not total:
        return words.NO_COUNTERS.format(floors=formats.number(len(plan.floors)), problems=problems)
    taken = {
        (seat.floor, seat.counter)
        for seat in seats(plan).values()
        if seat.floor in service and seat.counter <= service[seat.floor].counters
    }
    return words.SENTENCE.format(
        taken=formats.number(len(taken)),
        total=formats.number(total),
        free=formats.number(total - len(taken)),
        problems=problems,
    )


def conflict_lines(plan: Plan, conflicts: Sequence[SeatConflict]) -> list[str]:
    """Every conflict in a sentence; those that differ in their days alone are told together.

    Why agencies without their counters share one: at first that is everybody.
    """
    together: dict[tuple[object, ...], list[SeatConflict]] = {}
    for one in conflicts:
        place = (one.floor, one.counter, one.agencies, one.count)
        together.setdefault((one.problem, *(() if one.problem == "unseated" else place)), []).append(one)
    return [_line(plan, group) for group in together.values()]


def _line(plan: Plan, group: list[SeatConflict]) -> str:
    first = group[0]
    if len(group) > 1 and first.problem == "unseated":
        lacking = (words.LACKS.format(agency=_who(plan, one), count=one.count) for one in group)
        return words.UNSEATED.format(count=formats.number(len(group)), agencies=names(lacking))
    floor = plan.floors.get(first.floor)
    told = labels.SEAT_PROBLEM[first.problem].format(
        agencies=_who(plan, first),
        counter=first.counter,
        floor=floor.name if floor else words.GONE_FLOOR,
        day=_day_names([one.weekday for one in group if one.weekday]),
        count=formats.number(first.count),
    )
    return f"{told[:1].upper()}{told[1:]}"


def _day_names(days: list[int]) -> str:
    """``Senin dan Kamis``, ``Senin sampai Rabu``."""
    named = [labels.WEEKDAY[day] for day in days]
    if _in_a_row(days):
        return words.FROM_TO.format(first=named[0], last=named[-1])
    return sentences.listed(named)


def _in_a_row(days: Sequence[int]) -> bool:
    return len(days) > 2 and days[-1] - days[0] == len(days) - 1


def _who(plan: Plan, conflict: SeatConflict) -> str:
    return names(plan.agencies[slug].name for slug in conflict.agencies)


def marks(
    conflicts: Iterable[SeatConflict], agency: str | None = None
) -> dict[tuple[str, int], tuple[str, ...]]:
    """What does not fit at single counters, in two or three words each, by floor and counter.

    ``agency``: only what touches this one.
    """
    found: dict[tuple[str, int], dict[str, None]] = {}
    for one in conflicts:
        if one.problem in words.MARK and (agency is None or agency in one.agencies):
            found.setdefault((one.floor, one.counter), {})[words.MARK[one.problem]] = None
    return {place: tuple(told) for place, told in found.items()}


def day_short(day: int) -> str:
    """``Sen`` of 1."""
    return str(get_day_names("abbreviated", locale=formats.LOCALE)[day - 1])


def days_told(weekdays: Collection[int], week: int) -> str:
    """``setiap hari kerja``, ``Sen–Rab`` or ``Sen, Kam``, in a mall open on the first ``week`` days."""
    days = sorted(set(weekdays))
    if set(days) >= set(range(1, week + 1)):
        return words.EVERY_DAY
    if _in_a_row(days):
        return words.RANGE.format(first=day_short(days[0]), last=day_short(days[-1]))
    return ", ".join(map(day_short, days))


def seat_days(plan: Plan, seat: Seat) -> str:
    """On which days a counter is kept for an agency."""
    week = plan.settings.week
    return days_told(kept_on(seat, plan.agencies[seat.agency], week), week)


def short(name: str) -> str:
    """An agency's name for a small box: its abbreviation in brackets, or shorter words, cut at the end.

    Why not initials: ``KP`` may be anybody; the first words can be told.
    """
    given = _ABBREVIATION.search(name)
    if given:
        return given[1]
    if len(name) <= SHORT_LETTERS:
        return name
    told = " ".join(SHORTER.get(word, word) for word in name.split())
    if len(told) <= SHORT_LETTERS:
        return told
    return f"{told[: SHORT_LETTERS - 1].rstrip()}…"


def seats_table(plan: Plan, floor: str, conflicts: Sequence[SeatConflict]) -> pd.DataFrame:
    """Counters of a floor that are kept for agencies, each with its days and what does not fit."""
    rows = [
        (
            seat.counter,
            plan.agencies[seat.agency].name,
            seat_days(plan, seat),
            ", ".join(marks(conflicts, seat.agency).get((floor, seat.counter), ())),
        )
        for seat in seats(plan, floor).values()
    ]
    return pd.DataFrame(rows, columns=list(words.COLUMNS))
