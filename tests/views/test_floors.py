"""Floors and counters in words, as a table and as a plan view."""

from __future__ import annotations

from typing import Any

import pytest

from planner.domain.counters import Floor, Seat
from planner.domain.plan import Agency, Plan
from planner.domain.seating import SeatConflict, SeatProblem, seat_conflicts
from planner.views import floor_words as words
from planner.views import floors, labels
from planner.views.floor_cells import floor_plan
from tests.views.world import plan

GROUND = Floor(name="Lantai dasar", counters=4, columns=2)
UPPER = Floor(name="Lantai satu", level=1, use="support", counters=1)
AGENCIES = {
    "polres": Agency(name="Polres", joint=True, weekdays=(1, 2, 3)),
    "pa": Agency(name="Pengadilan Agama Manggar", joint=True, weekdays=(3, 4)),
    "bpjs": Agency(name="BPJS Kesehatan"),
}


def _plan(*seats: Seat, floors_of: dict[str, Floor] | None = None, **agencies: Agency) -> Plan:
    held = {f"{seat.floor}.{seat.counter}.{seat.agency}": seat for seat in seats}
    known = {"dasar": GROUND, "satu": UPPER} if floors_of is None else floors_of
    return plan({}).model_copy(update={"agencies": AGENCIES | agencies, "floors": known, "seats": held})


def _seat(agency: str, counter: int, *days: int, floor: str = "dasar") -> Seat:
    return Seat(floor=floor, counter=counter, agency=agency, weekdays=days)


def _conflicts(of: Plan) -> tuple[SeatConflict, ...]:
    return seat_conflicts(of.agencies, of.floors, of.seats, of.settings.week)


def _boxes(of: Plan, floor: int = 0) -> list[dict[str, Any]]:
    boxes: list[dict[str, Any]] = floor_plan(of, _conflicts(of))[floor]["boxes"]
    return boxes


def test_the_sentence_counts_counters_taken_and_free_on_floors_for_visitors_alone() -> None:
    of = _plan(
        _seat("polres", 1, 1, 2), _seat("pa", 1, 3, 4), _seat("bpjs", 2), _seat("bpjs", 1, floor="satu")
    )
    assert floors.counters_sentence(of, ()) == (
        "2 dari 4 gerai pelayanan sudah ditempati, 2 masih kosong; tidak ada yang berbenturan."
    )


def test_a_seat_without_a_counter_takes_none() -> None:
    of = _plan(_seat("bpjs", 9))
    assert floors.counters_sentence(of, _conflicts(of)).startswith("0 dari 4 gerai pelayanan")


def test_counters_that_are_kept_and_not_there_are_counted_once_each() -> None:
    of = _plan(_seat("polres", 5, 1), _seat("pa", 5, 3), _seat("bpjs", 6), _seat("bpjs", 4))
    assert [floors.without_counter(of, floor) for floor in ("dasar", "satu")] == [2, 0]


def test_an_agency_that_comes_only_while_the_mall_is_closed_is_told() -> None:
    of = _plan(samsat=Agency(name="Samsat", weekdays=(6,), counters=0))
    assert (
        "Samsat hanya hadir pada hari ketika mal tutup, jadi tidak pernah hadir; ubah hari hadirnya."
        in floors.conflict_lines(of, _conflicts(of))
    )


def test_without_floors_or_counters_the_sentence_says_so() -> None:
    assert floors.counters_sentence(_plan(floors_of={}), ()) == words.NO_FLOORS
    assert floors.counters_sentence(_plan(floors_of={"satu": UPPER}), ()) == (
        "Belum ada gerai pelayanan pada 1 lantai yang dicatat; tidak ada yang berbenturan."
    )


def test_two_agencies_on_one_counter_are_told_with_all_their_common_days_together() -> None:
    of = _plan(_seat("polres", 1), _seat("bpjs", 1), _seat("pa", 2))
    lines = floors.conflict_lines(of, _conflicts(of))
    assert lines[0] == (
        "Gerai 1 di Lantai dasar dipakai lebih dari satu instansi pada hari Senin sampai Rabu: BPJS "
        "Kesehatan dan Polres; pindahkan salah satunya atau bagi harinya."
    )
    assert len(lines) == 1


def test_days_apart_are_named_each() -> None:
    conflicts = [SeatConflict("absent_agency", "dasar", 1, day, ("pa",)) for day in (1, 5)]
    (line,) = floors.conflict_lines(_plan(), conflicts)
    assert "pada hari Senin dan Jumat" in line


def test_agencies_without_their_counters_share_one_sentence() -> None:
    of = _plan()
    lines = floors.conflict_lines(of, _conflicts(of))
    assert lines == [
        "3 instansi gelombang 1 belum mendapat semua gerai yang dimintanya: BPJS Kesehatan (kurang 1), "
        "Pengadilan Agama Manggar (kurang 1), dan Polres (kurang 1)."
    ]


def test_one_agency_without_its_counters_is_told_what_to_do() -> None:
    of = _plan(_seat("polres", 1), _seat("bpjs", 2))
    (line,) = floors.conflict_lines(of, _conflicts(of))
    assert line.startswith("Pengadilan Agama Manggar masih kurang 1 gerai")


