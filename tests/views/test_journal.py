from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any, get_args

import pytest

from planner.domain.counters import Floor, Seat
from planner.domain.people import Member
from planner.domain.plan import (
    Agency,
    Baseline,
    BaselineDates,
    FundingWindow,
    PlannedConstraint,
    PlannedDuration,
    Planning,
    PlanSettings,
)
from planner.domain.services import COMPONENTS, Service
from planner.domain.state import Assignment, Comment, Entry, Progress, SubjectKind
from planner.views import journal, labels
from tests.views import world

KNOWN = journal.names(world.checklist(), world.plan(), {"19.06": "Kabupaten Belitung Timur"})


def entry(
    kind: SubjectKind, subject: str, after: dict[str, Any], before: dict[str, Any] | None = None
) -> Entry:
    return Entry(
        plan="beltim",
        number=1,
        revision=1,
        effective_on=date(2026, 11, 23),
        recorded_at=datetime(2026, 11, 23, tzinfo=UTC),
        actor="dpmptsp",
        kind=kind,
        subject=subject,
        before=before or {},
        after=after,
    )


def test_a_tick_is_told_from_what_to_what() -> None:
    ticked = entry(
        "activity",
        "KSP-01.polres",
        {"status": "done", "finished_on": "2027-06-14", "submitted_by": "dpmptsp", "review": None},
        {"status": "in_progress", "finished_on": None, "submitted_by": None, "review": None},
    )
    assert journal.describe(ticked, KNOWN) == (
        "Status: berjalan → selesai; Selesai: 14 Jun 2027; Dilaporkan selesai oleh: DPMPTSP."
    )
    assert journal.subject(ticked, KNOWN) == "Kegiatan KSP-01: Perjanjian kerja sama ditandatangani – Polres"


def test_a_first_tick_tells_only_what_was_set() -> None:
    first = entry("activity", "KMT-01", {"status": "in_progress", "note": "mulai rapat", "reason": ""})
    assert journal.describe(first) == "Status: berjalan; Catatan: “mulai rapat”."


def test_a_value_that_was_emptied_says_so() -> None:
    emptied = entry("activity", "KMT-01", {"note": ""}, {"note": "lama"})
    assert journal.describe(emptied) == "Catatan: “lama” → kosong."


def test_nothing_changed_is_said_as_nothing() -> None:
    assert journal.describe(entry("activity", "KMT-01", {"note": ""}, {"note": ""})) == (
        "Tidak ada isian yang berubah."
    )


def test_a_review_names_who_and_why() -> None:
    review = {"decision": "returned", "by": "sekda", "reason": "tanggal naskah salah"}
    told = journal.describe(entry("activity", "KMT-01", {"review": review}, {"review": None}), KNOWN)
    assert told == "Pemeriksaan: dikembalikan oleh Sekretaris daerah (tanggal naskah salah)."


def test_an_accepted_review_that_falls_is_told() -> None:
    review = {"decision": "accepted", "by": "sekda", "reason": ""}
    told = journal.describe(entry("activity", "KMT-01", {"review": None}, {"review": review}), KNOWN)
    assert told == "Pemeriksaan: diterima oleh Sekretaris daerah → kosong."


def test_a_new_plan_is_told_as_one() -> None:
    settings = world.plan().settings.model_dump(mode="json")
    told = journal.describe(entry("plan", "beltim", settings), KNOWN)
    assert told == (
        "Rencana dibuat. Nama rencana: Belitung Timur; Kabupaten/kota: Kabupaten Belitung Timur; "
        "Daftar periksa: Daftar uji; Tanggal mulai: 2 Feb 2026; Target peluncuran: 30 Apr 2027; "
        "Hari kerja sepekan: 5 hari; Zona waktu: WIB; Asal data: laporan daerah."
    )


def test_a_new_agency_is_told_as_one() -> None:
    told = journal.describe(entry("agency", "polres", Agency(name="Polres").model_dump(mode="json")), KNOWN)
    assert told == (
        "Instansi ditambahkan. Nama instansi: Polres; Kelompok: OPD kabupaten/kota; Gelombang: 1; "
        "Gerai yang diminta: 1; Bersedia berbagi gerai: tidak; Ikut serta: ya; Asal data: laporan daerah."
    )
    assert journal.subject(entry("agency", "polres", {}), KNOWN) == "Instansi: Polres"


