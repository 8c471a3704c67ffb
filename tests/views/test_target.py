"""Latest dates and conflicts in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from planner.domain.conflict import Conflict, Demand
from planner.domain.plan import Plan, Planning
from planner.domain.target import AgencyLatest, LatestDates, TargetDates
from planner.views import conflicts, tables, target, target_words
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


def test_an_agency_is_told_by_when_it_must_be_ready_and_how_it_stands() -> None:
    assert target.agency_line(POLRES) == "harus siap 29 Apr 2027, terlambat 22 hari kerja"
    assert target.agency_line(BPJS) == "harus siap 29 Apr 2027, longgar 51 hari kerja"
    assert target.slack(0) == "tanpa kelonggaran"


def test_the_table_of_agencies_keeps_dates_and_numbers() -> None:
    frame = target.agencies_table(PLAN, LISTED, dates(POLRES, BPJS))
    assert tuple(frame.columns) == target.AGENCY_COLUMNS
    first = frame.iloc[0]
    assert first["Paling lambat"].date() == POLRES.latest
    assert first["Selesai"].date() == POLRES.ready
    assert list(frame["Kelonggaran"]) == [-22, 51]
    assert (first["Instansi"], first["Kegiatan"]) == ("Polres", "Perjanjian kerja sama ditandatangani")
    assert "29 Apr 2027" in tables.shown(frame).to_html()
    assert target.agencies_table(PLAN, LISTED, dates()).empty


def test_the_table_of_activities_begins_with_the_least_float() -> None:
    own = {"KSP-01.polres": LatestDates(date(2027, 1, 4), date(2027, 4, 29), -1)}
    latest = TargetDates(TARGET, {**dates(KSP_02=3, USL_01=-5).activities, **own}, ())
    frame = target.latest_table(PLAN, LISTED, WORLD.work, WORLD.schedule, latest)
    assert tuple(frame.columns) == target.LATEST_COLUMNS
    assert list(frame["Kode"]) == ["USL-01", "KSP-01", "KSP-02"]
    assert list(frame["Instansi"]) == ["", "Polres", ""]
    assert list(frame["Keterangan"]) == [
        "terlambat 5 hari kerja",
        "terlambat 1 hari kerja",
        "longgar 3 hari kerja",
    ]


MISSED = Demand("target", "RSM-01")
QUICKER = (Demand("duration", "USL-01"),)
LATER = (Demand("agency", "polres"),)


def told(*sets: tuple[Demand, ...], most: int = 3) -> str:
    return conflict_sentence(PLAN, LISTED, Conflict(MISSED, 31, sets), most)


def test_a_missed_target_names_each_thing_that_suffices_alone() -> None:
    assert told(QUICKER, LATER) == (
        "Target 30 Apr 2027 meleset 31 hari kerja. Cukup satu yang mengalah: “Usulan disusun” dipercepat "
        "sampai perkiraan tercepat, atau Polres menyusul setelah buka."
    )


def test_things_that_must_give_together_are_told_together() -> None:
    assert told(QUICKER + LATER) == (
        "Target 30 Apr 2027 meleset 31 hari kerja. Paling sedikit dua hal harus mengalah bersama: “Usulan "
        "disusun” dipercepat sampai perkiraan tercepat dan Polres menyusul setelah buka."
    )


def test_ways_beyond_the_most_are_counted() -> None:
    assert told(QUICKER, LATER, most=1).endswith("tercepat. Masih ada 1 cara lain.")


def test_a_date_that_nothing_else_can_save_is_told_so() -> None:
    assert told() == (
        "Target 30 Apr 2027 meleset 31 hari kerja. Tidak ada satu, dua, atau tiga hal lain yang cukup bila "
        "mengalah; hanya tanggal itu sendiri yang dapat digeser."
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
