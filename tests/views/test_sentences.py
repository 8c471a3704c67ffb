from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from planner.domain.readiness import ActivityStanding, GateStanding
from planner.domain.schedule import ActivityDates
from planner.domain.state import Entry, Progress
from planner.views import sentences
from tests.views import world

BELTIM = "Belitung Timur"


def test_the_headline_of_a_late_plan_names_gates_launch_and_distance() -> None:
    small = world.small()
    assert sentences.headline(BELTIM, small.readiness, small.schedule, world.TODAY) == (
        "Belitung Timur belum siap: 2 dari 2 gerbang masih terbuka; "
        "dengan laju sekarang buka 14 Juni 2027, 31 hari kerja setelah target."
    )


@pytest.mark.parametrize(
    ("behind", "text"),
    [
        (None, "target belum ditetapkan"),
        (0, "tepat pada target"),
        (12, "12 hari kerja setelah target"),
        (-3, "3 hari kerja sebelum target"),
        (1200, "1.200 hari kerja setelah target"),
    ],
)
def test_the_distance_to_the_target_is_told_with_its_side(behind: int | None, text: str) -> None:
    assert sentences.against_target(behind) == text


def test_the_headline_of_an_opened_regency_names_the_gates_without_proof() -> None:
    siak = world.opened(on=date(2024, 3, 7))
    assert sentences.headline("Siak", siak.readiness, siak.schedule, world.TODAY) == (
        "Siak sudah dibuka 7 Maret 2024; 2 dari 2 gerbang buktinya belum lengkap."
    )


def test_the_headline_of_an_opened_regency_with_all_proof_says_so() -> None:
    proven = world.opened(proof=("USL-01", "USL-02", "RSM-01"), by="sekda")
    assert sentences.headline("Siak", proven.readiness, proven.schedule, world.TODAY) == (
        "Siak sudah dibuka 20 November 2026; bukti kedua gerbang lengkap."
    )


def test_the_headline_on_the_day_of_the_opening_says_today() -> None:
    siak = world.opened(on=world.TODAY)
    assert sentences.headline("Siak", siak.readiness, siak.schedule, world.TODAY) == (
        "Siak dibuka hari ini, 23 November 2026; 2 dari 2 gerbang buktinya belum lengkap."
    )


def test_the_headline_of_a_ready_plan_says_every_gate_is_passed() -> None:
    small = world.small(behind=0)
    gates = tuple(replace(gate, passed=True, waits_for=()) for gate in small.readiness.gates)
    ready = replace(small.readiness, gates=gates)
    assert sentences.headline(BELTIM, ready, small.schedule, world.TODAY) == (
        "Belitung Timur siap dibuka: kedua gerbang sudah lolos; "
        "dengan laju sekarang buka 14 Juni 2027, tepat pada target."
    )


@pytest.mark.parametrize(
    ("slack", "critical", "text"),
    [
        (9, False, "longgar 9 hari kerja"),
        (0, True, "menahan peluncuran"),
        (0, False, "tanpa kelonggaran"),
        (-5, True, "melewati batas 5 hari kerja"),
    ],
)
def test_float_is_told_in_words(slack: int, critical: bool, text: str) -> None:
    day = world.TODAY
    assert sentences.slack(ActivityDates(day, day, day, day, slack, 0, critical)) == text


def test_a_review_is_not_asked_of_work_that_is_not_done() -> None:
    early = ActivityStanding("A", "in_progress", ("not_done", "evidence_missing", "not_accepted"))
    late = ActivityStanding("A", "submitted", ("evidence_missing", "not_accepted"))
    assert sentences.lacking(early) == "belum selesai, bukti belum lengkap"
    assert sentences.lacking(late) == "bukti belum lengkap, menunggu pemeriksaan"


def test_a_met_activity_lacks_nothing() -> None:
    assert sentences.lacking(ActivityStanding("A", "met")) == ""


def test_a_gate_says_what_it_waits_for() -> None:
    assert sentences.gate_state(GateStanding("u", True, 2, 2, ())) == "lolos"
    assert (
        sentences.gate_state(GateStanding("u", False, 5, 8, ("A", "B", "C"))) == "menunggu 3 dari 8 kegiatan"
    )
    behind = GateStanding("p", False, 2, 2, (), behind="u")
    assert sentences.gate_state(behind, "Usulan siap dikirim") == "menunggu Usulan siap dikirim"
    assert sentences.gate_state(behind) == "menunggu gerbang sebelumnya"


def test_the_checklist_sentence_counts_where_everything_stands() -> None:
    assert sentences.checklist_sentence(world.small().readiness.overall) == (
        "1 dari 8 kegiatan sudah terpenuhi; 1 diajukan, 1 berjalan, 5 belum mulai."
    )


def test_the_checklist_sentence_is_short_when_all_is_met() -> None:
    tally = replace(world.small().readiness.overall, met=8, submitted=0, in_progress=0, not_started=0)
    assert sentences.checklist_sentence(tally) == "8 dari 8 kegiatan sudah terpenuhi."