def test_an_agency_that_leaves_is_told_with_yes_and_no() -> None:
    left = {"active": False, "reason": "Belum siap"}
    told = journal.describe(entry("agency", "pln", left, {"active": True, "reason": ""}), KNOWN)
    assert told == "Ikut serta: ya → tidak; Alasan keluar: “Belum siap”."


def test_days_off_are_dates_and_not_codes() -> None:
    told = journal.describe(entry("plan", "beltim", {"days_off": ["2027-01-04"]}, {"days_off": []}), KNOWN)
    assert told == "Hari libur daerah: 4 Jan 2027."


def test_attached_evidence_names_file_size_and_purpose() -> None:
    attached = entry("evidence", "b1", world.document("KSP-01.polres").model_dump(mode="json"))
    assert journal.describe(attached, KNOWN) == (
        "Bukti naskah.pdf (18 KB) dilampirkan untuk: Naskah yang ditandatangani."
    )
    assert journal.subject(attached, KNOWN) == "Bukti: KSP-01: Perjanjian kerja sama ditandatangani – Polres"


def test_removed_evidence_is_told_even_where_the_entry_holds_no_name() -> None:
    removed = entry("evidence", "b1", {"removed": True}, {"removed": False})
    assert journal.describe(removed) == "Bukti ditarik."
    assert journal.describe(entry("evidence", "b1", {"removed": False}, {"removed": True})) == (
        "Bukti dipasang kembali."
    )
    assert journal.subject(removed, KNOWN) == "Bukti"


def test_a_field_of_tomorrow_has_a_general_name() -> None:
    assert journal.describe(entry("activity", "KMT-01", {"colour": "biru"})) == "Isian lain: biru."


# Windows, planning and baselines.

REVISED = FundingWindow(
    year=2027, budget="revised", available_from=date(2027, 9, 20), spend_by=date(2027, 12, 20)
)
NO_MONEY = FundingWindow(
    year=2028,
    budget="original",
    available_from=date(2028, 1, 10),
    spend_by=date(2028, 12, 10),
    granted=False,
)
FROZEN = Baseline(
    name="Awal 2027",
    frozen_on=date(2026, 11, 22),
    launch=date(2027, 6, 14),
    activities={f"KSP-01.a{n}": BaselineDates(start=world.TODAY, finish=world.TARGET) for n in range(300)},
)


def test_windows_are_told_as_budgets_with_their_days() -> None:
    windows = [w.model_dump(mode="json") for w in (REVISED, NO_MONEY)]
    told = journal.describe(entry("plan", "beltim", {"windows": windows}, {"windows": windows[:1]}))
    assert told == (
        "Jendela anggaran: APBD Perubahan 2027 (20 Sep – 20 Des 2027) → APBD Perubahan 2027 "
        "(20 Sep – 20 Des 2027), APBD murni 2028 (tanpa dana untuk mal)."
    )


def test_windows_that_are_given_up_fall_back_on_what_is_assumed() -> None:
    windows = [REVISED.model_dump(mode="json")]
    told = journal.describe(entry("plan", "beltim", {"windows": []}, {"windows": windows}))
    assert told == "Jendela anggaran: APBD Perubahan 2027 (20 Sep – 20 Des 2027) → semua menurut asumsi."


PLANNING = Planning(
    duration=PlannedDuration(optimistic=5, likely=10, pessimistic=20),
    week=7,
    constraint=PlannedConstraint(type="SNET", day=date(2027, 3, 1)),
)


def test_what_a_plan_sets_for_an_activity_is_told_in_days_and_words() -> None:
    told = entry("planning", "KSP-01.polres", PLANNING.model_dump(mode="json"))
    assert journal.describe(told, KNOWN) == (
        "Lama kerja: 10 hari (paling cepat 5, paling lama 20); Hari kerja sepekan: 7 hari; "
        "Batas tanggal: mulai paling cepat 1 Mar 2027."
    )
    assert journal.subject(told, KNOWN) == (
        "Ketentuan kegiatan KSP-01: Perjanjian kerja sama ditandatangani – Polres"
    )


def test_what_a_plan_no_longer_sets_falls_back_on_the_checklist() -> None:
    before = PLANNING.model_dump(mode="json")
    undone = entry("planning", "KSP-01.polres", dict.fromkeys(before), before)
    assert journal.describe(undone, KNOWN) == (
        "Lama kerja: 10 hari (paling cepat 5, paling lama 20) → menurut daftar periksa; "
        "Hari kerja sepekan: 7 hari → menurut rencana; "
        "Batas tanggal: mulai paling cepat 1 Mar 2027 → tanpa batas tanggal."
    )


