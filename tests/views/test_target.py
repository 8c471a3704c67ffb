"""Latest dates and conflicts in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from planner.domain.conflict import Conflict, Demand
from planner.domain.foreseen import Course
from planner.domain.limits import Limit
from planner.domain.plan import Plan, Planning
from planner.domain.target import AgencyLatest, LatestDates, TargetDates
from planner.views import conflicts, target, target_words
from planner.views.conflicts import conflict_sentence, conflicts_sentence, demand_text
from tests.views.world import TARGET, plan, small

WORLD = small()
LISTED, PLAN = WORLD.checklist, WORLD.state.plan
POLRES = AgencyLatest("polres", "KSP-01.polres", date(2027, 6, 2), date(2027, 4, 29), -22)
BPJS = AgencyLatest("bpjs", "KSP-01.bpjs", date(2027, 2, 12), date(2027, 4, 29), 51)


def dates(*agencies: AgencyLatest, **floats: int) -> TargetDates:
    latest = {
        key.replace("_", "-"): LatestDates(date(2027, 1, 4), date(2027, 4, 29), days)
        for key, days in floats.items()
    }
    return TargetDates(TARGET, latest, agencies)


def sentence(found: TargetDates | None, opened: date | None = None) -> str:
    return target.target_sentence(PLAN, LISTED, found, opened)


def test_the_sentence_says_how_many_agencies_are_late_and_which_one_most() -> None:
    assert sentence(dates(POLRES, BPJS)) == (
        "Untuk target 30 April 2027, 1 dari 2 instansi terlambat; paling jauh Polres, 22 hari kerja."
    )


def test_the_sentence_names_no_agency_where_all_are_late_alike() -> None:
    alike = replace(POLRES, agency="bpjs", activity="KSP-01.bpjs")
    assert (
        sentence(dates(POLRES, alike))
        == "Untuk target 30 April 2027, semua 2 instansi terlambat 22 hari kerja."
    )


def test_the_sentence_names_the_tightest_agency_where_all_are_in_time() -> None:
    assert sentence(dates(BPJS)) == (
        "Target 30 April 2027 terjangkau: semua instansi masih sempat siap; paling sempit BPJS Kesehatan, "
        "longgar 51 hari kerja."
    )


def test_the_sentence_speaks_of_activities_where_no_agency_has_work_left() -> None:
    assert sentence(dates(USL_01=0)) == ("Target 30 April 2027 terjangkau: semua kegiatan masih sempat siap.")
    assert sentence(dates(USL_01=-3, USL_02=4)) == (
        "Untuk target 30 April 2027, 1 dari 2 kegiatan terlambat; paling jauh “Usulan disusun”, 3 hari kerja."
    )


def test_the_sentence_says_when_there_is_no_target_nothing_left_or_an_opening_behind() -> None:
    assert sentence(None) == (
        "Target peluncuran belum ditetapkan, jadi belum ada batas mundur untuk instansi."
    )
    assert sentence(dates()) == "Untuk target 30 April 2027 tidak ada lagi yang harus disiapkan."
    assert sentence(dates(POLRES), date(2026, 11, 20)) == (
        "Sudah dibuka 20 November 2026; tidak ada lagi yang harus siap sebelum itu."
    )


def test_room_is_told_as_late_as_none_or_as_left() -> None:
    assert [target.slack(days) for days in (-22, 0, 51)] == [
        "terlambat 22 hari kerja",
        "tanpa kelonggaran",
        "longgar 51 hari kerja",
    ]


@pytest.mark.parametrize(
    ("critical", "days", "told"),
    [
        (True, -28, "menahan peluncuran, terlambat 28 hari kerja"),
        (True, 5, "menahan peluncuran"),
        (False, -9, "terlambat 9 hari kerja"),
        (False, 0, "tanpa kelonggaran"),
        (False, 9, "longgar 9 hari kerja"),
    ],
)
def test_room_up_to_the_target_says_first_what_holds_the_launch(critical: bool, days: int, told: str) -> None:
    assert target.room(critical, Limit(TARGET, days, to_target=True)) == told


def test_work_past_a_limit_of_its_own_says_so_where_there_is_no_target() -> None:
    assert target.room(True, Limit(TARGET, -5)) == "melewati batas 5 hari kerja"


def test_only_what_holds_the_launch_or_is_late_is_called_pressing() -> None:
    limits = [Limit(TARGET, days, to_target=True) for days in (3, -3)]
    assert [target.pressing(False, one) for one in limits] == ["", "terlambat 3 hari kerja"]
    assert target.pressing(True, limits[0]) == "menahan peluncuran"


def test_a_due_date_is_called_the_limit_of_the_target_where_it_comes_from_there() -> None:
    assert target.due(Limit(TARGET, 3, to_target=True)) == "batas target 30 Apr 2027"
    assert target.due(Limit(TARGET, 3)) == "paling lambat 30 Apr 2027"


@pytest.mark.parametrize(
    ("by", "told"),
    [
        ("baseline", "semestinya 12% menurut rencana awal"),
        ("target", "semestinya 12% agar target 30 Apr 2027 tercapai"),
        ("start", "semestinya 12% bila berjalan lancar sejak 2 Feb 2026"),
    ],
)
def test_what_should_be_done_by_now_names_what_it_is_measured_by(by: Course, told: str) -> None:
    assert target.foreseen(0.12, by, PLAN.settings) == told
    assert target_words.FORESEEN_HELP[by].startswith("“Semestinya”: ")


MISSED = Demand("target", "RSM-01")
QUICKER = (Demand("duration", "USL-01"),)
LATER = (Demand("agency", "polres"),)


def told(*sets: tuple[Demand, ...], most: int = 3) -> str:
    return conflict_sentence(PLAN, LISTED, Conflict(MISSED, 31, sets), most)


def test_a_missed_target_names_each_thing_that_suffices_alone() -> None:
    assert told(QUICKER, LATER) == (
        "Target 30 Apr 2027 meleset 31 hari kerja. Cukup salah satu diubah: “Usulan disusun” dipercepat "
        "sampai perkiraan tercepat, atau Polres menyusul setelah buka."
    )


def test_things_that_must_give_together_are_told_together() -> None:
    assert told(QUICKER + LATER) == (
        "Target 30 Apr 2027 meleset 31 hari kerja. Paling sedikit dua hal harus diubah bersama: “Usulan "
        "disusun” dipercepat sampai perkiraan tercepat dan Polres menyusul setelah buka."
    )


def test_ways_beyond_the_most_are_counted() -> None:
    assert told(QUICKER, LATER, most=1).endswith("tercepat. Masih ada 1 cara lain.")


def test_a_date_that_nothing_else_can_save_is_told_so() -> None:
    assert told() == (
        "Target 30 Apr 2027 meleset 31 hari kerja. Tidak ada satu, dua, atau tiga hal lain yang cukup bila "
        "diubah; hanya tanggal itu sendiri yang dapat digeser."
    )


@pytest.mark.parametrize(
    ("demand", "words"),
    [
        (MISSED, "target dimundurkan"),
        (Demand("constraint", "USL-01"), "tanggal yang dipatok untuk “Usulan disusun” dilepas"),
        (Demand("budget", "USL-02"), "dana untuk “Anggaran disetujui” tersedia lebih awal"),
        (
            Demand("duration", "KSP-01.pln"),
            "“Perjanjian kerja sama ditandatangani” (PLN) dipercepat sampai perkiraan tercepat",
        ),
        (
            Demand("duration", "KSP-01"),
            "“Perjanjian kerja sama ditandatangani” di semua instansi dipercepat sampai perkiraan tercepat",
        ),
        (Demand("agency", "bpjs"), "BPJS Kesehatan menyusul setelah buka"),
    ],
)
def test_what_gives_is_told_in_words(demand: Demand, words: str) -> None:
    assert demand_text(PLAN, LISTED, demand) == words


def constrained(kind: str) -> Plan:
    wanted = Planning.model_validate({"constraint": {"type": kind, "day": date(2027, 1, 15)}})
    return plan().model_copy(update={"planning": {"USL-01": wanted}})


@pytest.mark.parametrize("kind", target_words.CONSTRAINT)
def test_a_missed_constraint_is_told_with_its_day(kind: str) -> None:
    missed = Conflict(Demand("constraint", "USL-01"), 2, ())
    limit = target_words.CONSTRAINT[kind].format(day="15 Jan 2027")
    assert conflict_sentence(constrained(kind), LISTED, missed).startswith(
        f"Batas “Usulan disusun”, {limit}, meleset 2 hari kerja. "
    )


def test_conflicts_are_counted_in_a_sentence() -> None:
    one = Conflict(MISSED, 31, ())
    assert conflicts_sentence(()) == (
        "Tidak ada benturan: semua tanggal yang diminta rencana ini masih terjangkau."
    )
    assert conflicts_sentence((one,)) == "Ada satu tanggal yang tidak terjangkau dengan laju sekarang."
    assert conflicts.conflicts_sentence((one, one)) == (
        "Ada 2 tanggal yang tidak terjangkau dengan laju sekarang."
    )