def test_a_list_where_nothing_applies_says_so() -> None:
    tally = replace(world.small().readiness.overall, met=0, submitted=0, in_progress=0, not_started=0)
    assert sentences.checklist_sentence(tally) == "Belum ada kegiatan yang berlaku dalam daftar ini."


def test_the_schedule_sentence_counts_what_holds_the_launch() -> None:
    small = world.small()
    assert sentences.schedule_sentence(small.readiness, small.schedule) == (
        "Tersisa 7 kegiatan sebelum peluncuran, 3 di antaranya menahan tanggalnya; "
        "dengan laju sekarang buka 14 Juni 2027, 31 hari kerja setelah target."
    )


def test_gates_on_the_critical_path_are_not_counted_as_work() -> None:
    small = world.small()
    path = ("USL-01", "gate:usulan", "RSM-01")
    told = sentences.schedule_sentence(small.readiness, replace(small.schedule, critical_path=path))
    assert told.startswith("Tersisa 7 kegiatan sebelum peluncuran, 2 di antaranya")


def test_the_schedule_sentence_of_an_opened_regency_looks_back() -> None:
    siak = world.opened()
    assert sentences.schedule_sentence(siak.readiness, siak.schedule) == (
        "Sudah dibuka 20 November 2026; tidak ada lagi yang menahan peluncuran."
    )


def test_the_schedule_sentence_names_finished_work_that_is_not_accepted() -> None:
    small = world.small()
    tally = replace(small.readiness.overall, in_progress=0, not_started=0)
    told = sentences.schedule_sentence(replace(small.readiness, overall=tally), small.schedule)
    assert told.startswith("Semua kegiatan sebelum peluncuran sudah selesai, 1 masih diajukan; dengan laju")


def test_the_schedule_sentence_without_work_left_names_the_launch() -> None:
    small = world.small(behind=None)
    tally = replace(small.readiness.overall, in_progress=0, not_started=0, submitted=0)
    told = sentences.schedule_sentence(replace(small.readiness, overall=tally), small.schedule)
    assert told == (
        "Semua kegiatan sebelum peluncuran sudah selesai; "
        "dengan laju sekarang buka 14 Juni 2027, target belum ditetapkan."
    )


def test_the_legal_sentence_counts_provisions_and_doubt() -> None:
    assert sentences.legal_sentence(world.checklist()) == (
        "4 dari 7 butir berdasar pada 3 ketentuan; 1 ketentuan baru didukung satu sumber; "
        "yang paling lama tidak diperiksa ulang: 22 November 2026."
    )


def test_a_list_without_law_says_so() -> None:
    bare = world.stage("peresmian", "Peresmian", world.item("RSM-01", "Peresmian", gate="peresmian"))
    told = sentences.legal_sentence(world.checklist(bare))
    assert told == "Belum ada butir yang berdasar pada peraturan."


def test_a_list_with_sure_law_only_says_so() -> None:
    sure = world.stage(
        "peresmian", "Peresmian", world.item("RSM-01", "Peresmian", provision="Pasal 5 ayat (1)")
    )
    assert sentences.legal_sentence(world.checklist(sure)) == (
        "1 dari 1 butir berdasar pada 1 ketentuan; semuanya didukung lebih dari satu sumber; "
        "yang paling lama tidak diperiksa ulang: 22 November 2026."
    )


def test_the_record_sentence_names_the_last_change() -> None:
    entry = Entry(
        plan="beltim",
        number=7,
        revision=1,
        effective_on=world.TODAY,
        recorded_at=datetime(2026, 11, 23, 2, 5, tzinfo=UTC),
        actor="DPMPTSP",
        kind="activity",
        subject="KMT-01",
        before={},
        after={"status": "done"},
    )
    assert sentences.journal_sentence([entry], "Asia/Jakarta") == (
        "1 perubahan tercatat; yang terakhir 23 Nov 2026 09.05 WIB oleh DPMPTSP."
    )
    named = sentences.journal_sentence([entry], "Asia/Jakarta", {"DPMPTSP": "Dinas Penanaman Modal"})
    assert named.endswith("oleh Dinas Penanaman Modal.")
    assert sentences.journal_sentence([], "Asia/Jakarta") == "Belum ada perubahan yang tercatat."


def test_the_settings_sentence_names_start_target_and_agencies() -> None:
    assert sentences.settings_sentence(world.plan()) == (
        "Belitung Timur mulai 2 Februari 2026, target buka 30 April 2027; 3 instansi ikut serta."
    )
    assert sentences.settings_sentence(world.plan({}, target=None)) == (
        "Belitung Timur mulai 2 Februari 2026, target belum ditetapkan; belum ada instansi yang ikut serta."
    )


@pytest.mark.parametrize(
    ("words", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a dan b"), (["a", "b", "c"], "a, b, dan c")],
)
def test_a_list_ends_with_and(words: list[str], text: str) -> None:
    assert sentences.listed(words) == text


def test_work_that_does_not_apply_is_not_counted() -> None:
    gone = world.small({"KSP-02": Progress(status="not_applicable", reason="sudah ada")})
    assert sentences.checklist_sentence(gone.readiness.overall).startswith("1 dari 7 kegiatan")