def test_only_what_was_set_first_is_told_of_an_activity() -> None:
    fixed = Planning(duration=PlannedDuration(optimistic=8, likely=8, pessimistic=8))
    assert (
        journal.describe(entry("planning", "KMT-01", fixed.model_dump(mode="json"))) == "Lama kerja: 8 hari."
    )
    late = Planning(constraint=PlannedConstraint(type="ALAP"))
    assert journal.describe(entry("planning", "KMT-01", late.model_dump(mode="json"))) == (
        "Batas tanggal: selambat mungkin."
    )


def test_a_baseline_is_told_by_its_name_its_launch_and_the_number_of_its_activities() -> None:
    made = entry("baseline", "awal-2027", FROZEN.model_dump(mode="json"))
    assert journal.describe(made) == (
        "Rencana awal “Awal 2027” dibekukan 22 Nov 2026: buka 14 Jun 2027, 300 kegiatan."
    )
    assert journal.subject(made, {}) == "Rencana awal: Awal 2027"


def test_the_current_baseline_is_told_by_its_name() -> None:
    named = journal.names(
        world.checklist(), world.plan().model_copy(update={"baselines": {"awal-2027": FROZEN}})
    )
    chosen = entry("plan", "beltim", {"baseline": "awal-2027"}, {"baseline": None})
    assert journal.describe(chosen, named) == "Rencana awal terkini: Awal 2027."
    dropped = entry("plan", "beltim", {"baseline": None}, {"baseline": "awal-2027"})
    assert journal.describe(dropped, named) == "Rencana awal terkini: Awal 2027 → tidak ada."
    renamed = entry("baseline", "awal-2027", {"name": "Awal"}, {"name": "Awal 2027"})
    assert journal.describe(renamed, named) == "Nama rencana awal: Awal 2027 → Awal."
    assert journal.subject(renamed, named) == "Rencana awal: Awal 2027"


# Services, floors and counters.

DOMICILE = Service(
    agency="polres",
    name="Izin keramaian",
    duration="3 hari kerja",
    cost="gratis",
    standard=COMPONENTS[:2],
    queue=True,
)
GROUND = Floor(name="Lantai dasar", counters=30, columns=6)
SEAT = Seat(floor="lantai-dasar", counter=3, agency="polres", weekdays=(1, 3))
MALL = journal.names(
    world.checklist(),
    world.plan().model_copy(
        update={
            "services": {
                "polres.izin-keramaian": DOMICILE,
                "x.y": Service(agency="x", name="Layanan instansi lama"),
            },
            "floors": {"lantai-dasar": GROUND},
        }
    ),
    typical={"kepolisian": "Kepolisian Resor"},
)


def test_a_new_service_is_told_with_what_a_citizen_leaves_with() -> None:
    told = entry("service", "polres.izin-keramaian", DOMICILE.model_dump(mode="json"))
    assert journal.subject(told, MALL) == "Layanan: Izin keramaian – Polres"
    assert journal.subject(told, {}) == "Layanan: Izin keramaian"
    assert journal.describe(told, MALL) == (
        "Layanan ditambahkan. Instansi: Polres; Nama layanan: Izin keramaian; Luaran: produk selesai; "
        "Saluran: langsung; Lama: “3 hari kerja”; Biaya: “gratis”; Standar pelayanan: 2 dari 14 komponen; "
        "Terhubung antrean: ya; Dilayani: ya."
    )
    assert MALL["service/x.y"] == "Layanan instansi lama – x"


@pytest.mark.parametrize(
    ("now", "then", "told"),
    [
        (COMPONENTS[:3], COMPONENTS[:2], "Standar pelayanan: bertambah “jangka waktu”."),
        (COMPONENTS[1:2], COMPONENTS[:2], "Standar pelayanan: berkurang “persyaratan”."),
        (
            COMPONENTS[2:4],
            COMPONENTS[3:5],
            "Standar pelayanan: bertambah “jangka waktu”, berkurang “produk pelayanan”.",
        ),
        (COMPONENTS[:2], (), "Standar pelayanan: 2 dari 14 komponen."),
    ],
)
def test_a_standard_of_service_tells_what_was_added_and_what_taken_away(
    now: tuple[str, ...], then: tuple[str, ...], told: str
) -> None:
    changed = entry("service", "polres.izin", {"standard": list(now)}, {"standard": list(then)})
    assert journal.describe(changed) == told


