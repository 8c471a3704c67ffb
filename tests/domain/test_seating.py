"""Counters: who keeps which on which day, and what cannot be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.counters import Floor, Seat
from planner.domain.plan import Agency
from planner.domain.seating import SeatConflict, comes_on, kept_on, seat_conflicts

FLOORS = {
    "dasar": Floor(name="Lantai dasar", counters=3),
    "satu": Floor(name="Lantai satu", level=1, use="support", counters=2),
}
MONDAY, TUESDAY, WEDNESDAY, SATURDAY = 1, 2, 3, 6


def agency(**fields: Any) -> Agency:
    return Agency.model_validate({"name": "Instansi", "counters": 0} | fields)


def seat(of: str, counter: int = 1, *weekdays: int, floor: str = "dasar", active: bool = True) -> Seat:
    return Seat(floor=floor, counter=counter, agency=of, weekdays=weekdays, active=active)


def conflicts(
    agencies: Mapping[str, Agency], *seats: Seat, week: int = 5, floors: Mapping[str, Floor] = FLOORS
) -> tuple[SeatConflict, ...]:
    return seat_conflicts(agencies, floors, {f"s{n}": s for n, s in enumerate(seats)}, week)


def test_an_agency_comes_every_day_where_no_days_are_told() -> None:
    assert comes_on(agency(), 5) == (1, 2, 3, 4, 5)
    assert comes_on(agency(), 6) == (1, 2, 3, 4, 5, 6)
    assert comes_on(agency(weekdays=(3, 1, 3)), 5) == (1, 3)


def test_nobody_comes_on_a_day_on_which_the_mall_is_closed() -> None:
    assert comes_on(agency(weekdays=(5, 6, 7)), 5) == (5,)
    assert comes_on(agency(weekdays=(7,)), 6) == ()
    assert kept_on(seat("bpjs", 1, 5, 6), agency(), 5) == (5,)


def test_a_counter_is_kept_on_all_days_on_which_its_agency_comes_unless_some_are_told() -> None:
    part_time = agency(weekdays=(2, 4))
    assert kept_on(seat("bpjs"), part_time, 5) == (2, 4)
    assert kept_on(seat("bpjs", 1, 4), part_time, 5) == (4,)


def test_two_agencies_at_one_counter_on_one_day_are_told_for_that_day() -> None:
    found = conflicts(
        {"bpjs": agency(weekdays=(1, 2), joint=True), "bank": agency(weekdays=(2, 3), joint=True)},
        seat("bpjs"),
        seat("bank"),
    )
    assert found == (SeatConflict("shared_day", "dasar", 1, TUESDAY, ("bank", "bpjs")),)


def test_agencies_that_may_share_take_turns_by_days() -> None:
    both = {"bpjs": agency(weekdays=(1, 2), joint=True), "bank": agency(weekdays=(3,), joint=True)}
    assert conflicts(both, seat("bpjs"), seat("bank")) == ()


def test_an_agency_that_shares_with_nobody_takes_no_turns() -> None:
    both = {"bpjs": agency(weekdays=(1, 2), joint=True), "bank": agency(weekdays=(3,))}
    assert conflicts(both, seat("bpjs"), seat("bank")) == (
        SeatConflict("not_joint", "dasar", 1, agencies=("bank", "bpjs")),
    )
    assert conflicts(both, seat("bpjs", 1), seat("bank", 2)) == ()


def test_a_counter_with_the_same_number_on_another_floor_is_another_counter() -> None:
    both = {"bpjs": agency(), "bank": agency()}
    assert conflicts(both, seat("bpjs"), seat("bank", floor="satu")) == ()


@pytest.mark.parametrize(("floor", "counter"), [("dasar", 4), ("dua", 1)])
def test_a_counter_that_is_not_there_is_told_and_seats_nobody(floor: str, counter: int) -> None:
    both = {"bpjs": agency(counters=1), "bank": agency()}
    found = conflicts(both, seat("bpjs", counter, floor=floor), seat("bank", counter, floor=floor))
    assert found == (
        SeatConflict("no_such_counter", floor, counter, agencies=("bank",)),
        SeatConflict("no_such_counter", floor, counter, agencies=("bpjs",)),
        SeatConflict("unseated", agencies=("bpjs",), count=1),
    )


def test_a_counter_kept_on_a_day_on_which_its_agency_is_away_is_told() -> None:
    found = conflicts({"bpjs": agency(weekdays=(1, 2))}, seat("bpjs", 1, 2, 3, 6))
    assert found == (
        SeatConflict("absent_agency", "dasar", 1, WEDNESDAY, ("bpjs",)),
        SeatConflict("absent_agency", "dasar", 1, SATURDAY, ("bpjs",)),
    )


def test_more_counters_wanted_than_there_are_is_told_for_each_such_day() -> None:
    wanting = {"bpjs": agency(counters=2), "bank": agency(counters=2, weekdays=(2,))}
    seats = (seat("bpjs", 1), seat("bpjs", 2), seat("bank", 3))
    assert conflicts(wanting, *seats) == (
        SeatConflict("too_few_counters", weekday=TUESDAY, agencies=("bank", "bpjs"), count=1),
        SeatConflict("unseated", agencies=("bank",), count=1),
    )


def test_agencies_of_later_waves_take_only_what_is_kept_for_them() -> None:
    waves = {"bpjs": agency(counters=3), "bank": agency(counters=9, wave=2)}
    own = tuple(seat("bpjs", n) for n in (1, 2, 3))
    assert conflicts(waves, *own) == ()
    assert conflicts(waves, *own, seat("bank", 2, floor="satu")) == ()
    shared = conflicts(waves, *own, seat("bank", 3, MONDAY))
    assert shared == (
        SeatConflict("shared_day", "dasar", 3, MONDAY, ("bank", "bpjs")),
        SeatConflict("too_few_counters", weekday=MONDAY, agencies=("bank", "bpjs"), count=1),
    )


def test_an_agency_with_fewer_counters_than_it_wants_is_told_by_its_worst_day() -> None:
    wanting = {"bpjs": agency(counters=2), "bank": agency(counters=1)}
    assert conflicts(wanting, seat("bpjs", 1), seat("bpjs", 2, 1, 2), seat("bank", 3)) == (
        SeatConflict("unseated", agencies=("bpjs",), count=1),
    )
    assert conflicts({"bpjs": agency(counters=2)}) == (SeatConflict("unseated", agencies=("bpjs",), count=2),)


def test_a_counter_behind_the_scenes_is_none_for_visitors() -> None:
    assert conflicts({"bpjs": agency(counters=1)}, seat("bpjs", 1, floor="satu")) == (
        SeatConflict("unseated", agencies=("bpjs",), count=1),
    )


@pytest.mark.parametrize("wave", [1, 2])
def test_an_agency_that_comes_only_while_the_mall_is_closed_is_told_and_lacks_no_counter(wave: int) -> None:
    saturday = {"bpjs": agency(counters=2, weekdays=(SATURDAY,), wave=wave)}
    assert conflicts(saturday) == (SeatConflict("never_comes", agencies=("bpjs",)),)
    assert "never_comes" not in {found.problem for found in conflicts(saturday, week=6)}


def test_agencies_and_seats_that_are_given_up_take_no_counter() -> None:
    there = {"bpjs": agency(), "bank": agency(), "pln": agency(active=False, counters=3)}
    assert (
        conflicts(there, seat("bpjs"), seat("bank", active=False), seat("pln"), seat("gone", 9, floor="dua"))
        == ()
    )


agencies = st.dictionaries(
    st.sampled_from(["bank", "bpjs", "pln"]),
    st.builds(
        Agency,
        name=st.just("Instansi"),
        wave=st.integers(1, 2),
        counters=st.integers(0, 3),
        joint=st.booleans(),
        active=st.booleans(),
        weekdays=st.lists(st.integers(1, 7), max_size=3).map(tuple),
    ),
)
seats = st.lists(
    st.builds(
        Seat,
        floor=st.sampled_from(["dasar", "satu", "dua"]),
        counter=st.integers(1, 4),
        agency=st.sampled_from(["bank", "bpjs", "pln", "gone"]),
        weekdays=st.lists(st.integers(1, 7), max_size=3).map(tuple),
        active=st.booleans(),
    ),
    max_size=6,
)


@given(agencies, seats, st.sampled_from([5, 6]))
def test_a_counter_is_shared_on_a_day_by_those_who_keep_it_then(
    there: dict[str, Agency], kept: list[Seat], week: int
) -> None:
    found = conflicts(there, *kept, week=week)
    told = {
        (c.floor, c.counter, c.weekday, a) for c in found if c.problem == "shared_day" for a in c.agencies
    }
    standing = [
        s
        for s in kept
        if s.active
        and s.agency in there
        and there[s.agency].active
        and s.floor in FLOORS
        and s.counter <= FLOORS[s.floor].counters
    ]
    at = {(s.floor, s.counter, day, s.agency) for s in standing for day in kept_on(s, there[s.agency], week)}
    assert told == {one for one in at if any(o[:3] == one[:3] and o[3] != one[3] for o in at)}


@given(agencies, seats, st.sampled_from([5, 6]))
def test_conflicts_do_not_depend_on_the_order_in_which_seats_were_given(
    there: dict[str, Agency], kept: list[Seat], week: int
) -> None:
    assert conflicts(there, *kept, week=week) == conflicts(there, *reversed(kept), week=week)