@pytest.mark.parametrize("problem", [one for one in labels.SEAT_PROBLEM if one != "unseated"])
def test_every_problem_is_told_in_a_sentence_without_gaps(problem: SeatProblem) -> None:
    conflict = SeatConflict(problem, "hilang", 7, 2, ("polres", "bpjs"), 3)
    (line,) = floors.conflict_lines(_plan(), [conflict])
    assert line[0].isupper()
    assert line.endswith(".")
    assert "{" not in line


def test_what_does_not_fit_at_a_counter_is_marked_in_few_words() -> None:
    of = _plan(_seat("polres", 1), _seat("bpjs", 1), _seat("pa", 9), _seat("pa", 2, 5))
    assert floors.marks(_conflicts(of)) == {
        ("dasar", 1): ("benturan hari",),
        ("dasar", 2): ("instansi tidak hadir",),
        ("dasar", 9): ("nomor tidak ada",),
    }


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ((1, 2, 3, 4, 5), "setiap hari kerja"),
        ((3, 1, 2), "Sen–Rab"),
        ((1, 4), "Sen, Kam"),
        ((2, 3), "Sel, Rab"),
        ((5,), "Jum"),
    ],
)
def test_days_are_told_shortly(days: tuple[int, ...], told: str) -> None:
    assert floors.days_told(days, 5) == told


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Polres", "Polres"),
        ("Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu (DPMPTSP)", "DPMPTSP"),
        ("Pengadilan Agama Manggar", "Peng. Agama Manggar"),
        ("Kantor Pertanahan", "Kantor Pertanahan"),
        ("Kantor Imigrasi Kelas II Manggar", "Ktr. Imigrasi Kelas I…"),
        ("Badan Kesatuan Lima Belas", "Bdn. Kesatuan Lima Be…"),
    ],
)
def test_long_names_are_shortened_so_that_they_can_be_told(name: str, told: str) -> None:
    assert floors.short(name) == told


def test_the_table_lists_a_floor_in_order_of_its_counters() -> None:
    of = _plan(
        _seat("bpjs", 3), _seat("polres", 1, 1, 2), _seat("pa", 1, 2, 3), _seat("bpjs", 1, floor="satu")
    )
    rows = floors.seats_table(of, "dasar", _conflicts(of)).to_numpy().tolist()
    assert rows == [
        [1, "Pengadilan Agama Manggar", "Sel, Rab", "instansi tidak hadir, benturan hari"],
        [1, "Polres", "Sen, Sel", "benturan hari"],
        [3, "BPJS Kesehatan", "setiap hari kerja", ""],
    ]


def test_the_first_free_counter_is_found() -> None:
    of = _plan(_seat("polres", 1), _seat("bpjs", 3), _seat("bpjs", 1, floor="satu"))
    assert (floors.first_free(of, "dasar"), floors.first_free(of, "satu")) == (2, 1)


def test_seats_given_up_and_agencies_that_left_hold_no_counter() -> None:
    gone = Seat(floor="dasar", counter=1, agency="polres", active=False)
    of = _plan(gone, _seat("bpjs", 2), bpjs=Agency(name="BPJS Kesehatan", active=False))
    assert floors.seats(of) == {}


def test_the_plan_view_has_a_box_for_every_counter_of_every_floor_from_the_ground_up() -> None:
    ground, upper = floor_plan(_plan(floors_of={"satu": UPPER, "dasar": GROUND}), ())
    assert [ground["name"], upper["name"]] == ["Lantai dasar", "Lantai satu"]
    assert (ground["columns"], [box["number"] for box in ground["boxes"]]) == (2, [1, 2, 3, 4])
    assert upper["told"] == "kantor belakang, 1 gerai"


def test_a_box_names_who_is_there_and_the_days_of_a_joint_counter() -> None:
    first, second, *_ = _boxes(_plan(_seat("polres", 1, 1, 2), _seat("pa", 1, 3, 4), _seat("bpjs", 2)))
    assert [(seat["name"], seat["days"], seat["every"]) for seat in first["seats"]] == [
        ("Peng. Agama Manggar", "Rab, Kam", False),
        ("Polres", "Sen, Sel", False),
    ]
    assert [(seat["name"], seat["every"]) for seat in second["seats"]] == [("BPJS Kesehatan", True)]
    assert first["told"] == (
        "Gerai 1, Lantai dasar: Pengadilan Agama Manggar (Rab, Kam) dan Polres (Sen, Sel)"
    )


def test_a_box_says_what_does_not_fit_and_an_empty_one_that_it_is_free() -> None:
    boxes = _boxes(_plan(_seat("polres", 1), _seat("bpjs", 1)))
    assert boxes[0]["marks"] == ["benturan hari"]
    assert boxes[0]["told"].endswith("; benturan hari")
    assert boxes[3]["told"] == "Gerai 4, Lantai dasar: kosong"


def test_a_seat_at_a_number_that_the_floor_does_not_have_stands_outside_the_plan() -> None:
    *_, last = _boxes(_plan(_seat("bpjs", 9)))
    assert (last["number"], last["outside"], last["marks"]) == (9, True, ["nomor tidak ada"])