def test_what_is_no_longer_known_of_a_service_says_so() -> None:
    changed = entry("service", "polres.izin", {"queue": None}, {"queue": True})
    assert journal.describe(changed) == "Terhubung antrean: ya → belum diketahui."


def test_a_floor_is_told_with_its_counters() -> None:
    told = entry("floor", "lantai-dasar", GROUND.model_dump(mode="json"))
    assert journal.subject(told, MALL) == "Lantai: Lantai dasar"
    assert journal.describe(told, MALL) == (
        "Lantai ditambahkan. Nama lantai: Lantai dasar; Tingkat: 0; Kegunaan: pelayanan; Jumlah gerai: 30; "
        "Gerai per baris: 6."
    )


def test_a_counter_is_told_with_floor_agency_and_days() -> None:
    told = entry("seat", "lantai-dasar.3.polres", SEAT.model_dump(mode="json"))
    assert journal.subject(told, MALL) == "Gerai 3, Lantai dasar – Polres"
    assert journal.describe(told, MALL) == "Gerai 3 di Lantai dasar diberikan kepada Polres: Senin, Rabu."
    always = entry("seat", "lantai-dasar.3.polres", {"active": True})
    assert journal.describe(always, MALL).endswith("diberikan kepada Polres: semua hari hadirnya.")
    moved = entry("seat", "lantai-dasar.3.polres", {"weekdays": []}, {"weekdays": [1, 3]})
    assert journal.describe(moved, MALL) == "Hari: Senin, Rabu → semua hari hadirnya."
    given_up = entry("seat", "lantai-dasar.3.polres", {"active": False}, {"active": True})
    assert journal.describe(given_up, MALL) == "Ditempati: ya → tidak."


def test_how_an_agency_comes_is_told_in_days_and_words() -> None:
    comes = {"weekdays": [2, 5], "counters": 2, "joint": True, "typical": "kepolisian", "contact": "Bagian A"}
    before = {"weekdays": [], "counters": 1, "joint": False, "typical": None, "contact": ""}
    assert journal.describe(entry("agency", "polres", comes, before), MALL) == (
        "Hari hadir: Selasa, Jumat; Gerai yang diminta: 1 → 2; Bersedia berbagi gerai: tidak → ya; "
        "Padanan di katalog: Kepolisian Resor; Kontak: “Bagian A”."
    )
    assert journal.describe(entry("agency", "polres", before, comes), MALL).startswith(
        "Hari hadir: Selasa, Jumat → setiap hari kerja;"
    )


# People of a plan.

STAFF = Member(name="Staf perizinan", role="staff")
CONTACT = Member(name="Kontak Polres", role="agency", agency="polres")
PEOPLE = journal.names(world.checklist(), world.plan(), members={"ani": STAFF, "polres": CONTACT})
SAID = Comment(activity="KSP-01.polres", text="Mohon @ani periksa.", by="polres", written_on=world.TODAY)


def test_a_person_is_called_by_the_name_in_the_plan_else_by_the_role_else_by_the_id() -> None:
    told = [journal.who(person, PEOPLE) for person in ("ani", "polres", "sekda", "eka")]
    assert told == ["Staf perizinan", "Kontak Polres", "Sekretaris daerah", "eka"]
    assert PEOPLE["polres"] == "Polres"


def test_a_member_is_told_with_role_and_agency_in_words() -> None:
    told = entry("member", "polres", CONTACT.model_dump(mode="json"))
    assert journal.subject(told, PEOPLE) == "Anggota: Kontak Polres"
    assert journal.subject(told, {}) == "Anggota: Kontak Polres"
    assert journal.describe(told, PEOPLE) == (
        "Anggota ditambahkan. Nama: Kontak Polres; Peran: instansi; Instansi yang diwakili: Polres; "
        "Ikut serta: ya."
    )


def test_a_member_who_changes_role_or_leaves_is_told_in_words() -> None:
    before = {"role": "agency", "agency": "polres"}
    moved = entry("member", "polres", {"role": "verifier", "agency": None}, before)
    assert journal.describe(moved, PEOPLE) == (
        "Peran: instansi → verifikator; Instansi yang diwakili: Polres → tidak ada."
    )
    assert journal.describe(entry("member", "ani", {"active": False}, {"active": True}), PEOPLE) == (
        "Ikut serta: ya → tidak."
    )


