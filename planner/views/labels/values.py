"""Words for the values that plans, checklists and records hold, one table per kind of value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from planner.domain.advice import Step
from planner.domain.checklist import Attestation, DayUnit, InstrumentKind, LinkType, SourceKind
from planner.domain.network import ConstraintType
from planner.domain.people import PlanRole, WideRole
from planner.domain.plan import AgencyCategory, Budget, Provenance, WorkWeek
from planner.domain.readiness import Lack, Standing
from planner.domain.state import Status

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
    "submitted": "diajukan",
    "in_progress": "berjalan",
    "not_started": "belum mulai",
    "not_applicable": "tidak berlaku",
}
LACK: Final[Mapping[Lack, str]] = {
    "not_done": "belum selesai",
    "evidence_missing": "bukti belum lengkap",
    "not_accepted": "menunggu pemeriksaan",
    "returned": "dikembalikan pemeriksa",
    "lapsed": "keputusan gugur karena isinya berubah",
    "no_agency": "belum ada instansi",
}
PLAN_ROLE: Final[Mapping[PlanRole, str]] = {
    "staff": "staf",
    "agency": "instansi",
    "verifier": "verifikator",
    "leader": "pimpinan",
    "admin": "pengelola rencana",
}
WIDE_ROLE: Final[Mapping[WideRole, str]] = {
    "province": "provinsi",
    "ministry": "kementerian",
    "administrator": "pengelola sistem",
}
DECISION: Final[Mapping[ReviewDecision, str]] = {"accepted": "diterima", "returned": "dikembalikan"}
AGENCY_CATEGORY: Final[Mapping[AgencyCategory, str]] = {
    "opd_regency": "OPD kabupaten/kota",
    "opd_province": "OPD provinsi",
    "vertical": "instansi vertikal",
    "state_owned": "BUMN/badan hukum publik",
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
REACHED: Final[Mapping[LinkType, str]] = {
    "FS": "{name} selesai",
    "SS": "{name} mulai",
    "FF": "{name} selesai",
    "SF": "{name} mulai",
}
WAITS: Final[Mapping[LinkType, str]] = {
    "FS": "baru dapat mulai {after}",
    "SS": "baru dapat mulai {after}",
    "FF": "baru dapat selesai {after}",
    "SF": "baru dapat selesai {after}",
}
WAITS_BEGUN: Final[Mapping[LinkType, str]] = {
    "FS": "sudah berjalan; sisanya baru dapat diteruskan {after}",
    "SS": "sudah berjalan; sisanya baru dapat diteruskan {after}",
    "FF": "sudah berjalan; baru dapat selesai {after}",
    "SF": "sudah berjalan; baru dapat selesai {after}",
}
YES_NO: Final[Mapping[bool, str]] = {True: "ya", False: "tidak"}
ZONES: Final[Mapping[str, str]] = {
    "Asia/Jakarta": "WIB",
    "Asia/Pontianak": "WIB",
    "Asia/Makassar": "WITA",
    "Asia/Jayapura": "WIT",
}
MEDIA_TYPE: Final[Mapping[str, str]] = {
    "application/pdf": "PDF",
    "image/jpeg": "gambar JPEG",
    "image/png": "gambar PNG",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "dokumen Word",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "lembar Excel",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "salindia PowerPoint",
    "application/vnd.oasis.opendocument.text": "dokumen OpenDocument",
    "application/vnd.oasis.opendocument.spreadsheet": "lembar OpenDocument",
    "application/vnd.oasis.opendocument.presentation": "salindia OpenDocument",
    "application/zip": "arsip ZIP",
    "image/webp": "gambar WebP",
    "text/csv": "tabel CSV",
    "text/plain": "teks",
}
OTHER_MEDIA: Final = "berkas lain"
BUDGET: Final[Mapping[Budget, str]] = {"original": "APBD murni", "revised": "APBD Perubahan"}
CONSTRAINT: Final[Mapping[ConstraintType, str]] = {
    "SNET": "mulai paling cepat",
    "SNLT": "mulai paling lambat",
    "FNET": "selesai paling cepat",
    "FNLT": "selesai paling lambat",
    "MSO": "mulai pada",
    "MFO": "selesai pada",
    "ALAP": "selambat mungkin",
}
WORK_WEEK: Final[Mapping[WorkWeek, str]] = {
    5: "lima hari (Senin–Jumat)",
    6: "enam hari (Senin–Sabtu)",
    7: "tujuh hari (setiap hari)",
}
STEP: Final[Mapping[Step, str]] = {
    "list_agencies": "daftarkan instansi",
    "fund": "sediakan anggarannya",
    "start": "mulai",
    "finish": "selesaikan",
    "attach": "lengkapi bukti",
    "correct": "perbaiki dan laporkan lagi",
    "accept": "periksa",
}
