"""The one home of the Indonesian words for values that are English in code.

One table per kind of value; a test holds every table against the Literal it speaks for. Sentences built of
these words are in ``sentences.py`` and ``journal.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from planner.domain.advice import Step
from planner.domain.changes import Objection
from planner.domain.checklist import Attestation, DayUnit, InstrumentKind, LinkType, SourceKind
from planner.domain.plan import AgencyCategory, Provenance
from planner.domain.readiness import Lack, Standing
from planner.domain.state import Status, SubjectKind

ReviewDecision = Literal["accepted", "returned"]
BasisKind = Literal["law", "practice"]
DurationKind = Literal["documented", "estimated"]

STATUS: Final[Mapping[Status, str]] = {
    "not_started": "belum",
    "in_progress": "berjalan",
    "done": "selesai",
    "not_applicable": "tidak berlaku",
}
STANDING: Final[Mapping[Standing, str]] = {
    "met": "terpenuhi",
    "submitted": "selesai, belum terbukti",
    "in_progress": "berjalan",
    "not_started": "belum mulai",
    "not_applicable": "tidak berlaku",
}
LACK: Final[Mapping[Lack, str]] = {
    "not_done": "belum selesai",
    "evidence_missing": "bukti belum lengkap",
    "not_accepted": "menunggu pemeriksaan",
    "returned": "dikembalikan pemeriksa",
    "no_agency": "belum ada instansi",
}
DECISION: Final[Mapping[ReviewDecision, str]] = {"accepted": "diterima", "returned": "dikembalikan"}
AGENCY_CATEGORY: Final[Mapping[AgencyCategory, str]] = {
    "opd_regency": "OPD kabupaten/kota",
    "opd_province": "OPD provinsi",
    "vertical": "instansi vertikal",
    "state_owned": "BUMN",
    "regional_owned": "BUMD",
    "private": "swasta/perbankan",
}
ATTESTATION: Final[Mapping[Attestation, str]] = {
    "official_text": "Teks resmi",
    "two_sources": "Dua sumber",
    "one_source": "Satu sumber",
}
ATTESTATION_MEANING: Final[Mapping[Attestation, str]] = {
    "official_text": "dibaca dari naskah resmi",
    "two_sources": "disebut oleh dua sumber atau lebih yang tidak saling menyalin",
    "one_source": "baru disebut oleh satu sumber; periksa naskah resminya sebelum dikutip",
}
BASIS_KIND: Final[Mapping[BasisKind, str]] = {"law": "Peraturan", "practice": "Praktik"}
PRACTICE_MEANING: Final = "kebiasaan daerah lain; tidak diatur dalam peraturan yang terbaca"
PROVENANCE: Final[Mapping[Provenance, str]] = {
    "reported": "laporan daerah",
    "reconstruction": "rekonstruksi dari berita",
    "illustration": "ilustrasi",
}
SOURCE_KIND: Final[Mapping[SourceKind, str]] = {
    "official": "naskah resmi",
    "ministry": "bahan kementerian",
    "regency": "laman daerah",
    "press": "berita",
    "library": "pustaka",
    "seed": "dokumen awal",
}
INSTRUMENT_KIND: Final[Mapping[InstrumentKind, str]] = {
    "law": "undang-undang",
    "government_regulation": "peraturan pemerintah",
    "presidential": "peraturan presiden",
    "ministerial": "peraturan menteri",
    "guideline": "pedoman menteri",
    "module": "modul kementerian",
}
DURATION_BASIS: Final[Mapping[DurationKind, str]] = {
    "documented": "lama kerja menurut sumber",
    "estimated": "lama kerja perkiraan",
}
FUNDING: Final[Mapping[Literal["apbd"], str]] = {"apbd": "dibiayai APBD"}
DAY_UNIT: Final[Mapping[DayUnit, str]] = {"work": "hari kerja", "calendar": "hari kalender"}
LINK_TYPE: Final[Mapping[LinkType, str]] = {
    "FS": "mulai setelah selesai",
    "SS": "mulai setelah mulai",
    "FF": "selesai setelah selesai",
    "SF": "selesai setelah mulai",
}
WAITS: Final[Mapping[str, str]] = {
    "FS": "baru dapat mulai setelah {name} selesai",
    "SS": "baru dapat mulai setelah {name} mulai",
    "FF": "baru dapat selesai setelah {name} selesai",
    "SF": "baru dapat selesai setelah {name} mulai",
}
WAITS_BEGUN: Final[Mapping[LinkType, str]] = {
    "FS": "sudah berjalan; sisanya baru dapat diteruskan setelah {name} selesai",
    "SS": "sudah berjalan; sisanya baru dapat diteruskan setelah {name} mulai",
    "FF": "sudah berjalan; baru dapat selesai setelah {name} selesai",
    "SF": "sudah berjalan; baru dapat selesai setelah {name} mulai",
}
SUBJECT: Final[Mapping[SubjectKind, str]] = {
    "plan": "Rencana",
    "agency": "Instansi",
    "activity": "Kegiatan",
    "evidence": "Bukti",
}
FIELD: Final[Mapping[SubjectKind, Mapping[str, str]]] = {
    "plan": {
        "name": "Nama rencana",
        "regency": "Kabupaten/kota",
        "checklist": "Daftar periksa",
        "start": "Tanggal mulai",
        "target": "Target peluncuran",
        "week": "Hari kerja sepekan",
        "zone": "Zona waktu",
        "days_off": "Hari libur setempat",
        "provenance": "Asal data",
        "note": "Catatan",
    },
    "agency": {
        "name": "Nama instansi",
        "category": "Kelompok",
        "wave": "Gelombang",
        "active": "Ikut serta",
        "provenance": "Asal data",
    },
    "activity": {
        "status": "Status",
        "started_on": "Mulai",
        "finished_on": "Selesai",
        "remaining": "Sisa lama kerja",
        "note": "Catatan",
        "reason": "Alasan tidak berlaku",
        "submitted_by": "Dilaporkan selesai oleh",
        "review": "Pemeriksaan",
        "provenance": "Asal data",
        "source": "Sumber",
    },
    "evidence": {
        "activity": "Kegiatan",
        "requirement": "Bukti yang diminta",
        "file_name": "Nama berkas",
        "sha256": "Sidik berkas",
        "size": "Ukuran",
        "media_type": "Jenis berkas",
        "attached_on": "Dilampirkan",
        "removed": "Ditarik",
    },
}
OTHER_FIELD: Final = "Isian lain"
EMPTY: Final = "kosong"
YES_NO: Final[Mapping[bool, str]] = {True: "ya", False: "tidak"}
MEDIA_TYPE: Final[Mapping[str, str]] = {
    "application/pdf": "PDF",
    "image/jpeg": "gambar JPEG",
    "image/png": "gambar PNG",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "dokumen Word",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "lembar Excel",
}
OTHER_MEDIA: Final = "berkas lain"
ZONES: Final[Mapping[str, str]] = {
    "Asia/Jakarta": "WIB",
    "Asia/Pontianak": "WIB",
    "Asia/Makassar": "WITA",
    "Asia/Jayapura": "WIT",
}
EVERY: Final[Mapping[int, str]] = {2: "kedua", 3: "ketiga", 4: "keempat", 5: "kelima", 6: "keenam"}
NEAR_DAYS: Final[Mapping[int, str]] = {-1: "kemarin", 0: "hari ini", 1: "besok"}
DAYS_AHEAD: Final = "{count} hari lagi"
DAYS_AGO: Final = "{count} hari lalu"

HOLDS_LAUNCH: Final = "menahan peluncuran"
SLACK: Final = "longgar {days}"
NO_SLACK: Final = "tanpa kelonggaran"
PAST_LIMIT: Final = "melewati batas {days}"
FINISHED: Final = "selesai"

STAGE: Final = "Tahap"
GATE: Final = "Gerbang"
AGENCY: Final = "Instansi"
TODAY: Final = "Hari ini"
AS_OF: Final = "Per {day}"
TARGET: Final = "Target"
LAUNCH: Final = "Buka"
OPENED: Final = "Dibuka"
LATEST: Final = "Paling lambat"
FLOAT: Final = "Kelonggaran"
RESPONSIBLE: Final = "Penanggung jawab"
BAR_CRITICAL: Final = "Menahan peluncuran"
BAR_CRITICAL_SHORT: Final = "Menahan"
BAR_RUNNING: Final = "Berjalan"
BAR_WORK: Final = "Belum mulai"
BAR_DONE: Final = "Selesai"
AGENCIES: Final = "{count} instansi"
DONE_COUNT: Final = "{count} selesai"
DONE_OF: Final = "{done} dari {total} selesai"
DONE_OF_ACTIVITIES: Final = "{done} dari {total} kegiatan selesai"
UNPROVEN: Final = ", {count} belum terbukti"
UNPROVEN_FULL: Final = "{count} di antaranya selesai tetapi belum terbukti"
NOT_PROVEN: Final = "belum terbukti"
WHOLE_INSTRUMENT: Final = "seluruh peraturan"

GATE_NAMED: Final = "gerbang “{title}”"
QUOTED: Final = "“{title}”"
GATE_WAITS: Final = "baru lolos setelah {name} selesai dan terbukti"
WAITS_FOR_GATE: Final = "baru dapat mulai setelah {name} lolos"
ALREADY_DONE: Final = "{name} sudah selesai {day}."
ALREADY_BEGUN: Final = "{name} sudah mulai {day} dan diperkirakan selesai {finish}."
WAITS_FOR_NOTHING: Final = "{name} tidak menunggu kegiatan lain: dapat mulai {day}."

STEP: Final[Mapping[Step, str]] = {
    "list_agencies": "daftarkan instansi",
    "start": "mulai",
    "finish": "selesaikan",
    "attach": "lengkapi bukti",
    "correct": "perbaiki dan laporkan lagi",
    "accept": "periksa",
}
OBJECTION: Final[Mapping[Objection, str]] = {
    "unknown_activity": "kegiatan ini tidak ada dalam rencana; muat ulang halaman.",
    "no_agency": "belum ada instansi; tambahkan instansi di halaman Pengaturan lebih dulu.",
    "reason_needed": "tuliskan alasannya.",
    "gate_item_applies": "butir ini syarat sebuah gerbang, jadi tidak dapat ditandai tidak berlaku.",
    "future_date": "tanggal tidak boleh setelah hari ini.",
    "finish_before_start": "tanggal selesai mendahului tanggal mulai; periksa kedua tanggal.",
    "finish_needed": "isi tanggal selesai.",
    "nothing_to_review": "kegiatan ini belum dilaporkan selesai, jadi belum dapat diperiksa.",
    "own_submission": "yang melaporkan selesai tidak dapat memeriksanya sendiri; pilih peran lain di kiri.",
    "unknown_requirement": "pilih bukti yang diminta lebih dulu.",
    "unknown_evidence": "berkas itu tidak ada lagi; muat ulang halaman.",
    "empty_file": "berkas kosong; pilih berkas lain.",
    "unknown_agency": "instansi itu tidak ada dalam rencana.",
    "duplicate_agency": "nama instansi “{about}” sudah ada dalam daftar.",
    "name_needed": "namanya masih kosong atau terlalu pendek.",
    "name_length": "nama “{about}” harus 2 sampai 120 huruf.",
    "target_before_start": "target mendahului tanggal mulai; periksa kedua tanggal.",
    "unknown_regency": "pilih kabupaten atau kota dari daftar.",
    "unknown_checklist": "daftar periksa itu tidak ada; pilih yang lain.",
    "duplicate_plan": "rencana dengan nama itu sudah ada; beri nama lain.",
    "actor_needed": "pilih dulu Anda bekerja sebagai siapa, di kiri.",
}