def test_an_assignment_is_told_with_a_name_and_a_day() -> None:
    given = Assignment(person="ani", due=date(2026, 12, 12)).model_dump(mode="json")
    told = entry("assignment", "KSP-01.polres", given)
    assert journal.subject(told, PEOPLE) == (
        "Penugasan KSP-01: Perjanjian kerja sama ditandatangani – Polres"
    )
    assert journal.describe(told, PEOPLE) == ("Ditugaskan kepada: Staf perizinan; Batas waktu: 12 Des 2026.")
    passed_on = entry("assignment", "KMT-01", {"person": "sekda"}, {"person": "ani"})
    assert journal.describe(passed_on, PEOPLE) == "Ditugaskan kepada: Staf perizinan → Sekretaris daerah."
    undone = entry("assignment", "KMT-01", {"person": None, "due": None}, given)
    assert journal.describe(undone, PEOPLE) == (
        "Ditugaskan kepada: Staf perizinan → belum ada; Batas waktu: 12 Des 2026 → tanpa batas waktu."
    )


def test_a_comment_is_quoted_and_one_that_was_taken_back_says_so() -> None:
    told = entry("comment", "KSP-01.polres~0123456789abcdef", SAID.model_dump(mode="json"))
    assert journal.subject(told, PEOPLE) == (
        "Komentar: KSP-01: Perjanjian kerja sama ditandatangani – Polres"
    )
    assert journal.describe(told, PEOPLE) == "Komentar: “Mohon @ani periksa.”."
    undone = entry("comment", "KSP-01.polres~0123456789abcdef", {"removed": True}, {"removed": False})
    assert journal.describe(undone, PEOPLE) == "Komentar ditarik."


def test_a_review_by_a_member_names_the_member() -> None:
    review = {"decision": "returned", "by": "ani", "reason": "naskah salah"}
    told = journal.describe(entry("activity", "KMT-01", {"review": review}, {"review": None}), PEOPLE)
    assert told == "Pemeriksaan: dikembalikan oleh Staf perizinan (naskah salah)."


SAMPLES: dict[SubjectKind, dict[str, Any]] = {
    "plan": PlanSettings(
        name="Uji",
        regency="19.06",
        checklist="uji",
        start=world.TODAY,
        target=world.TARGET,
        note="catatan",
        windows=(REVISED,),
        baseline="awal-2027",
    ).model_dump(mode="json"),
    "agency": Agency(
        name="Polres", category="vertical", contact="Bagian A", weekdays=(1, 2), typical="polri", reason="b"
    ).model_dump(mode="json"),
    "activity": Progress(
        status="done",
        started_on=world.TODAY,
        finished_on=world.TODAY,
        remaining=3,
        note="a",
        reason="b",
        submitted_by="dpmptsp",
        review=world.accepted(),
        source="berita",
    ).model_dump(mode="json"),
    "evidence": world.document("KMT-01").model_dump(mode="json"),
    "planning": PLANNING.model_dump(mode="json"),
    "baseline": FROZEN.model_dump(mode="json"),
    "service": DOMICILE.model_dump(mode="json") | {"channel": "self_service", "data": False},
    "floor": GROUND.model_dump(mode="json"),
    "seat": SEAT.model_dump(mode="json"),
    "member": CONTACT.model_dump(mode="json"),
    "assignment": Assignment(person="dpmptsp", due=world.TARGET).model_dump(mode="json"),
    "comment": SAID.model_dump(mode="json"),
}


@pytest.mark.parametrize("kind", get_args(SubjectKind))
def test_no_value_of_the_record_is_told_by_its_code(kind: SubjectKind) -> None:
    told = {field: journal.value(kind, field, raw, KNOWN) for field, raw in SAMPLES[kind].items()}
    assert set(told) == set(labels.FIELD[kind])
    assert not [field for field, text in told.items() if "_" in text or text in ("True", "None", "[]")]


def test_a_length_and_a_digest_are_shortened_for_reading() -> None:
    assert journal.value("activity", "remaining", 12, {}) == "12 hari"
    assert journal.value("evidence", "sha256", "ab" * 32, {}) == "abababababab…"
    assert journal.value("evidence", "media_type", "application/pdf", {}) == "PDF"
    assert journal.value("evidence", "media_type", "text/plain", {}) == "teks"
    assert journal.value("evidence", "media_type", "model/obj", {}) == "berkas lain"
    assert journal.value("evidence", "activity", "QQQ-01", {}) == "QQQ-01"
